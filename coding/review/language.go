package review

import "strings"

// words is what a workbook says in one language.
type words struct {
	guide, codes, yes, no string          // names of sheets, and answers
	uncoded               string          // the code for an answer without content
	sheets                map[Kind]string // name of the sheet with the rows
	headings              map[column]string
	guides                map[Kind][]string // instructions, a paragraph each
	facts                 []string          // what the header calls study, wave, variable, scheme, version, hash, cases, seed, coders
	code, label           string            // headings of the list of codes
	pick                  string            // what Excel says to anything not in the list
	title                 string
}

// languages are the languages a workbook can be in.
var languages = map[string]words{"da": danish, "en": english}

// in returns the words of a language, Danish for one that is not known.
func in(language string) words {
	if w, ok := languages[language]; ok {
		return w
	}
	return danish
}

// columnOf returns the column a heading names in any language, and whether it
// names one.
func columnOf(heading string) (column, bool) {
	heading = fold(heading)
	for _, language := range []string{"da", "en"} {
		for c, h := range languages[language].headings {
			if fold(h) == heading {
				return c, true
			}
		}
	}
	return "", false
}

// yesNo reads an answer in any language; known is false for other words.
func yesNo(s string) (yes, known bool) {
	switch fold(s) {
	case "ja", "yes", "1", "true", "sand", "x", "j", "y":
		return true, true
	case "nej", "no", "0", "false", "falsk", "n":
		return false, true
	}
	return false, false
}

// fold makes words comparable whatever their case and space.
func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
