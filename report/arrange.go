package report

import (
	"cmp"
	"slices"
	"strings"

	"stikprove/survey"
)

// Arrange puts a report together in a language: it numbers headings, tables
// and figures in the order the text has them, lays tables and figures out, and
// puts the numbers in the text. Tables and figures that the text does not place
// come after it, before the appendices, so that nothing is lost.
//
// The error is a [survey.Problems] with every look-up that finds nothing and
// every figure that cannot be drawn.
func Arrange(c Content, language string) (*Document, error) {
	l, ok := LanguageOf(language)
	if !ok {
		return nil, noLanguage(language)
	}
	a := newArranger(c, l)
	a.lay()
	blocks := a.number()
	d := &Document{
		Language: l.Tag, Study: l.label(c.Study), Wave: c.Wave, Version: c.Version,
		Title: cmp.Or(l.label(c.Title), l.label(c.Study)), Subtitle: l.label(c.Subtitle), Notice: l.label(c.Notice), Waves: c.Waves,
	}
	d.Blocks = a.resolve(blocks)
	for i, note := range a.notes {
		d.Notes = append(d.Notes, Note{Number: i + 1, Text: a.inlines(note)})
	}
	d.Tables, d.Figures = a.tables, a.figures
	for _, f := range d.Figures { // drawn before tables had numbers
		for i, v := range f.Values {
			if now, ok := a.look(v.Key); ok {
				f.Values[i].Hint = now.Hint
			}
		}
	}
	d.Method = a.method()
	if !slices.ContainsFunc(c.Appendices, func(of Appendix) bool { return of.Name == AppendixMethod }) {
		d.Method = slices.Concat(a.ownMethod(), a.ruleNotes(), d.Method)
	}
	for _, w := range c.Warnings {
		d.Warnings = append(d.Warnings, a.ruleNote(w))
	}
	if err := a.problems.Err(); err != nil {
		return nil, err
	}
	d.Findings = a.review()
	d.look = a.look
	return d, nil
}

// look finds a number by its key, as [arranger.lookUp] makes it.
func (a *arranger) look(key string) (Value, bool) {
	names := strings.Split(key, "/")
	last := len(names) - 1
	l := lookup{verb: names[last], names: names[:last]}
	verb, ok := verbs[l.verb]
	if !ok || l.places() || l.verb == "see" || l.verb == "given" || l.verb == "fine" || last < verb.least || last > verb.most {
		return Value{}, false
	}
	d, ok := a.laid[names[0]]
	if !ok {
		return Value{}, false
	}
	v, fault := a.value(l, d)
	v.Key = key
	return v, fault == ""
}

// arranger keeps what is known of a document while it is put together.
type arranger struct {
	Language
	content  Content
	outline  []Block
	notes    [][]Inline
	anchors  *anchors
	laid     map[string]laid
	drawn    map[string]*Figure
	headings map[string]*heading // by the id in the outline, with number and final id
	tables   []*Table            // numbered, in order
	figures  []*Figure
	placed   map[string]survey.Problem // where each table and figure was placed
	titles   []passage                 // of tables and figures
	problems survey.Problems

	wavesSaid bool // what is to be known of two waves is in the text
}

func newArranger(c Content, l Language) *arranger {
	a := &arranger{
		Language: l, content: c, anchors: newAnchors(), laid: map[string]laid{}, drawn: map[string]*Figure{},
		headings: map[string]*heading{}, placed: map[string]survey.Problem{},
	}
	if c.Outline != nil {
		a.outline, a.notes = c.Outline.blocks, c.Outline.notes
	}
	for _, of := range c.Appendices {
		if of.Text != nil {
			a.notes = append(slices.Clip(a.notes), of.Text.notes...)
		}
	}
	return a
}

// lay lays out every table and draws every figure.
func (a *arranger) lay() {
	for _, t := range a.content.Tables {
		if _, twice := a.laid[t.ID]; twice {
			a.problems = append(a.problems, survey.Problem{Variable: "table " + t.ID, Message: "another table has the same id"})
			continue
		}
		a.laid[t.ID] = layTable(t, a.Language, a.anchors)
	}
	for _, t := range a.content.Titles {
		_, _ = a.readTitle(a.label(t.Words), t.At) // a title is words, and what is no look-up in it stands as it is
	}
	for _, spec := range a.content.Figures {
		if spec.ID == "" {
			spec.ID = spec.Table
		}
		problem := survey.Problem{Variable: "figure " + spec.ID}
		d, ok := a.laid[spec.Table]
		switch {
		case !ok:
			problem.Message = "no table " + survey.Quote(spec.Table) + survey.Instead(spec.Table, a.tableIDs())
			a.problems = append(a.problems, problem)
			continue
		case isBanner(d.table.Of):
			problem.Message = "table " + survey.Quote(spec.Table) + " is of several row or column variables; a figure is of one by one"
			a.problems = append(a.problems, problem)
			continue
		case a.drawn[spec.ID] != nil:
			problem.Message = "another figure has the same id"
			a.problems = append(a.problems, problem)
			continue
		}
		title := a.finding(spec)
		spec.Title = survey.Words(plain(title))
		f, err := drawFigure(spec, d, a.label(a.content.Notice), a.Language)
		if err != nil {
			a.problems.Add("", err)
			continue
		}
		f.Anchor, f.Values = a.anchors.claim(a.anchorFigure+slugID(spec.ID)), valuesIn(title)
		a.drawn[spec.ID] = f
	}
}

// ownMethod returns the study's account of its method, and ours of its coding.
func (a *arranger) ownMethod() []string {
	var out []string
	for _, t := range a.content.Method {
		if s := a.label(t); s != "" {
			out = append(out, s)
		}
	}
	for _, d := range a.content.Drawn {
		if s := a.designText(d); s != "" {
			out = append(out, s)
		}
	}
	for _, k := range a.content.Coded {
		out = append(out, a.codedText(k))
	}
	return out
}

// ruleNotes returns what readers are to know of what edit rules found.
func (a *arranger) ruleNotes() []string {
	var out []string
	for _, r := range a.content.Rules {
		out = append(out, a.ruleNote(r))
	}
	return out
}

// method returns our account of the numbers.
func (a *arranger) method() []string {
	out := []string{a.methodRound}
	hidden, level := false, 0.0
	for _, t := range a.content.Tables {
		hidden = hidden || anyHidden(t)
		for _, row := range t.Cells {
			for _, c := range row {
				if t.Level > 0 && hasInterval(c) {
					level = t.Level
				}
			}
		}
	}
	if level > 0 {
		out = append(out, upperFirst(strings.ReplaceAll(a.methodLevel, "%s", a.Level(level))))
	}
	if hidden {
		out = append(out, a.methodHidden)
	}
	return out
}

func (a *arranger) problemAt(at position, message string) survey.Problem {
	return survey.Problem{File: at.file, Row: at.line, Column: at.column, Line: true, Message: message}
}

func (a *arranger) problem(at position, message string) {
	a.problems = append(a.problems, a.problemAt(at, message))
}

func (a *arranger) tableIDs() []string {
	var ids []string
	for _, t := range a.content.Tables {
		ids = append(ids, t.ID)
	}
	return ids
}

func (a *arranger) figureIDs() []string {
	var ids []string
	for _, f := range a.content.Figures {
		if f.ID != "" {
			ids = append(ids, f.ID)
		} else {
			ids = append(ids, f.Table)
		}
	}
	return ids
}

func (a *arranger) figureNamed(id string) bool {
	for _, known := range a.figureIDs() {
		if known == id {
			return true
		}
	}
	return false
}
