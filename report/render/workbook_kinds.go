package render

import (
	"slices"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// asFigure draws the table as its figure in the report is drawn, where a
// workbook has charts of that kind: groups side by side, lines, and a ranking
// as bars. A dumbbell is two bars a row. It returns nil for the other kinds,
// for a table without a figure, and where a hidden cell would be drawn as nought.
func (s *tableSheet) asFigure() *selection {
	f := s.figure()
	if f == nil {
		return nil
	}
	switch spec := f.Figure.Spec; spec.Kind {
	case figure.Bar, figure.Dots, figure.Histogram:
		if spec.Row != "" {
			return s.one(spec.Row)
		}
		return s.bars(spec.Column)
	case figure.Grouped, figure.Dumbbell:
		return s.grouped(spec.Columns)
	case figure.Line:
		return s.line(spec)
	}
	return nil
}

// named returns the columns of shares of the crosstab's columns called ids.
func (s *tableSheet) named(ids []string) []int {
	var list []int
	for _, id := range ids {
		for _, kind := range []crosstab.ColumnKind{crosstab.Group, crosstab.All, crosstab.Reference} {
			for _, k := range s.shares(kind) {
				if id != "" && s.table.Of.Columns[s.columns[k].of.Column].ID == id {
					list = append(list, k)
				}
			}
		}
	}
	return list
}

// grouped draws a series for each column called ids, of every group where none
// is named.
func (s *tableSheet) grouped(ids []string) *selection {
	columns := s.shares(crosstab.Group)
	if ids != nil {
		columns = s.named(ids)
	}
	rows := s.drawn(columns)
	if len(columns) < 2 || len(columns) > len(seriesColours) || len(rows) == 0 || !s.allShown(rows, columns) {
		return nil
	}
	return &selection{kind: figure.Grouped, rows: rows, columns: columns}
}

// one draws a bar for each group of one row.
func (s *tableSheet) one(id string) *selection {
	columns := s.shares(crosstab.Group)
	rows := slices.DeleteFunc(s.drawn(columns), func(i int) bool { return s.table.Of.Rows[s.table.Rows[i].Row].ID != id })
	if len(rows) != 1 || !s.allShown(rows, columns) {
		return nil
	}
	return &selection{kind: figure.Bar, rows: rows, columns: columns, across: true}
}

// line draws lines over the times in the columns, or else in the rows.
func (s *tableSheet) line(spec figure.Spec) *selection {
	columns := s.shares(crosstab.Group)
	if spec.Columns != nil {
		columns = s.named(spec.Columns)
	}
	rows := s.drawn(columns)
	if len(columns) == 0 {
		columns = s.shares(crosstab.All)
		rows = s.drawn(columns)
	}
	if spec.Column != "" {
		columns = s.named([]string{spec.Column})
	}
	if len(rows) == 0 || len(columns) == 0 || !s.allShown(rows, columns) {
		return nil
	}
	p := &selection{kind: figure.Line, rows: rows, columns: columns, across: figure.TimesAcross(s.table.Of, spec)}
	if lines, _ := p.sides(); len(lines) > len(seriesColours) {
		return nil
	}
	return p
}
