package platform_test

import (
	encodingcsv "encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// public reads a file of testdata/public.
func public(t *testing.T, name string) (*platform.Layout, *survey.Dataset) {
	t.Helper()
	l := recognise(t, filepath.Join("testdata", "public", name))
	d, err := platform.Read(nil, l, nil, "rows")
	require.NoError(t, err)
	return l, d
}

// records returns the fields of a file of testdata/public by another reader.
func records(t *testing.T, name, separator string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "public", name))
	require.NoError(t, err)
	text, err := charmap.Windows1252.NewDecoder().String(string(data))
	require.NoError(t, err)
	r := encodingcsv.NewReader(strings.NewReader(strings.ReplaceAll(text, "\r", "\n")))
	r.Comma, r.FieldsPerRecord = rune(separator[0]), -1
	all, err := r.ReadAll()
	require.NoError(t, err)
	return all
}

// count returns how many of rows have something else than one of nothing in a
// field.
func count(rows [][]string, field int, nothing ...string) int {
	n := 0
	for _, r := range rows {
		blank := r[field] == ""
		for _, s := range nothing {
			blank = blank || r[field] == s
		}
		if !blank {
			n++
		}
	}
	return n
}

// chosen returns how many rows of a question with several answers have option.
func chosen(c *survey.Column, option string) int {
	n := 0
	for i := range c.Rows() {
		if strings.Contains(" "+c.Answer(i)+" ", " "+option+" ") {
			n++
		}
	}
	return n
}

func present(c *survey.Column) int {
	n := 0
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present {
			n++
		}
	}
	return n
}

func TestPublicQualtrics(t *testing.T) {
	for name, headings := range map[string]int{"multiple_answers.csv": 3, "multiple_answers_legacy.csv": 2} {
		name = filepath.Join("qualtrics", name)
		l, d := public(t, name)
		all := records(t, name, ",")
		head, rows := all[0], all[headings:]
		assert.Equal(t, "qualtrics", l.Platform)
		assert.Equal(t, headings, l.Headings)
		assert.Equal(t, len(rows), d.Rows())
		assert.Equal(t, "test|test|test|test|test", values(d.Column("status")), "Status is 2 in all")
		folded := 0
		for field, heading := range head {
			question, option, ok := strings.Cut(heading, "_")
			if strings.HasPrefix(heading, "mc_question_five_") {
				question, option, ok = "mc_question_five", strings.TrimPrefix(heading, "mc_question_five_"), true
			}
			if !ok || option == "2_TEXT" {
				continue
			}
			c := d.Column(question)
			require.NotNil(t, c, question)
			assert.Equal(t, survey.KindMultiple, c.Kind, question)
			assert.Equal(t, count(rows, field), chosen(c, option), heading)
			folded++
		}
		assert.Equal(t, 21, folded)
		assert.Equal(t, 5, present(d.Column("mc_question_five_2_TEXT")))
	}
}

// Star Wars: two rows of headings, a choice in its own column, and grids whose
// columns are questions of their own.
func TestPublicSurveyMonkey(t *testing.T) {
	name := filepath.Join("surveymonkey", "star_wars.csv")
	l, d := public(t, name)
	rows := records(t, name, ",")[2:]
	assert.Equal(t, "surveymonkey 2", l.Platform+" "+string(rune('0'+l.Headings)))
	assert.Equal(t, len(rows), d.Rows())
	seen := d.Column("which_of_the_following_star_wars_films_have_you")
	require.NotNil(t, seen)
	assert.Equal(t, survey.KindMultiple, seen.Kind)
	require.Len(t, seen.Options, 6)
	for k, o := range seen.Options {
		assert.Equal(t, count(rows, 3+k), chosen(seen, o.Name), o.Name)
	}
	rank := d.Column("please_rank_the_star_wars_films_in_order_of_3")
	assert.Equal(t, survey.KindInteger, rank.Kind)
	assert.Equal(t, count(rows, 11), present(rank))
	age := d.Column("Age")
	assert.Equal(t, survey.KindSingle, age.Kind)
	assert.Equal(t, count(rows, 34), present(age))
	assert.Len(t, d.Columns(), 38-5, "one question of six columns")
}

