package form_test

import (
	"io"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/form"
	"stikprove/survey/sheet"
)

// FuzzRead puts any text in the cells of a form. An instrument that is read
// has names for everything, and is the same once written; nothing panics.
func FuzzRead(f *testing.F) {
	f.Add("select_multiple l or_other", "q", "label::Dansk (da)", "selected(.,'1')", "s{i}_", "1")
	f.Add("begin_repeat", "case", "label:English", "${q}='1'", "{code}", "3")
	f.Add("end group", "q", "hint..(", "", "", "-999.0")
	f.Add("text", "\u00a0", "name", "${", "export", "order")
	path := filepath.Join(f.TempDir(), "form.xlsx")
	f.Fuzz(func(t *testing.T, kind, name, heading, rule, export, choice string) {
		err := sheet.Write(path, sheet.Properties{},
			sheet.Sheet{Name: "survey", Rows: [][]any{
				{"type", "name", "label", heading, "relevant", "export", "repeat_count", "calculation"},
				{"begin_group", "g", "G", name, rule},
				{"select_one l", "q", "Q", heading, rule, export},
				{"end_group"},
				{kind, name, heading, rule, rule, export, choice, rule},
				{"integer", "n", choice},
				{"note", choice, rule, heading, rule},
				{"calculate", export, name, heading, "", choice, "", rule},
				{"end_repeat"},
			}},
			sheet.Sheet{Name: "choices", Rows: [][]any{
				{"list_name", "name", "label", "code", "missing", "exclusive", "order", heading},
				{"l", "1", "One", "1", choice, "yes", choice}, {"l", choice, name, kind},
			}},
			sheet.Sheet{Name: "settings", Rows: [][]any{{"form_title", "default_language"}, {name, heading}}})
		if err != nil {
			t.Skip() // more text than a cell holds
		}
		in, _, err := form.Read(path)
		if err != nil {
			return
		}
		for _, q := range in.Questions {
			require.NotEmpty(t, q.Name)
			assert.NotEmpty(t, q.Label)
			assert.NotEmpty(t, q.Export)
			if q.Roster != "" {
				assert.Contains(t, q.Export, "{i}")
			}
		}
		out := filepath.Join(t.TempDir(), "out.xlsx")
		require.NoError(t, form.Write(out, in), "what was read can be written")
		again, _, err := form.Read(out)
		require.NoError(t, err)
		require.Equal(t, in, again)
		require.NoError(t, form.Print(io.Discard, in, "da"))
		for i, a := range in.Asides {
			require.NotEmpty(t, a.Name)
			require.LessOrEqual(t, a.Before, len(in.Questions))
			require.True(t, i == 0 || in.Asides[i-1].Before <= a.Before)
		}
	})
}
