package platform

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// hasClock reports whether a cell of a column of dates has a time of day.
func hasClock(s *store) bool {
	found := false
	s.each(func(c sheet.Cell, _ int) bool {
		if c.Type == sheet.Date {
			found = strings.Contains(c.Text, "T")
		} else if p, ok := dayParts(clean(c.Text)); ok {
			found = p.clock != ""
		}
		return !found
	})
	return found
}

// noteClocks notes the dates that were written with a time of day, which a date
// does not keep.
func (r *reader) noteClocks() {
	for _, f := range r.fields {
		if f.question.Kind != survey.KindDate || f.lacking || len(f.columns) == 0 {
			continue
		}
		n := 0
		r.table.store(f.columns[0]).each(func(c sheet.Cell, cells int) bool {
			clock := ""
			if _, after, ok := strings.Cut(c.Text, "T"); ok && c.Type == sheet.Date {
				clock = after
			} else if p, ok := dayParts(clean(c.Text)); ok && c.Type == sheet.Text {
				clock, _ = isoClock(p.clock)
			}
			if strings.Trim(clock, "0:.") != "" && !strings.HasPrefix(clock, "00:00:00") {
				n += cells
			}
			return true
		})
		if n > 0 {
			r.notes = append(r.notes, r.at(0, f.columns[0], f.question.Name, "dates with a time of day, which is left out: "+thousands(n)))
		}
	}
}

// parseMoment returns the day and time of day in a cell that is not blank, as
// ISO 8601 writes them, 2015-03-31T14:30:00, with the zone where one is
// written. What cannot be read as that stays as it stands: times are the
// platform's own, and nobody can correct them.
func parseMoment(c sheet.Cell, order string) (string, string) {
	if c.Type == sheet.Date && !c.Uncached {
		return c.Text, ""
	}
	if c.Type == sheet.Text {
		if s, ok := moment(clean(c.Text), order); ok {
			return s, ""
		}
	}
	return parseText(c)
}

// moment returns a text that is a date, with or without a time of day, in ISO
// 8601. order is that of the column's dates.
func moment(s, order string) (string, bool) {
	p, ok := dayParts(s)
	if !ok || p.order == "" && order == "" {
		return "", false
	}
	if p.order != "" {
		order = p.order
	}
	day, ok := p.day(order)
	if !ok {
		return "", false
	}
	date := time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
	if p.clock == "" {
		return date, true
	}
	clock, ok := isoClock(p.clock)
	return date + "T" + clock, ok
}

// isoClock returns what stands behind a date, such as " 21.15.26" and
// ", 9:05 PM", as ISO 8601 writes a time of day.
func isoClock(s string) (string, bool) {
	s = strings.TrimLeft(s, " T,")
	rest := strings.TrimLeft(s, "0123456789:.")
	parts := strings.FieldsFunc(s[:len(s)-len(rest)], func(r rune) bool { return r == ':' || r == '.' })
	if len(parts) < 2 || len(parts) > 4 {
		return "", false
	}
	var numbers [3]int
	for i, part := range parts[:min(3, len(parts))] {
		n, err := strconv.Atoi(part)
		if err != nil || len(part) > 2 || n > [3]int{24, 59, 60}[i] {
			return "", false
		}
		numbers[i] = n
	}
	rest = strings.TrimSpace(rest)
	if half := strings.ToUpper(strings.ReplaceAll(rest, ".", "")); strings.HasPrefix(half, "AM") || strings.HasPrefix(half, "PM") {
		if numbers[0] < 1 || numbers[0] > 12 {
			return "", false
		}
		numbers[0] %= 12
		if half[0] == 'P' {
			numbers[0] += 12
		}
		rest = strings.TrimSpace(half[2:])
	}
	zone, ok := isoZone(rest)
	clock := fmt.Sprintf("%02d:%02d:%02d", numbers[0], numbers[1], numbers[2])
	if len(parts) == 4 && strings.Trim(parts[3], "0") != "" {
		clock += "." + parts[3]
	}
	return clock + zone, ok
}

// isoZone returns a zone, such as Z, GMT+1 and +0200, as ISO 8601 writes it.
// The names of zones are not read: they mean several.
func isoZone(s string) (string, bool) {
	for _, name := range []string{"GMT", "UTC"} {
		if rest, ok := strings.CutPrefix(s, name); ok {
			if s = rest; s == "" {
				s = "Z"
			}
		}
	}
	if s == "" || s == "Z" {
		return s, true
	}
	digits := strings.ReplaceAll(s[1:], ":", "")
	if s[0] != '+' && s[0] != '-' || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return "", false
	}
	switch len(digits) {
	case 1:
		digits = "0" + digits + "00"
	case 2:
		digits += "00"
	case 4:
	default:
		return "", false
	}
	return s[:1] + digits[:2] + ":" + digits[2:], true
}
