package survey

import (
	"maps"
	"slices"
)

// Text is words for print in one or more languages, keyed by language tag
// ("da", "en"). The key "" holds words that serve every language. A nil Text
// is empty.
type Text map[string]string

// Words returns a Text that reads s in every language.
func Words(s string) Text { return Text{"": s} }

// In returns the words in language lang. Where they are missing it falls back
// on the words for every language, then on the first language by tag, so that
// a label is never blank because a translation is.
func (t Text) In(lang string) string {
	if s, ok := t[lang]; ok {
		return s
	}
	if s, ok := t[""]; ok {
		return s
	}
	for _, k := range slices.Sorted(maps.Keys(t)) {
		return t[k]
	}
	return ""
}

// Has reports whether t has words that lang can be printed with without
// falling back on another language.
func (t Text) Has(lang string) bool {
	_, ok := t[lang]
	if !ok {
		_, ok = t[""]
	}
	return ok
}
