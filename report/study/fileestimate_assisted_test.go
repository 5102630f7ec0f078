package study_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/study"
)

// TestAssistedTotalsAgreeWithR compares with R 4.2.2 and survey 4.1-1; see
// testdata/reference/estimate.R.
func TestAssistedTotalsAgreeWithR(t *testing.T) {
	reports := map[string]*worst{}
	for _, r := range referenceRows(t, "estimate-assisted.csv") {
		spec := study.EstimateSpec{Totals: []string{r["variable"]}, Model: r["model"], Groups: r["groups"], Auxiliary: strings.Split(r["auxiliary"], ";")}
		require.NoError(t, spec.Check())
		e, err := study.EstimateFile(filepath.Join(references, r["file"]), r.design(), spec, nil)
		require.NoError(t, err)
		require.Len(t, e.Rows, 1)
		w := reports[r["model"]+" "+r["replicates"]]
		if w == nil {
			w = &worst{}
			reports[r["model"]+" "+r["replicates"]] = w
		}
		where := strings.Join([]string{r["file"], r["model"], r["auxiliary"], r["variable"], r["replicates"]}, " ")
		w.compare(t, r.number(t, "estimate"), e.Rows[0].Value, 1e-9, where+" estimate")
		w.compare(t, r.number(t, "se"), e.Rows[0].SE, 1e-9, where+" se")
		assert.InDelta(t, r.number(t, "df"), e.Rows[0].DF, 0, where)
	}
	for name, w := range reports {
		t.Logf("%s: %d numbers, largest deviation %.2g at %s", name, w.n, w.deviation, w.where)
	}
}
