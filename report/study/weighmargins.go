package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/weight"
	"stikprove/survey"
)

// marginTable is a file of margins: a row for each category, or for each cell of
// several variables.
type marginTable struct {
	r     *reweighter
	file  string
	table *survey.Dataset
	only  string // the variable, where the command line names it
}

// problem adds a problem with a value of the file, or with the file where name
// is empty.
func (t marginTable) problem(row int, name, format string, args ...any) {
	p := survey.Problem{File: t.file}
	if name != "" {
		p = t.table.Cell(row, name)
		p.File = t.file
	}
	p.Message = fmt.Sprintf(format, args...)
	t.r.study.problems = append(t.r.study.problems, p)
}

// read returns the margins and totals. The columns are variable, category and
// count, where a row without category is a total (of the variable count, the
// number of units), or else count and a column for each variable.
func (t marginTable) read(crossed bool) ([]weight.Margin, []weight.Total, error) {
	count := t.table.Column("count")
	switch {
	case count == nil:
		t.problem(0, "", "no column count; want the columns variable, category and count, or those of variables and count")
		return nil, nil, nil
	case count.Kind != survey.KindInteger && count.Kind != survey.KindDecimal:
		t.problem(0, "count", "got %s, want a number of units in every row", count.Kind)
		return nil, nil, nil
	}
	for i := range t.table.Rows() {
		if n := count.Number(i); math.IsNaN(n) || n < 0 {
			t.problem(i, "count", "got %s, want a number of units from 0", survey.Quote(count.Answer(i)))
			return nil, nil, nil
		}
	}
	if t.table.Column("variable") != nil && t.table.Column("category") != nil {
		return t.long()
	}
	var names, variables []string
	for _, c := range t.table.Columns() {
		if c.Name != "count" && !c.Sensitive() {
			names = append(names, c.Name)
		}
	}
	variables = names
	if t.only != "" {
		variables = strings.Split(t.only, ",")
	}
	switch {
	case len(names) == 0 || len(names) != len(variables):
		t.problem(0, "", "the columns are %s and count; want one for each of %s", survey.QuoteAll(names), t.only)
		return nil, nil, nil
	case len(names) > 1 && !crossed && t.only == "":
		t.problem(0, "", "the columns are %s and count; margins have the columns variable, category and count, and crossed cells are post-stratified to", survey.QuoteAll(names))
		return nil, nil, nil
	}
	var cells []weight.Cell
	for i := range t.table.Rows() {
		cell := weight.Cell{Count: count.Number(i)}
		for _, name := range names {
			cell.Values = append(cell.Values, strings.TrimSpace(t.table.Column(name).Answer(i)))
		}
		cells = append(cells, cell)
	}
	return t.margin(nil, variables, cells), nil, nil
}

// long reads a file with the columns variable, category and count.
func (t marginTable) long() ([]weight.Margin, []weight.Total, error) {
	variable, category, count := t.table.Column("variable"), t.table.Column("category"), t.table.Column("count")
	cells := map[string][]weight.Cell{}
	var order []string
	var totals []weight.Total
	for i := range t.table.Rows() {
		name, value, n := strings.TrimSpace(variable.Answer(i)), strings.TrimSpace(category.Answer(i)), count.Number(i)
		switch {
		case name == "":
			t.problem(i, "variable", "no value, want the name of a variable")
		case t.only != "" && name != t.only:
		case value == "" && name == "count" && t.r.bound.Data.Column("count") == nil:
			totals = append(totals, weight.Total{Variable: "the number of units", Total: n})
		case value == "":
			if x := t.r.number(name); x != nil {
				totals = append(totals, weight.Total{Variable: name, X: x, Total: n})
			}
		default:
			if !slices.Contains(order, name) {
				order = append(order, name)
			}
			cells[name] = append(cells[name], weight.Cell{Values: []string{value}, Count: n})
		}
	}
	if t.only != "" && len(order)+len(totals) == 0 {
		t.problem(0, "", "no row is of the variable %q", t.only)
	}
	var margins []weight.Margin
	for _, name := range order {
		margins = t.margin(margins, []string{name}, cells[name])
	}
	return margins, totals, nil
}

// margin adds a margin, or its problems.
func (t marginTable) margin(margins []weight.Margin, variables []string, cells []weight.Cell) []weight.Margin {
	m, problems := weight.NewMargin(t.r.bound.Data, variables, cells, t.r.weight)
	if len(problems) > 0 {
		t.r.study.problems.Add(t.file, problems)
		return margins
	}
	return append(margins, m)
}
