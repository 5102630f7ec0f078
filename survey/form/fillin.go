package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// FillIn is a workbook in which one respondent answers an instrument: a sheet of
// instructions, one of the questions and one for each roster, with a column for
// each case. Lists to choose from stand in a sheet out of sight.
type FillIn struct {
	Instrument *survey.Instrument
	Language   string // of all words, "da" or "en"; the instrument's own where it lacks them
	Survey     bool   // the questions asked once
	Rosters    bool   // the questions asked of cases
	// ID names what identifies the respondent where no question of the
	// instrument does.
	ID         string
	Respondent string // who answers, which cannot be changed; empty for a form that anybody fills in
	// Cases are those that were drawn, in order; where it is nil a roster has
	// as many as the instrument repeats it.
	Cases []FillInCase
}

// FillInCase is a case that was drawn.
type FillInCase struct {
	Label string            // what the respondent knows it by; empty for its number alone
	Known map[string]string // answers that are given and cannot be changed, by question
}

// Words that stand in the sheets of a form, for [Filled] to find.
const (
	fillInLists   = "stikprove"         // the sheet out of sight
	fillInMark    = "#stikprove form 1" // its first cell
	fillInPart    = "#form "            // the first cell of a sheet of answers, before the roster
	fillInSurvey  = "survey"            // in place of a roster
	fillInBlock   = "#block"            // the row of the cases' numbers
	fillInList    = "list "             // before the number of the list of a question
	fillInBox     = "box"               // an option of a question with several answers, whose columns are its own
	fillInJoined  = "joined "           // an option whose code shares one column with the others'
	fillInKnown   = "known"             // an answer that is given
	fillInNone    = "none"              // a column that nobody fills in
	fillInTitled  = 1                   // rows
	fillInNumbers = 2
	fillInWho     = 3
	fillInHead    = 4
)

// Columns of a sheet of answers: out of sight the name of the question, the
// column of an export, and how its answer is read; then what people see.
const (
	keyColumn = iota + 1
	exportColumn
	wayColumn
	numberColumn
	questionColumn
	answerColumn
)

// WriteFillIn writes the workbook to path. The same form gives the same bytes.
func WriteFillIn(path string, f FillIn) error {
	w := newFiller(f)
	pages := []sheet.Page{w.instructions()}
	pages = append(pages, w.pages...)
	pages = append(pages, w.lists())
	title := w.words(f.Instrument.Title)
	return sheet.WritePages(path, sheet.Properties{Title: title, Subject: f.Respondent, Language: f.Language}, w.names, pages...)
}

// Remarks says, a line each, what the form does not do by itself: rules that
// have no formula and are checked when the form is read back.
func (f FillIn) Remarks() []string { return newFiller(f).remarks }

// filler lays a form out.
type filler struct {
	FillIn
	say     map[string]string
	numbers map[string]int // of each question, as [Print] numbers them
	choices []choiceList
	known   map[string]int    // number of a list, by what is in it
	spots   map[string]spot   // of each question, its first row
	named   map[string]bool   // names that are taken
	names   []sheet.PageName  // in the order used
	sheets  map[string]string // roster, "" for the survey: its sheet
	blocks  map[string]int    // roster: columns of answers
	pages   []sheet.Page
	remarks []string
}

// choiceList is what a drop-down offers, and the codes of it.
type choiceList struct{ labels, codes []string }

// spot is where a question stands.
type spot struct {
	roster string
	row    int // of the answer, or of the first box
	boxes  int // 0 of a question that has one cell
}

func newFiller(f FillIn) *filler {
	w := &filler{FillIn: f, say: fillInWords[f.Language], known: map[string]int{}, spots: map[string]spot{},
		named: map[string]bool{}, numbers: map[string]int{}, sheets: map[string]string{}, blocks: map[string]int{}}
	if w.say == nil {
		w.say = fillInWords["en"]
	}
	for i, q := range f.Instrument.Questions {
		w.numbers[q.Name] = i + 1
	}
	taken := map[string]bool{strings.ToLower(w.say["instructions"]): true, fillInLists: true}
	name := func(roster, wanted string) { w.sheets[roster] = pageName(wanted, roster, taken) }
	var parts []string
	if f.Survey {
		parts = append(parts, "")
		name("", w.say["survey"])
		w.blocks[""] = 1
	}
	for _, r := range f.Instrument.Rosters {
		if !f.Rosters {
			break
		}
		parts = append(parts, r.Name)
		name(r.Name, cmp.Or(w.words(r.Label), r.Name))
		if w.blocks[r.Name] = r.Count; f.Cases != nil {
			w.blocks[r.Name] = min(r.Count, len(f.Cases))
		}
	}
	all := lines(f.Instrument)
	for _, part := range parts {
		w.place(part, all)
	}
	for _, part := range parts {
		w.pages = append(w.pages, w.page(part, all))
	}
	return w
}

