package sheet

// Texts that are kept once are short and not too many: answers repeat, prose
// does not.
const (
	internLength = 64
	internCount  = 1 << 14
)

// interner returns the same string for the same bytes, within its limits.
type interner struct {
	seen   map[string]interned
	recent [128]interned // met of late, by a mark of their bytes
}

// interned is bytes and the text that was made of them.
type interned struct{ bytes, text string }

// text returns b as text, which read makes of it.
func (t *interner) text(b []byte, read func([]byte) string) string {
	if len(b) == 0 || len(b) > internLength {
		return read(b)
	}
	n := len(b)
	last := &t.recent[(uint8(n)*31+b[0]*7+b[n/2]*5+b[n-1])%uint8(len(t.recent))]
	if last.bytes == string(b) {
		return last.text
	}
	if met, ok := t.seen[string(b)]; ok {
		*last = met
		return met.text
	}
	s := read(b)
	if len(t.seen) < internCount {
		if t.seen == nil {
			t.seen = make(map[string]interned)
		}
		key := string(b)
		t.seen[key] = interned{key, s}
	}
	return s
}

// plainText returns b as text as it is.
func plainText(b []byte) string { return string(b) }
