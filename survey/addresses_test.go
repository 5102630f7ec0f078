package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/survey"
)

func TestAddresses(t *testing.T) {
	cells := []survey.Problem{
		{File: "a.xlsx", Sheet: "Svar", Row: 3, Column: 21, Variable: "v", Message: "m"},
		{File: "a.xlsx", Sheet: "Svar", Row: 14, Column: 21},
		{File: "a.xlsx", Sheet: "Ark 2", Row: 14},
		{File: "b.csv", Row: 4, Column: 2},
		{File: "b.csv", Row: 5, Column: 2},
		{File: "b.csv", Row: 6, Line: true},
	}
	assert.Equal(t, "a.xlsx: 'Svar'!U3, U14; a.xlsx: 'Ark 2'!14:14; b.csv: B4, B5, 6", survey.Addresses(cells, 9))
	assert.Equal(t, "a.xlsx: 'Svar'!U3 and 5 more", survey.Addresses(cells, 1))
	assert.Empty(t, survey.Addresses(nil, 3))
}
