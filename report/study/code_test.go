package study

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCodings(t *testing.T) {
	s, err := Load(folder(t, smallFiles()))
	require.NoError(t, err)
	rows, err := s.Codings("", nil)
	require.NoError(t, err)
	require.Len(t, rows, 2, "the third case has no text")
	assert.Equal(t, "1", rows[0].ID)
	assert.Equal(t, "gigt", rows[0].Text)
	assert.Equal(t, "other", rows[1].Coding.Category)

	_, err = s.Codings("conditions", nil)
	assert.EqualError(t, err, `study.yaml: no coding "conditions"; did you mean "condition"?`)
}

// Rows that nothing identifies are told by their number.
func TestCodingsWithoutID(t *testing.T) {
	study := strings.NewReplacer(", id: number", "", ", decisions: decisions.csv", "").Replace(smallStudy)
	s, err := Load(folder(t, with(smallFiles(), map[string]string{"study.yaml": study})))
	require.NoError(t, err)
	rows, err := s.Codings("condition", nil)
	require.NoError(t, err)
	assert.Equal(t, "2", rows[1].ID)
}

func TestCodeFile(t *testing.T) {
	path := filepath.Join(folder(t, map[string]string{"texts.csv": "id;lidelse\n7;gigt\n8;\n"}), "texts.csv")
	var rows []CodedRow
	keep := func(r CodedRow) error {
		rows = append(rows, r)
		return nil
	}
	err := CodeFile(path, "lidelse", "danish/condition", false, keep)
	require.NoError(t, err)
	require.Len(t, rows, 2, "a row without a text is a row")
	assert.Equal(t, "2", rows[1].ID)
	assert.Empty(t, rows[1].Coding.Category)

	err = CodeFile(path, "", "danish/condition", false, keep)
	assert.EqualError(t, err, `texts.csv: no column "text" in the first row; there is "id", "lidelse"`)
	err = CodeFile(path, "lidelser", "danish/condition", false, keep)
	assert.EqualError(t, err, `texts.csv: no column "lidelser" in the first row; did you mean "lidelse"?`)
	err = CodeFile(path, "lidelse", "danish/weather", false, keep)
	assert.ErrorContains(t, err, "scheme: ")
	err = CodeFile(path, "lidelse", "danish/condition", false, func(CodedRow) error { return os.ErrClosed })
	assert.ErrorIs(t, err, os.ErrClosed)
}

// Rows without a cell are rows; those below the last text are none.
func TestCodeFileBlankRows(t *testing.T) {
	path := filepath.Join(folder(t, map[string]string{"texts.csv": "lidelse;nr\ngigt;1\n;2\n\ngigt;\n  ;\n\n"}), "texts.csv")
	var got []string
	require.NoError(t, CodeFile(path, "lidelse", "danish/condition", false, func(r CodedRow) error {
		got = append(got, r.ID+r.Coding.Category)
		return nil
	}))
	assert.Equal(t, []string{"1physical", "2", "3", "4physical"}, got)
}
