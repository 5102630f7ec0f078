package response

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Variable is a variable of the frame: categories, or a number.
type Variable struct {
	Name       string
	Categories []string
	Of         []int32   // category of each row, −1 where it has none; nil of a number
	X          []float64 // NaN where a row has none
}

// Level is a category of the frame, or the number of a variable that is one.
type Level struct {
	Category        string
	Asked, Answered int     // rows
	Rate            float64 // of them by weight, in [0, 1]
	Frame, Among    float64 // the category's share, or the mean, of the whole frame and among those who answered, by weight
	Difference      float64 // standardised: of answered and silent, by the root of their mean variance
}

// Balance is how those who answered differ from the silent in one variable.
type Balance struct {
	Variable string
	Number   bool
	Missing  int // rows without a value, which are left out
	Levels   []Level

	// The test of no difference, unweighted: Pearson's χ² without correction or,
	// of a number, Welch's t.
	Statistic, DF, P float64
	Least            float64 // smallest expected count of χ²
}

// Compare holds those who answered against the silent. Weights are at least 0,
// and 1 where the whole frame was asked.
//
// Sources: standardised differences of Austin (2009), Statistics in Medicine 28,
// 3083–3107. Same tests as chisq.test(correct = FALSE) and t.test in R.
func Compare(v Variable, answered []bool, weight []float64) Balance {
	b := Balance{Variable: v.Name, Number: v.Of == nil, Statistic: math.NaN(), DF: math.NaN(), P: math.NaN()}
	if b.Number {
		b.number(v, answered, weight)
	} else {
		b.categories(v, answered, weight)
	}
	return b
}

func (b *Balance) categories(v Variable, answered []bool, weight []float64) {
	k := len(v.Categories)
	n, w := [2][]float64{make([]float64, k), make([]float64, k)}, [2][]float64{make([]float64, k), make([]float64, k)}
	var total, sum [2]float64
	for i, g := range v.Of {
		if g < 0 {
			b.Missing++
			continue
		}
		a := at(answered[i])
		n[a][g]++
		w[a][g] += weight[i]
		total[a]++
		sum[a] += weight[i]
	}
	chi, used := 0.0, 0
	b.Least = math.Inf(1)
	for g, name := range v.Categories {
		asked := n[0][g] + n[1][g]
		l := Level{Category: name, Asked: int(asked), Answered: int(n[1][g]), Rate: ratio(w[1][g], w[0][g]+w[1][g]),
			Frame: ratio(w[0][g]+w[1][g], sum[0]+sum[1]), Among: ratio(w[1][g], sum[1])}
		silent := ratio(w[0][g], sum[0])
		l.Difference = standardised(l.Among-silent, l.Among*(1-l.Among), silent*(1-silent))
		b.Levels = append(b.Levels, l)
		if asked == 0 {
			continue
		}
		used++
		for a := range 2 {
			expected := asked * total[a] / (total[0] + total[1])
			b.Least = min(b.Least, expected)
			chi += (n[a][g] - expected) * (n[a][g] - expected) / expected
		}
	}
	if used < 2 || total[0] == 0 || total[1] == 0 {
		return
	}
	b.Statistic, b.DF = chi, float64(used-1)
	b.P = distuv.ChiSquared{K: b.DF}.Survival(chi)
}

func (b *Balance) number(v Variable, answered []bool, weight []float64) {
	var n, mean, squares, w, weighted, weightedSquares [2]float64
	for i, x := range v.X {
		if math.IsNaN(x) {
			b.Missing++
			continue
		}
		a := at(answered[i])
		n[a]++
		d := x - mean[a]
		mean[a] += d / n[a]
		squares[a] += d * (x - mean[a])
		if weight[i] == 0 {
			continue
		}
		w[a] += weight[i]
		d = x - weighted[a]
		weighted[a] += d * weight[i] / w[a]
		weightedSquares[a] += weight[i] * d * (x - weighted[a])
	}
	l := Level{Asked: int(n[0] + n[1]), Answered: int(n[1]), Rate: ratio(w[1], w[0]+w[1]), Among: weighted[1]}
	l.Frame = ratio(w[0]*weighted[0]+w[1]*weighted[1], w[0]+w[1])
	spread := func(a int) float64 { return weightedSquares[a] / w[a] * n[a] / (n[a] - 1) }
	l.Difference = standardised(weighted[1]-weighted[0], spread(0), spread(1))
	b.Levels = []Level{l}
	v0, v1 := squares[0]/(n[0]-1)/n[0], squares[1]/(n[1]-1)/n[1]
	if !(n[0] > 1 && n[1] > 1 && v0+v1 > 0) {
		return
	}
	b.Statistic = (mean[1] - mean[0]) / math.Sqrt(v0+v1)
	b.DF = (v0 + v1) * (v0 + v1) / (v0*v0/(n[0]-1) + v1*v1/(n[1]-1))
	b.P = 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: b.DF}.Survival(math.Abs(b.Statistic))
}

func standardised(d, a, b float64) float64 {
	if a+b == 0 {
		if d == 0 {
			return 0
		}
		return math.NaN()
	}
	return d / math.Sqrt((a+b)/2)
}

func at(answered bool) int {
	if answered {
		return 1
	}
	return 0
}
