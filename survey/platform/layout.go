package platform

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
	xlsform "stikprove/survey/form"
	"stikprove/survey/sheet"
)

// Layout says where a workbook's answers are and what was decided about them.
type Layout struct {
	Platform   string  // "surveyxact", "plain" or another of Platforms
	Confidence float64 // in [0, 1]: how sure it is that the platform is meant
	By         string  // what it was recognised by, in words
	Sheet      string  // the sheet with the answers; empty for delimited text
	Heading    int     // its first row of headings, from 1
	Headings   int     // rows of headings; the answers begin below
	Labels     string  // the sheet or file with the labels of codes, or empty
	Structure  string  // the sheet or file that describes the variables, or empty

	page    *page
	beside  []*sheet.Workbook
	table   *table
	mapping *Mapping
	aliases map[string]int // other names of columns, by key
	guesses []string
	faults  survey.Problems          // what kept a describing sheet from being read
	others  []string                 // sheets behind the one that was chosen for being the first
	used    map[*sheet.Workbook]bool // files beside that describe something

	lacks      []string // columns that the platform always writes and are not there
	unlabelled []string // and sheets that describe the answers
}

// Recognise tells which platform wrote w. sheetName names the sheet with the
// answers; where it is empty the platform's own sheet is meant, or else the
// first. Files that describe the answers are given beside it: SurveyXact's
// three text files, in any order, or REDCap's data dictionary.
//
// The error is a [survey.Problem]: there is no such sheet, or it cannot be
// read.
func Recognise(w *sheet.Workbook, sheetName string, beside ...*sheet.Workbook) (*Layout, error) {
	l := &Layout{Platform: plain, Heading: 1, Headings: 1}
	if xlsform.IsFillIn(w) {
		return l, l.fillIn(w, sheetName)
	}
	if err := l.choose(w, sheetName, beside); err != nil {
		return nil, err
	}
	if err := l.look(); err != nil {
		return nil, err
	}
	t, err := load(l.page.workbook, l.Sheet, l.above())
	if err != nil {
		return nil, err
	}
	l.table = t
	return l, l.further()
}

// Headed tells which sheet of w holds the answers, and the row of its headings.
// It is what [Recognise] finds, without reading the answers.
func Headed(w *sheet.Workbook) (sheetName string, heading int, err error) {
	l := &Layout{Platform: plain, Heading: 1, Headings: 1}
	if xlsform.IsFillIn(w) {
		return "", 1, l.fillIn(w, "")
	}
	if err := l.choose(w, "", nil); err != nil {
		return "", 0, err
	}
	if err := l.look(); err != nil {
		return "", 0, err
	}
	return l.Sheet, l.Heading, nil
}

// choose finds the workbook and the sheet with the answers.
func (l *Layout) choose(w *sheet.Workbook, sheetName string, beside []*sheet.Workbook) error {
	l.beside = beside
	if sheetName == "" || strings.EqualFold(sheetName, "Dataset") {
		w, l.beside = datasetFirst(w, beside)
	}
	l.page = &page{workbook: w}
	described := w.Has("Structure") || w.Has("Variables")
	switch {
	case sheetName == "" && w.Has("Dataset") && (w.Has("Labels") || described):
		l.Sheet = "Dataset"
	case sheetName == "" && !w.Has("Dataset") && !w.Has("Dataset(1)") && w.Has("Labels") && described:
		_, err := w.Read("Dataset") // says which sheets there are
		return err
	case sheetName == "" && w.Has("Dataset(1)"):
		l.Sheet = "Dataset(1)"
	case sheetName == "":
		sheets := w.Sheets()
		if len(sheets) == 0 {
			return survey.Problem{File: w.File(), Message: "all sheets are hidden; unhide the one with the answers"}
		}
		l.Sheet, l.others = sheets[0], sheets[1:]
	case !w.Has(sheetName):
		_, err := w.Read(sheetName) // says which sheets there are
		return err
	default:
		l.Sheet = sheetName
		if strings.EqualFold(sheetName, "Dataset") {
			l.Sheet = "Dataset"
		}
	}
	return nil
}

// look finds the platform and the headings.
func (l *Layout) look() error {
	head, err := readHead(l.page.workbook, l.Sheet, headDepth)
	if err != nil {
		return err
	}
	l.page.sheet, l.page.rows = l.Sheet, head
	l.recognise()
	return nil
}

// above returns the last row that is not answers.
func (l *Layout) above() int {
	at := l.page.at + l.Headings - 1
	if at < len(l.page.rows) {
		return l.page.rows[at].number
	}
	return l.Heading
}

// Mapping returns every decision taken about the file.
func (l *Layout) Mapping() Mapping {
	l.decide()
	m := *l.mapping
	m.Variables = slices.Clone(m.Variables)
	return m
}

// Guesses returns, a sentence each, what was recognised and every decision
// that the file itself does not settle.
func (l *Layout) Guesses() []string {
	l.decide()
	return l.guesses
}

// guess keeps a decision in words.
func (l *Layout) guess(format string, args ...any) {
	l.guesses = append(l.guesses, survey.MaskCPR(fmt.Sprintf(format, args...)))
}

// Account says what became of the rows of the sheet down to its last row that
// is not blank: they are headings, stand above them, are blank or are read.
type Account struct{ Above, Headings, Blank, Read int }

// Account returns what became of the rows of the sheet.
func (l *Layout) Account() Account {
	if len(l.page.rows) == 0 {
		return Account{}
	}
	first := l.page.rows[l.page.at].number
	a := Account{Above: first - 1, Headings: l.above() - first + 1}
	if l.table != nil {
		a.Blank, a.Read = l.table.blank, len(l.table.rows)
	}
	return a
}
