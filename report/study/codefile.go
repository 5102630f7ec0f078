package study

import (
	"cmp"
	"strconv"

	"stikprove/coding"
	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// CodeFile codes the texts in one column of a workbook or delimited file,
// which has one heading row, and calls f for each row in turn, also for a row
// without a text. An empty column name means the only column, or the one called
// "text".
//
// Texts with a CPR number are problems unless mask says to mask them and go on.
//
// However many rows there are, only one is held in memory. A file that cannot
// be read to its end is told before f is called, and so are CPR numbers; the
// first error of f ends the work and is returned.
func CodeFile(path, column, schemeName string, mask bool, f func(CodedRow) error) error {
	scheme, err := OpenScheme(schemeName)
	if err != nil {
		return err
	}
	workbook, err := sheet.Open(path)
	if err != nil {
		return err
	}
	defer workbook.Close()
	name, heading, err := platform.Headed(workbook)
	if err != nil {
		return err
	}
	size, err := measure(workbook, name)
	if err != nil {
		return err
	}
	at, err := size.headed(workbook.File(), name, column)
	if err != nil {
		return err
	}
	if personal := size.personal(at, heading); !mask && personal != nil {
		return personal.Err()
	}
	coder := coding.NewCoder(scheme)
	next := heading + 1
	code := func(text string) error {
		text = survey.MaskCPR(text)
		row := CodedRow{ID: strconv.Itoa(next - heading), Text: text, Coding: coder.Code(text)}
		next++
		return f(row)
	}
	upTo := func(row int) error {
		for next < row {
			if err := code(""); err != nil {
				return err
			}
		}
		return nil
	}
	err = workbook.Each(name, func(r sheet.Row) error {
		if r.Number <= heading || r.Number > size.rows {
			return nil
		}
		if err := upTo(r.Number); err != nil {
			return err
		}
		return code(textAt(r, at))
	})
	return cmp.Or(err, upTo(size.rows+1))
}

// extent is how far a sheet goes, and its first row.
type extent struct {
	rows, columns int // the last with a cell that is not blank
	first         []string
	numbers       survey.Problems // cells with a CPR number
}

// personal returns the CPR numbers in a column, below a row.
func (e extent) personal(column, heading int) survey.Problems {
	var found survey.Problems
	for _, p := range e.numbers {
		if p.Column == column && p.Row > heading {
			found = append(found, p)
		}
	}
	return found
}

// measure reads a sheet to its end without keeping it.
func measure(w *sheet.Workbook, name string) (extent, error) {
	var e extent
	err := w.Each(name, func(r sheet.Row) error {
		for _, c := range r.Cells {
			if c.Blank() {
				continue
			}
			e.rows, e.columns = max(e.rows, r.Number), max(e.columns, c.Column)
			if text := written(c.Whole()); survey.MaskCPR(text) != text {
				e.numbers = append(e.numbers, survey.Problem{File: w.File(), Sheet: name, Row: r.Number, Column: c.Column, Message: "got a CPR number (withheld), want none"})
			}
			if r.Number == 1 {
				for len(e.first) < c.Column {
					e.first = append(e.first, "")
				}
				e.first[c.Column-1] = c.Whole().Text
			}
		}
		return nil
	})
	return e, err
}

// headed returns the column under a heading.
func (e extent) headed(file, name, column string) (int, error) {
	if column == "" && e.columns == 1 {
		return 1, nil
	}
	column = cmp.Or(column, "text")
	headings := append([]string(nil), e.first...)
	for len(headings) < e.columns {
		headings = append(headings, "")
	}
	for i, heading := range headings {
		if heading == column {
			return i + 1, nil
		}
	}
	return 0, survey.Problem{File: file, Sheet: name, Message: "no column " + survey.Quote(column) + " in the first row" + survey.Instead(column, headings)}
}

// textAt returns the text of a row's cell in a column, empty where there is none.
func textAt(r sheet.Row, column int) string {
	for _, c := range r.Cells {
		if c.Column == column {
			return written(c.Whole())
		}
	}
	return ""
}
