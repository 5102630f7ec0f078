package survey_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

var answers = map[string]string{
	"consultants": "1", "measures": "1 6", "percent": "12.5", "made": "2014-05-01", "zero": "01", ".": "4",
}

func TestRuleHolds(t *testing.T) {
	for source, want := range map[string]bool{
		`${consultants}='1'`:                           true,
		`${consultants} = "2"`:                         false,
		`${consultants}=1`:                             true,
		`${zero}='1'`:                                  false, // option names are not numbers
		`${zero}=1`:                                    true,
		`${unanswered}='1'`:                            false,
		`${unanswered}!='1'`:                           true,
		`${unanswered} < 3`:                            false,
		`${unanswered} >= 3`:                           false,
		`selected(${measures},'6')`:                    true,
		`selected(${measures}, '16')`:                  false,
		`not(selected(.,'4') and count-selected(.)>1)`: true,
		`count-selected(${measures}) = 2`:              true,
		`. >= 0 and . <= 100`:                          true,
		`. < -1 or . > 3.5`:                            true,
		`.>.5`:                                         true,
		`${percent} > 12 and (${consultants}='2' or true())`: true,
		`${made} >= '2014-01-01'`:                            true,
		`${made} < '2014-01-01'`:                             false,
		`${made} - '2014-04-01' = 30`:                        true,
		`${made} + 365 > '2015-04-30'`:                       true,
		`${made} + 365 >= '2015-05-02'`:                      false,
		`${percent}-2.5-${consultants} = 9`:                  true,
		`10 - -2 = 12 and 10 - (2 + 3) = 5`:                  true,
		`${unanswered} + 1 > 0 or ${unanswered} - 1 < 0`:     false,
		`'abc' + 1 = 'abc' + 1`:                              false, // nothing that can be compared
		`${unanswered} = '' and ${percent} != ''`:            true,
		`false() or not(${unanswered})`:                      true,
		"${consultants}='1'\n and\t. = 4":                    true,
	} {
		r, err := survey.ParseRule(source)
		require.NoError(t, err, source)
		assert.Equal(t, want, r.Holds(func(name string) string { return answers[name] }), source)
	}
}

func TestRuleQuestions(t *testing.T) {
	r, err := survey.ParseRule(`${b}='1' and (${a}='2' or ${b}='3') and .`)
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b"}, r.Questions())
}

func TestRuleErrors(t *testing.T) {
	for source, want := range map[string]string{
		``:                      `character 1: got the end, want a question, a number, a quoted string or a function`,
		`${a}=`:                 `character 6: got the end, want a question, a number, a quoted string or a function`,
		`${a}='1`:               `character 6: the quote does not end`,
		`${a}=‘1’`:              `character 6: got the quote ‘, want a straight one`,
		`${a`:                   `character 1: got "${a", want a question as ${name}`,
		`${}=1`:                 `character 1: got "${}", want a question as ${name}`,
		`(${a}=1`:               `character 8: got the end, want ")"`,
		`${a}=1 ${b}=1`:         `character 8: got "b", want "and", "or" or the end`,
		`${a}=1=1`:              `character 7: got "=", want "and", "or" or the end`,
		`selected(${a})`:        `character 1: selected has 1 arguments, want 2`,
		`and`:                   `character 1: got "and", want a question, a number, a quoted string or a function`,
		`regex(., 'a')`:         `character 1: "regex" is not among what can be checked here`,
		`. * 2 > 2`:             `character 3: "*" is not among what can be checked here`,
		`. + `:                  `character 5: got the end, want a question, a number, a quoted string or a function`,
		`../a = 1`:              `character 1: ".." is not among what can be checked here`,
		`1.2.3 = 1`:             `character 1: got "1.2.3", want a number`,
		strings.Repeat("(", 99): `parentheses are nested more than 50 deep`,
	} {
		_, err := survey.ParseRule(source)
		assert.EqualError(t, err, want, source)
	}
	_, err := survey.ParseRule(`. <= today()`)
	assert.ErrorIs(t, err, survey.ErrUnsupported)
	_, err = survey.ParseRule(`. <=`)
	assert.NotErrorIs(t, err, survey.ErrUnsupported)
}

func FuzzParseRule(f *testing.F) {
	for _, s := range []string{
		`${a}='1'`, `selected(${b},'6')`, `not(selected(.,'4') and count-selected(.)>1)`, `. >= 0 and . <= 100`,
		`-1 != ${c}`, `${b} - ${a} + 3 > -1-1`, `"`, `${`, `((`, "\xff", `’`, `true()or.`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		r, err := survey.ParseRule(source)
		if err != nil {
			return
		}
		r.Holds(func(name string) string { return name })
		again, err := survey.ParseRule("(" + source + ")")
		if err == nil { // one level more may be one too many
			assert.Equal(t, r.Questions(), again.Questions())
		}
	})
}
