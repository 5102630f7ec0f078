package study

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/render"
)

// foundStudy has four of one group, two of another and one of a third in a
// category, and a category of one group that is too small.
func foundStudy(t *testing.T) *Study {
	t.Helper()
	texts := []string{"Rygsmerter", "Rygsmerter", "Rygsmerter", "Rygsmerter", "Slidgigt", "Slidgigt", "Brækket arm", "Stress", "Stress", "Stress", ""}
	var cases strings.Builder
	cases.WriteString("number;office;text\n")
	for i, text := range texts {
		fmt.Fprintf(&cases, "%d;Aarhus;%s\n", i+1, text)
	}
	s, err := Load(folder(t, with(smallFiles(), map[string]string{
		"cases.csv": cases.String(), "decisions.csv": "id,category\n1,physical\n",
	})))
	require.NoError(t, err)
	return s
}

// The appendix lists what was found under each category: groups of fewer cases
// than may be printed are joined and unnamed.
func TestFound(t *testing.T) {
	s := foundStudy(t)
	assert.Equal(t, []string{"condition-groups"}, s.TableIDs())
	tables, err := s.Layers("condition-groups", "en", nil)
	require.NoError(t, err)
	table := tables[0]
	var rows []string
	for i, r := range table.Of.Rows {
		rows = append(rows, fmt.Sprintf("%s %s %d", r.ID, r.Kind, table.Of.Cells[i][0].N))
	}
	assert.Equal(t, []string{
		"physical net 7", "physical_back category 4", "physical_others category 3",
		"psychological net 3", "psychological_stress category 3",
		"total total 10",
	}, rows)
	var b strings.Builder
	require.NoError(t, render.Text(&b, table, "en", 0))
	assert.NotContains(t, b.String(), "Osteo")
	assert.NotContains(t, b.String(), "Injur")
}

// A group that is joined alone would be told by its category's total: the
// smallest named one goes with it.
func TestFoundJoinsEnough(t *testing.T) {
	s := foundStudy(t)
	s.config.Disclosure.Minimum = 4
	tables, err := s.Layers("condition-groups", "da", nil)
	require.NoError(t, err)
	table := tables[0]
	for _, r := range table.Of.Rows {
		assert.NotContains(t, r.ID, "physical_back", "three are left, so the four go with them")
	}
}

func TestAgreementInTheMethod(t *testing.T) {
	study := strings.Replace(smallStudy, "decisions: decisions.csv", "decisions: decisions.csv, agreement: agree.json", 1)
	s, err := Load(folder(t, with(smallFiles(), map[string]string{
		"study.yaml": study, "agree.json": `{"level": 0.95, "same": {"k": 9, "n": 10}, "kappa": {"value": 0.8, "low": 0.5, "high": 1}}`,
	})))
	require.NoError(t, err)
	data, err := s.Read(nil)
	require.NoError(t, err)
	assert.Equal(t, 9, data.Coded[0].Agreed.Same)
	assert.InDelta(t, 0.5, data.Coded[0].Agreed.Low, 1e-12)

	s, err = Load(folder(t, with(smallFiles(), map[string]string{"study.yaml": study, "agree.json": "{}"})))
	require.NoError(t, err)
	_, err = s.Read(nil)
	assert.EqualError(t, err, "agree.json: want what stikprove agree --format json wrote, of at least one unit")
}
