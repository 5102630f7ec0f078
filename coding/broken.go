package coding

import (
	"strings"

	"stikprove/coding/language"
)

// restore puts the lost letters back in words that the lexicon then knows, so
// that phrases are found as well: "p? grund af". Of Danish, æ and å fold to a, ø
// to o, and nearly every loss is one of these.
func (c *Coder) restore(words []language.Word) {
	for i := range words {
		w := &words[i]
		if !w.Wild {
			continue
		}
		for _, t := range c.language.Lost {
			if key := replaceWild(w.Key, byte(t)); len(key) > 1 && c.lexicon.holds(key) {
				w.Key, w.Wild = key, false
				// In the short words that are compared strictly it is an å: "på", "år".
				w.Strict = strings.ReplaceAll(w.Strict, string(language.Wild), map[rune]string{'a': "aa", 'o': "oe"}[t])
				break
			}
		}
	}
}

// holds reports whether key is a word of any term or phrase.
func (l *lexicon) holds(key string) bool {
	stem := l.language.Stem(key)
	return len(l.forms[key]) > 0 || len(l.phrases[stem]) > 0 || l.tails()[stem]
}

// readBroken reads a word with a lost letter, which may stand for any.
func (c *Coder) readBroken(w language.Word) item {
	if len(w.Key) < 4 {
		for _, t := range c.language.Lost {
			key := replaceWild(w.Key, byte(t))
			if e, ok := c.lexicon.exact(key, key, false); ok && len(key) > 2 {
				return fromEntry(e, 0, 0, broken)
			}
		}
		return item{unread: true}
	}
	for _, t := range c.language.Lost {
		v := language.Word{Key: replaceWild(w.Key, byte(t))}
		v.Strict = v.Key
		if it := c.read(v); !it.unread && it.how <= joined {
			it.how = max(it.how, broken)
			return it
		}
	}
	if e, d, _ := c.lexicon.typo(w.Key); e.strict != "" && d <= 1 {
		return fromEntry(e, 0, 0, broken)
	}
	if it, ok := c.compound(w.Key, true); ok {
		return it
	}
	return item{unread: true}
}

func replaceWild(key string, letter byte) string {
	b := []byte(key)
	for i := range b {
		if b[i] == language.Wild {
			b[i] = letter
		}
	}
	return string(b)
}
