package platform_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

var update = flag.Bool("update", false, "rewrite what files in testdata read as")

// exampleFolders hold exports, as patterns below testdata.
var exampleFolders = []string{"made", filepath.Join("public", "*")}

// The files in testdata/made are written after the layouts that guides and
// readers describe; those in testdata/public came from elsewhere, see its
// README. Beside each stands what it reads as.
func TestReadFiles(t *testing.T) {
	for _, folder := range exampleFolders {
		files, err := filepath.Glob(filepath.Join("testdata", folder, "*.csv"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".csv")
			if isBeside(name) {
				continue
			}
			t.Run(filepath.Base(folder)+"/"+name, func(t *testing.T) {
				want := strings.TrimSuffix(file, ".csv") + ".txt"
				got := described(t, file)
				if *update {
					require.NoError(t, os.WriteFile(want, []byte(got), 0o644))
				}
				golden, err := os.ReadFile(want)
				require.NoError(t, err)
				assert.Equal(t, string(golden), got)
			})
		}
	}
}

// isBeside reports whether a file describes the answers in another.
func isBeside(name string) bool {
	for _, part := range []string{"_dictionary", "_labels_file", "_structure"} {
		if strings.HasSuffix(name, part) {
			return true
		}
	}
	return false
}

func open(t *testing.T, path string) *sheet.Workbook {
	t.Helper()
	w, err := sheet.Open(path)
	require.NoError(t, err)
	return w
}

// recognise recognises a file with what stands beside it.
func recognise(t *testing.T, file string) *platform.Layout {
	t.Helper()
	var beside []*sheet.Workbook
	for _, part := range []string{"_dictionary", "_labels_file", "_structure"} {
		path := strings.TrimSuffix(file, ".csv") + part + ".csv"
		if _, err := os.Stat(path); err == nil {
			beside = append(beside, open(t, path))
		}
	}
	l, err := platform.Recognise(open(t, file), "", beside...)
	require.NoError(t, err)
	return l
}

// described says everything that a file reads as, and checks that the mapping
// reads it as the same.
func described(t *testing.T, file string) string {
	t.Helper()
	l := recognise(t, file)
	d, err := platform.Read(open(t, file), l, nil, "rows")
	require.NoError(t, err)
	a := l.Account()
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %.2f, by %s\nrows: %d above, %d of headings, %d blank, %d read\n", l.Platform, l.Confidence, l.By, a.Above, a.Headings, a.Blank, a.Read)
	for _, g := range l.Guesses()[1:] {
		b.WriteString("guess: " + g + "\n")
	}
	for _, n := range d.Notes() {
		b.WriteString("note: " + n.String() + "\n")
	}
	mapping := l.Mapping()
	b.WriteString(dumped(d, mapping))

	again, err := platform.ReadMapped(open(t, file), mapping, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, dumped(d, mapping), dumped(again, mapping), "read by the mapping")
	return b.String()
}

// dumped writes a dataset, a variable each.
func dumped(d *survey.Dataset, m platform.Mapping) string {
	var b strings.Builder
	for _, c := range d.Columns() {
		fmt.Fprintf(&b, "%s (%s", c.Name, c.Kind)
		for _, v := range m.Variables {
			if v.Name != c.Name {
				continue
			}
			if v.Role != "answer" {
				b.WriteString(", " + v.Role)
			}
			if v.OtherOf != "" {
				b.WriteString(", " + v.OtherOption + " of " + v.OtherOf)
			}
		}
		fmt.Fprintf(&b, ") %s\n", c.Label.In("da"))
		for _, o := range c.Options {
			if c.Name != "status" {
				fmt.Fprintf(&b, "  %s = %s", o.Name, o.Label.In("da"))
				if o.Meaning != survey.Substantive {
					fmt.Fprintf(&b, " (%d)", o.Meaning)
				}
				b.WriteString("\n")
			}
		}
		b.WriteString("  " + values(c) + "\n")
	}
	return b.String()
}

// Microsoft Forms in a workbook has dates as Excel has them, and headings in
// the language of the user's office.
func TestMicrosoftFormsWorkbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "svar.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Form1", Rows: [][]any{
		{"Id", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn", "Hvilke tiltag?"},
		{1, day, day, "anonymous", nil, "Mentor;Praktik;"},
		{2, day, day, "anonymous", nil, "Praktik;"},
	}}))
	l, d := guessed(t, path)
	assert.Equal(t, "msforms", l.Platform)
	assert.Equal(t, "2015-03-01|2015-03-01", values(d.Column("submitted")))
	assert.Equal(t, "Mentor Praktik|Praktik", values(d.Column("hvilke_tiltag")))
	assert.Equal(t, survey.RolePersonal, d.Column("Mail").Role)
}

// LimeSurvey writes -oth- for the option that a text goes with.
func TestLimeSurveyOther(t *testing.T) {
	l, d := guessed(t, csv(t, `"id","submitdate","lastpage","startlanguage","q","q[other]"`, `"1","2015-03-02 10:00:00","3","da","A1",""`,
		`"2","2015-03-02 10:00:00","3","da","-oth-","Coach"`, `"3","2015-03-02 10:00:00","3","da","A1",""`, `"4","2015-03-02 10:00:00","3","da","-oth-","Ven"`))
	assert.Equal(t, "A1|-oth-|A1|-oth-", values(d.Column("q")))
	for _, v := range l.Mapping().Variables {
		if v.Name == "q_other" {
			assert.Equal(t, "q -oth-", v.OtherOf+" "+v.OtherOption)
		}
	}
}
