package coding

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A fit never falls, and covers every description once.
func TestCalibrate(t *testing.T) {
	set := developmentSet(t, PartTune)
	steps := Calibrate(NewCoder(load(t)), set)
	require.NotEmpty(t, steps)
	n := 0
	for i, c := range steps {
		n += c.N
		if i > 0 {
			assert.Greater(t, c.Score, steps[i-1].Score)
			assert.Greater(t, c.Right, steps[i-1].Right)
		}
	}
	assert.Equal(t, len(set), n)
}

// The scheme's table is of texts met at first sight. It promises no more than
// comes out on the part that was tuned on, which flatters.
func TestCalibrationPromisesLittle(t *testing.T) {
	s := load(t)
	c := NewCoder(s)
	var sure, right float64
	set := append(developmentSet(t, PartTune), secondSet(t)...)
	for _, g := range set {
		k := c.Code(g.Text)
		sure += k.Confidence
		if k.category() == g.Category {
			right++
		}
	}
	n := 0
	for _, step := range s.Calibration {
		n += step.N
	}
	assert.Equal(t, len(set), n, "descriptions the table rests on")
	assert.LessOrEqual(t, sure, right)
	assert.InDelta(t, right/float64(len(set)), sure/float64(len(set)), 0.05)
}

// The less error is accepted, the more goes to review.
func TestReviewError(t *testing.T) {
	s := load(t)
	sent := func(c *Coder) (n int) {
		for _, g := range developmentSet(t, PartTune) {
			if c.Code(g.Text).Review {
				n++
			}
		}
		return n
	}
	strict, loose := sent(NewCoder(s).ReviewError(0.005)), sent(NewCoder(s).ReviewError(0.05))
	assert.Greater(t, strict, loose)
	assert.Equal(t, len(developmentSet(t, PartTune)), sent(NewCoder(s).ReviewError(0)), "nothing is certain")
}

// Different texts, however many, leave little behind: what is remembered is bounded.
func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	c := NewCoder(load(t))
	list := readPublished(t)
	var m runtime.MemStats
	for i := range 20_000 {
		c.Code(list[i%len(list)].text + strings.Repeat("x", i%40) + string(rune('a'+i%26)) + " " + string(rune('a'+i/26%26)) + "ryg")
	}
	runtime.GC()
	runtime.ReadMemStats(&m)
	assert.Less(t, m.HeapAlloc, uint64(200<<20))
	runtime.KeepAlive(c)
}
