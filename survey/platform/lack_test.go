package platform_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// answers is an export without problems.
func answers() [][]any {
	return [][]any{
		columns,
		row(1001, 4, "Aarhus", 1, 2, 0, 0, day, 1, 0, 0, "Ryg", day, 0, 0, 1, nil),
		row(1002, 3, "Odense", 2, nil, 0, 0, day, 0, 1, 0, "", nil, 0, 0, 0, nil),
		row(1003, 4, "Vejle", 1, 3, 0, 1, day, 0, 0, 1, "Nakke", nil, 0, 0, 0, nil),
	}
}

// without returns rows without a column.
func without(rows [][]any, heading string) [][]any {
	at := slices.Index(rows[0], any(heading))
	var left [][]any
	for _, r := range rows {
		left = append(left, slices.Delete(slices.Clone(r), at, at+1))
	}
	return left
}

// What is not there is one line, however many rows would have had a value.
func TestOneLineForWhatIsNotThere(t *testing.T) {
	doubled := answers()
	doubled[0] = slices.Clone(columns)
	doubled[0][8] = "fk"
	formula := answers()
	formula[2][6] = sheet.Formula("B1")
	for name, c := range map[string]struct {
		rows [][]any
		want string
	}{
		"status": {without(answers(), "statoverall_4"), `jobcentres.xlsx: 'Dataset'!1:1: status: no column "statoverall_4", and nothing else says how far the respondents of 2 rows came`},
		"option": {without(answers(), "s1_tiltag_2"), `jobcentres.xlsx: 'Dataset'!1:1: measures: no column "s1_tiltag_2"; did you mean "s1_tiltag_1"?`},
		"routed": {without(answers(), "fk"), `jobcentres.xlsx: 'Dataset'!1:1: consultants: no column "fk"`},
		"id":     {without(answers(), "respondentid"), `jobcentres.xlsx: 'Dataset'!1:1: respondentid: no column "respondentid", which SurveyXact identifies respondents by; export the dataset with it`},
		"over":   {doubled, `jobcentres.xlsx: 'Dataset'!1:1: number: no column "fk_antal"; the heading "fk" stands both in H1 and in I1`},
		"value":  {formula, `jobcentres.xlsx: 'Dataset'!G3: jobcentre: formula has no stored value; open and save the workbook in Excel`},
	} {
		_, err := read(t, surveyXact(t, nil, nil, c.rows...), instrument(t))
		assert.EqualError(t, err, c.want, name)
	}
}

func TestAnotherSheetIsOneLine(t *testing.T) {
	path := csv(t, "jobcenter;Antal;Dato", "Aarhus;1;2015-03-01")
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(nil, l, instrument(t), "rows")
	assert.EqualError(t, err, `svar.csv: this sheet holds 1 of the 15 columns the questionnaire names; its first columns are "jobcenter", "Antal", "Dato"; is it another sheet or export?`)

	path = filepath.Join(t.TempDir(), "a.xlsx")
	labels, structure := sheet.Sheet{Name: "Labels", Rows: [][]any{{"fk", 1, "Ja"}}}, sheet.Sheet{Name: "Structure", Rows: [][]any{{"questionName", "variableName"}}}
	require.NoError(t, sheet.Write(path, sheet.Properties{}, labels, sheet.Sheet{Name: "Svar", Rows: answers()}, structure))
	_, err = platform.Recognise(open(t, path), "")
	assert.EqualError(t, err, `a.xlsx: no sheet "Dataset"; the workbook has "Labels", "Svar", "Structure"`)

	// The workbook is SurveyXact's still, and what it lacks is said.
	require.NoError(t, sheet.Write(path, sheet.Properties{}, labels, sheet.Sheet{Name: "Dataset", Rows: answers()}))
	l, err = platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	assert.Equal(t, "surveyxact Dataset", l.Platform+" "+l.Sheet)
	d, err := platform.Read(nil, l, instrument(t), "rows")
	require.NoError(t, err)
	assert.Equal(t, `a.xlsx: 'Dataset': no sheet "Structure", so that the codes are not checked against it`, notesOf(d))
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Dataset", Rows: without(answers(), "respondentid")}, structure))
	l, err = platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(nil, l, instrument(t), "rows")
	assert.ErrorContains(t, err, `no column "respondentid", which SurveyXact identifies`)
}

// The rows are there beside the problems of single cells, cases among them.
func TestReadReturnsRowsBesideProblems(t *testing.T) {
	rows := answers()
	rows[1][7], rows[2][11] = "Måske", "engang"
	rows[3][15] = sheet.Formula("B1")
	d, err := read(t, surveyXact(t, nil, nil, rows...), instrument(t))
	var problems survey.Problems
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 3, err)
	require.NotNil(t, d)
	assert.Equal(t, "not_answered|no|yes", values(d.Column("consultants")))
	assert.Equal(t, "2|not_asked|3", values(d.Column("number")), "not judged by an answer that is not known")
	cases, err := d.Reshape("case")
	require.NoError(t, err)
	assert.Equal(t, "1001-1|1001-2|1002-1|1003-1", values(cases.Column("case_id")))
	assert.Equal(t, "2015-03-01|2015-03-01|not_answered|2015-03-01", values(cases.Column("made")))
	assert.Equal(t, survey.Present, cases.Column("condition").Missing(3), "something was written")

	d, err = read(t, surveyXact(t, nil, nil, without(answers(), "respondentid")...), instrument(t))
	assert.Error(t, err)
	assert.Nil(t, d, "nobody knows who the rows are of")
}

func TestRequiredAndBlankIsNoted(t *testing.T) {
	in := instrument(t)
	for i := range in.Questions {
		in.Questions[i].Required = i > 0
	}
	d, err := read(t, surveyXact(t, nil, nil, answers()...), in)
	require.NoError(t, err)
	assert.Equal(t, `jobcentres.xlsx: 'Dataset': condition: required and left blank in 1 completed responses: U2`, notesOf(d))
}
