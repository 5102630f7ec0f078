package coding

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLoad(t *testing.T) {
	s := load(t)
	assert.Equal(t, []string{"psychological", "other", "medical", "physical"}, s.Precedence)
	names := []string{}
	for _, c := range s.Categories {
		names = append(names, c.Name)
		assert.True(t, c.Label.Has("da") && c.Label.Has("en"), c.Name)
	}
	assert.Equal(t, []string{"physical", "medical", "psychological", "other"}, names)
	terms := 0
	for _, c := range s.Concepts {
		terms += len(c.Terms)
	}
	assert.GreaterOrEqual(t, len(s.Concepts), 600)
	assert.GreaterOrEqual(t, terms, 2500)
	for _, g := range s.Groups {
		assert.True(t, g.Label.Has("da") && g.Label.Has("en"), g.Name)
	}
	for _, e := range s.Exceptions {
		assert.NotEmpty(t, e.Note, "exception on line %d", e.Line)
	}
	assert.Len(t, s.Hash, 64)
	_, err := Load("danish/none")
	assert.EqualError(t, err, `no scheme "danish/none"; there is danish/condition`)
}

// A scheme for another question works by file alone.
func TestReadOtherScheme(t *testing.T) {
	s, err := ReadScheme("job", strings.NewReader(`
scheme | 1 | Arbejde | Work
category | hands | Med hænderne | Manual
category | desk | Ved skrivebord | Desk
precedence | desk, hands
group | building | hands | Byggeri | Building
carpenter | disorder | | tømrer, snedker
group | office | desk | Kontor | Office
clerk | disorder | | kontorassistent, sekretær
`))
	require.NoError(t, err)
	c := NewCoder(s)
	assert.Equal(t, "hands", c.Code("Tomrer").Category)
	assert.Equal(t, "desk", c.Code("sekretærer").Category)
	assert.Equal(t, "", c.Code("ved ikke").Category)
}

func TestReadSchemeProblems(t *testing.T) {
	_, err := ReadScheme("s", strings.NewReader(`scheme | 1 | Navn | Name
category | a | A | A
precedence | a, b
orphan | disorder | | term
group | g | c | G | G
one | disorder sideways | nowhere | ord | note
two | disorder of=three | | ord
two | disorder | |
exception | one + four | combination=maybe | why
region | r
`))
	require.Error(t, err)
	assert.Equal(t, `s: group g: no category "c"
s: precedence: no category "b"
s:4: concept orphan stands under no group
s:6: concept one: got "sideways", want a type (disorder, site, symptom, treatment, generic, ignore), category=, of=, at=, takes=, damages=, after=, sign, ambiguous or contested
s:6: concept one: no category "c"
s:6: no region "nowhere"
s:7: concept two: no category "c"
s:7: no concept, group or category "three"
s:7: term "ord" of two is a term of one on line 6 already
s:8: concept two has no terms
s:9: got "combination=maybe", want category=, group= or combination=yes or no
s:9: no concept or group "four"
s:10: got 2 fields, want at least 3`, err.Error())
}
