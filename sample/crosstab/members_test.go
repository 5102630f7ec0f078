package crosstab_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
)

// The members of every cell are as many as the cell counts, and those of its
// base as many as its share is of.
func TestMembersAreWhatTheTableCounts(t *testing.T) {
	drawn := made(t, 300, 40, 7)
	several := census(t, multiple("measures", 1, 3, 2, 0, 8, -1, 3, 1, 1, 1), single("office", "aababbaabb", "a", "b"))
	battery := census(t, single("one", "aab-bbaabb", "a", "b"), single("two", "abab-baa-b", "a", "b"))
	nets := []crosstab.NetSpec{{ID: "net", Of: []string{"k1", "k2"}}}
	specs := map[string]struct {
		of *sample.Sample
		crosstab.Spec
	}{
		"of column": {drawn, crosstab.Spec{ID: "x", Rows: "kind", Columns: "group", OfWhich: "mark", Nets: nets}},
		"of row":    {drawn, crosstab.Spec{ID: "x", Rows: "kind", Columns: "group", Percent: crosstab.OfRow}},
		"of total":  {drawn, crosstab.Spec{ID: "x", Rows: "kind", Columns: "group", Percent: crosstab.OfTotal}},
		"joined":    {drawn, crosstab.Spec{ID: "x", Rows: "kind", Columns: "group", ColumnsLargest: 2, RowsLargest: 3}},
		"where":     {drawn, crosstab.Spec{ID: "x", Rows: "kind", Where: map[string][]string{"group": {"g1", "g2"}}}},
		"mean":      {drawn, crosstab.Spec{ID: "x", Mean: "psu", Columns: "group"}},
		"sum":       {drawn, crosstab.Spec{ID: "x", Sum: "psu", Columns: "group"}},
		"several": {several, crosstab.Spec{ID: "x", Rows: "measures", Columns: "office",
			Nets: []crosstab.NetSpec{{ID: "any", Of: []string{"a", "b"}}}}},
		"battery": {battery, crosstab.Spec{ID: "x", Items: []string{"one", "two"}}},
	}
	for name, spec := range specs {
		t.Run(name, func(t *testing.T) {
			table, err := crosstab.Build(spec.of, spec.Spec, 0.95)
			require.NoError(t, err)
			members, err := crosstab.MembersOf(spec.of, spec.Spec)
			require.NoError(t, err)
			assert.Len(t, members.Total(), table.Base.N)
			for r := range table.Rows {
				for c := range table.Columns {
					assert.Len(t, members.Counted(table, r, c), table.Cells[r][c].N, "%s, %s", table.Rows[r].ID, table.Columns[c].ID)
					if table.Rows[r].Kind != crosstab.Mean && table.Rows[r].Kind != crosstab.Sum {
						assert.Len(t, members.Base(table, r, c), table.Cells[r][c].Base, "%s, %s", table.Rows[r].ID, table.Columns[c].ID)
					}
				}
			}
		})
	}
}

// Rows that were joined after the table was built, as words too small to be
// named are, count what no other row does.
func TestMembersOfRowsJoinedLater(t *testing.T) {
	s := made(t, 100, 10, 3)
	spec := crosstab.Spec{ID: "x", Rows: "group"}
	table, err := crosstab.Build(s, spec, 0)
	require.NoError(t, err)
	members, err := crosstab.MembersOf(s, spec)
	require.NoError(t, err)
	joined := *table
	joined.Rows = append([]crosstab.Row{{ID: crosstab.JoinedID, Kind: crosstab.Category, Joined: true}}, table.Rows[2:]...)
	assert.Len(t, members.Counted(&joined, 0, 0), table.Cells[0][0].N+table.Cells[1][0].N)
	assert.Len(t, members.Counted(&joined, 1, 0), table.Cells[2][0].N)
}
