package platform_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

func rule(t *testing.T, source string) *survey.Rule {
	t.Helper()
	r, err := survey.ParseRule(source)
	require.NoError(t, err)
	return r
}

var (
	yesNo = []survey.Option{
		{Name: "yes", Code: "1", Label: survey.Text{"da": "Ja", "en": "Yes"}},
		{Name: "no", Code: "2", Label: survey.Text{"da": "Nej", "en": "No"}},
		{Name: "dont_know", Code: "3", Label: survey.Text{"da": "Ved ikke", "en": "Don't know"}, Meaning: survey.DontKnow},
	}
	measures = []survey.Option{
		{Name: "mentor", Code: "1", Label: survey.Words("Mentor")},
		{Name: "placement", Code: "2", Label: survey.Words("Praktik")},
		{Name: "none", Code: "4", Label: survey.Words("Nej"), Exclusive: true},
	}
	helpers = measures[:2]
)

// instrument asks a jobcentre about its staff and about two cases.
func instrument(t *testing.T) *survey.Instrument {
	t.Helper()
	q := func(name, export, roster string, kind survey.Kind, options ...survey.Option) survey.Question {
		return survey.Question{Variable: survey.Variable{Name: name, Kind: kind, Options: options}, Export: export, Roster: roster}
	}
	in := &survey.Instrument{Language: "da", Rosters: []survey.Roster{{Name: "case", Count: 2, Prefix: "s{i}_"}}, Questions: []survey.Question{
		q("jobcentre", "jobcenter", "", survey.KindText),
		q("consultants", "fk", "", survey.KindSingle, yesNo...),
		q("number", "fk_antal", "", survey.KindInteger),
		q("helpers", "hjaelp_{code}", "", survey.KindMultiple, helpers...),
		q("made", "s{i}_foerste", "case", survey.KindDate),
		q("measures", "s{i}_tiltag_{code}", "case", survey.KindMultiple, measures...),
		q("condition", "s{i}_lidelse", "case", survey.KindText),
	}}
	in.Questions[0].Role = survey.RoleID
	in.Questions[6].Role = survey.RoleCoded
	in.Questions[2].Relevant = rule(t, "${consultants}='yes'")
	in.Questions[2].Constraint = rule(t, ". >= 0 and . <= 50")
	in.Questions[2].ConstraintMessage = survey.Text{"da": "Skriv et antal fra 0 til 50."}
	return in
}

var columns = []any{
	"respondentid", "statoverall_1", "statoverall_2", "statoverall_3", "statoverall_4", "statoverall_5", "jobcenter", // A to G
	"fk", "fk_antal", "hjaelp_1", "hjaelp_2", // H to K
	"s1_foerste", "s1_tiltag_1", "s1_tiltag_2", "s1_tiltag_4", "s1_lidelse", // L to P
	"s2_foerste", "s2_tiltag_1", "s2_tiltag_2", "s2_tiltag_4", "s2_lidelse", // Q to U
}

// day is a date as Excel has it.
var day = time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC)

// row returns a row of the export with the status at place k from 1.
func row(id, k int, jobcentre string, answers ...any) []any {
	r := []any{id, 0, 0, 0, 0, 0, jobcentre}
	r[k] = 1
	return append(r, answers...)
}

func surveyXact(t *testing.T, structure [][]any, labels [][]any, data ...[]any) *sheet.Workbook {
	t.Helper()
	if structure == nil {
		structure = [][]any{{"questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText"}}
	}
	path := filepath.Join(t.TempDir(), "jobcentres.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Labels", Rows: labels},
		sheet.Sheet{Name: "Dataset", Rows: data}, sheet.Sheet{Name: "Structure", Rows: structure}))
	w, err := sheet.Open(path)
	require.NoError(t, err)
	return w
}

func read(t *testing.T, w *sheet.Workbook, in *survey.Instrument) (*survey.Dataset, error) {
	t.Helper()
	l, err := platform.Recognise(w, "")
	require.NoError(t, err)
	return platform.Read(w, l, in, "jobcentres")
}

// values returns a column's answers, or why they are absent.
func values(c *survey.Column) string {
	var values []string
	for i := range c.Rows() {
		s := strconv.Quote(c.Answer(i))
		if c.Missing(i) != survey.Present {
			s = c.Missing(i).String()
		}
		values = append(values, strings.Trim(s, `"`))
	}
	return strings.Join(values, "|")
}

