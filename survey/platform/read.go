package platform

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Read returns the answers in w, laid out as l says, as a dataset of unit.
//
// With an instrument, its questions are the dataset's variables: the column
// of each must be there and every cell in it be an answer that the instrument
// allows. Columns it does not know are left out and named in the dataset's
// notes. Rosters are the dataset's, until reshaped. Where in is nil, the
// variables are those of l's mapping.
//
// What identifies the respondent becomes the variable respondentid, and how
// far everybody came the variable status, where the platform tells.
// Respondents who are new, distributed or rejected did not return anything;
// those who are partial, previews or tests are kept and counted in the notes.
// In a plain table nobody knows who completed: a row with nothing but blanks
// and options not chosen was not returned, and the others count as completed.
// Rows without any value are skipped.
//
// The error is made of all problems of the sheet, as [survey.Problems]. There
// is a dataset beside it unless it is not even known who the rows are of: bad
// cells are absent in it as not answered, and texts too long are as they
// stand, so that what else is wrong can be looked for in the same run. Nothing
// is to be computed of it.
func Read(w *sheet.Workbook, l *Layout, in *survey.Instrument, unit string) (*survey.Dataset, error) {
	if l.table == nil {
		again, err := Recognise(w, l.Sheet, l.beside...)
		if err != nil {
			return nil, err
		}
		*l = *again
	}
	l.decide()
	r := l.reader(l.mapping, in)
	if len(l.page.rows) == 0 {
		r.problem(0, 0, "", fmt.Sprintf("the sheet is empty, want headings in row %d", l.Heading))
		return nil, r.problems.Err()
	}
	r.headings = newHeadings(l.headingRows(), l.alone(), l.table)
	r.sayDoubled = in != nil
	for name, column := range l.aliases {
		if r.headings.columns[name] == 0 {
			r.headings.columns[name] = column
		}
	}
	return r.dataset(unit)
}

// headingRows returns the words of the rows of headings.
func (l *Layout) headingRows() [][]string {
	var rows [][]string
	for k := range l.Headings {
		rows = append(rows, l.page.row(k))
	}
	return rows
}

func (l *Layout) reader(m *Mapping, in *survey.Instrument) *reader {
	r := &reader{table: l.table, layout: l, mapping: m, in: in, given: in != nil, rows: l.table.rows, left: map[int]bool{}}
	r.problems = append(r.problems, l.faults...)
	return r
}

// reader is the state of reading one sheet.
type reader struct {
	table    *table
	layout   *Layout
	mapping  *Mapping
	in       *survey.Instrument
	given    bool   // in was, and is not made of the mapping
	language string // of labels in messages
	headings *headings
	rows     []int // sheet rows with values, from 1
	fields   []*field
	metadata []*field

	status        []int16 // per row a place in statuses, or -1; nil where unknown
	statusColumns []int
	wrote         []bool // per row: something beside identities
	left          map[int]bool

	lacked     []lacked
	sayDoubled bool // a heading that stands again is a problem
	statusLost bool // a column that says how far respondents came is not there
	unsure     bool // rows cannot be told apart, or it is not known who they are of

	// Fields are read and settled side by side: lock guards what they say.
	// Problems are sorted in the end, so that their order does not matter.
	lock     sync.Mutex
	problems survey.Problems
	notes    []survey.Problem
}

// at returns a problem or note with its address. Headings and options may have
// been taken from cells, so that personal numbers are masked in all of it.
func (r *reader) at(row, column int, variable, message string) survey.Problem {
	name, column := r.table.place(column)
	if t := r.table.turned; t != nil {
		at, _ := t.Spot(row, column)
		if name, row, column = at.Sheet, at.Row, at.Column; name == "" {
			name = r.table.sheet
		}
	}
	return survey.Problem{File: r.table.file, Sheet: name, Row: row, Column: column, Variable: variable, Message: survey.MaskCPR(message)}
}

func (r *reader) problem(row, column int, variable, message string) {
	p := r.at(row, column, variable, message)
	r.lock.Lock()
	defer r.lock.Unlock()
	r.problems = append(r.problems, p)
}

func (r *reader) note(message string) {
	r.notes = append(r.notes, r.at(0, 0, "", message))
}

