package crosstab

import (
	"cmp"
	"slices"

	"stikprove/survey"
)

// axis is a variable in the rows or columns of a table: its options, which of
// them each row of data has, and the groups of them that are printed. The zero
// axis has no variable and every unit in none of its no groups.
type axis struct {
	variable *survey.Column // nil for none
	options  []option
	codes    []int32 // option of each row, -1 where absent; nil for several answers
	groups   []group
	place    []int // group of each option, -1 where it is not printed
}

// option is one answer of an axis.
type option struct {
	name     string
	label    survey.Text
	meaning  survey.Meaning
	verbatim bool
}

// substantive reports whether the option tells something.
func (o option) substantive() bool {
	return o.meaning == survey.Substantive || o.meaning == survey.None
}

// group is one printed row or column: an option, or the joined rest.
type group struct {
	id       string
	label    survey.Text
	meaning  survey.Meaning
	verbatim bool
	joined   bool
	size     int // options with any units in it, of a joined group
	of       []string
}

// row returns g as a table row.
func (g group) row(kind RowKind) Row {
	return Row{ID: g.id, Label: g.label, Kind: kind, Meaning: g.meaning, Joined: g.joined, Of: g.of, Verbatim: g.verbatim}
}

// optionSet says for each option of an axis whether it is meant.
type optionSet []bool

// several reports whether a unit may be in several groups.
func (a *axis) several() bool {
	return a.variable != nil && a.variable.Kind == survey.KindMultiple
}

// missing returns why row has no answer, or Present.
func (a *axis) missing(row int) survey.Missing {
	if a.variable == nil {
		return survey.Present
	}
	if m := a.variable.Missing(row); m != survey.Present {
		return m
	}
	if !a.several() && a.codes[row] < 0 {
		return survey.NotAnswered
	}
	return survey.Present
}

// unsubstantive reports whether row answers nothing of substance: an option
// such as don't know, and none of the others.
func (a *axis) unsubstantive(row int) bool {
	if !a.several() {
		return a.codes[row] >= 0 && !a.options[a.codes[row]].substantive()
	}
	bits, found := a.variable.Bits(row), false
	for k, o := range a.options {
		if bits&(1<<k) == 0 {
			continue
		}
		if o.substantive() {
			return false
		}
		found = true
	}
	return found
}

// notCoded reports whether row answers in words that nobody has coded yet.
func (a *axis) notCoded(row int) bool {
	return !a.several() && a.codes[row] >= 0 && a.options[a.codes[row]].meaning == survey.NotCoded
}

// in appends the groups that row is in, each once.
func (a *axis) in(row int, into []int) []int {
	if a.variable == nil {
		return into
	}
	if !a.several() {
		if k := a.codes[row]; k >= 0 && a.place[k] >= 0 {
			into = append(into, a.place[k])
		}
		return into
	}
	from := len(into)
	bits := a.variable.Bits(row)
	for k := range a.options {
		if bits&(1<<k) != 0 && a.place[k] >= 0 && !slices.Contains(into[from:], a.place[k]) {
			into = append(into, a.place[k])
		}
	}
	return into
}

// any reports whether row has an option of set.
func (a *axis) any(row int, set optionSet) bool {
	if !a.several() {
		return a.codes[row] >= 0 && set[a.codes[row]]
	}
	bits := a.variable.Bits(row)
	for k, in := range set {
		if in && bits&(1<<k) != 0 {
			return true
		}
	}
	return false
}

// named returns the set of the options called names.
func (a *axis) named(names []string) optionSet {
	set := make(optionSet, len(a.options))
	for k, o := range a.options {
		set[k] = slices.Contains(names, o.name)
	}
	return set
}

// counts returns the units of the base that have each option.
func (a *axis) counts(in []bool) []int {
	n := make([]int, len(a.options))
	for row, ok := range in {
		if !ok {
			continue
		}
		if !a.several() {
			if k := a.codes[row]; k >= 0 {
				n[k]++
			}
			continue
		}
		bits := a.variable.Bits(row)
		for k := range n {
			n[k] += int(bits >> k & 1)
		}
	}
	return n
}

// other is the name by which an option says that it is the rest.
const other = "other"

// last says how late an option of each meaning is printed.
var last = map[survey.Meaning]int{survey.Substantive: 0, survey.None: 1, survey.NotRelevant: 2, survey.DontKnow: 3, survey.Refused: 4, survey.NotCoded: 5}

// choose settles the groups: every option, or the largest and the rest joined.
func (a *axis) choose(in []bool, largest int, joined survey.Text) {
	if a.variable == nil {
		return
	}
	n := a.counts(in)
	var printed []int
	for k, o := range a.options {
		if n[k] > 0 || o.substantive() && !o.verbatim {
			printed = append(printed, k)
		}
	}
	falling := func(x, y int) int { return cmp.Compare(n[y], n[x]) }
	if a.variable.Kind == survey.KindText {
		slices.SortStableFunc(printed, falling)
	}
	// A questionnaire may put "don't know" before "other"; a table does not.
	slices.SortStableFunc(printed, func(x, y int) int {
		return cmp.Compare(last[a.options[x].meaning], last[a.options[y].meaning])
	})
	var kept []int
	if largest > 0 {
		for _, k := range printed {
			if a.options[k].substantive() && a.options[k].name != other {
				kept = append(kept, k)
			}
		}
		slices.SortStableFunc(kept, falling)
		kept = kept[:min(largest, len(kept))]
	}
	var rest []int
	for _, k := range printed {
		if !slices.Contains(kept, k) {
			rest = append(rest, k)
		}
	}
	a.place = slices.Repeat([]int{-1}, len(a.options))
	for _, k := range kept {
		a.print(k)
	}
	if largest > 0 && len(rest) > 1 {
		a.join(rest, n, joined)
		return
	}
	for _, k := range rest {
		a.print(k)
	}
}

// print appends option k as a group of its own.
func (a *axis) print(k int) {
	o := a.options[k]
	a.place[k] = len(a.groups)
	a.groups = append(a.groups, group{id: o.name, label: o.label, meaning: o.meaning, verbatim: o.verbatim})
}

// join appends options, of which n have each, as one group. Words of respondents' own are not named
// in it.
func (a *axis) join(options, n []int, label survey.Text) {
	g := group{id: JoinedID, label: label, joined: true}
	for _, k := range options {
		a.place[k] = len(a.groups)
		if n[k] > 0 {
			g.size++
		}
		if !a.options[k].verbatim {
			g.of = append(g.of, a.options[k].name)
		}
	}
	a.groups = append(a.groups, g)
}
