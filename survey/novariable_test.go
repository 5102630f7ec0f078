package survey

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNoVariable(t *testing.T) {
	column := func(name, label string) *Column {
		return NewText(Variable{Name: name, Label: Text{"da": label}}, nil, nil)
	}
	d, err := NewDataset("cases", 0, Origin{},
		column("industry", "Branche"), column("firm_size", "Antal ansatte i virksomheden"), column("staff", "Ansatte i alt"))
	require.NoError(t, err)
	for name, want := range map[string]string{
		"industri":     `no variable "industri" in sample cases; did you mean "industry"?`,
		"branche":      `no variable "branche" in sample cases; did you mean "industry"?`,
		"virksomheden": `no variable "virksomheden" in sample cases; did you mean "firm_size"?`,
		"ansatte":      `no variable "ansatte" in sample cases`, // two labels have the word
		"region":       `no variable "region" in sample cases`,
	} {
		assert.Equal(t, want, d.NoVariable(name, "sample cases"))
	}
}
