// Package response says who answered: rates, and how those who answered differ
// from those who were asked.
//
// A [Mapping] turns the codes of a disposition variable into the eight
// [Disposition]s of the AAPOR standard; [Count] counts them by group, and
// [RatesOf] makes the response, cooperation, refusal and contact rates of the
// counts. [Compare] holds those who answered against a frame, variable by
// variable; [Propensities] models who answers by all of them together, and
// [Indicator] sums up how much propensities vary. [Effect] shows what weighting
// classes do to an estimate.
//
// Three things hold:
//
//   - Every code is mapped or named in an error; nothing is counted as
//     something else because it is not known.
//   - The rate of eligibility among cases of unknown eligibility is stated with
//     the rates that use it.
//   - A rate whose denominator is 0 is NaN.
//
// Source: AAPOR (2023), Standard Definitions, 10th edition.
package response
