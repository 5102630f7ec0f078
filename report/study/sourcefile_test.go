package study

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/survey/platform"
)

// Every mapping that is written is read as the same.
func TestMappingRoundTrip(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "survey", "platform", "testdata", "*", "*.csv"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		r, err := ReadFile([]string{file}, FileOptions{MaskCPR: true})
		require.NoError(t, err, file)
		if r.layout == nil {
			continue
		}
		s := newStudy(filepath.Join(t.TempDir(), "study.yaml"))
		require.NoError(t, r.WriteMapping(s.inputs.path("mapping.yaml")), file)
		m, err := s.mapping(source{Mapping: "mapping.yaml"})
		require.NoError(t, err, file)
		want := plainMapping(r.layout.Mapping())
		assert.Equal(t, want, plainMapping(*m), file)
	}
}

// plainMapping has nil for lists that are empty.
func plainMapping(m platform.Mapping) platform.Mapping {
	for i := range m.Variables {
		v := &m.Variables[i]
		if len(v.Options) == 0 {
			v.Options = nil
		}
	}
	for i := range m.Status.Rules {
		if len(m.Status.Rules[i].Values) == 0 {
			m.Status.Rules[i].Values = nil
		}
	}
	return m
}

// A study's encrypted workbook is opened with the password in the environment.
func TestStudyPassword(t *testing.T) {
	dir := folder(t, map[string]string{"study.yaml": "study: x\nsources: {offices: {file: svar.xlsx}}\n"})
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetRow("Sheet1", "A1", &[]any{"office", "size"}))
	require.NoError(t, f.SetSheetRow("Sheet1", "A2", &[]any{"Aarhus", 12}))
	require.NoError(t, f.SaveAs(filepath.Join(dir, "svar.xlsx"), excelize.Options{Password: "hemmelig"}))
	require.NoError(t, f.Close())
	s, err := Load(dir)
	require.NoError(t, err)
	_, err = s.Read(nil)
	require.ErrorContains(t, err, passwordVariable)
	t.Setenv(passwordVariable, "hemmelig")
	data, err := s.Read(nil)
	require.NoError(t, err)
	assert.Equal(t, 1, data.Datasets["offices"].Rows())
}

// So are those of a folder, of cases and of respondents.
func TestFolderPassword(t *testing.T) {
	dir := folder(t, map[string]string{"study.yaml": "study: x\nsources:\n  offices: {folder: svar, id: office}\n  cases: {folder: sager, to: offices, link: office, respondent: file name}\n"})
	encrypted := func(path string, rows ...[]any) {
		f := excelize.NewFile()
		for i, row := range rows {
			require.NoError(t, f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row))
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, f.SaveAs(path, excelize.Options{Password: "hemmelig"}))
		require.NoError(t, f.Close())
	}
	encrypted(filepath.Join(dir, "svar", "1.xlsx"), []any{"office", "size"}, []any{"Aarhus", 12})
	encrypted(filepath.Join(dir, "svar", "2.xlsx"), []any{"office", "size"}, []any{"Ribe", 4})
	encrypted(filepath.Join(dir, "sager", "Ribe.xlsx"), []any{"year", "refunds"}, []any{2014, 3}, []any{2015, 1})
	s, err := Load(dir)
	require.NoError(t, err)
	_, err = s.Read(nil)
	for _, file := range []string{"1.xlsx", "2.xlsx"} {
		assert.ErrorContains(t, err, file+": ", "each file is said")
	}
	require.ErrorContains(t, err, passwordVariable)
	t.Setenv(passwordVariable, "hemmelig")
	data, err := s.Read(nil)
	require.NoError(t, err)
	assert.Equal(t, 2, data.Datasets["offices"].Rows())
	assert.Equal(t, 2, data.Datasets["cases"].Rows())
	assert.Equal(t, []int{1, 1}, data.Datasets["cases"].Respondents())
}
