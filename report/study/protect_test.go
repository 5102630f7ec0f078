package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// unprotectedExample returns the example's tables of cases before disclosure
// control, and its rules.
func unprotectedExample(t *testing.T) ([]*crosstab.Table, disclosure.Rules) {
	t.Helper()
	s, err := Load(example)
	require.NoError(t, err)
	s = s.afresh()
	data, err := s.read(nil)
	require.NoError(t, err)
	var tables []*crosstab.Table
	for _, spec := range s.config.Tables {
		table, err := s.table(data, spec)
		require.NoError(t, err)
		if !data.Samples[spec.Sample].Design.Open {
			tables = append(tables, table...)
		}
	}
	return tables, s.disclosureRules(data)
}

// What all tables of the example print together leaves every hidden count a
// range that goes past the minimum.
func TestExampleIsProtectedTogether(t *testing.T) {
	tables, rules := unprotectedExample(t)
	together := disclosure.ProtectAll(tables, rules)
	intervals := disclosure.Intervals(together, rules)
	assert.Len(t, intervals, 28)
	for _, i := range intervals {
		assert.True(t, i.Exact, i)
		assert.GreaterOrEqual(t, i.High, 3.0, i)
		assert.Greater(t, i.High, i.Low, i)
	}
	assert.Empty(t, disclosure.Audit(together, rules))
}
