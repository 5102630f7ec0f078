package disclosure

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// area is a part of a ledger that hangs together, as a linear program: the
// quantities that a reader does not know, the equations they are in, and
// everything printed put in.
type area struct {
	*program
	l  *ledger
	of []int // quantity of each variable
}

// at returns the variable of quantity k of the area.
func (a *area) at(k int) int { return slices.Index(a.of, k) }

// hiddenIn reports whether a reader does not know quantity k.
func (l *ledger) hiddenIn(k int) bool {
	q := &l.quantities[k]
	return len(q.at) == 0 || q.hidden != 0
}

// ends returns what a reader knows of a hidden quantity alone: noughts are
// shown, but not where the base of shares is hidden. A total is taken to be of
// parts that are nought or more, unless one below is printed.
func (l *ledger) ends(k int) (low, high float64) {
	q := &l.quantities[k]
	switch {
	case q.void:
		return 0, 0
	case q.total && q.value < 0:
		return -1e12, 1e12
	case q.total:
		return 0, 1e12
	case len(q.at) == 0 || q.closed || l.rules.noughts():
		return 0, unlimited
	case q.hidden == crosstab.Shown: // a nought that is to be hidden by hiding its base
		return min(1, q.value), unlimited
	default:
		return 1, unlimited
	}
}

// area returns what hangs together with quantity k through quantities that
// are hidden or that fixed says to take in as well, which keep their value.
// Every variable stands at the value of its quantity.
func (l *ledger) area(k int, fixed func(int) bool) *area {
	of, equations := l.gather(k, fixed)
	a := &area{program: newProgram(len(of)), l: l, of: of}
	for _, k := range of {
		v := l.quantities[k].value
		low, high := v, v
		if l.hiddenIn(k) {
			low, high = l.ends(k)
		}
		a.variable(low, high, v)
	}
	rows := matrix(len(equations), len(of)+1)
	for i, e := range equations {
		for _, t := range l.equations[e] {
			if seat := l.seat[t.of]; seat > 0 {
				rows[i][seat-1] += t.times
			} else {
				rows[i][len(of)] -= t.times * l.quantities[t.of].value
			}
		}
	}
	l.part(of, equations)
	a.solve(rows)
	return a
}

// reached returns the quantities of an area.
func (l *ledger) reached(k int) []int {
	of, equations := l.gather(k, nil)
	l.part(of, equations)
	return of
}

// gather returns the quantities of an area and the equations they are in, which
// are marked until part.
func (l *ledger) gather(k int, fixed func(int) bool) (of, equations []int) {
	of = append(of, k)
	l.seat[k] = 1
	for next := 0; next < len(of); next++ {
		for _, e := range l.in[of[next]] {
			if l.gathered[e] {
				continue
			}
			l.gathered[e] = true
			equations = append(equations, e)
			for _, t := range l.equations[e] {
				if l.seat[t.of] == 0 && (l.hiddenIn(t.of) || fixed != nil && fixed(t.of)) {
					of = append(of, t.of)
					l.seat[t.of] = len(of)
				}
			}
		}
	}
	return of, equations
}

// part takes the marks of gather off.
func (l *ledger) part(of, equations []int) {
	for _, k := range of {
		l.seat[k] = 0
	}
	for _, e := range equations {
		l.gathered[e] = false
	}
}

// whole reports whether every count of the solution is a whole number, or
// which is the first that is not.
func (a *area) whole(p *program) (first int, ok bool) {
	for v, k := range a.of {
		if !a.l.quantities[k].total && math.Abs(p.x[v]-math.Round(p.x[v])) > 1e-6 {
			return v, false
		}
	}
	return -1, true
}

// mostBranches is how many times a search for whole numbers splits a range.
const mostBranches = 60

// rounded returns a solution of p in whole numbers, or nil where there is none
// or too many ranges would have to be split to find it.
func (a *area) rounded(p *program, left *int) *program {
	v, ok := a.whole(p)
	if ok {
		return p
	}
	at := p.x[v]
	for _, up := range []bool{false, true} {
		if *left--; *left < 0 {
			return nil
		}
		half := p.clone()
		low, high := half.low[v], math.Floor(at)
		if up {
			low, high = math.Ceil(at), half.high[v]
		}
		if half.bound(v, low, high) {
			if found := a.rounded(half, left); found != nil {
				return found
			}
		}
	}
	return nil
}

// reach returns a solution in whole numbers in which quantity k is at least,
// or with way -1 at most, to; nil where none is found. Solutions are by
// quantity and hold those that differ from their values.
func (a *area) reach(k int, way, to float64) map[int]float64 {
	v := a.at(k)
	low, high := a.low[v], a.high[v]
	if to < low-slack || to > high+slack {
		return nil
	}
	p := a.program.clone()
	if way > 0 {
		p.high[v] = to
	} else {
		p.low[v] = to
	}
	if !p.feasible() {
		return nil
	}
	cost := make([]float64, len(a.of))
	cost[v] = way
	p.maximise(cost)
	if math.Abs(p.x[v]-to) > 1e-6 {
		return nil
	}
	if _, ok := a.whole(p); !ok {
		left := mostBranches
		if !p.bound(v, to, to) {
			return nil
		}
		if p = a.rounded(p, &left); p == nil {
			return nil
		}
	}
	return a.solution(p)
}

// solution returns what differs from the values of quantities.
func (a *area) solution(p *program) map[int]float64 {
	found := make(map[int]float64)
	for v, k := range a.of {
		if math.Abs(p.x[v]-a.l.quantities[k].value) > 1e-6 {
			found[k] = p.x[v]
		}
	}
	return found
}

// pieceValues finds values for the quantities that nothing prints. Where the
// printed numbers allow none, something is not as the tables say, and the
// equations of those quantities are left out.
func (l *ledger) pieceValues() {
	done := make([]bool, len(l.quantities))
	var drop []int
	hidden := make([]quantity, len(l.quantities))
	copy(hidden, l.quantities)
	for k := range l.quantities {
		l.quantities[k].hidden = 0
	}
	for k := range l.quantities {
		if done[k] || len(l.quantities[k].at) > 0 {
			continue
		}
		a := l.area(k, nil)
		ok := a.feasible()
		for v, j := range a.of {
			done[j] = true
			l.quantities[j].value = a.x[v]
			if !ok {
				l.quantities[j].value = 0
				drop = append(drop, l.in[j]...)
			}
		}
	}
	for k := range l.quantities {
		l.quantities[k].hidden = hidden[k].hidden
	}
	l.leave(drop)
}

// leave leaves out the equations numbered so.
func (l *ledger) leave(drop []int) {
	if len(drop) == 0 {
		return
	}
	var kept []equation
	for i, e := range l.equations {
		if !slices.Contains(drop, i) {
			kept = append(kept, e)
		}
	}
	l.notHeld += len(l.equations) - len(kept)
	l.equations = kept
	l.index()
}