// dataset reads everything and makes the dataset.
func (r *reader) dataset(unit string) (*survey.Dataset, error) {
	if r.in == nil {
		r.in = &survey.Instrument{}
	}
	r.language = r.in.Language
	r.readStatus()
	r.fields = r.bind()
	r.metadata = r.bindMetadata()
	if !r.sayLacking(slices.Concat(r.metadata, r.fields)) {
		return nil, r.problems.Err()
	}
	all := slices.Concat(r.metadata, r.fields)
	sideBySide(len(all), func(i int) { r.read(all[i]) })
	for _, f := range all {
		if q := f.question; q.Role == survey.RoleID && q.Roster == "" {
			r.checkIdentities(f)
		}
	}
	r.seeWhoWrote()
	r.settle()
	if r.given {
		r.checkLabels()
		r.checkPlatform()
	}
	r.noteColumns()
	r.noteRows()
	r.noteOthers()
	r.noteAlone()
	r.noteClocks()
	r.noteRequired()
	if r.unsure {
		return nil, r.problems.Err()
	}
	d, err := r.made(unit)
	if err != nil {
		return nil, err
	}
	return d, r.problems.Err()
}

// noteColumns notes the columns that the dataset does not take.
func (r *reader) noteColumns() {
	ignored := map[string]bool{}
	for _, name := range r.mapping.Ignored {
		ignored[name] = true
	}
	var names []string
	for i, name := range r.headings.names {
		column := i + 1
		switch {
		case name == "" || r.headings.bound[column] || ignored[name]:
		case strings.HasPrefix(name, "column ") && headingOf(r.layout.headingRows(), i) == "" && r.given:
			for k, row := range r.rows {
				if !blank(r.table.cell(k, column)) {
					r.notes = append(r.notes, r.at(row, column, "", "the column has values and no heading, and is left out"))
					break
				}
			}
		case r.given && r.mapping.Platform != plain && r.isMetadata(name):
		default:
			names = append(names, shown(name))
		}
	}
	if len(names) == 0 {
		return
	}
	const most = 10
	list := strings.Join(names[:min(most, len(names))], ", ")
	if len(names) > most {
		list += fmt.Sprintf(" and %d more", len(names)-most)
	}
	who := "mapping"
	if r.given {
		who = "instrument"
	}
	r.notes = append(r.notes, r.at(r.layout.Heading, 0, "", "columns that the "+who+" does not have are left out: "+list))
}

// isMetadata reports whether a column is the platform's own.
func (r *reader) isMetadata(name string) bool {
	v := r.mapping.reads(name)
	return v != nil && v.Role != roleAnswer
}

// made makes the dataset of the fields, with its rosters.
func (r *reader) made(unit string) (*survey.Dataset, error) {
	origin := survey.Origin{File: r.table.file, Sheet: r.table.sheet, Rows: r.rows, Further: r.table.further(), Turned: r.table.turned}
	var columns []*survey.Column
	status := r.statusColumn()
	for _, f := range r.metadata {
		if f.question.Role != survey.RoleID && status != nil {
			columns, status = append(columns, status), nil
		}
		columns = append(columns, f.column)
	}
	if status != nil {
		columns = append(columns, status)
	}
	blocks := map[string][][]*survey.Column{}
	for _, f := range r.fields {
		name := f.question.Roster
		if name == "" {
			columns = append(columns, f.column)
			continue
		}
		for len(blocks[name]) <= f.block {
			blocks[name] = append(blocks[name], nil)
		}
		blocks[name][f.block] = append(blocks[name][f.block], f.column)
	}
	d, err := survey.NewDataset(unit, len(r.rows), origin, columns...)
	if err != nil {
		return nil, err
	}
	for _, roster := range r.in.Rosters {
		var parts []*survey.Dataset
		for _, columns := range blocks[roster.Name] {
			part, err := survey.NewDataset(roster.Name, len(r.rows), origin, columns...)
			if err != nil {
				return nil, err
			}
			parts = append(parts, part)
		}
		if len(parts) == 0 {
			continue // a roster without questions
		}
		if d, err = d.WithRoster(roster.Name, parts...); err != nil {
			return nil, err
		}
	}
	return d.Noted(r.notes...), nil
}
