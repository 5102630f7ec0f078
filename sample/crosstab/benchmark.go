package crosstab

import "math"

// benchmark adds the Reference column: the known share of each option, the sum
// of them in joined and net rows, and NaN where it is not known.
func (b *builder) benchmark() {
	t, known := b.table, b.spec.Benchmark.Shares
	t.Columns = append(t.Columns, Column{ID: ReferenceID, Label: b.spec.Benchmark.Label, Kind: Reference,
		Source: b.spec.Benchmark.Source, Difference: b.spec.Benchmark.Difference})
	for r, row := range t.Rows {
		of := []string{row.ID}
		if row.Joined || row.Kind == Net {
			of = row.Of
		}
		p := math.NaN()
		if row.Kind == Category || row.Kind == Answer || row.Kind == Net && !t.Several {
			p = 0
			for _, name := range of {
				share, ok := known[name]
				if !ok {
					p = math.NaN()
					break
				}
				p += share
			}
		}
		t.Cells[r] = append(t.Cells[r], Cell{P: p, SE: math.NaN(), Low: math.NaN(), High: math.NaN()})
	}
}
