package platform

import (
	"errors"
	"fmt"
	"slices"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// ReadMapped returns the answers in w as m says, without guessing: the next
// wave of a study reads as the one that m was made of. in may be nil, as in
// [Read].
//
// A column of the mapping that is not there, and a value that is none of a
// question's options, are problems; columns that the mapping does not have are
// left out and named in the notes.
func ReadMapped(w *sheet.Workbook, m Mapping, in *survey.Instrument, unit string) (*survey.Dataset, error) {
	l := &Layout{Platform: m.Platform, Confidence: 1, By: "the mapping", Sheet: m.Sheet, Heading: m.Heading, Headings: max(1, m.Headings), page: &page{workbook: w, sheet: m.Sheet}}
	if !slices.Contains(Platforms(), m.Platform) {
		return nil, survey.Problem{File: w.File(), Message: "the mapping names the platform " + survey.Quote(m.Platform) + survey.DidYouMean(m.Platform, Platforms())}
	}
	head, err := readHead(w, m.Sheet, headDepth)
	if err != nil {
		return nil, err
	}
	l.page.rows = head
	moved := l.locate(m)
	if l.table, err = load(w, l.Sheet, l.above()); err != nil {
		return nil, err
	}
	if err := l.further(); err != nil {
		return nil, err
	}
	l.mapping = &m
	r := l.reader(&m, in)
	if len(head) == 0 {
		r.problem(0, 0, "", fmt.Sprintf("the sheet is empty, want headings in row %d", l.Heading))
		return nil, r.problems.Err()
	}
	if moved {
		r.note(fmt.Sprintf("the headings stand in row %d, and in row %d in the mapping", l.Heading, m.Heading))
	}
	r.headings = newHeadings(l.headingRows(), l.alone(), l.table)
	return r.dataset(unit)
}

// locate finds the headings: in the row that the mapping says, unless another
// has more of its columns. It reports whether another has.
func (l *Layout) locate(m Mapping) bool {
	wanted := map[string]bool{}
	for _, v := range m.Variables {
		for _, name := range v.Columns {
			wanted[key(name)] = true
		}
	}
	best := -1
	for at, h := range l.page.rows {
		l.page.at = at
		n := 0
		for name := range newHeadings(l.headingRows(), l.alone(), &table{}).columns {
			if wanted[name] {
				n++
			}
		}
		if n > best || n == best && h.number == m.Heading {
			best, l.Heading = n, h.number
		}
	}
	l.page.at = max(0, slices.IndexFunc(l.page.rows, func(h headRow) bool { return h.number == l.Heading }))
	return best > 0 && l.Heading != m.Heading
}

var kinds = []survey.Kind{survey.KindText, survey.KindInteger, survey.KindDecimal, survey.KindDate, survey.KindSingle, survey.KindMultiple}

var meaningNames = map[string]survey.Meaning{
	"": survey.Substantive, "dont_know": survey.DontKnow, "refused": survey.Refused, "not_relevant": survey.NotRelevant, "none": survey.None,
}

// question returns the question that a mapped variable is, or what is wrong
// with it.
func (v *MappedVariable) question() (*survey.Question, string) {
	at := slices.IndexFunc(kinds, func(k survey.Kind) bool { return k.String() == v.Kind })
	if at < 0 {
		return nil, "the mapping has the kind " + survey.Quote(v.Kind) + ", want text, integer, decimal, date, single or multiple"
	}
	q := &survey.Question{Variable: survey.Variable{Name: v.Name, Label: survey.Words(v.Label), Kind: kinds[at]}}
	switch v.Role {
	case roleID:
		q.Role = survey.RoleID
	case rolePersonal:
		q.Role = survey.RolePersonal
	}
	for _, o := range v.Options {
		meaning, known := meaningNames[o.Meaning]
		if !known {
			return nil, "the mapping has the meaning " + survey.Quote(o.Meaning) + ", want dont_know, refused, not_relevant or none"
		}
		q.Options = append(q.Options, survey.Option{Name: o.Name, Code: o.Code, Label: survey.Words(o.Label), Meaning: meaning})
	}
	return q, v.check(q)
}

func (v *MappedVariable) check(q *survey.Question) string {
	err := error(nil)
	switch {
	case v.Name == "" || v.Name != asciiName(v.Name, 0):
		err = fmt.Errorf("the mapping has the name %s, want letters, digits and underscores", survey.Quote(v.Name))
	case len(v.Columns) == 0:
		err = errors.New("the mapping gives it no column")
	case q.Kind == survey.KindMultiple && len(q.Options) > mostMultiple:
		err = fmt.Errorf("the mapping has %d options, want at most %d", len(q.Options), mostMultiple)
	case q.Kind == survey.KindMultiple && v.Separator == "" && len(v.Columns) != len(q.Options):
		err = fmt.Errorf("the mapping has %d columns for %d options", len(v.Columns), len(q.Options))
	case (q.Kind != survey.KindMultiple || v.Separator != "") && len(v.Columns) != 1:
		err = fmt.Errorf("the mapping has %d columns, want 1", len(v.Columns))
	case !slices.Contains([]string{"", yearFirst, dayFirst, monthFirst}, v.DateOrder):
		err = fmt.Errorf("the mapping has the order %s of dates, want ymd, dmy or mdy", survey.Quote(v.DateOrder))
	default:
		return ""
	}
	return err.Error()
}
