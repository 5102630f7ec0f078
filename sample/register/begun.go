package register

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// begunNames are headings of the number of spells begun, folded.
const begunNames = "spells begun spellsbegun forloeb paabegyndteforloeb paabegyndte antalforloeb antal n"

// ReadBegun reads a small table of all spells begun in the year by
// municipality: a workbook or delimited text with one row of headings. The
// error is a [survey.Problem] or several.
func ReadBegun(path string) (map[string]int, error) {
	w, err := sheet.Open(path)
	if err != nil {
		return nil, err
	}
	defer w.Close()
	grid, err := w.Read(w.Sheets()[0])
	if err != nil {
		return nil, err
	}
	heading, place, number := begunColumns(grid)
	if heading == 0 {
		return nil, survey.Problem{File: w.File(), Message: "no row of headings with the municipality (kommune) and the spells begun (forløb)"}
	}
	begun := map[string]int{}
	var problems survey.Problems
	for row := heading + 1; row <= grid.Rows(); row++ {
		name := strings.TrimSpace(grid.Cell(row, place).Text)
		written := strings.TrimSpace(grid.Cell(row, number).Text)
		if name == "" && written == "" {
			continue
		}
		bad := func(column int, message string) {
			problems = append(problems, survey.Problem{File: w.File(), Sheet: grid.Sheet(), Row: row, Column: column, Message: message})
		}
		n, err := strconv.Atoi(written)
		if err != nil || n < 0 || n > endless {
			bad(number, "got "+survey.Quote(written)+", want a number of spells")
			continue
		}
		if _, twice := begun[name]; twice || name == "" {
			bad(place, "got "+survey.Quote(name)+", want a municipality that no other row has")
			continue
		}
		begun[survey.MaskCPR(name)] = n
	}
	return begun, problems.Err()
}

// begunColumns returns the row of headings and the columns, counted from 1; 0
// where there is no such row.
func begunColumns(grid *sheet.Grid) (row, place, number int) {
	for row = 1; row <= min(grid.Rows(), 20); row++ {
		place, number = 0, 0
		for column := 1; column <= grid.Columns(); column++ {
			key := folded(grid.Cell(row, column).Text)
			if place == 0 && slices.Contains(strings.Fields(headings[municipalityColumn]), key) {
				place = column
			}
			if number == 0 && slices.Contains(strings.Fields(begunNames), key) {
				number = column
			}
		}
		if place > 0 && number > 0 {
			return row, place, number
		}
	}
	return 0, 0, 0
}
