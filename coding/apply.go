package coding

import (
	"fmt"
	"maps"
	"slices"

	"stikprove/survey"
)

// Options says what Apply codes, and into what.
type Options struct {
	Variable string // the text variable
	Prefix   string // names of the new variables begin with it
	ID       string // the variable that identifies the unit; needed with Decisions
	Scheme   *Scheme
	// Decisions are people's words on the units. Those that name another wave
	// than Wave, and Former's, are of former units: they are remembered by the
	// hash of their text and decide nothing here by their id.
	Decisions []Decision
	Wave      string
	Former    []Decision
	// Learn codes what the rules find nothing in, or cannot tell apart, by what
	// was learned from the scheme's terms and the decisions. All of it goes to
	// review.
	Learn bool
	// ReviewError is the share of what nobody looks at that may be wrong, see
	// [Coder.ReviewError]; nought for the ordinary band.
	ReviewError float64
	// Flags are further yes/no variables: the name after the prefix's
	// underscore, and the groups or concepts of which any is mentioned.
	Flags map[string][]string
}

// Summary counts what Apply did. Counts are of rows.
type Summary struct {
	Scheme, Version, Hash string // of the scheme
	Rows                  int
	Texts                 int // different texts
	Coded                 int // rows with a category
	Uncoded               int // rows with a text without content
	NotCoded              int // rows with a text of which the category is not known, and a person should look
	Absent                int // rows without a text
	Decided               int // rows that a decision settled
	Remembered            int // rows that decisions on the same text settled
	Changed               int // rows whose text has changed since they were decided
	Review                int // rows that a person should look at
	Combinations          int
	ByCategory            map[string]int
	By                    map[string]int // rows with a category, by who decided
	Codings               []*Coding      // of each row; nil where there is no text
}

// Apply codes a text variable of ds and returns ds with the outcome as ordinary
// variables. With the prefix "condition" they are:
//
//   - condition: the category, in print order; "uncoded", for texts without
//     content, and "not_coded", for those that the scheme does not know and that
//     wait for a person, are among the options only where they occur
//   - condition_combination: two or more disorders, yes or no
//   - condition_five: the category, or "combination"
//   - condition_group: the group of the deciding mention
//   - condition_psychological_part, for each category that the scheme has among
//     its parts: yes where some mention is of the category
//   - condition_review, condition_decided: whether a person should look, and
//     whether rules, memory, learning or a decision settled it
//   - a yes/no variable for each flag
//
// A row without a text is absent in all of them, for the same reason. The
// error is a survey.Problems where decisions or flags fit nothing.
func Apply(ds *survey.Dataset, o Options) (*survey.Dataset, *Summary, error) {
	text := ds.Column(o.Variable)
	if text == nil || text.Kind != survey.KindText {
		return nil, nil, survey.Problem{Variable: o.Variable, Message: "no text variable of this name in " + ds.Unit()}
	}
	var problems survey.Problems
	decisions := rowDecisions(ds, o, &problems)
	checkFlags(o, &problems)
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	codings, texts := codeRows(text, o.coder())
	if o.Learn {
		learn(o.Scheme, decisions, codings, text)
	}
	changed := o.people(codings, text, decisions)
	b := builder{scheme: o.Scheme, prefix: o.Prefix, label: text.Label, codings: codings, text: text}
	coded, err := ds.With(b.columns(o.Flags)...)
	if err != nil {
		return nil, nil, fmt.Errorf("adding the codes of %s: %w", o.Variable, err)
	}
	summary := summarise(o.Scheme, codings)
	summary.Texts, summary.Codings, summary.Changed = texts, codings, changed
	return coded, summary, nil
}

// coder returns the Coder that o asks for.
func (o Options) coder() *Coder {
	c := NewCoder(o.Scheme)
	if o.ReviewError > 0 {
		c.ReviewError(o.ReviewError)
	}
	return c
}

// codeRows codes each different text once; rows without one are nil.
func codeRows(text *survey.Column, c *Coder) (codings []*Coding, texts int) {
	codings = make([]*Coding, text.Rows())
	seen := make(map[string]*Coding)
	for i := range codings {
		if text.Missing(i) != survey.Present {
			continue
		}
		t := text.Text(i)
		if seen[t] == nil {
			k := c.Code(t)
			seen[t] = &k
		}
		codings[i] = seen[t]
	}
	return codings, len(seen)
}

