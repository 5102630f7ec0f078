package platform

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/survey/sheet"
)

func TestMoment(t *testing.T) {
	for s, want := range map[string]string{
		"2015-03-31 14:30:00":            "2015-03-31T14:30:00",
		"2015-03-31T08:00:00.000Z":       "2015-03-31T08:00:00Z",
		"2015-03-31T08:00:00.125+0200":   "2015-03-31T08:00:00.125+02:00",
		"28/04/2025 21.15.26":            "2025-04-28T21:15:26",
		"Sep 18, 2018 12:12:37 PM":       "2018-09-18T12:12:37",
		"Sep 18, 2018 12:12:37 AM":       "2018-09-18T00:12:37",
		"2020/11/17 1:02:10 PM GMT+1":    "2020-11-17T13:02:10+01:00",
		"2015-03-31":                     "2015-03-31",
		"7/2/20 11:00:22":                "2020-02-07T11:00:22", // by the column's order
		"17/11/2020, 9:05 p.m.":          "2020-11-17T21:05:00",
		"2015-03-31 10:00:00 UTC":        "2015-03-31T10:00:00Z",
		"2019-10-01T08:00:00.000+02:00":  "2019-10-01T08:00:00+02:00",
		"2015-03-31 10:00:00 CET":        "", // which CET is a guess
		"2015-03-31 25:00:00":            "",
		"2015-02-30 10:00:00":            "",
		"marts 2015":                     "",
		"2015-03-31 10:00:00 GMT+12345x": "",
	} {
		got, ok := moment(s, dayFirst)
		assert.Equal(t, want != "", ok, s)
		if ok {
			assert.Equal(t, want, got, s)
		}
	}
	_, ok := moment("7/2/20 11:00:22", "")
	assert.False(t, ok, "nothing settles the order")
}

// What is no time stays as it stands, and is no problem.
func TestParseMoment(t *testing.T) {
	for _, c := range []struct {
		cell sheet.Cell
		want string
	}{
		{sheet.Cell{Type: sheet.Date, Text: "2015-03-01T14:30:00", Number: 16495.6}, "2015-03-01T14:30:00"},
		{text("2015-03-31 10:00:00 CET"), "2015-03-31 10:00:00 CET"},
		{text("7/2/20 11:00:22"), "7/2/20 11:00:22"},
		{sheet.Cell{Type: sheet.Number, Number: 7}, "7"},
	} {
		got, wrong := parseMoment(c.cell, "")
		assert.Empty(t, wrong)
		assert.Equal(t, c.want, got)
	}
	_, wrong := parseMoment(sheet.Cell{Type: sheet.Date, Uncached: true}, "")
	assert.Equal(t, "formula has no stored value; open and save the workbook in Excel", wrong)
}
