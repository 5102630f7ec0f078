package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func TestHoldRules(t *testing.T) {
	files := smallFiles()
	files["study.yaml"] += "rules: rules.yaml\n"
	files["rules.yaml"] = `- {id: noted, sample: cases, when: "${office} = 'Aarhus'", severity: note, text: {da: a, en: b}}
- {id: warned, sample: offices, check: "${contact} = 'nej'", severity: warning, text: c}
- {id: derived, sample: cases, when: "${condition} = 'other'", severity: error, text: d}
`
	s, err := Load(folder(t, files))
	require.NoError(t, err)
	_, err = s.Read(nil)
	assert.EqualError(t, err, "cases.csv:3: condition: rule derived: d", "a derived variable has a line only")

	files["rules.yaml"] = files["rules.yaml"][:len(files["rules.yaml"])-len(`- {id: derived, sample: cases, when: "${condition} = 'other'", severity: error, text: d}`)-1]
	s, err = Load(folder(t, files))
	require.NoError(t, err)
	data, err := s.Read(nil)
	require.NoError(t, err)
	require.Len(t, data.Found, 2)
	assert.Equal(t, []int{0, 1}, data.Found[0].Rows)
	assert.Equal(t, 3, data.Found[0].Held)
	assert.Equal(t, []int{0}, data.Found[1].Rows)
	assert.Equal(t, 1, data.Found[1].Held, "Ribe did not answer, and a check is not held against a blank")
}

// A count is not told where it, or what it leaves of all, is under the minimum.
func TestRuleNotesAreProtected(t *testing.T) {
	s := &Study{config: config{
		Disclosure: disclosureRule{Minimum: 3, Open: []string{"offices"}},
		Designs:    map[string]design{"cases": {}, "offices": {}},
	}}
	for _, c := range []struct {
		source  string
		n, held int
		hidden  bool
	}{
		{"cases", 1, 100, true}, {"cases", 2, 100, true}, {"cases", 3, 100, false}, {"cases", 97, 100, false},
		{"cases", 98, 100, true}, {"cases", 100, 100, false}, {"offices", 1, 100, false},
	} {
		rule := survey.EditRule{Severity: survey.SeverityNote}
		notes := s.ruleNotes(&Data{Found: []Found{{Source: c.source, Violation: survey.Violation{EditRule: &rule, Rows: make([]int, c.n), Held: c.held}}}}, survey.SeverityNote)
		require.Len(t, notes, 1)
		assert.Equal(t, c.hidden, notes[0].Hidden, "%d of %d %s", c.n, c.held, c.source)
	}
	warning := survey.EditRule{Severity: survey.SeverityWarning}
	assert.Empty(t, s.ruleNotes(&Data{Found: []Found{{Violation: survey.Violation{EditRule: &warning, Rows: []int{1}}}}}, survey.SeverityNote))
}

// FuzzRules holds that no rules file ends in a panic, neither when it is
// decoded nor when its rules are held against data.
func FuzzRules(f *testing.F) {
	rules, err := os.ReadFile(filepath.Join(example, "rules.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(rules)
	for _, seed := range []string{"", "a", "- a", "- {id: a}", "[[]]", "- {id: a, sample: cases, when: \"${b} - 1 = ''\", severity: note, text: {da: x, en: y}}",
		"- {id: a, sample: cases, check: \"selected(${c}, 'x')\", severity: error, text: x}", "- {id: a, sample: cases, when: \".\", severity: error, text: x}"} {
		f.Add([]byte(seed))
	}
	single := survey.NewSingle(survey.Variable{Name: "c", Options: []survey.Option{{Name: "x"}}}, []int16{0, -1}, []survey.Missing{survey.Present, survey.NotAsked})
	d, err := survey.NewDataset("cases", 2, survey.Origin{File: "a.csv", Rows: []int{2, 3}},
		survey.NewText(survey.Variable{Name: "b"}, []string{"", "2014-01-01"}, nil), single)
	if err != nil {
		f.Fatal(err)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, written []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "rules.yaml"), written, 0o600))
		s := newStudy(filepath.Join(dir, "study.yaml"))
		s.blamed = newBlame(nil)
		s.config = config{Rules: "rules.yaml", Sources: map[string]source{"cases": {}}}
		assert.NoError(t, s.holdRules(&Data{Datasets: map[string]*survey.Dataset{"cases": d}}))
	})
}
