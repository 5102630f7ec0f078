package platform

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

func text(s string) sheet.Cell { return sheet.Cell{Type: sheet.Text, Text: s} }

func TestParseNumber(t *testing.T) {
	decimal := survey.Variable{Name: "share", Kind: survey.KindDecimal}
	for s, want := range map[string]float64{"12": 12, "12.5": 12.5, " -3\u00a0": -3} {
		n, wrong := parseNumber(decimal, text(s), false)
		assert.Empty(t, wrong, s)
		assert.Equal(t, want, n, s)
	}
	for s, want := range map[string]string{
		"12,5":     `got "12,5", want a number; write it with a decimal point or as a number in Excel`,
		"ca. 30 %": `got "ca. 30 %", want a number`,
		"3-4":      `got "3-4", want a number`,
		"1e6":      `got "1e6", want a number`,
		"NaN":      `got "NaN", want a number`,
	} {
		_, wrong := parseNumber(decimal, text(s), false)
		assert.Equal(t, want, wrong)
	}
	_, wrong := parseNumber(decimal, sheet.Cell{Type: sheet.Error, Text: "#REF!"}, false)
	assert.Equal(t, "got the error #REF!, want a number", wrong)
	_, wrong = parseNumber(decimal, sheet.Cell{Type: sheet.Bool, Text: "TRUE", Number: 1}, false)
	assert.Equal(t, "got TRUE, want a number", wrong)
}

func TestParseDate(t *testing.T) {
	v := survey.Variable{Name: "made", Kind: survey.KindDate}
	for _, s := range []string{"2015-03-01", "1-3-2015", "01.03.2015", "2015-03-01 14:30:00"} {
		day, wrong := parseDate(v, text(s), "")
		assert.Empty(t, wrong, s)
		assert.Equal(t, 16495.0, day, s) // days from 1970-01-01 to 2015-03-01
	}
	day, wrong := parseDate(v, sheet.Cell{Type: sheet.Date, Text: "2015-03-01T14:30:00", Number: 16495.6}, "")
	assert.Empty(t, wrong)
	assert.Equal(t, 16495.0, day)
	_, wrong = parseDate(v, sheet.Cell{Type: sheet.Date, Text: "14:30:00", Number: 0.6}, "")
	assert.Equal(t, "got 14:30:00, want a date", wrong)
	_, wrong = parseDate(v, sheet.Cell{Type: sheet.Date, Text: "1900-02-29", Number: -25509}, "")
	assert.Equal(t, "got 1900-02-29, a day that never was; want a date", wrong)
	_, wrong = parseDate(v, text("9/11/2019"), "")
	assert.Equal(t, `got "9/11/2019", want a date such as 2015-03-31`, wrong)
}

func TestSensitiveTextIsWithheld(t *testing.T) {
	v := survey.Variable{Name: "birthday", Kind: survey.KindDate, Role: survey.RolePersonal}
	_, wrong := parseDate(v, text("1. marts 1961"), "")
	assert.Equal(t, "got text of 13 characters (text withheld), want a date such as 2015-03-31", wrong)
}

func TestOption(t *testing.T) {
	f := &field{question: &survey.Question{Variable: survey.Variable{Options: []survey.Option{
		{Name: "small", Code: "1", Label: survey.Text{"da": "Under 50", "en": "Small"}},
		{Name: "2", Code: "3", Label: survey.Words("Andet")},
		{Name: "large", Code: "2", Label: survey.Words("Andet")},
	}}}}
	f.recognises()
	for s, want := range map[string]int{
		"1": 0, "small": 0, "SMALL": 0, " under\u00a0 50": 0, "3": 1, "2": 2, "large": 2,
		"Andet": -1, // two options have the label
		"4":     -1, "": -1,
	} {
		assert.Equal(t, want, f.option(clean(s)), s)
	}
}

func FuzzCell(f *testing.F) {
	for _, s := range []string{"12,5", "1-3-2015", "Under 50 ansatte", "1 2", "a;b;", "\u00a0", strings.Repeat("ø", 2001), "\xff", "1e999", "--", "9999999-1-1"} {
		f.Add(s, 42067.5, uint8(1))
	}
	options := []survey.Option{{Name: "a", Code: "1", Label: survey.Words("Mentor")}, {Name: "b", Code: "2"}}
	f.Fuzz(func(t *testing.T, s string, n float64, kind uint8) {
		c := sheet.Cell{Type: sheet.CellType(kind % 6), Text: s, Number: n}
		for _, role := range []survey.Role{survey.RoleAnswer, survey.RoleCoded} {
			v := survey.Variable{Name: "v", Role: role, Options: options}
			q := &field{question: &survey.Question{Variable: v}}
			q.recognises()
			_, a := parseNumber(v, c, false)
			_, b := parseDate(v, c, "")
			_, d := parseText(c)
			q.several(s)
			for _, wrong := range []string{a, b, d} {
				assert.LessOrEqual(t, utf8.RuneCountInString(wrong), 150)
				if c.Type == sheet.Text && v.Sensitive() && len(s) > 30 {
					assert.NotContains(t, wrong, s)
				}
			}
		}
	})
}
