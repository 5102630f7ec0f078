package audit

import (
	"math/big"
	"strings"
)

// deepest is how many bases of bases are followed; a ring ends there.
const deepest = 8

// value reads one entry of Of: a claim's id, id:label for a part of a claim,
// label = value, or a number. in is the claim that holds it.
func (a *auditor) value(in *Claim, entry item) (printed, *Claim, bool) {
	if entry.value != "" {
		p, ok := parsePrinted(entry.value, in.percent())
		return p, nil, ok
	}
	name, label, part := strings.Cut(entry.label, ":")
	c := a.by[name]
	if c == nil {
		p, ok := parsePrinted(entry.label, in.percent())
		return p, nil, ok
	}
	if !part {
		p, ok := parsePrinted(c.Value, c.percent())
		return p, c, ok
	}
	for _, it := range c.items() {
		if strings.EqualFold(it.label, strings.TrimSpace(label)) {
			p, ok := parsePrinted(it.value, c.percent())
			return p, c, ok
		}
	}
	return printed{}, c, false
}

// units is how many units a number or a claim can be, nil bounds where nothing
// is known.
func (a *auditor) units(ref string, depth int) (span, bool) {
	c := a.by[ref]
	if c == nil {
		p, ok := parsePrinted(ref, false)
		return p.in, ok && !p.percent
	}
	if depth > deepest {
		return span{}, false
	}
	p, ok := parsePrinted(c.Value, c.percent())
	if !ok {
		return span{}, false
	}
	if !p.percent {
		return p.in, true
	}
	if c.Count != "" {
		return a.units(c.Count, depth+1)
	}
	base, ok := a.units(c.Base, depth+1)
	if !ok {
		return span{}, false
	}
	out := p.in.times(base).scaled(big.NewRat(1, 100))
	if lo, hi, ok := out.wholes(); ok && !p.loose {
		out = span{lo: rat(lo), hi: rat(hi)}
	}
	return out, true
}

// exact is a base that is one whole number.
func (a *auditor) exact(ref string) (int64, bool) {
	if ref == "" {
		return 0, false
	}
	s, ok := a.units(ref, 0)
	if !ok || s.lo == nil || s.hi == nil || s.lo.Cmp(s.hi) != 0 || !s.lo.IsInt() || s.lo.Sign() <= 0 || !s.lo.Num().IsInt64() || s.lo.Num().Int64() > 1e12 {
		return 0, false
	}
	return s.lo.Num().Int64(), true
}

// full is a share of the base at the end of the road: just under half of about
// 80 per cent is a share of what the 80 per cent are of. of says how many
// shares were multiplied.
func (a *auditor) full(p printed, c *Claim) (out printed, of int) {
	of = 1
	for range deepest {
		if c == nil || !p.percent {
			break
		}
		b := a.by[c.Base]
		if b == nil {
			break
		}
		q, ok := parsePrinted(b.Value, b.percent())
		if !ok || !q.percent || b.Count != "" {
			break
		}
		p.in = p.in.times(q.in).scaled(big.NewRat(1, 100))
		p.point = new(big.Rat).Quo(new(big.Rat).Mul(p.point, q.point), rat(100))
		p.loose = p.loose || q.loose
		c, of = b, of+1
	}
	return p, of
}
