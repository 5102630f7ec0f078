package register

import (
	"cmp"
	"slices"
	"strings"
)

// heldPlaces are the numbers of municipalities that a database told.
type heldPlaces struct {
	named   []share // and one of those without a name, where there are some
	unknown share   // without a municipality
	all     share   // of all that have one
}

// take keeps a row of [query.places].
func (p *heldPlaces) take(t told) {
	s := share{name: t.name, own: int(known(t.a)), all: int(known(t.b)), ownHeld: t.a == nil, allHeld: t.b == nil}
	switch t.group {
	case noPlace:
		p.unknown = s
	case allPlaces:
		p.all = s
	default:
		s.few = t.group == fewPlace
		p.named = append(p.named, s)
	}
}

// takeOwn keeps a row of the study's spells by municipality, where all spells
// begun are known from elsewhere.
func (p *heldPlaces) takeOwn(t told) {
	kind, name := t.group[:1], t.group[1:]
	t.group, t.name = kind, name
	p.take(t)
}

// sorted returns the municipalities by name.
func (p *heldPlaces) sorted() []share {
	return slices.SortedFunc(slices.Values(p.named), func(a, b share) int { return cmp.Compare(a.name, b.name) })
}

// shares returns the municipalities with spells begun, by name; begun holds all
// spells begun where they are known from elsewhere.
func (h *heldBack) shares(begun map[string]int) []share {
	if begun == nil {
		return h.places.sorted()
	}
	own := map[string]share{}
	for _, s := range h.places.named {
		own[s.name] = s
	}
	var out []share
	for name, all := range begun {
		if all > 0 {
			s := own[name]
			s.name, s.all, s.allHeld = name, all, false
			s.ownHeld = s.ownHeld || h.closed["own"]
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b share) int { return strings.Compare(a.name, b.name) })
	return out
}

// country returns the line of all municipalities.
func (h *heldBack) country(begun map[string]int) share {
	if begun == nil {
		return h.places.all
	}
	var s share
	base, told := h.baseOf("own", 0)
	s.own = base - h.places.unknown.own
	for _, all := range begun {
		s.all += all
	}
	// Where those without a municipality are held back, the spells of all would
	// give them back beside the country's.
	s.ownHeld = !told || h.closed["own"] || h.places.unknown.ownHeld
	return s
}
