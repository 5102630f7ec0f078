package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// resolve puts numbers and references in place of the look-ups in blocks.
func (a *arranger) resolve(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		switch b := b.(type) {
		case heading:
			h := b.Heading
			h.Text = a.inlines(h.Text)
			out = append(out, h)
		case Paragraph:
			out = append(out, Paragraph{Text: a.inlines(b.Text), File: b.File, Line: b.Line})
		case Quote:
			out = append(out, Quote{Blocks: a.resolve(b.Blocks)})
		case List:
			l := List{Ordered: b.Ordered}
			for _, item := range b.Items {
				l.Items = append(l.Items, a.resolve(item))
			}
			out = append(out, l)
		default:
			out = append(out, b)
		}
	}
	return out
}

// inlines resolves the look-ups in a text.
func (a *arranger) inlines(text []Inline) []Inline {
	out, _ := a.inlinesAfter(text, true)
	return out
}

// inlinesAfter does; opens says whether a sentence begins here, and is
// returned for what follows.
func (a *arranger) inlinesAfter(text []Inline, opens bool) ([]Inline, bool) {
	var out []Inline
	for _, in := range text {
		switch in := in.(type) {
		case Words:
			opens = a.opensAfter(in.Text, opens)
			out = append(out, in)
		case Emphasis:
			var words []Inline
			words, opens = a.inlinesAfter(in.Text, opens)
			out = append(out, Emphasis{Strong: in.Strong, Text: words})
		case Link:
			var words []Inline
			words, opens = a.inlinesAfter(in.Text, opens)
			out = append(out, Link{URL: in.URL, Text: words})
		case lookup:
			out = append(out, a.lookUp(in, opens))
			opens = false
		default:
			out = append(out, in)
		}
	}
	return out, opens
}

// opensAfter reports whether a sentence begins after words. A full stop that
// ends an abbreviation ends no sentence.
func (l Language) opensAfter(words string, before bool) bool {
	s := strings.TrimRight(words, " "+nbsp)
	if s == "" {
		return before
	}
	if len(s) == len(words) || !strings.ContainsAny(s[len(s)-1:], ".!?") {
		return false
	}
	last := s[strings.LastIndexAny(s, " ("+nbsp)+1:]
	return !slices.Contains(l.abbreviations, strings.ToLower(strings.TrimLeft(last, "(»“\u00a0")))
}

// lookUp returns what a look-up finds. What finds nothing is a problem.
func (a *arranger) lookUp(l lookup, opens bool) Inline {
	if l.verb == "see" {
		return a.see(l, opens)
	}
	d, ok := a.laid[l.names[0]]
	if !ok {
		a.problem(l.at, "no number "+survey.Quote(strings.Join(l.names, "/"))+a.insteadOf(l, 0, a.tableIDs()))
		return Words{}
	}
	v, fault := a.value(l, d)
	if fault != "" {
		a.problem(l.at, fault)
		return Words{}
	}
	v.Key, v.File, v.Line = strings.Join(append(slices.Clone(l.names), l.verb), "/"), l.at.file, l.at.line
	v.Definition = a.definition(l, d.table.Of)
	if opens && (l.verb == "words" || v.Text == a.NotShown || v.Text == a.NotKnown) {
		v.Text = upperFirst(v.Text)
	}
	return v
}

// definition returns what a look-up is a number of.
func (a *arranger) definition(l lookup, t *crosstab.Table) string {
	words := a.title(t)
	if len(l.names) > 1 {
		if i := rowOf(t, l.names[1]); i >= 0 {
			words += ": " + a.RowLabel(t.Rows[i])
		} else if j := columnOf(t, l.names[1]); j >= 0 {
			words += ": " + a.ColumnLabel(t.Columns[j])
		}
	}
	if len(l.names) > 2 {
		if j := columnOf(t, l.names[2]); j >= 0 {
			words += ", " + a.ColumnLabel(t.Columns[j])
		}
	}
	return words
}

// insteadOf returns the nearest number there is when the name at index is not
// known.
func (a *arranger) insteadOf(l lookup, index int, known []string) string {
	near := survey.Instead(l.names[index], known)
	name, ok := strings.CutPrefix(near, `; did you mean "`)
	if !ok {
		return near
	}
	names := slices.Clone(l.names)
	names[index] = strings.TrimSuffix(name, `"?`)
	return fmt.Sprintf(`; did you mean "%s"?`, strings.Join(names, "/"))
}

// within returns a reference as it stands in a sentence that it does not open.
func (a *arranger) within(reference string, opens bool) string {
	if opens || !a.lowersNouns {
		return reference
	}
	return lowerFirst(reference)
}

// see returns a reference to a table, figure or section. Where several have
// the id the table is meant, then the figure.
func (a *arranger) see(l lookup, opens bool) Inline {
	id, kind := l.names[len(l.names)-1], ""
	if len(l.names) == 2 {
		kind = l.names[0]
	}
	d, isTable := a.laid[id]
	f, isFigure := a.drawn[id]
	h, isHeading := a.headings[id]
	switch {
	case kind != "" && kind != "table" && kind != "figure" && kind != "section":
		a.problem(l.at, "no kind "+survey.Quote(kind)+"; want table, figure or section")
	case isTable && (kind == "" || kind == "table"):
		return Reference{Text: a.within(a.TableLabel(d.table.Number), opens), Anchor: d.table.Anchor}
	case isFigure && (kind == "" || kind == "figure"):
		return Reference{Text: a.within(a.FigureLabel(f.Number), opens), Anchor: f.Anchor}
	case isHeading && (kind == "" || kind == "section") && h.Number != "":
		text := a.Section + nbsp + h.Number
		if opens {
			text = upperFirst(text)
		}
		return Reference{Text: text, Anchor: h.ID}
	case isHeading && (kind == "" || kind == "section"):
		return Reference{Text: a.Quoted(plain(h.Text)), Anchor: h.ID}
	case a.figureNamed(id):
		// The figure could not be drawn, which is a problem already.
	default:
		known := slices.Concat(a.tableIDs(), a.figureIDs(), slices.Sorted(maps.Keys(a.headings)))
		a.problem(l.at, "nothing to see called "+survey.Quote(id)+survey.DidYouMean(id, known))
	}
	return Words{}
}
