package survey

// Picked returns d with the given rows only, in their order; a row may be given
// more than once. It panics if a row is not d's.
func (d *Dataset) Picked(rows []int) *Dataset {
	n := *d
	n.rows = len(rows)
	n.origin = d.origin.pick(rows)
	n.columns = make([]*Column, len(d.columns))
	for i, c := range d.columns {
		n.columns[i] = c.pick(rows)
	}
	n.rosters = nil
	for _, r := range d.rosters {
		picked := roster{name: r.name}
		for _, b := range r.blocks {
			picked.blocks = append(picked.blocks, b.Picked(rows))
		}
		n.rosters = append(n.rosters, picked)
	}
	if d.cases != nil {
		cases := *d.cases
		cases.respondents = pick(cases.respondents, rows)
		n.cases = &cases
	}
	return &n
}

func (c *Column) pick(rows []int) *Column {
	n := &Column{
		Variable: c.Variable,
		index:    pick(c.index, rows),
		bits:     pick(c.bits, rows),
		numbers:  pick(c.numbers, rows),
		texts:    pick(c.texts, rows),
		missing:  pick(c.missing, rows),
		blocks:   c.blocks,
	}
	if c.home != nil {
		n.home = &home{c.home.origin, pick(c.home.rows, rows)}
	}
	return n
}

func (o Origin) pick(rows []int) Origin {
	o.Rows, o.Block, o.Place = pick(o.Rows, rows), pick(o.Block, rows), pick(o.Place, rows)
	return o
}

// pick returns values[i] for each i of rows, or nil where there are no values.
func pick[T any](values []T, rows []int) []T {
	if values == nil {
		return nil
	}
	picked := make([]T, len(rows))
	for i, row := range rows {
		picked[i] = values[row]
	}
	return picked
}
