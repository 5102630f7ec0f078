package language

// Distance returns the restricted Damerau-Levenshtein distance of two keys:
// how many letters must be put in, left out, replaced or swapped with their
// neighbour. A lost letter (Wild) equals any. It stops counting past limit and
// then returns limit+1.
func Distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	if len(b) > maxLength {
		return limit + 1
	}
	var rows [3][maxLength + 1]int
	for j := 0; j <= len(b); j++ {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur, prev, prev2 := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		cur[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] || a[i-1] == Wild || b[j-1] == Wild {
				cost = 0
			}
			d := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, prev2[j-2]+1)
			}
			cur[j] = d
			best = min(best, d)
		}
		if best > limit {
			return limit + 1
		}
	}
	return rows[len(a)%3][len(b)]
}

// Tolerance returns the distance at which a word of n letters may still be a
// mistyped form of another: nought under 5 letters, 1 under 9, 2 from there.
func Tolerance(n int) int {
	switch {
	case n < 5:
		return 0
	case n < 9:
		return 1
	}
	return 2
}
