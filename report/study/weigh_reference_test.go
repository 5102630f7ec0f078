package study_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/study"
)

// weighing writes the margins of a case to a file and says what is asked of it
// in the words of the command line.
func (r referenceRow) weighing(t *testing.T, counts []referenceRow) study.Weighing {
	t.Helper()
	method, written, _ := strings.Cut(r["what"], ":")
	crossed := strings.Contains(written, "*")
	lines := [][]string{{"variable", "category", "count"}}
	if crossed {
		lines = [][]string{append(strings.Split(written, "*"), "count")}
	}
	for _, c := range counts {
		switch {
		case c["case"] != r["case"]:
		case crossed:
			lines = append(lines, append(strings.Split(c["category"], "*"), c["count"]))
		default:
			lines = append(lines, []string{c["variable"], c["category"], c["count"]})
		}
	}
	file := filepath.Join(t.TempDir(), "margins.csv")
	f, err := os.Create(file)
	require.NoError(t, err)
	require.NoError(t, csv.NewWriter(f).WriteAll(lines))
	require.NoError(t, f.Close())
	w := study.Weighing{Variance: r["variance"]}
	if r["low"] != "" {
		w.Bounds = r["low"] + "," + r["high"]
	}
	switch method {
	case "post":
		w.Post = []string{file}
	case "none":
	default:
		w.Margins, w.Calibrate = []string{file}, method
	}
	if r["trim"] != "" {
		w.Trim, w.TrimOnce = strings.ReplaceAll(r["trim_bounds"], ";", ","), r["trim"] == "trimonce"
	}
	return w
}

// TestCalibratedEstimatesAgreeWithR goes the way of the command line, from the
// files, over the means and totals of testdata/reference/weight.R.
func TestCalibratedEstimatesAgreeWithR(t *testing.T) {
	counts, wants := referenceRows(t, "weight-margins.csv"), referenceRows(t, "weight-estimates.csv")
	estimates, errors := &worst{}, &worst{}
	for _, c := range referenceRows(t, "weight-cases.csv") {
		o := c.design()
		o.PSU, o.FPC, o.LonelyPSU = strings.ReplaceAll(c["psu"], ";", ","), strings.ReplaceAll(c["fpc"], ";", ","), "adjust"
		o.Weighing = c.weighing(t, counts)
		flag, err := o.Check()
		require.NoError(t, err, flag)
		spec := study.EstimateSpec{}
		var rows []referenceRow
		for _, statistic := range []string{"mean", "total"} {
			for _, want := range wants {
				if want["case"] != c["case"] || want["statistic"] != statistic || want["domain"] != "" {
					continue
				}
				rows = append(rows, want)
				if statistic == "mean" {
					spec.Means = append(spec.Means, want["variable"])
				} else {
					spec.Totals = append(spec.Totals, want["variable"])
				}
			}
		}
		e, err := study.EstimateFile(filepath.Join(references, c["file"]), o, spec, nil)
		require.NoError(t, err, "%v", c)
		require.Len(t, e.Rows, len(rows))
		for i, want := range rows {
			where := "case " + c["case"] + " " + want["statistic"] + " " + want["variable"]
			estimates.compare(t, want.number(t, "estimate"), e.Rows[i].Value, 1e-9, where)
			se := want.number(t, "se")
			if se < 1e-7*math.Abs(e.Rows[i].Value) { // a known total
				assert.Less(t, e.Rows[i].SE, 1e-6*math.Abs(e.Rows[i].Value), where)
				continue
			}
			errors.compare(t, se, e.Rows[i].SE, 1e-8, where)
		}
	}
	t.Logf("%d estimates, largest deviation %.2g at %s", estimates.n, estimates.deviation, estimates.where)
	t.Logf("%d standard errors, largest deviation %.2g at %s", errors.n, errors.deviation, errors.where)
}
