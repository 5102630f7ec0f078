package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// A role or kind is printed where enough people share it.
func TestAttribution(t *testing.T) {
	s := &Study{config: config{Disclosure: disclosureRule{Minimum: 3}}}
	text := func(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }
	group, phone := text("Gruppeinterview", "Group interview"), text("Telefoninterview", "Telephone interview")
	leader, worker, lone := text("Leder", "Leader"), text("Sagsbehandler", "Caseworker"), text("Jurist", "Lawyer")
	groups := []partaking{
		{kind: group, role: leader, people: 3}, {kind: group, role: worker, people: 2}, {kind: phone, role: worker, people: 1},
		{kind: group, role: lone, people: 1}, {kind: phone, role: leader, people: 1},
	}
	for _, c := range []struct {
		role, kind survey.Text
		da, en     string
	}{
		{leader, group, "Leder, gruppeinterview", "Leader, group interview"},
		{leader, phone, "Leder", "Leader"},             // one leader by telephone, four in all
		{worker, group, "Sagsbehandler", "Caseworker"}, // two, and three in all
		{lone, group, "Deltager, gruppeinterview", "Participant, group interview"},
		{lone, phone, "Deltager i interview", "Participant in an interview"}, // two by telephone
		{nil, nil, "Deltager i interview", "Participant in an interview"},
		{text("Borgmester", "Mayor"), nil, "Deltager i interview", "Participant in an interview"}, // nobody counted
	} {
		by := s.attribution(groups, c.role, c.kind)
		assert.Equal(t, c.da, by.In("da"))
		assert.Equal(t, c.en, by.In("en"))
	}
}

// The columns that the study does not name are not read: a name is nowhere.
func TestNamesAreNotRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("study.yaml", `
study: Prøve
sources:
  offices: {file: svar.csv}
interviews: {file: citater.csv, columns: {theme: Tema, quote: Citat, role: Rolle}}
report: report.md
`)
	write("svar.csv", "a;b\n1;2\n")
	write("citater.csv", "Navn;Tema;Citat;Rolle\nHelle Hansen;Vilkår;Det går godt.;Direktør\n")
	write("report.md", "# Ord\n\n{{ quotes \"Vilkår\" }}\n")
	s, err := Load(dir)
	require.NoError(t, err)
	_, err = s.Run(Options{Out: filepath.Join(dir, "out")})
	require.NoError(t, err)
	page, err := os.ReadFile(filepath.Join(dir, "out", "report.html"))
	require.NoError(t, err)
	assert.Contains(t, string(page), "»Det går godt.«")
	files, err := filepath.Glob(filepath.Join(dir, "out", "*"))
	require.NoError(t, err)
	for _, file := range files {
		if stat, err := os.Stat(file); err == nil && !stat.IsDir() {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.NotContains(t, string(content), "Hansen", file)
			assert.NotContains(t, string(content), "Direktør", file) // nobody counted how many there are
		}
	}
}
