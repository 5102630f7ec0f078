package study

import (
	"fmt"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// tables builds the study's tables and removes what must not be printed.
// Tables of samples that could not be read are left out.
func (s *Study) tables(data *Data) ([]*crosstab.Table, error) {
	var tables []*crosstab.Table
	for _, spec := range s.config.Tables {
		t, err := s.table(data, spec)
		if err := s.keep(s.file, err); err != nil {
			return nil, err
		}
		if t != nil {
			tables = append(tables, t)
		}
	}
	return tables, nil
}

// table builds one table, or returns nil where its sample could not be read.
func (s *Study) table(data *Data, spec table) (*crosstab.Table, error) {
	bound := data.Samples[spec.Sample]
	if bound == nil {
		if _, designed := s.config.Designs[spec.Sample]; !designed && data.Datasets[spec.Sample] != nil {
			return nil, survey.Problem{
				File: s.file, Line: true, Row: spec.Line, Column: spec.Column, Variable: "table " + spec.ID,
				Message: fmt.Sprintf("sample %s has no design; say in designs how its units were drawn, or that they are a census", spec.Sample),
			}
		}
		return nil, nil
	}
	if len(spec.Response) > 0 {
		return s.response(data, spec)
	}
	t, err := crosstab.Build(bound, spec.crosstab(), s.config.Level)
	if err != nil || bound.Design.Open {
		return t, err
	}
	return disclosure.Protect(t, s.config.Disclosure.Minimum), nil
}

func (t table) crosstab() crosstab.Spec {
	spec := crosstab.Spec{
		ID: t.ID, Title: t.Title, Rows: t.Rows, Items: t.Items, Sum: t.Sum, Columns: t.Columns,
		Percent: crosstab.Direction(t.Percent), Where: t.Where, DropDontKnow: t.DropDontKnow,
		OfWhich: t.OfWhich, OfWhichLabel: t.OfWhichLabel,
		RowsLargest: t.RowsLargest, ColumnsLargest: t.ColumnsLargest,
		RowsJoined: t.RowsJoined, ColumnsJoined: t.ColumnsJoined, Notes: t.Notes,
	}
	for _, n := range t.Nets {
		spec.Nets = append(spec.Nets, crosstab.NetSpec{ID: n.ID, Label: n.Label, Of: n.Of})
	}
	if b := t.Benchmark; b != nil {
		spec.Benchmark = &crosstab.Benchmark{Label: b.Label, Source: b.Source, Shares: b.Shares}
	}
	return spec
}

// response builds a table of who answered what.
func (s *Study) response(data *Data, spec table) (*crosstab.Table, error) {
	d := data.Datasets[spec.Sample]
	var rows []crosstab.ResponseRow
	for i, r := range spec.Response {
		problem := func(format string, args ...any) survey.Problem {
			return survey.Problem{
				File: s.file, Line: true, Row: r.Line, Column: r.Column,
				Variable: fmt.Sprintf("table %s.response[%d]", spec.ID, i+1), Message: fmt.Sprintf(format, args...),
			}
		}
		row := crosstab.ResponseRow{ID: r.ID, Label: r.Label}
		switch {
		case r.Answered != "":
			c := d.Column(r.Answered)
			if c == nil {
				return nil, problem("no variable %q in %s%s", clip(r.Answered), spec.Sample, survey.DidYouMean(r.Answered, names(d)))
			}
			for i := range d.Rows() {
				if c.Missing(i) == survey.Present {
					row.Answered++
				}
			}
		case r.With != "":
			from, ok := s.config.Sources[r.With]
			if !ok || from.From != spec.Sample {
				return nil, problem("%q is no source unrolled from %s", clip(r.With), spec.Sample)
			}
			if cases := data.Datasets[r.With]; cases != nil {
				// A unit's cases stand together, so a new sheet row is a new unit.
				last := -1
				for _, at := range cases.Origin().Rows {
					if at != last {
						row.Answered++
					}
					last = at
				}
			}
		default:
			return nil, problem("want either answered or with")
		}
		rows = append(rows, row)
	}
	return crosstab.Response(spec.ID, spec.Title, s.design(spec.Sample), rows), nil
}
