package study

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// byMapping are the exports whose study reads by its mapping alone, and why: an
// instrument cannot say that an open answer stands in a question's own column.
var byMapping = map[string]string{
	"googleforms.csv": "several answers and an open one share a cell",
	"msforms.csv":     "several answers and an open one share a cell",
	"qualtrics.csv":   "the text of an option stands in a column of its own beside the option's",
}

// TestStartPlatforms starts a study from every export kept here, of every
// platform, and makes its report; none is left out.
func TestStartPlatforms(t *testing.T) {
	var exports [][]string
	root := filepath.Join("..", "..", "survey", "platform", "testdata")
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Ext(path) == ".csv" {
			exports = append(exports, []string{path})
		}
		return err
	}))
	require.Greater(t, len(exports), 30)
	public := filepath.Join(root, "public", "redcap")
	exports = append(exports, []string{filepath.Join(public, "redcap_checkboxes.csv"), filepath.Join(public, "redcap_checkboxes_dictionary.csv")})
	exports = append(exports, []string{filepath.Join("..", "..", "testdata", "par56-2015", "data", "jobcentres.xlsx")})
	for _, export := range exports {
		t.Run(strings.TrimPrefix(export[len(export)-1], root), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "new")
			started, err := Start(dir, export, StartOptions{Report: true, Now: time.Unix(0, 0)})
			require.NoError(t, err)
			assert.FileExists(t, filepath.Join(dir, "out", "report.html"))
			s, err := Load(dir)
			require.NoError(t, err)
			summary, err := s.Check("", nil)
			require.NoError(t, err)
			assert.Empty(t, summary.Text, "an editor finds nothing in the draft")
			yaml, err := os.ReadFile(filepath.Join(dir, "study.yaml"))
			require.NoError(t, err)
			assert.Equal(t, byMapping[filepath.Base(export[0])] == "", strings.Contains(string(yaml), "\ninstrument: "))
			for _, look := range started.Looks {
				if look.Line == 0 {
					continue
				}
				text, err := os.ReadFile(filepath.Join(dir, look.File))
				require.NoError(t, err)
				lines := strings.Split(string(text), "\n")
				require.LessOrEqual(t, look.Line, len(lines))
				assert.NotEmpty(t, lines[look.Line-1], look.String())
			}
		})
	}
}

// TestStartSame starts twice and finds the same bytes.
func TestStartSame(t *testing.T) {
	export := filepath.Join("..", "..", "testdata", "par56-2015", "data", "jobcentres.xlsx")
	a, b := filepath.Join(t.TempDir(), "new"), filepath.Join(t.TempDir(), "new")
	for _, dir := range []string{a, b} {
		_, err := Start(dir, []string{export}, StartOptions{})
		require.NoError(t, err)
	}
	for _, file := range []string{"study.yaml", "report.md", "mapping.yaml", "instrument.xlsx"} {
		one, err := os.ReadFile(filepath.Join(a, file))
		require.NoError(t, err)
		other, err := os.ReadFile(filepath.Join(b, file))
		require.NoError(t, err)
		assert.Equal(t, one, other, file)
	}
}

func TestFindBlocks(t *testing.T) {
	mapped := func(headings ...string) ([]platform.MappedVariable, *survey.Dataset) {
		var variables []platform.MappedVariable
		var columns []*survey.Column
		for _, h := range headings {
			name := plainName(h)
			variables = append(variables, platform.MappedVariable{Name: name, Label: h, Kind: "integer", Role: "answer", Columns: []string{h}})
			columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindInteger}, []float64{1}, []survey.Missing{survey.Present}))
		}
		d, err := survey.NewDataset("respondents", 1, survey.Origin{Rows: []int{2}}, columns...)
		require.NoError(t, err)
		return variables, d
	}
	blocks := findBlocks(mapped("Navn", "Barn 1: Alder", "Barn 1: Timer", "Barn 2: Alder", "Barn 2: Timer"))
	require.Len(t, blocks, 1)
	assert.Equal(t, "Barn {i}: ", blocks[0].prefix)
	assert.Equal(t, "Barn", blocks[0].word)
	assert.Equal(t, 2, blocks[0].count)
	assert.Equal(t, "Alder", blocks[0].questions[0].label)

	for name, headings := range map[string][]string{
		"numbers of questions": {"q1_alder", "q1_timer", "q2_alder", "q2_timer"},
		"one question":         {"barn1_alder", "barn2_alder"},
		"a grid":               {"mad_1", "mad_2", "rum_1", "rum_2"},
		"a block lacks one":    {"barn1_alder", "barn1_timer", "barn2_alder"},
		"begins at 2":          {"barn2_alder", "barn2_timer", "barn3_alder", "barn3_timer"},
	} {
		assert.Empty(t, findBlocks(mapped(headings...)), name)
	}
}

func TestNumberBands(t *testing.T) {
	bands := func(numbers ...float64) []string {
		tab := &tabulator{starter: &starter{words: startWords["en"]}}
		var labels []string
		missing := make([]survey.Missing, len(numbers))
		for _, b := range tab.numberBands(survey.NewNumber(survey.Variable{Name: "n", Kind: survey.KindInteger}, numbers, missing)) {
			labels = append(labels, b.label)
		}
		return labels
	}
	var ages []float64 // 21 to 60: quarters begin at 31, 41 and 51
	for n := 21; n <= 60; n++ {
		ages = append(ages, float64(n))
	}
	assert.Equal(t, []string{"30 or less", "31–40", "41–50", "51 or more"}, bands(ages...))
	assert.Equal(t, []string{"1", "2"}, bands(1, 1, 1, 1, 1, 2, 2, 2, 2, 2), "few values, five answers to each on average")
	assert.Nil(t, bands(1, 2, 3), "too few answers to cut")
	assert.Nil(t, bands(append(ages, 20.5)...), "not whole")
}

func TestOptionsIn(t *testing.T) {
	options := func(texts ...string) int {
		d, err := survey.NewDataset("respondents", len(texts), survey.Origin{Rows: make([]int, len(texts))}, survey.NewText(survey.Variable{Name: "t"}, texts, make([]survey.Missing, len(texts))))
		require.NoError(t, err)
		return len(wordsOf("plain", platform.MappedVariable{Name: "t", Kind: "text", Role: "answer", Columns: []string{"t"}}, d).options())
	}
	assert.Equal(t, 2, options("Ja", "Nej", "Ja", "nej", "ja", "Nej"))
	assert.Zero(t, options("Ja", "Ja", "Ja", "Nej", "Nej"), "two persons' own words are no option")
	long := strings.Repeat("x", 61)
	assert.Zero(t, options(long, long, long))
	assert.Zero(t, options("010160-4107", "010160-4107", "010160-4107"))
}
