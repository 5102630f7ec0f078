package disclosure

import (
	"math"
	"slices"
)

// program is a linear program: variables within bounds, and equations between
// them. Its equations are kept solved for one variable each, the basic ones,
// so that moving another tells at once what moves along. A variable that is
// not basic may stand anywhere within its bounds, which lets a search start
// from any solution.
//
// Coefficients are 1 and -1 to begin with and stay near whole numbers; what
// is below tiny is rounding.
//
// Source: Dantzig (1955), upper bounds in the simplex method; Bland (1977)
// against cycling.
type program struct {
	low, high, x []float64   // of each variable
	rows         [][]float64 // coefficients, and last the constant
	basic        []int       // variable that each row is solved for
	row          []int       // of a basic variable, -1 for the others
	broken       bool        // an equation contradicts others
	price        []float64   // reduced cost of each variable in the last search
}

// tiny is below every coefficient and cost that is not 0 but for rounding.
const tiny = 1e-9

// newProgram returns a program of no variables yet, with room for n.
func newProgram(n int) *program {
	room := matrix(3, n)
	return &program{low: room[0][:0], high: room[1][:0], x: room[2][:0], row: make([]int, 0, n)}
}

// matrix returns rows of noughts, which lie side by side.
func matrix(rows, columns int) [][]float64 {
	all, m := make([]float64, rows*columns), make([][]float64, rows)
	for i := range m {
		m[i], all = all[:columns:columns], all[columns:]
	}
	return m
}

// variable adds a variable that stands at x.
func (p *program) variable(low, high, x float64) int {
	p.low, p.high, p.x, p.row = append(p.low, low), append(p.high, high), append(p.x, x), append(p.row, -1)
	return len(p.x) - 1
}

// solve solves equations, rows of coefficients and a constant, for basic
// variables: those of the widest range first, as they are in nobody's way.
// Equations that follow from others are dropped.
func (p *program) solve(equations [][]float64) {
	n := len(p.x)
	var in []int // variables of an equation, and last the constant
	for _, e := range equations {
		for i, b := range p.basic {
			if e[b] != 0 {
				in = among(in[:0], p.rows[i])
				eliminate(e, p.rows[i], b, in)
			}
		}
		in = among(in[:0], e)
		at := -1
		for _, j := range in {
			if a := math.Abs(e[j]); j < n && a > 1e-7 && (at < 0 || p.better(j, a, at, math.Abs(e[at]))) {
				at = j
			}
		}
		if at < 0 {
			p.broken = p.broken || math.Abs(e[n]) > 1e-6
			continue
		}
		scale(e, e[at])
		for i := range p.rows {
			eliminate(p.rows[i], e, at, in)
		}
		p.row[at] = len(p.rows)
		p.rows, p.basic = append(p.rows, e), append(p.basic, at)
	}
	p.settle()
}

// better reports whether to solve for j with coefficient a rather than k with
// coefficient b: not for fixed ones, and for coefficients of 1.
func (p *program) better(j int, a float64, k int, b float64) bool {
	if wide, other := p.high[j] > p.low[j], p.high[k] > p.low[k]; wide != other {
		return wide
	}
	return math.Abs(a-1) < math.Abs(b-1)-tiny
}

// settle computes the basic variables from the others.
func (p *program) settle() {
	n := len(p.x)
	for i, b := range p.basic {
		v := p.rows[i][n]
		for j, a := range p.rows[i][:n] {
			if a != 0 && j != b {
				v -= a * p.x[j]
			}
		}
		p.x[b] = snapped(v)
	}
}

// snapped returns v, or the whole number it is but for rounding.
func snapped(v float64) float64 {
	if n := math.Round(v); math.Abs(v-n) < 1e-9 {
		return n + 0 // not minus nought
	}
	return v
}

// among appends to in where row is not 0.
func among(in []int, row []float64) []int {
	for k, v := range row {
		if v != 0 {
			in = append(in, k)
		}
	}
	return in
}

// eliminate takes variable j out of row by the row solved for it, which is not
// 0 in in.
func eliminate(row, by []float64, j int, in []int) {
	a := row[j]
	if a == 0 {
		return
	}
	for _, k := range in {
		if row[k] -= a * by[k]; math.Abs(row[k]) < tiny {
			row[k] = 0
		}
	}
	row[j] = 0
}

// scale divides row by a.
func scale(row []float64, a float64) {
	if a == 1 {
		return
	}
	for k := range row {
		row[k] /= a
	}
}

// clone returns a copy of p that can be searched apart.
func (p *program) clone() *program {
	n := len(p.x)
	d := newProgram(n)
	d.low, d.high, d.x, d.row = append(d.low, p.low...), append(d.high, p.high...), append(d.x, p.x...), append(d.row, p.row...)
	d.basic, d.broken = slices.Clone(p.basic), p.broken
	d.rows = matrix(len(p.rows), n+1)
	for i, r := range p.rows {
		copy(d.rows[i], r)
	}
	return d
}

