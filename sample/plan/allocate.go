package plan

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/survey"
)

// Rule says how a sample is shared out over strata.
type Rule uint8

// The rules of allocation.
const (
	Proportional Rule = iota // as the strata's sizes
	Neyman                   // as size times standard deviation: smallest variance of the whole
	Optimum                  // as size times standard deviation by the root of cost: the same for the money
	Equal                    // the same in each: strata compared with each other
)

var rules = []string{"proportional", "neyman", "optimum", "equal"}

// String returns the rule's name as the command line writes it.
func (r Rule) String() string { return rules[r] }

// NeedsSD reports whether shares follow from standard deviations.
func (r Rule) NeedsSD() bool { return r == Neyman || r == Optimum }

// NeedsCost reports whether shares follow from costs.
func (r Rule) NeedsCost() bool { return r == Optimum }

// RuleOf returns the rule called name.
func RuleOf(name string) (Rule, error) {
	if i := slices.Index(rules, name); i >= 0 {
		return Rule(i), nil
	}
	return 0, fmt.Errorf("got %s, want %s", survey.Quote(name), strings.Join(rules, ", "))
}

// Stratum is a group that is sampled by itself.
type Stratum struct {
	Name string
	Size int     // units of the population
	SD   float64 // standard deviation among them, at least 0; for Neyman and Optimum
	Cost float64 // of one answer, above 0; for Optimum
}

// Share is what a stratum gets.
type Share struct {
	Exact float64 // before rounding, minimum and size were heeded
	N     int     // units to draw, at most the stratum's size
	Bound Bound   // what kept N from following Exact
}

// Bound is what kept a share from following the rule.
type Bound uint8

// The bounds of a share.
const (
	Free    Bound = iota
	Minimum       // raised to the minimum, or to all units of a smaller stratum
	Whole         // held to the units there are
)

// Allocate shares n units out over strata by rule, with at least minimum in
// each, or all of a smaller stratum, and never more than it has. What a bound
// takes or gives is shared out over the others in the same proportions. Shares
// are rounded by the largest remainder, of equal ones the first, so that they
// add to n exactly.
//
// The error is [survey.Problems]: more units than there are, fewer than the
// minima need, no spread in any stratum.
//
// Source: Cochran (1977), 5.5–5.9; Neyman (1934), J. R. Stat. Soc. 97,
// 558–625. Same as strAlloc of R PracTools before rounding and bounds.
func Allocate(strata []Stratum, n int, rule Rule, minimum int) ([]Share, error) {
	shares := make([]Share, len(strata))
	weights := make([]float64, len(strata))
	sum, units, least := 0.0, 0, 0
	for h, s := range strata {
		weights[h] = s.weight(rule)
		sum += weights[h]
		units += s.Size
		least += min(minimum, s.Size)
	}
	switch {
	case n < 1:
		return nil, problem("got a sample of %d, want at least 1 unit", n)
	case n > units:
		return nil, problem("got a sample of %d, want at most the %d units there are", n, units)
	case n < least:
		return nil, problem("got a sample of %d, want at least %d: a minimum of %d in each of %d strata", n, least, minimum, len(strata))
	case !(sum > 0) || math.IsInf(sum, 0):
		return nil, problem("%s allocation needs a spread above 0 in some stratum; every standard deviation is 0", rule)
	}
	for h := range strata {
		shares[h].Exact = float64(n) * weights[h] / sum
	}
	bind(strata, shares, weights, n, minimum)
	return shares, nil
}

func problem(format string, args ...any) survey.Problems {
	return survey.Problems{{Variable: "n", Message: fmt.Sprintf(format, args...)}}
}

// weight returns what a stratum's share is proportional to.
func (s Stratum) weight(rule Rule) float64 {
	switch rule {
	case Neyman:
		return float64(s.Size) * s.SD
	case Optimum:
		return float64(s.Size) * s.SD / math.Sqrt(s.Cost)
	case Equal:
		return min(1, float64(s.Size))
	}
	return float64(s.Size)
}

// bind sets N and Bound of every share: bounded ones are set and the others
// share what is left until none of them is beyond its bounds. Of the two kinds
// of bounds, the one that moves more units is heeded first in each round, as
// the exact solution demands.
func bind(strata []Stratum, shares []Share, weights []float64, n, minimum int) {
	exact := make([]float64, len(strata))
	for {
		left, sum := float64(n), 0.0
		for h, s := range shares {
			if s.Bound == Free {
				sum += weights[h]
			} else {
				left -= float64(s.N)
			}
		}
		below, above := 0.0, 0.0
		for h, s := range shares {
			if s.Bound != Free {
				continue
			}
			if exact[h] = 0; sum > 0 {
				exact[h] = left * weights[h] / sum
			}
			low, high := float64(min(minimum, strata[h].Size)), float64(strata[h].Size)
			below += math.Max(0, low-exact[h])
			above += math.Max(0, exact[h]-high)
		}
		if below <= slack && above <= slack {
			// Only strata without weight may be short of units now.
			round(strata, shares, exact, n)
			return
		}
		for h := range shares {
			low, high := min(minimum, strata[h].Size), strata[h].Size
			switch {
			case shares[h].Bound != Free:
			case above >= below && exact[h] > float64(high):
				shares[h].N, shares[h].Bound = high, Whole
			case below > above && exact[h] < float64(low):
				shares[h].N, shares[h].Bound = low, Minimum
			}
		}
	}
}

// remainder returns what n lacks of exact, in steps of slack so that equal
// remainders are equal.
func remainder(exact float64, n int) float64 { return math.Round((exact - float64(n)) / slack) }

// slack is below any part of a unit that matters.
const slack = 1e-9

// round sets N of the free shares by the largest remainder.
func round(strata []Stratum, shares []Share, exact []float64, n int) {
	left := n
	var free []int
	for h := range shares {
		if shares[h].Bound == Free {
			shares[h].N = int(math.Floor(exact[h] + slack))
			free = append(free, h)
		}
		left -= shares[h].N
	}
	slices.SortStableFunc(free, func(a, b int) int {
		return cmp.Compare(remainder(exact[b], shares[b].N), remainder(exact[a], shares[a].N))
	})
	for left > 0 {
		given := false
		for _, h := range free {
			if left > 0 && shares[h].N < strata[h].Size {
				shares[h].N++
				left--
				given = true
			}
		}
		// All with weight are whole: the strata that stand at the minimum get
		// the rest in their order.
		for h := range shares {
			if !given && left > 0 && shares[h].N < strata[h].Size {
				shares[h].N++
				left--
				given = true
			}
		}
		if !given {
			return
		}
	}
}

// StratifiedSE returns the standard error of a mean from a stratified sample,
// √Σ(N_h/N)²·(1−n_h/N_h)·S_h²/n_h; false where a stratum with spread has
// nothing.
//
// Source: Cochran (1977), (5.7).
func StratifiedSE(strata []Stratum, shares []Share) (float64, bool) {
	units, sum := 0.0, 0.0
	for _, s := range strata {
		units += float64(s.Size)
	}
	for h, s := range strata {
		n, size := float64(shares[h].N), float64(s.Size)
		if s.SD == 0 || n == size {
			continue
		}
		if n == 0 {
			return 0, false
		}
		w := size / units
		sum += w * w * (1 - n/size) * s.SD * s.SD / n
	}
	return math.Sqrt(sum), true
}
