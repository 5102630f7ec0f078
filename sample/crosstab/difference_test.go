package crosstab

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A share of 0.41 beside a known one of 0.54 is 0.13 lower. A hidden share has
// no difference, which would give it back.
func TestDifference(t *testing.T) {
	table := &Table{
		Columns: []Column{{ID: AllID, Kind: All}, {ID: ReferenceID, Kind: Reference}},
		Cells: [][]Cell{
			{{P: 0.41}, {P: 0.54}},
			{{Suppressed: Primary}, {P: 0.54}},
			{{P: 0.41}, {P: math.NaN()}},
		},
	}
	assert.InDelta(t, -0.13, table.Difference(0, 1), 1e-12)
	assert.True(t, math.IsNaN(table.Difference(1, 1)), "a hidden share")
	assert.True(t, math.IsNaN(table.Difference(2, 1)), "a share that is not known")
}
