package coding

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unplaced leaves out what a file's comments and spacing decide.
func unplaced(s *Scheme) Scheme {
	c := *s
	c.Hash, c.Name = "", ""
	c.Concepts = slices.Clone(c.Concepts)
	for i := range c.Concepts {
		c.Concepts[i].Line = 0
	}
	c.Exceptions = slices.Clone(c.Exceptions)
	for i := range c.Exceptions {
		c.Exceptions[i].Line = 0
	}
	return c
}

// A scheme goes to sheets and to a file and back, and is the same.
func TestSchemeRoundTrip(t *testing.T) {
	s := load(t)
	again, err := ReadSchemeTables("w.xlsx", s.Tables())
	require.NoError(t, err)
	assert.Equal(t, unplaced(s), unplaced(again))
	assert.Equal(t, s.Tables(), again.Tables())
	text, err := ReadScheme("s", strings.NewReader(s.Text()))
	require.NoError(t, err)
	assert.Equal(t, unplaced(s), unplaced(text))
	assert.Equal(t, s.Text(), text.Text())
}

func TestReadSchemeTablesProblems(t *testing.T) {
	tables := []SchemeTable{
		{"Scheme", [][]string{{"setting", "value"}, {"version", "1"}, {"precedence", "a"}}},
		{"categories", [][]string{{"name", "danish", "english"}, {"a", "A", "A"}}},
		{"groups", [][]string{{"name", "category", "danish", "english", "rest"}, {"g", "a", "G", "G", ""}}},
		{"concepts", [][]string{{"name", "group", "type", "attributes", "region", "terms", "note"}, {"one", "g", "disorder", "", "", "ord"}, {"two", "g", "thing", "", "", "ord", ""}}},
	}
	_, err := ReadSchemeTables("w.xlsx", tables)
	assert.ErrorContains(t, err, `w.xlsx: 'concepts'!3:3: term "ord" of two is a term of one on row 2 already`)
	assert.ErrorContains(t, err, `w.xlsx: 'concepts'!3:3: concept two: got "thing", want a type`)
	_, err = ReadSchemeTables("w.xlsx", append(tables[:2:2], SchemeTable{"concepts", [][]string{{"name"}, {"a|b"}}}))
	assert.ErrorContains(t, err, `w.xlsx: no sheet "groups"`)
	assert.ErrorContains(t, err, `no column "terms"`)
}
