package disclosure

import "slices"

// Rules says what must not be printed. A rule left at nought is off.
type Rules struct {
	// Minimum is the smallest count from 1 that may be printed; 1 or less hides
	// no count for being small.
	Minimum int
	// Width is by how much at least the ends of the range differ that a reader
	// can narrow a small count to; 1 where nought. The upper end is never below
	// Minimum.
	Width int
	// Dominance hides a total of which the N largest parts make up more than
	// Percent, N from 1 to [crosstab.LargestKept].
	Dominance Dominance
	// PPercent hides a total from which the unit with the second largest part
	// can work out the largest to within so many percent.
	PPercent float64
	Zeros    bool // hide noughts too
	Full     bool // hide a cell that holds every unit of its column or row, of which it tells something
	Cost     Cost // what is kept least of; Counts where empty
	// Round prints counts rounded to whole multiples of it, and hides none; the
	// other rules are then for means and totals.
	Round   int
	Derived []Derivation // what readers know of how variables hang together
}

// Dominance is the (n,k) rule.
type Dominance struct {
	N       int
	Percent float64
}

// Cost says what hiding a cell costs.
type Cost string

// The costs. In all of them an inner cell costs less than a net, a net less
// than a margin and a margin less than the base of a table.
const (
	Counts Cost = "counts" // the cell's count and one: what is hidden tells of few units
	Cells  Cost = "cells"  // one: few cells are hidden
)

// Derivation says which units have an option of a variable by what they
// answered to others: those that meet every condition. A variable whose every
// option is one condition on the same other variable, such as one in bands or
// with options joined, is the other variable taken together.
type Derivation struct {
	Sample, Variable string
	Options          map[string][]Condition
}

// Condition is met by units that have one of the options of a variable, or
// with Not none of them.
type Condition struct {
	Variable string
	Options  []string
	Not      bool
}

// active reports whether any rule hides anything.
func (r Rules) active() bool {
	return r.Minimum > 1 || r.Zeros || r.Full || r.PPercent > 0 || r.Dominance.N > 0
}

// width returns how wide the range of a small count must be.
func (r Rules) width() int { return max(r.Width, 1) }

// noughts reports whether a nought may be hidden, so that a hidden count may
// be one.
func (r Rules) noughts() bool { return r.Zeros || r.Full }

// sensitive reports whether a total of parts, of which the largest are given
// in falling order, tells a part too well, and by how much it must be blurred
// up and down.
//
// Source: Hundepool et al. (2012), Statistical Disclosure Control, section
// 4.2.2: upper protection levels of the p% and dominance rules.
func (r Rules) sensitive(total float64, largest []float64) (blur float64, yes bool) {
	if len(largest) == 0 {
		return 0, false
	}
	if r.PPercent > 0 {
		rest := total - largest[0]
		if len(largest) > 1 {
			rest -= largest[1]
		}
		if need := r.PPercent/100*largest[0] - rest; need > tiny {
			blur, yes = max(blur, need), true
		}
	}
	if d := r.Dominance; d.N > 0 {
		top := 0.0
		for _, v := range largest[:min(d.N, len(largest))] {
			top += v
		}
		if need := top*100/d.Percent - total; need > tiny {
			blur, yes = max(blur, need), true
		}
	}
	return blur, yes
}

// single returns the variable that d takes together and the options of it that
// each option of d stands for, or "".
func (d Derivation) single() (string, map[string][]string) {
	from, of := "", make(map[string][]string)
	for option, conditions := range d.Options {
		if len(conditions) != 1 || conditions[0].Not || from != "" && conditions[0].Variable != from {
			return "", nil
		}
		from, of[option] = conditions[0].Variable, slices.Clone(conditions[0].Options)
	}
	return from, of
}
