// Package plan says how large a sample must be, and how to share it out.
//
// A [Design] holds what makes a sample worth less than a simple random one: its
// design effect, the share that answers, and the population it is drawn from.
// [Design.Proportion] and [Design.Mean] give the size for a wanted margin, and
// [Design.ProportionMargin] and [Design.MeanMargin] the margin of a given size.
// [TwoProportions] and [TwoMeans] give size and power of a comparison of two
// groups, [Waves] of two waves that share units. [ClusterSize] weighs clusters
// against cases per cluster. [Allocate] shares a sample out over strata.
//
// Three things hold:
//
//   - Sizes are returned unrounded; [Up] rounds them as a plan must.
//   - A margin is half the width of a two-sided interval by the normal
//     distribution, in the unit of what is estimated.
//   - Arguments are checked by the caller, who knows what they are called; what
//     no plan can have gives NaN.
package plan
