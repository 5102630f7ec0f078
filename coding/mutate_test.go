package coding

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readPhrases reads testdata/phrases.tsv.
func readPhrases(t testing.TB) []published {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "phrases.tsv"))
	require.NoError(t, err)
	var list []published
	for _, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		require.Len(t, f, 3, line)
		list = append(list, published{text: f[0], category: f[1], combination: f[2] == "1"})
	}
	return list
}

func replace(pairs ...string) func(string, int) string {
	r := strings.NewReplacer(pairs...)
	return func(s string, _ int) string { return r.Replace(s) }
}

// typing mistypes one letter in the inside of each word of seven letters or
// more: left out, doubled, swapped or replaced, by turns.
func typing(s string, n int) string {
	words := strings.Fields(s)
	for i, w := range words {
		r := []rune(w)
		if len(r) < 7 {
			continue
		}
		k := 2 + (n*7+i*3)%(len(r)-4)
		switch (n + i) % 4 {
		case 0:
			r = append(r[:k:k], r[k+1:]...)
		case 1:
			r = append(r[:k+1:k+1], r[k:]...)
		case 2:
			r[k], r[k+1] = r[k+1], r[k]
		case 3:
			r[k] = 'e'
		}
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

// The ways a text is damaged on its way, and the least share of descriptions
// that must come out as undamaged ones do (coding guide, section 8).
func TestDamagedTexts(t *testing.T) {
	c := NewCoder(load(t))
	list := append(readPublished(t), readPhrases(t)...)
	for _, d := range []struct {
		name   string
		least  float64
		damage func(string, int) string
	}{
		{"capitals", 0.97, func(s string, _ int) string { return strings.ToUpper(s) }},
		{"ae oe aa", 0.99, replace("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa")},
		{"a o a", 0.97, replace("æ", "a", "ø", "o", "å", "a", "Æ", "A", "Ø", "O", "Å", "A")},
		{"UTF-8 as Latin-1", 0.99, replace("æ", "Ã¦", "ø", "Ã¸", "å", "Ã¥", "é", "Ã©")},
		{"Latin-1 as UTF-8", 0.99, replace("æ", "\xe6", "ø", "\xf8", "å", "\xe5")},
		{"decomposed", 0.99, replace("å", "a\u030a", "ö", "o\u0308")},
		{"question marks", 0.95, replace("æ", "?", "ø", "?", "å", "?")},
		{"replacement characters", 0.95, replace("æ", "\uFFFD", "ø", "\uFFFD", "å", "\uFFFD")},
		{"typing errors", 0.85, typing},
	} {
		t.Run(d.name, func(t *testing.T) {
			right := 0
			for i, p := range list {
				want, got := c.Code(p.text), c.Code(d.damage(p.text, i))
				if want.Category == got.Category && want.Combination == got.Combination {
					right++
				} else {
					t.Logf("%s -> %s: %s %v, want %s %v", p.text, d.damage(p.text, i), got.Category, got.Combination, want.Category, want.Combination)
				}
			}
			assert.GreaterOrEqual(t, float64(right)/float64(len(list)), d.least, "%d of %d", right, len(list))
		})
	}
}
