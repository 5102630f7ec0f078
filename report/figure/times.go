package figure

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"time"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

var (
	yearForm    = regexp.MustCompile(`^(1[89]|20|21)\d\d$`)
	quarterForm = regexp.MustCompile(`^((?:1[89]|20|21)\d\d)[ -]?[QqKk]([1-4])$`)
	quarterLate = regexp.MustCompile(`^(?:[QqKk]([1-4])|([1-4])\. kvartal) ((?:1[89]|20|21)\d\d)$`)
)

// timeOf returns the time that a line or column is called by, in years, or
// false where it is called by none. It reads years, quarters, months and days:
// 2015, 2015Q2, 2. kvartal 2015, 2015-04, 2015-04-30, 30-04-2015.
func timeOf(id string, label survey.Text) (float64, bool) {
	written := []string{id}
	for _, tag := range slices.Sorted(maps.Keys(label)) {
		written = append(written, label[tag])
	}
	for _, s := range written {
		if t, ok := parseTime(s); ok {
			return t, true
		}
	}
	return 0, false
}

func parseTime(s string) (float64, bool) {
	if yearForm.MatchString(s) {
		year, _ := strconv.Atoi(s)
		return float64(year), true
	}
	year, quarter := "", ""
	if m := quarterForm.FindStringSubmatch(s); m != nil {
		year, quarter = m[1], m[2]
	} else if m := quarterLate.FindStringSubmatch(s); m != nil {
		year, quarter = m[3], m[1]+m[2]
	}
	if year != "" {
		y, _ := strconv.Atoi(year)
		q, _ := strconv.Atoi(quarter)
		return float64(y) + float64(q-1)/4, true
	}
	for _, form := range []string{"2006-01", time.DateOnly, "02-01-2006", "02.01.2006"} {
		if d, err := time.Parse(form, s); err == nil {
			first := time.Date(d.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
			days := first.AddDate(1, 0, 0).Sub(first).Hours() / 24
			return float64(d.Year()) + float64(d.YearDay()-1)/days, true
		}
	}
	return 0, false
}

// columnTimes returns the times of columns, or nil where not all of them are
// times, each another.
func columnTimes(t *crosstab.Table, columns []int) []float64 {
	var times []float64
	for _, j := range columns {
		at, ok := timeOf(t.Columns[j].ID, t.Columns[j].Label)
		if !ok || slices.Contains(times, at) {
			return nil
		}
		times = append(times, at)
	}
	return times
}

// rowTimes does the same for rows.
func rowTimes(t *crosstab.Table, rows []int) []float64 {
	var times []float64
	for _, i := range rows {
		at, ok := timeOf(t.Rows[i].ID, t.Rows[i].Label)
		if !ok || slices.Contains(times, at) {
			return nil
		}
		times = append(times, at)
	}
	return times
}

// someTimes reports whether at least two of lines are called by a time.
func someTimes(lines []int, called func(int) (string, survey.Text)) bool {
	n := 0
	for _, l := range lines {
		if _, ok := timeOf(called(l)); ok {
			n++
		}
	}
	return n >= 2
}
