package coding

import (
	"cmp"
	"math"
	"slices"
)

// categories fills in what is scored per category: the confusion, precision
// and recall, the bias of the shares, kappa and macro-F1.
func (t *tally) categories(e *Evaluation) {
	k := len(t.names)
	e.Confusion = make([][]int, k)
	for i := range e.Confusion {
		e.Confusion[i] = make([]int, k)
	}
	reviewed := make([]int, k) // coded, once a person has seen what was sent
	for i, g := range t.set {
		row, column := slices.Index(t.names, g.Category), slices.Index(t.names, t.codings[i].category())
		e.Confusion[row][column]++
		if t.codings[i].Review {
			column = row
		}
		reviewed[column]++
	}
	n := float64(len(t.set))
	met := 0
	for i, name := range t.names {
		s := CategoryScore{Name: name}
		for j := range t.names {
			s.Gold += e.Confusion[i][j]
			s.Coded += e.Confusion[j][i]
		}
		s.Precision, s.Recall = NewRate(e.Confusion[i][i], s.Coded), NewRate(e.Confusion[i][i], s.Gold)
		s.F1 = f1(e.Confusion[i][i], s.Coded, s.Gold)
		s.Bias = float64(s.Coded-s.Gold) / n
		s.ReviewedBias = float64(reviewed[i]-s.Gold) / n
		if s.Gold > 0 {
			e.MacroF1 += s.F1
			met++
		}
		e.Categories = append(e.Categories, s)
	}
	e.MacroF1 /= float64(met)
	kappa := Kappa(e.Confusion, 0.95)
	e.Kappa, e.KappaLow, e.KappaHigh = kappa.Value, kappa.Low, kappa.High
}

// f1 is the harmonic mean of precision and recall.
func f1(both, coded, gold int) float64 {
	if coded+gold == 0 {
		return math.NaN()
	}
	return 2 * float64(both) / float64(coded+gold)
}

func (t *tally) combination(e *Evaluation) {
	var both, coded, gold int
	for i, g := range t.set {
		if g.Combination {
			gold++
		}
		if t.codings[i].Combination {
			coded++
			if g.Combination {
				both++
			}
		}
	}
	e.Combination.Precision, e.Combination.Recall = NewRate(both, coded), NewRate(both, gold)
	e.Combination.F1 = f1(both, coded, gold)
}

// review scores what is sent to a person.
func (t *tally) review(e *Evaluation) {
	var codable, sent, wrong, caught, empty, passed int
	for i, g := range t.set {
		k := &t.codings[i]
		if g.Category != Uncoded {
			codable++
			if k.Review {
				sent++
			}
		} else {
			empty++
			if k.Category != "" && !k.Review {
				passed++
			}
		}
		if !t.right(i) {
			wrong++
			if k.Review {
				caught++
			}
		}
		if !t.right(i) || g.Combination != k.Combination {
			e.Wrong = append(e.Wrong, Wrong{Gold: i, Coding: *k})
		}
	}
	e.Codable, e.Caught, e.Empty = NewRate(sent, codable), NewRate(caught, wrong), NewRate(passed, empty)
}

// ece is the mean distance of confidence and accuracy over ten bins of equal
// width, weighted by how many are in each.
func (t *tally) ece() float64 {
	const bins = 10
	var n, sure, right [bins]float64
	for i, k := range t.codings {
		b := min(bins-1, int(k.Confidence*bins))
		n[b]++
		sure[b] += k.Confidence
		if t.right(i) {
			right[b]++
		}
	}
	sum := 0.0
	for b := range bins {
		sum += math.Abs(sure[b] - right[b])
	}
	return sum / float64(len(t.codings))
}

// production finds how many, surest first, can pass at an accepted error. Those
// of one confidence pass together.
func (t *tally) production(accepted float64) Rate {
	order := make([]int, len(t.set))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.codings[b].Confidence, t.codings[a].Confidence) })
	best, wrong := 0, 0
	for n, i := range order {
		if !t.right(i) {
			wrong++
		}
		last := n+1 == len(order) || t.codings[order[n+1]].Confidence < t.codings[i].Confidence
		if last && float64(wrong) <= accepted*float64(n+1) {
			best = n + 1
		}
	}
	return NewRate(best, len(order))
}
