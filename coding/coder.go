package coding

import (
	"cmp"
	"slices"

	"stikprove/coding/language"
	"stikprove/survey"
)

// Mention is one thing named in a description.
type Mention struct {
	Start, End int    // bytes in the text
	Concept    string // of the scheme
	Group      string
	Category   string // after operators: late effects of cancer are not cancer
	Region     string // the first place named, or the concept's; may be empty
	Operator   Operator
	Counts     bool // one of the disorders that make a combination
}

// Coding is how one description was coded.
type Coding struct {
	Category    string // empty for uncoded
	Combination bool   // two or more disorders
	Group       string // of the deciding mention
	Mentions    []Mention
	Confidence  float64     // in [0, 1]
	Review      bool        // a person should look
	Reason      survey.Text // in words, without the description's own
	RunnerUp    string      // the category that would have been next; may be empty
	DecidedBy   string      // one of the words below
	score       float64     // how sure the rules are, before calibration
	tied        bool        // what decides is read from a misspelling that is equally near to another category
	unread      int         // words that were not understood
}

// Who decided a Coding.
const (
	ByRules    = "rules"
	ByMemory   = "memory"   // decisions on the same text
	ByLearning = "learning" // what was learned from terms and decisions
	ByDecision = "decision"
)

// Coder codes descriptions by a scheme. It may be used by several goroutines
// at once.
type Coder struct {
	scheme    *Scheme
	language  *language.Language
	lexicon   *lexicon
	general   map[string]bool    // regions that go with every region
	neighbour map[[2]string]bool // pairs of regions that meet
	sequela   *Concept           // what late effects count as
	doubtful  []string           // the scheme's, as keys
	kinds     []string           // likewise
	memory    *memory

	reviewBelow float64 // the score below which a person should look
}

// NewCoder returns a Coder for s.
func NewCoder(s *Scheme) *Coder {
	c := &Coder{scheme: s, language: s.language(), lexicon: newLexicon(s), general: map[string]bool{}, neighbour: map[[2]string]bool{}, memory: &memory{items: map[string]item{}}, reviewBelow: ReviewBelow}
	for _, r := range s.Regions {
		c.general[r.Name] = r.General
		for _, n := range r.Neighbours {
			c.neighbour[[2]string{r.Name, n}] = true
			c.neighbour[[2]string{n, r.Name}] = true
		}
	}
	for _, end := range s.Doubtful {
		c.doubtful = append(c.doubtful, c.language.Key(end))
	}
	for _, end := range s.Kinds {
		c.kinds = append(c.kinds, c.language.Key(end))
	}
	c.sequela = s.Concept(s.Sequela.Concept)
	return c
}

// ReviewError makes c send to review what is needed for no more than this share
// of the rest to be wrong, by the scheme's calibration: 0.02 for one in fifty.
// It returns c.
func (c *Coder) ReviewError(accepted float64) *Coder {
	if len(c.scheme.Calibration) > 0 {
		c.reviewBelow = c.scheme.threshold(accepted)
	}
	return c
}

// maxText bounds the text that is read, in bytes; what follows is left unread
// and the Coding goes to review.
const maxText = 10_000

// maxPhrases bounds the phrases that are compared with one another, so that a
// text of nothing but conditions takes no longer than its length.
const maxPhrases = 100

// Code codes one description.
func (c *Coder) Code(text string) Coding {
	long := len(text) > maxText
	if long {
		text = text[:maxText]
	}
	words := c.language.Read(text)
	c.shouted(words)
	c.restore(words)
	items := c.items(words)
	c.fallback(items, words)
	ps := phrases(items, words)
	if len(ps) > maxPhrases {
		ps, long = ps[:maxPhrases], true
	}
	for i := range ps {
		c.narrow(&ps[i])
	}
	c.scopes(items, words, ps)
	objects(ps, words)
	c.leave(ps, words)
	live := c.live(ps)
	c.merge(ps, live, words)
	parts := c.parts(ps, live)
	if len(parts) == 0 {
		parts = c.lateAlone(items)
	}
	v := verdict{parts: parts, items: items, words: words, ps: ps, live: live, long: long}
	c.decide(&v)
	_, v.coding.unread = c.coverage(&v)
	v.coding.Mentions = c.mentions(ps, words, parts)
	c.weigh(&v)
	v.coding.Reason = c.reason(&v)
	v.coding.DecidedBy = ByRules
	v.coding.tied = v.decider >= 0 && v.parts[v.decider].how >= begun
	return v.coding
}

