package sheet

import (
	"fmt"
	"math"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// maxText is the longest text of a cell, in UTF-16 units as Excel counts.
const maxText = 32_767

// cell returns a value as excelize takes it.
func (w *sheetWriter) cell(value any) (any, error) {
	switch v := value.(type) {
	case nil, bool, int:
		return v, nil
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("got the number %v, which a workbook cannot hold", v)
		}
		return v, nil
	case string:
		if n := len(utf16.Encode([]rune(v))); n > maxText {
			return nil, fmt.Errorf("got text of %d characters, want at most %d (text withheld)", n, maxText)
		}
		return strings.Map(writable, v), nil
	case Formula:
		return excelize.Cell{Formula: strings.TrimPrefix(string(v), "=")}, nil
	case time.Time:
		return w.date(v)
	}
	panic(fmt.Sprintf("sheet: a value of type %T cannot be written", value))
}

// date returns a date with its style. Days before March 1900 are written as
// text: Excel counts them wrongly or not at all.
func (w *sheetWriter) date(t time.Time) (any, error) {
	t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	days := float64(t.Unix())/86400 + float64(t.Nanosecond())/86400e9
	serial := days + epoch1900
	if serial < falseDay+1 || serial >= lastSerial {
		return isoDate(days), nil
	}
	kind, format := 0, "yyyy-mm-dd"
	if days != math.Trunc(days) {
		kind, format = 1, "yyyy-mm-dd hh:mm:ss"
	}
	if w.styles[kind] == 0 {
		var err error
		if w.styles[kind], err = w.book.NewStyle(&excelize.Style{CustomNumFmt: &format}); err != nil {
			return nil, err
		}
	}
	return excelize.Cell{StyleID: w.styles[kind], Value: serial}, nil
}

// writable returns r, or a space for a character that XML cannot hold.
func writable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return ' '
	}
	return r
}
