package platform_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// The tests here are named for the quirks of exports that concern layouts.
// The files in testdata/made show the rest.

func said(t *testing.T, path string) (string, *survey.Dataset) {
	t.Helper()
	l, d := guessed(t, path)
	return strings.Join(l.Guesses(), "\n"), d
}

func xlsx(t *testing.T, rows ...[]any) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "svar.xlsx")
	require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: "Svar", Rows: rows}))
	return path
}

func TestPoint01PartialPreviewAndTest(t *testing.T) {
	_, d := said(t, filepath.Join("testdata", "made", "questback.csv"))
	assert.Equal(t, "completed|partial|test|distributed|completed", values(d.Column("status")))
	assert.Equal(t, 5, d.Rows(), "nobody is left out")
	assert.Contains(t, notesOf(d), "rows whose status is test, kept and marked: 1")
	_, d = said(t, filepath.Join("testdata", "made", "qualtrics.csv"))
	assert.Contains(t, notesOf(d), "rows whose status is preview, kept and marked: 1")
}

func TestPoint02NotAskedNotAnsweredNotChosen(t *testing.T) {
	for file, want := range map[string]string{
		"limesurvey_text.csv": "hvilke_tiltag: Mentor||Mentor praktik_loentilskud|not_asked",
		"kobo.csv":            "gruppe_tiltag: mentor andet|not_answered|praktik|praktik",
		"questback.csv":       "v_2: 1 3|not_asked||not_returned|2",
		"redcap.csv":          "tiltag: 1|not_answered||not_answered",
	} {
		name, want, _ := strings.Cut(want, ": ")
		l := recognise(t, filepath.Join("testdata", "made", file))
		d, err := platform.Read(nil, l, nil, "rows")
		require.NoError(t, err)
		if file == "limesurvey_text.csv" {
			want = strings.Replace(want, "Mentor||", "Mentor|Other|", 1) // only the text of other
		}
		assert.Equal(t, want, values(d.Column(name)), file)
	}
}

func TestPoint03SameRespondentTwice(t *testing.T) {
	_, d := said(t, csv(t, "record_id,a_complete,x___1,x___2", "1,2,1,0", "1,2,0,1"))
	assert.Equal(t, "svar.csv: A3: respondentid: rows that identify a respondent who stands above: 1", notesOf(d))
	// an event tells two rows of one respondent apart
	_, d = said(t, csv(t, "record_id,redcap_event_name,a_complete", "1,first,2", "1,second,2"))
	assert.Empty(t, notesOf(d))
}

func TestPoint04BlankRows(t *testing.T) {
	l, d := guessed(t, csv(t, "a;b", "1;2", ";", ";", "3;4", ";", ";", "", ""))
	assert.Equal(t, 2, d.Rows())
	assert.Equal(t, platform.Account{Headings: 1, Blank: 2, Read: 2}, l.Account())
}

func TestPoint05NotesAndTwoTables(t *testing.T) {
	guesses, d := said(t, csv(t, "Sager i 2015;;", "kilde: registeret;;", "Kommune;Antal;Andel", "Aarhus;3;0.5", "Odense;4;0.25", ";;", "Branche;Antal;Andel", "Handel;5;0.5"))
	assert.Contains(t, guesses, "rows above the headings in row 3 are notes and are left out: 2")
	assert.Contains(t, notesOf(d), "svar.csv: the row stands below rows of nothing and looks like the headings of another table; it is read like the others")
	assert.Equal(t, "Aarhus|Odense|Branche|Handel", values(d.Column("Kommune")))
}

func TestPoint06HeadingsOfSeveralRows(t *testing.T) {
	_, d := said(t, csv(t, "Kommune;Ansatte;;Sager\u00a0i alt;", ";Mænd;Kvinder;\"I\nalt\"; Heraf", "Aarhus;1;2;3;4", "Odense;5;6;7;8"))
	var names []string
	for _, c := range d.Columns() {
		names = append(names, c.Label.In("da"))
	}
	assert.Equal(t, []string{"Kommune", "Ansatte – Mænd", "Ansatte – Kvinder", "Sager i alt – I alt", "Sager i alt – Heraf"}, names)
	// words fill rightwards over headings, never into data
	_, d = said(t, csv(t, "Kommune;Antal;", "Aarhus;1;", "Odense;;3"))
	assert.Equal(t, "not_answered|3", values(d.Column("column_c")))
}

// Cells that Excel has merged fill rightwards over headings, and merged cells
// among the answers fill nothing.
func TestPoint06MergedHeadings(t *testing.T) {
	l, d := guessed(t, filepath.Join("..", "..", "testdata", "workbook", "merged-headings.xlsx"))
	assert.Equal(t, 2, l.Headings)
	var got []string
	for _, c := range d.Columns() {
		got = append(got, c.Label.In("da")+": "+values(c))
	}
	assert.Equal(t, []string{"Jobcenter: Aarhus|Odense", "Ansatte – Mænd: 1|5", "Ansatte – Kvinder: 2|not_answered", "Sager – 2014: 3|7", "Sager – 2015: 4|8"}, got)
}

