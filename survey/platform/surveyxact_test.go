package platform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// SurveyXact's three text files, tab-separated here.
const (
	xactDataset = "respondentid\tstatoverall_1\tstatoverall_2\tstatoverall_3\tstatoverall_4\tstatoverall_5\tkoen\ttiltag_1\ttiltag_2\ttiltag_9\ttiltag_9_andet\tstatcompletion_1\n" +
		"1001\t0\t0\t0\t1\t0\t1\t1\t0\t1\tGåtur, frisk luft\t1\n" +
		"1002\t0\t0\t1\t0\t0\t2\t0\t0\t0\t\t0\n" +
		"1003\t0\t1\t0\t0\t0\t\t0\t0\t0\t\t0\n" +
		"1004\t0\t0\t0\t1\t0\t3\t0\t0\t0\t\t1\n"
	xactLabels    = "koen\t2\tMand \nkoen\t1\tKvinde\nkoen\t3\tVed ikke\ntiltag_1\t0\tIkke valgt\ntiltag_1\t1\tValgt\nstatoverall_4\t1\tAbgeschlossen\n"
	xactStructure = "questionName\tvariableName\tquestionType\tsubType\tquestionText\tchoiceValue\tchoiceText\t\n" +
		"koen\tkoen\tClosed\tSingle\tKøn?\t1\tKvinde\n" +
		"koen\tkoen\tClosed\tSingle\tKøn?\t2\tMand\t\n" +
		"tiltag\ttiltag_1\tClosed\tMultiple\tHvilke tiltag?\t1\tMentor\n" +
		"tiltag\ttiltag_2\tClosed\tMultiple\tHvilke tiltag?\t2\tPraktik\n" +
		"tiltag\ttiltag_9\tClosed\tMultiple\tHvilke tiltag?\t9\tAndet, specificér\n" +
		"tiltag_9_andet\ttiltag_9_andet\tOpen\tString\tHvilke tiltag? - Andet, specificér:\t\t\n"
)

// Point 17 belongs to package sheet; that SurveyXact's files are read together
// in each of their encodings belongs here.
func TestSurveyXactTextFiles(t *testing.T) {
	semicolons := func(s string) string { return strings.ReplaceAll(s, "\t", ";") }
	commas := func(s string) string {
		var b strings.Builder
		for _, line := range strings.SplitAfter(s, "\n") {
			fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
			for i, f := range fields {
				if strings.Contains(f, ",") {
					fields[i] = `"` + f + `"`
				}
			}
			b.WriteString(strings.Join(fields, ","))
			if strings.HasSuffix(line, "\n") {
				b.WriteString("\n")
			}
		}
		return b.String()
	}
	windows := func(s string) string {
		encoded, err := charmap.Windows1252.NewEncoder().String(s)
		require.NoError(t, err)
		return encoded
	}
	utf16 := func(s string) string {
		encoded, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		require.NoError(t, err)
		return encoded
	}
	for name, encode := range map[string]func(string) string{
		"tab, UTF-16LE":           utf16,
		"semicolon, Windows-1252": func(s string) string { return windows(semicolons(s)) },
		"comma, Windows-1252":     func(s string) string { return windows(commas(s)) },
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			var files []*sheet.Workbook
			for _, f := range []struct{ name, text string }{{"structure.csv", xactStructure}, {"dataset.csv", xactDataset}, {"labels.csv", xactLabels}} {
				require.NoError(t, os.WriteFile(filepath.Join(folder, f.name), []byte(encode(f.text)), 0o600))
				files = append(files, open(t, filepath.Join(folder, f.name)))
			}
			// in any order
			l, err := platform.Recognise(files[0], "", files[1:]...)
			require.NoError(t, err)
			assert.Equal(t, "surveyxact", l.Platform)
			d, err := platform.Read(files[0], l, nil, "rows")
			require.NoError(t, err)
			checkXact(t, d)
			assert.Equal(t, "structure.csv labels.csv", l.Structure+" "+l.Labels)
			assert.Equal(t, "dataset.csv", d.Origin().File)

			again, err := platform.ReadMapped(files[1], l.Mapping(), nil, "rows")
			require.NoError(t, err)
			checkXact(t, again)
		})
	}
}

