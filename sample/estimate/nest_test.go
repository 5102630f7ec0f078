package estimate_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample"
	"stikprove/sample/estimate"
)

// TestNestAgreesWithR: ambulances of scd are numbered within their ESA, as with
// nest = TRUE of svydesign. See testdata/reference/nest.R.
func TestNestAgreesWithR(t *testing.T) {
	columns := map[string][]float64{}
	for _, r := range reference(t, filepath.Join("data", "scd.csv")) {
		for _, name := range []string{"ESA", "ambulance", "arrests", "alive"} {
			columns[name] = append(columns[name], r.number(t, name))
		}
	}
	for _, r := range reference(t, "nest.csv") {
		d := sample.Design{PSU: "ambulance", Strata: "ESA", Nest: true}
		if r["replicates"] == "brr" {
			d.Replicates.Method = sample.BRR
		}
		s := numbers(t, d, columns)
		var e estimate.Estimate
		switch r["statistic"] {
		case "mean":
			e = estimate.Mean(s, values(s, "alive"))
		case "total":
			e = estimate.Total(s, values(s, "arrests"))
		default:
			e = estimate.Ratio(s, values(s, "alive"), values(s, "arrests"))
		}
		what := r["replicates"] + " " + r["statistic"]
		near(t, r.number(t, "value"), e.Value, 1e-12, what)
		near(t, r.number(t, "se"), e.SE, 1e-9, what)
		assert.InDelta(t, r.number(t, "df"), e.DF, 0, what)
	}
}
