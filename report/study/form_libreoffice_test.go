package study_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/report/study"
	"stikprove/survey"
)

// pythonWithUNO returns a Python that can drive LibreOffice, and skips the test
// where there is none.
func pythonWithUNO(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not installed")
	}
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import uno").Run() == nil {
			return python
		}
	}
	t.Skip("no Python with LibreOffice's uno")
	return ""
}

// typed is what people wrote in one form: sheet, cell and words.
type typed [][3]string

// formStudy makes a study of the worked example's instrument with a frame of
// two respondents, and returns its folder.
func formStudy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	instrument, err := os.ReadFile(filepath.Join("..", "..", "testdata", "par56-2015", "instrument.xlsx"))
	require.NoError(t, err)
	for name, content := range map[string]string{
		"instrument.xlsx": string(instrument),
		"frame.csv":       "jobcentre\nÆrø\nAarhus\n",
		"study.yaml": "study: Trial\nlanguage: da\ninstrument: instrument.xlsx\nframe: {file: frame.csv, id: jobcentre, for: jobcentres}\n" +
			"sources:\n  jobcentres: {folder: svar}\n  cases: {from: jobcentres, roster: case}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666))
	}
	s, err := study.Load(dir)
	require.NoError(t, err)
	forms, err := s.Forms(study.FormOptions{Out: filepath.Join(dir, "forms")})
	require.NoError(t, err)
	require.Equal(t, []string{"Ærø.xlsx", "Aarhus.xlsx"}, forms.Files)
	return dir
}

// answersOf is what the two respondents type, by the rows of the form that its
// hidden first column names.
var answersOf = map[string][][3]string{
	"Ærø.xlsx": {
		{"Skema", "has_consultants", "Ja"}, {"Skema", "consultants", "7"}, {"Skema", "caseworkers_reach_out", "Ja"},
		{"Skema", "caseworkers_percent", "12.5"}, {"Skema", "early_percent", "0"}, {"Skema", "early_contact", "Ja"},
		{"Skema", "contact_when", "Når det er relevant"}, {"Skema", "contact_text", "1-2 møder; \"åbent\" for Øer"},
		{"Sag", "sick_pay_case", "Ja"}, {"Sag", "first_made", "2015-03-31"}, {"Sag", "measures/other", "x"}, {"Sag", "measures/mentor", "x"},
		{"Sag", "measures_other", "007"}, {"Sag", "changes/tasks", "x"}, {"Sag", "refunds", "3"}, {"Sag", "refund_pattern", "Ved ikke"}, {"Sag", "flexjob", "Nej"},
		{"Sag", "firm_size", "Under 50 ansatte"}, {"Sag", "industry", "Bygge og anlæg"}, {"Sag", "job_title", "Tømrer"}, {"Sag", "work_kind", "2015-01-02"}, {"Sag", "condition_text", "Ryg"},
	},
	"Aarhus.xlsx": {{"Skema", "has_consultants", "Nej"}, {"Skema", "caseworkers_reach_out", "Ved ikke"}, {"Skema", "early_contact", "Nej"}},
}

// cellsOf returns what is typed in a form with each cell's address.
func cellsOf(t *testing.T, form, name string) typed {
	t.Helper()
	f, err := excelize.OpenFile(form)
	require.NoError(t, err)
	defer f.Close()
	var out typed
	for _, a := range answersOf[name] {
		rows, err := f.GetRows(a[0])
		require.NoError(t, err)
		for i, cells := range rows {
			if len(cells) > 0 && cells[0] == a[1] {
				cell, err := excelize.CoordinatesToCellName(6, i+1)
				require.NoError(t, err)
				out = append(out, [3]string{a[0], cell, a[2]})
			}
		}
	}
	require.Len(t, out, len(answersOf[name]), "every question has its row")
	return out
}

// clean returns the dataset of the forms in svar as `read --to` writes it.
func clean(t *testing.T, dir string) string {
	t.Helper()
	s, err := study.Load(dir)
	require.NoError(t, err)
	data, err := s.Read(nil)
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "clean.csv")
	names, err := study.WriteClean(out, []*survey.Dataset{data.Datasets["jobcentres"], data.Datasets["cases"]}, study.CleanOptions{Language: "da", Texts: true})
	require.NoError(t, err)
	var all strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(filepath.Join(filepath.Dir(out), name))
		require.NoError(t, err)
		all.WriteString("== " + name + "\n" + string(content))
	}
	return all.String()
}

// Forms that people filled in in LibreOffice, saved as .xlsx and as .ods, give
// the dataset that the same answers give where this program's own library wrote
// them, byte for byte.
func TestFormsFilledInLibreOffice(t *testing.T) {
	python := pythonWithUNO(t)
	dir := formStudy(t)
	svar := filepath.Join(dir, "svar")
	require.NoError(t, os.Mkdir(svar, 0o777))

	type job struct {
		From string   `json:"from"`
		To   []string `json:"to"`
		Type typed    `json:"type"`
	}
	var jobs []job
	office := t.TempDir()
	for _, name := range []string{"Ærø.xlsx", "Aarhus.xlsx"} {
		form := filepath.Join(dir, "forms", name)
		cells := cellsOf(t, form, name)
		to := filepath.Join(office, name)
		jobs = append(jobs, job{form, []string{to, strings.TrimSuffix(to, ".xlsx") + ".ods"}, cells})

		f, err := excelize.OpenFile(form)
		require.NoError(t, err)
		for _, c := range cells {
			var value any = c[2]
			switch c[2] {
			case "7", "0", "3":
				value = int(c[2][0] - '0')
			case "12.5":
				value = 12.5
			case "2015-03-31":
				value = time.Date(2015, 3, 31, 0, 0, 0, 0, time.UTC)
			}
			require.NoError(t, f.SetCellValue(c[0], c[1], value))
		}
		require.NoError(t, f.SaveAs(filepath.Join(svar, name)))
		require.NoError(t, f.Close())
	}
	want := clean(t, dir)
	assert.Contains(t, want, "Tømrer")

	plan := filepath.Join(office, "jobs.json")
	content, err := json.Marshal(jobs)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(plan, content, 0o666))
	said, err := exec.Command(python, filepath.Join("testdata", "libreoffice", "fill.py"), filepath.Join(office, "profile"), plan).CombinedOutput()
	require.NoError(t, err, string(said))

	for _, ending := range []string{".xlsx", ".ods"} {
		require.NoError(t, os.RemoveAll(svar))
		require.NoError(t, os.Mkdir(svar, 0o777))
		for _, name := range []string{"Ærø", "Aarhus"} {
			content, err := os.ReadFile(filepath.Join(office, name+ending))
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(svar, name+ending), content, 0o666))
		}
		assert.Equal(t, want, clean(t, dir), ending)
	}
}
