package weight_test

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

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/sample/weight"
	"stikprove/survey"
)

const references = "../../testdata/reference/"

type line map[string]string

func lines(t testing.TB, file string) []line {
	t.Helper()
	f, err := os.Open(filepath.Join(references, file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []line
	for _, fields := range all[1:] {
		l := line{}
		for k, name := range all[0] {
			l[name] = fields[k]
		}
		out = append(out, l)
	}
	return out
}

// number returns the field called name, otherwise where it is empty.
func (l line) number(t testing.TB, name string, otherwise float64) float64 {
	t.Helper()
	if l[name] == "" {
		return otherwise
	}
	v, err := strconv.ParseFloat(l[name], 64)
	require.NoError(t, err)
	return v
}

// dataset reads a data file: columns of numbers are numbers.
func dataset(t testing.TB, file string) *survey.Dataset {
	t.Helper()
	f, err := os.Open(filepath.Join(references, file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var columns []*survey.Column
	for k, name := range all[0] {
		texts, numbers := make([]string, len(all)-1), make([]float64, len(all)-1)
		kind := survey.KindInteger
		for i, fields := range all[1:] {
			texts[i], numbers[i] = fields[k], math.NaN()
			if fields[k] == "" {
				continue
			}
			v, err := strconv.ParseFloat(fields[k], 64)
			switch {
			case err != nil:
				kind = survey.KindText
			case v != math.Trunc(v) && kind == survey.KindInteger:
				kind = survey.KindDecimal
			}
			numbers[i] = v
		}
		missing := make([]survey.Missing, len(texts))
		for i := range missing {
			if texts[i] == "" {
				missing[i] = survey.NotAnswered
			}
		}
		if kind == survey.KindText {
			columns = append(columns, survey.NewText(survey.Variable{Name: name, Kind: kind}, texts, missing))
		} else {
			columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: kind}, numbers, missing))
		}
	}
	ds, err := survey.NewDataset("rows", len(all)-1, survey.Origin{}, columns...)
	require.NoError(t, err)
	return ds
}

func numbers(ds *survey.Dataset, name string) []float64 {
	c := ds.Column(name)
	y := make([]float64, ds.Rows())
	for i := range y {
		y[i] = c.Number(i)
	}
	return y
}

func stages(written string) (string, string) {
	a, b, _ := strings.Cut(written, ";")
	return a, b
}

func bind(t testing.TB, ds *survey.Dataset, c line) *sample.Sample {
	t.Helper()
	d := sample.Design{Name: "rows", Strata: c["strata"], Lonely: sample.LonelyAdjust}
	d.PSU, d.Second = stages(c["psu"])
	d.FPC, d.SecondFPC = stages(c["fpc"])
	if d.Equal = c["weights"] == "equal"; !d.Equal {
		d.Weights = c["weights"]
	}
	var err error
	d.Replicates, err = sample.ParseReplication(c["replicates"])
	require.NoError(t, err)
	d.Replicates.MSE = c["mse"] == "1"
	s, err := sample.Bind(ds, d)
	require.NoError(t, err)
	return s
}

// adjustments makes what a case says, with the counts of its margins.
func adjustments(t testing.TB, s *sample.Sample, c line, counts []line) []weight.Adjustment {
	t.Helper()
	method, written, _ := strings.Cut(c["what"], ":")
	var margins []weight.Margin
	var totals []weight.Total
	var variance []float64
	for _, v := range strings.Split(written, "|") {
		var cells []weight.Cell
		for _, l := range counts {
			if l["case"] != c["case"] || l["variable"] != v {
				continue
			}
			n := l.number(t, "count", 0)
			if l["category"] == "" {
				totals = append(totals, weight.Total{Variable: v, X: numbers(s.Data, v), Total: n})
				continue
			}
			cells = append(cells, weight.Cell{Values: strings.Split(l["category"], "*"), Count: n})
		}
		if cells != nil {
			m, problems := weight.NewMargin(s.Data, strings.Split(v, "*"), cells, s.Weight)
			require.NoError(t, problems.Err())
			margins = append(margins, m)
		}
	}
	if c["variance"] != "" {
		variance = numbers(s.Data, c["variance"])
	}
	var out []weight.Adjustment
	switch method {
	case "none":
	case "post":
		out = append(out, weight.PostStratify{Margin: margins[0]})
	case "rake":
		out = append(out, weight.Rake{Margins: margins})
	default:
		metric, err := weight.ParseMetric(method)
		require.NoError(t, err)
		out = append(out, weight.Calibrate{Margins: margins, Totals: totals, Metric: metric, Variance: variance,
			Low: c.number(t, "low", 0), High: c.number(t, "high", 0)})
	}
	if c["trim"] != "" {
		low, high := stages(c["trim_bounds"])
		trim := weight.Trim{Once: c["trim"] == "trimonce"}
		trim.Low, _ = strconv.ParseFloat(low, 64)
		trim.High, _ = strconv.ParseFloat(high, 64)
		out = append(out, trim)
	}
	return out
}

// worst is the largest deviation met, and how many numbers were compared.
type worst struct {
	n         int
	deviation float64
	where     string
}

func (w *worst) compare(t *testing.T, want, got, tolerance float64, where string) {
	t.Helper()
	w.n++
	// Where a total is met exactly its error is 0, and the rounding of R's
	// is all there is.
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

// TestWeightsAgreeWithR compares with R 4.2.2 and survey 4.1-1; see
// testdata/reference/weight.R.
func TestWeightsAgreeWithR(t *testing.T) {
	counts := lines(t, "weight-margins.csv")
	samples := map[string]*sample.Sample{}
	kind := map[string]string{}
	reports := map[string]*worst{}
	report := func(name string) *worst {
		if reports[name] == nil {
			reports[name] = &worst{}
		}
		return reports[name]
	}
	data := map[string]*survey.Dataset{}
	for _, c := range lines(t, "weight-cases.csv") {
		if data[c["file"]] == nil {
			data[c["file"]] = dataset(t, c["file"])
		}
		s := bind(t, data[c["file"]], c)
		adjusted, _, err := weight.Apply(s, adjustments(t, s, c, counts)...)
		if !assert.NoError(t, err, "%v", c) {
			continue
		}
		samples[c["case"]] = adjusted
		name, _, _ := strings.Cut(c["what"], ":")
		if c["variance"] != "" {
			name = "greg with variance"
		}
		if c["low"] != "" {
			name += " within bounds"
		}
		if c["trim"] != "" {
			name = c["trim"]
		}
		if c["replicates"] != "" {
			name += " " + c["replicates"]
		}
		kind[c["case"]] = name
	}
	for _, l := range lines(t, "weight-weights.csv") {
		if s := samples[l["case"]]; s != nil {
			report(kind[l["case"]]+" weights").compare(t, l.number(t, "weight", 0), s.Weight[int(l.number(t, "row", 1))-1], 1e-8, "case "+l["case"]+" row "+l["row"])
		}
	}
	for _, l := range lines(t, "weight-estimates.csv") {
		s := samples[l["case"]]
		if s == nil {
			continue
		}
		e := estimated(t, s, l)
		where := "case " + l["case"] + " " + l["statistic"] + " " + l["variable"] + " " + l["domain"]
		report(kind[l["case"]]+" estimates").compare(t, l.number(t, "estimate", 0), e.Value, 1e-9, where)
		w := report(kind[l["case"]] + " standard errors")
		want := l.number(t, "se", 0)
		if math.Abs(want) < 1e-7*math.Abs(e.Value) { // met exactly
			assert.Less(t, e.SE, 1e-6*math.Abs(e.Value), where)
			continue
		}
		w.compare(t, want, e.SE, 1e-8, where)
	}
	for _, name := range slices.Sorted(maps.Keys(reports)) {
		w := reports[name]
		t.Logf("%s: %d numbers, largest deviation %.2g at %s", name, w.n, w.deviation, w.where)
	}
}

// estimated makes the estimate that a line has R's of.
func estimated(t testing.TB, s *sample.Sample, l line) estimate.Estimate {
	t.Helper()
	if name, value, ok := strings.Cut(l["domain"], "="); ok {
		keep := make([]bool, s.Rows())
		for i, v := range numbers(s.Data, name) {
			keep[i] = strconv.FormatFloat(v, 'f', -1, 64) == value
		}
		s = s.Domain(keep)
	}
	switch l["statistic"] {
	case "mean":
		return estimate.Mean(s, numbers(s.Data, l["variable"]))
	case "total":
		return estimate.Total(s, numbers(s.Data, l["variable"]))
	}
	y, x, _ := strings.Cut(l["variable"], "/")
	return estimate.Ratio(s, numbers(s.Data, y), numbers(s.Data, x))
}
