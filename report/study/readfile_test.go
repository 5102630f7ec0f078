package study_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/report/study"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// A workbook with a password is opened with the one given or asked for, and
// otherwise says where to put it.
func TestReadFilePassword(t *testing.T) {
	path := filepath.Join(t.TempDir(), "svar.xlsx")
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"center", "size"}))
	require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]any{"Aarhus", 12}))
	require.NoError(t, f.SaveAs(path, excelize.Options{Password: "hemmelig"}))
	require.NoError(t, f.Close())

	asked := ""
	ask := func(answer string) func(string) (string, error) {
		return func(file string) (string, error) { asked = file; return answer, nil }
	}
	for name, c := range map[string]struct {
		options study.FileOptions
		want    string // in the problem, or "" where it is read
	}{
		"given":       {study.FileOptions{Password: "hemmelig"}, ""},
		"asked for":   {study.FileOptions{Ask: ask("hemmelig")}, ""},
		"asked again": {study.FileOptions{Password: "forkert", Ask: ask("hemmelig")}, ""},
		"no answer":   {study.FileOptions{Ask: ask("")}, "STIKPROVE_PASSWORD"},
		"nobody":      {study.FileOptions{}, "STIKPROVE_PASSWORD"},
		"wrong":       {study.FileOptions{Password: "forkert"}, "does not open the workbook"},
	} {
		asked = ""
		r, err := study.ReadFile([]string{path}, c.options)
		require.NoError(t, err, name)
		if c.want == "" {
			require.Empty(t, r.Problems, name)
			assert.Equal(t, 1, r.Units[0].Rows(), name)
		} else {
			require.Len(t, r.Problems, 1, name)
			assert.Contains(t, r.Problems[0].Message, c.want, name)
			assert.NotContains(t, r.Problems[0].Message, "hemmelig")
		}
		if c.options.Ask != nil {
			assert.Equal(t, "svar.xlsx", asked, name)
		}
	}
}

// No message repeats a CPR number, whatever column it stands in.
func TestReadFileHidesCPR(t *testing.T) {
	dir := t.TempDir()
	path, instrument := filepath.Join(dir, "svar.xlsx"), filepath.Join(dir, "form.xlsx")
	require.NoError(t, sheet.Write(instrument, sheet.Properties{}, sheet.Sheet{Name: "survey", Rows: [][]any{
		{"type", "name", "label"}, {"integer", "size", "Ansatte"},
	}}))
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Svar", Rows: [][]any{{"size", "Note"}, {"070761-4285", "x"}}}))
	r, err := study.ReadFile([]string{path}, study.FileOptions{Instrument: instrument})
	require.NoError(t, err)
	require.Len(t, r.Problems, 1)
	assert.Contains(t, r.Problems[0].String(), `svar.xlsx: 'Svar'!A2: size: got "xxxxxx-xxxx", want a whole number`)
}

func TestWriteCleanCSV(t *testing.T) {
	v := func(name string, kind survey.Kind, role survey.Role) survey.Variable {
		return survey.Variable{Name: name, Label: survey.Words(name), Kind: kind, Role: role}
	}
	several := v("m", survey.KindMultiple, survey.RoleAnswer)
	several.Options = []survey.Option{{Name: "a", Code: "1"}, {Name: "b", Code: "2"}}
	single := v("s", survey.KindSingle, survey.RoleAnswer)
	single.Options = []survey.Option{{Name: "a", Code: "01"}, {Name: "b", Code: "-99"}}
	absences := []survey.Missing{survey.Present, survey.NotAsked, survey.NotReturned, survey.NotAnswered}
	d, err := survey.NewDataset("rows", 4, survey.Origin{},
		survey.NewText(v("m_1", survey.KindText, survey.RoleAnswer), []string{"=HYPERLINK(1)", "-5", "-", "a\nb;\"c\""}, nil),
		survey.NewMultiple(several, []uint64{2, 0, 0, 0}, absences),
		survey.NewSingle(single, []int16{1, 0, 0, 0}, nil),
		survey.NewNumber(v("n", survey.KindDecimal, survey.RoleWeight), []float64{0.1, 0, 0, 0}, absences),
		survey.NewNumber(v("d", survey.KindDate, survey.RoleAnswer), []float64{16525, 0, 0, 0}, absences),
		survey.NewText(v("p", survey.KindText, survey.RolePersonal), []string{"Hansen", "Hansen", "Hansen", "Hansen"}, nil),
		survey.NewText(v("c", survey.KindText, survey.RoleCoded), []string{"ryg", "ryg", "ryg", "ryg"}, nil))
	require.NoError(t, err)

	path := filepath.Join(t.TempDir(), "out.csv")
	files, err := study.WriteClean(path, []*survey.Dataset{d}, study.CleanOptions{})
	require.NoError(t, err)
	assert.Equal(t, []string{"out.csv", "out-codebook.csv"}, files)
	written, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "\ufeff"+strings.ReplaceAll(`m_1,m_1_2,m_2,s,n,d
'=HYPERLINK(1),0,1,-99,0.1,2015-03-31
-5,.a,.a,01,.a,.a
-,.b,.b,01,.b,.b
"a
b;""c""",,,01,,
`, "\n", "\r\n"), string(written))

	_, err = study.WriteClean(filepath.Join(t.TempDir(), "out.sav"), []*survey.Dataset{d}, study.CleanOptions{})
	assert.EqualError(t, err, "out.sav: want a name that ends in .csv or .xlsx")
}
