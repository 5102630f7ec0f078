// Package association tests whether two codings of a sample go together, and
// says how closely.
//
// A [Cross] is the joint distribution of two codings: counts, weights and the
// sample they come from. Its methods are the tests; each gives a [Result].
// [Fit] holds one coding against known shares, [Means] compares the means of a
// number, and [Ranked] measures how two orders agree.
//
// Three things hold for every Result:
//
//   - It is of the units that have both codings. Categories that nobody is in
//     are left out, and so they cost no degrees of freedom.
//   - A number that does not exist is NaN, and Why says why. No table gives a
//     panic: one row, one column, nobody at all.
//   - The tests named for a design take their variances from package estimate:
//     stages, finite populations, weights and the rule for lonely PSUs. The
//     others take rows as drawn independently with equal weights, and count
//     rows without their weights.
//
// Degrees of freedom of the design are PSUs minus strata among the units
// tested.
//
// Source: Rao and Scott (1984), Annals of Statistics 12, 46–60; Thomas and Rao
// (1987), JASA 82, 630–636. Same as svychisq, svygofchisq and svyranktest in R
// survey, chisq.test, fisher.test and cor.test in R.
package association
