package platform

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stikprove/survey/sheet"
)

// chosenWords and notChosenWords are what stands in the column of an option
// that was chosen and of one that was not.
var (
	chosenWords    = []string{"1", "true", "valgt", "selected", "chosen", "checked", "y", "yes", "ja", "x", "sand", "wahr", "quoted"}
	notChosenWords = []string{"0", "false", "ikke valgt", "not selected", "not chosen", "unchecked", "n", "no", "nej", "nein", "falsk", "falsch", "not quoted"}
)

func isChosen(s string) bool    { return slices.Contains(chosenWords, s) }
func isNotChosen(s string) bool { return slices.Contains(notChosenWords, s) }

// written says how delimited text was read.
func written(encoding string, separator rune) string {
	switch separator {
	case 0:
		return "text in " + encoding + " of one column, without anything between fields"
	case '\t':
		return "text in " + encoding + " with tabs between fields"
	}
	return "text in " + encoding + " with " + string(separator) + " between fields"
}

// distinctTexts returns the different texts of a column with their counts, or nothing
// where there are very many or something else than text.
func (d *draft) distinctTexts(column int) map[string]int {
	cells, fits := map[string]int{}, true
	d.table.store(column).each(func(c sheet.Cell, n int) bool {
		cells[clean(c.Text)] += n
		fits = c.Type == sheet.Text && len(cells) < 2000
		return fits
	})
	if !fits {
		return nil
	}
	return cells
}

// sortedNumbers returns codes by their size, shorter first.
func sortedNumbers(codes map[string]bool) []string {
	return slices.SortedFunc(maps.Keys(codes), func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
}

// hasLostLetter reports whether a question mark stands where a letter was, as
// in K?benhavn. An address of the web has them too.
func hasLostLetter(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '?' && isLetter(s[i-1]) && isLower(s[i+1]) {
			return !strings.Contains(s, "://") && !strings.Contains(s, "=")
		}
	}
	return false
}

func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isLetter(c byte) bool { return isLower(c | 0x20) }
