package coding

import (
	"slices"

	"stikprove/coding/language"
)

// merge absorbs phrases that are no disorder of their own (convention 6): a
// symptom in its diagnosis, a treatment in its disease, the general in the
// particular, one psychological disorder in another. live says which phrases
// count at all.
func (c *Coder) merge(ps []phrase, live []bool, words []language.Word) {
	c.mergeLinked(ps, live, words)
	each := func(f func(i, j int) bool) {
		for i := range ps {
			for j := range ps {
				if i != j && live[i] && live[j] && !ps[i].absorbed && !ps[j].absorbed && f(i, j) {
					ps[i].absorb(j)
					break
				}
			}
		}
	}
	each(func(i, j int) bool { return ps[j].aftermath && c.leftBy(&ps[j], &ps[i]) })
	each(func(i, j int) bool { return j < i && c.same(&ps[i], &ps[j]) })
	each(func(i, j int) bool { return c.partOf(&ps[i], &ps[j]) })
	each(func(i, j int) bool {
		// What is left after a disease is what its late effects are.
		if ps[i].concept.Sign && c.ofTreatment(&ps[j]) || ps[j].operator == Late && c.leftBy(&ps[i], &ps[j]) {
			return true
		}
		return ps[j].operator == Late && ps[i].operator != Late && ps[i].complaint() && (len(ps[i].sites) == 0 || c.covers(&ps[j], &ps[i]))
	})
	each(func(i, j int) bool {
		// "The body" says nothing beside what is wrong with it.
		return ps[i].bare() && c.vagueSite(&ps[i]) && c.tells(&ps[j]) && !(ps[j].bare() && c.vagueSite(&ps[j]))
	})
	each(func(i, j int) bool {
		// Late effects of several treatments are one thing.
		return j < i && ps[i].operator == Late && ps[j].operator == Late && ps[i].weak() && ps[j].weak()
	})
	each(func(i, j int) bool { return c.signOf(&ps[i], &ps[j]) })
	each(func(i, j int) bool {
		// Two psychological disorders together are no combination.
		return j < i && ps[i].concept.Type == Disorder && ps[j].concept.Type == Disorder &&
			c.phraseCategory(&ps[i]) == c.phraseCategory(&ps[j]) && slices.Contains(c.scheme.Together, c.phraseCategory(&ps[i]))
	})
}

func (p *phrase) absorb(into int) { p.absorbed, p.into = true, into }

// narrow gives a phrase the concept that its own is in its region.
func (c *Coder) narrow(p *phrase) {
	if len(p.concept.At) == 0 {
		return
	}
	for _, r := range c.regions(p) {
		if to := c.scheme.Concept(p.concept.At[r]); to != nil {
			p.concept = to
			return
		}
	}
}

// tells reports whether a phrase says what is wrong, or where.
func (c *Coder) tells(p *phrase) bool { return p.concept.Type != Generic || len(p.sites) > 0 }

// same reports whether two phrases name one disorder, or one part of the body.
func (c *Coder) same(p, q *phrase) bool {
	if p.concept == q.concept && (p.concept.Type == Disorder || len(p.sites) == 0 && len(q.sites) == 0) {
		q.addSites(p.sites)
		return true
	}
	return false
}

func (p *phrase) addSites(sites []*Concept) {
	for _, s := range sites {
		if !slices.Contains(p.sites, s) {
			p.sites = append(p.sites[:len(p.sites):len(p.sites)], s)
		}
	}
}

// partOf reports whether the scheme says that p is a part, a sign or the
// general name of q.
func (c *Coder) partOf(p, q *phrase) bool {
	if !c.tells(q) || p.concept == q.concept {
		return false
	}
	for _, o := range p.concept.Of {
		if o == "*" && (!p.weak() || len(p.sites) == 0) && (!q.weak() || len(q.sites) > 0) || o == q.concept.Name || !q.weak() && o == q.concept.Group || o == c.phraseCategory(q) {
			return true
		}
	}
	return false
}

// signOf reports whether p is a complaint or treatment that q accounts for: of
// the same region, or of none.
func (c *Coder) signOf(p, q *phrase) bool {
	if !p.weak() || q.weak() && (len(q.sites) == 0 || p.concept.Type == Site || len(p.sites) > 0) {
		return false
	}
	if len(p.sites) == 0 && p.concept.Type == Symptom && p.concept.Region != "" && slices.Contains(c.scheme.Placed, p.concept.Category) {
		return !q.weak() && c.covers(q, p) // "iskias og lændesmerter"
	}
	if len(p.sites) == 0 {
		return p.concept.Type == Treatment && len(p.concept.Of) == 0 || p.concept.Type == Generic
	}
	return c.covers(q, p)
}

// covers reports whether p is in the regions of q, or q is of the whole body.
func (c *Coder) covers(q, p *phrase) bool {
	regions := c.regions(q)
	kin := c.phraseCategory(p) == c.phraseCategory(q)
	general := true
	for _, r := range c.regions(p) {
		general = general && c.general[r]
	}
	if kin && general {
		return true
	}
	whole := slices.ContainsFunc(regions, func(r string) bool { return c.general[r] })
	if whole && p.concept.Type == Symptom && len(p.sites) > 0 && c.scheme.rank(c.phraseCategory(p)) == len(c.scheme.Precedence)-1 {
		return true // pain anywhere is of what is everywhere
	}
	for _, r := range c.regions(p) {
		if !slices.Contains(regions, r) && !(c.general[r] && kin) {
			return false
		}
	}
	return len(regions) > 0
}

// regions returns the regions of a phrase: of its places, or of its concept.
func (c *Coder) regions(p *phrase) []string {
	var rs []string
	for _, s := range p.sites {
		if s.Region != "" && !slices.Contains(rs, s.Region) {
			rs = append(rs, s.Region)
		}
	}
	// "Hofteled": the particular region goes before the general.
	if particular := slices.DeleteFunc(slices.Clone(rs), func(r string) bool { return c.general[r] }); len(particular) > 0 {
		rs = particular
	}
	if len(rs) == 0 && p.concept.Region != "" {
		rs = []string{p.concept.Region}
	}
	return rs
}

// phraseCategory returns the category a phrase stands for, before operators.
func (c *Coder) phraseCategory(p *phrase) string {
	switch {
	case p.concept.Type == Disorder:
		return p.concept.Category
	case len(p.sites) > 0:
		return c.leading(p.sites).Category
	case p.concept.Type == Generic:
		return ""
	}
	return p.concept.Category
}

// leading returns the place that decides: the first that is not general.
func (c *Coder) leading(sites []*Concept) *Concept {
	for _, s := range sites {
		if !c.general[s.Region] {
			return s
		}
	}
	return sites[0]
}
