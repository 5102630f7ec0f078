package language

import "strings"

// Language is what a coder must know of a language. Its words are keys, see
// [Language.Key], where nothing else is said.
type Language struct {
	Code          string          // as a text's labels name it: "da"
	Nordic        bool            // has æ, ø and å, typed also as ae, oe and aa or as a and o
	Whole         int             // a word of so many letters or fewer is its own stem
	Endings       []string        // of inflected words, longest first
	Syllabic      string          // last consonants before which an e is dropped: the r of "skuldre"
	Links         string          // letters that may stand between the parts of a compound
	Lost          string          // what a letter lost in transmission is tried as, likeliest first
	Abbreviations map[string]bool // are followed by a full stop and by what they are about
	Operators     []Phrases       // words and phrases that say how something is meant, as they are written
	Fillers       string          // common words that name nothing coded, as they are written
	Everyday      string          // words of daily life, that tell something and name nothing coded

	// Words that are looked at beside their sense.
	Neither    map[string]bool // of Negation, those that go on past commas: "neither"
	Had        map[string]bool // of History, those also said of what goes on: "had"
	Present    string          // what those of Sequela begin with that is there now: "complications"
	Lasting    map[string]bool // say that what one has had goes on: "since"
	Ago        [2]string       // what stands before and after a time that is over, where the second is also Lasting
	With       string          // may stand between what is named and whose it is: "cancer in wife"
	Of         map[string]bool // end a word of late effects that looks forward: "late effects of"
	Done       map[string]bool // with a year, say that something is over: "removed"
	Qualifying []string        // ends of adjectives that a denial before them denies alone: "work-related"
}

// Set returns the words of s, separated by spaces.
func Set(s string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
