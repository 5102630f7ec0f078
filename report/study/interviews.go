package study

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stikprove/report"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// interviews is what the study has beside its numbers: quotations by theme, and
// how many took part.
//
//	interviews:
//	  file: data/interviews.xlsx
//	  sheet: Citater
//	  columns: {theme: Tema, quote: {da: Citat, en: Quote}, role: Rolle, kind: Form}
//	  participants:
//	    file: data/interviews.xlsx
//	    sheet: Deltagere
//	    columns: {kind: Form, role: Rolle, interviews: Interview, people: Personer}
//
// Only columns that are named are read: a name in another never gets further
// than the file. A quotation is printed with its role and kind where at least so
// many took part in both as may be printed, see disclosure.minimum; else with
// the role, else the kind, else with neither. Where participants are not counted
// by role no role is printed.
type interviews struct {
	place
	File         string       `yaml:"file"`
	Sheet        string       `yaml:"sheet"` // the first where left out
	Columns      quoteColumns `yaml:"columns"`
	Participants *partakers   `yaml:"participants"`
}

// quoteColumns are headings. A text in several languages has a column for each.
type quoteColumns struct {
	place
	Theme string      `yaml:"theme"` // required, as quote
	Quote survey.Text `yaml:"quote"`
	Role  survey.Text `yaml:"role"`
	Kind  survey.Text `yaml:"kind"`
}

// partakers is a sheet of how many took part, a row for each kind of interview
// or for each role in it.
type partakers struct {
	place
	File    string         `yaml:"file"`
	Sheet   string         `yaml:"sheet"`
	Columns partakerColumn `yaml:"columns"`
	Source  survey.Text    `yaml:"source"` // below the table
	Notes   []survey.Text  `yaml:"notes"`
}

// partakerColumn are headings; kind and people are required.
type partakerColumn struct {
	place
	Kind       survey.Text `yaml:"kind"`
	Role       survey.Text `yaml:"role"`
	Interviews string      `yaml:"interviews"` // number of interviews
	Places     string      `yaml:"places"`     // number of places, such as offices, that took part
	PlaceLabel survey.Text `yaml:"place_label"`
	People     string      `yaml:"people"`
}

// interviewed is what was read of interviews.
type interviewed struct {
	quotations []report.Quotation
	groups     []partaking
}

// partaking is one row of those who took part.
type partaking struct {
	kind, role                 survey.Text
	interviews, places, people int
}

// readInterviews reads the quotations and those who took part.
func (s *Study) readInterviews(data *Data) error {
	c := s.config.Interviews
	if c == nil {
		return nil
	}
	if c.Participants != nil {
		if err := s.readPartakers(data, c.Participants); err != nil {
			return err
		}
	}
	if c.File == "" {
		if c.Participants == nil {
			s.add(c.place, "interviews", "want a file of quotations, participants or both")
		}
		return nil
	}
	h, err := s.headed("interviews", c.File, c.Sheet)
	if h == nil || err != nil {
		return err
	}
	theme, quote := h.column("columns.theme", survey.Words(c.Columns.Theme), true), h.column("columns.quote", c.Columns.Quote, true)
	role, kind := h.column("columns.role", c.Columns.Role, false), h.column("columns.kind", c.Columns.Kind, false)
	if h.wrong {
		return nil
	}
	for row := 2; row <= h.grid.Rows(); row++ {
		q := report.Quotation{Theme: first(h.text(row, theme)), Text: h.text(row, quote)}
		by, in := h.text(row, role), h.text(row, kind)
		switch {
		case q.Theme == "" && len(q.Text) == 0:
			continue
		case q.Theme == "":
			h.problem(row, theme, "a quotation without a theme")
		case len(q.Text) == 0:
			h.problem(row, quote, "a theme without a quotation")
		}
		q.By = s.attribution(data.Interviews.groups, by, in)
		data.Interviews.quotations = append(data.Interviews.quotations, q)
	}
	return nil
}

func (s *Study) readPartakers(data *Data, c *partakers) error {
	h, err := s.headed("interviews.participants", c.File, c.Sheet)
	if h == nil || err != nil {
		return err
	}
	kind, role := h.column("columns.kind", c.Columns.Kind, true), h.column("columns.role", c.Columns.Role, false)
	people := h.column("columns.people", survey.Words(c.Columns.People), true)
	held, places := h.column("columns.interviews", survey.Words(c.Columns.Interviews), false), h.column("columns.places", survey.Words(c.Columns.Places), false)
	if h.wrong {
		return nil
	}
	for row := 2; row <= h.grid.Rows(); row++ {
		p := partaking{kind: h.text(row, kind), role: h.text(row, role), interviews: h.count(row, held), places: h.count(row, places), people: h.count(row, people)}
		if len(p.kind) == 0 {
			if p.people > 0 {
				h.problem(row, kind, "participants without a kind of interview")
			}
			continue
		}
		data.Interviews.groups = append(data.Interviews.groups, p)
	}
	return nil
}

