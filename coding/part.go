package coding

import (
	"slices"
)

// part is one of the disorders counted for a combination, with what decides
// its category.
type part struct {
	phrase   int
	concept  *Concept // head
	category string
	group    string
	regions  []string
	operator Operator
	how      how
	sited    bool // a complaint with its place
	many     bool // three or more sites in pain count as two (convention 6)
}

// parts counts the disorders of a description after merging.
func (c *Coder) parts(ps []phrase, live []bool) []part {
	var parts []part
	var places []spot
	loose := make(map[string]bool) // categories of complaints without a place
	for i := range ps {
		p := &ps[i]
		if !live[i] || p.absorbed || !c.tells(p) {
			continue
		}
		switch {
		case p.operator == Late || p.operator == Past:
			parts = append(parts, c.lateOrPast(i, p))
		case p.concept.Type == Symptom && len(p.sites) == 0 && p.concept.Region != "" && slices.Contains(c.scheme.Placed, p.concept.Category):
			places = append(places, spot{i, p.concept}) // "lumbago" is a complaint of the back
		case p.concept.Type == Disorder || len(p.sites) == 0:
			if p.concept.Type == Symptom || p.concept.Type == Treatment {
				if loose[p.concept.Category] {
					continue
				}
				loose[p.concept.Category] = true
			}
			parts = append(parts, part{phrase: i, concept: p.concept, category: p.concept.Category, group: p.concept.Group, regions: c.regions(p), operator: p.operator, how: p.how})
		default:
			for _, s := range p.sites {
				places = append(places, spot{i, s})
			}
		}
	}
	parts = append(parts, c.clusters(ps, places)...)
	slices.SortStableFunc(parts, func(a, b part) int { return a.phrase - b.phrase })
	return parts
}

// spot is a place complained of in a phrase.
type spot struct {
	phrase int
	site   *Concept
}

// clusters joins places that meet into one complaint each.
func (c *Coder) clusters(ps []phrase, places []spot) []part {
	var parts []part
	taken := make([]bool, len(places))
	for i := range places {
		if taken[i] || c.general[places[i].site.Region] && c.meetsAny(places, i) {
			continue
		}
		taken[i] = true
		cluster := []int{i}
		for k := 0; k < len(cluster); k++ {
			for j := range places {
				if !taken[j] && c.meet(places[cluster[k]].site, places[j].site) {
					taken[j] = true
					cluster = append(cluster, j)
				}
			}
		}
		parts = append(parts, c.clusterPart(ps, places, cluster))
	}
	return parts
}

func (c *Coder) clusterPart(ps []phrase, places []spot, cluster []int) part {
	first := places[cluster[0]]
	p := &ps[first.phrase]
	pt := part{phrase: first.phrase, concept: p.concept, category: first.site.Category, group: first.site.Group, operator: p.operator, how: p.how, sited: true}
	for _, k := range cluster {
		if r := places[k].site.Region; !c.general[r] && !slices.Contains(pt.regions, r) {
			pt.regions = append(pt.regions, r)
		}
		pt.how = max(pt.how, ps[places[k].phrase].how)
	}
	pt.many = len(pt.regions) >= 3 && slices.Contains(c.scheme.Placed, pt.category)
	return pt
}

// meet reports whether two places are one region or neighbours, of one
// category.
func (c *Coder) meet(a, b *Concept) bool {
	if a.Category != b.Category {
		return false
	}
	return a.Region == b.Region || c.general[a.Region] || c.general[b.Region] || c.neighbour[[2]string{a.Region, b.Region}]
}

// meetsAny reports whether the general place i has a particular one to go with.
func (c *Coder) meetsAny(places []spot, i int) bool {
	for j := range places {
		if j != i && !c.general[places[j].site.Region] && c.meet(places[i].site, places[j].site) {
			return true
		}
	}
	return false
}

// lateOrPast codes late effects, and what is past where nothing else is named
// (conventions 8 and 9).
func (c *Coder) lateOrPast(i int, p *phrase) part {
	category := c.phraseCategory(p)
	pt := part{phrase: i, concept: p.concept, category: category, group: p.concept.Group, regions: c.regions(p), operator: p.operator, how: p.how}
	if len(p.sites) > 0 && p.weak() {
		pt.group = c.leading(p.sites).Group
	}
	if p.operator == Late && slices.Contains(c.scheme.Sequela.Keep, category) {
		leaves := p.aftermath
		for _, r := range pt.regions {
			leaves = leaves || slices.Contains(c.scheme.Sequela.Regions, r)
		}
		if !leaves {
			return pt
		}
	}
	if c.sequela != nil {
		pt.category, pt.group = c.sequela.Category, c.sequela.Group
	}
	return pt
}
