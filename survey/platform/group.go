package platform

import (
	"cmp"
	"strconv"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// member is a column that may be an option of a question.
type member struct {
	column int // from 1
	code   string
	label  string
	chosen string // set by folds
	filled bool   // the column holds the text of an "other"
}

// fold makes one question of columns that hold an option each, if what is in
// them agrees with that, and reports whether it did.
func (d *draft) fold(name, label string, members []member) bool {
	if len(members) < 2 || !d.folds(members) {
		return false
	}
	if len(members) > mostMultiple {
		d.guess("%s has %s options; they are read as a question each, since a question can have %d", survey.Quote(label), thousands(len(members)), mostMultiple)
		return false
	}
	v := MappedVariable{Name: shortName(name, members[0].column-1), Label: label, Kind: survey.KindMultiple.String()}
	for _, m := range members {
		v.Columns = append(v.Columns, d.named(m.column))
		v.Options = append(v.Options, MappedOption{Code: m.code, Label: m.label, Column: d.named(m.column), Chosen: m.chosen, Filled: m.filled})
	}
	nameOptions(v.Options)
	for _, m := range members {
		if weigh(d.table.store(m.column), d.texts).absent[writtenAbsent] > 0 && !d.isMissingWord(writtenAbsent) && d.isAbsent(writtenAbsent) {
			v.Missing = []MissingCode{{Value: writtenAbsent, Means: notAnswered}}
		}
	}
	d.add(v)
	d.guess("%s: %s columns are the options of one question with several answers", survey.Quote(label), thousands(len(members)))
	return true
}

// folds reports whether columns can be options of one question: all hold
// nothing but words for chosen and not chosen, or one value each, which is not
// the same in all or is the option's own.
func (d *draft) folds(members []member) bool {
	values, filled, own, words := map[string]bool{}, 0, 0, 0
	for i := range members {
		m := &members[i]
		if m.filled {
			continue
		}
		only, plain, fits := "", true, true
		d.table.store(m.column).each(func(c sheet.Cell, _ int) bool {
			s := key(cellText(c))
			switch {
			case d.isAbsent(clean(cellText(c))):
			case isNotChosen(s):
			case isChosen(s) && (only == "" || plain):
				only = s
			case only == "" || only == s:
				only, plain = s, false
			default:
				fits = false
			}
			return fits
		})
		if !fits {
			return false
		}
		if only == "" {
			continue
		}
		filled++
		values[only] = true
		switch {
		case plain:
			words++
		case only == key(m.label) || only == key(m.code):
			own++
		}
		if !plain || only == key(m.code) {
			m.chosen = only
		}
	}
	if words == filled {
		for i := range members {
			members[i].chosen = ""
		}
		return true
	}
	// A value of its own in every column is a code; in a few rows it may be
	// chance.
	return own+words == filled && len(values) >= own || len(values) == filled && filled > 1 && len(d.table.rows) >= 8
}

// bare folds columns from column on whose headings are their options: each
// holds its own heading or nothing.
func (d *draft) bare(column int) bool {
	var members []member
	for c := column; c <= len(d.h.names) && !d.done[c] && d.named(c) != ""; c++ {
		label, only := headingOf(d.rows[len(d.rows)-1:], c-1), ""
		fits := true
		d.table.store(c).each(func(cell sheet.Cell, _ int) bool {
			only = key(cellText(cell))
			fits = only == key(label)
			return fits
		})
		if !fits || only == "" {
			break
		}
		members = append(members, member{column: c, code: label, label: label})
	}
	if len(members) < 2 {
		return false
	}
	name := "choice_" + strconv.Itoa(column)
	label := cmp.Or(d.labels[column-1], members[0].label+" …")
	return d.fold(name, label, members)
}
