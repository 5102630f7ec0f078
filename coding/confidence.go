package coding

import (
	"slices"

	"stikprove/coding/language"
)

// ReviewBelow is the score below which a person should look, unless a study
// says how much error it accepts.
const ReviewBelow = 0.81

// certainty is the confidence a reading gives by itself. The figures are set,
// not fitted: corrections enough to fit them come with use.
var certainty = map[how]float64{
	exactly: 0.97, inflected: 0.96, compounded: 0.95, joined: 0.94, broken: 0.9,
	mistyped: 0.86, headed: 0.78, misspelt: 0.74, begun: 0.55, guessed: 0.55,
}

// weigh sets the confidence and the review flag (method 7): the score of the
// reading decides on review, and the scheme's calibration says how often such a
// score comes out right.
func (c *Coder) weigh(v *verdict) {
	v.coding.score = c.score(v)
	v.coding.Confidence = c.scheme.confidence(v.coding.score)
	v.coding.Review = v.coding.score < c.reviewBelow
}

// score is how sure the reading is, before calibration; in [0, 1].
func (c *Coder) score(v *verdict) float64 {
	_, unread := c.coverage(v)
	if v.decider < 0 {
		// Nothing said is certain; words that were not understood are not, and
		// a tale may tell of a condition without its name.
		k := 0.9
		if slices.ContainsFunc(v.items, func(it item) bool { return it.everyday }) {
			k = 0.6
		}
		if unread > 0 {
			k = 0.35
		}
		for i := range v.ps {
			if v.ps[i].concept.Type != Generic {
				k = min(k, 0.6)
			}
		}
		return k
	}
	k := certainty[v.parts[v.decider].how]
	for _, d := range c.doubts(v) {
		k *= d.keep
	}
	return max(0.05, min(0.99, k))
}

// coverage counts the words that were understood as something and those that
// were not.
func (c *Coder) coverage(v *verdict) (read, unread int) {
	for _, it := range v.items {
		switch {
		case it.unread:
			unread++
		case it.concept != nil && it.concept.Type != Generic || it.sense == language.Sequela:
			read++
		}
	}
	return read, unread
}

// doubtful reports whether any part rests on a concept coders disagree on.
func (v *verdict) doubtful() bool {
	return slices.ContainsFunc(v.parts, func(pt part) bool {
		return pt.concept.Contested || pt.concept.Ambiguous && (pt.concept.Type == Disorder || !pt.sited)
	})
}