func TestPoint07DoubledAndBlankHeadings(t *testing.T) {
	guesses, d := said(t, csv(t, "Navn;navn;;Nvan;", "a;b;1;d;", "e;f;2;h;"))
	assert.Contains(t, guesses, `the heading in B1 stands in A1 too; it is called "navn (2)"`)
	assert.Contains(t, guesses, `column C has values and no heading; it is called "column C"`)
	assert.Len(t, d.Columns(), 4, "the phantom last column has nothing in it")
	guesses, d = said(t, filepath.Join("testdata", "made", "surveycto.csv"))
	assert.Contains(t, guesses, `"tiltag": the same answers stand in one cell and in a column per option; they are read once`)
	assert.NotNil(t, d.Column("tiltag"))
	assert.Nil(t, d.Column("tiltag_1"))
}

func TestPoint08BlocksSideBySideStay(t *testing.T) {
	_, d := said(t, filepath.Join("testdata", "made", "surveycto.csv"))
	assert.Equal(t, "Anna|Ida|not_answered", values(d.Column("navn_1")), "a repeat, not options")
	assert.Equal(t, "Bo|not_answered|not_answered", values(d.Column("navn_2")))
}

func TestPoint09LabelsAsTheyAre(t *testing.T) {
	_, d := said(t, csv(t, "Timestamp,<b>Er du</b>\u00a0enig?", "2025-01-13,Ja ", "2025-01-14,ja", "2025-01-14, Ja", "2025-01-14,Nej\u00a0", "2025-01-14,Nej", "2025-01-14,Ja"))
	c := d.Column("er_du_enig")
	require.NotNil(t, c)
	assert.Equal(t, "Er du enig?", c.Label.In("da"))
	assert.Equal(t, "Ja|Ja|Ja|Nej|Nej|Ja", values(c))
}

func TestPoint10OtherWithoutItsOption(t *testing.T) {
	_, d := said(t, csv(t, "_uuid,_index,q,q/a,q/andet,q_andet", "1,1,a,1,0,tekst", "2,2,andet,0,1,", "3,3,andet,0,1,mere"))
	assert.Contains(t, notesOf(d), "q_andet: texts at an option that was not chosen: 1")
	assert.Contains(t, notesOf(d), "q_andet: the option was chosen and no text written: 1")
	_, d = said(t, csv(t, "_uuid,_index,q,q/Mentor,q/Ved ikke", "1,1,x,1,1", "2,2,x,0,1"))
	assert.Contains(t, notesOf(d), `q: "Ved ikke" was chosen with other options: 1`)
}

func TestPoint11IdentitiesAreText(t *testing.T) {
	guesses, d := said(t, filepath.Join("testdata", "made", "plain_ambiguous.csv"))
	assert.Equal(t, "12345678901234567890", d.Column("lang").Answer(0))
	assert.Equal(t, "806-1", d.Column("konto").Answer(1))
	assert.Contains(t, guesses, "long numbers that Excel has cut, such as 3.29E+09")
	_, d = said(t, csv(t, "nr;x", "0017;1", "0018;2"))
	assert.Equal(t, "0017|0018", values(d.Column("nr")))
	_, d = said(t, xlsx(t, []any{"nr", "stor"}, []any{"007", 1e16}, []any{"008", 1e15}))
	assert.Equal(t, survey.KindText, d.Column("stor").Kind)
}

func TestPoint12DecimalCommaByColumn(t *testing.T) {
	guesses, d := said(t, csv(t, "a;b;c;d", "1,54;1.5;1,5;1.234,5", "2;2;2.5;12,5", "-0,5;;;ca. 30 %"))
	assert.Equal(t, "1.54|2|-0.5", values(d.Column("a")))
	assert.Equal(t, "1.5|2|not_answered", values(d.Column("b")))
	assert.Equal(t, "1,5|2.5|not_answered", values(d.Column("c")))
	assert.Contains(t, guesses, `"c": numbers with decimal points and with commas; read as text`)
	assert.Equal(t, survey.KindText, d.Column("d").Kind, "ca. 30 % is reported and never coerced")
	_, d = said(t, csv(t, "a;b", "3-4;12", "5;>10"))
	assert.Equal(t, "3-4|5", values(d.Column("a")))
	assert.Equal(t, "12|>10", values(d.Column("b")))
}

