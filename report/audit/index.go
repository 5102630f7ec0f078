package audit

import (
	"fmt"
	"strings"

	"stikprove/survey"
)

// index files the claims by id and finds what cannot be read in them.
func (a *auditor) index() error {
	var problems survey.Problems
	var ids []string
	complain := func(c *Claim, variable, format string, args ...any) {
		at := c.At
		if k := c.columns[variable]; k > 0 {
			at.Column = k
		}
		at.Variable, at.Message = strings.TrimSuffix(c.ID+"."+variable, "."), fmt.Sprintf(format, args...)
		problems = append(problems, at)
	}
	for _, c := range a.claims {
		switch {
		case c.ID == "":
			complain(c, "id", "a claim needs an id, a short name without blanks")
		case a.by[c.ID] != nil:
			complain(c, "", "the id is given twice")
		case strings.ContainsAny(c.ID, ":=; \t"):
			complain(c, "", "an id is one word without : = ;")
		}
		a.by[c.ID] = c
		ids = append(ids, c.ID)
	}
	var kinds []string
	for _, k := range Kinds {
		kinds = append(kinds, string(k.Kind))
	}
	for _, c := range a.claims {
		if checks[c.Kind] == nil && c.Kind != Caption {
			complain(c, "kind", "got %s, want one of %s%s", survey.Quote(string(c.Kind)), strings.Join(kinds, ", "), survey.DidYouMean(string(c.Kind), kinds))
			continue
		}
		for _, f := range a.unread(c) {
			complain(c, f.column, "%s", f.message)
		}
		for _, name := range a.references(c) {
			if a.by[name] == nil {
				complain(c, "of", "no claim %s%s", survey.Quote(name), survey.DidYouMean(name, ids))
			}
		}
	}
	return problems.Err()
}

type unread struct{ column, message string }

// unread lists the fields of a claim that its kind needs and that say nothing.
func (a *auditor) unread(c *Claim) []unread {
	var out []unread
	add := func(column, format string, args ...any) {
		out = append(out, unread{column, fmt.Sprintf(format, args...)})
	}
	if _, ok := parsePrinted(c.Value, c.percent()); !ok {
		switch c.Kind {
		case Percentage, Count, Words, Product, Breakdown, Sum, Union:
			add("value", "got %s, want a number or a fraction word as it is printed", survey.Quote(c.Value))
		case Base, Whole, Parts, Mean:
			if c.Value != "" && a.by[c.Value] == nil {
				add("value", "got %s, want a number as it is printed", survey.Quote(c.Value))
			}
		}
	}
	if _, ok := parseTimes(c.Value); c.Kind == Times && !ok {
		add("value", "got %s, want how many times, such as three times", survey.Quote(c.Value))
	}
	for _, f := range []struct{ column, value string }{{"base", c.Base}, {"count", c.Count}} {
		if f.value == "" || a.by[f.value] != nil {
			continue
		}
		if p, ok := parsePrinted(f.value, false); !ok || p.percent {
			add(f.column, "got %s, want a number or the id of a claim", survey.Quote(f.value))
		}
	}
	for _, f := range []struct{ column, value string }{{"parts", c.Parts}, {"each", c.Each}, {"least", c.Least}} {
		if _, ok := parsePrinted(f.value, false); f.value != "" && !ok {
			add(f.column, "got %s, want a number or a range such as 1-2", survey.Quote(f.value))
		}
	}
	least := map[Kind]int{Sum: 2, Product: 2, Whole: 2, Parts: 1, Shares: 2, Mean: 1, Union: 2, Same: 2, Bands: 2, Ranking: 2, Placed: 2, Breakdown: 1, Times: 1, Styles: 1}
	if len(c.Of) < least[c.Kind] {
		add("of", "got %d, want at least %d, with ; between", len(c.Of), least[c.Kind])
	}
	for _, it := range c.items() {
		if it.value == "" || c.Kind == Bands {
			continue
		}
		if _, ok := parsePrinted(it.value, c.percent()); !ok {
			add("of", "%s: got %s, want a number as it is printed", survey.Quote(it.label), survey.Quote(it.value))
		}
	}
	return out
}

// references are the ids of other claims that a claim calls on.
func (a *auditor) references(c *Claim) []string {
	switch c.Kind {
	case Bands, Ranking, Placed, Breakdown, Styles, Whole, Parts, Mean, Base:
		// Their entries are labels; a name alone may be a claim's.
		return nil
	}
	var out []string
	for _, it := range c.items() {
		if it.value != "" {
			continue
		}
		name, _, _ := strings.Cut(it.label, ":")
		if _, ok := parsePrinted(it.label, false); ok && a.by[name] == nil {
			continue // a number by itself
		}
		out = append(out, name)
	}
	return out
}

// percent reports whether the bare numbers of a claim are percentages: those of
// shares are, and those of a whole that says neither a total nor a unit.
func (c *Claim) percent() bool {
	switch c.Kind {
	case Percentage, Words, Union, Mean, Ranking, Placed, Times:
		return !(c.Kind == Mean && c.Value != "") && !(c.Kind == Ranking && c.Unit != "")
	case Whole, Parts:
		p, ok := parsePrinted(c.Value, false)
		return ok && p.percent || c.Value == "" && (c.Unit == "" || c.Kind == Parts)
	}
	return false
}
