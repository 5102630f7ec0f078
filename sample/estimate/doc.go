// Package estimate makes every standard error of the project.
//
// [Shares] estimates many shares of one sample at once, [Means], [Totals],
// [Ratios], [Quantiles] and [Variances] a statistic in many [Domains], and
// [RatioTotal], [RegressionTotal] and [PostStratifiedTotal] the total of a frame
// of which a part answered. All are linearised (Taylor): the variance of a
// statistic is that of the total of its influence values z, weight times what a
// row adds to it, which [Covariance] computes stage by stage:
//
//	v = Σ_h (1−f_h) n_h/(n_h−1) Σ_j (z_hj − z̄_h)² + Σ_hj f_h v_hj
//
// where z_hj is the sum of z in PSU j of stratum h, n_h the number of PSUs in
// stratum h, f_h the share of its PSUs that was drawn, and v_hj the variance
// within the PSU by the same formula. Where populations are not known, PSUs
// count as drawn with replacement: f_h is 0, and what was drawn within a PSU
// needs no variance of its own. Where the design asks for replicate weights the
// variance is that over the replicates instead.
//
// [Between] gives the covariance of a statistic in two samples that have PSUs in
// common, such as two waves of a study.
//
// These things hold for every estimate:
//
//   - A domain keeps the design. PSUs without a unit of the domain have z = 0
//     and are among the n_h.
//   - Its degrees of freedom are the PSUs with weight in the base minus the
//     strata with weight in the base.
//   - A census has no sampling error: its standard errors are NaN.
//   - A stratum with one PSU of several has no variance. No treatment is
//     assumed: unless the design names one, standard errors of domains with rows
//     in it are NaN, and [Lonely] names the stratum.
//   - What does not exist is NaN, and [Estimate.Why] says for which reason.
//
// [Estimate.T] gives the interval of a number, [Intervals] those of proportions
// by several methods, among them [PropCI].
//
// Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling,
// sections 5.6 and 2.9; Binder (1983), International Statistical Review 51,
// 279–292. Same as
// svymean, svytotal, svyratio, svyquantile and svyvar in R survey.
package estimate
