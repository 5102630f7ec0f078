package study

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBandEqually(t *testing.T) {
	labels := func(values []float64, whole bool, least int) (out []string) {
		for _, b := range bandEqually(values, whole, least) {
			out = append(out, b.Label.In("da"))
		}
		return out
	}
	// 0 to 99: quartiles 75 − 25 = 50, 2·50/∛100 = 21.5, which is more than a
	// fifth of 99; the round number under 19.8 is 10.
	var hundred []float64
	for i := range 100 {
		hundred = append(hundred, float64(i))
	}
	assert.Equal(t, []string{"0–9", "10–19", "20–29", "30–39", "40–49", "50–59", "60–69", "70–79", "80–89", "90–99"}, labels(hundred, true, 3))
	// A number far off is taken together with its neighbours, and that end is
	// open. A fifth of 180 is 36, and the round number under it 20.
	assert.Equal(t, []string{"0–19", "20–39", "40–59", "60–79", "80 eller over"}, labels(append(hundred, 180), true, 3))
	assert.Equal(t, []string{"7"}, labels([]float64{7, 7, 7}, true, 3), "one value")
	assert.Equal(t, []string{"0–0,2", "0,2–0,4", "0,4–0,6", "0,6–0,8", "0,8–1", "1–1,2"}, labels([]float64{0, 0.1, 0.3, 0.5, 0.7, 0.9, 1}, false, 1))
}

// Whatever the numbers, bands are in order and every number has one.
func FuzzBandEqually(f *testing.F) {
	f.Add(1.0, 2.5, 1e6, true)
	f.Add(-3.0, 0.0, 1e-7, false)
	f.Fuzz(func(t *testing.T, a, b, c float64, whole bool) {
		values := []float64{a, b, c}
		for i, v := range values {
			if math.IsNaN(v) || math.Abs(v) > 1e9 || v != 0 && math.Abs(v) < 1e-9 {
				return
			}
			if whole {
				values[i] = math.Round(v)
			}
		}
		if values[0] > values[1] || values[1] > values[2] {
			return
		}
		bands := bandsOf(bandEqually(values, whole, 1))
		assert.LessOrEqual(t, len(bands), 2*mostBands+2)
		for i, x := range bands {
			assert.LessOrEqual(t, x.From, x.To)
			if i > 0 {
				assert.Greater(t, x.From, bands[i-1].To)
			}
		}
		for _, v := range values {
			found := false
			for _, x := range bands {
				found = found || x.From <= v && v <= x.To
			}
			assert.True(t, found, "%v in %v", v, bands)
		}
	})
}