// bound narrows the bounds of variable j, and reports whether p still has a
// solution, which it then stands at.
func (p *program) bound(j int, low, high float64) bool {
	p.low[j], p.high[j] = low, high
	if low > high {
		return false
	}
	if p.row[j] < 0 && (p.x[j] < low || p.x[j] > high) {
		p.x[j] = min(max(p.x[j], low), high)
		p.settle()
	}
	return p.feasible()
}

// slack is how far outside its bounds a variable may stand for rounding.
const slack = 1e-7

// feasible moves to a solution and reports whether there is one.
func (p *program) feasible() bool {
	if p.broken {
		return false
	}
	cost := make([]float64, len(p.x))
	for range 50 * (len(p.x) + 10) {
		clear(cost)
		off := false
		for _, b := range p.basic {
			switch {
			case p.x[b] < p.low[b]-slack:
				cost[b], off = 1, true
			case p.x[b] > p.high[b]+slack:
				cost[b], off = -1, true
			}
		}
		if !off {
			return true
		}
		p.reprice(cost)
		if !p.step(p.entering(true)) {
			return false
		}
	}
	return false
}

// maximise moves to the solution with the highest sum of costs. It starts from
// a solution.
func (p *program) maximise(cost []float64) {
	p.reprice(cost)
	for turn := range 50 * (len(p.x) + 10) {
		if !p.step(p.entering(turn > 5*len(p.x))) {
			return
		}
	}
}

// reprice computes what moving each variable that is not basic gains.
func (p *program) reprice(cost []float64) {
	p.price = append(p.price[:0], cost...)
	for i, b := range p.basic {
		if c := cost[b]; c != 0 {
			for j, a := range p.rows[i][:len(p.x)] {
				p.price[j] -= c * a
			}
		}
	}
}

// entering returns the variable to move: the one that gains most, or the first
// that gains; -1 for none.
func (p *program) entering(first bool) int {
	best := -1
	for j, d := range p.price {
		if p.row[j] >= 0 || !(d > tiny && p.x[j] < p.high[j]-tiny || d < -tiny && p.x[j] > p.low[j]+tiny) {
			continue
		}
		if first {
			return j
		}
		if best < 0 || math.Abs(d) > math.Abs(p.price[best])+tiny {
			best = j
		}
	}
	return best
}

// step moves variable j as far as it may go, and reports whether there was one
// to move.
func (p *program) step(j int) bool {
	if j < 0 {
		return false
	}
	way, far := 1.0, p.high[j]-p.x[j]
	if p.price[j] < 0 {
		way, far = -1, p.x[j]-p.low[j]
	}
	at, reach := -1, 0.0
	for i, b := range p.basic {
		a := p.rows[i][j]
		if math.Abs(a) < 1e-8 {
			continue
		}
		t, end := p.room(b, -way*a)
		t /= math.Abs(a)
		if t < far-tiny || at >= 0 && t < far+tiny && math.Abs(a) > math.Abs(p.rows[at][j])+tiny {
			at, far, reach = i, min(t, far), end
		}
	}
	if math.IsInf(far, 1) {
		return false
	}
	p.x[j] = snapped(p.x[j] + way*far)
	for i, b := range p.basic {
		if a := p.rows[i][j]; a != 0 {
			p.x[b] = snapped(p.x[b] - way*a*far)
		}
	}
	if at >= 0 {
		p.x[p.basic[at]] = reach
		p.pivot(at, j)
	}
	return true
}

// room returns how far basic variable b may move up or down, and where it then
// stands: to its bound or, from outside its bounds, to the one that brings it
// inside.
func (p *program) room(b int, way float64) (far, end float64) {
	x, low, high := p.x[b], p.low[b], p.high[b]
	switch {
	case way > 0 && x < low-slack:
		end = low
	case way > 0 && x > high+slack, way < 0 && x < low-slack:
		return math.Inf(1), 0
	case way < 0 && x > high+slack, way > 0:
		end = high
	default:
		end = low
	}
	return max(0, math.Abs(end-x)), end
}

// pivot makes variable j basic in place of the one of row i.
func (p *program) pivot(i, j int) {
	scale(p.rows[i], p.rows[i][j])
	p.rows[i][j] = 1
	in := among(nil, p.rows[i])
	for k := range p.rows {
		if k != i {
			eliminate(p.rows[k], p.rows[i], j, in)
		}
	}
	if d := p.price[j]; d != 0 {
		for k, a := range p.rows[i][:len(p.x)] {
			p.price[k] -= d * a
		}
		p.price[j] = 0
	}
	p.row[p.basic[i]], p.row[j] = -1, i
	p.basic[i] = j
}
