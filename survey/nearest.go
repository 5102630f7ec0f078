package survey

import "strings"

// Nearest returns the known name that somebody who wrote name most likely
// meant, or "" where none is near: about a third of its letters may differ at most,
// case aside. Ties go to the name that stands first.
func Nearest(name string, known []string) string {
	best, least := "", max(1, (len([]rune(name))+1)/3)+1
	for _, k := range known {
		if d := distance(strings.ToLower(name), strings.ToLower(k)); d < least {
			best, least = k, d
		}
	}
	return best
}

// DidYouMean returns the words that end a message about an unknown name:
// `; did you mean "x"?`, or "" where nothing is near.
func DidYouMean(name string, known []string) string {
	if k := Nearest(name, known); k != "" {
		return `; did you mean "` + k + `"?`
	}
	return ""
}

// Instead returns what to say after a name that is not known: the nearest one
// there is or, where none is near, all of them if they are few.
func Instead(name string, known []string) string {
	if near := DidYouMean(name, known); near != "" {
		return near
	}
	const few = 8
	if len(known) == 0 || len(known) > few {
		return ""
	}
	return "; there is " + QuoteAll(known)
}

// distance counts the letters to insert, delete or replace to make b of a
// (Levenshtein).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range to {
			cost := 1
			if x == y {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(to)]
}
