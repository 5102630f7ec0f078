package platform

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey/sheet"
)

// page is what recognition looks at: the first rows of the sheet, and the
// other sheets by name.
type page struct {
	workbook *sheet.Workbook
	sheet    string
	rows     []headRow
	at       int // where in rows the headings begin
}

// row returns the words of the k-th row of headings, from 0, by column.
func (p *page) row(k int) []string {
	if p.at+k >= len(p.rows) {
		return nil
	}
	return p.rows[p.at+k].words()
}

// words returns the row's words by column.
func (h headRow) words() []string {
	words := make([]string, len(h.cells))
	for column := range h.cells {
		words[column] = h.text(column)
	}
	return words
}

// column returns the column from 0 of the first of the headings that stands in
// the first row, or -1. Case does not count.
func (p *page) column(headings ...string) int {
	row := p.row(0)
	for _, heading := range headings {
		if k := slices.IndexFunc(row, func(s string) bool { return strings.EqualFold(s, heading) }); k >= 0 {
			return k
		}
	}
	return -1
}

// all reports whether every heading stands in the first row.
func (p *page) all(headings ...string) bool {
	return !slices.ContainsFunc(headings, func(h string) bool { return p.column(h) < 0 })
}

// count returns how many headings of the first row are so.
func (p *page) count(so func(string) bool) int {
	n := 0
	for _, s := range p.row(0) {
		if s != "" && so(s) {
			n++
		}
	}
	return n
}

// platform is what is known of one platform's exports.
type platform struct {
	name  string // as the machine formats write it
	title string // as people write it
	// untested says what the knowledge rests on where no public file showed
	// it; empty where one did.
	untested string
	// sees returns how sure it is that the page is the platform's, what tells,
	// and how many rows of headings there are; 0 where it is not.
	sees func(p *page) (confidence float64, by string, headings int)
	// describe decides about the columns that the platform has ways of its own
	// with; the others are decided by what is in them.
	describe func(d *draft)
}

// platforms are tried in this order; the first of equals wins.
var platforms = []platform{
	surveyXactPlatform, qualtricsPlatform, limeSurveyPlatform, redcapPlatform, koboPlatform, surveyCTOPlatform, questbackPlatform,
	surveyMonkeyPlatform, msFormsPlatform, typeformPlatform, googleFormsPlatform, enalyzerPlatform, fillInPlatform,
}

// Platforms returns the names of the platforms that are known, "plain" last.
func Platforms() []string {
	var names []string
	for _, p := range platforms {
		names = append(names, p.name)
	}
	return append(names, plain)
}

// Untested returns a sentence that says what the knowledge of a platform rests
// on where no export that somebody else made has been read, and "" where one
// has; testdata/public/README.md lists them.
func Untested(name string) string {
	for _, p := range platforms {
		if p.name == name && p.untested != "" {
			return "reading files of " + p.title + " is untested: " + p.untested
		}
	}
	return ""
}

// known returns what is known of l's platform.
func (l *Layout) known() platform {
	for _, p := range platforms {
		if p.name == l.Platform {
			return p
		}
	}
	return plainPlatform
}

// recognise finds the platform and the rows of headings. Headings may stand
// below notes, so that each of the first rows is tried as the first of them.
func (l *Layout) recognise() {
	const notes = 8 // rows that may stand above headings
	best := 0
	for at := range min(notes, len(l.page.rows)) {
		l.page.at = at
		for _, p := range platforms {
			if confidence, by, headings := p.sees(l.page); confidence > l.Confidence {
				l.Platform, l.Confidence, l.By, l.Headings, best = p.name, confidence, by, headings, at
			}
		}
	}
	l.page.at = best
	if l.Platform == plain {
		l.page.at, l.Headings = l.page.plainHeadings()
		l.Confidence, l.By = 1, "no platform's marks"
	}
	l.Headings = min(l.Headings, max(1, len(l.page.rows)-l.page.at))
	if len(l.page.rows) > 0 {
		l.Heading = l.page.rows[l.page.at].number
	}
}

// said returns the sentence that opens the guesses.
func (l *Layout) said() string {
	if l.Platform == plain {
		return "read as a plain table: it has no platform's marks"
	}
	return fmt.Sprintf("recognised as %s (%.0f %% sure) by %s", l.known().title, l.Confidence*100, l.By)
}
