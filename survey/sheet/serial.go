package sheet

import (
	"math"
	"strings"
	"time"
)

// Excel counts days from 1900 and takes that year for a leap year, or from
// 1904 as the first Macintosh did.
const (
	epoch1900  = 25569   // serial of 1970-01-01
	epoch1904  = 24107   // the same where days are counted from 1904
	falseDay   = 60      // 1900-02-29, which never was
	lastSerial = 2958466 // the day after 9999-12-31
)

// dated returns the Date cell that a serial number stands for when it is shown
// as a date or a time, and false where Excel shows no date for it.
func dated(serial float64, shown display, date1904 bool) (Cell, bool) {
	if shown == asTime && serial >= 0 && serial < 1 {
		return Cell{Type: Date, Text: clock(serial), Number: serial}, true
	}
	days := serial - epoch1900
	switch {
	case serial < 0 || serial >= lastSerial || math.IsNaN(serial):
		return Cell{}, false
	case date1904:
		days = serial - epoch1904
	case serial < falseDay:
		days++
	case serial < falseDay+1:
		return Cell{Type: Date, Text: "1900-02-29", Number: days}, true
	}
	return Cell{Type: Date, Text: isoDate(days), Number: days}, true
}

// isoDate returns the date and, where there is one, the time of day, to the
// millisecond, of a number of days since 1970.
func isoDate(days float64) string {
	t := time.UnixMilli(int64(math.Round(days * 86400e3))).UTC()
	switch {
	case t.Truncate(24 * time.Hour).Equal(t):
		return t.Format("2006-01-02")
	case t.Nanosecond() == 0:
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format("2006-01-02T15:04:05.000")
}

// clock returns the time of day of a fraction of a day.
func clock(fraction float64) string {
	ms := min(int64(math.Round(fraction*86400e3)), 86400e3-1)
	layout := "15:04:05"
	if ms%1000 != 0 {
		layout = "15:04:05.000"
	}
	return time.UnixMilli(ms).UTC().Format(layout)
}

// isoLayouts are the forms of a date that is stored as text, as ISO-strict
// workbooks do.
var isoLayouts = []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05Z07:00"}

// datedText returns the Date cell of a date or time of day stored as text.
func datedText(text string) (Cell, bool) {
	text = strings.TrimSpace(text)
	for _, layout := range isoLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			days := float64(t.Unix())/86400 + float64(t.Nanosecond())/86400e9
			return Cell{Type: Date, Text: isoDate(days), Number: days}, true
		}
	}
	if t, err := time.Parse("15:04:05", strings.TrimPrefix(text, "T")); err == nil {
		fraction := float64(t.Hour()*3600+t.Minute()*60+t.Second())/86400 + float64(t.Nanosecond())/86400e9
		return Cell{Type: Date, Text: clock(fraction), Number: fraction}, true
	}
	return Cell{}, false
}
