package response_test

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
	"stikprove/sample/response"
	"stikprove/sample/weight"
	"stikprove/survey"
)

const references = "../../testdata/reference/"

// table is a CSV file by column.
func table(t testing.TB, file string) map[string][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(references, file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	out := map[string][]string{}
	for _, fields := range all[1:] {
		for k, name := range all[0] {
			out[name] = append(out[name], fields[k])
		}
	}
	return out
}

func float(t testing.TB, written string) float64 {
	t.Helper()
	if written == "" {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(written, 64)
	require.NoError(t, err, written)
	return v
}

func floats(t testing.TB, written []string) []float64 {
	t.Helper()
	v := make([]float64, len(written))
	for i := range v {
		v[i] = float(t, written[i])
	}
	return v
}

// frame is a data set with answering, as response.R has it.
type frame struct {
	data     map[string][]string
	answered []bool
	weight   []float64
}

func newFrame(t testing.TB, set, file, weights string) frame {
	t.Helper()
	all := table(t, file)
	answers := table(t, "response-answers.csv")
	f := frame{data: map[string][]string{}}
	for i, s := range answers["set"] {
		if s != set {
			continue
		}
		row := int(float(t, answers["row"][i])) - 1
		for name, column := range all {
			f.data[name] = append(f.data[name], column[row])
		}
		f.answered = append(f.answered, answers["answered"][i] == "1")
		f.weight = append(f.weight, 1)
		if weights != "" {
			f.weight[len(f.weight)-1] = float(t, all[weights][row])
		}
	}
	return f
}

func (f frame) categories(name string) response.Variable {
	v := response.Variable{Name: name, Of: make([]int32, len(f.answered))}
	values := slices.Clone(f.data[name])
	slices.SortFunc(values, func(a, b string) int {
		x, e1 := strconv.Atoi(a)
		y, e2 := strconv.Atoi(b)
		if e1 == nil && e2 == nil {
			return x - y
		}
		return strings.Compare(a, b)
	})
	v.Categories = slices.Compact(values)
	for i, s := range f.data[name] {
		v.Of[i] = int32(slices.Index(v.Categories, s))
	}
	return v
}

func (f frame) number(t testing.TB, name string) response.Variable {
	return response.Variable{Name: name, X: floats(t, f.data[name])}
}

// results are what this package makes of a set, by set, statistic and name.
type results map[string]float64

func (r results) put(set, statistic, name string, value float64) {
	r[set+"|"+statistic+"|"+strings.ReplaceAll(name, ",", ";")] = value
}

func (r results) rates(t *testing.T) {
	counts := table(t, "response-counts.csv")
	for i, set := range counts["set"] {
		var n [response.Dispositions]float64
		for d := range response.Disposition(response.Dispositions) {
			n[d] = float(t, counts[d.String()][i])
		}
		for _, given := range []string{"", "0.25", "1"} {
			tag := set
			if given != "" {
				tag += "@" + given
			}
			rates := response.RatesOf(n, float(t, given))
			r.put(tag, "rate", "E", rates.E)
			for _, v := range rates.All() {
				r.put(tag, "rate", v.Name, v.Value)
			}
		}
	}
}

func (r results) frame(t *testing.T, set string, f frame, categories, numbers, y []string) {
	var variables []response.Variable
	for _, name := range categories {
		v := f.categories(name)
		variables = append(variables, v)
		b := response.Compare(v, f.answered, f.weight)
		r.put(set, "chi-square", name, b.Statistic)
		r.put(set, "df", name, b.DF)
		r.put(set, "p", name, b.P)
		r.put(set, "least", name, b.Least)
		for _, l := range b.Levels {
			r.put(set, "difference", name+"="+l.Category, l.Difference)
			r.put(set, "among", name+"="+l.Category, l.Among)
			r.put(set, "frame", name+"="+l.Category, l.Frame)
			r.put(set, "rate", name+"="+l.Category, l.Rate)
		}
	}
	all := slices.Clone(variables)
	for _, name := range numbers {
		v := f.number(t, name)
		all = append(all, v)
		b := response.Compare(v, f.answered, f.weight)
		r.put(set, "t", name, b.Statistic)
		r.put(set, "df", name, b.DF)
		r.put(set, "p", name, b.P)
		r.put(set, "difference", name, b.Levels[0].Difference)
		r.put(set, "among", name, b.Levels[0].Among)
		r.put(set, "frame", name, b.Levels[0].Frame)
	}
	r.model(t, set+"/categories", f, variables, y, func(*response.Model) weight.Classes { return response.Cells(variables, f.answered) })
	r.model(t, set+"/all", f, all, y, func(m *response.Model) weight.Classes { return m.ByPropensity(5, f.answered) })
}

func (r results) model(t *testing.T, tag string, f frame, variables []response.Variable, y []string, classes func(*response.Model) weight.Classes) {
	m, err := response.Propensities(variables, f.answered, f.weight)
	require.NoError(t, err)
	for _, c := range m.Coefficients {
		r.put(tag, "coefficient", c.Name, c.Value)
		r.put(tag, "se", c.Name, c.SE)
	}
	for i, p := range m.Propensity {
		r.put(tag, "propensity", strconv.Itoa(i+1), p)
	}
	r.put(tag, "deviance", "", m.Deviance)
	i := m.Indicator(f.weight)
	for name, v := range map[string]float64{"S": i.S, "R": i.R, "bias": i.Bias, "adjusted": i.Adjusted, "CV": i.CV, "CV adjusted": i.CVBy, "mean": i.Mean} {
		r.put(tag, name, "", v)
	}
	for _, name := range y {
		c, err := response.Effect(sampled(t, f.weight), floats(t, f.data[name]), classes(m))
		require.NoError(t, err)
		r.put(tag, "before", name, c.Before.Value)
		r.put(tag, "after", name, c.After.Value)
	}
}

// sampled returns rows drawn themselves with the weights.
func sampled(t testing.TB, weight []float64) *sample.Sample {
	t.Helper()
	ds, err := survey.NewDataset("rows", len(weight), survey.Origin{}, survey.NewNumber(survey.Variable{Name: "w", Kind: survey.KindDecimal}, weight, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "rows", Weights: "w"})
	require.NoError(t, err)
	return s
}

// TestResponseAgreesWithR compares with R 4.2.2; see testdata/reference/response.R.
func TestResponseAgreesWithR(t *testing.T) {
	r := results{}
	r.rates(t)
	for _, again := range []string{"", "2"} {
		for _, f := range []struct{ set, file, weights, categories, numbers, y string }{
			{"srs", "data/apisrs.csv", "", "stype,sch_wide", "meals,api99", "api00,awards1"},
			{"strat", "data/apistrat.csv", "pw", "stype,sch_wide", "enroll", "api00,ell"},
			{"clus1", "data/apiclus1.csv", "pw", "stype", "ell", "api00"},
			{"clus2", "data/apiclus2.csv", "pw", "stype,awards1", "meals", "api00"},
			{"swiss", "data/swiss-sample.csv", "", "REG", "H00PTOT", "Surfacesbois"},
			{"draw", "draw-frame.csv", "", "province", "income", "inhabitants"},
		} {
			set := f.set + again
			split := func(s string) []string { return strings.Split(s, ",") }
			r.frame(t, set, newFrame(t, set, f.file, f.weights), split(f.categories), split(f.numbers), split(f.y))
		}
	}
	want := table(t, "response.csv")
	type worst struct {
		n     int
		d     float64
		where string
	}
	found := map[string]worst{}
	for i, statistic := range want["statistic"] {
		key := want["set"][i] + "|" + statistic + "|" + want["name"][i]
		got, ok := r[key]
		if !assert.True(t, ok, key) {
			continue
		}
		v := float(t, want["value"][i])
		tolerance := 1e-9
		if math.IsNaN(v) {
			assert.True(t, math.IsNaN(got), key)
			continue
		}
		w := found[statistic]
		w.n++
		d := math.Abs(got-v) / max(math.Abs(v), 1e-3)
		if !(d <= w.d) {
			w.d, w.where = d, key
		}
		found[statistic] = w
		assert.LessOrEqual(t, d, tolerance, "%s: want %v, got %v", key, v, got)
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		t.Logf("%s: %d numbers, largest deviation %.2g at %s", name, found[name].n, found[name].d, found[name].where)
	}
}
