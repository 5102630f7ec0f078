package coding

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stikprove/coding/language"
	"stikprove/survey"
)

// Example is a text with the category it belongs to.
type Example struct {
	Text     string
	Category string // of the scheme, or [Uncoded]
}

// Learner guesses the category of texts that the rules cannot read, from the
// words and letters of a scheme's terms and of texts that people decided on. It
// is a multinomial logistic regression with an L2 penalty and classes of equal
// weight. The same scheme and examples give the same Learner: there is nothing
// random in it.
type Learner struct {
	language *language.Language
	classes  []string
	features map[string]int
	weights  []float64 // by feature, then class; the last feature is the constant
}

// learnAt is the least probability at which a guess is given at all: more
// likely than everything else together.
const learnAt = 0.5

// decisionWeight is how much a text that a person decided on counts beside a
// term: it is what people write, and a term need not be.
const decisionWeight = 2

// NewLearner learns from the terms of s and from examples. Examples may be in
// any order; categories that s does not have are passed over.
func NewLearner(s *Scheme, examples []Example) *Learner {
	var texts []sample
	for _, c := range s.Concepts {
		if c.Type == Generic || c.Type == Ignore || c.Category == "" {
			continue
		}
		for _, term := range c.Terms {
			texts = append(texts, sample{grams: grams(s.language(), term), class: c.Category, weight: 1})
		}
	}
	for _, e := range examples {
		if s.Category(e.Category) != nil || e.Category == Uncoded {
			texts = append(texts, sample{grams: grams(s.language(), e.Text), class: e.Category, weight: decisionWeight})
		}
	}
	l := &Learner{language: s.language()}
	for _, name := range s.categoryNames() {
		if slices.ContainsFunc(texts, func(t sample) bool { return t.class == name }) {
			l.classes = append(l.classes, name)
		}
	}
	l.vocabulary(texts)
	l.fit(texts)
	return l
}

// sample is a text to learn from.
type sample struct {
	grams  []string // sorted, each once
	class  string
	weight float64
}

// vocabulary numbers the features in the order of the alphabet. A run of
// letters that stands in one text only tells of that text alone; words are kept.
func (l *Learner) vocabulary(texts []sample) {
	seen := map[string]int{}
	for _, t := range texts {
		for _, g := range t.grams {
			seen[g]++
		}
	}
	l.features = map[string]int{}
	for _, g := range slices.Sorted(maps.Keys(seen)) {
		if seen[g] > 1 || strings.HasPrefix(g, wordMark) {
			l.features[g] = len(l.features)
		}
	}
}

// wordMark tells a whole word from the same letters within one.
const wordMark = "="

// grams returns the features of a text, sorted and each once: its words, and
// the runs of two to six characters within each word and across its ends.
func grams(l *language.Language, text string) []string {
	seen := map[string]bool{}
	for i, w := range l.Read(text) {
		if i == 200 {
			break // a description is a line
		}
		seen[wordMark+w.Key] = true
		r := []rune(" " + w.Key + " ")
		for n := 2; n <= 6; n++ {
			for k := 0; k+n <= len(r) && k < 60; k++ {
				seen[string(r[k:k+n])] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// Guess returns the likeliest category of a text, which may be [Uncoded], and
// its probability. It is "" where no category is likelier than all others
// together, or the text has no word or letters that were learned.
func (l *Learner) Guess(text string) (category string, probability float64) {
	x := l.vector(grams(l.language, text))
	if len(x) < 2 || len(l.classes) == 0 {
		return "", 0
	}
	p := l.probabilities(x, l.weights, make([]float64, len(l.classes)))
	best := 0
	for c := range p {
		if p[c] > p[best] {
			best = c
		}
	}
	if p[best] < learnAt {
		return "", p[best]
	}
	return l.classes[best], p[best]
}

// learn codes what the rules find nothing in, or cannot tell apart, and sends
// it to review. An answer that the rules read and found empty is left alone.
func learn(s *Scheme, decisions map[int]Decision, codings []*Coding, text *survey.Column) {
	open := func(k *Coding) bool {
		return k != nil && (k.tied || k.Category == "" && k.unread > 0 && len(k.Mentions) == 0)
	}
	if !slices.ContainsFunc(codings, open) {
		return
	}
	var examples []Example
	for _, row := range slices.Sorted(maps.Keys(decisions)) {
		// Texts that changed since are not what was decided on.
		if d := decisions[row]; d.Category != "" && cmp.Or(d.Hash, TextHash(text.Text(row))) == TextHash(text.Text(row)) {
			examples = append(examples, Example{Text: text.Text(row), Category: d.Category})
		}
	}
	l := NewLearner(s, examples)
	guessed := map[string]*Coding{}
	for row, k := range codings {
		if !open(k) {
			continue
		}
		t := text.Text(row)
		if guessed[t] == nil {
			now := l.code(s, *k, t)
			guessed[t] = &now
		}
		codings[row] = guessed[t]
	}
}

// code gives k the guess, where there is one.
func (l *Learner) code(s *Scheme, k Coding, text string) Coding {
	category, p := l.Guess(text)
	if category == "" || category == Uncoded && k.Category == "" {
		return k
	}
	if category != k.Category {
		k.RunnerUp, k.Category = k.Category, category
		k.Group = s.decidedGroup(category, k)
		if category == Uncoded {
			k.Category, k.Group, k.Combination = "", "", false
		}
	}
	k.DecidedBy, k.Confidence = ByLearning, p
	return k.sent("gættet ud fra lignende ord i kodesystemet og afgørelserne", "guessed from similar words in the scheme and the decisions")
}
