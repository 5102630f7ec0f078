package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

const (
	__ = survey.Present
	na = survey.NotAnswered
	nr = survey.NotReturned
)

var sizes = []survey.Option{{Name: "small"}, {Name: "large"}, {Name: "dont_know", Meaning: survey.DontKnow}}

// wide returns three jobcentres with two case blocks: 1017 wrote two cases,
// 1018 one in the second block, 1019 none.
func wide(t *testing.T) *survey.Dataset {
	t.Helper()
	origin := survey.Origin{File: "jobcentres.xlsx", Sheet: "Dataset", Rows: []int{2, 3, 5}}
	d, err := survey.NewDataset("jobcentres", 3, origin,
		survey.NewText(survey.Variable{Name: "respondent", Role: survey.RoleID}, []string{"1017", "1018", "1019"}, nil).From([][]int{{1}}),
		survey.NewNumber(survey.Variable{Name: "consultants", Kind: survey.KindInteger}, []float64{2, 0, 1}, nil).From([][]int{{2}}))
	require.NoError(t, err)
	block := func(size []int16, missing []survey.Missing, bits []uint64, refunds []float64, at int) *survey.Dataset {
		b, err := survey.NewDataset("case", 3, origin,
			survey.NewSingle(survey.Variable{Name: "firm_size", Options: sizes}, size, missing).From([][]int{{at}}),
			survey.NewMultiple(survey.Variable{Name: "measures", Options: sizes[:2]}, bits, nil).From([][]int{{at + 1, at + 2}}),
			survey.NewNumber(survey.Variable{Name: "refunds", Kind: survey.KindInteger}, refunds, nil).From([][]int{{at + 3}}))
		require.NoError(t, err)
		return b
	}
	d, err = d.WithRoster("case",
		block([]int16{0, -1, -1}, []survey.Missing{__, nr, nr}, []uint64{3, 0, 0}, []float64{1, 0, 0}, 3),
		block([]int16{-1, 1, -1}, []survey.Missing{na, __, nr}, []uint64{2, 0, 0}, []float64{0, 4, 0}, 7))
	require.NoError(t, err)
	return d
}

func TestReshape(t *testing.T) {
	cases, err := wide(t).Reshape("case")
	require.NoError(t, err)
	cases = cases.Named("cases")

	assert.Equal(t, "cases", cases.Unit())
	require.Equal(t, 3, cases.Rows())
	var ids, respondents []string
	var numbers []float64
	for i := range cases.Rows() {
		ids = append(ids, cases.Column("case_id").Text(i))
		respondents = append(respondents, cases.Column("respondent").Text(i))
		numbers = append(numbers, cases.Column("case_number").Number(i))
	}
	assert.Equal(t, []string{"1017-1", "1017-2", "1018-2"}, ids)
	assert.Equal(t, []string{"1017", "1017", "1018"}, respondents)
	assert.Equal(t, []float64{1, 2, 2}, numbers)
	assert.Equal(t, survey.RoleID, cases.Column("case_id").Role)
	assert.Equal(t, survey.RoleAnswer, cases.Column("respondent").Role, "it may occur many times")
	assert.Equal(t, 0.0, cases.Column("consultants").Number(2))
	assert.Equal(t, survey.NotAnswered, cases.Column("firm_size").Missing(1))
	assert.Equal(t, "large", cases.Column("firm_size").Answer(2))
	assert.Equal(t, "small large", cases.Column("measures").Answer(0))

	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!C2: firm_size", cases.Cell(0, "firm_size").String())
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!J3: refunds", cases.Cell(2, "refunds").String(), "case in block 2")
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!A3: respondent", cases.Cell(2, "respondent").String())
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!3:3: case_id", cases.Cell(2, "case_id").String(), "derived")
}

// Reshape then count equals counting the blocks.
func TestReshapeCounts(t *testing.T) {
	d := wide(t)
	cases, err := d.Reshape("case")
	require.NoError(t, err)
	for _, option := range []string{"small", "large", "dont_know"} {
		inBlocks := 0
		for _, b := range d.Blocks("case") {
			inBlocks += count(b.Column("firm_size"), option)
		}
		assert.Equal(t, inBlocks, count(cases.Column("firm_size"), option), option)
	}
}

func count(c *survey.Column, option string) int {
	n := 0
	for i := range c.Rows() {
		if c.Answer(i) == option {
			n++
		}
	}
	return n
}

func TestReshapeErrors(t *testing.T) {
	d := wide(t)
	_, err := d.Reshape("sag")
	assert.EqualError(t, err, `jobcentres: no roster "sag"`)
	_, err = d.WithRoster("case", d.Blocks("case")...)
	assert.EqualError(t, err, "jobcentres: two rosters are called case")
	_, err = d.WithRoster("other", d.Blocks("case")[0], d)
	assert.EqualError(t, err, "jobcentres: block 2 of roster other has other variables than block 1")
	nameless, err := survey.NewDataset("jobcentres", 3, survey.Origin{})
	require.NoError(t, err)
	nameless, err = nameless.WithRoster("case", d.Blocks("case")...)
	require.NoError(t, err)
	_, err = nameless.Reshape("case")
	assert.EqualError(t, err, "jobcentres: no variable identifies the respondent of a case")
}

func TestNotes(t *testing.T) {
	d := wide(t)
	noted := d.Noted(survey.Problem{Message: "seen"})
	assert.Empty(t, d.Notes())
	assert.Len(t, noted.Notes(), 1)
	assert.Equal(t, []string{"case"}, noted.Rosters())
}
