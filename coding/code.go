package coding

import "stikprove/coding/danish"

// icd finds the concept of an ICD-10 code that begins at words[i], and how many
// words it takes: "M54", "M54.5", "DM545". The longest beginning listed in the
// scheme decides. Vitamin B12 is no code.
func (c *Coder) icd(words []danish.Word, i int) (*Concept, int) {
	key, n := words[i].Key, 1
	if len(key) > 3 && key[0] == 'd' && !number(key[1:]) {
		key = key[1:] // the Danish classification's prefix
	}
	if len(key) < 3 || len(key) > 6 || key[0] < 'a' || key[0] > 'z' || !number(key[1:]) || key == "b12" {
		return nil, 0
	}
	if i+1 < len(words) && words[i+1].Start == words[i].End+1 && len(words[i+1].Key) <= 2 && number(words[i+1].Key) {
		key += words[i+1].Key
		n = 2
	}
	for end := len(key); end > 0; end-- {
		if name, ok := c.scheme.Codes[key[:end]]; ok {
			return c.scheme.Concept(name), n
		}
	}
	return nil, 0
}
