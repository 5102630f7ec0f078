package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// findings returns what is found of a text about the study of these tests, of
// which the table by industry has a test with this p and, where asked, letters.
func findings(t *testing.T, text, language string, p float64, letters ...string) []string {
	t.Helper()
	o, err := ParseOutline("report.md", []byte(text))
	require.NoError(t, err)
	c := content(o)
	cross := crossTable()
	cross.Tests = []crosstab.Test{{Result: association.Result{Method: association.RaoScottF, P: p}}}
	if letters != nil {
		cross.Adjustment = association.Holm
		for j, letter := range []string{"A", "B", "C", ""} {
			cross.Columns[j].Letter = letter
		}
		cross.Cells[0][0].Letters = letters
	}
	c.Tables[1] = cross
	d, err := Arrange(c, language)
	require.NoError(t, err)
	var out []string
	for _, f := range d.Findings {
		out = append(out, f.String())
	}
	return out
}

const (
	building = `{{ pct "by-industry" "physical" "building" }}` // 75 %
	care     = `{{ pct "by-industry" "physical" "care" }}`     // 42 %
	small    = `{{ pct "size" "under_50" }}`                   // 42 %
	visits   = `{{ pct "effort" "visits" "yes" }}`             // 66 %, census
	has      = `{{ pct "effort" "consultants" "yes" }}`        // 85 %, census
)

// A verdict is warned of where the table's test does not find what it says, and
// where it finds the opposite.
func TestVerdictsNeedATest(t *testing.T) {
	const found, chance = 0.01, 0.3
	for _, c := range []struct {
		language, text string
		p              float64
		want           string // part of the one finding; empty for none
	}{
		{"da", "Andelen er højere i bygge (" + building + ") end i social (" + care + ").", found, ""},
		{"da", "Andelen er højere i bygge (" + building + ") end i social (" + care + ").", chance, `1:12: got "højere", which no test carries: the test in table "by-industry" does not (p = 0,300)`},
		{"da", "Andelen er lavere i bygge (" + building + ") end i social (" + care + ").", found, `got "lavere", which no test carries: in table "by-industry" it is the other way`},
		{"da", "I bygge er det " + building + ", mens det er lavere i social (" + care + ").", found, ""},
		{"da", "Med " + building + " er der flere fysiske lidelser i bygge end i social (" + care + ").", found, ""},
		{"da", "Med " + building + " er der færre fysiske lidelser i bygge end i social (" + care + ").", found, "it is the other way"},
		{"da", "Andelen er steget fra " + care + " til " + building + ".", found, ""},
		{"da", "Andelen er steget fra " + building + " til " + care + ".", found, "it is the other way"},
		{"da", "Andelen er faldet markant fra " + building + " til " + care + ".", found, ""},
		{"da", "Andelen er " + small + ", hvilket er en markant stigning.", found, `got "markant"`},
		{"da", "Der er forskel på bygge (" + building + ") og social (" + care + ").", found, ""},
		{"da", "Der er forskel på bygge (" + building + ") og social (" + care + ").", chance, `got "forskel"`},
		{"da", "Der er ingen forskel på bygge (" + building + ") og social (" + care + ").", chance, ""},
		{"da", "Der er ingen forskel på bygge (" + building + ") og social (" + care + ").", found, `1:14: got a denial of "forskel", which no test carries: table "by-industry" finds one; want that no difference could be shown`},
		{"da", "Andelen er ikke højere i bygge (" + building + ") end i social (" + care + ").", found, `got a denial of "højere"`},
		{"da", "Andelen er ikke lavere i bygge (" + building + ") end i social (" + care + ").", found, ""},
		{"da", "Andelen på " + small + " er ikke steget.", found, `got a denial of "steget"`},
		{"en", "There is no difference between construction (" + building + ") and care (" + care + ").", chance, ""},
		{"en", "The share is not higher in construction (" + building + ") than in care (" + care + ").", found, `got a denial of "higher"`},
		{"da", "I bygge er andelen signifikant højere (" + building + ").", found, ""}, // than everybody's 53 %
		{"da", "I social er andelen højere (" + care + ").", found, "it is the other way"},
		{"da", "Forskellen er {{ difference \"by-industry\" \"physical\" \"building\" \"care\" }}.", found, ""},
		{"da", "Forskellen er {{ difference \"by-industry\" \"physical\" \"building\" \"care\" }}.", chance, `got "forskellen"`},
		{"da", "Flere i bygge end i landbrug: {{ pct \"by-industry\" \"physical\" \"farming\" }} mod " + building + ".", found, "is hidden"},
		{"da", "Der er dobbelt så mange sager i social ({{ n \"by-industry\" \"physical\" \"care\" }}) end i bygge ({{ n \"by-industry\" \"physical\" \"building\" }}).", found, "its counts are not tested"},
		{"da", visits + " tager ud, og det er lavere end de " + has + " med konsulenter.", found, ""}, // a census is what it is
		{"da", visits + " tager ud, og det er signifikant lavere end de " + has + " med konsulenter.", found, ""},
		{"da", "Det er hyppigere i små firmaer (" + small + ") end i bygge (" + building + ").", found, "are two tables"},
		{"da", "Store firmaer ({{ pct \"size\" \"from_50\" }}) er sjældnere end små (" + small + ").", found, `the intervals in table "size" overlap`},
		{"en", "The share is higher in building (" + building + ") than in care (" + care + ").", found, ""},
		{"en", "The share is higher in building (" + building + ") than in care (" + care + ").", chance, `1:14: got "higher", which no test carries: the test in table "by-industry" does not (p = 0.300)`},
		{"en", "It has fallen sharply from " + building + " to " + care + ".", found, ""},
		{"en", "It has risen from " + building + " to " + care + ".", found, `got "risen"`},
		{"en", "There are more physical conditions in building (" + building + ") than in care (" + care + ").", found, ""},
		{"en", "There are fewer physical conditions in building (" + building + ") than in care (" + care + ").", found, "the other way"},
		{"en", "It grew significantly, to " + small + ".", found, `got "grew"`},
	} {
		got := findings(t, c.text, c.language, c.p)
		if strings.Contains(c.text, "signifikant lavere") {
			assert.Len(t, got, 1, "a census has no test: %s", c.text)
			continue
		}
		if c.want == "" {
			assert.Empty(t, got, "%s (p = %v)", c.text, c.p)
			continue
		}
		require.Len(t, got, 1, c.text)
		assert.Contains(t, got[0], c.want, c.text)
	}
}

