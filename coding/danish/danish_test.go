package danish

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKeyIsOneForEverySpelling(t *testing.T) {
	for _, spellings := range [][]string{
		{"kræft", "KRÆFT", "kraeft", "kraft", "KrÃ¦ft", "kr\xe6ft", "kr&aelig;ft", "kr\u00adæft", "kr\u2018ft", "kräft", "krÃƒÂ¦ft"},
		{"hånd", "haand", "hand", "ha\u030And", "hÃ¥nd", "h\xe5nd"},
		{"øje", "oeje", "oje", "Ã¸je", "\xf8je", "o\u0308je", "\u203Aje"},
	} {
		for _, s := range spellings {
			assert.Equal(t, Key(spellings[0]), Key(s), s)
		}
	}
	assert.NotEqual(t, Strict("tå"), Strict("ta"))
	assert.Equal(t, Strict("tå"), Strict("TAA"))
}

func keys(words []Word) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.Key)
	}
	return out
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"Nakke-, skulder- og rygsmerter": "nakke skulder og rygsmerter",
		"d.m. 2":                         "dm 2",
		"K.O.L.":                         "kol",
		"ryg-\nsmerter":                  "rygsmerter",
		"c-ptsd":                         "c ptsd",
		"kr?ft":                          "kr?ft",
		"kr\uFFFD\uFFFDft":               "kr?ft",
		"?":                              "",
		"diabetes? ja":                   "diabetes ja",
		"":                               "",
	} {
		assert.Equal(t, want, strings.Join(keys(Read(text)), " "), "%q", text)
	}
	words := Read("Nakke- og ryg, knæ. Diabetes?")
	require.Len(t, words, 5)
	assert.True(t, words[0].Suspended)
	assert.Equal(t, Comma, words[3].Before)
	assert.Equal(t, Sentence, words[4].Before)
	assert.True(t, words[4].Asked)
}

func TestReadRemembersBytes(t *testing.T) {
	for _, text := range []string{"slem kræft", "slem KrÃ¦ft", "slem kr\xe6ft", "slem kra\u030Aft", "slem kr&aelig;ft"} {
		words := Read(text)
		require.Len(t, words, 2, text)
		assert.Equal(t, text[5:], text[words[1].Start:words[1].End], text)
	}
}

func TestBases(t *testing.T) {
	for form, base := range map[string]string{
		"ryggen": "ryg", "smerterne": "smerte", "skuldre": "skulder", "knaene": "kna",
		"operationer": "operation", "fingrene": "finger", "slidgigten": "slidgigt", "depressionens": "depression",
	} {
		assert.True(t, Bases(form, func(b string) bool { return b == base }), "%s of %s", base, form)
	}
	assert.False(t, Bases("ben", func(b string) bool { return len(b) < 3 }))
	assert.Equal(t, Stem("smerter"), Stem("smerten"))
	assert.Equal(t, "gigt", Stem("gigt"))
}

func TestSplit(t *testing.T) {
	known := func(words ...string) func(string) bool {
		return func(s string) bool {
			for _, w := range words {
				if w == s {
					return true
				}
			}
			return false
		}
	}
	lexicon := known("ryg", "smerter", "depression", "symptomer", "lunge", "betandelse", "skulder", "led", "slidgigt", "oje", "lidelse")
	for word, want := range map[string]string{
		"rygsmerter":           "ryg smerter",
		"depressionssymptomer": "depression symptomer",
		"lungebetandelse":      "lunge betandelse",
		"skulderledsslidgigt":  "skulder led slidgigt",
		"ojenlidelse":          "oje lidelse",
		"rygsak":               "",
		"ryg":                  "",
	} {
		assert.Equal(t, want, strings.Join(Split(word, lexicon, lexicon), " "), word)
	}
	assert.Nil(t, Split(strings.Repeat("ryg", 40), lexicon, lexicon))
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"slidgigt", "slidgigt", 0}, {"slidgift", "slidgigt", 1}, {"slidgitg", "slidgigt", 1}, {"slidigt", "slidgigt", 1},
		{"kr?ft", "kraft", 0}, {"ryg", "knaskal", 3}, {"depresion", "depression", 1}, {"depreson", "depression", 2}, {"", "ab", 2},
	} {
		assert.Equal(t, c.want, Distance(c.a, c.b, 2), "%s %s", c.a, c.b)
		assert.Equal(t, c.want, Distance(c.b, c.a, 2), "%s %s", c.b, c.a)
	}
}

// A phrase under two senses would have either, by chance.
func TestOperatorsStandOnce(t *testing.T) {
	seen := map[string]Sense{}
	for _, o := range Operators {
		for _, p := range strings.Split(o.Phrases, ",") {
			p = strings.TrimSpace(p)
			if s, twice := seen[p]; twice {
				assert.Equal(t, s, o.Sense, p)
			}
			seen[p] = o.Sense
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"ryg-\nsmerter", "kr?ft", "Ã", "&aelig;", "a.b.c", "\xff\xfe", "--", "å\u030a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range Read(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) || w.Key == "" {
				t.Fatalf("word [%d, %d) after %d in %d bytes", w.Start, w.End, last, len(text))
			}
			last = w.End
		}
	})
}
