// Package weight adjusts the weights of a sample to what is known of its
// population.
//
// A [Margin] is a variable with a known number of units in each category, a
// [Total] a number whose sum is known. An [Adjustment] makes weights of
// weights: [Classes] carry those of the silent over to those who answered,
// [PostStratify] and [Rake] make categories come to their counts, [Calibrate]
// makes margins and totals come true by the least change in one of three
// metrics, within bounds, and [Trim] cuts large and small weights and shares
// out the difference. [Apply] puts them on a sample one after another.
//
// Four things hold:
//
//   - The design weight is what is adjusted: all of them multiply it, or change
//     it by what they say.
//   - Either the counts are met or there is an error that says which category
//     is not. A category without respondents is named before anything is tried.
//   - Replicate weights are adjusted in the same way, each for itself, and
//     linearised variances are of residuals, so that standard errors know.
//   - Rows of weight 0 stay at 0; the order of rows does not matter.
//
// What each adjustment does is the same as in R survey, and so are its
// linearised variances.
package weight
