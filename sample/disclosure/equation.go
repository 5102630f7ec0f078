package disclosure

import (
	"fmt"
	"slices"
	"strings"
)

// equate adds the equation that parts sum to whole, or where rest is set that
// they are at most that.
func (l *ledger) equate(whole int, parts []int, rest bool) {
	e := equation{{whole, -1}}
	for _, p := range parts {
		e = append(e, term{p, 1})
	}
	l.state(e, rest)
}

// state adds an equation, or where rest is set that terms are at most 0. The
// same is said once.
func (l *ledger) state(e equation, rest bool) {
	e = collected(e)
	if len(e) == 0 {
		return
	}
	var s strings.Builder
	fmt.Fprint(&s, rest)
	for _, t := range e {
		fmt.Fprintf(&s, " %d*%g", t.of, t.times)
	}
	if l.seen[s.String()] {
		return
	}
	l.seen[s.String()] = true
	if rest {
		l.quantities = append(l.quantities, quantity{})
		e = append(e, term{len(l.quantities) - 1, 1})
	}
	l.equations = append(l.equations, e)
}

// collected returns e with every quantity once, in order.
func collected(e equation) equation {
	slices.SortStableFunc(e, func(x, y term) int { return x.of - y.of })
	var out equation
	for _, t := range e {
		if n := len(out); n > 0 && out[n-1].of == t.of {
			out[n-1].times += t.times
		} else {
			out = append(out, t)
		}
	}
	return slices.DeleteFunc(out, func(t term) bool { return t.times == 0 })
}
