package sheet

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lines returns a grid as text, fields between bars.
func lines(g *Grid) string {
	var b strings.Builder
	for row := 1; row <= g.Rows(); row++ {
		for column := 1; column <= g.Columns(); column++ {
			b.WriteString(g.Cell(row, column).Text + "|")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestDelimited(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"semicolon":            {"a;b\n1,5;2\n", "a|b|\n1,5|2|\n"},
		"comma":                {"a,b\n1,2\n", "a|b|\n1|2|\n"},
		"tab":                  {"a\tb\n1;2\t3,4\n", "a|b|\n1;2|3,4|\n"},
		"bom, crlf, no end":    {"\xEF\xBB\xBFa;b\r\nÆ;2", "a|b|\nÆ|2|\n"},
		"old mac line ends":    {"a;b\r1;2\r", "a|b|\n1|2|\n"},
		"windows-1252":         {"by;navn\n\xC6r\xF8;\x80\n", "by|navn|\nÆrø|€|\n"},
		"utf-16":               {"\xFF\xFE" + string(utf16le("a\tb\r\nÆ\t2\r\n")), "a|b|\nÆ|2|\n"},
		"quotes":               {"a;b\n\"x;\"\"y\"\"\nz\";2\n", "a|b|\nx;\"y\"\nz|2|\n"},
		"quote inside":         {"a;b\nJensen \"Jens\";2\n", "a|b|\nJensen \"Jens\"|2|\n"},
		"text after quote":     {"a;b\n\"x\"y;2\n", "a|b|\nxy|2|\n"},
		"empty quotes":         {"a;b\n\"\";2\n", "a|b|\n|2|\n"},
		"ragged":               {"a;b;c\n1\n1;2;3;4\n1;2;3\n", "a|b|c||\n1||||\n1|2|3|4|\n1|2|3||\n"},
		"blank lines count":    {"a;b\n\n1;2\n\n;\n", "a|b|\n||\n1|2|\n"},
		"sep line":             {"sep=,\r\na,b;c\n1,2\n", "a|b;c|\n1|2|\n"},
		"one column":           {"lidelse\nRyg, nakke\nStress\nHjerte, lunger; mave\n", "lidelse|\nRyg, nakke|\nStress|\nHjerte, lunger; mave|\n"},
		"prose without header": {"Ryg, nakke\nStress\nAngst\nGigt\n", "Ryg, nakke|\nStress|\nAngst|\nGigt|\n"},
		"semicolon over comma": {"a;b,c\n1,5;2,5\n1;2\n", "a|b,c|\n1,5|2,5|\n1|2|\n"},
		"header only":          {"a;b;c", "a|b|c|\n"},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := openBytes("spells.csv", []byte(c.text))
			require.NoError(t, err)
			g, err := w.Read("")
			require.NoError(t, err)
			assert.Equal(t, c.want, lines(g))
		})
	}
}

// Bytes that are no character are said and never replaced.
func TestDelimitedDamage(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"odd":          {"\xFF\xFEa\x00;", "a.csv: the text is UTF-16 and breaks off inside a character; export it again"},
		"half at end":  {"\xFF\xFEa\x00\n\x00\x00\xD8", "the text is UTF-16 and has half a character in line 2"},
		"half":         {"\xFF\xFE\x00\xD8a\x00", "half a character in line 1"},
		"second half":  {"\xFE\xFF\xDC\x00\x00a", "half a character in line 1"},
		"no character": {"id;navn\n1;S\xF8ren\n2;J\xF8rgen\x81\n", "a.csv: the text is no UTF-8, as line 2 shows, and has bytes that Windows-1252 has not"},
		"marked":       {"\xEF\xBB\xBFid;navn\n1;S\xF8ren\n", "the text is UTF-8 but for bytes such as one in line 2"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := openBytes("a.csv", []byte(c.text))
			assert.ErrorContains(t, err, c.want)
		})
	}
	w, err := openBytes("a.csv", []byte("\xFF\xFE\x3D\xD8\x00\xDE;\x00b\x00"))
	require.NoError(t, err)
	g, err := w.Read("")
	require.NoError(t, err)
	assert.Equal(t, "😀|b|\n", lines(g))
}

func TestDelimitedProblem(t *testing.T) {
	w, err := openBytes("spells.csv", []byte("a;b\n1;2\n3;\"never\n"))
	require.NoError(t, err)
	_, err = w.Read("")
	assert.EqualError(t, err, `spells.csv: B3: a quote " opens here and is never closed`)
}