// Letters compare two columns, and say more than the table's one test.
func TestLettersCarryVerdicts(t *testing.T) {
	text := "Andelen er højere i bygge (" + building + ") end i social (" + care + ")."
	assert.Empty(t, findings(t, text, "da", 0.3, "B"))
	got := findings(t, text, "da", 0.01, "C")
	require.Len(t, got, 1)
	assert.Contains(t, got[0], "the letters in table \"by-industry\" do not say so")
}

// Words that hold no verdict are left alone.
func TestNoVerdict(t *testing.T) {
	for language, texts := range map[string][]string{
		"da": {
			"Andelen er steget.",                                // no number
			"I hvert fald " + small + " er små.",                // falls in another sense
			small + " er med firmaer med mere end 100 ansatte.", // a limit
			"Mere end halvdelen, {{ pct \"size\" \"under_50\" }}. {{ fine \"prøve\" }}",
			small + " omfatter mere end én lidelse.",
			small + " falder ind under § 56.",
			small + " svarer »Flere end før«.", // an answer
			"Andelen er ikke højere i bygge (" + building + ") end i social (" + care + ").",
			"Der er ingen forskel på " + building + " og " + care + ".",
			"Det er højere. Her er " + small + ".", // another sentence
			small + " har en øget risiko for fravær.", "Højeste fuldførte uddannelse: " + small + ".",
			small + " har færre end de ti dage, der kræves.",
			"Andelen er højere (" + small + ") {{ fine \"kendt fra loven\" }}.",
			"Andelen er højere (" + small + "). {{ fine \"kendt fra loven\" }}",
		},
		"en": {
			small + " are firms of more than 100 employees.",
			small + " have higher education.", "Highest level of education: " + small + ".",
			small + " fall under section 56.",
			"It is not higher in building (" + building + ") than in care (" + care + ").",
			small + " carry an increased risk.",
		},
	} {
		for _, text := range texts {
			assert.Empty(t, findings(t, text, language, 0.3), text)
		}
	}
}

// A remark that says a finding is meant silences its own sentence only.
func TestFineIsForOneSentence(t *testing.T) {
	got := findings(t, "Andelen er højere ("+small+"). {{ fine \"set før\" }} Den er lavere ("+small+").", "da", 0.3)
	require.Len(t, got, 1)
	assert.Contains(t, got[0], `got "lavere"`)
	_, err := ParseOutline("report.md", []byte("Her {{ fine }}."))
	assert.EqualError(t, err, `report.md:1:5: got 0 names, want {{ fine "why" }}`)
	words, _, err := lookedAt(t, `x {{ fine "why" }}y`, "en")
	require.NoError(t, err)
	assert.Equal(t, "x y", words)
}

