package platform

import (
	"fmt"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Read returns the answers in w, laid out as l says, as a dataset of unit.
//
// With an instrument, its questions are the dataset's variables: the column
// of each must be there and every cell in it be an answer that the instrument
// allows. Columns it does not know are left out and named in the dataset's
// notes. Rosters are the dataset's, until reshaped. Where in is nil, the
// variables are those that the platform describes or, in a plain sheet, the
// headings, with kinds taken from the cells.
//
// SurveyXact's respondentid becomes the variable of that name, which
// identifies the respondent, and its statoverall columns the variable status.
// Respondents who are new, distributed or rejected did not return anything.
// In a plain sheet nobody knows who completed: a row with nothing but blanks
// and zeros was not returned, and the others count as completed. Rows without
// any value are skipped.
//
// The error is made of all problems of the sheet, as [survey.Problems]; there
// is no dataset then.
func Read(w *sheet.Workbook, l *Layout, in *survey.Instrument, unit string) (*survey.Dataset, error) {
	grid, err := w.Read(l.Sheet)
	if err != nil {
		return nil, err
	}
	r := &reader{grid: grid, layout: l, in: in}
	if grid.Rows() < l.Heading {
		r.problem(0, 0, "", fmt.Sprintf("the sheet is empty, want headings in row %d", l.Heading))
		return nil, r.problems.Err()
	}
	for row := l.Heading + 1; row <= grid.Rows(); row++ {
		if !blankRow(grid, row) {
			r.rows = append(r.rows, row)
		}
	}
	r.headings = r.readHeadings()
	var described *structure
	if l.Structure != "" {
		described = r.readStructure(w, r.headings)
	}
	switch {
	case r.in != nil:
	case described != nil:
		r.in = described.instrument()
	default:
		r.in = r.infer()
	}
	r.language = r.in.Language

	if l.Platform == surveyXact {
		r.readStatus()
		r.readRespondents()
	}
	r.readFields()
	if described != nil && in != nil {
		r.checkLabels(described)
	}
	r.noteLeftOut()
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return r.dataset(unit)
}

// reader is the state of reading one sheet.
type reader struct {
	grid     *sheet.Grid
	layout   *Layout
	in       *survey.Instrument
	language string // of labels in messages
	headings *headings
	rows     []int // sheet rows with values, from 1
	fields   []*field

	status        []int16 // per row a place in statuses, or -1; nil where unknown
	statusColumns []int
	respondents   []string // per row SurveyXact's identity; nil where there is none
	wrote         []bool   // per row: something beside identities
	left          map[int]bool

	problems survey.Problems
	notes    []survey.Problem
}

func (r *reader) at(row, column int, variable, message string) survey.Problem {
	return survey.Problem{File: r.grid.File(), Sheet: r.grid.Sheet(), Row: row, Column: column, Variable: variable, Message: message}
}

func (r *reader) problem(row, column int, variable, message string) {
	r.problems = append(r.problems, r.at(row, column, variable, message))
}

// readFields reads, routes and checks every question.
func (r *reader) readFields() {
	r.left = map[int]bool{}
	r.fields = r.bind()
	for _, f := range r.fields {
		r.read(f)
		if q := f.question; q.Role == survey.RoleID && q.Roster == "" {
			r.checkIdentities(q.Variable, f.columns[0], f.column.Answer)
		}
	}
	r.seeWhoWrote()
	r.settle()
}

// noteLeftOut notes what the dataset does not take from the sheet.
func (r *reader) noteLeftOut() {
	var names []string
	for i, name := range r.headings.names {
		switch column := i + 1; {
		case name == "":
			for _, row := range r.rows {
				if !blank(r.grid.Cell(row, column)) {
					r.notes = append(r.notes, r.at(row, column, "", "the column has values and no heading, and is left out"))
					break
				}
			}
		case !r.headings.bound[column] && !(r.layout.Platform == surveyXact && isMetadata(name)):
			names = append(names, name)
		}
	}
	if len(names) > 0 {
		const most = 10
		list := survey.QuoteAll(names[:min(most, len(names))])
		if len(names) > most {
			list += fmt.Sprintf(" and %d more", len(names)-most)
		}
		r.notes = append(r.notes, r.at(r.layout.Heading, 0, "", "columns that the instrument does not have are left out: "+list))
	}
	if n := len(r.left); n > 0 {
		r.notes = append(r.notes, r.at(0, 0, "", fmt.Sprintf("rows with answers and a status that says they were not returned, left out: %s", thousands(n))))
	}
}

// dataset makes the dataset of the fields, with its rosters.
func (r *reader) dataset(unit string) (*survey.Dataset, error) {
	origin := survey.Origin{File: r.grid.File(), Sheet: r.grid.Sheet(), Rows: r.rows}
	columns := r.metadata()
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
