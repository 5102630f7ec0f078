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
	return named(s)
}

// named returns s with the questions it mentions under the names they have
// here.
func named(s string) string {
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
	sibling := w.sibling(row, name)
	if first := w.names[name]; first > 0 && sibling == 0 {
		if longer, path := w.longer(name, written); longer != "" {
			w.warn(w.t, row, column, longer, "the name %s is taken by %s and is read as %s", survey.Quote(written), survey.CellName(first, column), longer)
			name, export = longer, path
		}
	}
	switch first := max(w.names[name], sibling); {
	case written == "":
		w.problem(w.t, row, column, "", "got no name")
	case !isQuestionName(name):
		w.problem(w.t, row, column, "", "got the name %s, want a letter a to z or _ and then letters, digits, _, - and .", survey.Quote(written))
	case first > 0:
		w.problem(w.t, row, column, name, "the name is taken by %s", survey.CellName(first, column))
	default:
		w.names[name], w.written[name] = row, export
		return name, true
	}
	return name, false
}

// place is a name within the group that begins in a row, 0 outside all groups.
type place struct {
	group int
	name  string
}

// sibling returns the row in which name stands in the same group, or 0, and
// takes the name for row where it is free. Other programs refuse a form that
// has a name twice in one group, and some one that has it in other letters.
func (w *walk) sibling(row int, name string) int {
	if name == "" {
		return 0
	}
	at := place{name: name}
	if len(w.open) > 0 {
		at.group = w.open[len(w.open)-1].row
	}
	if first := w.siblings[at]; first > 0 {
		return first
	}
	w.siblings[at] = row
	folded := place{at.group, strings.ToLower(name)}
	if first := w.folded[folded]; first > 0 {
		w.warn(w.t, row, w.t.column("name"), name, "the name is as in %s but for capital letters, which other programs may not tell apart", survey.CellName(first, w.t.column("name")))
	} else {
		w.folded[folded] = row
	}
	return 0
}

// longer returns name with the names of as many groups before it as it takes
// to be free, and written with them as KoboToolbox names its column; "" where
// all are taken.
func (w *walk) longer(name, written string) (longer, path string) {
	longer, path = name, written
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].name == "" {
			continue
		}
		longer, path = w.open[i].name+"_"+longer, w.open[i].name+"/"+path
		if w.names[longer] == 0 && isQuestionName(longer) {
			return longer, path
		}
	}
	return "", ""
}
