package association

import (
	"fmt"
	"math"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// Cross is the joint distribution of two codings among the units of a sample
// that have both. Categories without weight are left out. It is immutable.
type Cross struct {
	Counts  [][]int     // units by row and column
	Weights [][]float64 // their weights, summed
	N       int         // units
	Total   float64     // their weights

	s    *sample.Sample // the units as a domain
	cell []int32        // of each row of data, row*columns + column; -1 outside
	df   int
}

// NewCross returns the distribution of row and column over s. The codes of a
// row of data are from 0 to rows-1 and columns-1, or -1 where it has none. It
// panics if they are not as many as s has rows.
func NewCross(s *sample.Sample, row, column []int32, rows, columns int) *Cross {
	if len(row) != s.Rows() || len(column) != s.Rows() {
		panic(fmt.Sprintf("association: %d and %d codes for %d rows", len(row), len(column), s.Rows()))
	}
	weights := make([]float64, rows*columns)
	keep := make([]bool, s.Rows())
	all := true
	for i, w := range s.Weight {
		if w > 0 && row[i] >= 0 && column[i] >= 0 {
			keep[i] = true
			weights[int(row[i])*columns+int(column[i])] += w
		} else {
			all = false
		}
	}
	rowAt, r := kept(rows, func(i int) bool { return exists(columns, func(j int) bool { return weights[i*columns+j] > 0 }) })
	columnAt, c := kept(columns, func(j int) bool { return exists(rows, func(i int) bool { return weights[i*columns+j] > 0 }) })
	t := &Cross{s: s, cell: make([]int32, s.Rows())}
	if !all {
		t.s = s.Domain(keep)
	}
	t.Counts, t.Weights = make([][]int, r), make([][]float64, r)
	for i := range r {
		t.Counts[i], t.Weights[i] = make([]int, c), make([]float64, c)
	}
	for i := range t.cell {
		t.cell[i] = -1
		if !keep[i] {
			continue
		}
		a, b := rowAt[row[i]], columnAt[column[i]]
		t.cell[i] = int32(a*c + b)
		t.Counts[a][b]++
		t.Weights[a][b] += s.Weight[i]
		t.N++
		t.Total += s.Weight[i]
	}
	t.df = estimate.DF(t.s)
	return t
}

// kept numbers those of n that have something.
func kept(n int, has func(int) bool) (at []int, count int) {
	at = make([]int, n)
	for i := range n {
		at[i] = -1
		if has(i) {
			at[i] = count
			count++
		}
	}
	return at, count
}

func exists(n int, has func(int) bool) bool {
	for i := range n {
		if has(i) {
			return true
		}
	}
	return false
}

// Rows returns how many rows have anybody in them.
func (t *Cross) Rows() int { return len(t.Counts) }

// Columns returns how many columns have anybody in them.
func (t *Cross) Columns() int {
	if len(t.Counts) == 0 {
		return 0
	}
	return len(t.Counts[0])
}

// freedom returns (rows-1)(columns-1).
func (t *Cross) freedom() int { return (t.Rows() - 1) * (t.Columns() - 1) }

// testable reports whether there are two rows and two columns.
func (t *Cross) testable() bool { return t.Rows() > 1 && t.Columns() > 1 }

// shares returns the weighted shares, row by row.
func (t *Cross) shares() []float64 {
	p := make([]float64, 0, t.Rows()*t.Columns())
	for _, row := range t.Weights {
		for _, w := range row {
			p = append(p, w/t.Total)
		}
	}
	return p
}

// expected returns the shares that the margins give without association.
func (t *Cross) expected() []float64 {
	c := t.Columns()
	p := t.shares()
	row, column := make([]float64, t.Rows()), make([]float64, c)
	for k, share := range p {
		row[k/c] += share
		column[k%c] += share
	}
	for k := range p {
		p[k] = row[k/c] * column[k%c]
	}
	return p
}

// x2 returns Pearson's X² of the weighted table scaled to n units.
func (t *Cross) x2() float64 {
	sum := 0.0
	e := t.expected()
	for k, p := range t.shares() {
		sum += (p - e[k]) * (p - e[k]) / e[k]
	}
	return sum * float64(t.N)
}

// described returns a result of method with what holds of the table whatever
// the test: sizes, expected counts and effects.
func (t *Cross) described(m Method) Result {
	r := none(m, Tested)
	r.N = t.N
	if !t.testable() {
		r.Why = OneCategory
		return r
	}
	r.Cells = t.Rows() * t.Columns()
	r.Least = math.Inf(1)
	for _, p := range t.expected() {
		e := p * float64(t.N)
		r.Least = min(r.Least, e)
		if e < 5 {
			r.Small++
		}
	}
	r.X2 = t.x2()
	r.Effect = effects(r.X2, float64(t.N), t.Rows(), t.Columns(), r.Effect)
	return r
}

// effects fills in the sizes that follow from X².
//
// Source: Cohen (1988), Statistical Power Analysis, chapter 7; Bergsma (2013),
// Journal of the Korean Statistical Society 42, 323–328.
func effects(x2, n float64, rows, columns int, e Effect) Effect {
	phi := x2 / n
	r, c := float64(rows), float64(columns)
	e.W = math.Sqrt(phi)
	e.CramersV = min(1, math.Sqrt(phi/(min(r, c)-1)))
	if n > 1 {
		phi = max(0, phi-(r-1)*(c-1)/(n-1))
		least := min(r-(r-1)*(r-1)/(n-1), c-(c-1)*(c-1)/(n-1)) - 1
		if least > 0 {
			e.CramersVCorrected = min(1, math.Sqrt(phi/least))
		}
	}
	return e
}
