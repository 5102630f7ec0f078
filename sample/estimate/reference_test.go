package estimate_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// record is a row of a reference file by column name.
type record map[string]string

// number returns the field called name, NaN where it is empty.
func (r record) number(t *testing.T, name string) float64 {
	t.Helper()
	if r[name] == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(r[name], 64)
	require.NoError(t, err)
	return v
}

// reference returns the rows of a file of testdata/reference.
func reference(t testing.TB, file string) []record {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", file))
	require.NoError(t, err)
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var records []record
	for _, line := range lines[1:] {
		r := make(record)
		for k, name := range lines[0] {
			r[name] = line[k]
		}
		records = append(records, r)
	}
	return records
}

// clusters returns the made-up cases of clusters.csv as a dataset: texts, and
// the numbers weight, requests and hours.
func clusters(t testing.TB) *survey.Dataset {
	t.Helper()
	rows := reference(t, "clusters.csv")
	var columns []*survey.Column
	for _, name := range []string{"office", "region", "condition", "industry", "combination", "stage"} {
		texts := make([]string, len(rows))
		for i, r := range rows {
			texts[i] = r[name]
		}
		columns = append(columns, survey.NewText(survey.Variable{Name: name}, texts, nil))
	}
	for _, name := range []string{"weight", "requests", "hours"} {
		numbers, missing := make([]float64, len(rows)), make([]survey.Missing, len(rows))
		for i, r := range rows {
			v, err := strconv.ParseFloat(r[name], 64)
			if err != nil {
				missing[i] = survey.NotAnswered
			}
			numbers[i] = v
		}
		columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, numbers, missing))
	}
	ds, err := survey.NewDataset("cases", len(rows), survey.Origin{}, columns...)
	require.NoError(t, err)
	return ds
}

// designs are those of clusters.R.
var designs = map[string]sample.Design{
	"equal":       {Name: "equal", PSU: "office"},
	"weighted":    {Name: "weighted", PSU: "office", Weights: "weight"},
	"strata":      {Name: "strata", PSU: "office", Strata: "region", Weights: "weight"},
	"rows":        {Name: "rows"},
	"rows_strata": {Name: "rows_strata", Strata: "region", Weights: "weight"},
}

// bound returns the made-up cases bound to the design called name.
func bound(t testing.TB, name string) *sample.Sample {
	t.Helper()
	s, err := sample.Bind(clusters(t), designs[name])
	require.NoError(t, err)
	return s
}

// has returns the function that says whether a row's text of variable is value.
func has(s *sample.Sample, variable, value string) func(row int) bool {
	c := s.Data.Column(variable)
	return func(row int) bool { return c.Text(row) == value }
}

// shareOf estimates the share of the units in base that are in part.
func shareOf(s *sample.Sample, part, base func(row int) bool) (estimate.Count, estimate.Share) {
	counts, shares := estimate.Shares(s, estimate.Sets{Count: 2, Of: func(row int, into []int32) []int32 {
		if base(row) {
			into = append(into, 0)
			if part(row) {
				into = append(into, 1)
			}
		}
		return into
	}}, []estimate.Pair{{Part: 1, Base: 0}})
	return counts[0], shares[0]
}

func everyone(int) bool { return true }

// near asserts that got is want within a relative tolerance, and within the
// rounding of the reference where want is 0.
func near(t *testing.T, want, got, tolerance float64, what string) {
	t.Helper()
	if math.IsNaN(want) {
		return
	}
	assert.InDelta(t, want, got, tolerance*math.Abs(want)+1e-15, what)
}

// TestSharesAgreeWithR compares with svymean, degf and svyciprop of R survey
// 4.1-1; see testdata/reference/clusters.R.
func TestSharesAgreeWithR(t *testing.T) {
	samples := make(map[string]*sample.Sample)
	for name := range designs {
		samples[name] = bound(t, name)
	}
	for _, r := range reference(t, "clusters-shares.csv") {
		s := samples[r["design"]]
		base := everyone
		if variable, value, ok := strings.Cut(r["domain"], "="); ok {
			base = has(s, variable, value)
		}
		n, share := shareOf(s, has(s, r["variable"], r["option"]), base)
		what := strings.Join([]string{r["design"], r["domain"], r["option"]}, " ")
		assert.InDelta(t, r.number(t, "n"), n.N, 0, what)
		assert.InDelta(t, r.number(t, "df"), share.DF, 0, what)
		near(t, r.number(t, "p"), share.P, 1e-12, what)
		near(t, r.number(t, "se"), share.SE, 1e-9, what)
		low, high, _ := estimate.PropCI(share.P, share.SE, n.N, share.DF, r.number(t, "level"))
		near(t, r.number(t, "low"), low, 1e-9, what+" low")
		near(t, r.number(t, "high"), high, 1e-9, what+" high")
	}
}

