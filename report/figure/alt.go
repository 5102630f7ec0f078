package figure

import (
	"strings"

	"stikprove/sample/crosstab"
)

// reading is one value of a figure as it is said aloud.
type reading struct {
	label  string
	value  string
	share  float64
	hidden bool
}

// readOut returns the reading of cell c. A hidden cell is said to be hidden.
func readOut(w Wording, label string, c crosstab.Cell) reading {
	if c.Suppressed != crosstab.Shown {
		return reading{label: label, value: w.HiddenWord, hidden: true}
	}
	return reading{label: label, value: w.Share(c), share: c.P}
}

// mostRead is how many values are read out one by one. With more, a listener
// is better served by the table itself.
const mostRead = 8

// alternative returns the text for those who cannot see the figure: what it
// is, then every value, or the first, the last and the extremes of many.
func alternative(w Wording, all []reading) string {
	if len(all) > mostRead {
		all = few(all)
	}
	var b strings.Builder
	b.WriteString(w.Alt)
	for i, r := range all {
		if i == 0 {
			b.WriteString(" ")
		} else {
			b.WriteString("; ")
		}
		b.WriteString(r.label + ": " + r.value)
	}
	if len(all) > 0 {
		b.WriteString(".")
	}
	return b.String()
}

// few returns the first, the last, the smallest and the largest reading, each
// once, in the order of the figure.
func few(all []reading) []reading {
	keep := map[int]bool{0: true, len(all) - 1: true}
	small, large := -1, -1
	for i, r := range all {
		if r.hidden {
			continue
		}
		if small < 0 || r.share < all[small].share {
			small = i
		}
		if large < 0 || r.share > all[large].share {
			large = i
		}
	}
	keep[small], keep[large] = true, true
	var out []reading
	for i, r := range all {
		if keep[i] {
			out = append(out, r)
		}
	}
	return out
}
