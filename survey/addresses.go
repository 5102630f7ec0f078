package survey

import (
	"fmt"
	"strings"
)

// Addresses lists where the problems stand, file and sheet named once, as in
//
//	jobcentres.xlsx: 'Dataset'!U3, U14; cases.csv: B4 and 12 more
//
// and no more than most of them; most is at least 1.
func Addresses(cells []Problem, most int) string {
	var b strings.Builder
	last := ""
	for i, p := range cells {
		if i == most {
			fmt.Fprintf(&b, " and %d more", len(cells)-most)
			break
		}
		p.Variable, p.Message = "", ""
		at := p.String()
		place := Problem{File: p.File, Sheet: p.Sheet}.String()
		switch {
		case i > 0 && place == last:
			b.WriteString(", " + strings.TrimLeft(strings.TrimPrefix(at, place), "!: "))
		case i > 0:
			b.WriteString("; " + at)
		default:
			b.WriteString(at)
		}
		last = place
	}
	return b.String()
}
