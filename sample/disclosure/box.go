package disclosure

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// options is a set of options of a variable: those named or, with not, all
// others. Having no answer is the option "".
type options struct {
	not   bool
	names []string // in order, each once
}

func some(names ...string) options {
	names = slices.Clone(names)
	slices.Sort(names)
	return options{names: slices.Compact(names)}
}

func but(names ...string) options {
	o := some(names...)
	o.not = true
	return o
}

// has reports whether o holds the option, where "*" is one that nothing names.
func (o options) has(name string) bool { return slices.Contains(o.names, name) != o.not }

// and returns the options in both sets.
func (o options) and(b options) options {
	switch {
	case o.not && b.not:
		return but(append(slices.Clone(o.names), b.names...)...)
	case o.not:
		return b.and(o)
	}
	var names []string
	for _, n := range o.names {
		if b.has(n) {
			names = append(names, n)
		}
	}
	return options{names: names}
}

// empty reports whether o holds no option.
func (o options) empty() bool { return !o.not && len(o.names) == 0 }

func (o options) key() string {
	sign := "="
	if o.not {
		sign = "!"
	}
	return sign + strings.Join(o.names, "\x01")
}

// box says what a count counts: the units of a sample that have one of the
// options of every variable in it.
type box struct {
	sample string
	of     map[string]options
}

func (b box) key() string {
	var s strings.Builder
	s.WriteString(b.sample)
	for _, v := range slices.Sorted(maps.Keys(b.of)) {
		s.WriteString("\x02" + v + b.of[v].key())
	}
	return s.String()
}

// with returns the units of b that also have one of the options of variable.
func (b box) with(variable string, o options) box {
	d := box{b.sample, maps.Clone(b.of)}
	if d.of == nil {
		d.of = make(map[string]options)
	}
	if had, ok := d.of[variable]; ok {
		o = had.and(o)
	}
	d.of[variable] = o
	return d
}

// without returns b with any answer to variable, or none.
func (b box) without(variable string) box {
	d := box{b.sample, maps.Clone(b.of)}
	delete(d.of, variable)
	return d
}

// impossible reports whether no unit can be in b.
func (b box) impossible() bool {
	for _, o := range b.of {
		if o.empty() {
			return true
		}
	}
	return false
}

// AnyOf returns the name under which the units that gave one of the options of
// a variable with several answers are known: a condition on it has the one
// option "yes".
func AnyOf(variable string, names []string) string {
	return variable + "\x03" + strings.Join(some(names...).names, "\x01")
}

// yes are the units that gave one of the answers.
var yes = some("yes")

// derivations are what is known of how variables of samples hang together.
type derivations map[[2]string]Derivation

func newDerivations(known []Derivation) derivations {
	d := make(derivations)
	for _, k := range known {
		d[[2]string{k.Sample, k.Variable}] = k
	}
	return d
}

// resolve returns b in terms of the variables that others are derived from,
// as far as it can be said in a box.
func (d derivations) resolve(b box) box {
	for range 8 {
		changed := false
		for _, v := range slices.SortedFunc(maps.Keys(b.of), cmp.Compare[string]) {
			known, ok := d[[2]string{b.sample, v}]
			if !ok {
				continue
			}
			if r, ok := known.resolve(b.without(v), b.of[v]); ok {
				b, changed = r, true
			}
		}
		if !changed {
			break
		}
	}
	return b
}

// resolve returns the units of b that have one of the options o of d, and
// whether it could.
func (d Derivation) resolve(b box, o options) (box, bool) {
	if from, of := d.single(); from != "" {
		names, answered := []string{}, []string{}
		for _, option := range slices.Sorted(maps.Keys(of)) {
			answered = append(answered, of[option]...)
			if slices.Contains(o.names, option) {
				names = append(names, of[option]...)
			}
		}
		switch {
		case o.not && slices.Contains(o.names, ""): // an answer, and none of these
			left := some(answered...)
			return b.with(from, left.and(but(names...))), true
		case o.not:
			return b.with(from, but(names...)), true
		case slices.Contains(o.names, ""):
			return b, false
		}
		return b.with(from, some(names...)), true
	}
	if o.not || len(o.names) != 1 || len(d.Options[o.names[0]]) == 0 {
		return b, false
	}
	for _, c := range d.Options[o.names[0]] {
		set := some(c.Options...)
		set.not = c.Not
		b = b.with(c.Variable, set)
	}
	return b, true
}