func TestNumbersTypedByHand(t *testing.T) {
	for text, want := range map[string]string{
		"Der er 195 sager.":                    `report.md:1:8: got "195", typed by hand; want a number that is looked up: {{ N "size" }}, {{ given "195" }} for one from elsewhere, or {{ fine "why" }} in the sentence`,
		"Af 15.759 aftaler":                    `got "15.759"`,
		"I alt 77 sager og":                    `got "77"`,
		"Det er niogtredive procent.":          `got "niogtredive procent"`,
		"Godt en fjerdedel er små.":            `1:6: got "en fjerdedel"`,
		"To tredjedele af dem":                 `got "To tredjedele"`,
		"Halvdelen er små.":                    `1:1: got "Halvdelen"`,
		"Hver tiende er stor.":                 `got "Hver tiende"`,
		"Fire ud af ti er små.":                `got "Fire ud af ti"`,
		"Omkring fyrre jobcentre":              `got "fyrre"`,
		"Først et afsnit.\n\nSå 84 jobcentre.": `report.md:3:4: got "84"`,
		"*Fed* og **84** jobcentre":            `1:12: got "84"`,
		"Note[^1]\n\n[^1]: Der var 84 af dem.": `report.md:3:15: got "84"`,
	} {
		got := findings(t, text, "da", 1)
		require.Len(t, got, 1, text)
		assert.Contains(t, got[0], want, text)
	}
	for text, want := range map[string]string{
		"There are 195 cases.":     `{{ N "size" }}`,
		"About a third of them.":   `got "a third of"`,
		"Two thirds are small.":    `got "Two thirds"`,
		"One in ten is large.":     `got "One in ten"`,
		"Half of the firms":        `got "Half of the"`,
		"Some thirty-nine of them": `got "thirty-nine"`,
		"Forty percent are small":  `got "Forty percent"`,
	} {
		got := findings(t, text, "en", 1)
		require.Len(t, got, 1, text)
		assert.Contains(t, got[0], want, text)
	}
}

// Numbers that are names, times, limits or labels do not go out of date.
func TestNumbersThatMayBeTyped(t *testing.T) {
	for language, texts := range map[string][]string{
		"da": {
			"Efter § 56 og §§ 27-29 i 2015.", "Lov nr. 692 af 8. juni 2018, kapitel 14, stk. 12.", "I 1. halvår og 12. uge.",
			"Et 95 %-konfidensinterval.", "De er fyldt 50 år, 18-64 år, efter 14 dage.", "Firmaer med under 50 ansatte og 50 ansatte eller flere.",
			"Tre sager fra hvert sted.", "Tabel 12 og 13; afsnit 11.2.", "Hver anden uge og hver tredje dag.", "Et gebyr på 100 kr.",
			"1. Første punkt\n2. Andet punkt", "{{ given \"30.000\" }} aftaler.", "Der er 195 sager {{ fine \"de er talt\" }}.", "Svaret »77 gange«.", "Et halvt år.",
		},
		"en": {
			"Under section 56 in 2015.", "On 8 June 2018 and 12 May.", "Firms of at least 50 people, aged 18–64.", "In the first half of 2015.",
			"Within 14 days.", "A 95% confidence interval.", "A third party.", "Three cases from each.", "Tables 12 and 13 {{ fine \"x\" }}.",
		},
	} {
		for _, text := range texts {
			assert.Empty(t, findings(t, text, language, 1), text)
		}
	}
}

// The titles of figures and tables are read too, and it is said where those are
// described; they stand beside numbers though they look none up.
func TestTitlesNeedATest(t *testing.T) {
	c := content(nil)
	c.Titles = []Title{{survey.Words("Markant flere aftaler"), survey.Problem{File: "study.yaml", Row: 4, Column: 5}}, {Words: survey.Words("Lidelsens art")}, {Words: survey.Words("Er andelen steget?")}}
	c.Figures = c.Figures[:1]
	c.Figures[0].Title, c.Figures[0].At = survey.Words("Andelen er steget"), survey.Problem{File: "study.yaml", Row: 7, Column: 5}
	d, err := Arrange(c, "da")
	require.NoError(t, err)
	require.Len(t, d.Findings, 2)
	assert.Contains(t, d.Findings[0].String(), `study.yaml:4:5: got "`)
	assert.Contains(t, d.Findings[1].String(), `study.yaml:7:5: got "steget", which no test carries`)
}
