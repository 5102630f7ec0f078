package study

import (
	"fmt"
	"strings"

	"stikprove/sample/draw"
)

// frameOrder says in which order the frame stood.
func frameOrder(c draw.Columns) string {
	if len(c.Order) == 0 {
		return "as in the file"
	}
	return "by " + strings.Join(c.Order, ", ") + " (numbers by size, texts by code points, empty cells last), then as in the file"
}

// changeLines says what was changed, a line each.
func changeLines(r *draw.Result) []string {
	lines := []string{}
	counted := func(n int) string {
		word := "unit"
		if r.Frame.PSUs() > 0 {
			word = "first-stage unit"
		}
		return plural(n, word)
	}
	for _, c := range r.Changes {
		at := "the frame"
		switch {
		case c.PSU != "":
			at = c.PSU
		case c.Stratum != "":
			at = "stratum " + c.Stratum
		}
		wanted := strings.TrimSuffix(fmt.Sprintf("%.1f", c.Wanted), ".0")
		switch c.Kind {
		case draw.RaisedToMinimum:
			lines = append(lines, fmt.Sprintf("%s: its share is %s, and it gets its minimum of %s", at, wanted, counted(c.Got)))
		case draw.HeldToSize:
			lines = append(lines, fmt.Sprintf("%s: its share is %s, and all it has is taken: %s", at, wanted, counted(c.Got)))
		case draw.TookAll:
			lines = append(lines, fmt.Sprintf("%s: %s to take, and all it has is taken: %d", at, wanted, c.Got))
		case draw.MadeCertain:
			lines = append(lines, fmt.Sprintf("%s: drawn with certainty, being so large: %s", at, counted(c.Got)))
		case draw.NothingDrawn:
			lines = append(lines, fmt.Sprintf("%s: nothing is drawn, and the sample says nothing of it", at))
		case draw.FewReplacements:
			lines = append(lines, fmt.Sprintf("%s: %s replacements asked for, and left to replace others: %d", at, wanted, c.Got))
		}
	}
	return lines
}

// drawNotes says what whoever uses the sample must know.
func drawNotes(r *draw.Result) []string {
	s := r.Spec
	var notes []string
	switch {
	case s.Method == draw.Simple:
		notes = append(notes, "the draw follows from the ids and the seed; the order of the frame does not matter")
	case s.Method == draw.Sampford:
		notes = append(notes, "the draw follows from the ids, sizes and the seed; sums are taken in the order of the frame")
	default:
		notes = append(notes, "the draw depends on the order of the frame")
	}
	if s.Method.Unequal() {
		notes = append(notes, "fpc is empty: with unequal probabilities the count of units is no correction for the population")
	}
	if s.Of > 0 {
		notes = append(notes, "the first-stage units are taken for a simple random sample of those in the population")
	}
	if s.Replacements > 0 {
		where := "stratum"
		if s.Take > 0 {
			where = "first-stage unit"
		}
		notes = append(notes, "a replacement stands in for a drawn unit of its "+where+", in order, and has no probability of its own")
	}
	return notes
}

// plural returns a count with its word: 1 unit, 2 units.
func plural(n int, word string) string {
	if n != 1 {
		word += "s"
	}
	return fmt.Sprint(n, " ", word)
}
