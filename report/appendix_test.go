package report

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func fielded(t *testing.T) *survey.Instrument {
	t.Helper()
	rule, err := survey.ParseRule("${visits} = 'yes'")
	require.NoError(t, err)
	odd, err := survey.ParseRule("${visits} = 'yes' and ${staff} > 3")
	require.NoError(t, err)
	yesNo := []survey.Option{{Name: "yes", Label: both("Ja", "Yes")}, {Name: "no", Label: both("Nej", "No")}}
	question := func(name string, kind survey.Kind, label survey.Text, options ...survey.Option) survey.Question {
		return survey.Question{Variable: survey.Variable{Name: name, Kind: kind, Label: label, Options: options}}
	}
	in := &survey.Instrument{Language: "da", Rosters: []survey.Roster{{Name: "case", Label: both("Sag", "Case"), Count: 3}}, Questions: []survey.Question{
		question("visits", survey.KindSingle, both("Besøger I virksomheder?", "Do you visit firms?"), yesNo...),
		question("staff", survey.KindInteger, both("Antal medarbejdere", "Number of staff")),
		question("why", survey.KindText, survey.Words("")),
		question("what", survey.KindMultiple, survey.Text{"da": "Hvad 010170-1237?"}, yesNo...),
	}}
	in.Questions[0].Section = both("Kontakt", "Contact")
	in.Questions[1].Section, in.Questions[1].Relevant = both("Kontakt", "Contact"), rule
	in.Questions[2].Relevant = odd
	in.Questions[3].Roster = "case"
	return in
}

// The questionnaire is printed as fielded: sections, routing in words, answers.
func TestQuestionnaireAppendix(t *testing.T) {
	want := map[string]string{
		"da": "= Bilag: Spørgeskemaet\n== Kontakt\n*1.~Besøger I virksomheder?*\n- Ja\n- Nej\n" +
			"*2.~Antal medarbejdere* – Stilles, hvis svaret på spørgsmål 1 er »Ja«. Svaret er et helt tal.\n" +
			"*3.~why* – Stilles ikke til alle; det afhænger af tidligere svar. Åbent svar.\n== Sag, gentaget 3 gange\n*4.~Hvad xxxxxx-xxxx?* Flere svar kan vælges.\n- Ja\n- Nej\n",
		"en": "= Appendix: The questionnaire\n== Contact\n*1.~Do you visit firms?*\n- Yes\n- No\n" +
			"*2.~Number of staff* – Asked if the answer to question 1 is “Yes”. The answer is a whole number.\n" +
			"*3.~why* – Not asked of all; it depends on earlier answers. Open answer.\n== Case, repeated 3 times\n*4.~Hvad xxxxxx-xxxx?* Several answers may be chosen.\n- Yes\n- No\n",
	}
	for language, text := range want {
		c := content(nil)
		c.Appendices, c.Instrument = []Appendix{{Name: AppendixQuestionnaire}}, fielded(t)
		d, err := Arrange(c, language)
		require.NoError(t, err)
		got := ""
		for _, b := range d.Blocks {
			switch b := b.(type) {
			case Heading:
				if b.Number != "" || b.ID == "tabeller" || b.ID == "tables" || len(got) > 0 && b.Level == 1 {
					break
				}
				got += map[int]string{1: "= ", 2: "== ", 3: "=== "}[b.Level] + dumpText(b.Text) + "\n"
			case Paragraph:
				got += tilde(dumpText(b.Text)) + "\n"
			case List:
				for _, item := range b.Items {
					got += "- " + dumpText(item[0].(Paragraph).Text) + "\n"
				}
			}
		}
		assert.Equal(t, text, got)
	}
}

// Only words and signs that some table has are defined.
func TestDefinitionsAppendix(t *testing.T) {
	defined := func(c Content) []string {
		c.Appendices = []Appendix{{Name: AppendixDefinitions}}
		d, err := Arrange(c, "en")
		require.NoError(t, err)
		var out []string
		for _, b := range d.Blocks {
			if l, ok := b.(List); ok {
				for _, item := range l.Items {
					out = append(out, plain(item[0].(Paragraph).Text[0].(Emphasis).Text))
				}
			}
		}
		return out
	}
	all := content(nil)
	assert.Equal(t, []string{"N", "n", "Total", "Of-which row", "Don’t know", "Interval", "Cluster", "All were asked", "•"}, defined(all))
	all.Tables = all.Tables[3:4]
	all.Figures = nil
	assert.Equal(t, []string{"N", "All were asked"}, defined(all))
	assert.Empty(t, defined(Content{Study: survey.Words("x")}))
}

// Every word there is in one language is there in the other.
func TestAppendixWordsAreComplete(t *testing.T) {
	assert.Len(t, englishAppendix.terms, len(danishAppendix.terms))
	assert.Equal(t, keys(danishAppendix.kinds), keys(englishAppendix.kinds))
	for _, w := range []appendixWords{danishAppendix, englishAppendix} {
		v := reflect.ValueOf(w)
		for i := range v.NumField() {
			assert.False(t, v.Field(i).IsZero(), v.Type().Field(i).Name)
		}
	}
}
