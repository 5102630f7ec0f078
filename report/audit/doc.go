// Package audit checks figures that somebody published.
//
// A [Claim] is one thing a report says in numbers: where, what [Kind], the
// value as printed, its base and count, and how it hangs together with others.
// [Audit] checks a list of them and returns a [Result] of [Finding]s: place,
// what is printed, what would be consistent, and how sure. [ReadSheet] reads
// claims from a sheet that people fill in, with headings in English or in Danish;
// [ReadReport] draws them from a report, for [WriteSheet] to show.
//
// These things hold:
//
//   - A printed number stands for every number that is rounded to it, half
//     rounded up, and bounds are added and compared as exact fractions. What
//     rounding explains is counted and not accused.
//   - A hedge ("about", "just under") and a fraction word widen the bounds;
//     what contradicts them is never called impossible.
//   - Every comparison made is counted by rule, and the power of the test of
//     shares is printed for each base: at n = 195 every whole per cent is
//     possible, and that all pass says nothing.
//   - From a text, claims are drawn with care: numbers that a program took to
//     belong together are never called impossible, until somebody has confirmed
//     that they do.
//   - An audit knows only what the claims say. That a list is sound means that
//     its numbers fit each other, not that they are right.
//
// The sheet has one claim a row under the headings of [Columns]; [Kinds] says
// what each kind needs. An entry of the column of is the id of another claim,
// id:label for a part of one, or label = value; entries have ; between. A base
// or a count is a number, or the id of a claim that prints it.
//
// The test of shares is after Brown and Heathers (2017), see percentage.
package audit
