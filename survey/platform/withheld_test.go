package platform_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// What somebody wrote in answer to an open question is never repeated, and
// personal numbers not anywhere.
func TestOpenTextIsWithheld(t *testing.T) {
	text := survey.Question{Variable: survey.Variable{Name: "pattern_text", Kind: survey.KindText}, Export: "tekst", Relevant: rule(t, "${consultants}='yes'")}
	in := instrument(t)
	in.Rosters = nil
	in.Questions = append(in.Questions[:3:3], text)
	path := csv(t, "jobcenter;fk;fk_antal;tekst",
		"Aarhus;2;;hver mandag 010203-1234",
		"070761-4285;1;1;", "070761-4285;Fru 070761-4285;;", "Vejle;1;spørg 0707614285;x")
	l, err := platform.Recognise(open(t, path), "")
	require.NoError(t, err)
	_, err = platform.Read(open(t, path), l, in, "rows")
	assert.EqualError(t, err, strings.TrimSpace(`
svar.csv: D2: pattern_text: got text (withheld), want nothing: asked only where ${consultants}='yes'
svar.csv: A4: jobcentre: got "xxxxxx-xxxx" again, first in A3; say in study.yaml which answer counts, with repeats: last_complete or first
svar.csv: B4: consultants: got "Fru xxxxxx-xxxx", want one of "Ja", "Nej", "Ved ikke"
svar.csv: C5: number: got "spørg xxxxxx-xxxx", want a whole number
`))
}
