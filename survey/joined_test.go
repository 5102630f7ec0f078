package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// centres returns three centres, read from rows 2 to 4 of a sheet.
func centres(t *testing.T) *survey.Dataset {
	t.Helper()
	d, err := survey.NewDataset("centres", 3, survey.Origin{File: "centres.xlsx", Sheet: "Svar", Rows: []int{2, 3, 4}},
		survey.NewText(survey.Variable{Name: "centre", Role: survey.RoleID}, []string{"Aarhus", "Ribe", "Åby"}, nil).From([][]int{{1}}),
		survey.NewNumber(survey.Variable{Name: "staff", Kind: survey.KindInteger}, []float64{4, 2, 1}, nil).From([][]int{{2}}))
	require.NoError(t, err)
	return d
}

// file returns cases of one file, whose columns are those given.
func file(t *testing.T, name string, columns map[string]int, who, made []string, refunds []float64) *survey.Dataset {
	t.Helper()
	rows, missing := make([]int, len(who)), make([]survey.Missing, len(who))
	for i := range rows {
		if rows[i] = i + 2; refunds[i] < 0 {
			missing[i] = na
		}
	}
	d, err := survey.NewDataset("cases", len(who), survey.Origin{File: name, Sheet: "Sager", Rows: rows},
		survey.NewText(survey.Variable{Name: "centre"}, who, nil).From([][]int{{columns["centre"]}}),
		survey.NewText(survey.Variable{Name: "made"}, made, nil).From([][]int{{columns["made"]}}),
		survey.NewNumber(survey.Variable{Name: "refunds", Kind: survey.KindInteger}, refunds, missing).From([][]int{{columns["refunds"]}}))
	require.NoError(t, err)
	return d
}

var inOrder = map[string]int{"centre": 1, "made": 2, "refunds": 3}

func link() survey.Link { return survey.Link{Roster: "case", Parent: "centre", Index: "centre"} }

func TestStackedAndJoinedKnowTheirCells(t *testing.T) {
	cases, err := survey.Stacked("cases",
		file(t, "b.xlsx", inOrder, []string{" Ribe", "A\u030aby"}, []string{"2014", "2015"}, []float64{1, 2}), // as some file systems write å
		file(t, "a.xlsx", map[string]int{"centre": 3, "made": 1, "refunds": 2}, []string{"Aarhus", "Ribe"}, []string{"2013", ""}, []float64{3, 4}))
	require.NoError(t, err)
	d, err := centres(t).Joined(cases, link())
	require.NoError(t, err)
	var ids, centre []string
	for i := range d.Rows() {
		ids, centre = append(ids, d.Column("case_id").Text(i)), append(centre, d.Column("centre").Text(i))
	}
	assert.Equal(t, []string{"Aarhus-1", "Ribe-1", "Ribe-2", "Åby-1"}, ids)
	assert.Equal(t, []string{"Aarhus", "Ribe", "Ribe", "Åby"}, centre)
	assert.Equal(t, []int{0, 1, 1, 2}, d.Respondents())
	assert.Equal(t, "a.xlsx: 'Sager'!B2: refunds", d.Cell(0, "refunds").String())
	assert.Equal(t, "b.xlsx: 'Sager'!C2: refunds", d.Cell(1, "refunds").String())
	assert.Equal(t, "a.xlsx: 'Sager'!B3: refunds", d.Cell(2, "refunds").String())
	assert.Equal(t, "a.xlsx: 'Sager'!C3: centre", d.Cell(2, "centre").String(), "the case's own")
	assert.Equal(t, "centres.xlsx: 'Svar'!B3: staff", d.Cell(2, "staff").String(), "its respondent's")

	picked := d.Picked([]int{3, 2})
	assert.Equal(t, "b.xlsx: 'Sager'!C3: refunds", picked.Cell(0, "refunds").String())
	assert.Equal(t, "centres.xlsx: 'Svar'!B3: staff", picked.Cell(1, "staff").String())
}

func TestStackedKinds(t *testing.T) {
	one := func(file string, c *survey.Column) *survey.Dataset {
		d, err := survey.NewDataset("x", 1, survey.Origin{File: file, Rows: []int{2}}, c)
		require.NoError(t, err)
		return d
	}
	v := survey.Variable{Name: "v"}
	integer, decimal := survey.Variable{Name: "v", Kind: survey.KindInteger}, survey.Variable{Name: "v", Kind: survey.KindDecimal}
	blank := one("blank.csv", survey.NewText(v, []string{""}, []survey.Missing{na}))
	d, err := survey.Stacked("x", blank, one("a.csv", survey.NewNumber(integer, []float64{1}, nil)), one("b.csv", survey.NewNumber(decimal, []float64{1.5}, nil)))
	require.NoError(t, err)
	assert.Equal(t, survey.KindDecimal, d.Column("v").Kind)
	assert.Equal(t, []string{"", "1", "1.5"}, []string{d.Column("v").Answer(0), d.Column("v").Answer(1), d.Column("v").Answer(2)})
	d, err = survey.Stacked("x", one("a.csv", survey.NewNumber(integer, []float64{1}, nil)), one("b.csv", survey.NewText(v, []string{"ca. 2"}, nil)))
	require.NoError(t, err)
	assert.Equal(t, survey.KindText, d.Column("v").Kind)
	assert.Equal(t, "1", d.Column("v").Answer(0))
	_, err = survey.Stacked("x", blank, one("c.csv", survey.NewText(survey.Variable{Name: "w"}, []string{"x"}, nil)))
	assert.EqualError(t, err, "blank.csv: no column for \"w\", which c.csv has\nc.csv: no column for \"v\", which blank.csv has")
}

