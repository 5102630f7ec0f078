package coding

import (
	"slices"

	"stikprove/coding/language"
)

// code finds the concept of an ICD-10 or ICPC-2 code that begins at words[i],
// and how many words it takes: "M54", "M54.5", "DM545", "P76". Of ICD-10 the
// longest beginning listed in the scheme decides. A code of both systems is
// read as ICD-10 unless the text names ICPC. Vitamin B12 is no code.
func (c *Coder) code(words []language.Word, i int) (*Concept, int) {
	key, n := words[i].Key, 1
	hospital := len(key) > 3 && key[0] == 'd' && !number(key[1:])
	if hospital {
		key = key[1:] // the Danish classification's prefix
	}
	if len(key) < 3 || len(key) > 6 || key[0] < 'a' || key[0] > 'z' || !number(key[1:]) || key == "b12" {
		return nil, 0
	}
	if !hospital && len(key) == 3 && namesPractice(words) {
		if name, ok := c.scheme.Practice[key]; ok {
			return c.scheme.Concept(name), n
		}
	}
	short := key
	if i+1 < len(words) && words[i+1].Start == words[i].End+1 && len(words[i+1].Key) <= 2 && number(words[i+1].Key) {
		key += words[i+1].Key
		n = 2
	}
	for end := len(key); end > 0; end-- {
		if name, ok := c.scheme.Codes[key[:end]]; ok {
			return c.scheme.Concept(name), n
		}
	}
	if name, ok := c.scheme.Practice[short]; ok && !hospital {
		return c.scheme.Concept(name), 1
	}
	return nil, 0
}

// namesPractice reports whether the text says that its codes are of ICPC.
func namesPractice(words []language.Word) bool {
	return slices.ContainsFunc(words[:min(len(words), talkative)], func(w language.Word) bool {
		return w.Key == "icpc" || w.Key == "icpc2"
	})
}
