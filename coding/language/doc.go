// Package language reads the words of a text, whatever language it is in.
//
// [Language.Read] cuts a text into [Word]s: broken encodings mended, letters
// folded to one key however they were typed, and every word remembering the
// bytes it came from. [Language.Bases] undoes inflection, [Language.Split] takes
// compounds apart with the help of a lexicon, [Distance] measures typing errors,
// and a [Sense] is what a word does to what is named around it: denies it, makes
// it past, suspected, an after-effect, somebody else's.
//
// A [Language] is data: packages danish and english have one each. Nothing here
// knows of categories or of what is coded; those are the scheme's, which package
// coding loads.
package language
