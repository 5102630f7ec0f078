package platform_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// What is not taken is said: sheets, files, times of day, unknown statuses.

func TestSheetsNotRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "svar.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{},
		sheet.Sheet{Name: "Svar", Rows: [][]any{{"a"}, {1}}},
		sheet.Sheet{Name: "Ark2", Rows: nil},
		sheet.Sheet{Name: "Resten", Rows: [][]any{{"a"}, {2}}}))
	guesses, _ := said(t, path)
	assert.Contains(t, guesses, `sheet "Svar" is read, being the first; not read: "Resten"`)
	l, err := platform.Recognise(open(t, path), "Resten")
	require.NoError(t, err)
	assert.Len(t, l.Guesses(), 1, "the sheet was asked for")
}

func TestFilesNotRead(t *testing.T) {
	answers, other := open(t, csv(t, "a;b", "1;2")), open(t, csv(t, "c;d", "3;4"))
	l, err := platform.Recognise(answers, "", other)
	require.NoError(t, err)
	_, err = platform.Read(answers, l, nil, "rows")
	assert.EqualError(t, err, "svar.csv: the file does not describe the answers in svar.csv; read it by itself, or name it first if it holds the answers")
}

func TestTimesOfDayLeftOut(t *testing.T) {
	_, d := said(t, csv(t, "a;b;c", "1;31/03/2015 21.15.26;2015-03-31 00:00:00", "2;01/04/2015;2015-03-31T00:00:00Z"))
	assert.Equal(t, "svar.csv: b: dates with a time of day, which is left out: 1", notesOf(d), "midnight is none")
}

func TestUnknownStatus(t *testing.T) {
	_, d := said(t, csv(t, "lfdn;dispcode;v_1", "1;31;1", "2;99;2", "3;99;1"))
	assert.Equal(t, "completed|not_answered|not_answered", values(d.Column("status")))
	assert.Contains(t, notesOf(d), `svar.csv: B3: status: it is not known how far respondents with "99" came, so that it is left open; rows: 2; say it in the mapping`)
}

// 1.234 is a thousand to a Dane; 1.23 and 0.125 are not.
func TestPoint12PointsBetweenThousands(t *testing.T) {
	guesses, d := said(t, csv(t, "a;b;c", "1.234;1.234;0.125", "2.500;1.23;-0.250"))
	assert.Equal(t, "1.234|2.500", values(d.Column("a")))
	assert.Equal(t, "1.234|1.23", values(d.Column("b")))
	assert.Equal(t, "0.125|-0.25", values(d.Column("c")))
	assert.Contains(t, guesses, `"a": the point may be a decimal point or stand between thousands; read as text, and as a decimal point where the questionnaire asks for a number`)
	guesses, d = said(t, csv(t, "a;b", "1.234,5;1,5", "2.500;2.5"))
	assert.Equal(t, "1234.5|2500", values(d.Column("a")), "the comma of another row tells")
	assert.Equal(t, "1,5|2.5", values(d.Column("b")))
	assert.Contains(t, guesses, `"b": numbers with decimal points and with commas; read as text`)
}

func TestPoint12DecimalCommaToldByTheStudy(t *testing.T) {
	comma := true
	w, err := sheet.OpenWith(csv(t, "a;b", "2.500;1.25", "3.250;2"), sheet.Options{DecimalComma: &comma})
	require.NoError(t, err)
	assert.Equal(t, []int{1}, w.Dialect().DecimalComma)
	l, err := platform.Recognise(w, "")
	require.NoError(t, err)
	d, err := platform.Read(w, l, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, "2500|3250", values(d.Column("a")))
}

// A nought is an answer to a question of how many, and none where it stands
// for an option.
func TestNoughtIsAnAnswer(t *testing.T) {
	in := &survey.Instrument{Questions: []survey.Question{
		{Variable: survey.Variable{Name: "id", Role: survey.RoleID}, Export: "id"},
		{Variable: survey.Variable{Name: "n", Kind: survey.KindInteger}, Export: "n"},
		{Variable: survey.Variable{Name: "m", Kind: survey.KindMultiple, Options: []survey.Option{{Name: "a", Code: "1"}, {Name: "b", Code: "2"}}}, Export: "m_{code}"},
	}}
	w := open(t, csv(t, "id;n;m_1;m_2", "Aarhus;0;0;0", "Ribe;;0;0", "aarhus;2;0;1"))
	l, err := platform.Recognise(w, "")
	require.NoError(t, err)
	d, err := platform.Read(w, l, in, "centres")
	require.NoError(t, err)
	assert.Equal(t, "0|not_returned|2", values(d.Column("n")))
	assert.Contains(t, notesOf(d), "rows without an answer, taken for not returned: 1")
	assert.Contains(t, notesOf(d), `svar.csv: A4: id: "aarhus" differs from A2 in capital letters only, and counts as another respondent`)
}
