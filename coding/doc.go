// Package coding turns free text into categories.
//
// A [Scheme] says which: categories, groups, concepts and the terms that name
// them. A [Coder] reads one description at a time, finds its [Mention]s and
// gives a [Coding]: the main category by the scheme's precedence, whether the
// description is a combination, how sure the rules are, and the reasons in
// words. A [Decision] is a person's word on one unit and overrides the rules; the
// text met again gets what all decisions on it agree on. A [Learner] guesses what
// the rules cannot read, where a study asks for that. [Agree] says how far two
// coders agree.
// [Apply] does this for a column of a dataset and adds the outcome as ordinary
// variables, so that nothing downstream knows they came from text.
//
// These things hold:
//
//   - The same text gives the same Coding, whatever was coded before it.
//   - Mentions lie within the text and stand in its order.
//   - A Coding says what it rests on; no category is given without a mention, a
//     decision or a guess that says it is one and goes to review.
//   - "Uncoded" is for answers without content. It is not "other".
//   - No error or note of this package quotes a description.
//
// Languages are the packages below: a scheme says which its texts are in. Schemes
// are data, and what is particular to a study stands in its scheme.
package coding
