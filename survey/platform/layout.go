package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Layout says where a workbook's answers are.
type Layout struct {
	Platform  string // "surveyxact" or "plain"
	Sheet     string // the sheet with the answers; empty for delimited text
	Heading   int    // its row of headings, from 1; the answers begin below
	Labels    string // the sheet with the labels of codes, or empty
	Structure string // the sheet that describes the variables, or empty
}

// The platforms.
const (
	surveyXact = "surveyxact"
	plain      = "plain"
)

// Recognise tells which platform wrote w. sheetName names the sheet with the
// answers; where it is empty the platform's own sheet is meant, or else the
// first. The error is a [survey.Problem]: there is no such sheet.
func Recognise(w *sheet.Workbook, sheetName string) (*Layout, error) {
	if w.Has("Labels") && w.Has("Dataset") && w.Has("Structure") && (sheetName == "" || strings.EqualFold(sheetName, "Dataset")) {
		return &Layout{Platform: surveyXact, Sheet: "Dataset", Heading: 1, Labels: "Labels", Structure: "Structure"}, nil
	}
	if sheetName == "" {
		sheets := w.Sheets()
		if len(sheets) == 0 {
			return nil, survey.Problem{File: w.File(), Message: "all sheets are hidden; unhide the one with the answers"}
		}
		sheetName = sheets[0]
	} else if !w.Has(sheetName) {
		_, err := w.Read(sheetName) // says which sheets there are
		return nil, err
	}
	return &Layout{Platform: plain, Sheet: sheetName, Heading: 1}, nil
}
