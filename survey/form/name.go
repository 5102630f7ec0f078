package form

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stikprove/survey"
)

// isChoiceName reports whether s is a name that every program takes for one
// word.
func isChoiceName(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == ""
}

func isQuestionName(s string) bool {
	return isChoiceName(s) && s != "" && !strings.ContainsAny(s[:1], "0123456789-.")
}

// letters are written out as Danes do; other accents are left off.
var letters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa", "ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss")

// asciiName returns s with its letters written in ASCII, as far as they can be.
func asciiName(s string) string {
	if isQuestionName(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(letters.Replace(norm.NFC.String(s))))
}

// questionReference matches a question that a rule asks about.
var questionReference = regexp.MustCompile(`\$\{\s*([^{}]*?)\s*\}`)

// source returns a rule as it is read here: with straight quotes, which Excel
// and Word make curly, and with questions under the names they have here.
func source(written string) string {
	s := strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`).Replace(written)
	return questionReference.ReplaceAllStringFunc(s, func(r string) string {
		return "${" + asciiName(questionReference.FindStringSubmatch(r)[1]) + "}"
	})
}

// name reads the name in row and takes it, so that no other may have it. A
// name in other letters than ASCII is written in them, and one that stands in
// two groups is given the group's name too.
func (w *walk) name(row int) (string, bool) {
	written := w.t.text(row, "name")
	column := w.t.column("name")
	name, export := asciiName(written), written
	if isQuestionName(name) && name != written {
		w.warn(w.t, row, column, name, "the name %s is read as %s", survey.Quote(written), name)
	}
	if first := w.names[name]; first > 0 && w.group() != "" && w.groupOf[first] != w.group() {
		longer := w.group() + "_" + name
		if w.names[longer] == 0 && isQuestionName(longer) {
			w.warn(w.t, row, column, longer, "the name %s is taken by %s and is read as %s", survey.Quote(written), survey.CellName(first, column), longer)
			name, export = longer, w.group()+"/"+written
		}
	}
	switch first := w.names[name]; {
	case written == "":
		w.problem(w.t, row, column, "", "got no name")
	case !isQuestionName(name):
		w.problem(w.t, row, column, "", "got the name %s, want a letter a to z or _ and then letters, digits, _, - and .", survey.Quote(written))
	case first > 0:
		w.problem(w.t, row, column, name, "the name is taken by %s", survey.CellName(first, column))
	default:
		w.names[name], w.groupOf[row], w.written[name] = row, w.group(), export
		return name, true
	}
	return name, false
}

// group returns the name of the innermost open group, or "".
func (w *walk) group() string {
	if len(w.open) == 0 {
		return ""
	}
	return w.open[len(w.open)-1].name
}