func TestReadSurveyXact(t *testing.T) {
	w := surveyXact(t, nil, nil, columns,
		// completed both parts; nothing chosen among helpers says so
		row(1001, 4, "Aarhus", 1, 2, 0, 0, day, 1, 1, 0, "Ryg", "1-3-2015", 0, 0, 1, nil),
		// part one only
		row(1002, 3, "Odense", "Nej", nil, 0, 0, nil, 0, 0, 0, "", nil, 0, 0, 0, nil),
		nil, // a row of nothing
		// a case partly filled in block 2, by somebody who did not complete
		row(1003, 3, "Vejle", "ved  IKKE", nil, 0, 1, nil, 0, 0, 0, nil, nil, 0, 0, 0, "Nakke"),
		row(1004, 2, "Ribe", nil, nil, 0, 0, nil, 0, 0, 0, nil, nil, 0, 0, 0, nil),
		row(1005, 4, "Skive", 1, nil, 1, 1, day, 0, 0, 0, "Ryg", nil, 0, 0, 0, nil))
	d, err := read(t, w, instrument(t))
	require.NoError(t, err)
	assert.Empty(t, d.Notes())
	for name, want := range map[string]string{
		"respondentid": "1001|1002|1003|1004|1005",
		"status":       "completed|partial|partial|distributed|completed",
		"jobcentre":    "Aarhus|Odense|Vejle|Ribe|Skive",
		"consultants":  "yes|no|dont_know|not_returned|yes",
		"number":       "2|not_asked|not_asked|not_returned|not_answered",
		"helpers":      "|not_answered|placement|not_returned|mentor placement",
	} {
		require.NotNil(t, d.Column(name), name)
		assert.Equal(t, want, values(d.Column(name)), name)
	}
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!H5: consultants", d.Cell(2, "consultants").String(), "past the empty row")

	cases, err := d.Reshape("case")
	require.NoError(t, err)
	for name, want := range map[string]string{
		"case_id":   "1001-1|1001-2|1003-2|1005-1",
		"jobcentre": "Aarhus|Aarhus|Vejle|Skive",
		"made":      "2015-03-01|2015-03-01|not_answered|2015-03-01",
		"measures":  "mentor placement|none|not_answered|not_answered", // none is the way to say nothing
		"condition": "Ryg|not_answered|Nakke|Ryg",
	} {
		assert.Equal(t, want, values(cases.Column(name)), name)
	}
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!U5: condition", cases.Cell(2, "condition").String())
	assert.Equal(t, survey.NotReturned, d.Blocks("case")[0].Column("made").Missing(2), "the block came back empty")
}

