// Package danish holds what a coder must know of the Danish language.
//
// [Read] cuts a text into [Word]s: broken encodings mended, letters folded to
// one key however æ, ø and å were typed, and every word remembering the bytes
// it came from. [Bases] undoes inflection, [Split] takes compounds apart with
// the help of a lexicon, [Distance] measures typing errors, and [Operators]
// lists the words that say how a condition is meant: denied, past, suspected,
// a sequela, somebody else's.
//
// Nothing here knows of categories or conditions; those are data that package
// coding loads.
package danish