func TestJoinedProblems(t *testing.T) {
	cases := file(t, "c.xlsx", inOrder, []string{"Ribbe", "", "Ribe"}, []string{"2014", "2015", ""}, []float64{1, 2, -1})
	_, err := centres(t).Joined(cases, link())
	assert.EqualError(t, err, `c.xlsx: 'Sager'!A2: centre: got "Ribbe", want a respondent of centres; did you mean "Ribe"?
c.xlsx: 'Sager'!A3: centre: got nothing, want the respondent that the case belongs to`)
	_, err = centres(t).Joined(cases, survey.Link{Roster: "case", Parent: "center", Index: "staf", Key: "nr"})
	assert.EqualError(t, err, `c.xlsx: 'Sager': case: no variable "center" in cases; did you mean "centre"?
c.xlsx: 'Sager': case: no variable "nr" in cases
c.xlsx: 'Sager': case: no variable "staf" in centres; did you mean "staff"?`)
	d, err := centres(t).Joined(cases.Picked([]int{2}), link())
	require.NoError(t, err)
	assert.Zero(t, d.Rows(), "a row with nothing but a respondent is no case")
	require.Len(t, d.Notes(), 1)
	twice := centres(t).Picked([]int{0, 1, 0})
	_, err = twice.Joined(cases.Picked([]int{2}), link())
	assert.ErrorContains(t, err, "cases are linked by it, and it names another respondent as well, in row 2")
}

func TestOnce(t *testing.T) {
	d, err := wide(t).Picked([]int{0, 0}).Reshape("case")
	require.NoError(t, err)
	same, err := d.Once(survey.RefuseDuplicates)
	require.NoError(t, err, "few answers may be alike by chance, and other respondents' are no matter")
	assert.Equal(t, d.Rows(), same.Rows())

	keyed := file(t, "c.xlsx", inOrder, []string{"Ribe", "Ribe", "Aarhus"}, []string{"2014", "2014", "2014"}, []float64{1, 2, 3})
	l := link()
	l.Key = "made"
	cases, err := centres(t).Joined(keyed, l)
	require.NoError(t, err)
	assert.Equal(t, "Ribe-2014-2", cases.Column("case_id").Text(2))
	_, err = cases.Once(survey.RefuseDuplicates)
	assert.EqualError(t, err, "c.xlsx: 'Sager'!C3: case: the case is given twice, first in c.xlsx: 'Sager'!C2; mend it, or say duplicates: keep or first")
	first, err := cases.Once(survey.FirstDuplicate)
	require.NoError(t, err)
	assert.Equal(t, 2, first.Rows())
	kept, err := cases.Once(survey.KeepDuplicates)
	require.NoError(t, err)
	assert.Equal(t, 3, kept.Rows())
	assert.Len(t, kept.Notes(), 1)
}

func TestUnrepeated(t *testing.T) {
	answers := func(status ...int16) *survey.Dataset {
		options := []survey.Option{{Name: "new"}, {Name: "partial"}, {Name: "completed"}}
		d, err := centres(t).Picked([]int{0, 1, 0, 0}).With(survey.NewSingle(survey.Variable{Name: survey.CompletionVariable, Options: options}, status, nil))
		require.NoError(t, err)
		return d
	}
	for _, c := range []struct {
		status []int16
		rule   survey.Repeats
		kept   []float64
	}{
		{[]int16{2, 1, 1, 1}, survey.LastComplete, []float64{2, 1}}, // the complete one, though it stands first
		{[]int16{1, 1, 2, 0}, survey.LastComplete, []float64{1, 2}},
		{[]int16{1, 1, 1, 0}, survey.LastComplete, []float64{1, 1}},
		{[]int16{0, 1, 2, 2}, survey.FirstRepeat, []float64{0, 1}},
	} {
		d, err := answers(c.status...).Unrepeated("centre", c.rule)
		require.NoError(t, err)
		var kept []float64
		for i := range d.Rows() {
			kept = append(kept, float64(d.Column(survey.CompletionVariable).Index(i)))
		}
		assert.Equal(t, c.kept, kept, "%v", c.status)
		assert.Len(t, d.Notes(), 1)
	}
	_, err := answers(2, 1, 1, 1).Unrepeated("centre", survey.RefuseRepeats)
	assert.ErrorContains(t, err, `centres.xlsx: 'Svar'!A2: centre: got "Aarhus" again, first in A2; say in study.yaml which answer counts, with repeats: last_complete or first`)
	_, err = answers(2, 1, 1, 1).Unrepeated("center", survey.FirstRepeat)
	assert.ErrorContains(t, err, `no variable "center" in centres; did you mean "centre"?`)
}

func TestCountCases(t *testing.T) {
	cases := file(t, "c.xlsx", inOrder, []string{"Ribe", "Ribe", "Aarhus"}, []string{"2014", "2015", "2014"}, []float64{1, -1, 3})
	d, err := centres(t).Joined(cases, link())
	require.NoError(t, err)
	counted, err := d.CountCases(2, 2)
	require.NoError(t, err)
	require.Len(t, counted.Notes(), 1)
	assert.Equal(t, "c.xlsx: case: respondents with fewer than the 2 cases to be drawn: 1 of 2 (c.xlsx: 'Sager'!B4)", counted.Notes()[0].String())
	_, err = d.CountCases(0, 1)
	assert.EqualError(t, err, "c.xlsx: 'Sager'!B3: case: the respondent has 2 cases, want at most 1")
}
