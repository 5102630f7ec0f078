package coding

import (
	"math"

	"gonum.org/v1/gonum/floats"
)

// weighed is a feature of a text and its value.
type weighed struct {
	feature int
	value   float64
}

// vector returns the known features among sorted grams, all of one value so
// that the vector's length is 1, and the constant.
func (l *Learner) vector(grams []string) []weighed {
	x := make([]weighed, 0, len(grams)+1)
	for _, g := range grams {
		if f, ok := l.features[g]; ok {
			x = append(x, weighed{feature: f})
		}
	}
	value := 1 / math.Sqrt(float64(max(len(x), 1)))
	for i := range x {
		x[i].value = value
	}
	return append(x, weighed{len(l.features), constantValue})
}

const (
	// constantValue is small, so that the penalty keeps the constant small too.
	constantValue = 0.1
	// penalty is the weight of the squared coefficients against the mean loss.
	penalty = 1e-4
	// steps is how often the coefficients are improved. More change nothing
	// that shows in the second decimal of a probability.
	steps = 60
)

// probabilities puts the probability of every class for x into p.
func (l *Learner) probabilities(x []weighed, weights, p []float64) []float64 {
	k := len(l.classes)
	clear(p)
	for _, e := range x {
		addScaled(p, e.value, weights[e.feature*k:])
	}
	floats.AddConst(-floats.LogSumExp(p), p)
	for c := range p {
		p[c] = math.Exp(p[c])
	}
	return p
}

// addScaled adds s times x to sum. There are a handful of classes, too few for
// floats.AddScaled to be worth calling some ten million times.
func addScaled(sum []float64, s float64, x []float64) {
	x = x[:len(sum)]
	for c := range sum {
		sum[c] += s * x[c]
	}
}

// fit finds the coefficients by accelerated gradient descent with a fixed
// number of steps: the loss is convex, so that they tend to the one optimum
// whatever the order of the texts, and no line search can end elsewhere on
// another machine. Source: Nesterov (1983), Soviet Mathematics Doklady 27,
// 372–376.
func (l *Learner) fit(texts []sample) {
	k := len(l.classes)
	l.weights = make([]float64, (len(l.features)+1)*k)
	if k < 2 {
		return
	}
	rows, target, weight := l.rows(texts)
	// The loss of vectors of length 1 bends by at most a half of the largest
	// eigenvalue of their mean product, which is found first.
	step := 1 / (0.5*l.largest(rows, weight) + 2*penalty)
	ahead, before := make([]float64, len(l.weights)), make([]float64, len(l.weights))
	gradient, p := make([]float64, len(l.weights)), make([]float64, k)
	for n := range steps {
		clear(gradient)
		for i, x := range rows {
			l.probabilities(x, ahead, p)
			p[target[i]]--
			for _, e := range x {
				addScaled(gradient[e.feature*k:][:k], weight[i]*e.value, p)
			}
		}
		floats.AddScaled(gradient, 2*penalty, ahead)
		copy(before, l.weights)
		copy(l.weights, ahead)
		floats.AddScaled(l.weights, -step, gradient)
		momentum := float64(n) / float64(n+3)
		for j := range ahead {
			ahead[j] = l.weights[j] + momentum*(l.weights[j]-before[j])
		}
	}
}

// rows returns the texts as vectors, their classes, and their weights, which
// sum to 1 and are equal over classes.
func (l *Learner) rows(texts []sample) (rows [][]weighed, target []int, weight []float64) {
	at := make(map[string]int, len(l.classes))
	for c, name := range l.classes {
		at[name] = c
	}
	of := make([]float64, len(l.classes))
	for _, t := range texts {
		of[at[t.class]] += t.weight
	}
	for _, t := range texts {
		rows = append(rows, l.vector(t.grams))
		target = append(target, at[t.class])
		weight = append(weight, t.weight/of[at[t.class]]/float64(len(l.classes)))
	}
	return rows, target, weight
}

// largest returns the largest eigenvalue of the weighted mean of the rows'
// products, by the power method, a tenth above to be on the safe side.
func (l *Learner) largest(rows [][]weighed, weight []float64) float64 {
	v, next := make([]float64, len(l.features)+1), make([]float64, len(l.features)+1)
	for i := range v {
		v[i] = 1
	}
	value := 1.0
	for range 20 {
		floats.Scale(1/floats.Norm(v, 2), v)
		clear(next)
		for i, x := range rows {
			dot := 0.0
			for _, e := range x {
				dot += e.value * v[e.feature]
			}
			for _, e := range x {
				next[e.feature] += weight[i] * dot * e.value
			}
		}
		value = floats.Norm(next, 2)
		v, next = next, v
	}
	return 1.1 * value
}
