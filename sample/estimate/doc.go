// Package estimate makes every standard error of the project.
//
// [Shares] estimates many shares of one sample at once, [Ratio] one ratio of
// two numbers; both are linearised (Taylor). For a ratio r = Y/X of weighted
// totals the variance is that of the total of z = w(y − rx)/X:
//
//	v(r) = Σ_h n_h/(n_h−1) Σ_j (z_hj − z̄_h)²
//
// where z_hj is the sum of z in PSU j of stratum h and n_h the number of PSUs
// in stratum h. PSUs count as drawn with replacement: there is no
// finite-population correction, and what was drawn within a PSU needs none.
//
// These things hold for every estimate:
//
//   - A domain keeps the design. PSUs without a unit of the domain have z = 0
//     and are among the n_h.
//   - Its degrees of freedom are the PSUs with weight in the base minus the
//     strata with weight in the base.
//   - A census has no sampling error: its standard errors are NaN.
//   - A stratum with one PSU has no variance. No treatment is assumed: every
//     standard error of such a sample is NaN, and [Lonely] names the stratum.
//
// [PropCI] gives the interval of a proportion.
//
// Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling,
// sections 5.6 and 2.9; Binder (1983), International Statistical Review 51,
// 279–292. Same as svymean and svyratio in R survey.
package estimate