func TestReadProblems(t *testing.T) {
	long := strings.Repeat("æ", 4012)
	w := surveyXact(t, nil, [][]any{{"fk", 1, "Ja"}, {"fk", 2, "Ved ikke"}, {"fk", 3, "Nej"}}, append(columns, "jobcenter", "ny"),
		row(1001, 4, "Aarhus", "Måske", 2, 0, 0, 42067.5, 1, 0, 1, long, 2015, 0, 0, 7, nil),
		row(1001, 4, "Odense", 2, 3, sheet.Formula("1+1"), 0, "marts 2015", 0, 0, 0, nil, nil, 0, 0, 0, nil),
		row(1002, 4, "Aarhus", 1, 51, 0, 0, nil, 0, 0, 0, nil, nil, 0, 0, 0, nil),
		row(1003, 4, "Vejle", 1, "12,5", 0, 0, nil, 0, 0, 0, nil, nil, 0, 0, 0, nil),
		row(1004, 4, "", 1, 2.5, 0, 0, nil, 0, 0, 0, nil, nil, 0, 0, 0, nil),
		[]any{1005, 0, 0, 1, 1, 0, "Skive", 1, day},
		[]any{nil, 0, 0, 0, 0, 0, "Ribe", 1})
	_, err := read(t, w, instrument(t))
	var problems survey.Problems
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, strings.TrimSpace(`
jobcentres.xlsx: 'Dataset'!H1: consultants: got code "2" with the label "Ved ikke" in sheet Labels, want "Nej"
jobcentres.xlsx: 'Dataset'!H1: consultants: got code "3" with the label "Nej" in sheet Labels, want "Ved ikke"
jobcentres.xlsx: 'Dataset'!V1: got the heading "jobcenter" again, first in G1
jobcentres.xlsx: 'Dataset'!H2: consultants: got "Måske", want one of "Ja", "Nej", "Ved ikke"
jobcentres.xlsx: 'Dataset'!L2: made: got 42067.5, want a date; the cell is formatted as a number
jobcentres.xlsx: 'Dataset'!O2: measures: got "Nej" with other options, want it alone
jobcentres.xlsx: 'Dataset'!P2: condition: got text of 4,012 characters, want at most 2,000 (text withheld)
jobcentres.xlsx: 'Dataset'!Q2: made: got 2015, want a date; the cell is formatted as a number
jobcentres.xlsx: 'Dataset'!T2: measures: got 7, want 1 or 0
jobcentres.xlsx: 'Dataset'!A3: respondentid: got "1001" again, first in A2; say in study.yaml which answer counts, with repeats: last_complete or first
jobcentres.xlsx: 'Dataset'!I3: number: got 3, want nothing: asked only where ${consultants}='yes'
jobcentres.xlsx: 'Dataset'!J3: helpers: formula has no stored value; open and save the workbook in Excel
jobcentres.xlsx: 'Dataset'!L3: made: got "marts 2015", want a date such as 2015-03-31
jobcentres.xlsx: 'Dataset'!G4: jobcentre: got "Aarhus" again, first in G2; say in study.yaml which answer counts, with repeats: last_complete or first
jobcentres.xlsx: 'Dataset'!I4: number: got 51: Skriv et antal fra 0 til 50.
jobcentres.xlsx: 'Dataset'!I5: number: got "12,5", want a whole number; write it with a decimal point or as a number in Excel
jobcentres.xlsx: 'Dataset'!G6: jobcentre: got nothing, want what identifies the respondent
jobcentres.xlsx: 'Dataset'!I6: number: got 2.5, want a whole number
jobcentres.xlsx: 'Dataset'!E7: status: got two statuses, partial and completed, want one
jobcentres.xlsx: 'Dataset'!I7: number: got 2015-03-01, want a whole number; the cell is formatted as a date
jobcentres.xlsx: 'Dataset'!A8: respondentid: got nothing, want what identifies the respondent
jobcentres.xlsx: 'Dataset'!B8: status: got no status, want a 1 in one of statoverall_1 to statoverall_5
`), problems.Error())
	assert.NotContains(t, err.Error(), "æææ")
}

func TestReadMissingColumns(t *testing.T) {
	w := surveyXact(t, nil, nil, []any{"respondentid", "jobcenter", "fkk", "fk_antal", "hjaelp_1", "s1_foerste", "s2_foerste",
		"s1_tiltag_1", "s1_tiltag_2", "s1_tiltag_4", "s2_tiltag_1", "s2_tiltag_2", "s2_tiltag_4", "s1_lidelse", "s2_lidelse"})
	_, err := read(t, w, instrument(t))
	assert.EqualError(t, err, strings.TrimSpace(`
jobcentres.xlsx: 'Dataset'!1:1: consultants: no column "fk"; did you mean "fkk"?
jobcentres.xlsx: 'Dataset'!1:1: helpers: no column "hjaelp_2"; did you mean "hjaelp_1"?
`))
}

func TestReadNotes(t *testing.T) {
	w := surveyXact(t, nil, nil, append(columns, "extern", "statcompletion_1", nil),
		row(1001, 2, "Aarhus", 1, 2, 0, 0, nil, 0, 0, 0, nil, nil, 0, 0, 0, nil, "x", 1, "stray"))
	d, err := read(t, w, instrument(t))
	require.NoError(t, err)
	var notes []string
	for _, n := range d.Notes() {
		notes = append(notes, n.String())
	}
	assert.Equal(t, []string{
		"jobcentres.xlsx: 'Dataset'!X2: the column has values and no heading, and is left out",
		`jobcentres.xlsx: 'Dataset'!1:1: columns that the instrument does not have are left out: "extern"`,
		"jobcentres.xlsx: 'Dataset': rows with answers and a status that says they were not returned, left out: 1",
	}, notes)
	assert.Equal(t, "not_returned", values(d.Column("consultants")))
}

