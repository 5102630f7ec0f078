package weight_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/weight"
)

// A margin with a category nobody is in can never be met: it is named before
// anything is tried, by every adjustment, in place of a run that does not end.
func TestTrapMarginWithoutRespondents(t *testing.T) {
	margin := weight.Margin{Variable: "region", Categories: []string{"north", "south", "west"}, Counts: []float64{4, 5, 1}, Of: []int32{0, 0, 1, 1}}
	for _, a := range []weight.Adjustment{weight.Rake{Margins: []weight.Margin{margin}}, weight.PostStratify{Margin: margin},
		weight.Calibrate{Margins: []weight.Margin{margin}}} {
		_, err := a.Adjust([]float64{1, 2, 3, 4})
		assert.EqualError(t, err, `region: category "west" has a count of 1 and no respondents with weight; join it with another category`, a.Name())
	}
}
