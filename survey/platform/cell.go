package platform

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// MaxText is the longest text that is taken for an answer, in characters.
// Longer ones are documents pasted into a cell.
const MaxText = 2000

// cellText returns a cell as text: a number as short as it can be written.
func cellText(c sheet.Cell) string {
	if c.Type == sheet.Number {
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	}
	return c.Text
}

// unreadable says what keeps a cell from having a value, or "".
func unreadable(c sheet.Cell, want string) string {
	switch {
	case c.Uncached:
		return "formula has no stored value; open and save the workbook in Excel"
	case c.Type == sheet.Error:
		return "got the error " + survey.Clip(c.Text) + ", want " + want
	}
	return ""
}

// got words what was found in a cell of v.
func got(v survey.Variable, c sheet.Cell) string {
	s := clean(cellText(c))
	switch {
	case v.Sensitive():
		return "got text of " + thousands(utf8.RuneCountInString(s)) + " characters (text withheld)"
	case c.Type == sheet.Text:
		return "got " + survey.Quote(s)
	default:
		return "got " + survey.Clip(s)
	}
}

// thousands writes n with commas, as in 4,012.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// parseNumber returns the number in a cell that is not blank, or what is wrong.
func parseNumber(v survey.Variable, c sheet.Cell) (float64, string) {
	want := "a number"
	if v.Kind == survey.KindInteger {
		want = "a whole number"
	}
	if wrong := unreadable(c, want); wrong != "" {
		return 0, wrong
	}
	n, ok := c.Number, c.Type == sheet.Number
	switch c.Type {
	case sheet.Text:
		n, ok = plainNumber(clean(c.Text))
		if _, comma := plainNumber(strings.Replace(clean(c.Text), ",", ".", 1)); !ok && comma {
			want += "; write it with a decimal point or as a number in Excel"
		}
	case sheet.Date:
		want += "; the cell is formatted as a date"
	}
	if !ok || v.Kind == survey.KindInteger && n != math.Trunc(n) {
		return 0, got(v, c) + ", want " + want
	}
	return n, ""
}

// plainNumber parses digits with at most one point and a sign; it refuses the
// words, powers and underscores that programmers may use.
func plainNumber(s string) (float64, bool) {
	if strings.Trim(s, "0123456789.-") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil && !math.IsInf(n, 0)
}

// dateLayouts are the texts that are a date and can be nothing else: the
// year first, or a day first with hyphens or points as in Danish. With
// slashes the month may stand first, so that those are asked about.
var dateLayouts = []string{time.DateOnly, "2-1-2006", "2.1.2006", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2-1-2006 15:04:05"}

// parseDate returns the day in a cell that is not blank, in days since
// 1970-01-01, or what is wrong. The time of day is left out.
func parseDate(v survey.Variable, c sheet.Cell) (float64, string) {
	if wrong := unreadable(c, "a date"); wrong != "" {
		return 0, wrong
	}
	switch {
	case c.Type == sheet.Date && !isTimeOfDay(c):
		return math.Floor(c.Number), ""
	case c.Type == sheet.Text:
		for _, layout := range dateLayouts {
			if day, err := time.Parse(layout, clean(c.Text)); err == nil {
				return math.Floor(float64(day.Unix()) / 86400), ""
			}
		}
		return 0, got(v, c) + ", want a date such as 2015-03-31"
	case c.Type == sheet.Number:
		return 0, got(v, c) + ", want a date; the cell is formatted as a number"
	}
	return 0, got(v, c) + ", want a date"
}

// isTimeOfDay reports whether a Date has no day.
func isTimeOfDay(c sheet.Cell) bool { return !strings.Contains(c.Text, "-") }

// parseText returns the text of a cell that is not blank, or what is wrong.
func parseText(v survey.Variable, c sheet.Cell) (string, string) {
	if wrong := unreadable(c, "a text"); wrong != "" {
		return "", wrong
	}
	s := clean(cellText(c))
	if n := utf8.RuneCountInString(s); n > MaxText {
		return "", fmt.Sprintf("got text of %s characters, want at most %s (text withheld)", thousands(n), thousands(MaxText))
	}
	return s, ""
}
