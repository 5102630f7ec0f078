package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func TestParsePart(t *testing.T) {
	hidden := func(q string) bool { return q == "total" }
	for _, c := range []struct {
		source    string
		checked   bool
		questions []string
		holds     bool // where a is 1 and everything else is blank
	}{
		{"${a}='1' and ${b}=''", true, []string{"a", "b"}, true},
		{"${a}='2' and today() > 1", false, []string{"a"}, false},
		{"${a}='1' and today() > 1", false, []string{"a"}, true},
		{"(${a}='1') and (once(${b}) or ${c}='x')", false, []string{"a"}, true},
		{"${a}='2' or today() > 1", false, nil, true},
		{"${total} > 3", false, nil, true},
		{"${total} > 3 and not(${a}='1')", false, []string{"a"}, false},
		{"instance('x')/data/item[a='and' and b=${a}]/label = 'y'", false, nil, true},
	} {
		rule, err := survey.ParsePart(c.source, hidden)
		require.NotNil(t, rule, c.source)
		if c.checked {
			assert.NoError(t, err, c.source)
		} else {
			assert.ErrorIs(t, err, survey.ErrUnsupported, c.source)
		}
		assert.Equal(t, c.checked, rule.Checked(), c.source)
		assert.Equal(t, c.source, rule.Source)
		assert.Equal(t, c.questions, rule.Questions(), c.source)
		assert.Equal(t, c.holds, rule.Holds(func(name string) string {
			if name == "a" {
				return "1"
			}
			return ""
		}), c.source)
	}
	rule, err := survey.ParsePart("${a} = ", nil)
	assert.Nil(t, rule)
	assert.Error(t, err)
}
