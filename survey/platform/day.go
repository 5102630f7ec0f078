package platform

import (
	"math"
	"strings"
	"time"

	"stikprove/survey/sheet"
)

// Orders of the parts of a date written as text.
const (
	yearFirst  = "ymd"
	dayFirst   = "dmy"
	monthFirst = "mdy"
)

// parts is a date as written: three numbers, and what settles their order.
type parts struct {
	numbers [3]int
	order   string // where the text itself settles it
	clock   string // what stands behind them
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// dayParts splits a text that is a date and nothing else, with or without a
// time of day behind it: 2019-11-09, 28/04/2025 21.15.26, 11/17/2020,
// Sep 18, 2018 12:12:37 PM, 2019-10-01T08:00:00.000+02:00.
func dayParts(s string) (parts, bool) {
	var p parts
	if len(s) < 6 || len(s) > 40 {
		return p, false
	}
	if rest, month, ok := namedMonth(s); ok {
		day, rest, ok1 := leading(rest, 2)
		rest = strings.TrimLeft(rest, ", ")
		year, rest, ok2 := leading(rest, 4)
		p = parts{numbers: [3]int{year, month, day}, order: yearFirst, clock: rest}
		return p, ok1 && ok2 && clockTime(rest) && p.valid(yearFirst)
	}
	first, rest, ok1 := leading(s, 4)
	if !ok1 || rest == "" || !strings.ContainsRune("-/.", rune(rest[0])) {
		return p, false
	}
	mark := rest[0]
	digitsFirst := len(s) - len(rest)
	second, rest, ok2 := leading(rest[1:], 2)
	if !ok2 || rest == "" || rest[0] != mark {
		return p, false
	}
	tail := rest[1:]
	third, rest, ok3 := leading(tail, 4)
	digitsLast := len(tail) - len(rest)
	if !ok3 || !clockTime(rest) {
		return p, false
	}
	p.numbers, p.clock = [3]int{first, second, third}, rest
	switch {
	case digitsFirst == 4 && digitsLast <= 2:
		p.order = yearFirst
	case digitsFirst <= 2 && digitsLast == 4:
	case digitsFirst <= 2 && digitsLast == 2 && mark == '/':
		p.numbers[2] += 2000
	default:
		return p, false
	}
	switch {
	case p.order != "":
	case p.numbers[0] > 12:
		p.order = dayFirst
	case p.numbers[1] > 12:
		p.order = monthFirst
	case mark != '/':
		p.order = dayFirst // nobody writes the month first with points or hyphens
	}
	return p, p.order == "" && p.valid(dayFirst) && p.valid(monthFirst) || p.order != "" && p.valid(p.order)
}

// namedMonth splits off the English name of a month that s begins with.
func namedMonth(s string) (rest string, month int, ok bool) {
	for k, m := range months {
		if len(s) > 4 && strings.EqualFold(s[:3], m) {
			rest = strings.TrimLeft(s[3:], "abcdefghijklmnopqrstuvwxyz.")
			if trimmed := strings.TrimLeft(rest, " "); trimmed != rest {
				return trimmed, k + 1, true
			}
		}
	}
	return "", 0, false
}

// leading splits off at most n digits.
func leading(s string, n int) (number int, rest string, ok bool) {
	i := 0
	for ; i < len(s) && i < n && isDigit(s[i]); i++ {
		number = number*10 + int(s[i]-'0')
	}
	return number, s[i:], i > 0 && (i == len(s) || !isDigit(s[i]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// clockTime reports whether s is nothing, or a time of day as platforms write
// it behind a date.
func clockTime(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != ' ' && s[0] != 'T' && s[0] != ',' {
		return false
	}
	s = strings.TrimSpace(strings.TrimLeft(s[1:], " "))
	if s == "" || !isDigit(s[0]) || !strings.ContainsAny(s, ":.") {
		return false
	}
	end := strings.TrimLeft(s, "0123456789:.")
	end = strings.TrimSpace(end)
	for _, suffix := range []string{"AM", "PM", "am", "pm", "Z", "a.m.", "p.m."} {
		end = strings.TrimSpace(strings.TrimPrefix(end, suffix))
	}
	zone := strings.TrimLeft(end, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if len(end)-len(zone) > 4 {
		return false
	}
	return strings.Trim(zone, "+-:0123456789") == "" && len(zone) <= 6
}

// valid reports whether p is a day in an order.
func (p parts) valid(order string) bool {
	_, ok := p.day(order)
	return ok
}

// day returns the day in an order, in days since 1970-01-01.
func (p parts) day(order string) (float64, bool) {
	y, m, d := p.numbers[0], p.numbers[1], p.numbers[2]
	switch order {
	case dayFirst:
		y, d = d, y
	case monthFirst:
		y, m, d = d, y, m
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d || y < 1000 {
		return 0, false
	}
	return math.Floor(float64(t.Unix()) / 86400), true
}

// dateOrder returns the order of the dates in a column that is nothing else:
// settled by a day above 12, or by the way they are written. It is "" where
// that leaves two, and ok is false where something is no date.
func dateOrder(s *store) (order string, ok bool) {
	seen := map[string]bool{}
	any, ok := false, true
	s.each(func(c sheet.Cell, _ int) bool {
		if c.Type == sheet.Date {
			any = true
			return true
		}
		p, date := dayParts(clean(c.Text))
		if c.Type != sheet.Text || !date {
			ok = false
			return false
		}
		any, seen[p.order] = true, true
		return true
	})
	if !ok || !any {
		return "", false
	}
	switch {
	case seen[dayFirst] && seen[monthFirst], seen[yearFirst] && len(seen) > 1 && !seen[dayFirst]:
		return "", true
	case seen[dayFirst]:
		return dayFirst, true // ISO dates say their own order
	case seen[monthFirst]:
		return monthFirst, true
	case seen[""]:
		return "", true
	}
	return yearFirst, true
}
