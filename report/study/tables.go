package study

import (
	"fmt"
	"slices"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// tables builds the study's tables and removes what must not be printed of all
// of them together. Tables of samples that could not be read are left out.
func (s *Study) tables(data *Data) ([]*crosstab.Table, error) {
	fromRegister, err := s.registerAside(data) // register.Count, Counts.Tables
	if err != nil {
		return nil, err
	}
	s.holdTables()
	var tables []*crosstab.Table
	var printed []printedTable // those that are asked for
	for _, spec := range s.config.Tables {
		if spec.Compare != "" {
			continue // is made of two others, see compared
		}
		other := s.only != "" && spec.ID != s.only
		had := len(s.problems)
		for _, layer := range s.layered(data, spec) {
			parts, err := s.table(data, layer)
			if err := s.keep(s.file, err); err != nil {
				return nil, err
			}
			if parts != nil && !other {
				printed = append(printed, printedTable{layer, len(tables), len(tables) + len(parts)})
			}
			tables = append(tables, parts...)
		}
		if other {
			s.problems = s.problems[:had] // are for the report to say
		}
	}
	if len(s.problems) > 0 {
		_, err := fromRegister()
		return tables, err // none will be printed
	}
	tables = s.protect(data, tables)
	spells, err := fromRegister()
	if err != nil {
		return nil, err
	}
	var out []*crosstab.Table
	for _, p := range printed {
		out = append(out, p.set(tables[p.from:p.to]))
	}
	return append(append(out, data.Interviews.tables(s)...), spells...), nil
}

// table builds one table, of a banner its parts, or returns nil where its sample
// could not be read.
func (s *Study) table(data *Data, spec table) ([]*crosstab.Table, error) {
	if data.Samples[spec.Sample] == nil {
		if _, designed := s.config.Designs[spec.Sample]; !designed && data.Datasets[spec.Sample] != nil {
			s.add(spec.place, "table "+spec.ID, "sample %s has no design; say in designs how its units were drawn, or that they are a census", spec.Sample)
		}
		return nil, nil
	}
	return s.unprotected(data, spec)
}

func (s *Study) unprotected(data *Data, spec table) ([]*crosstab.Table, error) {
	if len(spec.Response) > 0 {
		return []*crosstab.Table{s.response(data, spec)}, nil
	}
	for _, name := range slices.Concat(spec.Rows, spec.Columns, names{spec.Layers}) {
		if data.Instrument == nil || spec.Verbatim {
			break
		}
		if q := data.Instrument.Question(name); q != nil && q.Kind == survey.KindText && !q.Sensitive() {
			s.add(spec.place, "table "+spec.ID, "%q is an open question, whose answers can tell who somebody is; "+
				"say verbatim: true to print those that enough respondents share", name)
			return nil, nil
		}
	}
	if spec.banner() {
		return crosstab.Parts(data.Samples[spec.Sample], spec.bannerSpec(s.leastWords(data, spec)), s.config.Level)
	}
	build := func() (*crosstab.Table, error) {
		return crosstab.Build(data.Samples[spec.Sample], spec.crosstab(), s.config.Level)
	}
	if spec.appendix != "" {
		build = func() (*crosstab.Table, error) { return s.found(data, spec) }
	}
	t, err := build()
	if t == nil || err != nil {
		return nil, err
	}
	return []*crosstab.Table{t}, nil
}

func (t table) crosstab() crosstab.Spec {
	spec := crosstab.Spec{
		ID: t.ID, Title: t.Title, Rows: t.Rows.first(), Items: t.Items, Sum: t.Sum, Columns: t.Columns.first(),
		Percent: crosstab.Direction(t.Percent), Where: t.Where, DropDontKnow: t.DropDontKnow,
		OfWhich: t.OfWhich, OfWhichLabel: t.OfWhichLabel,
		RowsLargest: t.RowsLargest, ColumnsLargest: t.ColumnsLargest,
		RowsJoined: t.RowsJoined, ColumnsJoined: t.ColumnsJoined, Notes: t.Notes,
		Mean: t.Mean, Answers: t.Base == "answers", Top: t.Top, Bottom: t.Bottom, Whole: t.WholePercent,
		Test: t.Test, Seed: t.Seed, Letters: association.Adjustment(t.Letters),
	}
	for _, n := range t.Nets {
		spec.Nets = append(spec.Nets, crosstab.NetSpec{ID: n.ID, Label: n.Label, Of: n.Of})
	}
	if b := t.Benchmark; b != nil {
		spec.Benchmark = &crosstab.Benchmark{Label: b.Label, Source: b.Source, Shares: b.Shares, Difference: b.Difference}
	}
	return spec
}

// response builds a table of who answered what.
func (s *Study) response(data *Data, spec table) *crosstab.Table {
	var rows []crosstab.ResponseRow
	for i, r := range spec.Response {
		answered, wrong := s.answered(data, spec.Sample, r)
		if wrong != "" {
			s.add(r.place, fmt.Sprintf("table %s.response[%d]", spec.ID, i+1), "%s", wrong)
		}
		rows = append(rows, crosstab.ResponseRow{ID: r.ID, Label: r.Label, Answered: answered})
	}
	d := s.design(spec.Sample)
	if d.Eligible == 0 {
		d.Eligible = data.Datasets[spec.Sample].Rows()
	}
	return crosstab.Response(spec.ID, spec.Title, d, rows)
}

// answered counts the units of a source that r means, or says what is wrong
// with r.
func (s *Study) answered(data *Data, source string, r response) (n int, wrong string) {
	d := data.Datasets[source]
	switch {
	case r.Answered != "":
		c := d.Column(r.Answered)
		if c == nil {
			return 0, d.NoVariable(r.Answered, source)
		}
		for i := range d.Rows() {
			if c.Missing(i) == survey.Present {
				n++
			}
		}
	case r.With != "":
		if from, ok := s.config.Sources[r.With]; !ok || from.From != source && from.To != source {
			return 0, fmt.Sprintf("%s is no source unrolled from %s", survey.Quote(r.With), source)
		}
		if cases := data.Datasets[r.With]; cases != nil {
			// A unit's cases stand together.
			n = len(slices.Compact(slices.Clone(cases.Respondents())))
		}
	default:
		return 0, "want either answered or with"
	}
	return n, ""
}
