package coding

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Rate is a count of a count, with the interval of its proportion.
type Rate struct {
	K, N      int
	Low, High float64 // in [0, 1]
}

// Value returns the proportion, and NaN where there is nothing to count.
func (r Rate) Value() float64 { return float64(r.K) / float64(r.N) }

// NewRate returns k of n with the 95 % interval of Wilson (1927), Journal of
// the American Statistical Association 22, 209-212. With n nought the interval
// is [0, 1].
func NewRate(k, n int) Rate {
	if n == 0 {
		return Rate{Low: 0, High: 1}
	}
	z := distuv.UnitNormal.Quantile(0.975)
	p, m := float64(k)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return Rate{K: k, N: n, Low: max(0, mid-half), High: min(1, mid+half)}
}

// Slice is the score of some of the descriptions.
type Slice struct {
	By, Name string // "difficulty", "hard"; empty for all
	Right    Rate   // category as the gold has it
	Review   Rate   // sent to a person
	Rest     Rate   // right, of those not sent
}

// CategoryScore is how one category fared.
type CategoryScore struct {
	Name         string
	Precision    Rate
	Recall       Rate
	F1           float64
	Gold, Coded  int     // descriptions
	Bias         float64 // share coded minus share in the gold, in [-1, 1]
	ReviewedBias float64 // the same where a person puts right what is sent to review
}

// Evaluation is what a Coder made of a set.
type Evaluation struct {
	All         Slice
	Codable     Rate    // sent to review, of those with a category
	Slices      []Slice // by category, difficulty, feature; in that order
	Categories  []CategoryScore
	Confusion   [][]int // gold by coded, in the order of Categories
	Kappa       float64
	KappaLow    float64
	KappaHigh   float64
	MacroF1     float64
	Combination struct {
		Precision, Recall Rate
		F1                float64
	}
	Caught     Rate    // wrong ones sent to review, of the wrong
	Empty      Rate    // answers without content that were coded and not sent to review
	ECE        float64 // expected calibration error over ten bins of equal width
	Production []Production
	Wrong      []Wrong
}

// Production is the share that may be coded without a person where an error is
// accepted: the largest share, surest first, of which no more is wrong.
type Production struct {
	Error float64
	Share Rate
}

// Wrong is one description that came out otherwise. It names no text.
type Wrong struct {
	Gold   int // index in the set
	Coding Coding
}

// Evaluate codes set and scores the outcome.
func Evaluate(c *Coder, set []Gold) Evaluation {
	t := &tally{set: set, codings: make([]Coding, len(set))}
	for _, k := range c.scheme.Categories {
		t.names = append(t.names, k.Name)
	}
	t.names = append(t.names, Uncoded)
	for i, g := range set {
		t.codings[i] = c.Code(g.Text)
	}
	var e Evaluation
	e.All = t.slice("", "", func(Gold) bool { return true })
	e.Slices = t.slices()
	t.categories(&e)
	t.combination(&e)
	t.review(&e)
	e.ECE = t.ece()
	for _, accepted := range []float64{0.02, 0.05} {
		e.Production = append(e.Production, Production{Error: accepted, Share: t.production(accepted)})
	}
	return e
}

// tally is a set on its way to an Evaluation.
type tally struct {
	set     []Gold
	codings []Coding
	names   []string // of the categories, uncoded last
}

func (t *tally) right(i int) bool { return t.codings[i].category() == t.set[i].Category }

func (t *tally) slice(by, name string, in func(Gold) bool) Slice {
	var n, right, review, rest int
	for i, g := range t.set {
		if !in(g) {
			continue
		}
		n++
		if t.right(i) {
			right++
		}
		switch {
		case t.codings[i].Review:
			review++
		case t.right(i):
			rest++
		}
	}
	return Slice{By: by, Name: name, Right: NewRate(right, n), Review: NewRate(review, n), Rest: NewRate(rest, n-review)}
}

// slices scores by category, difficulty and feature, where those occur.
func (t *tally) slices() []Slice {
	var out []Slice
	for _, name := range t.names {
		out = append(out, t.slice("category", name, func(g Gold) bool { return g.Category == name }))
	}
	var difficulties, features []string
	for _, g := range t.set {
		if g.Difficulty != "" && !slices.Contains(difficulties, g.Difficulty) {
			difficulties = append(difficulties, g.Difficulty)
		}
		for _, f := range g.Features {
			if !slices.Contains(features, f) {
				features = append(features, f)
			}
		}
	}
	order := []string{"easy", "medium", "hard"}
	slices.SortStableFunc(difficulties, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	slices.Sort(features)
	for _, name := range difficulties {
		out = append(out, t.slice("difficulty", name, func(g Gold) bool { return g.Difficulty == name }))
	}
	for _, name := range features {
		out = append(out, t.slice("feature", name, func(g Gold) bool { return slices.Contains(g.Features, name) }))
	}
	return slices.DeleteFunc(out, func(s Slice) bool { return s.Right.N == 0 })
}
