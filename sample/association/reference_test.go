package association_test

import (
	"encoding/csv"
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
	"stikprove/sample/association"
	"stikprove/survey"
)

// lines returns the records of a file of testdata/reference by heading.
func lines(t testing.TB, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, r := range all[1:] {
		record := map[string]string{}
		for k, name := range all[0] {
			record[name] = r[k]
		}
		out = append(out, record)
	}
	return out
}

func number(t testing.TB, s string) float64 {
	t.Helper()
	if s == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return v
}

// bands are those of table.R.
var bands = map[string][]float64{"api_band": {600, 700, 800}, "enroll_band": {300, 500, 900}, "meals_band": {25, 50, 75}}

func bandOf(name string) string {
	if name == "api_band" {
		return "api00"
	}
	return strings.TrimSuffix(name, "_band")
}

// study is a data set of reference, bound to designs.
type study struct {
	rows    []map[string]string
	samples map[string]*sample.Sample
}

var files = map[string]string{"clusters": "clusters.csv"}

func load(t testing.TB, name string) *study {
	file, ok := files[name]
	if !ok {
		file = filepath.Join("data", name+".csv")
	}
	return &study{rows: lines(t, file), samples: map[string]*sample.Sample{}}
}

// value returns a variable of a row, banded ones among them.
func (d *study) value(t testing.TB, row int, name string) string {
	if cuts, ok := bands[name]; ok {
		if d.rows[row][bandOf(name)] == "" {
			return ""
		}
		v := number(t, d.rows[row][bandOf(name)])
		k := 0
		for k < len(cuts) && v >= cuts[k] {
			k++
		}
		return strconv.Itoa(k)
	}
	if name == "combination_yes" {
		return map[string]string{"yes": "1", "no": "0"}[d.rows[row]["combination"]]
	}
	return d.rows[row][name]
}

// codes returns a variable as codes in the order of its values.
func (d *study) codes(t testing.TB, name string) ([]int32, int) {
	var values []string
	for i := range d.rows {
		values = append(values, d.value(t, i, name))
	}
	levels := slices.Clone(values)
	slices.Sort(levels)
	levels = slices.DeleteFunc(slices.Compact(levels), func(v string) bool { return v == "" })
	codes := make([]int32, len(values))
	for i, v := range values {
		k, found := slices.BinarySearch(levels, v)
		if codes[i] = int32(k); !found {
			codes[i] = -1
		}
	}
	return codes, len(levels)
}

func (d *study) numbers(t testing.TB, name string) []float64 {
	y := make([]float64, len(d.rows))
	for i := range y {
		y[i] = number(t, d.value(t, i, name))
	}
	return y
}

// sample returns the data under a design in the words of the flags.
func (d *study) sample(t testing.TB, psu, strata, weights, fpc string) *sample.Sample {
	id := strings.Join([]string{psu, strata, weights, fpc}, "|")
	if s := d.samples[id]; s != nil {
		return s
	}
	var columns []*survey.Column
	for name := range d.rows[0] {
		texts := make([]string, len(d.rows))
		numbers := make([]float64, len(d.rows))
		for i := range texts {
			texts[i] = d.rows[i][name]
			numbers[i], _ = strconv.ParseFloat(texts[i], 64)
		}
		if name == weights || strings.HasPrefix(name, "fpc") {
			columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, numbers, nil))
			continue
		}
		columns = append(columns, survey.NewText(survey.Variable{Name: name}, texts, nil))
	}
	ds, err := survey.NewDataset("rows", len(d.rows), survey.Origin{}, columns...)
	require.NoError(t, err)
	design := sample.Design{Name: "rows", Weights: weights}
	design.PSU, design.Second, _ = strings.Cut(psu, ",")
	design.Strata = strata
	design.FPC, design.SecondFPC, _ = strings.Cut(fpc, ",")
	s, err := sample.Bind(ds, design)
	require.NoError(t, err)
	d.samples[id] = s
	return s
}

