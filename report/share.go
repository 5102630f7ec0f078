package report

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// fraction is a simple share, such as 4 of 10.
type fraction struct{ of, parts int }

func (f fraction) share() float64 { return float64(f.of) / float64(f.parts) }

// shareWords is how a language tells a share in words.
type shareWords struct {
	none, every string // 0 and 1
	nearly      string // all but a few
	fewer       string // before the smallest fraction
	under, over string // a little less and a little more than a fraction
	more        string // more than a fraction, and clearly so
	parts       map[fraction]string
}

// Bounds within which a share is told by a fraction, in shares. They shrink in
// proportion below a seventh, where the same distance is a larger error.
const (
	sameShare  = 0.005 // the fraction itself
	nearShare  = 0.03  // "just under" and "just over" it
	nearlyAll  = 0.975
	sameOfPart = 0.05 // of the fraction
	nearOfPart = 0.2
)

// ShareWords returns a share in [0, 1] in words, such as "just under half". The
// words are never wrong: "half" is within half a percentage point, "just
// under" and "just over" within three, and everything else says only that the
// share is more, or fewer, than a fraction.
func (l Language) ShareWords(share float64) string {
	w := l.shares
	parts := slices.SortedFunc(maps.Keys(w.parts), func(a, b fraction) int { return cmp.Compare(a.share(), b.share()) })
	switch {
	case math.IsNaN(share):
		return l.NotKnown
	case share <= 0:
		return w.none
	case share >= 1:
		return w.every
	case share >= nearlyAll:
		return w.nearly
	}
	nearest := slices.MinFunc(parts, func(a, b fraction) int {
		return cmp.Compare(math.Abs(a.share()-share), math.Abs(b.share()-share))
	})
	off := share - nearest.share()
	const rounding = 1e-9 // shares on a bound are within it
	near := min(nearShare, nearOfPart*nearest.share()) + rounding
	switch {
	case math.Abs(off) <= min(sameShare, sameOfPart*nearest.share())+rounding:
		return w.parts[nearest]
	case off < 0 && off >= -near:
		return w.under + w.parts[nearest]
	case off > 0 && off <= near:
		return w.over + w.parts[nearest]
	case share < parts[0].share():
		return w.fewer + w.parts[parts[0]]
	}
	below := parts[0]
	for _, f := range parts {
		if f.share() < share {
			below = f
		}
	}
	return w.more + w.parts[below]
}
