package render

import (
	"fmt"
	"strings"

	"stikprove/report"
)

// languageOf returns the words of a document's language.
func languageOf(tag string) (report.Language, error) {
	say, ok := report.LanguageOf(tag)
	if !ok {
		return say, fmt.Errorf("no words in language %q; want one of %s", tag, strings.Join(report.LanguageTags(), ", "))
	}
	return say, nil
}

// opening returns the sentences text begins with that fit in so many
// characters, for the foot of a page; the first of them in any case, cut if it
// must be.
func opening(text string, room int) string {
	runes := []rune(text)
	if len(runes) <= room {
		return text
	}
	if at := strings.LastIndex(string(runes[:room]), ". "); at > 0 {
		return text[:at+1]
	}
	return strings.TrimSpace(string(runes[:room-1])) + "…"
}

// bookWords are the words that only a workbook needs.
type bookWords struct {
	From, To string // ends of an interval
	Base     string // heading of what percentages are of
	Title    string // heading of the tables' captions
	Percent  string // number format of a share
	// Of the sheet that leads from the text to the cells: its name and headings.
	Trace, Number, Where, Of, Lookup string
	// Of the sheet of the intervals that charts draw: its name, what it says of
	// itself, and headings.
	Intervals, Lengths, Category, Series, Below, Above string
}

// bookWordsOf returns the workbook's words in a language that languageOf knows.
func bookWordsOf(tag string) bookWords {
	if tag == "en" {
		return bookWords{From: "from", To: "to", Base: "Base", Title: "Title", Percent: "0%",
			Trace: "Numbers in the text", Number: "Number", Where: "Stands in", Of: "Is", Lookup: "Looked up by",
			Intervals: "Intervals", Lengths: "How far the intervals in the charts reach below and above the percentage, in percentage points",
			Category: "Category", Series: "Series", Below: "Below", Above: "Above"}
	}
	return bookWords{From: "fra", To: "til", Base: "Grundlag", Title: "Titel", Percent: "0 %",
		Trace: "Tal i teksten", Number: "Tal", Where: "Står i", Of: "Er", Lookup: "Slået op ved",
		Intervals: "Intervaller", Lengths: "Hvor langt intervallerne i diagrammerne rækker under og over andelen, i procentpoint",
		Category: "Kategori", Series: "Serie", Below: "Under", Above: "Over"}
}
