package platform

import (
	"regexp"
	"strings"

	"stikprove/survey/sheet"
)

// plainPlatform is a table of no platform. Its headings follow nobody's rules,
// so that the columns of a question's options are known by both their headings
// and what is in them.
var plainPlatform = platform{
	name: plain, title: "a plain table",
	describe: func(d *draft) {
		if d.labelled() {
			copy(d.labels, d.rows[1])
		}
		for _, by := range []parse{bracketed, separated(" – "), separated(" - "), separated(": "), separated("/"), suffixed} {
			d.gathersBeside(by)
		}
	},
}

var optionSuffix = regexp.MustCompile(`^(.+?)[_. -]+r?(\d{1,4})$|^(.*\d)[rR](\d{1,4})$`)

// suffixed splits a name with an option's number behind it: q5_1, media.2, Q5r3.
func suffixed(heading string) (question, option string, ok bool) {
	m := optionSuffix.FindStringSubmatch(heading)
	if m == nil {
		return heading, "", false
	}
	return m[1] + m[3], m[2] + m[4], true
}

// gathersBeside folds columns that stand side by side, of which parse makes
// options of one question and in which nothing but options is: of numbers three
// at least, since two may be a pair of anything.
func (d *draft) gathersBeside(by parse) {
	for column := 1; column <= len(d.h.names); column++ {
		question, members := d.askedFrom(by, column)
		least := 2
		if len(members) > 0 && strings.Trim(members[0].code, "0123456789") == "" {
			least = 3
		}
		if len(members) < least {
			continue
		}
		if d.optionColumns(members) {
			d.gather(question, members, false)
		}
		column += len(members) - 1
	}
}

// askedFrom returns the columns from one on that ask the same question.
func (d *draft) askedFrom(by parse, column int) (asked string, members []member) {
	for c := column; c <= len(d.h.names) && !d.done[c] && d.named(c) != ""; c++ {
		question, option, ok := by(d.named(c))
		if !ok || asked != "" && key(question) != key(asked) {
			break
		}
		asked = question
		members = append(members, member{column: c, code: option, label: option})
	}
	return asked, members
}

// optionColumns reports whether columns hold what columns of options do: a word
// for chosen, or a text of the column's own, and a blank or a word for not
// chosen, which must be somewhere. What was written at an "other" may be
// anything. Yes and No stand in a column for a question of its own. Where a
// column is numbered and holds its option in words, they are its label.
func (d *draft) optionColumns(members []member) bool {
	unchosen, seen := false, map[string]bool{}
	for i := range members {
		m := &members[i]
		s := d.table.store(m.column)
		if isOther(m.label) && !d.oneValue(*m) {
			continue
		}
		words, yes, no, filled := "", false, false, 0
		s.each(func(c sheet.Cell, n int) bool {
			text := oneLine(cellText(c))
			filled += n
			switch k := key(text); {
			case d.isAbsent(text):
			case isNotChosen(k):
				unchosen, no = true, no || k != "0" && k != "false" && !strings.Contains(k, " ")
			case isChosen(k):
				yes = yes || k != "1" && k != "true" && k != "x"
				words = "1"
			case words == "" || key(words) == k:
				words = text
			default:
				words = "1"
				filled = -len(d.table.rows) - 1 // several answers: no option's column
			}
			return filled >= 0
		})
		if filled < 0 || yes && no {
			return false
		}
		unchosen = unchosen || filled < len(d.table.rows)
		if words == "" || words == "1" {
			continue
		}
		if _, number := plainNumber(words); number && key(words) != key(m.code) || seen[key(words)] {
			return false
		}
		seen[key(words)] = true
		if strings.Trim(m.label, "0123456789") == "" {
			m.label = words
		}
	}
	return unchosen
}

// isAbsent reports whether a text stands for no answer: one that the mapping
// names or, in plain delimited text, NA, as R and other programs write it.
func (d *draft) isAbsent(text string) bool {
	return d.isMissingWord(text) || text == writtenAbsent && d.table.delimited && d.Platform == plain
}