// The founders of a project, with names cut to eight characters and a
// Structure whose rows have an eighth field in part.
func TestPublicSurveyXact(t *testing.T) {
	name := filepath.Join("surveyxact", "founders.csv")
	l, d := public(t, name)
	all := records(t, name, ";")
	assert.Equal(t, "surveyxact founders_structure.csv", l.Platform+" "+l.Structure)
	assert.Equal(t, 1, d.Rows())
	assert.Equal(t, "841931211 completed", values(d.Column("respondentid"))+" "+values(d.Column("status")))
	goals := d.Column("s_11")
	assert.Equal(t, "SDG", goals.Label.In("de"))
	require.Len(t, goals.Options, 17)
	at := 0
	for field, heading := range all[0] {
		if option, ok := strings.CutPrefix(heading, "s_11_"); ok {
			assert.Equal(t, count(all[1:2], field, "0"), chosen(goals, option), heading)
			at++
		}
	}
	assert.Equal(t, 17, at)
	assert.Equal(t, "09 - industry, innovation and infrastructure", goals.Options[8].Label.In("de"))
	assert.Equal(t, "2020", values(d.Column("s_2")))
	assert.Equal(t, survey.KindDecimal, d.Column("number_jobs").Kind, "number_j in the file")
	assert.Equal(t, "2021-10-20T18:55:54|2021-10-20T18:56:06", values(d.Column("started"))+"|"+values(d.Column("ended")))
	for _, name := range []string{"survey", "organiza", "difftime", "stat_1", "statc_4", "stats_1", "statinternal", "statsource"} {
		assert.Nil(t, d.Column(name), name)
	}
	for _, personal := range []string{"email", "name", "s_1", "s_6"} {
		assert.Equal(t, survey.RolePersonal, d.Column(personal).Role, "%s, which Structure calls e-mail, name or telephone", personal)
	}
}

// ODK Central writes columns for the options of the last version of a form;
// the cell names those of older ones too.
func TestPublicODK(t *testing.T) {
	name := filepath.Join("odk", "select_multiple.csv")
	l, d := public(t, name)
	rows := records(t, name, ",")[1:]
	assert.Equal(t, "kobo", l.Platform)
	assert.Equal(t, len(rows), d.Rows())
	for question, field := range map[string]int{"q1": 2, "g1-q2": 6} {
		c := d.Column(question)
		assert.Equal(t, survey.KindMultiple, c.Kind)
		for i, r := range rows {
			assert.ElementsMatch(t, strings.Fields(r[field]), strings.Fields(c.Answer(i)), "%s, row %d", question, i)
		}
	}
	assert.Equal(t, "2018-01-01T00:00:00Z|2018-01-01T00:00:00Z", values(d.Column("submitted")))
	assert.Equal(t, "completed|completed", values(d.Column("status")))

	_, d = public(t, filepath.Join("odk", "groups.csv"))
	assert.Equal(t, "Apartment|Condo|House", values(d.Column("home-type")))
	assert.Equal(t, "Seattle, WA|Portland, OR|San Francisco, CA", values(d.Column("home-address-city")))
	assert.Equal(t, survey.RolePersonal, d.Column("name").Role)
}

// Ona writes n/a for what is blank.
func TestPublicOna(t *testing.T) {
	l, d := public(t, filepath.Join("ona", "transportation.csv"))
	assert.Equal(t, "kobo", l.Platform)
	kinds := d.Column("transport_available_transportation_types_to")
	assert.Equal(t, survey.KindMultiple, kinds.Kind)
	assert.Len(t, kinds.Options, 10)
	assert.Equal(t, 1, present(kinds), "sent in with nothing chosen")
	assert.Empty(t, kinds.Answer(0))
	assert.Equal(t, "not_answered", values(d.Column("transport_available_transportation_types_to_2")))
}

func TestPublicSurveyCTO(t *testing.T) {
	l, d := public(t, filepath.Join("surveycto", "parse_surveycto_example.csv"))
	assert.Equal(t, "surveycto", l.Platform)
	assert.Equal(t, "A|B", values(d.Column("subjectid_1")))
	assert.Equal(t, "20|30", values(d.Column("subjectage")))
	assert.Equal(t, survey.RolePersonal, d.Column("deviceid").Role)
}

// Ask a Manager: several answers in a cell, options with commas in them.
func TestPublicGoogleForms(t *testing.T) {
	name := filepath.Join("googleforms", "ask_a_manager.csv")
	l, d := public(t, name)
	rows := records(t, name, ",")[1:]
	assert.Equal(t, "googleforms", l.Platform)
	assert.Equal(t, len(rows), d.Rows())
	assert.Equal(t, "2021-04-27T11:02:10", d.Column("submitted").Answer(0))
	race := d.Column("race")
	assert.Equal(t, survey.KindMultiple, race.Kind)
	require.Len(t, race.Options, 4)
	for _, o := range race.Options {
		n := 0
		for _, r := range rows {
			if strings.Contains(", "+r[5]+", ", ", "+o.Label.In("en")+", ") {
				n++
			}
		}
		assert.Equal(t, n, chosen(race, o.Name), o.Name)
	}
	age := d.Column("how_old_are_you")
	assert.Equal(t, survey.KindSingle, age.Kind)
	assert.Equal(t, count(rows, 1), present(age))
}

// Every platform that is not said to be untested is in the list of what was
// read. Our own forms are made and read by scripts.
func TestPublicIsListed(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("testdata", "public", "README.md"))
	require.NoError(t, err)
	for _, name := range platform.Platforms() {
		if name != "plain" && name != "stikprove" {
			assert.Equal(t, platform.Untested(name) == "", strings.Contains(string(readme), "| "+name+" |"), name)
		}
	}
}
