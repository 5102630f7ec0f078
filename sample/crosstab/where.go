package crosstab

import (
	"maps"
	"slices"
	"strings"
)

// where narrows the sample to the units whose variables have one of the
// options named. Texts are compared whatever their case and spacing.
func (b *builder) where() {
	if len(b.spec.Where) == 0 {
		return
	}
	keep := slices.Repeat([]bool{true}, b.s.Rows())
	for _, name := range slices.Sorted(maps.Keys(b.spec.Where)) {
		c := b.column(name)
		if c == nil {
			continue
		}
		a, ok := newAxis(c)
		if !ok {
			b.problem("where: %q is %s; put it in bands first", name, c.Kind)
			continue
		}
		wanted := slices.Clone(b.spec.Where[name])
		if len(a.options) > 0 && a.options[0].verbatim {
			for i, s := range wanted {
				wanted[i] = strings.ToLower(spaced(s))
			}
		}
		b.known("where", a, wanted)
		set := a.named(wanted)
		for row := range keep {
			keep[row] = keep[row] && a.any(row, set)
		}
	}
	b.s = b.s.Domain(keep)
}