// Names are cut to eight characters; Structure has the full ones.
func TestReadStructure(t *testing.T) {
	structure := [][]any{
		{"questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText", nil},
		{"respondentid", "responde", "Open", "String", nil, nil, nil},
		{"statoverall", "stato_4", "Closed", "Multiple", nil, 4, nil},
		{"consultants", "consulta", "Closed", "Single", "Konsulenter?", 1, "Ja"},
		{"consultants", "consulta", "Closed", "Single", "Konsulenter?", 2, "Nej"},
		{"helpers", "helper_1", "Closed", "Multiple", "Hjælp?", 1, "Mentor"},
		{"helpers", "helper_2", "Closed", "Multiple", "Hjælp?", 2, "Praktik"},
		{"percentage", "percent", "Open", "Double", "Andel", nil, nil},
	}
	w := surveyXact(t, structure, [][]any{{"consulta", 1, "Ja \n"}, {"consulta", 2, "Nej"}, {"consulta", 3, "Ved ikke"}},
		[]any{"responde", "stato_4", "consulta", "helper_1", "helper_2", "percent"},
		[]any{"0017", 1, 3, 1, 0, 12.5})
	d, err := read(t, w, nil)
	require.NoError(t, err)
	assert.Empty(t, d.Notes())
	assert.Equal(t, "0017", values(d.Column("respondentid")))
	assert.Equal(t, "completed", values(d.Column("status")))
	assert.Equal(t, "3", values(d.Column("consultants")))
	assert.Equal(t, "Ved ikke", d.Column("consultants").Options[2].Label.In("da"))
	assert.Equal(t, "1", values(d.Column("helpers")))
	assert.Equal(t, "12.5", values(d.Column("percentage")))
	assert.Equal(t, "Konsulenter?", d.Column("consultants").Label.In("da"))
}

func TestReadPlain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "frame.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{},
		sheet.Sheet{Name: "Om"},
		sheet.Sheet{Name: "Kommuner", Rows: [][]any{
			{"jobcentre", "Antal sager", "Andel", "Dato", "Nummer", "Blandet"},
			{"Aarhus", 12, 0.5, day, "007", 1},
			{"Odense", 7, 1, nil, "12", "x"},
		}}))
	w, err := sheet.Open(path)
	require.NoError(t, err)
	l, err := platform.Recognise(w, "Kommuner")
	require.NoError(t, err)
	assert.Equal(t, "plain Kommuner 1", fmt.Sprint(l.Platform, " ", l.Sheet, " ", l.Heading))
	d, err := platform.Read(w, l, nil, "municipalities")
	require.NoError(t, err)
	assert.Equal(t, "municipalities", d.Unit())
	for name, want := range map[string]struct {
		kind   survey.Kind
		values string
	}{
		// a heading that can be a name stays as it is
		"jobcentre":   {survey.KindText, "Aarhus|Odense"},
		"antal_sager": {survey.KindInteger, "12|7"},
		"Andel":       {survey.KindDecimal, "0.5|1"},
		"Dato":        {survey.KindDate, "2015-03-01|not_answered"},
		"Nummer":      {survey.KindText, "007|12"},
		"Blandet":     {survey.KindText, "1|x"},
	} {
		require.NotNil(t, d.Column(name), name)
		assert.Equal(t, want.kind, d.Column(name).Kind, name)
		assert.Equal(t, want.values, values(d.Column(name)), name)
	}

	_, err = platform.Recognise(w, "Ark1")
	assert.EqualError(t, err, `frame.xlsx: no sheet "Ark1"; the workbook has "Om", "Kommuner"`)
	l, err = platform.Recognise(w, "")
	require.NoError(t, err)
	assert.Equal(t, "Om", l.Sheet)
	_, err = platform.Read(w, l, nil, "x")
	assert.EqualError(t, err, `frame.xlsx: 'Om': the sheet is empty, want headings in row 1`)
}

func TestReadDelimited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "svar.csv")
	require.NoError(t, os.WriteFile(path, []byte("jobcenter;fk;fk_antal;valg\nAarhus;Ja;3;Mentor;\nOdense;2;;1 2\nVejle;;;\n"), 0o600))
	w, err := sheet.Open(path)
	require.NoError(t, err)
	in := instrument(t)
	in.Rosters = nil
	in.Questions = in.Questions[:4]
	in.Questions[3].Export = "valg"
	d, err := read(t, w, in)
	require.NoError(t, err)
	assert.Equal(t, "yes|no|not_returned", values(d.Column("consultants")))
	assert.Equal(t, "3|not_asked|not_returned", values(d.Column("number")))
	assert.Equal(t, "mentor|mentor placement|not_returned", values(d.Column("helpers")))
	assert.Nil(t, d.Column("status"))
}
