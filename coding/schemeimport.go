package coding

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// ReadSchemeTables reads a scheme from the sheets that [Scheme.Tables] gives,
// edited or not; file is what the workbook is called in messages. Sheets that
// are not named there are left alone, and columns may stand in any order. The
// error is a survey.Problems with the sheet and row of every fault.
func ReadSchemeTables(file string, tables []SchemeTable) (*Scheme, error) {
	var problems survey.Problems
	var ordered []SchemeTable
	for _, want := range schemeColumns {
		i := slices.IndexFunc(tables, func(t SchemeTable) bool { return strings.EqualFold(strings.TrimSpace(t.Name), want.table) })
		if i < 0 || len(tables[i].Rows) == 0 {
			if slices.Contains([]string{"scheme", "categories", "groups", "concepts"}, want.table) {
				problems = append(problems, survey.Problem{File: file, Message: "no sheet " + survey.Quote(want.table)})
			}
			ordered = append(ordered, SchemeTable{want.table, [][]string{want.columns}})
			continue
		}
		ordered = append(ordered, arranged(file, tables[i], want.table, want.columns, &problems))
	}
	checkRows(file, ordered, &problems)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	text, origins := schemeText(ordered)
	s, err := ReadScheme(file, strings.NewReader(text))
	var found survey.Problems
	if errors.As(err, &found) {
		for i, p := range found {
			if p.Row > 0 && p.Row <= len(origins) {
				found[i].Line, found[i].Sheet, found[i].Row = false, origins[p.Row-1].table, origins[p.Row-1].row
			}
			found[i].Message = atRow(found[i].Message, origins)
		}
		return nil, found
	}
	return s, err
}

// arranged puts a sheet's columns in the order that schemeText expects, and
// each cell on one line.
func arranged(file string, t SchemeTable, name string, columns []string, problems *survey.Problems) SchemeTable {
	at := make([]int, len(columns))
	for k, column := range columns {
		at[k] = slices.IndexFunc(t.Rows[0], func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), column) })
		if at[k] < 0 {
			*problems = append(*problems, survey.Problem{File: file, Sheet: t.Name, Row: 1, Message: "no column " + survey.Quote(column)})
		}
	}
	out := SchemeTable{name, [][]string{columns}}
	for _, row := range t.Rows[1:] {
		fields := make([]string, len(columns))
		for k, i := range at {
			if i >= 0 && i < len(row) {
				fields[k] = strings.Join(strings.Fields(row[i]), " ")
			}
		}
		out.Rows = append(out.Rows, fields)
	}
	return out
}

// checkRows finds what a scheme file cannot hold: a bar in a cell, a concept
// whose group is on no sheet, a system of codes there is not.
func checkRows(file string, tables []SchemeTable, problems *survey.Problems) {
	groups := map[string]bool{}
	for _, t := range tables {
		for i, row := range t.Rows {
			problem := func(message string) {
				*problems = append(*problems, survey.Problem{File: file, Sheet: t.Name, Row: i + 1, Message: message})
			}
			if i == 0 || strings.Join(row, "") == "" {
				continue
			}
			if strings.Contains(strings.Join(row, ""), "|") {
				problem("a cell holds a bar (|), which parts the fields of a scheme file")
			}
			switch {
			case t.Name == "groups":
				groups[row[0]] = true
			case t.Name == "concepts" && !groups[row[0]]:
				problem("no group " + survey.Quote(row[0]))
			case t.Name == "concepts" && (row[1] == "" || strings.HasPrefix(row[1], "#")):
				problem("want the name of a concept")
			case t.Name == "codes" && row[0] != "ICD-10" && row[0] != "ICPC-2":
				problem(fmt.Sprintf("got %q, want ICD-10 or ICPC-2", row[0]))
			}
		}
	}
}

// atRow turns the line that a message names into a row.
func atRow(message string, origins []origin) string {
	before, after, ok := strings.Cut(message, "on line ")
	var line int
	if !ok {
		return message
	}
	if _, err := fmt.Sscanf(after, "%d", &line); err != nil || line < 1 || line > len(origins) {
		return message
	}
	_, rest, _ := strings.Cut(after, " ")
	return strings.TrimSpace(fmt.Sprintf("%son row %d %s", before, origins[line-1].row, rest))
}
