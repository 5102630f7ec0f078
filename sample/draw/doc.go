// Package draw draws samples that another program can draw again.
//
// A [Frame] is the list of units, in an order that is stated. A [Spec] says how
// to draw from it, and [Draw] returns a [Result]: the drawn units with their
// inclusion probabilities and design weights, replacements in order, what each
// stratum got and what was changed on the way.
//
// Four things hold for every Result:
//
//   - It follows from the frame, the spec and the seed alone. Random numbers
//     are hashes of the seed and of what they decide about, see [Generator];
//     simple draws do not depend on the frame's order at all.
//   - Inclusion probabilities of the units of a stratum add to the number drawn
//     there, and each unit is drawn in its own share of all seeds.
//   - The design weight is one over the inclusion probability, of all stages.
//   - A replacement has no probability of its own: where it is used, it stands
//     in for a drawn unit of its stratum or PSU.
//
// How many units a stratum gets is package plan's to say.
package draw
