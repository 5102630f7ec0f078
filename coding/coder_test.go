package coding

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Issue "The main job": 195 answers well under 20 ms with the coder built.
func BenchmarkStudy(b *testing.B) {
	list := readPublished(b)
	for b.Loop() {
		s, err := Load("danish/condition")
		if err != nil {
			b.Fatal(err)
		}
		c := NewCoder(s)
		for range 2 {
			for _, p := range list {
				c.Code(p.text)
			}
		}
	}
}

// 100,000 different descriptions in 5 s (coding guide, section 8).
func BenchmarkHundredThousand(b *testing.B) {
	list := readPublished(b)
	texts := make([]string, 100_000)
	for i := range texts {
		// Two descriptions and a word, each with a letter left out somewhere.
		p, q := []rune(list[i%len(list)].text), []rune(list[(i/len(list)*7+3)%len(list)].text)
		k, m := (i/5)%len(p), (i/11)%len(q)
		texts[i] = string(p[:k]) + string(p[k+1:]) + " og " + string(q[:m]) + string(q[m+1:])
	}
	s := load(b)
	for b.Loop() {
		c := NewCoder(s)
		for _, t := range texts {
			c.Code(t)
		}
	}
}

func FuzzCode(f *testing.F) {
	for _, p := range readPublished(f) {
		f.Add(p.text)
	}
	for _, s := range []string{"", "?", "kr?ft", "kr\xe6ft", "KrÃ¦ft i mavenÃ", "ryg-\nsmerter", "d.m. 2", "nakke-, ", strings.Repeat("ryg ", 3000), "\u202eryg", "😀", "=1+1", "\x00\x01", "a\u030aa", "&aelig;"} {
		f.Add(s)
	}
	c := NewCoder(load(f))
	f.Fuzz(func(t *testing.T, text string) {
		k := c.Code(text)
		last := 0
		for _, m := range k.Mentions {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention [%d, %d) of %d bytes after %d", m.Start, m.End, len(text), last)
			}
			last = m.Start
		}
		if k.Category != "" && len(k.Mentions) == 0 && k.Group != c.sequela.Group {
			t.Fatalf("category %s without a mention", k.Category)
		}
		assert.GreaterOrEqual(t, k.Confidence, 0.0)
		assert.LessOrEqual(t, k.Confidence, 1.0)
	})
}

// What was coded before has no bearing.
func TestSameTextSameCoding(t *testing.T) {
	s := load(t)
	c := NewCoder(s)
	list := readPublished(t)
	for i := len(list) - 1; i >= 0; i-- {
		c.Code(list[i].text)
	}
	fresh := NewCoder(s)
	for _, p := range list {
		assert.Equal(t, fresh.Code(p.text), c.Code(p.text), p.text)
	}
}

// A megabyte of conditions, of one word, of signs: coded or not, and soon.
func TestLongTexts(t *testing.T) {
	c := NewCoder(load(t))
	for _, s := range []string{"ryg, stress og astma efter ", "\x00\x07", "ظهر ", "angst for at få kræft ", "karpal tunel ", "ryg ", "knæ/", "x", "?", "smerter i ", "ikke ", "\u202e", "😀", "ryg-", "æ"} {
		k := c.Code(strings.Repeat(s, 1_000_000/len(s)))
		assert.LessOrEqual(t, len(k.Mentions), maxPhrases)
	}
}
