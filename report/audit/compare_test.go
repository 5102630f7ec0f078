package audit

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// oneColumn is a table of counts of 100 for everybody.
func oneColumn(id string, rows []string, counts ...int) *crosstab.Table {
	t := &crosstab.Table{ID: id, Columns: []crosstab.Column{{Kind: crosstab.All}}}
	for i, name := range rows {
		t.Rows = append(t.Rows, crosstab.Row{ID: name, Label: survey.Text{"en": name}})
		t.Cells = append(t.Cells, []crosstab.Cell{{N: counts[i], Base: 100, P: float64(counts[i]) / 100}})
	}
	return t
}

// TestCompareAlike holds that a whole which names no table is compared with the
// one table that has its rows, and with none where two have them, where a cell
// is hidden, or where it is drawn from one column of many.
func TestCompareAlike(t *testing.T) {
	region := oneColumn("region", []string{"North", "South", "West"}, 41, 29, 30)
	other := oneColumn("other", []string{"North", "South", "West"}, 10, 20, 70)
	hidden := oneColumn("region", []string{"North", "South", "West"}, 41, 29, 30)
	hidden.Cells[0][0].Suppressed = crosstab.Primary
	whole := Claim{ID: "w", Kind: Whole, Of: []string{"North = 43", "South = 29", "West = 28"}}
	women := whole
	women.What, women.Drawn = "Women", true
	for name, c := range map[string]struct {
		claim  Claim
		tables []*crosstab.Table
		want   []string
	}{
		"one":    {whole, []*crosstab.Table{region, oneColumn("size", []string{"North", "Large"}, 1, 2)}, []string{"41.0 % in the study's table region", "30.0 % in the study's table region"}},
		"two":    {whole, []*crosstab.Table{region, other}, nil},
		"hidden": {whole, []*crosstab.Table{hidden}, []string{"30.0 % in the study's table region"}},
		"women":  {women, []*crosstab.Table{region}, nil},
	} {
		r := &Result{Checked: map[Rule]int{}}
		require.NoError(t, Compare(r, []*Claim{&c.claim}, c.tables, "en"))
		var got []string
		for _, f := range r.Findings {
			got = append(got, f.Consistent)
		}
		assert.Equal(t, c.want, got, name)
	}
}
