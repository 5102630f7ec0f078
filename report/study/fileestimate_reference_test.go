package study_test

import (
	"encoding/csv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/study"
)

const references = "../../testdata/reference/"

// referenceRow is a row of a reference file by column name.
type referenceRow map[string]string

func referenceRows(t testing.TB, file string) []referenceRow {
	t.Helper()
	f, err := os.Open(filepath.Join(references, file))
	require.NoError(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var rows []referenceRow
	for _, line := range lines[1:] {
		r := referenceRow{}
		for k, name := range lines[0] {
			r[name] = line[k]
		}
		rows = append(rows, r)
	}
	return rows
}

// number returns the field called name, NaN where it is empty.
func (r referenceRow) number(t testing.TB, name string) float64 {
	t.Helper()
	if r[name] == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(r[name], 64)
	require.NoError(t, err)
	return v
}

// design is the row's design.
func (r referenceRow) design() study.FileDesign {
	return study.FileDesign{PSU: r["psu"], Strata: r["strata"], Weights: r["weights"], FPC: r["fpc"], LonelyPSU: r["lonely"],
		Replicates: r["replicates"], PPS: r["pps"], MSE: r["mse"] == "1", Minimum: 1}
}

// spec asks for the row's estimate.
func (r referenceRow) spec() study.EstimateSpec {
	s := study.EstimateSpec{Interval: r["interval"]}
	if r["by"] != "" {
		s.By = strings.Split(r["by"], ",")
	}
	v := []string{r["variable"]}
	switch r["statistic"] {
	case "mean":
		s.Means = v
	case "total":
		s.Totals = v
	case "ratio":
		s.Ratios = v
	case "quantile":
		s.Quantiles = []string{r["variable"] + ":" + r["quantile"]}
	case "variance":
		s.Variances = v
	case "proportion":
		s.Proportions = v
	}
	return s
}

// worst is the largest deviation met, and how many numbers were compared.
type worst struct {
	n         int
	deviation float64
	where     string
}

// compare holds numbers against each other: a relative deviation, or for small
// numbers an absolute one.
func (w *worst) compare(t *testing.T, want, got, tolerance float64, where string) {
	t.Helper()
	if math.IsNaN(want) {
		return
	}
	w.n++
	d := math.Abs(want-got) / max(math.Abs(want), 1e-6)
	if math.IsNaN(got) {
		d = math.Inf(1)
	}
	if d > w.deviation {
		w.deviation, w.where = d, where
	}
	if d > tolerance {
		assert.Fail(t, "deviates", "%s: want %v, got %v (%.2g)", where, want, got, d)
	}
}

// TestEstimatesAgreeWithR compares with R 4.2.2 and survey 4.1-1; see
// testdata/reference/estimate.R.
func TestEstimatesAgreeWithR(t *testing.T) {
	for _, file := range []string{"estimate-linear.csv", "estimate-lonely.csv", "estimate-replicates.csv", "estimate-pps.csv", "estimate-bootstrap.csv"} {
		t.Run(file, func(t *testing.T) {
			found := map[string]*study.Estimates{}
			reports := map[string]*worst{}
			for _, r := range referenceRows(t, file) {
				// One reading makes all rows of a design, statistic and domain.
				key := strings.Join([]string{r["file"], r["psu"], r["strata"], r["weights"], r["fpc"], r["lonely"], r["replicates"], r["mse"],
					r["statistic"], r["variable"], r["quantile"], r["interval"], r["by"], r["pps"]}, "|")
				e := found[key]
				if e == nil {
					var err error
					e, err = study.EstimateFile(filepath.Join(references, r["file"]), r.design(), r.spec(), nil)
					require.NoError(t, err, key)
					found[key] = e
				}
				where := key + " " + r["domain"] + " " + r["category"]
				at := slices.IndexFunc(e.Rows, func(v study.Estimated) bool { return v.Domain == r["domain"] && v.Category == r["category"] })
				if !assert.GreaterOrEqual(t, at, 0, where) {
					continue
				}
				got := e.Rows[at]
				name := r["statistic"]
				if r["interval"] != "" {
					name += " " + r["interval"]
				}
				if r["pps"] != "" {
					name += " " + strings.SplitN(r["pps"], ":", 2)[0]
				}
				if r["replicates"] != "" {
					name += " " + r["replicates"]
				}
				if r["lonely"] != "" {
					name += " " + r["lonely"]
				}
				w := reports[name]
				if w == nil {
					w = &worst{}
					reports[name] = w
				}
				// R fits a model for these by iteration, until the deviance changes
				// by less than 1e-8; the traced likelihood shows it the most.
				interval := map[string]float64{"logit": 5e-8, "likelihood": 1e-6}[r["interval"]]
				if interval == 0 {
					interval = 1e-9
				}
				w.compare(t, r.number(t, "n"), float64(got.N), 0, where+" n")
				w.compare(t, r.number(t, "estimate"), got.Value, 1e-9, where+" estimate")
				w.compare(t, r.number(t, "se"), got.SE, 1e-9, where+" se")
				w.compare(t, r.number(t, "df"), float64(got.DF), 0, where+" df")
				w.compare(t, r.number(t, "low"), got.Low, interval, where+" low")
				w.compare(t, r.number(t, "high"), got.High, interval, where+" high")
				w.compare(t, r.number(t, "deff"), got.Deff, 1e-8, where+" deff")
				w.compare(t, r.number(t, "deff_replace"), got.DeffReplace, 1e-8, where+" deff replace")
			}
			for _, name := range slices.Sorted(maps.Keys(reports)) {
				w := reports[name]
				t.Logf("%s: %d numbers, largest deviation %.2g at %s", name, w.n, w.deviation, w.where)
			}
		})
	}
}