// rowDecisions finds the row of each decision.
func rowDecisions(ds *survey.Dataset, o Options, problems *survey.Problems) map[int]Decision {
	if len(o.Decisions) == 0 {
		return nil
	}
	id := ds.Column(o.ID)
	if id == nil {
		*problems = append(*problems, survey.Problem{Variable: o.ID, Message: "no variable of this name in " + ds.Unit() + " to find the decided units by"})
		return nil
	}
	rows := make(map[string]int, ds.Rows())
	for i := range ds.Rows() {
		rows[unitID(id, i)] = i
	}
	out := make(map[int]Decision, len(o.Decisions))
	for _, d := range o.Decisions {
		if !o.here(d) {
			continue
		}
		row, ok := rows[d.Unit]
		first, twice := out[row]
		switch {
		case !ok:
			*problems = append(*problems, survey.Problem{File: d.File, Row: d.Line, Line: true, Variable: "id", Message: fmt.Sprintf("no unit %q among the %s", d.Unit, ds.Unit())})
		case ds.Column(o.Variable).Missing(row) != survey.Present:
			*problems = append(*problems, survey.Problem{File: d.File, Row: d.Line, Line: true, Variable: "id", Message: fmt.Sprintf("unit %q has no text to decide on", d.Unit)})
		case twice:
			*problems = append(*problems, survey.Problem{File: d.File, Row: d.Line, Line: true, Variable: "id", Message: fmt.Sprintf("unit %q is decided on line %d already", d.Unit, first.Line)})
		default:
			out[row] = d
		}
	}
	return out
}

// unitID returns row i's id as a decisions file writes it.
func unitID(id *survey.Column, i int) string {
	switch {
	case id.Missing(i) != survey.Present:
		return ""
	case id.Kind == survey.KindText:
		return id.Text(i)
	case id.Kind == survey.KindSingle:
		o := id.Options[id.Index(i)]
		if o.Code != "" {
			return o.Code
		}
		return o.Name
	}
	return fmt.Sprint(id.Number(i))
}

func checkFlags(o Options, problems *survey.Problems) {
	for _, flag := range slices.Sorted(maps.Keys(o.Flags)) {
		for _, name := range o.Flags[flag] {
			if o.Scheme.Group(name) == nil && o.Scheme.Concept(name) == nil && o.Scheme.Category(name) == nil {
				*problems = append(*problems, survey.Problem{Variable: o.Prefix + "_" + flag, Message: fmt.Sprintf("scheme %s has no group or concept %q", o.Scheme.Name, name)})
			}
		}
	}
}

// decide lets a decision override what the rules found.
func (d Decision) decide(s *Scheme, k Coding) Coding {
	if d.Category != "" && d.Category != k.Category {
		k.RunnerUp = k.Category
		k.Category = d.Category
		if d.Category == Uncoded {
			k.Category, k.Group = "", ""
		} else {
			k.Group = s.decidedGroup(d.Category, k)
		}
	}
	if d.Combination != nil {
		k.Combination = *d.Combination
	}
	k.DecidedBy, k.Review, k.Confidence = ByDecision, false, 1
	return k
}

// decidedGroup returns the group a decided case is listed under: that of a
// mention of the category, or the category's rest group.
func (s *Scheme) decidedGroup(category string, k Coding) string {
	for _, m := range k.Mentions {
		if g := s.Group(m.Group); g != nil && g.Category == category {
			return m.Group
		}
	}
	for _, g := range s.Groups {
		if g.Category == category && g.Rest {
			return g.Name
		}
	}
	return ""
}

func summarise(s *Scheme, codings []*Coding) *Summary {
	m := &Summary{Scheme: s.Name, Version: s.Version, Hash: s.Hash, Rows: len(codings), ByCategory: map[string]int{}, By: map[string]int{}}
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	for _, k := range codings {
		if k == nil {
			m.Absent++
			continue
		}
		count(&m.Coded, k.Category != "")
		count(&m.Uncoded, k.option() == Uncoded)
		count(&m.NotCoded, k.option() == NotCoded)
		count(&m.Decided, k.DecidedBy == ByDecision)
		count(&m.Remembered, k.DecidedBy == ByMemory)
		count(&m.Review, k.Review)
		count(&m.Combinations, k.Combination)
		if k.Category != "" {
			m.ByCategory[k.Category]++
			m.By[k.DecidedBy]++
		}
	}
	return m
}
