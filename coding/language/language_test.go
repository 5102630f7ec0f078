package language_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/coding/danish"
	"stikprove/coding/english"
	"stikprove/coding/language"
)

func TestKeyIsOneForEverySpelling(t *testing.T) {
	for _, spellings := range [][]string{
		{"kræft", "KRÆFT", "kraeft", "kraft", "KrÃ¦ft", "kr\xe6ft", "kr&aelig;ft", "kr\u00adæft", "kr\u2018ft", "kräft", "krÃƒÂ¦ft"},
		{"hånd", "haand", "hand", "ha\u030And", "hÃ¥nd", "h\xe5nd"},
		{"øje", "oeje", "oje", "Ã¸je", "\xf8je", "o\u0308je", "\u203Aje"},
	} {
		for _, s := range spellings {
			assert.Equal(t, danish.Language.Key(spellings[0]), danish.Language.Key(s), s)
		}
	}
	words := danish.Language.Read("tå ta TAA")
	assert.NotEqual(t, words[0].Strict, words[1].Strict)
	assert.Equal(t, words[0].Strict, words[2].Strict)
}

func keys(words []language.Word) []string {
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
		assert.Equal(t, want, strings.Join(keys(danish.Language.Read(text)), " "), "%q", text)
	}
	words := danish.Language.Read("Nakke- og ryg, knæ. Diabetes?")
	require.Len(t, words, 5)
	assert.True(t, words[0].Suspended)
	assert.Equal(t, language.Comma, words[3].Before)
	assert.Equal(t, language.Sentence, words[4].Before)
	assert.True(t, words[4].Asked)
}

func TestReadRemembersBytes(t *testing.T) {
	for _, text := range []string{"slem kræft", "slem KrÃ¦ft", "slem kr\xe6ft", "slem kra\u030Aft", "slem kr&aelig;ft"} {
		words := danish.Language.Read(text)
		require.Len(t, words, 2, text)
		assert.Equal(t, text[5:], text[words[1].Start:words[1].End], text)
	}
}

func TestBases(t *testing.T) {
	for form, base := range map[string]string{
		"ryggen": "ryg", "smerterne": "smerte", "skuldre": "skulder", "knaene": "kna",
		"operationer": "operation", "fingrene": "finger", "slidgigten": "slidgigt", "depressionens": "depression",
	} {
		assert.True(t, danish.Language.Bases(form, func(b string) bool { return b == base }), "%s of %s", base, form)
	}
	assert.False(t, danish.Language.Bases("ben", func(b string) bool { return len(b) < 3 }))
	assert.Equal(t, danish.Language.Stem("smerter"), danish.Language.Stem("smerten"))
	assert.Equal(t, "gigt", danish.Language.Stem("gigt"))
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
		assert.Equal(t, want, strings.Join(danish.Language.Split(word, lexicon, lexicon), " "), word)
	}
	assert.Nil(t, danish.Language.Split(strings.Repeat("ryg", 40), lexicon, lexicon))
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"slidgigt", "slidgigt", 0}, {"slidgift", "slidgigt", 1}, {"slidgitg", "slidgigt", 1}, {"slidigt", "slidgigt", 1},
		{"kr?ft", "kraft", 0}, {"ryg", "knaskal", 3}, {"depresion", "depression", 1}, {"depreson", "depression", 2}, {"", "ab", 2},
	} {
		assert.Equal(t, c.want, language.Distance(c.a, c.b, 2), "%s %s", c.a, c.b)
		assert.Equal(t, c.want, language.Distance(c.b, c.a, 2), "%s %s", c.b, c.a)
	}
}

// A phrase under two senses would have either, by chance.
func TestOperatorsStandOnce(t *testing.T) {
	for _, l := range []*language.Language{danish.Language, english.Language} {
		seen := map[string]language.Sense{}
		for _, o := range l.Operators {
			for _, p := range strings.Split(o.Phrases, ",") {
				p = strings.TrimSpace(p)
				if s, twice := seen[p]; twice {
					assert.Equal(t, s, o.Sense, "%s: %s", l.Code, p)
				}
				seen[p] = o.Sense
			}
		}
	}
}

// Every sense has a name, and the name says which it is.
func TestSenseNames(t *testing.T) {
	for i, name := range language.SenseNames() {
		s, ok := language.ParseSense(name)
		assert.True(t, ok)
		assert.Equal(t, i, int(s))
		assert.Equal(t, name, s.String())
	}
	assert.Equal(t, "workplace", language.Workplace.String())
	_, ok := language.ParseSense("shouting")
	assert.False(t, ok)
}

// English has inflections of its own, and none of the Danish letters: "toes" is
// no "tos".
func TestEnglish(t *testing.T) {
	for form, base := range map[string]string{
		"wages": "wage", "running": "run", "commuting": "commute", "hours": "hour", "shifts": "shift", "skilled": "skill", "buses": "bus",
	} {
		assert.True(t, english.Language.Bases(form, func(b string) bool { return b == base }), "%s of %s", base, form)
	}
	for _, pair := range [][2]string{{"salary", "salaries"}, {"wage", "wages"}, {"experience", "experienced"}} {
		assert.Equal(t, english.Language.Stem(pair[0]), english.Language.Stem(pair[1]), pair[0])
	}
	assert.Equal(t, "toes", english.Language.Key("Toes"))
	assert.Equal(t, "tos", danish.Language.Key("Toes"))
	assert.Equal(t, "naive", english.Language.Key("naïve"))
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"ryg-\nsmerter", "kr?ft", "Ã", "&aelig;", "a.b.c", "\xff\xfe", "--", "å\u030a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, w := range danish.Language.Read(text) {
			if w.Start < last || w.End <= w.Start || w.End > len(text) || w.Key == "" {
				t.Fatalf("word [%d, %d) after %d in %d bytes", w.Start, w.End, last, len(text))
			}
			last = w.End
		}
	})
}
