package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// TestBrokenExample breaks a copy of the worked example in seven ways at once.
// Each gives one line with its address, nothing is written, and the condition
// text stands nowhere.
func TestBrokenExample(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "study")
	require.NoError(t, os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata", "par56-2015"))))

	answers := edit(t, filepath.Join(dir, "data", "jobcentres.xlsx"))
	set := func(variable string, row int, value any) string {
		at, err := excelize.CoordinatesToCellName(answers.column(variable), row)
		require.NoError(t, err)
		require.NoError(t, answers.SetCellValue("Dataset", at, value))
		return at
	}
	row := answers.completed()
	size := set("s1_stoerrelse", row, "51-99")
	refunds := set("s2_refusion", row, "mange")
	text := set("s1_lidelse", row, strings.Repeat("Fortrolig lidelse ", 1700)[:30000])
	formula := set("s3_refusion", row, nil)
	require.NoError(t, answers.SetCellFormula("Dataset", formula, "1+1"))
	require.NoError(t, answers.Save())

	frame := edit(t, filepath.Join(dir, "data", "frame.xlsx"))
	require.NoError(t, frame.SetSheetName("Kommuner", "Ark1"))
	require.NoError(t, frame.Save())

	replace(t, filepath.Join(dir, "study.yaml"), "    draw: 3\n", "    draw: 3\n    stratums: region\n")
	replace(t, filepath.Join(dir, "study.yaml"), "    rows: industry\n", "    rows: branche\n")

	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	code := run([]string{"report", dir, "--out", out}, &stdout, &stderr)

	assert.Equal(t, exitProblems, code)
	assert.Empty(t, stdout.String())
	assert.NoDirExists(t, out)
	assert.NotContains(t, stderr.String(), "Fortrolig")
	got := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	want := []string{
		`frame.xlsx: no sheet "Kommuner"; the workbook has "Jobcentre", "Ark1", "Om data"`,
		`jobcentres.xlsx: 'Dataset'!` + size + `: firm_size: got "51-99", want one of "Under 50 ansatte", "Mellem 50 og 100 ansatte", "Mere end 100 ansatte", "Ved ikke"`,
		`jobcentres.xlsx: 'Dataset'!` + text + `: condition_text: got text of 30,000 characters, want at most 2,000 (text withheld)`,
		`jobcentres.xlsx: 'Dataset'!` + refunds + `: refunds: got "mange", want a whole number`,
		`jobcentres.xlsx: 'Dataset'!` + formula + `: refunds: formula has no stored value; open and save the workbook in Excel`,
		`study.yaml:51:5: designs.cases: unknown key "stratums"; did you mean "strata"?`,
		`table industry: no variable "branche" in sample cases; did you mean "industry"?`,
	}
	slices.Sort(got)
	slices.Sort(want)
	assert.Equal(t, want, got)
}

type edited struct {
	*excelize.File
	t *testing.T
}

func edit(t *testing.T, path string) edited {
	t.Helper()
	f, err := excelize.OpenFile(path)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, f.Close()) })
	return edited{f, t}
}

// column returns the number of the column of Dataset headed so.
func (e edited) column(heading string) int {
	rows, err := e.GetRows("Dataset")
	require.NoError(e.t, err)
	i := slices.Index(rows[0], heading)
	require.GreaterOrEqual(e.t, i, 0, heading)
	return i + 1
}

// completed returns the sheet row of the first jobcentre with cases.
func (e edited) completed() int {
	rows, err := e.GetRows("Dataset")
	require.NoError(e.t, err)
	done := e.column("statoverall_4") - 1
	for i, row := range rows {
		if row[done] == "1" {
			return i + 1
		}
	}
	require.Fail(e.t, "nobody completed")
	return 0
}

func replace(t *testing.T, path, before, after string) {
	t.Helper()
	source, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(source), before), "%s in %s", before, path)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(source), before, after, 1)), 0o644))
}
