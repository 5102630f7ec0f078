package coding

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Estimate is a number with its interval. Where there is none, as for a kappa
// of coders who used one category only, all three are NaN.
type Estimate struct{ Value, Low, High float64 }

// none is an estimate that does not exist.
var none = Estimate{math.NaN(), math.NaN(), math.NaN()}

// Verdict is what one coder says of one unit. The zero Verdict says nothing.
type Verdict struct {
	Category    string // [Uncoded] for an answer without content; empty for none given
	Combination *bool  // nil for none given
}

// Agreement says how far two coders agree on the units that both coded.
type Agreement struct {
	Both         int      // units with a category from both
	OnlyA, OnlyB int      // units with a category from one of them
	Categories   []string // that occur, in the order given
	Table        [][]int  // A's category by B's, in the order of Categories
	Percent      Rate     // units with the same category
	Kappa        Estimate // Cohen's
	Alpha        Estimate // Krippendorff's, nominal
	Each         []CategoryAgreement
	Combination  CombinationAgreement
	Differ       []int // units with different categories or combinations, by index
}

// CategoryAgreement says how far two coders agree on one category.
type CategoryAgreement struct {
	Name string
	A, B int // units that A, and B, put in it
	Same int // units that both put in it
	// Specific is the share of agreement among the two coders' uses of the
	// category: 2·Same/(A+B). Source: Dice (1945); Spitzer and Fleiss (1974),
	// British Journal of Psychiatry 125, 341–347.
	Specific float64
	Kappa    Estimate // of this category against all others
}

// CombinationAgreement says how far two coders agree on what is a combination.
type CombinationAgreement struct {
	Both    int  // units that both judged
	Percent Rate // judged alike
	Yes     int  // units that both found a combination
	Kappa   Estimate
}

// Agree compares two coders on the same units, in the same order; level is the
// confidence level of the intervals, in (0, 1). Categories are listed in the
// order of order, others after them by name. It panics if the lengths differ.
func Agree(a, b []Verdict, order []string, level float64) Agreement {
	if len(a) != len(b) {
		panic("coding: verdicts on different units")
	}
	g := Agreement{Categories: occurring(a, b, order)}
	at := make(map[string]int, len(g.Categories))
	for i, name := range g.Categories {
		at[name] = i
	}
	g.Table = square(len(g.Categories))
	combination := square(2)
	ratings := make([][]string, len(a))
	for i := range a {
		same := true
		switch {
		case a[i].Category != "" && b[i].Category != "":
			g.Both++
			g.Table[at[a[i].Category]][at[b[i].Category]]++
			same = a[i].Category == b[i].Category
		case a[i].Category != "":
			g.OnlyA++
		case b[i].Category != "":
			g.OnlyB++
		}
		if x, y := a[i].Combination, b[i].Combination; x != nil && y != nil {
			combination[bit(*x)][bit(*y)]++
			same = same && *x == *y
		}
		if !same {
			g.Differ = append(g.Differ, i)
		}
		ratings[i] = []string{a[i].Category, b[i].Category}
	}
	g.Percent = NewRate(diagonal(g.Table), g.Both)
	g.Kappa = Kappa(g.Table, level)
	g.Alpha = Alpha(ratings, level)
	for i, name := range g.Categories {
		g.Each = append(g.Each, g.category(i, name, level))
	}
	n := combination[0][0] + combination[0][1] + combination[1][0] + combination[1][1]
	g.Combination = CombinationAgreement{
		Both: n, Percent: NewRate(diagonal(combination), n), Yes: combination[1][1], Kappa: Kappa(combination, level),
	}
	return g
}

// category compares the coders on category i against all others.
func (g *Agreement) category(i int, name string, level float64) CategoryAgreement {
	c := CategoryAgreement{Name: name, Same: g.Table[i][i]}
	for j := range g.Table {
		c.A += g.Table[i][j]
		c.B += g.Table[j][i]
	}
	c.Specific = 2 * float64(c.Same) / float64(c.A+c.B)
	c.Kappa = Kappa([][]int{{c.Same, c.A - c.Same}, {c.B - c.Same, g.Both - c.A - c.B + c.Same}}, level)
	return c
}

// occurring lists the categories of the units that both coded, those of order
// first.
func occurring(a, b []Verdict, order []string) []string {
	seen := map[string]bool{}
	var others []string
	for i := range a {
		if a[i].Category == "" || b[i].Category == "" {
			continue
		}
		for _, name := range []string{a[i].Category, b[i].Category} {
			if !seen[name] && !slices.Contains(order, name) {
				others = append(others, name)
			}
			seen[name] = true
		}
	}
	slices.Sort(others)
	var names []string
	for _, name := range order {
		if seen[name] {
			names = append(names, name)
		}
	}
	return append(names, others...)
}

// Kappa returns Cohen's kappa of a square table of counts, one coder in the
// rows and the other in the columns. Its interval is the large-sample one, from
// the variance of the delta method, cut at 1 and −1. It is unreliable for fewer
// than some 30 units.
//
// There is none for an empty table, nor where both coders put everything in one
// category, so that agreement cannot be but perfect; and no interval where one of
// them did, so that kappa cannot be but nought.
//
// Sources: Cohen (1960), Educational and Psychological Measurement 20, 37–46;
// for the variance Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72,
// 323–327, whose example a test repeats.
func Kappa(table [][]int, level float64) Estimate {
	n, k := 0, len(table)
	rows, columns := make([]float64, k), make([]float64, k)
	for i := range table {
		for j, c := range table[i] {
			n += c
			rows[i] += float64(c)
			columns[j] += float64(c)
		}
	}
	if n == 0 {
		return none
	}
	total := float64(n)
	observed, chance := float64(diagonal(table))/total, 0.0
	for i := range table {
		chance += rows[i] / total * columns[i] / total
	}
	if chance == 1 {
		return none
	}
	kappa := (observed - chance) / (1 - chance)
	// The variance is (A + B − C) / (n (1 − chance)²) in the source's letters.
	var a, b float64
	for i := range table {
		for j, c := range table[i] {
			p := float64(c) / total
			if i == j {
				a += p * squared(1-(rows[i]+columns[i])/total*(1-kappa))
			} else {
				b += p * squared((columns[i]+rows[j])/total*(1-kappa))
			}
		}
	}
	c := squared(kappa - chance*(1-kappa))
	se := math.Sqrt(max(0, a+b-c)/total) / (1 - chance)
	if se == 0 && kappa < 1 {
		return Estimate{kappa, math.NaN(), math.NaN()}
	}
	z := distuv.UnitNormal.Quantile(1 - (1-level)/2)
	return Estimate{kappa, max(-1, kappa-z*se), min(1, kappa+z*se)}
}

func squared(x float64) float64 { return x * x }

func square(n int) [][]int {
	t := make([][]int, n)
	for i := range t {
		t[i] = make([]int, n)
	}
	return t
}

func diagonal(table [][]int) int {
	n := 0
	for i := range table {
		n += table[i][i]
	}
	return n
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
