package survey_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

func editRule(t *testing.T, source string, must bool) survey.EditRule {
	t.Helper()
	r, err := survey.ParseRule(source)
	require.NoError(t, err)
	return survey.EditRule{ID: "r", Rule: r, Must: must}
}

func TestViolations(t *testing.T) {
	cases, err := wide(t).Reshape("case") // 1017-1, 1017-2, 1018-2
	require.NoError(t, err)
	for _, c := range []struct {
		source string
		must   bool
		want   []int
	}{
		{`${refunds} > 3`, false, []int{2}},
		{`${refunds} > ${consultants}`, false, []int{2}},
		{`${refunds} <= 3`, true, []int{2}},
		{`${firm_size} = ''`, false, []int{1}},
		{`${firm_size} = 'small'`, true, []int{2}}, // the one who did not answer is not held to it
		{`selected(${measures}, 'large') and ${firm_size} != 'small'`, false, []int{1}},
		{`${refunds} > 99`, false, nil},
	} {
		found, err := cases.Violations([]survey.EditRule{editRule(t, c.source, c.must)})
		require.NoError(t, err)
		assert.Equal(t, c.want, found[0].Rows, c.source)
	}
	found, err := cases.Violations([]survey.EditRule{
		editRule(t, `${case_number} = 2 and ${refunds} = 4`, false), editRule(t, `${case_number} = 2`, false)})
	require.NoError(t, err)
	require.Len(t, found, 2)
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!J3: refunds", found[0].Cells[0].String(), "the first that was read")
	assert.Equal(t, "jobcentres.xlsx: 'Dataset'!2:2: case_number", found[1].Cells[0].String(), "all are derived")
}

func TestEditRuleCheck(t *testing.T) {
	cases, err := wide(t).Reshape("case")
	require.NoError(t, err)
	for source, want := range map[string]string{
		`${refund} > 3`: `no variable "refund" in case; did you mean "refunds"?`,
		`1 > 3`:         `"1 > 3" names no variable`,
		`. > 3`:         `a rule stands at no question that "." could mean; name one as ${name}`,
		`${refunds} > 0 and not('smal' != ${firm_size})`: `firm_size has no option "smal"; did you mean "small"?`,
		`selected(${measures}, 'mentor')`:                `measures has no option "mentor"; there is "small", "large"`,
		`${firm_size} = '' or ${respondent} = 'x'`:       ``,
	} {
		rule := editRule(t, source, false)
		if want == "" {
			assert.NoError(t, rule.Check(cases), source)
			continue
		}
		assert.EqualError(t, rule.Check(cases), want, source)
		_, err := cases.Violations([]survey.EditRule{rule})
		assert.EqualError(t, err, "rule r: "+want)
	}
}
