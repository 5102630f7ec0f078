package association

import (
	"math"
	"slices"

	"stikprove/sample"
)

// Ranked measures how the orders of two numbers agree over the rows in which
// neither is NaN, each row counting once whatever its weight. Method is
// [Spearman], whose statistic is t with n-2 degrees of freedom; [Kendall], whose
// statistic is z with the variance for ties; or [Gamma], whose statistic is γ
// over its asymptotic standard error where there is no association, z.
//
// Source: Goodman and Kruskal (1972), JASA 67, 415–421, for γ. Same as
// cor.test(method = "spearman", "kendall", exact = FALSE) in R.
func Ranked(s *sample.Sample, y, x []float64, m Method) Result {
	checkLength(s, len(y), len(x))
	r := none(m, Tested)
	keep := usable(s, y, func(i int) bool { return !math.IsNaN(x[i]) })
	var a, b []float64
	for i, in := range keep {
		if in {
			a, b = append(a, y[i]), append(b, x[i])
		}
	}
	r.N = len(a)
	ra, tiesA := midranks(a)
	rb, tiesB := midranks(b)
	if len(tiesA) < 2 || len(tiesB) < 2 {
		r.Why = Alike
		return r
	}
	n := float64(len(a))
	if m == Spearman {
		r.Effect.Rho = correlation(ra, rb)
		if r.N < 3 {
			r.Why = NoFreedom
			return r
		}
		r.DF2 = n - 2
		r.Statistic = r.Effect.Rho / math.Sqrt((1-r.Effect.Rho*r.Effect.Rho)/r.DF2)
		r.P = tailT(r.Statistic, r.DF2)
		if math.IsInf(r.Statistic, 0) {
			r.Statistic, r.P = math.NaN(), 0
		}
		return r
	}
	concordant, discordant := pairs(ra, rb)
	sum := sumOf(concordant) / 2
	against := sumOf(discordant) / 2
	whole := n * (n - 1) / 2
	r.Effect.TauB = (sum - against) / math.Sqrt((whole-tied(tiesA, 2)/2)*(whole-tied(tiesB, 2)/2))
	if sum+against > 0 {
		r.Effect.Gamma = (sum - against) / (sum + against)
	}
	variance := 0.0
	if m == Kendall {
		v := n*(n-1)*(2*n+5) - tied(tiesA, 0) - tied(tiesB, 0)
		variance = v/18 + tied(tiesA, 2)*tied(tiesB, 2)/(2*n*(n-1))
		if n > 2 {
			variance += tied(tiesA, 3) * tied(tiesB, 3) / (9 * n * (n - 1) * (n - 2))
		}
		r.Statistic = (sum - against) / math.Sqrt(variance)
	} else {
		squares := 0.0
		for i := range concordant {
			squares += (concordant[i] - discordant[i]) * (concordant[i] - discordant[i])
		}
		variance = 4 / ((2*sum + 2*against) * (2*sum + 2*against)) * (squares - 4*(sum-against)*(sum-against)/n)
		r.Statistic = r.Effect.Gamma / math.Sqrt(variance)
	}
	if !(variance > 0) {
		r.Why, r.Statistic = Alike, math.NaN()
		return r
	}
	r.P = math.Erfc(math.Abs(r.Statistic) / math.Sqrt2)
	return r
}

// midranks returns the rank of each number from 1, ties at their middle, and
// how many have each, in order.
func midranks(y []float64) (ranks []float64, ties []int) {
	order := make([]int, len(y))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		switch {
		case y[a] < y[b]:
			return -1
		case y[a] > y[b]:
			return 1
		}
		return a - b
	})
	ranks = make([]float64, len(y))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && y[order[to]] == y[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+to+1) / 2
		}
		ties = append(ties, to-from)
		from = to
	}
	return ranks, ties
}

// tied returns Σ t(t−1) for 2, Σ t(t−1)(t−2) for 3 and Σ t(t−1)(2t+5) for 0.
func tied(ties []int, kind int) float64 {
	sum := 0.0
	for _, n := range ties {
		t := float64(n)
		switch kind {
		case 2:
			sum += t * (t - 1)
		case 3:
			sum += t * (t - 1) * (t - 2)
		default:
			sum += t * (t - 1) * (2*t + 5)
		}
	}
	return sum
}

// correlation returns Pearson's correlation of a and b.
func correlation(a, b []float64) float64 {
	n := float64(len(a))
	ma, mb := sumOf(a)/n, sumOf(b)/n
	var ab, aa, bb float64
	for i := range a {
		ab += (a[i] - ma) * (b[i] - mb)
		aa += (a[i] - ma) * (a[i] - ma)
		bb += (b[i] - mb) * (b[i] - mb)
	}
	return min(max(ab/math.Sqrt(aa*bb), -1), 1)
}

func sumOf(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum
}

// pairs returns for each unit the number of others that agree with it in order
// and that disagree. It goes through the units in order of a, with a Fenwick
// tree over b.
func pairs(a, b []float64) (concordant, discordant []float64) {
	n := len(a)
	concordant, discordant = make([]float64, n), make([]float64, n)
	order := make([]int, n)
	values := slices.Clone(b)
	slices.Sort(values)
	values = slices.Compact(values)
	at := make([]int, n)
	for i := range order {
		order[i] = i
		at[i], _ = slices.BinarySearch(values, b[i])
	}
	slices.SortFunc(order, func(x, y int) int {
		switch {
		case a[x] < a[y]:
			return -1
		case a[x] > a[y]:
			return 1
		}
		return x - y
	})
	// below[i] counts, of the units before in order of a, those lower and higher in b.
	sweep := func(order []int, lower, higher []float64) {
		tree := make([]int, len(values)+1)
		seen := 0
		upTo := func(k int) (n int) {
			for ; k > 0; k -= k & -k {
				n += tree[k]
			}
			return n
		}
		for from := 0; from < len(order); {
			to := from
			for to < len(order) && a[order[to]] == a[order[from]] {
				i := order[to]
				lower[i] += float64(upTo(at[i]))
				higher[i] += float64(seen - upTo(at[i]+1))
				to++
			}
			for _, i := range order[from:to] {
				for k := at[i] + 1; k < len(tree); k += k & -k {
					tree[k]++
				}
			}
			seen += to - from
			from = to
		}
	}
	sweep(order, concordant, discordant)
	slices.Reverse(order)
	sweep(order, discordant, concordant)
	return concordant, discordant
}