// shouted takes capitals for no sign of abbreviation where the whole text is in
// capitals and the word is also one of the language: "AF" for "af".
func (c *Coder) shouted(words []language.Word) {
	n := 0
	for _, w := range words {
		if !w.Caps && len(w.Key) > 1 && !number(w.Key) {
			return
		}
		n++
	}
	if n < 2 {
		return
	}
	for i := range words {
		for _, e := range c.lexicon.forms[words[i].Key] {
			if e.concept == nil {
				words[i].Caps = false
			}
		}
	}
}

// live says which phrases count: not the denied and not somebody else's; only
// those the agreement is said to concern, where it is said; the past only where
// nothing is present.
func (c *Coder) live(ps []phrase) []bool {
	live := make([]bool, len(ps))
	focus, present := false, false
	for i := range ps {
		live[i] = ps[i].operator != Negated && ps[i].operator != Elsewhere
		focus = focus || live[i] && ps[i].focus && c.tells(&ps[i])
	}
	for i := range ps {
		live[i] = live[i] && (!focus || ps[i].focus)
		present = present || live[i] && ps[i].operator != Past && c.tells(&ps[i])
	}
	for i := range ps {
		live[i] = live[i] && (!present || ps[i].operator != Past)
	}
	return live
}

// lateAlone codes "bivirkninger" with no more said.
func (c *Coder) lateAlone(items []item) []part {
	if c.sequela == nil {
		return nil
	}
	for _, it := range items {
		if it.concept == nil && it.sense == language.Sequela {
			return []part{{phrase: -1, concept: c.sequela, category: c.sequela.Category, group: c.sequela.Group, operator: Late, how: it.how}}
		}
	}
	return nil
}

// verdict is a description on its way to a Coding.
type verdict struct {
	coding    Coding
	parts     []part
	decider   int // of parts; -1 for none
	exception *Exception
	items     []item
	words     []language.Word
	ps        []phrase
	live      []bool
	long      bool
}

// decide applies the precedence, then the exceptions (convention 5).
func (c *Coder) decide(v *verdict) {
	v.decider = -1
	n := 0
	for i, pt := range v.parts {
		n++
		if pt.many {
			n++
		}
		switch {
		case v.decider < 0 || c.scheme.rank(pt.category) < c.scheme.rank(v.parts[v.decider].category):
			v.decider = i
		}
	}
	if v.decider < 0 {
		return
	}
	d := v.parts[v.decider]
	v.coding.Category, v.coding.Group = d.category, d.group
	v.coding.Combination = n >= 2
	for _, pt := range v.parts {
		if pt.category != d.category && (v.coding.RunnerUp == "" || c.scheme.rank(pt.category) < c.scheme.rank(v.coding.RunnerUp)) {
			v.coding.RunnerUp = pt.category
		}
	}
	if v.exception = c.exception(v.parts, v.words); v.exception != nil {
		c.except(v)
	}
}

// mentions turns phrases into the mentions of a Coding, in the text's order.
func (c *Coder) mentions(ps []phrase, words []language.Word, parts []part) []Mention {
	out := make([]Mention, 0, len(ps))
	for i := range ps {
		p := &ps[i]
		m := Mention{Start: words[p.from].Start, End: words[p.to-1].End, Concept: p.concept.Name, Group: p.concept.Group, Category: c.phraseCategory(p), Operator: p.operator}
		if rs := c.regions(p); len(rs) > 0 {
			m.Region = rs[0]
		}
		if p.weak() && len(p.sites) > 0 {
			m.Group = c.leading(p.sites).Group
		}
		for _, pt := range parts {
			if pt.phrase == i {
				m.Counts = true
				if !p.weak() || len(p.sites) <= 1 {
					m.Category, m.Group = pt.category, pt.group
				}
			}
		}
		if len(m.Category) > 0 || p.concept.Type != Generic {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return out
}
