package study

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Traced is a printed number on its way back to where it comes from. Of a
// hidden number it holds where it would stand, that it is hidden, and nothing
// else.
type Traced struct {
	Ref     string     `json:"ref"`     // table, row, column and what, with slashes
	Printed string     `json:"printed"` // as the text prints it
	Table   string     `json:"table"`   // id
	Number  int        `json:"number"`  // of the table in the report
	Title   string     `json:"title"`
	Row     *Named     `json:"row,omitempty"`    // nil for a number of the whole table
	Column  *Named     `json:"column,omitempty"` // nil for a number of the whole table
	What    string     `json:"what"`             // pct, n, N, ... as a look-up has it
	Hidden  bool       `json:"hidden,omitempty"`
	Why     string     `json:"why,omitempty"` // it is hidden
	Sample  string     `json:"sample,omitempty"`
	Filter  string     `json:"filter"` // who is in the base; empty for everybody
	Base    string     `json:"base,omitempty"`
	Source  string     `json:"source"`
	Weights string     `json:"weights,omitempty"`
	Design  string     `json:"design,omitempty"`
	Numbers *Unrounded `json:"numbers,omitempty"` // nil where it is hidden
	Places  []Place    `json:"places"`
	Units   []Unit     `json:"units,omitempty"` // counted ones first
	Note    string     `json:"note,omitempty"`  // why no units are listed
}

// Named is a row or column.
type Named struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Unrounded is an estimate unrounded. Shares and their errors are in [0, 1]; what
// does not exist is nil.
type Unrounded struct {
	N        int      `json:"n"`                  // units counted
	Base     int      `json:"base"`               // units that the share is of
	Weighted *float64 `json:"weighted,omitempty"` // weights of the units counted, summed; of a total the total
	Estimate *float64 `json:"estimate,omitempty"`
	SE       *float64 `json:"se,omitempty"`
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Level    *float64 `json:"level,omitempty"` // of the interval
}

// Place is where a number is printed.
type Place struct {
	Kind    string `json:"kind"`              // text, footnote, figure or table
	File    string `json:"file,omitempty"`    // of the text
	Line    int    `json:"line,omitempty"`    // in File, from 1
	Section string `json:"section,omitempty"` // heading it stands under
	Label   string `json:"label,omitempty"`   // of the table or figure, such as "Table 3"
	Anchor  string `json:"anchor,omitempty"`  // of the cell in report.html
	Ref     string `json:"ref"`
	Printed string `json:"printed"`
}

// Unit is a row of data behind a number.
type Unit struct {
	ID      string    `json:"id"`
	Counted bool      `json:"counted"` // in the number itself; otherwise in what it is a share of
	Weight  float64   `json:"weight"`
	Cells   []Address `json:"cells"` // that the table's variables were read from
	Texts   []string  `json:"texts,omitempty"`
}

// Address is a cell of a source.
type Address struct {
	File     string `json:"file"`
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"` // as Excel writes it
	Variable string `json:"variable"`
}

// TraceOptions says what a trace tells.
type TraceOptions struct {
	Language string // tag; the study's own where empty
	Texts    bool   // what respondents wrote about conditions, too, which is health data
	Progress Progress
}

// Trace leads from a printed number to where it comes from. ref names it,
//
//	condition/physical/pct
//	condition-by-industry/physical/construction/n
//	condition/N
//	t-condition-physical-pct
//
// by table, row, column and what, or by the address of its cell in report.html.
// The error is a [survey.Problem] with the nearest name where there is none.
func (s *Study) Trace(ref string, o TraceOptions) (*Traced, error) {
	t, err := s.tracer(o)
	if err != nil {
		return nil, err
	}
	at, err := t.find(ref)
	if err != nil {
		return nil, err
	}
	return t.trace(at), nil
}

// Printed lists everywhere that a number is printed as it is given, such as
// "39 %". The error is a [survey.Problem] where it is printed nowhere.
func (s *Study) Printed(number string, o TraceOptions) ([]Place, error) {
	t, err := s.tracer(o)
	if err != nil {
		return nil, err
	}
	var found []Place
	for _, p := range t.places() {
		if likeness(p.Printed) == likeness(number) {
			found = append(found, p)
		}
	}
	if found == nil {
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf(`%s is printed nowhere; want a number as it is printed, such as "39 %%", or table/row/column/what`, survey.Quote(number))}
	}
	return found, nil
}

