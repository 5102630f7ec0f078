package crosstab

import (
	"math"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/sample/estimate"
)

// Pair is two columns compared in one row.
type Pair struct {
	Row, First, Second int     // of the table; First stands before Second
	Difference         float64 // First less Second: of shares, or of means
	SE                 float64 // of the difference, with the covariance of the columns under the design
	DF                 int     // PSUs minus strata of the two columns together
	P                  float64 // of Student's t
	Adjusted           float64 // P raised for the pairs of the row
}

// letters compares every two columns of each row and gives the cell with the
// larger number the letter of the other column, where the adjusted p is below
// 1 − level. Columns of fewer than SmallBase units are left out. Rows are of one
// adjustment each.
func (b *builder) letters() {
	t := b.table
	if b.spec.Letters == "" || t.Base.Census || len(b.columns.groups) < 2 {
		return
	}
	t.Adjustment = b.spec.Letters
	var compared []int
	for c, column := range t.Columns {
		if column.Kind != Group {
			continue
		}
		t.Columns[c].Letter = letter(c)
		if column.N >= SmallBase {
			compared = append(compared, c)
		}
	}
	if left := len(b.columns.groups) - len(compared); left > 0 {
		t.Notes = append(t.Notes, Note{Kind: NoteLettersLeft, N: left})
	}
	t.Notes = append(t.Notes, Note{Kind: NoteLetters})
	if b.s.Design.Replicates.Method != sample.NoReplicates {
		t.Notes = append(t.Notes, Note{Kind: NoteLettersLinear})
	}
	var pairs []Pair
	for r, row := range t.Rows {
		if row.Kind == Total || row.Kind == Sum {
			continue
		}
		for i, first := range compared {
			for _, second := range compared[i+1:] {
				pairs = append(pairs, Pair{Row: r, First: first, Second: second})
			}
		}
	}
	if len(pairs) == 0 {
		return
	}
	b.compare(pairs)
	t.Pairs = pairs
	alpha := 1 - b.level
	for from := 0; from < len(pairs); {
		to := from
		var p []float64
		for ; to < len(pairs) && pairs[to].Row == pairs[from].Row; to++ {
			p = append(p, pairs[to].P)
		}
		for i, adjusted := range association.Adjust(p, b.spec.Letters) {
			q := &pairs[from+i]
			q.Adjusted = adjusted
			larger, smaller := q.First, q.Second
			if q.Difference < 0 {
				larger, smaller = smaller, larger
			}
			if adjusted < alpha {
				cell := &t.Cells[q.Row][larger]
				cell.Letters = append(cell.Letters, t.Columns[smaller].Letter)
			}
		}
		from = to
	}
}

// letter names the k-th column: A to Z, then AA.
func letter(k int) string {
	if k < 26 {
		return string(rune('A' + k))
	}
	return letter(k/26-1) + letter(k%26)
}

// compare fills in the differences.
func (b *builder) compare(pairs []Pair) {
	t := b.table
	columns := len(b.columns.groups)
	freedom := b.freedoms(columns)
	number := func(c Cell) float64 {
		if b.mean != nil {
			return c.Mean
		}
		return c.P
	}
	// The influence of a column's number is the weight in the cell, less the
	// number times the weight in the column, over the column's weight.
	codes := b.columnCodes()
	rows := b.tableRows()
	var values []float64
	if b.mean != nil {
		values = b.meanValues()
	}
	part := make([]float64, len(t.Rows)*columns)
	base := make([]float64, columns)
	var in []int
	variances := estimate.UnitTotals{K: len(pairs), Add: func(data []int32, totals []float64) {
		clear(part)
		clear(base)
		for _, i := range data {
			c := codes[i]
			w := b.s.Weight[i]
			if c < 0 || w == 0 {
				continue
			}
			if values != nil {
				part[c] += w * values[i]
				base[c] += w
				continue
			}
			in = rows(int(i), in[:0])
			for _, r := range in {
				part[r*columns+int(c)] += w
				if b.spec.Answers && t.Rows[r].Kind != Total {
					base[c] += w
				}
			}
			if !b.spec.Answers {
				base[c] += w
			}
		}
		z := func(r, c int) float64 {
			return (part[r*columns+c] - number(t.Cells[r][c])*base[c]) / t.Columns[c].Weighted
		}
		for k, p := range pairs {
			if base[p.First] != 0 || base[p.Second] != 0 {
				totals[k] += z(p.Row, p.First) - z(p.Row, p.Second)
			}
		}
	}}.Variances(b.s)
	for k := range pairs {
		p := &pairs[k]
		p.Difference = number(t.Cells[p.Row][p.First]) - number(t.Cells[p.Row][p.Second])
		p.SE = math.Sqrt(max(variances[k], 0))
		p.DF = freedom[p.First][p.Second]
		p.P, p.Adjusted = math.NaN(), math.NaN()
		if p.SE > 1e-12 {
			p.P = association.StudentP(p.Difference/p.SE, float64(p.DF))
		}
	}
}

// freedoms returns the degrees of freedom of every two columns together.
func (b *builder) freedoms(columns int) [][]int {
	codes := b.columnCodes()
	out := make([][]int, columns)
	for i := range out {
		out[i] = make([]int, columns)
	}
	at := make([]int32, 0, columns*columns)
	for i := range columns {
		for j := i + 1; j < columns; j++ {
			at = append(at, int32(i*columns+j))
		}
	}
	sets := estimate.Sets{Count: columns * columns, Of: func(row int, into []int32) []int32 {
		c := codes[row]
		if c < 0 {
			return into
		}
		for _, k := range at {
			if k/int32(columns) == c || k%int32(columns) == c {
				into = append(into, k)
			}
		}
		return into
	}}
	counts, _ := estimate.Shares(b.s, sets, nil)
	for _, k := range at {
		out[int(k)/columns][int(k)%columns] = counts[k].PSUs - counts[k].Strata
	}
	return out
}
