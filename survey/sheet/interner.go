package sheet

// Texts that are kept once are short and not too many: answers repeat, prose
// does not.
const (
	internLength = 64
	internCount  = 1 << 14
)

// interner returns the same string for the same bytes, within its limits.
type interner struct{ seen map[string]string }

// text returns b as text, which read makes of it.
func (t *interner) text(b []byte, read func([]byte) string) string {
	if s, ok := t.seen[string(b)]; ok {
		return s
	}
	s := read(b)
	if len(b) <= internLength && len(t.seen) < internCount {
		if t.seen == nil {
			t.seen = make(map[string]string)
		}
		t.seen[string(b)] = s
	}
	return s
}

// plainText returns b as text as it is.
func plainText(b []byte) string { return string(b) }
