package study

import (
	"cmp"
	"path"
	"regexp"
	"strconv"
	"strings"

	"stikprove/survey"
)

// fileName is the word of study.yaml for a file that is named for its
// respondent.
const fileName = "file name"

// cellAddress is a cell of study.yaml: a sheet and an exclamation mark, if any,
// column and row.
var cellAddress = regexp.MustCompile(`^(?:(.+)!)?([A-Z]{1,3})([1-9][0-9]{0,6})$`)

// named returns who the source says that a file is of, by its name or in a
// cell of it, and the address of that.
func (from source) named(file string, o *opened) (who string, at survey.Problem, err error) {
	at = survey.Problem{File: path.Base(file)}
	if from.Respondent == fileName {
		return stem(file), at, nil
	}
	parts := cellAddress.FindStringSubmatch(from.Respondent)
	if parts == nil {
		return "", at, nil // said when study.yaml was read
	}
	at.Sheet = cmp.Or(strings.Trim(parts[1], "'"), o.sheet())
	grid, err := o.workbook.Read(at.Sheet)
	if err != nil {
		return "", at, err
	}
	at.Row, _ = strconv.Atoi(parts[3]) // the pattern has digits only
	at.Column = columnOf(parts[2])
	if at.Row <= grid.Rows() && at.Column <= grid.Columns() {
		who = grid.Cell(at.Row, at.Column).Text
	}
	return who, at, nil
}

// columnOf returns the number of a column by its letters.
func columnOf(letters string) int {
	n := 0
	for _, r := range letters {
		n = 26*n + int(r-'A') + 1
	}
	return n
}
