package coding

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// complaints is a scheme of English answers, invented for these tests.
const complaints = `
scheme     | 1.0 | Klager | Complaints
language   | en
category   | noise | Støj | Noise
category   | air   | Luft | Air
category   | rest  | Andet | Other
precedence | noise, air, rest
words      | filler | council, landlord
doubtful   | itis
parts      | air
group | sound | noise | Støj | Noise
traffic | disorder | | traffic noise, noisy road
music   | disorder | | loud music, drumming
group | smell | air | Lugt | Smell
smoke   | disorder | | smoke, wood smoke
damp    | disorder | | damp, mould
group | others | rest | Andet | Other
litter  | disorder | | litter, rubbish
`

// set returns the scheme with more settings.
func set(lines string) *strings.Reader {
	return strings.NewReader(strings.Replace(complaints, "parts ", lines+"parts ", 1))
}

// An English scheme reads denials, what is past, inflections, compounds and
// misspellings in English. The verdicts are by hand.
func TestEnglishScheme(t *testing.T) {
	s, err := ReadScheme("complaints", strings.NewReader(complaints))
	require.NoError(t, err)
	c := NewCoder(s)
	for text, want := range map[string]string{
		"Traffic noise":                         "noise",
		"no traffic noise":                      "",
		"There isn't any damp":                  "",
		"not damp but smoke":                    "air smoke",
		"no longer any litter":                  "",
		"without damp, litter":                  "rest litter",
		"neither damp nor litter":               "",
		"litter, but not smoke":                 "rest litter",
		"previously smoke, now litter":          "rest litter",
		"damp was ruled out":                    "",
		"smoking chimneys and litter":           "air smoke litter",
		"noisy roads":                           "noise",
		"rubish":                                "rest litter",
		"woodsmoke":                             "air smoke",
		"the landlord and the council, damp":    "air damp",
		"don't know":                            "",
		"loud music and mould":                  "noise music damp",
		"my neighbours have had damp for years": "air damp",
	} {
		k := c.Code(text)
		category, concepts, _ := strings.Cut(want, " ")
		assert.Equal(t, category, k.Category, text)
		var counted []string
		for _, m := range k.Mentions {
			if m.Counts {
				counted = append(counted, m.Concept)
			}
		}
		if concepts != "" {
			assert.Equal(t, concepts, strings.Join(counted, " "), text)
		}
	}
	k := c.Code("damp and sinusitis")
	assert.Contains(t, k.Reason.In("en"), "not all words were understood")
	assert.Less(t, k.Confidence, c.Code("damp and shouting").Confidence, "an end the scheme doubts")
}

// Two of one category are a combination unless the scheme puts them together.
func TestTogetherIsTheSchemes(t *testing.T) {
	s, err := ReadScheme("complaints", strings.NewReader(complaints))
	require.NoError(t, err)
	assert.True(t, NewCoder(s).Code("traffic noise and loud music").Combination)
	s, err = ReadScheme("complaints", set("together | noise\n"))
	require.NoError(t, err)
	assert.False(t, NewCoder(s).Code("traffic noise and loud music").Combination)
}

func TestSchemeSettingsProblems(t *testing.T) {
	_, err := ReadScheme("s", set("language | de\nwords | shouting | hey\nplaced | water\n"))
	assert.ErrorContains(t, err, `s: language: got "de", want one of da, en`)
	assert.ErrorContains(t, err, `s: placed: no category "water"`)
	assert.ErrorContains(t, err, `s:11: words: got "shouting", want everyday or one of filler, and, but`)
}

// Below a group the words of the settings are free for concepts.
func TestConceptCalledLanguage(t *testing.T) {
	s, err := ReadScheme("complaints", strings.NewReader(complaints+"language | disorder | | shouting\n"))
	require.NoError(t, err)
	assert.Equal(t, "en", s.Language)
	assert.NotNil(t, s.Concept("language"))
}

// What a scheme says of its language and words goes to sheets and back.
func TestSettingsRoundTrip(t *testing.T) {
	s, err := ReadScheme("complaints", set("words | everyday | garden\nkinds | trouble\nplaced | air\n"))
	require.NoError(t, err)
	again, err := ReadSchemeTables("w.xlsx", s.Tables())
	require.NoError(t, err)
	assert.Equal(t, unplaced(s), unplaced(again))
}
