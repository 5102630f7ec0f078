package platform

import (
	"fmt"
	"math"
	"strconv"
	"strings"
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

// got words what was found in a cell of v. What somebody wrote in answer to an
// open question is never repeated: it may tell of anybody.
func got(v survey.Variable, c sheet.Cell) string {
	s := clean(cellText(c))
	switch {
	case v.Sensitive():
		return "got text of " + thousands(utf8.RuneCountInString(s)) + " characters (text withheld)"
	case v.Kind == survey.KindText && v.Role != survey.RoleID:
		return "got text (withheld)"
	case c.Type == sheet.Text:
		return "got " + shown(s)
	default:
		return "got " + survey.Clip(survey.MaskCPR(s))
	}
}

// shown quotes the words of a cell, with personal numbers masked before they
// are clipped.
func shown(s string) string { return survey.Quote(survey.MaskCPR(s)) }

// thousands writes n with commas, as in 4,012.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}

// parseNumber returns the number in a cell that is not blank, or what is wrong.
// comma says that numbers written as text have a decimal comma, so that points
// in them stand between thousands.
func parseNumber(v survey.Variable, c sheet.Cell, comma bool) (float64, string) {
	if c.Type == sheet.Number && (v.Kind == survey.KindDecimal || c.Number == math.Trunc(c.Number)) {
		return c.Number, ""
	}
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
		if x, number := commaNumber(clean(c.Text)); comma && number {
			n, ok = x, true
		}
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

// parseDate returns the day in a cell that is not blank, in days since
// 1970-01-01, or what is wrong. The time of day is left out. order is that of
// the column's dates written as text; where it is "" only texts are read that
// can be one date and nothing else. With slashes the month may stand first, so
// that those are asked about.
func parseDate(v survey.Variable, c sheet.Cell, order string) (float64, string) {
	if wrong := unreadable(c, "a date"); wrong != "" {
		return 0, wrong
	}
	switch {
	case c.Type == sheet.Date && strings.HasPrefix(c.Text, "1900-02-29"):
		return 0, got(v, c) + ", a day that never was; want a date"
	case c.Type == sheet.Date && !isTimeOfDay(c):
		return math.Floor(c.Number), ""
	case c.Type == sheet.Text:
		if p, ok := dayParts(clean(c.Text)); ok && (p.order != "" || order != "") {
			if p.order == "" {
				p.order = order
			}
			if day, ok := p.day(p.order); ok {
				return day, ""
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
func parseText(c sheet.Cell) (string, string) {
	if wrong := unreadable(c, "a text"); wrong != "" {
		return "", wrong
	}
	s := clean(cellText(c))
	if len(s) > 1 && s[0] == '\'' && strings.ContainsRune("=+-@", rune(s[1])) {
		s = s[1:] // platforms mask what Excel would take for a formula
	}
	if n := utf8.RuneCountInString(s); n > MaxText {
		return "", fmt.Sprintf("got text of %s characters, want at most %s (text withheld)", thousands(n), thousands(MaxText))
	}
	return s, ""
}
