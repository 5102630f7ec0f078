package form

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// list is a list of choices.
type list struct {
	options []survey.Option
	places  []float64 // as "order" gives them; 0 where it does not
	ordered bool      // from low to high
	spaced  string    // a name with blanks in it, or ""
}

// meanings is what may stand under "missing".
var meanings = map[string]survey.Meaning{
	"": survey.Substantive, "dont_know": survey.DontKnow, "refused": survey.Refused,
	"not_relevant": survey.NotRelevant, "none": survey.None,
}

// choices reads every list of choices.
func (r *reader) choices(t *table) {
	for _, heading := range []string{"list_name", "name"} {
		if t.column(heading) == 0 {
			r.problem(t, 1, 1, "", "no heading %q", heading)
			return
		}
	}
	for row := 2; row <= t.grid.Rows(); row++ {
		if t.blank(row) {
			continue
		}
		listName := t.text(row, "list_name")
		if listName == "" {
			r.warn(t, row, t.column("list_name"), t.text(row, "name"), "the choice has no list_name and is left out")
			continue
		}
		if r.lists[listName] == nil {
			r.lists[listName] = &list{}
		}
		r.choice(t, row, listName, r.lists[listName])
	}
	for _, l := range r.lists {
		l.arrange()
	}
}

// choice reads one choice and adds it to l.
func (r *reader) choice(t *table, row int, listName string, l *list) {
	o := survey.Option{Name: r.whole(t, row, "name", listName), Code: r.whole(t, row, "code", listName), Label: t.words(row, "label", r.fallback)}
	switch {
	case o.Name == "":
		r.problem(t, row, t.column("name"), listName, "got no name for a choice")
		return
	case !isChoiceName(o.Name):
		r.warn(t, row, t.column("name"), listName, "the name %s has more than letters a to z, digits, _, - and . and may not work elsewhere", survey.Quote(o.Name))
	}
	if strings.ContainsAny(o.Name, " \t\n") {
		l.spaced = o.Name
	}
	for _, other := range l.options {
		if other.Name == o.Name && r.doubles {
			r.warn(t, row, t.column("name"), listName, "the name %s stands twice in one list; the first is read", survey.Quote(o.Name))
			return
		}
		if other.Name == o.Name {
			r.problem(t, row, t.column("name"), listName, "got the name %s twice in one list", survey.Quote(o.Name))
			return
		}
		if code(other) == code(o) {
			r.problem(t, row, max(t.column("code"), t.column("name")), listName, "got the code %s twice in one list", survey.Quote(code(o)))
			return
		}
	}
	if len(o.Label) == 0 {
		o.Label = survey.Text{r.fallback: o.Name}
		r.warn(t, row, t.column("name"), listName, "choice %s has no label", survey.Quote(o.Name))
	}
	meaning, known := meanings[strings.ToLower(t.text(row, "missing"))]
	if !known {
		r.problem(t, row, t.column("missing"), listName, `got %s, want one of "dont_know", "refused", "not_relevant", "none"`, survey.Quote(t.text(row, "missing")))
	}
	o.Meaning = meaning
	o.Exclusive = r.yes(t, row, "exclusive", listName)

	place := 0.0
	if s := t.text(row, "order"); s != "" {
		n, err := strconv.ParseFloat(s, 64)
		if err == nil {
			place, l.ordered = n, true
		} else {
			l.ordered = r.yes(t, row, "order", listName) || l.ordered
		}
	}
	l.options = append(l.options, o)
	l.places = append(l.places, place)
}

// arrange puts the options in the order of their places; those without a
// place, don't know among them, keep their order after the others.
func (l *list) arrange() {
	at := make([]int, len(l.options))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		if (l.places[a] == 0) != (l.places[b] == 0) {
			return cmp.Compare(btoi(l.places[a] == 0), btoi(l.places[b] == 0))
		}
		return cmp.Compare(l.places[a], l.places[b])
	})
	arranged := make([]survey.Option, len(at))
	for i, k := range at {
		arranged[i] = l.options[k]
	}
	l.options = arranged
}

// code returns what stands for o in an export.
func code(o survey.Option) string { return cmp.Or(o.Code, o.Name) }

// yesWords are the ways of writing yes.
var yesWords = map[string]bool{"yes": true, "true": true, "true()": true, "1": true, "x": true, "ja": true}

var noWords = map[string]bool{"no": true, "false": true, "false()": true, "0": true, "nej": true}

// yes reads a yes under heading; a blank is no.
func (r *reader) yes(t *table, row int, heading, name string) bool {
	s := strings.ToLower(t.text(row, heading))
	if s == "" || noWords[s] {
		return false
	}
	if !yesWords[s] {
		r.problem(t, row, t.column(heading), name, `got %s, want "yes" or nothing`, survey.Quote(t.text(row, heading)))
	}
	return yesWords[s]
}

// pointZero matches a whole number that a program has stored with decimals.
var pointZero = regexp.MustCompile(`^-?[0-9]+\.0+$`)

// whole reads a name or code under heading; -999.0 written as text is -999.
func (r *reader) whole(t *table, row int, heading, name string) string {
	s := t.text(row, heading)
	if !pointZero.MatchString(s) {
		return s
	}
	n, _, _ := strings.Cut(s, ".")
	r.warn(t, row, t.column(heading), name, "%s is read as %s", survey.Quote(s), n)
	return n
}
