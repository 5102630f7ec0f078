package coding

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// reference reads a file of numbers from R, without its header.
func reference(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "reference", name))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	return rows[1:]
}

func float(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return x
}

// Kappa and its standard error are R's, where the error comes from
// differentiating kappa, not from the formula used here.
func TestKappaReference(t *testing.T) {
	z := distuv.UnitNormal.Quantile(0.975)
	for _, row := range reference(t, "agreement-kappa.csv") {
		cells := strings.Fields(row[1])
		k := int(math.Sqrt(float64(len(cells))))
		table := square(k)
		for i, c := range cells {
			table[i/k][i%k] = int(float(t, c))
		}
		got := Kappa(table, 0.95)
		assert.InDelta(t, float(t, row[2]), got.Value, 1e-12, row[0])
		assert.InDelta(t, max(-1, float(t, row[2])-z*float(t, row[3])), got.Low, 1e-6, row[0])
	}
}

// Fleiss, Cohen and Everitt (1969) give kappa 0.429 with variance 0.002885 for
// their example of 200 units.
func TestKappaPublished(t *testing.T) {
	got := Kappa([][]int{{106, 10, 4}, {22, 28, 10}, {2, 12, 6}}, 0.95)
	assert.InDelta(t, 0.429, got.Value, 0.0005)
	se := (got.Value - got.Low) / distuv.UnitNormal.Quantile(0.975)
	assert.InDelta(t, 0.002885, se*se, 0.0000005)
}

func TestKappaEnds(t *testing.T) {
	assert.Equal(t, Estimate{1, 1, 1}, Kappa([][]int{{5, 0}, {0, 5}}, 0.95))
	for _, table := range [][][]int{nil, {{0, 0}, {0, 0}}, {{7, 0}, {0, 0}}} {
		assert.True(t, math.IsNaN(Kappa(table, 0.95).Value), fmt.Sprint(table))
	}
}

// TestAlphaReference compares with R's coincidence matrix and jackknife. The
// first set is Krippendorff's (2011) of four coders and twelve units.
func TestAlphaReference(t *testing.T) {
	for _, row := range reference(t, "agreement-alpha.csv") {
		got := Alpha(ratingsOf(row[1]), 0.95)
		assert.InDelta(t, float(t, row[2]), got.Value, 1e-12, row[0])
		assert.InDelta(t, float(t, row[3]), got.Low, 1e-9, row[0])
		assert.InDelta(t, min(1, float(t, row[4])), got.High, 1e-9, row[0])
	}
}

// ratingsOf turns coders, each a line of values, into units.
func ratingsOf(coders string) [][]string {
	var units [][]string
	for _, line := range strings.Split(coders, "/") {
		for i, v := range strings.Fields(line) {
			if i == len(units) {
				units = append(units, nil)
			}
			units[i] = append(units[i], strings.TrimSuffix(v, "."))
		}
	}
	return units
}

// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: four
// coders, twelve units, nominal alpha 0.743.
func TestAlphaPublished(t *testing.T) {
	ratings := ratingsOf("1 2 3 3 2 1 4 1 2 . . ./1 2 3 3 2 2 4 1 2 5 . 3/. 3 3 3 2 3 4 2 2 5 1 ./1 2 3 3 2 4 4 1 2 5 1 .")
	assert.InDelta(t, 0.743, Alpha(ratings, 0.95).Value, 0.0005)
}

func TestAlphaEnds(t *testing.T) {
	assert.True(t, math.IsNaN(Alpha(nil, 0.95).Value))
	assert.True(t, math.IsNaN(Alpha([][]string{{"a", "a"}, {"a", "a"}}, 0.95).Value), "nothing can disagree")
	two := Alpha([][]string{{"a", "a"}, {"b", "b"}}, 0.95)
	assert.InDelta(t, 1, two.Value, 1e-12)
	assert.True(t, math.IsNaN(two.Low), "two units give no interval")
}

func TestAgree(t *testing.T) {
	yes, no := true, false
	a := []Verdict{{"x", &yes}, {"x", &no}, {"y", nil}, {"", nil}, {"z", &no}, {"y", nil}}
	b := []Verdict{{"x", &yes}, {"y", &no}, {"y", nil}, {"x", nil}, {"z", &yes}, {"", nil}}
	g := Agree(a, b, []string{"y", "x"}, 0.95)
	assert.Equal(t, []string{"y", "x", "z"}, g.Categories, "in the order given, others last")
	assert.Equal(t, [][]int{{1, 0, 0}, {1, 1, 0}, {0, 0, 1}}, g.Table)
	assert.Equal(t, []int{4, 1, 1}, []int{g.Both, g.OnlyA, g.OnlyB})
	assert.Equal(t, 3, g.Percent.K)
	assert.Equal(t, []int{1, 4}, g.Differ, "of category, and of combination; missing codes do not differ")
	assert.Equal(t, 3, g.Combination.Both)
	assert.Equal(t, 1, g.Combination.Yes)
	assert.InDelta(t, 2.0/3, g.Each[0].Specific, 1e-12)
	swapped := Agree(b, a, []string{"y", "x"}, 0.95)
	assert.InDelta(t, g.Kappa.Value, swapped.Kappa.Value, 1e-12, "who is called A is no matter")
	assert.InDelta(t, g.Alpha.Value, swapped.Alpha.Value, 1e-12)
	assert.Panics(t, func() { Agree(a, b[1:], nil, 0.95) })
}