// near asserts that got is within tolerance of want in relation.
func near(t *testing.T, want, got, tolerance float64, what string, worst *float64) {
	t.Helper()
	if math.IsNaN(want) {
		return
	}
	off := math.Abs(got-want) / max(math.Abs(want), 1e-12)
	*worst = max(*worst, off)
	assert.LessOrEqual(t, off, tolerance, "%s: got %v, want %v", what, got, want)
}

// TestTestsAgreeWithR compares statistics, degrees of freedom and p with R
// survey 4.1-1 and R 4.2.2; see testdata/reference/table.R.
func TestTestsAgreeWithR(t *testing.T) {
	sets := map[string]*study{}
	count, worst := map[string]int{}, map[string]float64{}
	for _, r := range lines(t, "table-tests.csv") {
		if sets[r["data"]] == nil {
			sets[r["data"]] = load(t, r["data"])
		}
		d := sets[r["data"]]
		s := d.sample(t, r["psu"], r["strata"], r["weights"], r["fpc"])
		got, statistic := run(t, d, s, r)
		what := strings.Join([]string{r["method"], r["data"], r["psu"], r["weights"], r["fpc"], r["rows"], r["columns"]}, " ")
		off := worst[r["method"]]
		near(t, number(t, r["statistic"]), statistic, 1e-8, what+" statistic", &off)
		near(t, number(t, r["df1"]), got.DF1, 1e-8, what+" df1", &off)
		near(t, number(t, r["df2"]), got.DF2, 1e-8, what+" df2", &off)
		if p := number(t, r["p"]); p > 1e-9 {
			near(t, p, got.P, 1e-8, what+" p", &off)
		} else {
			assert.InDelta(t, p, got.P, 1e-12, what)
		}
		worst[r["method"]] = off
		count[r["method"]]++
	}
	for _, method := range []string{"rao_scott", "rao_scott_chi", "rao_scott_exact", "rao_scott_null", "wald", "wald_adjusted", "pearson",
		"rank", "means", "trend", "spearman_estimate", "kendall_estimate", "gamma_estimate"} {
		assert.GreaterOrEqual(t, count[method], 10, method)
		t.Logf("%s: %d tables, furthest off %.1g", method, count[method], worst[method])
	}
}

// run returns the result that a record is of, and which of its numbers the
// record's statistic is.
func run(t *testing.T, d *study, s *sample.Sample, r map[string]string) (association.Result, float64) {
	method := association.Method(strings.TrimSuffix(r["method"], "_estimate"))
	switch method {
	case association.Spearman, association.Kendall, association.Gamma:
		got := association.Ranked(s, d.numbers(t, r["rows"]), d.numbers(t, r["columns"]), method)
		e := got.Effect
		return got, map[association.Method]float64{association.Spearman: e.Rho, association.Kendall: e.TauB, association.Gamma: e.Gamma}[method]
	case association.Trend:
		got := association.TrendTest(s, d.numbers(t, r["rows"]), d.numbers(t, r["columns"]))
		return got, got.Statistic
	}
	column, columns := d.codes(t, r["columns"])
	var got association.Result
	switch method {
	case association.RankTest:
		got = association.Ranks(s, d.numbers(t, r["rows"]), column, columns)
	case association.MeansWald:
		got = association.Means(s, d.numbers(t, r["rows"]), column, columns)
	default:
		row, rows := d.codes(t, r["rows"])
		c := association.NewCross(s, row, column, rows, columns)
		switch method {
		case association.Wald, association.WaldAdjusted:
			got = c.WaldTest(method)
		case association.Pearson:
			got = c.PearsonTest()
		default:
			got = c.RaoScott(method)
		}
	}
	return got, got.Statistic
}

