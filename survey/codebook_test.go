package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func TestCodebook(t *testing.T) {
	options := []survey.Option{{Name: "yes", Code: "1"}, {Name: "no", Code: "2"}, {Name: "dont_know", Code: "3", Meaning: survey.DontKnow}}
	absences := []survey.Missing{survey.Present, survey.NotAnswered, survey.NotAsked, survey.NotReturned, survey.Present}
	block := func(values ...float64) *survey.Dataset {
		d, err := survey.NewDataset("case", 5, survey.Origin{}, survey.NewNumber(survey.Variable{Name: "refunds", Kind: survey.KindInteger}, values, nil))
		require.NoError(t, err)
		return d
	}
	d, err := survey.NewDataset("jobcentres", 5, survey.Origin{},
		survey.NewSingle(survey.Variable{Name: "contact", Options: options}, []int16{0, -1, -1, -1, 2}, absences),
		survey.NewMultiple(survey.Variable{Name: "measures", Options: options}, []uint64{3, 0, 1, 4, 7}, nil),
		survey.NewText(survey.Variable{Name: "centre"}, []string{"a", "b", "c", "d", "e"}, nil))
	require.NoError(t, err)
	d, err = d.WithRoster("case", block(1, 0, 2, 0, 3), block(0, 0, 4, 0, 0))
	require.NoError(t, err)

	book := d.Codebook()
	assert.Equal(t, "jobcentres", book.Unit)
	assert.Equal(t, 5, book.Rows)
	require.Len(t, book.Entries, 3)
	contact := book.Entries[0]
	assert.Equal(t, []int{1, 0, 1}, contact.Counts)
	assert.Equal(t, []int{2, 1, 1, 1}, []int{contact.Present, contact.NotAnswered, contact.NotAsked, contact.NotReturned})
	assert.Equal(t, []int{3, 2, 2}, book.Entries[1].Counts)
	assert.Nil(t, book.Entries[2].Counts)
	for _, e := range book.Entries {
		assert.Equal(t, book.Rows, e.Present+e.NotAnswered+e.NotAsked+e.NotReturned)
	}

	// Nothing identifies the jobcentres, so that their rows do.
	cases, err := d.Cases("case")
	require.NoError(t, err)
	assert.Equal(t, 4, cases.Rows())
	assert.Equal(t, "3-2", cases.Column("case_id").Text(2))
	assert.Equal(t, 3.0, cases.Column("row").Number(2))
	assert.Equal(t, 4.0, cases.Column("refunds").Number(2))
	assert.Nil(t, cases.Column("contact"), "the respondent's answers are in their own table")
	_, err = d.Cases("visit")
	assert.EqualError(t, err, `jobcentres: no roster "visit"`)
}

// A list may be longer than what several answers can be chosen from.
func TestCodebookOfLongList(t *testing.T) {
	v := survey.Variable{Name: "municipality"}
	for i := range 98 {
		v.Options = append(v.Options, survey.Option{Name: string(rune('a'+i/26)) + string(rune('a'+i%26))})
	}
	d, err := survey.NewDataset("rows", 2, survey.Origin{}, survey.NewSingle(v, []int16{97, 97}, nil))
	require.NoError(t, err)
	assert.Equal(t, 2, d.Codebook().Entries[0].Counts[97])
	assert.Equal(t, 0, d.Codebook().Entries[0].Counts[0])
	assert.Empty(t, survey.CPRProblems(d))
}
