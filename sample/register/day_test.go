package register

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestDays goes through every day from 1900 to 2078 beside package time.
func TestDays(t *testing.T) {
	at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for want := Day(1); at.Year() <= lastYear; want++ {
		for _, layout := range []string{time.DateOnly, "20060102", "02-01-2006", "2/1/2006", "02.01.2006", time.DateOnly + "T15:04:05"} {
			got, ok := ParseDay(at.Format(layout))
			if !ok || got != want || got.String() != at.Format(time.DateOnly) || got.weekday() != (int(at.Weekday())+6)%7 {
				t.Fatalf("%s: day %d, %v, shown as %s, weekday %d", at.Format(layout), got, ok, got, got.weekday())
			}
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestNoDays(t *testing.T) {
	for _, text := range []string{
		"", "2013-02-29", "1900-02-29", "2014-13-01", "2014-00-10", "2014-01-00", "2014-06-31", "1899-12-31", "2100-01-01",
		"2014-1-1", "14-01-01", "1-1-14", "1.2/2014", "..2014", "2014", "20140229", "2014-01-011", "aaaa-bb-cc", "1-1-20144", "x0140101", "3-14-2014",
	} {
		_, ok := ParseDay(text)
		assert.False(t, ok, "%q", text)
	}
	leap, ok := ParseDay("2000-02-29")
	assert.True(t, ok)
	assert.Equal(t, "2000-02-29", leap.String())
}

// TestRowDays holds the reader's own way with dates to ParseDay's.
func TestRowDays(t *testing.T) {
	r := &reader{}
	for year := 1898; year <= lastYear+3; year++ {
		for _, rest := range []string{"-01-01", "-02-28", "-02-29", "-12-31", "-00-10", "-13-01", "-04-31", "-1a-01", "-10-3a", "-39-01"} {
			for _, of := range []int{year, 2014, 2016} { // what is kept of a year is right for the next
				text := fmt.Sprint(of) + rest
				want, known := ParseDay(text)
				got, ok := r.day([]byte(text))
				assert.Equal(t, known, ok, text)
				assert.Equal(t, want, got, text)
			}
		}
	}
}

// TestForever: registers write that a spell has not ended by a day far off,
// which is no day that counts.
func TestForever(t *testing.T) {
	text := "id;start;slut\n1;2014-01-01;9999-12-31\n2;2014-01-01;31-12-2999\n3;2014-01-01;9999-12-31 00:00:00\n4;2014-01-01;\n5;2014-01-01;9999-12-30\n6;9999-12-31;2014-01-01\n"
	c, out := counted(t, text, Options{})
	assert.Equal(t, 4, c.sums.openSpells)
	assert.Contains(t, out, "står for ingen slutdato")
	assert.Equal(t, []Problem{{Kind: BadStart, N: 1, Rows: []int{7}}, {Kind: BadEnd, N: 1, Rows: []int{6}}, {Kind: NoEnd, N: 4, Rows: []int{2, 3, 4}}}, c.Problems)
	until, _ := ParseDay("2014-01-07")
	c, _ = counted(t, text, Options{Definitions: Definitions{Until: until}})
	assert.Equal(t, 4, c.sums.lengths[7])
	_, out = counted(t, "id;start;slut\n4;2014-01-01;\n", Options{})
	assert.NotContains(t, out, "står for")
}
