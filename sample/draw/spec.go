package draw

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"stikprove/sample/plan"
	"stikprove/survey"
)

// Method is how units are drawn within a stratum, or PSUs where there are some.
type Method uint8

// The methods.
const (
	Simple     Method = iota // without replacement, every set alike
	Systematic               // from a random start, with a fractional interval
	PPS                      // systematic in proportion to size
	Sampford                 // in proportion to size, by rejection
	Tille                    // in proportion to size, by elimination
)

var methods = []string{"srs", "systematic", "pps", "sampford", "tille"}

// String returns the method's name as the command line writes it.
func (m Method) String() string { return methods[m] }

// MethodOf returns the method called name.
func MethodOf(name string) (Method, error) {
	if i := slices.Index(methods, name); i >= 0 {
		return Method(i), nil
	}
	return 0, fmt.Errorf("got %s, want %s", survey.Quote(name), strings.Join(methods, ", "))
}

// Unequal reports whether units are drawn in proportion to size.
func (m Method) Unequal() bool { return m >= PPS }

// Spec says how to draw from a frame. How many is said in one of N, Each and
// By; where a frame has PSUs and none is said, every PSU is taken.
type Spec struct {
	Method       Method
	Seed         uint64
	N            int            // units, or PSUs, in all; shared out over strata by Allocation
	Each         int            // in each stratum, or all of a smaller one
	By           map[string]int // in each stratum, by its name
	Allocation   plan.Rule
	Minimum      int // in each stratum where N is shared out
	Take         int // units drawn in each PSU, or all of a smaller one; 0 for all units
	Of           int // PSUs of the population, where every PSU of the frame is taken and they are some of them; 0 otherwise
	Replacements int // wanted for each stratum, or for each PSU that units are drawn in
}

// check returns what cannot be drawn from f.
func (s Spec) check(f *Frame) survey.Problems {
	var problems survey.Problems
	add := func(what, format string, args ...any) {
		problems = append(problems, survey.Problem{Variable: what, Message: fmt.Sprintf(format, args...)})
	}
	said := 0
	for _, is := range []bool{s.N != 0, s.Each != 0, s.By != nil} {
		if is {
			said++
		}
	}
	clusters := f.psus != nil
	switch {
	case s.N < 0, s.Each < 0, s.Take < 0, s.Of < 0, s.Replacements < 0, s.Minimum < 0:
		add("n", "got a number of units below 0")
	case said > 1:
		add("n", "the number to draw is said in two ways, want one of them")
	case said == 0 && !clusters:
		add("n", "got no number of units to draw, want at least 1")
	case s.Take > 0 && !clusters:
		add("take", "units are taken in first-stage units, and the frame has none; name their variable")
	case s.Of > 0 && (said > 0 || !clusters || len(f.strata) > 1):
		add("of", "the number of first-stage units in the population is for a frame without strata of which every first-stage unit is taken")
	case s.Of > 0 && s.Of < len(f.psus):
		add("of", "got %d first-stage units in the population, want at least the %d of the frame", s.Of, len(f.psus))
	}
	if s.Method.Unequal() && f.columns.Size == "" && !clusters {
		add("size", "method %s draws in proportion to size, and no variable is named for it", s.Method)
	}
	if !s.Method.Unequal() && f.columns.Size != "" {
		add("size", "method %s does not use a size; want pps, sampford or tille", s.Method)
	}
	if s.N > 0 && s.Allocation == plan.Neyman {
		if f.columns.SD == "" && f.columns.SDOf == "" {
			add("allocation", "Neyman allocation needs the standard deviation of each stratum, and no variable is named for it")
		} else if clusters && f.columns.SDOf != "" {
			add("allocation", "the spread of units says nothing of first-stage units; name a variable with the standard deviation among those of each stratum")
		}
	}
	if s.N > 0 && s.Allocation == plan.Optimum {
		add("allocation", "optimum allocation needs costs, which a frame does not have; want proportional, neyman or equal")
	}
	s.named(f, add)
	return problems
}

// named checks the strata of By.
func (s Spec) named(f *Frame, add func(what, format string, args ...any)) {
	for _, name := range slices.Sorted(maps.Keys(s.By)) {
		_, known := slices.BinarySearch(f.strata, name)
		switch {
		case !known:
			add("n", "no stratum %s in the frame%s", survey.Quote(name), survey.Instead(name, f.strata))
		case s.By[name] < 0:
			add("n", "got %d for stratum %s, want a number of units", s.By[name], survey.Quote(name))
		}
	}
	if s.By == nil {
		return
	}
	for _, name := range f.strata {
		if _, said := s.By[name]; !said {
			add("n", "no number for stratum %s; say 0 where nothing is to be drawn", survey.Quote(name))
		}
	}
}

// shares returns how many of the members of each stratum are drawn, and what
// was changed.
func (s Spec) shares(f *Frame, members [][]int) ([]int, []Change, error) {
	n := make([]int, len(members))
	var changes []Change
	for h, m := range members {
		name := f.strata[h]
		switch {
		case s.By != nil:
			n[h] = s.By[name]
			if n[h] > len(m) {
				return nil, nil, survey.Problems{{Variable: "n", Message: fmt.Sprintf("got %d for stratum %s, want at most its %d units", n[h], survey.Quote(name), len(m))}}
			}
		case s.Each > 0:
			if n[h] = min(s.Each, len(m)); n[h] < s.Each {
				changes = append(changes, Change{Kind: HeldToSize, Stratum: name, Wanted: float64(s.Each), Got: n[h]})
			}
		case s.N == 0:
			n[h] = len(m)
		}
	}
	if s.N == 0 {
		return n, changes, nil
	}
	strata := make([]plan.Stratum, len(members))
	for h, m := range members {
		strata[h] = plan.Stratum{Name: f.strata[h], Size: len(m), SD: f.sd[h]}
	}
	shares, err := plan.Allocate(strata, s.N, s.Allocation, s.Minimum)
	if err != nil {
		return nil, nil, err
	}
	for h, share := range shares {
		n[h] = share.N
		if share.Bound == plan.Free || math.Abs(share.Exact-float64(share.N)) <= 0.5 {
			continue // rounding would have given the same
		}
		kind := RaisedToMinimum
		if share.Bound == plan.Whole {
			kind = HeldToSize
		}
		changes = append(changes, Change{Kind: kind, Stratum: f.strata[h], Wanted: share.Exact, Got: share.N})
	}
	return n, changes, nil
}
