package study

import (
	"strconv"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// formCPR returns a problem for every cell of an instrument's sheets that holds
// a personal number. A form that cannot be opened has problems of its own.
func formCPR(path string) survey.Problems {
	w, err := sheet.Open(path)
	if err != nil {
		return nil
	}
	var problems survey.Problems
	for _, name := range []string{"survey", "choices", "settings"} {
		if !w.Has(name) {
			continue
		}
		grid, err := w.Read(name)
		if err != nil {
			continue
		}
		for row := 1; row <= grid.Rows(); row++ {
			for column := 1; column <= grid.Columns(); column++ {
				if len(survey.FindCPR(written(grid.Cell(row, column)))) > 0 {
					problems = append(problems, survey.Problem{File: w.File(), Sheet: name, Row: row, Column: column, Message: "got a CPR number (withheld), want none"})
				}
			}
		}
	}
	return problems
}

// written returns a cell's text, or its digits where it is a number that a
// personal number could be, with the zero that it may have lost.
func written(c sheet.Cell) string {
	if c.Type != sheet.Number || c.Number < 1e9 {
		return c.Text
	}
	return strconv.FormatFloat(c.Number, 'f', 0, 64)
}
