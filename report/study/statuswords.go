package study

import (
	"math"
	"strconv"

	"stikprove/report"
)

// statusWords are the words of a status, as text and in workbooks, by language.
var statusWords = map[string]map[string]string{
	"da": {
		"part": "del", "asked": "spurgt", "complete": "færdig", "partial": "delvis", "none": "intet svar", "each": "%s, %d hver", "all parts": "alle dele", "all": "alle",
		"rates": "rater", "silent": "tavse deltagere, som intet er noteret om, tæller som ikke truffet (NC) og hører til populationen",
		"day": "dag", "came": "svar", "in all": "i alt",
		"wanted":   "for en andel på %s med en margin på %s ved niveau %s: %d færdige svar af %d, korrigeret for endelig population",
		"so far":   "indtil nu %d, hvilket giver %s",
		"margin":   "en margin på %s",
		"nothing":  "endnu ingen margin",
		"enough":   "der skal ikke flere svar til",
		"too few":  "der mangler %d, og der er %d tilbage at rykke: det kan ikke nås; svarede de alle, var marginen %s",
		"further":  "der mangler %d: %s af de %d, der kan rykkes",
		"as drawn": "dette tager dem, der svarer, for en tilfældig stikprøve af rammen; om de adskiller sig fra de andre, siger intet antal svar",
		"lacks":    "mangler", "everything": "alt", "lacking": "%d af %d", "to remind": "at rykke: %d",

		"remind": "Rykkes", "missing": "Mangler", "answers": "Svar: %s", "cases": "%d af %d mangler", "dispositions": "Dispositioner",
		"note": "bemærkning", "code": "Vælg en kode fra listen.", "codes": "Koder",
		"I": "Besvaret", "P": "Delvis besvaret", "R": "Vil ikke deltage", "NC": "Ingen kontakt", "O": "Andet; hører til populationen", "UH": "Uvist om enheden findes",
		"UO": "Uvist om enheden hører til populationen", "NE": "Hører ikke til populationen",
	},
	"en": {
		"part": "part", "asked": "asked", "complete": "complete", "partial": "partial", "none": "no answer", "each": "%s, %d each", "all parts": "all parts", "all": "all",
		"rates": "rates", "silent": "silent respondents of whom nothing is noted count as not contacted (NC), which are eligible",
		"day": "day", "came": "answers", "in all": "in all",
		"wanted":   "for a proportion of %s with a margin of %s at level %s: %d complete answers of %d, with the correction for a finite population",
		"so far":   "so far %d, which gives %s",
		"margin":   "a margin of %s",
		"nothing":  "no margin yet",
		"enough":   "no further answers are needed for that",
		"too few":  "%d more are needed, and %d are left to remind: it cannot be reached; if all of them answered the margin would be %s",
		"further":  "%d more are needed: %s of the %d to remind",
		"as drawn": "this takes those who answer for a random sample of the frame; that they may differ from the others no number of answers tells",
		"lacks":    "missing", "everything": "everything", "lacking": "%d of %d", "to remind": "to remind: %d",

		"remind": "Remind", "missing": "Missing", "answers": "Answers: %s", "cases": "%d of %d missing", "dispositions": "Dispositions",
		"note": "note", "code": "Choose a code from the list.", "codes": "Codes",
		"I": "Complete", "P": "Partial", "R": "Refuses", "NC": "No contact", "O": "Other, eligible", "UH": "Unknown whether the unit exists",
		"UO": "Unknown whether it is eligible", "NE": "Not eligible",
	},
}

// say returns the words of the status's language.
func (st *Status) say() map[string]string { return wordsIn(statusWords, st.language) }

// wordsIn returns a language's words, those of English where it has none.
func wordsIn(words map[string]map[string]string, language string) map[string]string {
	if own := words[language]; own != nil {
		return own
	}
	return words["en"]
}

// spoken writes the numbers of a text that is printed for people.
type spoken struct{ report.Language }

// spokenIn returns the numbers of a language, of English where it has none.
func spokenIn(language string) spoken {
	l, ok := report.LanguageOf(language)
	if !ok {
		l, _ = report.LanguageOf("en")
	}
	return spoken{l}
}

// share writes a share as a percentage with one decimal, "-" where there is none.
func (l spoken) share(x float64) string {
	if math.IsNaN(x) {
		return "-"
	}
	return l.Decimal(100*x, 1) + " %"
}

// decimals writes a number with three decimals, "-" where there is none.
func (l spoken) decimals(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "-"
	}
	return l.short(strconv.FormatFloat(x, 'f', 3, 64))
}

// short gives a number that is written already the language's decimal sign.
func (l spoken) short(written string) string {
	if l.Tag != "da" {
		return written
	}
	return decimalComma(written)
}