// TestDirectionsAgreeWithR compares with svyratio of R survey 4.1-1.
func TestDirectionsAgreeWithR(t *testing.T) {
	for _, r := range reference(t, "clusters-directions.csv") {
		s := bound(t, r["design"])
		condition, industry := has(s, "condition", r["condition"]), has(s, "industry", r["industry"])
		base := everyone
		if r["of"] == "row" {
			base = condition
		}
		_, share := shareOf(s, func(row int) bool { return condition(row) && industry(row) }, base)
		near(t, r.number(t, "p"), share.P, 1e-12, r["design"])
		near(t, r.number(t, "se"), share.SE, 1e-9, r["design"])
	}
}

// TestNumbersAgreeWithR compares with svymean and svyratio of R survey 4.1-1.
func TestNumbersAgreeWithR(t *testing.T) {
	for _, r := range reference(t, "clusters-numbers.csv") {
		s := bound(t, r["design"])
		requests, hours := values(s, "requests"), values(s, "hours")
		var e estimate.Estimate
		switch r["statistic"] {
		case "mean requests":
			e = estimate.Mean(s, requests)
		case "mean hours":
			e = estimate.Mean(s, hours)
		default:
			e = estimate.Ratio(s, requests, hours)
		}
		near(t, r.number(t, "value"), e.Value, 1e-12, r["statistic"])
		near(t, r.number(t, "se"), e.SE, 1e-9, r["statistic"])
		assert.InDelta(t, r.number(t, "df"), e.DF, 0)
		assert.InDelta(t, r.number(t, "n"), e.N, 0)
	}
}

// values returns the numbers of the variable called name.
func values(s *sample.Sample, name string) []float64 {
	c := s.Data.Column(name)
	numbers := make([]float64, s.Rows())
	for i := range numbers {
		numbers[i] = c.Number(i)
	}
	return numbers
}

// TestPropCIAgreesWithR compares with R 4.2.2's qbeta and qt; see
// testdata/reference/intervals.R.
func TestPropCIAgreesWithR(t *testing.T) {
	for _, r := range reference(t, "intervals-beta.csv") {
		low, high, note := estimate.PropCI(r.number(t, "p"), r.number(t, "se"),
			int(r.number(t, "n")), int(r.number(t, "df")), r.number(t, "level"))
		what := strings.Join([]string{r["p"], r["se"], r["n"], r["df"], r["level"]}, " ")
		near(t, r.number(t, "low"), low, 1e-9, what+" low")
		near(t, r.number(t, "high"), high, 1e-9, what+" high")
		assert.Equal(t, r["p"] == "0" || r["p"] == "1", note == estimate.RestsOnN, what)
	}
}

// TestPropCIIsClopperPearson compares with R 4.2.2's binom.test: with simple
// random sampling's variance p(1−p)/n the effective sample size is n.
func TestPropCIIsClopperPearson(t *testing.T) {
	for _, r := range reference(t, "intervals-clopper-pearson.csv") {
		n := r.number(t, "n")
		p := r.number(t, "x") / n
		low, high, _ := estimate.PropCI(p, math.Sqrt(p*(1-p)/n), int(n), int(n)-1, 0.95)
		near(t, r.number(t, "low"), low, 1e-9, r["x"]+" of "+r["n"])
		near(t, r.number(t, "high"), high, 1e-9, r["x"]+" of "+r["n"])

		// R survey's variance of a simple random sample has n-1.
		low, high, _ = estimate.NewIntervals(.95).Of(estimate.ClopperPearson, p, math.Sqrt(p*(1-p)/(n-1)), int(n), int(n)-1)
		near(t, r.number(t, "low"), low, 1e-9, r["x"]+" of "+r["n"])
		near(t, r.number(t, "high"), high, 1e-9, r["x"]+" of "+r["n"])
	}
}

// TestWilsonAgreesWithR compares with R 4.2.2's prop.test, whose quantile is the
// normal: t with so many degrees of freedom differs from it by 1e-9.
func TestWilsonAgreesWithR(t *testing.T) {
	for _, r := range reference(t, "intervals-wilson.csv") {
		n := r.number(t, "n")
		p := r.number(t, "x") / n
		low, high, note := estimate.NewIntervals(r.number(t, "level")).Of(estimate.Wilson, p, math.Sqrt(p*(1-p)/n), int(n), math.MaxInt32)
		near(t, r.number(t, "low"), low, 2e-9, r["x"]+" of "+r["n"])
		near(t, r.number(t, "high"), high, 2e-9, r["x"]+" of "+r["n"])
		assert.Equal(t, p == 0 || p == 1, note == estimate.RestsOnN)
	}
}
