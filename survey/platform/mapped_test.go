package platform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
)

func csv(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "svar.csv")
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600))
	return path
}

func guessed(t *testing.T, path string) (*platform.Layout, *survey.Dataset) {
	t.Helper()
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	d, err := platform.Read(open(t, path), l, nil, "rows")
	require.NoError(t, err)
	return l, d
}

func notesOf(d *survey.Dataset) string {
	var lines []string
	for _, n := range d.Notes() {
		lines = append(lines, n.String())
	}
	return strings.Join(lines, "\n")
}

// The next wave is read as the first one was, and differences are said.
func TestReadMappedDifferences(t *testing.T) {
	l, _ := guessed(t, filepath.Join("testdata", "made", "limesurvey_text.csv"))
	mapping := l.Mapping()
	assert.Equal(t, "limesurvey", mapping.Platform)
	assert.Equal(t, ";", mapping.Separator)
	assert.Equal(t, "Response ID", mapping.ID)

	header := `"Response ID";"Date submitted";"Last page";"Start language";"Har I konsulenter?";"Hvilke tiltag? [Mentor]";"Hvilke tiltag? [Praktik, løntilskud]";"Hvilke tiltag? [Other]"`
	_, err := platform.ReadMapped(open(t, csv(t, header,
		`"1";"2016-03-02 10:12:13";"4";"da";"Måske";"Yes";"No";""`,
		`"2";"2016-03-02 10:12:13";"4";"da";"Nej";"Maybe";"No";""`)), mapping, nil, "rows")
	assert.EqualError(t, err, `svar.csv: E2: har_i_konsulenter: got "Måske", want one of "Ja", "Nej"
svar.csv: F3: hvilke_tiltag: got "Maybe", want 1 or 0`)

	_, err = platform.ReadMapped(open(t, csv(t, strings.Replace(header, "Har I kon", "Har I nu kon", 1), `"1"`)), mapping, nil, "rows")
	assert.ErrorContains(t, err, `har_i_konsulenter: no column "Har I konsulenter?"; did you mean "Har I nu konsulenter?"?`)

	// a note above the headings, and a new column
	d, err := platform.ReadMapped(open(t, csv(t, "Bølge 2", header+`;"Nyt"`, `"1";"";"4";"da";"Ja";"Yes";"No";"";"x"`)), mapping, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, `svar.csv: the headings stand in row 2, and in row 1 in the mapping
svar.csv: columns that the mapping does not have are left out: "Nyt"
svar.csv: rows whose status is partial, kept and marked: 1`, notesOf(d))
	assert.Equal(t, "Mentor", values(d.Column("hvilke_tiltag")))

	mapping.Variables[0].Kind = "tekst"
	_, err = platform.ReadMapped(open(t, csv(t, header)), mapping, nil, "rows")
	assert.ErrorContains(t, err, `the mapping has the kind "tekst", want text, integer`)
	mapping.Platform = "limesurvy"
	_, err = platform.ReadMapped(open(t, csv(t, header)), mapping, nil, "rows")
	assert.EqualError(t, err, `svar.csv: the mapping names the platform "limesurvy"; did you mean "limesurvey"?`)
}

// With an instrument the instrument decides: which words are options, also
// those with commas, and which columns belong to a question.
func TestReadInstrumentOnPlatforms(t *testing.T) {
	option := func(name, code, label string) survey.Option {
		return survey.Option{Name: name, Code: code, Label: survey.Words(label)}
	}
	in := &survey.Instrument{Language: "da", Questions: []survey.Question{
		{Variable: survey.Variable{Name: "measures", Kind: survey.KindMultiple, Label: survey.Words("Hvilke tiltag bruger I?"),
			Options: []survey.Option{option("mentor", "1", "Mentor"), option("placement", "2", "Praktik, herunder løntilskud"), option("flexjob", "3", "Fleksjob")}}, Export: "tiltag"},
		{Variable: survey.Variable{Name: "number", Kind: survey.KindInteger, Label: survey.Words("Hvor mange?")}, Export: "antal"},
	}}
	path := filepath.Join("testdata", "made", "googleforms.csv")
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(open(t, path), l, in, "rows")
	assert.EqualError(t, err, `googleforms.csv: B4: measures: got "Praktik, herunder løntilskud, Gåture me…", want some of "Mentor", "Praktik, herunder løntilskud", "Fleksjob"`)

	in.Questions[0].Options = append(in.Questions[0].Options, option("walks", "4", "Gåture med chefen"))
	d, err := platform.Read(open(t, path), l, in, "rows")
	require.NoError(t, err)
	assert.Equal(t, "mentor placement|mentor|placement walks|mentor placement|flexjob|mentor flexjob", values(d.Column("measures")))
	assert.Equal(t, "2|3|1|not_answered|4|4", values(d.Column("number")))
	assert.Equal(t, "2025-04-28T21:15:26", d.Column("submitted").Answer(0))

	// A column per option, found by the labels.
	in = &survey.Instrument{Questions: []survey.Question{{Variable: survey.Variable{Name: "tiltag", Kind: survey.KindMultiple, Label: survey.Words("Hvilke tiltag?"),
		Options: []survey.Option{option("p", "2", "Praktik"), option("m", "1", "Mentor")}}, Export: "tiltag_{code}"}}}
	path = filepath.Join("testdata", "made", "kobo_labels.csv")
	l, err = platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(open(t, path), l, in, "rows")
	assert.ErrorContains(t, err, `tiltag: no column for the option "Mentor"`)
	in.Questions[0].Options[1].Label = survey.Words("Mentor og coach")
	d, err = platform.Read(open(t, path), l, in, "rows")
	require.NoError(t, err)
	assert.Equal(t, "p m|p|not_returned", values(d.Column("tiltag")), "nobody knows who completed, and the third row holds nothing of this instrument")
}

func TestUntested(t *testing.T) {
	var untested []string
	for _, name := range platform.Platforms() {
		if platform.Untested(name) != "" {
			untested = append(untested, name)
		}
	}
	assert.Equal(t, []string{"questback", "enalyzer"}, untested)
	assert.Equal(t, "reading files of Enalyzer is untested: made after its help pages, which do not show a file", platform.Untested("enalyzer"))
}
