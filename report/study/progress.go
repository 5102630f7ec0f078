package study

import (
	"fmt"
	"strconv"

	"stikprove/survey/sheet"
)

// Progress is told the name of each stage as it begins, and of large files the
// rows that were read so far, as in "jobcentres.xlsx: 430,000 rows, 43 %". It
// may be nil.
type Progress func(stage string)

func (p Progress) say(stage string) {
	if p != nil {
		p(stage)
	}
}

// rows returns what tells p of the rows of a sheet, nil where nobody listens.
func (p Progress) rows() func(sheet.Progress) {
	if p == nil {
		return nil
	}
	return func(at sheet.Progress) {
		words := at.File + ": " + thousands(at.Rows) + " rows"
		if at.Fraction > 0 {
			words += fmt.Sprintf(", %.0f %%", 100*at.Fraction)
		}
		p(words)
	}
}

// thousands writes n with commas, as in 430,000.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "," + s[at:]
	}
	return s
}
