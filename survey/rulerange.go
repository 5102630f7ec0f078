package survey

import "math"

// Range returns the bounds that the rule sets the question's own answer, where
// it does nothing else: . >= 0 and . <= 100. Days count from 1970-01-01. An end
// that is open is infinite; ok is false of any other rule and of one that leaves
// an end out, such as . > 0.
func (r *Rule) Range() (b Band, ok bool) {
	parts, joined := r.root.(all)
	if !joined {
		parts = all{r.root}
	}
	b = Band{From: math.Inf(-1), To: math.Inf(1)}
	for _, part := range parts {
		c, is := part.(comparison)
		if !is {
			return b, false
		}
		self, isSelf := c.left.(answerOf)
		end, isEnd := c.right.(literal)
		if !isSelf || self.question != "." || !isEnd || end.is.kind == isTruth {
			return b, false
		}
		n := end.is.size()
		switch {
		case math.IsNaN(n):
			return b, false
		case c.operator == ">=":
			b.From = max(b.From, n)
		case c.operator == "<=":
			b.To = min(b.To, n)
		default:
			return b, false
		}
	}
	return b, true
}