// IsReference reports whether what is traced names a number by its table,
// rather than being one as it is printed.
func (s *Study) IsReference(ref string) bool {
	return strings.Contains(ref, "/") || strings.HasPrefix(ref, "t-") || slices.Contains(s.TableIDs(), ref)
}

// likeness returns a printed number without what is typed in more than one way:
// spaces, hard or not, and the sort of dash.
func likeness(number string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "–", "-", "−", "-").Replace(number)
}

// tracer is a study arranged, to be traced in.
type tracer struct {
	*Study
	data    *Data
	report  *report.Document
	say     report.Language
	options TraceOptions
	specs   map[string]table    // by table id
	members map[string]behind   // by table id, as they are asked for
	inputs  map[string][]string // by sample and variable, see [tracer.readFrom]
	heads   map[string]string   // by id, the headings
	all     []Place             // every number printed
}

func (s *Study) tracer(o TraceOptions) (*tracer, error) {
	s = s.afresh()
	data, document, err := s.arrange(o.Language, o.Progress)
	if err != nil {
		return nil, err
	}
	say, _ := report.LanguageOf(document.Language) // arranged in it
	t := &tracer{Study: s, data: data, report: document, say: say, options: o,
		specs: map[string]table{}, members: map[string]behind{}, inputs: map[string][]string{}, heads: map[string]string{}}
	for _, spec := range s.config.Tables {
		for _, layer := range s.layered(data, spec) {
			t.specs[layer.ID] = layer
		}
	}
	for _, b := range document.Blocks {
		if h, ok := b.(report.Heading); ok {
			t.heads[h.ID] = strings.TrimSpace(h.Number + " " + report.Plain(h.Text))
		}
	}
	return t, nil
}

// trace follows one number back.
func (t *tracer) trace(at traced) *Traced {
	of := at.table.Of
	out := &Traced{Ref: at.ref(), Table: of.ID, Number: at.table.Number, Title: of.Title.In(t.report.Language), What: at.what,
		Sample: of.Sample, Filter: t.filter(of), Source: at.table.Source}
	if at.row >= 0 {
		out.Row = &Named{of.Rows[at.row].ID, t.say.RowLabel(of.Rows[at.row])}
	}
	if at.column >= 0 {
		out.Column = &Named{of.Columns[at.column].ID, t.say.ColumnLabel(of.Columns[at.column])}
	}
	for _, p := range t.places() {
		if same, err := t.find(p.Ref); err == nil && same.number() == at.number() {
			out.Places = append(out.Places, p)
		}
	}
	out.Printed = t.printed(at, out.Places)
	if at.what == "pct" && !at.hidden() {
		out.Places = append(out.Places, t.drawn(at, out.Printed)...)
	}
	if at.hidden() {
		out.Hidden, out.Why = true, hiddenWhy
		return out
	}
	out.Base = t.say.BaseOf(of.Base)
	out.Numbers = at.figure()
	if bound := t.data.Samples[of.Sample]; bound != nil {
		out.Weights, out.Design = weightsOf(bound.Design), designOf(bound)
		if d := t.config.Designs[of.Sample]; d.Calibrate != nil {
			out.Weights += ", calibrated to known totals"
		}
	}
	out.Units, out.Note = t.units(at)
	return out
}

// hiddenWhy does not say which of its reasons it is: that would tell that a
// count is small where another is hidden for its sake.
const hiddenWhy = "hidden by disclosure control: its count is small, or it would give back one that is"

// printed returns the number as the text or, where that does not have it, its
// table prints it.
func (t *tracer) printed(at traced, places []Place) string {
	if v, ok := t.report.Look(at.ref()); ok {
		return v.Text
	}
	if len(places) > 0 {
		return places[0].Printed
	}
	return ""
}

// filter says who is in the base of a table.
func (t *tracer) filter(of *crosstab.Table) string {
	spec, ok := t.specs[of.ID]
	if !ok {
		return ""
	}
	var parts []string
	for _, name := range sortedKeys(spec.Where) {
		parts = append(parts, name+" = "+strings.Join(spec.Where[name], " or "))
	}
	if t.where != "" {
		parts = append(parts, t.where)
	}
	if spec.DropDontKnow {
		parts = append(parts, "no don't-knows")
	}
	return strings.Join(parts, ", ")
}
