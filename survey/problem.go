package survey

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Problem is one thing wrong with the input, said in one line with its
// address. Parts that do not apply are left empty.
type Problem struct {
	File     string
	Sheet    string // a sheet of a workbook
	Row      int    // counted from 1; with Column a cell, in a text file a line
	Column   int    // counted from 1
	Line     bool   // Row and Column are a line and a column of a text file
	Variable string // the variable, or what else is concerned
	Message  string // what was found and what was expected
}

// String returns the problem in one line: file, sheet and cell as Excel writes
// them, variable, message. Personal numbers are masked in all of it.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	switch {
	case p.Line && p.Row > 0:
		fmt.Fprintf(&b, ":%d", p.Row)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	case p.Sheet != "":
		fmt.Fprintf(&b, ": '%s'", strings.ReplaceAll(p.Sheet, "'", "''"))
		if p.Row > 0 && p.Column > 0 {
			b.WriteString("!" + CellName(p.Row, p.Column))
		} else if p.Row > 0 {
			fmt.Fprintf(&b, "!%d:%d", p.Row, p.Row)
		}
	case p.Row > 0 && p.Column > 0:
		b.WriteString(": " + CellName(p.Row, p.Column))
	}
	for _, s := range []string{p.Variable, p.Message} {
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(s)
	}
	return MaskCPR(b.String())
}

// CellName returns the address of a cell as Excel writes it: CellName(14, 8)
// is "H14".
func CellName(row, column int) string { return ColumnName(column) + fmt.Sprint(row) }

// ColumnName returns the letters of a column counted from 1, as Excel writes
// them.
func ColumnName(column int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append(letters, byte('A'+(column-1)%26))
	}
	slices.Reverse(letters)
	return string(letters)
}

// Problems is everything wrong with the input of a run. As an error it means
// exit code 3: the user's to mend, not a bug.
type Problems []Problem

// Error returns the problems, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Sorted returns the problems by file, sheet, row, column and message, each
// once.
func (ps Problems) Sorted() Problems {
	sorted := slices.Clone(ps)
	slices.SortStableFunc(sorted, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Variable, b.Variable), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(sorted)
}

// Err returns the problems sorted, as an error, or nil where there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps.Sorted()
}

// Add appends err: its problems where it is made of problems, and otherwise
// one problem in file with err's words.
func (ps *Problems) Add(file string, err error) {
	var more Problems
	var one Problem
	switch {
	case err == nil:
	case errors.As(err, &more):
		*ps = append(*ps, more...)
	case errors.As(err, &one):
		*ps = append(*ps, one)
	default:
		*ps = append(*ps, Problem{File: file, Message: err.Error()})
	}
}

// Error makes a single Problem an error.
func (p Problem) Error() string { return p.String() }
