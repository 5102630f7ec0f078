package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// Incomes in kroner may look like a personal number; numbers of one length, or
// few, stay suspect. 0707614285 is made up, with a check digit that holds.
func TestAmountsAreNoCPRNumbers(t *testing.T) {
	const number = 707614285
	problems := func(values []float64) int {
		rows := make([]int, len(values))
		for i := range rows {
			rows[i] = i + 2
		}
		d, err := survey.NewDataset("units", len(values), survey.Origin{File: "a.csv", Rows: rows},
			survey.NewNumber(survey.Variable{Name: "x", Kind: survey.KindInteger}, values, nil))
		require.NoError(t, err)
		return len(survey.CPRProblems(d))
	}
	amounts := []float64{7654321, 87654321, number}
	for i := range 30 {
		amounts = append(amounts, 650000000+7*float64(i))
	}
	assert.Equal(t, 0, problems(amounts), "amounts of seven, eight and nine digits")
	assert.Equal(t, 1, problems(amounts[2:]), "numbers of one length, such as a case's")
	assert.Equal(t, 1, problems(amounts[:20]), "too few to tell")
	many := append([]float64(nil), amounts...)
	for range 4 {
		many = append(many, number)
	}
	assert.Equal(t, 5, problems(many), "too many of them")

	// Personal numbers whose dates were damaged but for two, with codes of one
	// and two digits among them: they are no amounts. 0707614285 and 0707614358
	// are made up, with check digits that hold: 4·0+3·7+2·0+7·7+6·6+5·1+4·4+3·3+2·5
	// and 8 are 154, 14 times 11.
	damaged := []float64{9, 99, number, 707614358}
	for i := range 40 {
		damaged = append(damaged, 4507614285+1e6*float64(i))
	}
	assert.Equal(t, 2, problems(damaged))
}