func TestPoint13DatesByColumn(t *testing.T) {
	guesses, d := said(t, csv(t, "dk;us;iso;tvivl;aar;navn",
		"28/04/2025 21.15.26;9/17/2019;2015-03-31T08:00:00Z;9/11/2019;2015;marts 2015",
		"03/05/2025;9/11/2019;2015-04-01;10/12/2019;2016;april 2015"))
	assert.Equal(t, "2025-04-28|2025-05-03", values(d.Column("dk")))
	assert.Equal(t, "2019-09-17|2019-09-11", values(d.Column("us")))
	assert.Equal(t, "2015-03-31|2015-04-01", values(d.Column("iso")))
	assert.Equal(t, "9/11/2019|10/12/2019", values(d.Column("tvivl")))
	assert.Equal(t, survey.KindInteger, d.Column("aar").Kind)
	assert.Equal(t, survey.KindText, d.Column("navn").Kind)
	assert.Contains(t, guesses, `"tvivl": dates with day and month in an order that nothing settles; read as text`)
}

func TestPoint14MissingCodesByDeclaration(t *testing.T) {
	l, d := guessed(t, csv(t, "alder;svar", "44;N/A", "-99;Ja", "NA;Nej"))
	assert.Equal(t, "44|-99|not_answered", values(d.Column("alder")), "said, and kept until declared")
	assert.Equal(t, "N/A|Ja|Nej", values(d.Column("svar")), "N/A can be an answer")
	assert.Contains(t, strings.Join(l.Guesses(), "\n"), `"alder": -99 in 1 cells is read as a number; say in the mapping if it stands for no answer`)

	m := l.Mapping()
	m.Variables[0].Missing = append(m.Variables[0].Missing, platform.MissingCode{Value: "-99", Means: "not_asked"})
	m.Variables[1].Missing = []platform.MissingCode{{Value: "n/a", Means: "not_answered"}}
	d, err := platform.ReadMapped(open(t, csv(t, "alder;svar", "44;N/A", "-99;Ja", "NA;Nej")), m, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, "44|not_asked|not_answered", values(d.Column("alder")))
	assert.Equal(t, "not_answered|Ja|Nej", values(d.Column("svar")))
}

func TestPoint15DamagedLetters(t *testing.T) {
	guesses, d := said(t, csv(t, "\ufeffnavn;by", "SÃ¸ren;<U+00C5>rhus", "Bo\u00a0;Vejle"))
	assert.Contains(t, guesses, `"navn": 1 cells have letters damaged by a wrong encoding`)
	assert.Contains(t, guesses, `"by": 1 cells have letters damaged by a wrong encoding`)
	assert.Equal(t, "SÃ¸ren|Bo", values(d.Column("navn")))
	guesses, _ = said(t, csv(t, "by;hvad", "K?benhavn;Hvorfor? Derfor", "Vejle;http://a.dk/b?c=d"))
	assert.Contains(t, guesses, `"by": 1 cells have letters damaged by a wrong encoding`)
	assert.NotContains(t, guesses, `"hvad"`)
	_, d = said(t, csv(t, "Timestamp;svar", "2025-01-13;Jeg ‘ved’ det", "2025-01-14;Jeg 'ved' det", "2025-01-15;Jeg  ’ved’\u202fdet", "2025-01-16;Nej", "2025-01-17;Nej"))
	assert.Len(t, d.Column("svar").Options, 2, "one label, however its blanks and apostrophes are written")
}

func TestPoint19HiddenRowsAreRead(t *testing.T) {
	_, d := said(t, filepath.Join("..", "..", "testdata", "workbook", "hidden-rows.xlsx"))
	assert.Equal(t, "Aarhus|Odense|Vejle", values(d.Column("center")))
	assert.Equal(t, "hidden-rows.xlsx: 'Svar': rows that Excel does not show are read like the others: 1", notesOf(d))
}

// LimeSurvey masks what Excel would take for a formula.
func TestPoint16MaskedFormulas(t *testing.T) {
	_, d := said(t, csv(t, `"id","submitdate","lastpage","startlanguage","q"`, `"1","2015-03-02 10:00:00","3","da","'=2+2"`, `"2","2015-03-02 10:00:00","3","da","'citat'"`))
	assert.Equal(t, "=2+2|'citat'", values(d.Column("q")))
}

func TestPoint16FormulasAndErrors(t *testing.T) {
	l, err := platform.Recognise(open(t, xlsx(t, []any{"a", "b"}, []any{1, sheet.Formula("1+1")}, []any{2, 3})), "")
	require.NoError(t, err)
	_, err = platform.Read(nil, l, nil, "rows")
	assert.EqualError(t, err, "svar.xlsx: 'Svar'!B2: b: formula has no stored value; open and save the workbook in Excel")

	// errors are problems, and the value that a formula has is an answer
	l, err = platform.Recognise(open(t, filepath.Join("..", "..", "testdata", "workbook", "libreoffice.xlsx")), "")
	require.NoError(t, err)
	d, err := platform.Read(nil, l, nil, "rows")
	require.ErrorContains(t, err, "libreoffice.xlsx: 'Svar'!C3: ")
	assert.ErrorContains(t, err, "got the error #DIV/0!, want a")
	assert.Contains(t, values(d.Columns()[1]), "2.5")
}
