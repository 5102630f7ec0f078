package draw

import (
	"encoding/csv"
	"math"
	"math/bits"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/plan"
	"stikprove/survey"
)

// record is a row of a reference file by column name.
type record map[string]string

func (r record) number(t testing.TB, name string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(r[name], 64)
	require.NoError(t, err)
	return v
}

func (r record) count(t testing.TB, name string) int {
	t.Helper()
	v, err := strconv.Atoi(r[name])
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

// belgium is draw-frame.csv: the 589 municipalities of R sampling.
func belgium(t testing.TB) *survey.Dataset {
	t.Helper()
	var columns []*survey.Column
	rows := reference(t, "draw-frame.csv")
	for _, name := range []string{"ins", "province", "inhabitants", "income"} {
		values := make([]float64, len(rows))
		for i, r := range rows {
			values[i] = r.number(t, name)
		}
		columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindInteger}, values, nil))
	}
	ds, err := survey.NewDataset("municipalities", len(rows), survey.Origin{}, columns...)
	require.NoError(t, err)
	return ds
}

// TestProbabilitiesAgreeWithR compares with inclusionprobabilities of R
// sampling 2.9; see testdata/reference/draw.R.
func TestProbabilitiesAgreeWithR(t *testing.T) {
	sizes := map[string][]float64{}
	for _, r := range reference(t, "draw-frame.csv") {
		sizes["frame"] = append(sizes["frame"], r.number(t, "inhabitants"))
	}
	rows := reference(t, "draw-probabilities.csv")
	for _, r := range rows {
		if r["case"] != "frame" && r["n"] == "1" {
			sizes[r["case"]] = append(sizes[r["case"]], r.number(t, "size"))
		}
	}
	for _, r := range rows {
		p := Probabilities(sizes[r["case"]], r.number(t, "n"))
		assert.InDelta(t, r.number(t, "p"), p[r.count(t, "unit")-1], 1e-12, "%v", r)
	}
	for name, x := range sizes {
		for n := 1.0; n <= 4; n++ {
			sum := 0.0
			for _, v := range Probabilities(x, n) {
				sum += v
			}
			assert.InDelta(t, n, sum, 1e-12, name)
		}
	}
}

// jointCases returns sizes and n of the cases of draw-joint.csv.
func jointCases(t *testing.T, rows []record) (sizes map[string][]float64, n map[string]int) {
	sizes, n = map[string][]float64{}, map[string]int{}
	for _, r := range rows {
		if r["method"] == "tille" && r["i"] == r["j"] {
			sizes[r["case"]] = append(sizes[r["case"]], r.number(t, "size_i"))
			n[r["case"]] = r.count(t, "n")
		}
	}
	return sizes, n
}

// TestJointProbabilitiesAgreeWithR compares with UPsampfordpi2 and UPtillepi2 of
// R sampling 2.9. Sampford's are those of the rejection from Poisson sampling
// over every set; Tillé's follow from the probabilities of its own steps.
func TestJointProbabilitiesAgreeWithR(t *testing.T) {
	rows := reference(t, "draw-joint.csv")
	sizes, n := jointCases(t, rows)
	joint := map[string][][]float64{}
	for name, x := range sizes {
		joint[name+"sampford"] = sampfordJoint(Probabilities(x, float64(n[name])), n[name])
		joint[name+"tille"] = tilleJoint(Probabilities(x, float64(n[name])), n[name])
	}
	for _, r := range rows {
		i, j := r.count(t, "i")-1, r.count(t, "j")-1
		want := r.number(t, "p")
		assert.InDelta(t, want, joint[r["case"]+r["method"]][i][j], 1e-9*want+1e-15, "%v", r)
	}
}

