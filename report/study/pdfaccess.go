package study

import (
	"fmt"
	"regexp"
	"slices"

	"stikprove/survey"
)

var (
	pdfPart    = regexp.MustCompile(`(?s)(\d+) 0 obj\b(.*?)\bendobj`)
	pdfStream  = regexp.MustCompile(`(?s)\bstream\r?\n.*`)
	pdfFigure  = regexp.MustCompile(`/S\s*/Figure\b`)
	pdfWords   = regexp.MustCompile(`/Alt\s*(?:\([^)]|<FEFF[0-9A-Fa-f])`)
	pdfKid     = regexp.MustCompile(`/K\s*\[[^\]]*\]`)
	pdfLang    = regexp.MustCompile(`/Lang\s*(?:\([^)]|<[0-9A-Fa-f])`)
	pdfShown   = regexp.MustCompile(`/DisplayDocTitle\s+true`)
	pdfHeading = regexp.MustCompile(`/S\s*/H[1-6]?\b`)
)

// inaccessiblePDF lists what keeps readers from a printed report who do not see
// it: no language, title, headings or words for a picture. It reads the tags
// where they are not packed into streams, as neither LibreOffice nor Chromium
// packs them; of those it cannot read it says that there are none.
func inaccessiblePDF(o output) survey.Problems {
	var problems survey.Problems
	fault := func(message string) {
		problems = append(problems, survey.Problem{File: o.File, Message: message})
	}
	for _, want := range []struct {
		is      *regexp.Regexp
		message string
	}{
		{pdfLang, "no language is set"},
		{pdfShown, "its title is not what a reader's window is called by"},
		{pdfHeading, "it has no headings"},
	} {
		if !want.is.Match(o.content) {
			fault(want.message)
		}
	}
	figures := map[string]bool{} // by object, whether they have words
	elements := map[string][]byte{}
	for _, m := range pdfPart.FindAllSubmatch(o.content, -1) {
		if element := pdfStream.ReplaceAll(m[2], nil); pdfFigure.Match(element) {
			elements[string(m[1])], figures[string(m[1])] = element, pdfWords.Match(element)
		}
	}
	without := 0
	for number, worded := range figures {
		// Chromium tags a figure's picture within the figure, and words the picture.
		within := slices.ContainsFunc(pdfRef.FindAllSubmatch(pdfKid.Find(elements[number]), -1), func(m [][]byte) bool { return figures[string(m[1])] })
		if !worded && !within {
			without++
		}
	}
	if without > 0 {
		fault(fmt.Sprintf("pictures without alternative text: %d", without))
	}
	return problems
}
