package platform_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// EFS gives the options of a question columns without a common name: v_12 and
// v_13 are one question, v_14 was asked of others, v_16 does not follow, and
// v_20 is coded from 1.
func TestQuestbackColumnsWithoutACommonName(t *testing.T) {
	path := csv(t, "lfdn;dispcode;v_12;v_13;v_14;v_16;v_20;v_21",
		"1;31;1;0;-77;1;1;0",
		"2;31;0;0;1;0;2;1",
		"3;31;-77;-77;0;1;2;1",
		"4;32;1;1;-66;0;1;0",
		"5;22;-99;-99;1;0;-77;0")
	l, d := guessed(t, path)
	c := d.Column("v_12")
	require.NotNil(t, c)
	assert.Equal(t, survey.KindMultiple, c.Kind)
	assert.Equal(t, "12||not_asked|12 13|not_answered", values(c))
	assert.Equal(t, "v_12 – v_13", c.Label.In("da"))
	assert.Nil(t, d.Column("v_13"))
	assert.Equal(t, "not_asked|1|0|not_answered|1", values(d.Column("v_14")), "asked of others")
	assert.Equal(t, "1|0|1|0|0", values(d.Column("v_16")))
	assert.Equal(t, "1|2|2|1|not_asked", values(d.Column("v_20")))
	assert.Equal(t, "0|1|1|0|0", values(d.Column("v_21")), "alone")
	assert.Contains(t, strings.Join(l.Guesses(), "\n"), `"v_12" to "v_13" are columns of 0 and 1 that were asked of the same people`)

	// The mapping that the study keeps divides them again.
	m := l.Mapping()
	for i, v := range m.Variables {
		if v.Name == "v_12" {
			m.Variables[i] = platform.MappedVariable{Name: "v_12", Kind: "integer", Role: "answer", Columns: []string{"v_12"}}
			m.Variables = append(m.Variables, platform.MappedVariable{Name: "v_13", Kind: "integer", Role: "answer", Columns: []string{"v_13"}})
		}
	}
	d, err := platform.ReadMapped(open(t, path), m, nil, "rows")
	require.NoError(t, err)
	assert.Equal(t, "1|0|not_asked|1|not_answered", values(d.Column("v_12")))
	assert.Equal(t, "0|0|not_asked|1|not_answered", values(d.Column("v_13")))
}