func sampfordJoint(p []float64, n int) [][]float64 {
	joint, total := square(len(p)), 0.0
	for set := range uint64(1) << len(p) {
		if bits.OnesCount64(set) != n {
			continue
		}
		poisson, apart := 1.0, 0.0
		for i, v := range p {
			if set>>i&1 == 1 {
				poisson *= v
				apart += 1 - v
			} else {
				poisson *= 1 - v
			}
		}
		total += poisson * apart
		for i := range p {
			for j := range p {
				if (set>>i)&(set>>j)&1 == 1 {
					joint[i][j] += poisson * apart
				}
			}
		}
	}
	for i := range joint {
		for j := range joint[i] {
			joint[i][j] /= total
		}
	}
	return joint
}

func tilleJoint(p []float64, n int) [][]float64 {
	joint := square(len(p))
	for i := range joint {
		for j := range joint[i] {
			joint[i][j] = 1
		}
	}
	e := elimination{sizes: p, before: make([]float64, len(p))}
	for i := range e.before {
		e.before[i] = 1
	}
	for left := len(p) - 1; left >= n; left-- {
		v := e.next(left)
		for i := range joint {
			for j := range joint[i] {
				if i == j {
					joint[i][j] *= 1 - v[i]
				} else {
					joint[i][j] *= 1 - v[i] - v[j]
				}
			}
		}
	}
	return joint
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// TestSystematicAgreesWithR compares with what UPsystematic of R sampling 2.9
// draws from the start that R computed of the same seed.
func TestSystematicAgreesWithR(t *testing.T) {
	ds := belgium(t)
	type key struct{ method, n, seed string }
	want, start := map[key][]string{}, map[key]float64{}
	for _, r := range reference(t, "draw-systematic.csv") {
		k := key{r["method"], r["n"], r["seed"]}
		want[k] = append(want[k], r["ins"])
		start[k] = r.number(t, "start")
	}
	require.Len(t, want, 30)
	for k, ids := range want {
		method, err := MethodOf(k.method)
		require.NoError(t, err)
		columns := Columns{ID: "ins"}
		if method == PPS {
			columns.Size = "inhabitants"
		}
		f, err := NewFrame(ds, columns)
		require.NoError(t, err)
		seed, _ := strconv.ParseUint(k.seed, 10, 64)
		n, _ := strconv.Atoi(k.n)
		r, err := Draw(f, Spec{Method: method, Seed: seed, N: n})
		require.NoError(t, err)
		assert.InDelta(t, start[k], r.Strata[0].Start, 0, "%v", k)
		assert.Equal(t, ids, r.ids(), "%v", k)
	}
}

// ids returns the drawn ids in order.
func (r *Result) ids() []string {
	ids := make([]string, len(r.Drawn))
	for i, p := range r.Drawn {
		ids[i] = p.ID
	}
	return ids
}

// TestRepeatedByAnotherProgram compares with what draw-repeat.py drew.
func TestRepeatedByAnotherProgram(t *testing.T) {
	ds := belgium(t)
	cases := map[string][]record{}
	for _, r := range reference(t, "draw-repeat.csv") {
		cases[r["case"]] = append(cases[r["case"]], r)
	}
	require.Len(t, cases, 8)
	for name, rows := range cases {
		method, err := MethodOf(rows[0]["method"])
		require.NoError(t, err)
		spec := Spec{Method: method, Seed: uint64(rows[0].count(t, "seed")), N: rows[0].count(t, "n")}
		columns := Columns{ID: "ins"}
		if method == PPS {
			columns.Size = "inhabitants"
		}
		if by := rows[0]["strata"]; by != "" {
			columns.Strata, spec.N, spec.Each = []string{by}, 0, 5
		}
		f, err := NewFrame(ds, columns)
		require.NoError(t, err)
		r, err := Draw(f, spec)
		require.NoError(t, err)
		require.Len(t, r.Drawn, len(rows), name)
		for i, row := range rows {
			assert.Equal(t, row["id"], r.Drawn[i].ID, name)
			assert.Equal(t, row["stratum"], r.Drawn[i].Stratum, name)
			assert.InDelta(t, row.number(t, "p"), r.Drawn[i].Probability, 1e-14, name)
		}
	}
}

// TestAllocationAgreesWithR compares with the formulas of Cochran (1977), 5.5
// and 5.9, in draw.R, rounded there by the largest remainder, and with the
// probabilities that strata of R sampling 2.9 gives.
func TestAllocationAgreesWithR(t *testing.T) {
	ds := belgium(t)
	want := map[string][]record{}
	for _, r := range reference(t, "draw-allocation.csv") {
		want[r["rule"]+r["n"]] = append(want[r["rule"]+r["n"]], r)
	}
	require.Len(t, want, 9)
	for name, rows := range want {
		columns := Columns{ID: "ins", Strata: []string{"province"}}
		rule := plan.Neyman
		switch rows[0]["rule"] {
		case "proportional":
			rule = plan.Proportional
		case "neyman income":
			columns.SDOf = "income"
		default:
			columns.SDOf = "inhabitants"
		}
		f, err := NewFrame(ds, columns)
		require.NoError(t, err)
		var strata []plan.Stratum
		for h, r := range rows {
			if rule == plan.Neyman {
				assert.InEpsilon(t, r.number(t, "sd"), f.sd[h], 1e-12)
			}
			strata = append(strata, plan.Stratum{Size: r.count(t, "size"), SD: f.sd[h]})
		}
		shares, err := plan.Allocate(strata, rows[0].count(t, "n"), rule, 0)
		require.NoError(t, err)
		bound := false
		for h, r := range rows {
			assert.InEpsilon(t, r.number(t, "exact"), shares[h].Exact, 1e-12, name)
			bound = bound || shares[h].Bound != plan.Free
		}
		for h, r := range rows {
			if !bound {
				assert.Equal(t, r.count(t, "rounded"), shares[h].N, name)
			}
		}
	}
	f, err := NewFrame(ds, Columns{ID: "ins", Strata: []string{"province"}})
	require.NoError(t, err)
	r, err := Draw(f, Spec{Seed: 1, N: 100})
	require.NoError(t, err)
	for h, row := range reference(t, "draw-strata.csv") {
		assert.Equal(t, row.count(t, "n"), r.Strata[h].N)
		assert.InEpsilon(t, row.number(t, "p"), r.Strata[h].Least, 1e-12)
		assert.InEpsilon(t, row.number(t, "p"), r.Strata[h].Most, 1e-12)
	}
}

// TestDrawsFollowTheirProbabilities draws with many seeds: the counts of every
// unit and every pair are within 4.5 binomial standard errors of their
// probabilities; the joint ones are R sampling's of draw-joint.csv.
func TestDrawsFollowTheirProbabilities(t *testing.T) {
	const seeds = 20_000
	rows := reference(t, "draw-joint.csv")
	sizes, n := jointCases(t, rows)
	for _, method := range []Method{Sampford, Tille} {
		for name, x := range sizes {
			f := sized(t, x)
			together := square(len(x))
			for seed := range uint64(seeds) {
				r, err := Draw(f, Spec{Method: method, Seed: seed, N: n[name]})
				require.NoError(t, err)
				for _, a := range r.Drawn {
					for _, b := range r.Drawn {
						together[a.Row][b.Row]++
					}
				}
			}
			for _, r := range rows {
				if r["case"] != name || r["method"] != method.String() {
					continue
				}
				near(t, r.number(t, "p"), together[r.count(t, "i")-1][r.count(t, "j")-1], seeds, "%s %v", method, r)
			}
		}
	}
}

// near asserts that a count of so many trials fits a probability.
func near(t *testing.T, p, count, trials float64, format string, args ...any) {
	t.Helper()
	assert.InDelta(t, p*trials, count, 4.5*math.Sqrt(trials*p*(1-p))+1e-9, append([]any{format}, args...)...)
}

// sized returns a frame of units with the given sizes.
func sized(t testing.TB, x []float64) *Frame {
	t.Helper()
	ds, err := survey.NewDataset("units", len(x), survey.Origin{}, survey.NewNumber(survey.Variable{Name: "x", Kind: survey.KindDecimal}, x, nil))
	require.NoError(t, err)
	f, err := NewFrame(ds, Columns{Size: "x"})
	require.NoError(t, err)
	return f
}
