package figure

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Ratios are those of WCAG's own definition: black on white 21, #767676 on
// white 4.54, which is the palest grey that passes.
func TestLegible(t *testing.T) {
	assert.InDelta(t, 21, Contrast(0, 0xffffff), 1e-9)
	assert.InDelta(t, 4.54, Contrast(0x767676, 0xffffff), 0.005)
	assert.True(t, Legible(0x767676, 0xffffff, 10, false), "just dark enough")
	assert.False(t, Legible(0x777777, 0xffffff, 10, false), "just too pale")
	assert.True(t, Legible(0x949494, 0xffffff, 18, false), "large letters are read at 3 to 1")
	assert.True(t, Legible(0x949494, 0xffffff, 14, true))
	assert.False(t, Legible(0x949494, 0xffffff, 14, false))
}

func TestPale(t *testing.T) {
	letters := func(fill paint, x float64) text {
		return text{x: x, y: 12, words: "7 %", style: style{size: 9}, fill: fill}
	}
	f := &Figure{scene: &scene{}}
	f.scene.add(box{w: 20, h: 20, fill: 0x14507f}, letters(white, 5), letters(ink, 40), letters(grey, 40), letters(white, 41), letters(grey, 42))
	assert.Equal(t, []string{
		"lettering #8a929a on #ffffff has a contrast of 3.2 to 1, want 4.5",
		"lettering #ffffff on #ffffff has a contrast of 1.0 to 1, want 4.5",
	}, f.Pale(), "white on the dark box and ink on the paper are read; each pair is said once")
	assert.Empty(t, (&Figure{}).Pale())
}
