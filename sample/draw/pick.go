package draw

import (
	"cmp"
	"math"
	"slices"
)

// picker draws some of a list of units, or PSUs, in one stratum. Indices are
// those of keys.
type picker struct {
	generator Generator
	purpose   Purpose   // of the digests that order them
	stratum   string    // for the numbers that are the stratum's
	keys      []string  // in frame order
	sizes     []float64 // nil where all are alike

	digests     []digest  // once needed
	probability []float64 // of each key
	drawn       []int     // in the order drawn
	unequal     bool      // sizes decided
	start       float64
	interval    float64
	certain     int
	trials      int
}

// pick draws n by a method.
func (p *picker) pick(m Method, n int) error {
	switch {
	case m == Simple || n == 0:
		p.simple(n)
		return nil
	case m == Systematic:
		p.systematic(n)
		return nil
	}
	p.unequal = true
	p.probability = Probabilities(p.sizes, float64(n))
	free, certain := uncertain(p.probability)
	p.certain = certain
	in := make([]bool, len(p.keys))
	for i, v := range p.probability {
		in[i] = v >= 1
	}
	var err error
	switch {
	case n == certain:
	case m == PPS:
		p.inProportion(in, free, n-certain)
	case m == Sampford:
		err = p.sampford(in, free, n-certain)
	default:
		err = p.tille(in, free, n-certain)
	}
	for i, is := range in {
		if is {
			p.drawn = append(p.drawn, i)
		}
	}
	return err
}

// simple draws the n keys with the smallest digests, in that order.
func (p *picker) simple(n int) {
	p.equal(n)
	p.drawn = p.byDigest()[:n]
}

// equal sets the probability n/N of every key.
func (p *picker) equal(n int) {
	p.probability = make([]float64, len(p.keys))
	for i := range p.probability {
		p.probability[i] = float64(n) / float64(len(p.keys))
	}
}

// byDigest returns all indices in the order of their digests.
func (p *picker) byDigest() []int {
	p.digest()
	order := make([]int, len(p.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return p.digests[a].compare(p.digests[b]) })
	return order
}

func (p *picker) digest() {
	if p.digests != nil {
		return
	}
	p.digests = make([]digest, len(p.keys))
	for i, key := range p.keys {
		p.digests[i] = p.generator.Digest(p.purpose, key)
	}
}

// inOrder puts the drawn in frame order, as all of a list stand best.
func (p *picker) inOrder() { slices.Sort(p.drawn) }

// systematic draws every a-th key in frame order, a = N/n, from a random start
// u in (0, 1): the keys ⌊(u+k)·N/n⌋, counted from 0, for k = 0, ..., n−1.
//
// Source: Cochran (1977), 8.1, with Lahiri's fractional interval; same as
// UPsystematic of R sampling with equal probabilities and the same start.
func (p *picker) systematic(n int) {
	p.equal(n)
	units := float64(len(p.keys))
	p.start, p.interval = p.generator.Uniform(OfStart, p.stratum), units/float64(n)
	last := -1
	for k := range n {
		i := int((p.start + float64(k)) * units / float64(n))
		i = min(max(i, last+1), len(p.keys)-n+k)
		p.drawn = append(p.drawn, i)
		last = i
	}
}

// inProportion draws n of free systematically in proportion to size: the unit
// in which the point (u+k)·X/n falls when sizes, X in all, are laid end to end
// in frame order, for k = 0, ..., n−1.
//
// Source: Madow (1949), Ann. Math. Stat. 20, 333–354; same as UPsystematic of R
// sampling with the same start.
func (p *picker) inProportion(in []bool, free []int, n int) {
	total := 0.0
	for _, i := range free {
		total += p.sizes[i]
	}
	p.start, p.interval = p.generator.Uniform(OfStart, p.stratum), total/float64(n)
	at, reached := -1, 0.0
	for k := range n {
		point := (p.start + float64(k)) * total / float64(n)
		// No unit is drawn twice, and enough are left, whatever was rounded.
		for at < 0 || (in[free[at]] || reached <= point) && at < len(free)-(n-k) {
			at++
			reached += p.sizes[free[at]]
		}
		in[free[at]] = true
	}
}

// rest returns the keys that were not drawn in the order they replace: that of
// their digests or, where sizes decided, of −ln(u)/size, so that larger ones
// come earlier as they would have been drawn.
//
// Source: for the second, Rosén (1997), J. Stat. Plan. Inference 62, 135–158:
// successive sampling.
func (p *picker) rest() []int {
	order := p.byDigest()
	if p.unequal {
		key := make([]float64, len(p.keys))
		for i, d := range p.digests {
			key[i] = -math.Log(uniform(d)) / p.sizes[i]
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(key[a], key[b]) })
	}
	in := make([]bool, len(p.keys))
	for _, i := range p.drawn {
		in[i] = true
	}
	return slices.DeleteFunc(order, func(i int) bool { return in[i] })
}
