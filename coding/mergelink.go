package coding

import (
	"slices"
	"strings"

	"stikprove/coding/language"
)

// mergeLinked follows the words that link neighbouring phrases.
func (c *Coder) mergeLinked(ps []phrase, live []bool, words []language.Word) {
	for i := 1; i < len(ps); i++ {
		k, q := i-1, &ps[i]
		if p := &ps[k]; k > 0 && q.link == place && p.concept.Type == Treatment && len(p.sites) == 0 && !q.weak() {
			p.absorb(i) // "lymfødem efter operation for brystkræft"
			q.link = p.link
			k--
		}
		if !live[k] || !live[i] || ps[k].absorbed {
			continue
		}
		switch q.link {
		case cause:
			c.mergeCause(ps, k, i)
		case after:
			c.mergeAfter(ps, k, i)
		case with, aside, copula, adjacent, place:
			c.mergeBeside(ps, k, i, words)
		case apart, together:
		}
	}
}

// mergeCause reads "A på grund af B": complaints B gives are B, but damage to
// another organ that the scheme tells of is a disorder beside it (convention 6).
func (c *Coder) mergeCause(ps []phrase, k, i int) {
	p, q := &ps[k], &ps[i]
	switch {
	case c.damaged(q, p):
	case p.weak() && c.tells(q) && (!q.weak() || !p.bare()):
		p.absorb(i)
		c.absorbList(ps, k-1, -1, i)
	case q.weak() && len(q.sites) == 0:
		q.absorb(k)
	}
}

// mergeBeside reads "A med B", "A (B)", "A: B", "A B".
func (c *Coder) mergeBeside(ps []phrase, k, i int, words []language.Word) {
	p, q := &ps[k], &ps[i]
	kin := c.phraseCategory(p) == c.phraseCategory(q)
	switch {
	case c.partOf(p, q):
		p.absorb(i)
	case c.damaged(p, q):
	case q.link == aside && p.complaint() && !q.weak():
		p.absorb(i) // "smerter i fødderne (nervebetændelse)"
		c.absorbList(ps, k-1, -1, i)
	case p.weak() && !q.weak() && (len(p.sites) == 0 || kin):
		p.absorb(i)
	case q.concept.Type == Treatment && q.link == adjacent && !p.weak():
		q.absorb(k) // "åreknuder opereret begge ben"
	case q.complaint() && !p.weak() && !p.concept.Sign && (len(q.sites) == 0 || c.covers(p, q)):
		q.absorb(k) // "sclerose med træthed og synsforstyrrelser"
		c.absorbList(ps, i+1, 1, k)
	case q.weak() && !p.weak() && (len(q.sites) == 0 || kin):
		q.absorb(k)
	case q.link != aside || p.weak() || q.weak():
	case c.kind(words[p.to-1].Key) && q.bracket:
		p.absorb(i) // "stofskiftesygdom (porfyri)"
	case p.concept.Group == q.concept.Group && p.concept.Region == q.concept.Region || q.bracket && kin && !c.damaged(q, p):
		q.absorb(k) // "muskelbetændelse - polymyositis": the same in other words
	}
}

// absorbList gives complaints listed with one that was absorbed to the same
// phrase, from i on in steps.
func (c *Coder) absorbList(ps []phrase, i, step, into int) {
	for ; i >= 0 && i < len(ps); i += step {
		p := &ps[i]
		linked := p
		if step < 0 {
			linked = &ps[i+1]
		}
		if linked.link != together || p.absorbed || !p.complaint() || p.operator == Negated || p.operator == Elsewhere || c.damaged(&ps[into], p) {
			return
		}
		if len(p.sites) > 0 && !c.covers(&ps[into], p) && ps[into].operator != Late {
			return
		}
		p.absorb(into)
	}
}

// complaint reports whether p says what is felt rather than what one has.
func (p *phrase) complaint() bool { return p.concept.Type == Symptom || p.concept.Sign }

// damaged reports whether p is damage by q that is a disorder beside it.
func (c *Coder) damaged(q, p *phrase) bool {
	return slices.ContainsFunc(c.regions(p), func(r string) bool { return slices.Contains(q.concept.Damages, r) })
}

// kind reports whether a word calls a thing by its kind: what stands in brackets
// after it is its name.
func (c *Coder) kind(key string) bool {
	return slices.ContainsFunc(c.kinds, func(end string) bool { return strings.HasSuffix(key, end) })
}

// vagueSite reports whether all places of p are general ones.
func (c *Coder) vagueSite(p *phrase) bool {
	return !slices.ContainsFunc(p.sites, func(s *Concept) bool { return !c.general[s.Region] })
}

// mergeAfter reads "A efter B": complaints after B are late effects of B
// (convention 8); a disorder after B is itself, unless the scheme says that it
// is what B leaves.
func (c *Coder) mergeAfter(ps []phrase, k, i int) {
	p, q := &ps[k], &ps[i]
	switch {
	case p.concept.Sign && c.tells(q):
		p.absorb(i)
		q.operator = max(q.operator, Late)
		q.aftermath = q.aftermath || c.ofTreatment(q)
		c.absorbList(ps, k-1, -1, i)
	case !p.weak():
		if c.ofTreatment(q) && !slices.Contains(c.scheme.Together, p.concept.Category) || c.leftBy(p, q) {
			p.operator = max(p.operator, Late) // "neuropati efter kemo"
			p.aftermath = true
		}
		q.absorb(k)
	case !c.tells(q):
	default:
		if q.operator <= Late {
			q.operator = Late
		}
		q.aftermath = q.aftermath || c.ofTreatment(q)
		switch {
		case q.weak() && len(q.sites) == 0:
			q.sites = p.sites
		case len(q.sites) == 0 && p.concept.Region != "":
			q.sites = []*Concept{p.concept} // "hovedpine efter trafikulykke"
		}
		p.absorb(i)
		c.absorbList(ps, k-1, -1, i)
	}
}

// ofTreatment reports whether q is a treatment of named diseases: chemotherapy,
// not an operation.
func (c *Coder) ofTreatment(q *phrase) bool {
	return q.concept.Type == Treatment && len(q.concept.Of) > 0 && q.concept.Of[0] != "*"
}

// leftBy reports whether the scheme says that q leaves p behind.
func (c *Coder) leftBy(p, q *phrase) bool {
	return slices.ContainsFunc(p.concept.After, func(name string) bool {
		return name == q.concept.Name || name == q.concept.Group || c.ofTreatment(q) && slices.Contains(q.concept.Of, name)
	})
}

// leave makes what a past disease has left its late effects: "kræften er ikke
// vendt tilbage, men lymfødem".
func (c *Coder) leave(ps []phrase, words []language.Word) {
	done := doneWith(c.language, words)
	for i := range ps {
		for j := range ps {
			if i != j && (done || ps[j].operator == Past || ps[j].operator == Late) && ps[i].operator < Late && c.leftBy(&ps[i], &ps[j]) {
				ps[i].operator, ps[i].aftermath = Late, true
			}
		}
	}
}
