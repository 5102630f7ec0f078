package study

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/render"
)

// TestStartLayouts starts a study of the ways in which tables of no platform
// write several answers, cases of a respondent, questions that share a scale and
// a second row of headings. Of 12 respondents each chose radio, every other one
// a newspaper, and every third one wrote something else.
func TestStartLayouts(t *testing.T) {
	scale := []string{"Godt", "Skidt", "Ved ikke"}
	row := func(i int, chosen func(option string) string) string {
		paper, other := "", ""
		if i%2 == 0 {
			paper = chosen("Avis")
		} else {
			paper = chosen("")
		}
		if i%3 == 0 {
			other = chosen("Net")
		} else {
			other = chosen("")
		}
		radio := chosen("Radio")
		return fmt.Sprintf("p%d;%s;%s;%s;%s;%s;%s", i, paper, radio, other, scale[i%2], scale[(i/2)%3], scale[i%3])
	}
	word := func(yes, no string) func(string) string {
		return func(option string) string {
			if option == "" {
				return no
			}
			return yes
		}
	}
	own := func(option string) string { return option }
	for name, want := range map[string]struct {
		head   string
		chosen func(string) string
		rows   []string // labels of the options
	}{
		"dash, own words":      {"Navn;Medie - Avis;Medie - Radio;Medie - Net;Hvordan er det? - Mad;Hvordan er det? - Rum;Hvordan er det? - Lys", own, []string{"Avis", "Radio", "Net"}},
		"brackets, 0 and 1":    {"Navn;Medie [Avis];Medie [Radio];Medie [Net];Hvordan er det? [Mad];Hvordan er det? [Rum];Hvordan er det? [Lys]", word("1", "0"), []string{"Avis", "Radio", "Net"}},
		"colon, x":             {"Navn;Medie: Avis;Medie: Radio;Medie: Net;Hvordan er det?: Mad;Hvordan er det?: Rum;Hvordan er det?: Lys", word("x", ""), []string{"Avis", "Radio", "Net"}},
		"slash, true":          {"Navn;Medie/Avis;Medie/Radio;Medie/Net;Hvordan er det?/Mad;Hvordan er det?/Rum;Hvordan er det?/Lys", word("TRUE", "FALSE"), []string{"Avis", "Radio", "Net"}},
		"two rows of headings": {"Navn;Medie;;;Hvordan er det?;;\n;Avis;Radio;Net;Mad;Rum;Lys", word("1", "0"), []string{"Avis", "Radio", "Net"}},
		"names and questions":  {"navn;q1_1;q1_2;q1_3;q2_1;q2_2;q2_3\nHvem er du?;Medie - Avis;Medie - Radio;Medie - Net;Hvordan er det? - Mad;Hvordan er det? - Rum;Hvordan er det? - Lys", word("1", "0"), []string{"Avis", "Radio", "Net"}},
		"numbers":              {"Navn;q1_1;q1_2;q1_3;q2_1;q2_2;q2_3", word("1", "0"), []string{"1", "2", "3"}},
		"numbers, own words":   {"Navn;Q1r1;Q1r2;Q1r3;Q2r1;Q2r2;Q2r3", own, []string{"Avis", "Radio", "Net"}},
		"not selected":         {"Navn;q1.1;q1.2;q1.3;q2.1;q2.2;q2.3", func(option string) string { return cmp.Or(option, "Not selected") }, []string{"Avis", "Radio", "Net"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lines := []string{want.head}
			for i := range 12 {
				lines = append(lines, row(i, want.chosen))
			}
			s := started(t, lines)
			text, table := yamlOf(t, s), tableText(t, s, s.config.Tables[0].ID)
			for _, option := range want.rows {
				assert.Contains(t, table, "\n"+option+" ")
			}
			assert.Regexp(t, `\n(Radio|2) +12 `, table)
			assert.Len(t, s.config.Tables, 2)
			assert.Contains(t, text, "items: [", "those with a scale are one table")
		})
	}
	for name, head := range map[string]string{
		"numbers before": "navn;sag1_alder;sag1_stor;sag2_alder;sag2_stor",
		"words before":   "Navn;Sag 1: alder;Sag 1: stor;Sag 2: alder;Sag 2: stor",
		"numbers behind": "navn;alder_1;stor_1;alder_2;stor_2",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lines := []string{head}
			for i := range 12 {
				lines = append(lines, fmt.Sprintf("p%d;%d;Ja;%d;Nej", i, 20+i, 40+i))
			}
			s := started(t, lines)
			assert.Contains(t, yamlOf(t, s), "cases: {from: respondents, roster: case}")
			assert.Regexp(t, `\nI alt +24 `, tableText(t, s, "stor"))
		})
	}
}

// started starts a study of the lines of a text file.
func started(t *testing.T, lines []string) *Study {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "svar.csv")
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644))
	_, err := Start(filepath.Join(dir, "new"), []string{file}, StartOptions{Language: "da"})
	require.NoError(t, err)
	s, err := Load(filepath.Join(dir, "new"))
	require.NoError(t, err)
	return s
}

func yamlOf(t *testing.T, s *Study) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(s.inputs.dir, s.file))
	require.NoError(t, err)
	return string(text)
}

func tableText(t *testing.T, s *Study, id string) string {
	t.Helper()
	tables, err := s.Layers(id, "da", nil)
	require.NoError(t, err)
	table := tables[0]
	var b strings.Builder
	require.NoError(t, render.Text(&b, table, "da", 0))
	return b.String()
}
