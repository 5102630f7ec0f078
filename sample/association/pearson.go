package association

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"
)

// PearsonTest returns Pearson's test of the counts, without a correction for
// continuity. Weights are left out of account.
//
// Same as chisq.test(correct = FALSE) in R.
func (t *Cross) PearsonTest() Result {
	r := t.unweighted(Pearson)
	if r.Why != Tested {
		return r
	}
	r.Statistic, r.DF1 = r.X2, float64(t.freedom())
	r.P = distuv.ChiSquared{K: r.DF1}.Survival(r.X2)
	return r
}

// MonteCarloTest returns the share of tables with the observed margins whose X²
// is at least the observed one, among so many drawn at random and the observed
// table itself. Weights are left out of account. The same seed gives the same
// draws.
//
// Source: Patefield (1981), Applied Statistics 30, 91–97, for the distribution.
// The same test as chisq.test(simulate.p.value = TRUE) in R.
func (t *Cross) MonteCarloTest(draws int, seed uint64) Result {
	r := t.unweighted(MonteCarlo)
	if r.Why != Tested {
		return r
	}
	r.Statistic, r.Draws, r.Seed = r.X2, draws, seed
	random := rand.New(rand.NewPCG(seed, 0x5354494b)) // another stream than a bootstrap's of the same seed
	rows, columns := margins(t.Counts)
	logs := logFactorials(t.N)
	left := make([]int, len(rows))
	atLeast := 0
	limit := r.X2 * (1 - 64*0x1p-52)
	for range draws {
		copy(left, rows)
		x2, remaining := 0.0, t.N
		for j, total := range columns {
			// The units of the column are drawn from the rows' that are left.
			in, pool := total, remaining
			for i := range left {
				n := hypergeometric(random, logs, left[i], pool-left[i], in)
				pool -= left[i]
				in -= n
				left[i] -= n
				e := float64(rows[i]) * float64(columns[j]) / float64(t.N)
				x2 += (float64(n) - e) * (float64(n) - e) / e
			}
			remaining -= total
		}
		if x2 >= limit {
			atLeast++
		}
	}
	r.P = float64(atLeast+1) / float64(draws+1)
	return r
}

// unweighted describes the table of counts.
func (t *Cross) unweighted(m Method) Result {
	plain := *t
	plain.Weights = make([][]float64, t.Rows())
	plain.Total = float64(t.N)
	for i, row := range t.Counts {
		plain.Weights[i] = make([]float64, len(row))
		for j, n := range row {
			plain.Weights[i][j] = float64(n)
		}
	}
	return plain.described(m)
}

// margins returns the sums of rows and of columns.
func margins(counts [][]int) (rows, columns []int) {
	rows, columns = make([]int, len(counts)), make([]int, len(counts[0]))
	for i, row := range counts {
		for j, n := range row {
			rows[i] += n
			columns[j] += n
		}
	}
	return rows, columns
}

// logFactorials returns log k! for k from 0 to n.
func logFactorials(n int) []float64 {
	logs := make([]float64, n+1)
	for k := 2; k <= n; k++ {
		logs[k] = logs[k-1] + math.Log(float64(k))
	}
	return logs
}

// hypergeometric draws how many of drawn units are white, of white and black
// ones: the inverse of the distribution, gone through from its mode outwards.
func hypergeometric(random *rand.Rand, logs []float64, white, black, drawn int) int {
	low, high := max(0, drawn-black), min(drawn, white)
	if low == high {
		return low
	}
	mode := int((float64(drawn) + 1) * (float64(white) + 1) / (float64(white+black) + 2))
	mode = min(max(mode, low), high)
	n := white + black
	p := math.Exp(logs[white] - logs[mode] - logs[white-mode] + logs[black] - logs[drawn-mode] - logs[black-drawn+mode] -
		logs[n] + logs[drawn] + logs[n-drawn])
	u := random.Float64() - p
	up, down, pUp, pDown := mode, mode, p, p
	for u >= 0 {
		moved := false
		if up < high {
			pUp *= float64(white-up) * float64(drawn-up) / (float64(up+1) * float64(black-drawn+up+1))
			up++
			if u -= pUp; u < 0 {
				return up
			}
			moved = true
		}
		if down > low {
			pDown *= float64(down) * float64(black-drawn+down) / (float64(white-down+1) * float64(drawn-down+1))
			down--
			if u -= pDown; u < 0 {
				return down
			}
			moved = true
		}
		if !moved {
			break // rounding
		}
	}
	return mode
}
