package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCodedText(t *testing.T) {
	k := Coded{Scheme: "x/y", Version: "2.0", Rules: 190, Decided: 3, Uncoded: 2}
	assert.Equal(t, "Free text is coded by the scheme x/y, version 2.0. Of 195 descriptions 190 (97%) were coded by rules, "+
		"3 (2%) were decided by a person and 2 (1%) had no content.", english.codedText(k))
	k.Memory, k.Learned, k.Rules = 10, 5, 175
	k.Agreed = &Agreed{Units: 40, Same: 37, Kappa: 0.885, Low: 0.7712, High: 0.999, Level: 0.95}
	assert.Equal(t, "Fritekst er kodet efter skemaet x/y, version 2.0. Af 195 beskrivelser er 175 (90\u00a0%) kodet efter regler, "+
		"10 (5\u00a0%) kodet, som en person har kodet samme tekst før, 5 (3\u00a0%) gættet ud fra lignende ord, 3 (2\u00a0%) afgjort af en person og 2 (1\u00a0%) uden indhold. "+
		"To kodere har kodet 37 af 40 beskrivelser ens (93\u00a0%); Cohens kappa er 0,89 (95\u00a0%-konfidensinterval 0,77 til 1,00).", danish.codedText(k))
	k.Agreed.Low = math.NaN()
	assert.NotContains(t, danish.codedText(k), "konfidens")
	assert.Contains(t, english.codedText(Coded{Scheme: "x"}), "Of 0 descriptions 0 (–)")
}