func checkXact(t *testing.T, d *survey.Dataset) {
	t.Helper()
	for name, want := range map[string]string{
		"respondentid": "1001|1002|1003|1004",
		"status":       "completed|partial|distributed|completed",
		"koen":         "1|2|not_returned|3",
		// 0 also for those who were never asked: believed of 1004 only
		"tiltag":         "1 9|not_answered|not_returned|",
		"tiltag_9_andet": "Gåtur, frisk luft|not_answered|not_returned|not_answered",
	} {
		require.NotNil(t, d.Column(name), name)
		assert.Equal(t, want, values(d.Column(name)), name)
	}
	assert.Equal(t, "Mand", d.Column("koen").Options[0].Label.In("da"), "in the order of Labels, without the blank")
	assert.Equal(t, "Hvilke tiltag?", d.Column("tiltag").Label.In("da"))
}

func TestSurveyXactDatasetAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dataset.csv")
	require.NoError(t, os.WriteFile(path, []byte(xactDataset), 0o600))
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	assert.Equal(t, "surveyxact", l.Platform)
	assert.Contains(t, strings.Join(l.Guesses(), "\n"), "give the workbook with Labels and Structure, or the three text files together")
	d, err := platform.Read(nil, l, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, "1 9|not_answered|not_returned|", values(d.Column("tiltag")))
}

// cell returns the address of a value.
func cell(d *survey.Dataset, row int, name string) string {
	return strings.TrimSuffix(d.Cell(row, name).String(), ": ")
}

// Above 256 columns the answers are on two sheets, and an older workbook has
// the sheet Variables.
func TestSurveyXactSplit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dataset.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{},
		sheet.Sheet{Name: "Labels", Rows: [][]any{{"a", 1, "Ja"}, {"b", 1, "Nej"}}},
		sheet.Sheet{Name: "Dataset(1)", Rows: [][]any{{"respondentid", "statoverall_4", "a"}, {1, 1, 1}, {2, 1, 1}}},
		sheet.Sheet{Name: "Dataset(2)", Rows: [][]any{{"respondentid", "b"}, {1, 1}, {2, 7}}},
		sheet.Sheet{Name: "Variables", Rows: [][]any{{"questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText"},
			{"a", "a", "Closed", "Single", "A?"}, {"b", "b", "Closed", "Single", "B?"}}}))
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(nil, l, nil, "rows")
	assert.EqualError(t, err, `dataset.xlsx: 'Dataset(2)'!B3: b: got 7, want one of "Nej"`)

	d, err := platform.Read(nil, l, nil, "rows")
	require.Error(t, err)
	assert.Equal(t, "dataset.xlsx: 'Dataset(2)'!B3: b", cell(d, 1, "b"))
	assert.Equal(t, "dataset.xlsx: 'Dataset(1)'!C3: a", cell(d, 1, "a"))
	assert.Equal(t, "dataset.xlsx: 'Dataset(2)'!B3: b", cell(d.Picked([]int{1}), 0, "b"))

	require.NoError(t, sheet.Write(path, sheet.Properties{},
		sheet.Sheet{Name: "Dataset(1)", Rows: [][]any{{"respondentid", "statoverall_4"}, {1, 1}, {2, 1}}},
		sheet.Sheet{Name: "Dataset(2)", Rows: [][]any{{"b"}, {1}}}))
	_, err = platform.Recognise(open(t, path), "")
	assert.EqualError(t, err, "dataset.xlsx: 'Dataset(2)': 1 rows of answers, want 2 as in sheet Dataset(1)")
}
