package study

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The names that Windows refuses are those its documentation of naming files
// lists: devices with or without an ending, and names that end in a point.
func TestCanBeFile(t *testing.T) {
	for _, name := range []string{"industry", "branche-æøå", "console", "com", "com10", "lpt", "a.b", "figur 2", "aux-pris"} {
		assert.True(t, canBeFile(name), name)
	}
	for _, name := range []string{"CON", "con", "prn", "aux.2015", "NUL", "com1", "LPT9", "com².x", "a.", "a ", " a", ".a", "a/b", `a\b`, "a:b", "a?", "a*", `a"`, "a|b", "<a", "a\tb", "a\nb", strings.Repeat("å", 101)} {
		assert.False(t, canBeFile(name), name)
	}
}

// Two figures whose names differ in case would be one file on Windows and macOS.
func TestFigureNames(t *testing.T) {
	const head = "study: x\nsources: {offices: {file: offices.csv}}\ndesigns: {offices: {census: true, eligible: 2}}\ntables:\n  - {id: t, sample: offices, rows: contact}\nfigures:\n"
	s, err := Load(folder(t, map[string]string{
		"study.yaml":  head + "  - {id: Kontakt, table: t, kind: bar}\n  - {id: kontakt, table: t, kind: bar}\n  - {id: aux, table: t, kind: bar}\n",
		"offices.csv": "office;contact\nAarhus;ja\nRibe;nej\n",
	}))
	require.NoError(t, err)
	_, err = s.Check("", nil)
	assert.EqualError(t, err, `study.yaml:8:6: figures[2]: got the id "kontakt", which differs from another figure's in case only; Windows and macOS would keep one file of the two
study.yaml:9:6: figures[3]: got the id "aux", want one that a file can be called on every system`)
}
