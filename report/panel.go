package report

// Panels returns t in parts of fewer columns that fit, each with the labels of
// the rows; fits reports whether a table does. A part ends with the columns of a
// heading that stands over several where it can. A table that fits is returned
// as it is, and a single column is a part whether it fits or not.
func (t *Table) Panels(fits func(*Table) bool) []*Table {
	if len(t.Heads) < 2 || fits(t) {
		return []*Table{t}
	}
	var out []*Table
	for from := 0; from < len(t.Heads); {
		to := from + 1
		for to < len(t.Heads) && fits(t.panel(from, to+1)) {
			to++
		}
		at := 0 // where a heading over several begins
		for _, s := range t.Spans {
			if at > from && at < to && at+s.Columns > to {
				to = at
			}
			at += s.Columns
		}
		out = append(out, t.panel(from, to))
		from = to
	}
	return out
}

// panel returns the columns from from up to to.
func (t *Table) panel(from, to int) *Table {
	p := *t
	p.Heads, p.Spans, p.Rows = t.Heads[from:to], nil, make([]Line, len(t.Rows))
	for i, row := range t.Rows {
		p.Rows[i] = row
		if len(row.Cells) >= to {
			p.Rows[i].Cells = row.Cells[from:to]
		}
	}
	at := 0
	for _, s := range t.Spans {
		if columns := min(at+s.Columns, to) - max(at, from); columns > 0 {
			p.Spans = append(p.Spans, Span{s.Text, columns})
		}
		at += s.Columns
	}
	return &p
}