// TestFitAgreesWithR compares fits to known shares with svygofchisq and
// chisq.test.
func TestFitAgreesWithR(t *testing.T) {
	worst, count := 0.0, 0
	for _, r := range lines(t, "table-fit.csv") {
		d := load(t, r["data"])
		s := d.sample(t, r["psu"], r["strata"], r["weights"], r["fpc"])
		codes, _ := d.codes(t, r["rows"])
		var known []float64
		for _, p := range strings.Fields(r["columns"]) {
			known = append(known, number(t, p))
		}
		got := association.Fit(s, codes, known, association.Method(r["method"]))
		what := strings.Join([]string{r["method"], r["data"], r["psu"], r["weights"], r["rows"]}, " ")
		near(t, number(t, r["df1"]), got.DF1, 1e-8, what+" df1", &worst)
		near(t, number(t, r["df2"]), got.DF2, 1e-8, what+" df2", &worst)
		near(t, number(t, r["statistic"]), got.Statistic, 1e-8, what+" statistic", &worst)
		if p := number(t, r["p"]); p > 1e-9 {
			near(t, p, got.P, 1e-8, what+" p", &worst)
		} else {
			assert.InDelta(t, p, got.P, 1e-12, what)
		}
		count++
	}
	assert.Greater(t, count, 90)
	t.Logf("%d fits, furthest off %.1g", count, worst)
}

// cross returns the counts as equally weighted rows.
func cross(t testing.TB, counts [][]int) *association.Cross {
	var row, column []int32
	for i := range counts {
		for j, n := range counts[i] {
			for range n {
				row, column = append(row, int32(i)), append(column, int32(j))
			}
		}
	}
	return association.NewCross(simple(t, len(row)), row, column, len(counts), len(counts[0]))
}

// simple returns a simple random sample of n rows.
func simple(t testing.TB, n int) *sample.Sample {
	ds, err := survey.NewDataset("rows", n, survey.Origin{})
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows"})
	require.NoError(t, err)
	return s
}

// TestFisherAgreesWithR compares with fisher.test.
func TestFisherAgreesWithR(t *testing.T) {
	worst, count := 0.0, 0
	for _, r := range lines(t, "table-fisher.csv") {
		rows, err := strconv.Atoi(r["rows"])
		require.NoError(t, err)
		cells := strings.Fields(r["counts"])
		counts := make([][]int, rows)
		for i, c := range cells {
			n, err := strconv.Atoi(c)
			require.NoError(t, err)
			counts[i*rows/len(cells)] = append(counts[i*rows/len(cells)], n)
		}
		c := cross(t, counts)
		got := c.FisherTest()
		near(t, number(t, r["p"]), got.P, 1e-7, "fisher "+r["counts"], &worst)
		// A Monte Carlo estimate of the tail of X² lies by Pearson's exact p, not Fisher's; see TestMonteCarlo.
		count++
	}
	assert.Greater(t, count, 40)
	t.Logf("%d tables, furthest off %.1g", count, worst)
}

// TestAdjustAgreesWithR compares with p.adjust.
func TestAdjustAgreesWithR(t *testing.T) {
	type key struct{ set, how string }
	p, want := map[key][]float64{}, map[key][]float64{}
	for _, r := range lines(t, "table-adjust.csv") {
		k := key{r["set"], r["how"]}
		p[k], want[k] = append(p[k], number(t, r["p"])), append(want[k], number(t, r["adjusted"]))
	}
	assert.Len(t, p, 24)
	for k := range p {
		assert.InDeltaSlice(t, want[k], association.Adjust(p[k], association.Adjustment(k.how)), 1e-15)
	}
}

// TestEffectsAgreeWithR compares with the formulas in table.R.
func TestEffectsAgreeWithR(t *testing.T) {
	worst := 0.0
	for _, r := range lines(t, "table-effects.csv") {
		d := load(t, r["data"])
		s := d.sample(t, "", "", "", "")
		row, rows := d.codes(t, r["rows"])
		column, columns := d.codes(t, r["columns"])
		e := association.NewCross(s, row, column, rows, columns).PearsonTest().Effect
		near(t, number(t, r["w"]), e.W, 1e-10, "w", &worst)
		near(t, number(t, r["v"]), e.CramersV, 1e-10, "v", &worst)
		near(t, number(t, r["corrected"]), e.CramersVCorrected, 1e-9, "corrected v", &worst)
	}
}
