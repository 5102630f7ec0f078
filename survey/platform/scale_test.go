package platform

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInOrder(t *testing.T) {
	for _, want := range [][]string{
		{"Helt enig", "Overvejende enig", "Hverken enig eller uenig", "Overvejende uenig", "Helt uenig", "Ved ikke"},
		{"Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree", "Don't know"},
		{"Meget tilfreds", "Tilfreds", "Hverken/eller", "Utilfreds", "Meget utilfreds"},
		{"Always", "Often", "Sometimes", "Rarely", "Never", "Prefer not to answer"},
		{"Dagligt", "Ugentligt", "Månedligt", "Sjældnere", "Aldrig"},
		{"I meget høj grad", "I høj grad", "I nogen grad", "I ringe grad", "Slet ikke"},
		{"Very favorably", "Somewhat favorably", "Neither favorably nor unfavorably (neutral)", "Somewhat unfavorably", "Unfamiliar (N/A)"},
		{"High school degree", "Some college or Associate degree", "Bachelor degree", "Graduate degree"},
		{"Ja", "Nej", "Ikke relevant", "Ved ikke"},
		{"1 year or less", "2 - 4 years", "5-7 years", "8 - 10 years", "11 - 20 years", "21 - 30 years", "41 years or more"},
		{"Ingen", "Under 50 ansatte", "50-99 ansatte", "100 ansatte eller flere", "Andet"},
		{"Under 18", "18-29", "30-44", "45-60", "Over 60"},
		{"$0 - $24,999", "$25,000 - $49,999", "$100,000 - $149,999", "$150,000+"},
		{"Agree", "Blue", "Green", "Other", "Don’t know"}, // no scale has these
		{"1 kat", "hund", "kat"},
	} {
		got := slices.Clone(want)
		slices.Reverse(got)
		InOrder(got, func(s string) string { return s })
		assert.Equal(t, want, got)
	}
}
