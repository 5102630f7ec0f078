package crosstab_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Intervals of shares of answers are linearised, and it is said where the design
// has replicate weights.
func TestSharesOfAnswersSayThatTheyAreLinearised(t *testing.T) {
	for method, said := range map[sample.ReplicateMethod]bool{sample.JK1: true, sample.NoReplicates: false} {
		measures := multiple("measures", 1, 3, 2, 1, 8, 2, 3, 1, 1, 1)
		ds, err := survey.NewDataset("offices", measures.Rows(), survey.Origin{}, measures)
		require.NoError(t, err)
		s, err := sample.Bind(ds, sample.Design{Name: "offices", Replicates: sample.Replication{Method: method}})
		require.NoError(t, err)
		table, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "measures", Answers: true}, 0.95)
		require.NoError(t, err)
		assert.Equal(t, said, contains(table, crosstab.NoteAnswersLinear), method.String())
	}
}

func contains(t *crosstab.Table, kind crosstab.NoteKind) bool {
	for _, n := range t.Notes {
		if n.Kind == kind {
			return true
		}
	}
	return false
}

// Rows that weigh the same know nothing of how weights were adjusted: neither
// their estimates nor their variances.
func TestEquallyForgetsAdjustments(t *testing.T) {
	s := bound(t, single("kind", "abababab", "a", "b"))
	adjusted, err := s.Adjusted(func(w []float64) ([]float64, error) {
		out := make([]float64, len(w))
		for i := range w {
			out[i] = 2 * w[i]
		}
		return out, nil
	})
	require.NoError(t, err)
	times, accounted := adjusted.Adjustments()
	assert.Equal(t, 1, times)
	assert.False(t, accounted)
	projected := adjusted.Projected(sample.Projection{Solve: func(s []float64) []float64 { return s }})
	_, accounted = projected.Adjustments()
	assert.True(t, accounted)
	times, _ = projected.Equally().Adjustments()
	assert.Zero(t, times)
	assert.Empty(t, projected.Equally().Projections())
}
