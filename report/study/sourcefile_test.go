package study

import (
	"path/filepath"
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
