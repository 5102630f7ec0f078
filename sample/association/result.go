package association

import "math"

// Method names a test.
type Method string

// The methods.
const (
	RaoScottF     Method = "rao_scott"       // X² corrected to the second order, by F
	RaoScottChi   Method = "rao_scott_chi"   // X² corrected to the first order, by χ²
	RaoScottExact Method = "rao_scott_exact" // the tail of X² as a weighted sum of χ² over a χ²
	RaoScottNull  Method = "rao_scott_null"  // second order with expected shares in the design effects
	Wald          Method = "wald"            // the interaction's quadratic form, by F
	WaldAdjusted  Method = "wald_adjusted"   // the same with fewer degrees of freedom the larger the table
	Pearson       Method = "pearson"         // X², by χ²
	Fisher        Method = "fisher"          // exact, given both margins
	MonteCarlo    Method = "monte_carlo"     // X² among tables drawn with both margins given
	FitDesign     Method = "fit"             // X² to known shares, corrected to the second order
	FitChi        Method = "fit_chi"         // the same by χ², without the design's degrees of freedom
	FitPearson    Method = "fit_pearson"     // X² to known shares, by χ²
	MeansWald     Method = "means"           // equality of means, by F
	RankTest      Method = "rank"            // equality of mean ranks by design
	Trend         Method = "trend"           // slope of ranks on ranks by design
	Spearman      Method = "spearman"        // correlation of ranks
	Kendall       Method = "kendall"         // τ-b
	Gamma         Method = "gamma"           // Goodman and Kruskal's γ
)

// Why says why a result has no p, or why its method is another than was asked
// for.
type Why string

// The reasons.
const (
	Tested      Why = ""
	OneCategory Why = "one_category" // fewer than two rows or columns with anybody in them
	NoVariance  Why = "no_variance"  // a stratum with one PSU, or a census
	NoFreedom   Why = "no_freedom"   // too few PSUs
	Alike       Why = "alike"        // values do not vary, or not apart from each other
	TooLarge    Why = "too_large"    // more tables than can be gone through
	Empty       Why = "empty_cells"  // so many empty cells that observed shares give no design effects
	Unknown     Why = "unknown"      // a category has people and a known share of 0
)

// Result is what a test gave. Numbers that do not exist or do not apply are
// NaN.
type Result struct {
	Method    Method
	Statistic float64 // F, X², t, z or a difference, as the method has it
	DF1, DF2  float64 // degrees of freedom of the statistic, DF2 of an F's denominator or a t
	P         float64 // in [0, 1]
	X2        float64 // Pearson's X² of the weighted table scaled to its number of units, uncorrected
	Deff      float64 // mean of the generalised design effects
	N         int     // units tested
	Cells     int     // cells of the table tested
	Small     int     // cells with an expected count below 5
	Least     float64 // the smallest expected count
	Draws     int     // tables drawn, of a Monte Carlo test
	Seed      uint64  // that they were drawn from
	Why       Why
	Effect    Effect
}

// Effect is how strong an association is. What does not apply is NaN.
type Effect struct {
	CramersV          float64 // √(X²/n/(min(r,c)−1)), in [0, 1]
	CramersVCorrected float64 // without its bias in small tables, in [0, 1]
	W                 float64 // Cohen's w, √(X²/n), at least 0
	Rho               float64 // Spearman's ρ, in [−1, 1]
	TauB              float64 // Kendall's τ-b, in [−1, 1]
	Gamma             float64 // Goodman and Kruskal's γ, in [−1, 1]
}

// none returns a result of method without numbers.
func none(m Method, why Why) Result {
	nan := math.NaN()
	return Result{Method: m, Statistic: nan, DF1: nan, DF2: nan, P: nan, X2: nan, Deff: nan, Least: nan, Why: why,
		Effect: Effect{nan, nan, nan, nan, nan, nan}}
}

// Withheld returns r with nothing but its method and a bound of its p: 0.01, 0.05
// or 1, whichever is the first above it. From the rest counts could be solved: of
// a small table even p in hundredths tells which it is.
func Withheld(r Result) Result {
	w := none(r.Method, r.Why)
	w.Draws, w.Seed = r.Draws, r.Seed
	switch {
	case math.IsNaN(r.P):
	case r.P < 0.01:
		w.P = 0.01
	case r.P < 0.05:
		w.P = 0.05
	default:
		w.P = 1
	}
	return w
}