// words returns a text in one line, in the form's language or the instrument's.
func (w *filler) words(t survey.Text) string {
	language := w.Language
	if !t.Has(language) {
		language = w.Instrument.Language
	}
	return strings.Join(strings.Fields(survey.MaskCPR(t.In(language))), " ")
}

// pageName returns a name that a sheet can have and none of taken has.
func pageName(wanted, otherwise string, taken map[string]bool) string {
	const most = 28 // Excel takes 31; a number fits behind
	clean := func(s string) string {
		s = strings.Map(func(r rune) rune {
			if strings.ContainsRune(`:\/?*[]'`, r) {
				return -1
			}
			return r
		}, s)
		runes := []rune(strings.TrimSpace(s))
		return strings.TrimSpace(string(runes[:min(len(runes), most)]))
	}
	base := cmp.Or(clean(wanted), clean(otherwise))
	name := base
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s %d", base, n)
	}
	taken[strings.ToLower(name)] = true
	return name
}

// asked reports whether a line stands in a part of the form; the question that
// identifies the respondent stands at the top.
func (w *filler) asked(l line, part string) bool {
	return l.question.Roster == part && (l.aside || !w.identifies(l.question)) && (!l.aside || l.question.Computed == "")
}

// identifies reports whether a question is the first that identifies the
// respondent.
func (w *filler) identifies(q survey.Question) bool {
	id := identity(w.Instrument)
	return id != nil && id.Name == q.Name
}

// identity returns the first question that identifies the respondent, or nil.
func identity(in *survey.Instrument) *survey.Question {
	at := slices.IndexFunc(in.Questions, func(q survey.Question) bool { return q.Role == survey.RoleID && q.Roster == "" })
	if at < 0 {
		return nil
	}
	return &in.Questions[at]
}

// place gives every question of a part its rows.
func (w *filler) place(part string, all []line) {
	if q := identity(w.Instrument); q != nil && w.spots[q.Name].row == 0 {
		w.spots[q.Name] = spot{part, fillInWho, 0}
	}
	row, section := fillInHead, ""
	for _, l := range all {
		if !w.asked(l, part) {
			continue
		}
		if s := w.words(l.question.Section); s != section {
			if section = s; s != "" {
				row++
			}
		}
		row++
		at := spot{part, row, 0}
		if l.question.Kind == survey.KindMultiple {
			at.row, at.boxes = row+1, len(l.question.Options)
			row += at.boxes
		}
		if !l.aside {
			w.spots[l.question.Name] = at
		}
	}
}

// list returns the number, from 1, of the list of a question's options.
func (w *filler) list(q survey.Question) int {
	var l choiceList
	for k := range q.Options {
		l.labels, l.codes = append(l.labels, w.shown(q, k)), append(l.codes, code(q.Options[k]))
	}
	id := strings.Join(l.labels, "\x00") + "\x01" + strings.Join(l.codes, "\x00")
	if w.known[id] == 0 {
		w.choices = append(w.choices, l)
		w.known[id] = len(w.choices)
	}
	return w.known[id]
}

// shown returns what a cell holds where an option is the answer: its label,
// with its code where another option has the same.
func (w *filler) shown(q survey.Question, option int) string {
	label := cmp.Or(w.words(q.Options[option].Label), q.Options[option].Name)
	for k := range q.Options {
		if k != option && strings.EqualFold(cmp.Or(w.words(q.Options[k].Label), q.Options[k].Name), label) {
			return label + " (" + code(q.Options[option]) + ")"
		}
	}
	return label
}

// lists returns the sheet out of sight: for each list a column of words and one
// of codes, from the third row.
func (w *filler) lists() sheet.Page {
	p := sheet.Page{Name: fillInLists, Hidden: true, Cells: []sheet.PageCell{{Row: 1, Column: 1, Value: fillInMark}, {Row: 1, Column: instrumentColumn, Value: w.Instrument.ID},
		{Row: 1, Column: versionColumn, Value: w.Instrument.Version}, {Row: 1, Column: fingerprintColumn, Value: Fingerprint(w.Instrument)}}}
	for n, l := range w.choices {
		p.Cells = append(p.Cells, sheet.PageCell{Row: 2, Column: 2*n + 1, Value: fmt.Sprintf("%s%d", fillInList, n+1)})
		for k := range l.labels {
			p.Cells = append(p.Cells, sheet.PageCell{Row: 3 + k, Column: 2*n + 1, Value: l.labels[k]}, sheet.PageCell{Row: 3 + k, Column: 2*n + 2, Value: l.codes[k]})
		}
	}
	return p
}