// attribution says who spoke in words that at least so many share as may be
// printed.
func (s *Study) attribution(groups []partaking, role, kind survey.Text) survey.Text {
	people := func(role, kind string) (n int) {
		for _, g := range groups {
			if (role == "" || first(g.role) == role) && (kind == "" || first(g.kind) == kind) {
				n += g.people
			}
		}
		return n
	}
	r, k := first(role), first(kind)
	enough := func(role, kind string) bool { return people(role, kind) >= s.config.Disclosure.Minimum }
	switch {
	case r != "" && k != "" && enough(r, k):
		both := survey.Text{}
		for _, tag := range report.LanguageTags() {
			both[tag] = role.In(tag) + ", " + lowerWord(kind.In(tag))
		}
		return both
	case r != "" && enough(r, ""):
		return role
	case k != "" && enough("", k):
		both := survey.Text{}
		for _, tag := range report.LanguageTags() {
			both[tag] = speakerIn.In(tag) + ", " + lowerWord(kind.In(tag))
		}
		return both
	}
	return speaker
}

// lowerWord returns words as they stand after a comma, but for an abbreviation.
func lowerWord(words string) string {
	runes := []rune(words)
	if len(runes) > 1 && strings.ToLower(string(runes[1])) == string(runes[1]) {
		return strings.ToLower(string(runes[:1])) + string(runes[1:])
	}
	return words
}

// first returns a text's words in the first language that has any.
func first(t survey.Text) string {
	for _, tag := range report.LanguageTags() {
		if t.Has(tag) {
			return t.In(tag)
		}
	}
	return t.In("")
}

// headed is a sheet with headings in its first row.
type headed struct {
	study *Study
	path  string // in study.yaml
	grid  *sheet.Grid
	wrong bool // a column is missing
}

// headed reads a sheet that the study names at a path of study.yaml; nil where
// it cannot be read, which is a problem then.
func (s *Study) headed(path, file, name string) (*headed, error) {
	if file == "" {
		s.add(s.config.Interviews.place, path+".file", "want a file")
		return nil, nil
	}
	s.inputs.record(file)
	book, err := s.workbook(source{File: file, Sheet: name}, nil)
	if err != nil {
		return nil, s.keep(file, err)
	}
	defer book.Close()
	if name == "" && len(book.Sheets()) > 0 {
		name = book.Sheets()[0]
	}
	grid, err := book.Read(name)
	if err != nil {
		return nil, s.keep(file, err)
	}
	return &headed{study: s, path: path, grid: grid}, nil
}

// column returns where the headings of a text stand, by language. One that is
// not there is a problem.
func (h *headed) column(path string, headings survey.Text, required bool) map[string]int {
	var known []string
	at := map[string]int{}
	for j := 1; j <= h.grid.Columns(); j++ {
		heading := strings.TrimSpace(h.grid.Cell(1, j).Text)
		if known = append(known, heading); heading == "" {
			continue
		}
		if _, twice := at[heading]; !twice {
			at[heading] = j
		}
	}
	out := map[string]int{}
	for _, tag := range slices.Concat([]string{""}, report.LanguageTags()) {
		heading := headings[tag]
		if heading == "" {
			continue
		}
		if j, ok := at[heading]; ok {
			out[tag] = j
			continue
		}
		h.wrong = true
		h.study.addIn(h.study.file, h.study.config.Interviews.place, h.path+"."+path, "no heading %s in %s%s", survey.Quote(heading), h.grid.File(), survey.Instead(heading, known))
	}
	if required && len(out) == 0 && !h.wrong {
		h.wrong = true
		h.study.addIn(h.study.file, h.study.config.Interviews.place, h.path+"."+path, "want the heading of a column")
	}
	return out
}

// text returns the words of a row in a text's columns. Personal numbers in them
// are a problem, or masked where the study says so.
func (h *headed) text(row int, columns map[string]int) survey.Text {
	out := survey.Text{}
	for _, tag := range slices.Concat([]string{""}, report.LanguageTags()) {
		j, ok := columns[tag]
		if !ok {
			continue
		}
		words := strings.Join(strings.Fields(h.grid.Cell(row, j).Text), " ")
		if len(survey.FindCPR(words)) > 0 {
			if h.study.config.Privacy.CPR != maskCPR {
				h.problem(row, columns, "got a CPR number (withheld), want none")
			}
			words = survey.MaskCPR(words)
		}
		if words != "" {
			out[tag] = words
		}
	}
	return out
}

// count returns a whole number, 0 where the cell is empty.
func (h *headed) count(row int, columns map[string]int) int {
	j, ok := columns[""]
	if !ok || h.grid.Cell(row, j).Blank() {
		return 0
	}
	n, err := strconv.Atoi(strings.TrimSpace(h.grid.Cell(row, j).Text))
	if err != nil || n < 0 {
		h.problem(row, columns, fmt.Sprintf("got %s, want a number of people or interviews", survey.Quote(survey.MaskCPR(h.grid.Cell(row, j).Text))))
		return 0
	}
	return n
}

func (h *headed) problem(row int, columns map[string]int, message string) {
	p := survey.Problem{File: h.grid.File(), Sheet: h.grid.Sheet(), Row: row, Variable: h.path, Message: message, Line: h.grid.Sheet() == ""}
	for _, tag := range slices.Concat([]string{""}, report.LanguageTags()) {
		if j, ok := columns[tag]; ok {
			p.Column = j
			break
		}
	}
	h.study.problems = append(h.study.problems, p)
}
