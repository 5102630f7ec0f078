package platform

// recentTexts gives the same string for texts that repeat. Where few do, as
// among identities, looking costs more than it spares, and it ceases to.
type recentTexts struct {
	all          map[string]uint16 // those of the dictionary that was given up
	seen         map[string]string
	asked, known int
}

const (
	mostRecent = 1 << 14 // texts that are kept to be given again
	enough     = 1 << 14 // texts after which it is known whether they repeat
)

// text returns b as a string.
func (t *recentTexts) text(b []byte) string {
	if t.asked < 0 || len(b) > 64 {
		return string(b)
	}
	if t.seen == nil {
		t.seen = make(map[string]string, len(t.all))
		for s := range t.all {
			t.seen[s] = s
		}
		t.all = nil
	}
	t.asked++
	s, again := t.seen[string(b)]
	switch {
	case again:
		t.known++
	case len(t.seen) < mostRecent:
		s = string(b)
		t.seen[s] = s
	default:
		s = string(b)
	}
	if t.asked == enough && t.known*8 < t.asked {
		*t = recentTexts{asked: -1}
	}
	return s
}
