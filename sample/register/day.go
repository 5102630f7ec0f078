package register

import "fmt"

// Day is a calendar day, counted from 1 January 1900, which is day 1. The zero
// Day is none.
type Day int32

// The years a date may be in. What is outside is a slip of the pen.
const (
	firstYear = 1950
	lastYear  = 2078
	baseYear  = 1900
)

// yearStart holds the day before the first of each year and leapYear 1 for a
// leap year; monthStart holds the days of a year before each month, of common
// years first.
var (
	yearStart, leapYear = calendar()

	monthStart = [2][14]uint16{
		{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
		{0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
	}
)

// calendar returns the years from baseYear to the one after lastYear.
func calendar() (start [lastYear + 2 - baseYear]Day, leap [lastYear + 2 - baseYear]uint8) {
	days := Day(0)
	for i := range start {
		year := baseYear + i
		start[i] = days
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			leap[i] = 1
		}
		days += 365 + Day(leap[i])
	}
	return start, leap
}

// dayOf returns the day of a date from 1900 on, or false where there is none
// such.
func dayOf(year, month, day int) (Day, bool) {
	i := uint(year - baseYear)
	if i >= uint(len(yearStart)-1) || uint(month-1) > 11 || day < 1 {
		return 0, false
	}
	months := &monthStart[leapYear[i]]
	before := int(months[month])
	if before+day > int(months[month+1]) {
		return 0, false
	}
	return yearStart[i] + Day(before+day), true
}

// year returns the year of d, which is in 1900 to 2079.
func (d Day) year() int {
	i := int(max(d-1, 0)) * 4 / 1461 // right, or a year early or late
	switch {
	case i > 0 && d <= yearStart[i]:
		i--
	case i+1 < len(yearStart) && d > yearStart[i+1]:
		i++
	}
	return baseYear + i
}

// Date returns the year, month and day of d.
func (d Day) Date() (year, month, day int) {
	i := d.year() - baseYear
	of := int(d - yearStart[i])
	months := &monthStart[leapYear[i]]
	month = 1
	for month < 12 && int(months[month+1]) < of {
		month++
	}
	return baseYear + i, month, of - int(months[month])
}

// weekday returns 0 for a Monday to 6 for a Sunday: 1 January 1900 was a
// Monday.
func (d Day) weekday() int { return int(d-1) % 7 }

// String returns the date as 2014-03-05.
func (d Day) String() string {
	year, month, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// ParseDay reads a date as 2014-03-05, 20140305, 05-03-2014, 5.3.2014 or
// 05/03/2014, with or without a time of day after the first form, from 1900 to
// 2078.
func ParseDay(text string) (Day, bool) { return parseDay([]byte(text)) }

// parseDay is ParseDay of a field.
func parseDay(b []byte) (Day, bool) {
	if len(b) >= 10 && b[4] == '-' && b[7] == '-' && (len(b) == 10 || b[10] == 'T' || b[10] == ' ') {
		return numbered(b[0], b[1], b[2], b[3], b[5], b[6], b[8], b[9])
	}
	if len(b) == 8 && !mark(b[1]) && !mark(b[2]) {
		return numbered(b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7])
	}
	if len(b) == 10 && b[2] == b[5] && mark(b[2]) {
		return numbered(b[6], b[7], b[8], b[9], b[3], b[4], b[0], b[1])
	}
	return parseShort(b)
}

// numbered returns the day of a date's digits, the year's first.
func numbered(y1, y2, y3, y4, m1, m2, d1, d2 byte) (Day, bool) {
	y1, y2, y3, y4, m1, m2, d1, d2 = y1-'0', y2-'0', y3-'0', y4-'0', m1-'0', m2-'0', d1-'0', d2-'0'
	if y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 || m1 > 9 || m2 > 9 || d1 > 9 || d2 > 9 {
		return 0, false
	}
	return dayOf(int(y1)*1000+int(y2)*100+int(y3)*10+int(y4), int(m1)*10+int(m2), int(d1)*10+int(d2))
}

func mark(c byte) bool { return c == '-' || c == '.' || c == '/' }

// parseShort reads a day and month of one or two digits before a year of four.
func parseShort(b []byte) (Day, bool) {
	var parts [3]int
	part, digits := 0, 0
	var between byte
	for i, c := range b {
		switch {
		case c >= '0' && c <= '9' && digits < 4:
			parts[part] = parts[part]*10 + int(c-'0')
			digits++
		case mark(c) && part < 2 && digits > 0 && digits < 3 && i > 0 && (between == 0 || c == between):
			part, digits, between = part+1, 0, c
		default:
			return 0, false
		}
	}
	if part != 2 || digits != 4 {
		return 0, false
	}
	return dayOf(parts[2], parts[1], parts[0])
}

// forever reports whether a date is one by which registers write that a spell
// has not ended: 31 December 9999 or 2999, as [ParseDay] has dates.
func forever(b []byte) bool {
	if len(b) > 10 && (b[10] == 'T' || b[10] == ' ') {
		b = b[:10]
	}
	switch string(b) {
	case "9999-12-31", "99991231", "31-12-9999", "31.12.9999", "31/12/9999",
		"2999-12-31", "29991231", "31-12-2999", "31.12.2999", "31/12/2999":
		return true
	}
	return false
}
