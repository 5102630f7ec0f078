package sheet

import (
	"errors"
	"fmt"
	"strings"

	"stikprove/survey"
)

// delimited is a text file of records and fields.
type delimited struct {
	text      string
	separator byte // 0 for a single column
}

// openDelimited decodes a text file and finds its separator. The error is a
// sentence.
func openDelimited(data []byte) (*delimited, []sheetEntry, error) {
	text, err := decodeText(data)
	if err != nil {
		return nil, nil, err
	}
	if controls(text) {
		return nil, nil, errors.New("this is neither a workbook (.xlsx) nor text")
	}
	d := &delimited{text: text}
	if rest, separator, declared := declaredSeparator(text); declared {
		d.text, d.separator = rest, separator
	} else {
		d.separator = guessSeparator(text)
	}
	return d, []sheetEntry{{}}, nil
}

// read splits the text into cells. A record is a row even where quoted line
// breaks make it several lines, as it is when Excel opens the file. An empty
// line is an empty row.
func (d *delimited) read(file string, s sheetEntry) (*Grid, error) {
	g := gatherer{grid: &Grid{file: file}}
	var fields []string
	var err error
	rest := d.text
	for row := 1; rest != ""; row++ {
		if fields, rest, err = record(fields[:0], rest, d.separator); err != nil {
			return nil, survey.Problem{File: file, Row: row, Column: len(fields) + 1, Message: err.Error()}
		}
		if len(fields) > MaxColumns {
			return nil, survey.Problem{File: file, Row: row, Column: MaxColumns, Message: fmt.Sprintf("more than %d fields in a row", MaxColumns)}
		}
		for i, f := range fields {
			g.add(row, i+1, textCell(f))
		}
	}
	return g.finish(), nil
}

// record splits off the first record of text. Quotes count at the start of a
// field only: Jensen "Jens" keeps his.
func record(fields []string, text string, separator byte) ([]string, string, error) {
	for {
		field, rest, err := quoted(text)
		if err != nil {
			return fields, "", err
		}
		end := len(rest)
		if i := strings.IndexAny(rest, string(separator)+"\r\n"); i >= 0 {
			end = i
		}
		fields = append(fields, field+rest[:end])
		if end == len(rest) {
			return fields, "", nil
		}
		if rest[end] == separator {
			text = rest[end+1:]
			continue
		}
		if strings.HasPrefix(rest[end:], "\r\n") {
			end++
		}
		return fields, rest[end+1:], nil
	}
}

// quoted splits off the quoted part that text begins with, if it does.
func quoted(text string) (field, rest string, err error) {
	if !strings.HasPrefix(text, `"`) {
		return "", text, nil
	}
	doubled := false
	for end := 1; ; end += 2 {
		i := strings.IndexByte(text[end:], '"')
		if i < 0 {
			return "", "", errors.New(`a quote " opens here and is never closed`)
		}
		end += i
		if !strings.HasPrefix(text[end+1:], `"`) {
			field = text[1:end]
			if doubled {
				field = strings.ReplaceAll(field, `""`, `"`)
			}
			return field, text[end+1:], nil
		}
		doubled = true
	}
}

// separators are tried in this order; the first of equals wins. Danish Excel
// writes the semicolon, the comma being the decimal mark.
const separators = ";\t,"

// declaredSeparator reads the line sep=; that Excel puts first on request. It
// is no row.
func declaredSeparator(text string) (rest string, separator byte, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, "\r")
	if len(line) != len("sep=;") || !strings.EqualFold(line[:4], "sep=") || strings.ContainsAny(line[4:], "\"\r") {
		return "", 0, false
	}
	return rest, line[4], true
}

// guessSeparator returns the separator that splits the most records into as
// many fields as the first. Text without any is one column, and separator 0,
// which no text holds, leaves it whole.
func guessSeparator(text string) byte {
	best, bestScore := byte(0), 0
	for _, separator := range []byte(separators) {
		if score := agreement(text, separator); score > bestScore {
			best, bestScore = separator, score
		}
	}
	return best
}

// agreement scores a separator by the records that have as many fields as the
// first. It is nought where the first has one field, or where most records
// differ from it: a column of descriptions has commas too, here and there.
func agreement(text string, separator byte) int {
	var fields []string
	var err error
	width, same, all := 0, 0, 0
	for all < 500 && text != "" {
		if fields, text, err = record(fields[:0], text, separator); err != nil {
			break
		}
		if len(fields) == 1 && fields[0] == "" {
			continue
		}
		if width == 0 {
			width = len(fields)
		}
		if all++; len(fields) == width {
			same++
		}
	}
	if width < 2 || 2*same < all {
		return 0
	}
	return same*100 + min(width, 99)
}

// controls reports whether text has bytes that no text has. A few old programs
// end a file with 1A.
func controls(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && (c < '\t' || c > '\r') && c != 0x1A {
			return true
		}
	}
	return false
}
