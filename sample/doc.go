// Package sample says how units came to be in the data.
//
// A [Design] states it: a census of so many eligible units, or cases drawn
// within clusters, with their weights. [Bind] joins a Design to a
// [survey.Dataset] and returns a [Sample], in which every row has a weight, a
// PSU and a stratum. Every statistic about a population takes a Sample, so no
// estimate exists without a stated design; a census is a design too.
//
// Units are drawn in one stage or two, in strata, from populations whose sizes
// may be known; weights are given or follow from those sizes. [Replicates] are
// weights for other draws that might have been, made again with whatever
// [Sample.Adjusted] did to the weights.
//
// A [Sample.Domain] is the same Sample with the weight of the rows outside it
// nought: PSUs that the domain leaves empty still count toward the variance.
//
// A [Frame] is the list that units were drawn from or asked from; it finds
// respondents that are not on it. A [ResponseRate] is answered of eligible.
//
// Estimates are made in package estimate, tables in package crosstab.
package sample
