package sheet

import (
	"fmt"
	"strings"
	"sync"

	"stikprove/survey"
)

// delimited is a text file of records and fields.
type delimited struct {
	contents  contents
	encoding  string
	separator byte // oneColumn for none
	declared  bool // the first line says the separator and is no row
	comma     func() []int
}

// openDelimited finds out how a text file is written. The error is a sentence.
func openDelimited(c contents, o Options) (*delimited, []sheetEntry, error) {
	encoding, err := encodingOf(c, o.Encoding)
	if err != nil {
		return nil, nil, err
	}
	d := &delimited{contents: c, encoding: encoding}
	separator, declared := d.declaredSeparator()
	d.declared = declared
	switch s := o.Separator; {
	case s != 0 && (s >= 0x80 || s == '"' || s == '\n' || s == '\r'):
		return nil, nil, fmt.Errorf("got the separator %q, want a character such as ';' of ASCII", s)
	case s != 0:
		d.separator = byte(s)
	case declared:
		d.separator = separator
	default:
		d.separator = d.guessSeparator()
	}
	d.comma = sync.OnceValue(func() []int { return d.commaColumns(o.DecimalComma) })
	return d, []sheetEntry{{}}, nil
}

// kind implements source.
func (d *delimited) kind() string { return "delimited text" }

// records returns the records after a line that declares the separator.
func (d *delimited) records(separator byte) *records {
	r := newRecords(decoded(d.contents, d.encoding), separator)
	if d.declared {
		// The line has no quotes; a fault shows again with the next record.
		_, _ = r.next()
	}
	return r
}

// each passes the records. An empty line is an empty row.
func (d *delimited) each(file string, _ sheetEntry, f func(Row) error) ([]Range, error) {
	r := d.records(d.separator)
	var cells []Placed
	var texts interner
	for row := 1; ; row++ {
		there, err := r.next()
		if err != nil {
			return nil, survey.Problem{File: file, Row: row, Column: len(r.spans) + 1, Message: err.Error()}
		}
		if !there {
			return nil, nil
		}
		if len(r.fields) > MaxColumns {
			return nil, d.tooWide(file, row)
		}
		cells = cells[:0]
		for i, field := range r.fields {
			if len(field) > 0 {
				cells = append(cells, Placed{Column: i + 1, Cell: textCell(texts.text(field, plainText))})
			}
		}
		if len(cells) == 0 {
			continue
		}
		if err := f(Row{Number: row, Cells: cells}); err != nil {
			return nil, err
		}
	}
}

// oneColumn is the separator of text without any: a byte that UTF-8 has not.
const oneColumn = 0xFF

// separators are tried in this order; the first of equals wins. Danish Excel
// writes the semicolon, the comma being the decimal mark.
const separators = ";\t,"

// declaredSeparator reads the line sep=; that Excel puts first on request. It
// is no row.
func (d *delimited) declaredSeparator() (separator byte, ok bool) {
	r := newRecords(decoded(d.contents, d.encoding), oneColumn)
	if there, err := r.next(); err != nil || !there || len(r.fields) != 1 {
		return 0, false
	}
	line := r.fields[0]
	if len(line) != len("sep=;") || !strings.EqualFold(string(line[:4]), "sep=") || line[4] == '"' || line[4] >= 0x80 {
		return 0, false
	}
	return line[4], true
}

// guessSeparator returns the separator that splits the most records alike.
// Text without any is one column.
func (d *delimited) guessSeparator() byte {
	best, bestScore := byte(oneColumn), 0
	for _, separator := range []byte(separators) {
		if score := agreement(d.records(separator)); score > bestScore {
			best, bestScore = separator, score
		}
	}
	return best
}

// agreement scores a separator by the records that have the commonest number
// of fields, counted from the first that has it: above it there may be notes.
// It is nought where most records differ, or where few and short ones agree: a
// column of descriptions has commas too, here and there.
func agreement(r *records) int {
	var widths []int
	count := make(map[int]int)
	open := make(map[int]int) // records of a width whose last field is empty
	for len(widths) < 500 {
		if there, err := r.next(); err != nil || !there {
			break
		}
		n := len(r.fields)
		if n == 1 && len(r.fields[0]) == 0 {
			continue
		}
		widths = append(widths, n)
		count[n]++
		if len(r.fields[n-1]) == 0 {
			open[n]++
		}
	}
	// SurveyXact ends some records with a separator and others not.
	alike := func(n int) int { return count[n] + open[n+1] }
	width, first := 1, 0
	for i, n := range widths {
		if n > 1 && (width == 1 || alike(n) > alike(width)) {
			width, first = n, i
		}
	}
	if width < 2 {
		return 0
	}
	same, rest := alike(width), len(widths)-first
	most := 2*same >= len(widths) && widths[0] == width
	below := 4*same >= 3*rest && (width > 2 || same > 2 && r.separator != ',')
	if !most && !below {
		return 0
	}
	return same*100 + min(width, 99)
}
