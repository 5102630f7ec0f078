package figure

import (
	"bytes"
	"fmt"
	"testing"

	"codeberg.org/go-fonts/liberation/liberationmonoregular"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHouse(t *testing.T) {
	h, problems := NewHouse([]string{"#7a1f3d", "0b7285"}, liberationmonoregular.TTF, nil)
	require.Empty(t, problems)
	p := sizePicture()
	plainly := p.figure(t)
	p.spec.House = h
	f := p.figure(t)
	var b bytes.Buffer
	require.NoError(t, f.SVG(&b))
	assert.Contains(t, b.String(), `font-family="'Liberation Mono','Liberation Sans'`)
	assert.Contains(t, b.String(), "#7a1f3d")
	assert.NotContains(t, b.String(), mainHue.hex())
	assert.Greater(t, labelled(f, p.wording.Row(p.table.Rows[0])), labelled(plainly, p.wording.Row(p.table.Rows[0])),
		"labels are measured in the house's font, which is wider")
	p = industryPicture()
	p.spec.House = h
	b.Reset()
	require.NoError(t, p.figure(t).SVG(&b))
	assert.Contains(t, b.String(), "#0b7285", "what bars are held against")
}

// labelled returns the width of a text of a figure.
func labelled(f *Figure, words string) float64 {
	for _, m := range f.scene.marks {
		if m, ok := m.(text); ok && m.words == words {
			return m.style.width(words)
		}
	}
	return 0
}

// Every colour of a house's look is held to what ours are.
func TestHouseColoursAreToldApart(t *testing.T) {
	for _, colours := range [][]string{{"#7a1f3d"}, {"#7a1f3d", "#0b7285"}, {"#14507f", "#c97a1e"}, {"#000000"}, {"#5b2a86", "#e07a00", "#2e7d32"}} {
		h, problems := NewHouse(colours, nil, nil)
		require.Empty(t, problems, "%v", colours)
		l := h.look
		for i, a := range l.series {
			for _, b := range l.series[:i] {
				d, in := nearest(a, b)
				assert.GreaterOrEqual(t, d, SeriesDifference, "%s and %s in %s", a.hex(), b.hex(), in.name)
			}
		}
		d, _ := nearest(l.main, l.accent)
		assert.GreaterOrEqual(t, d, SeriesDifference, "%v: accent %s", colours, l.accent.hex())
		assert.GreaterOrEqual(t, contrast(l.faded(), white), MarkContrast)
		assert.GreaterOrEqual(t, contrast(readable(l.accent), white), 4.5)
		for i := range rampSteps + 1 {
			fill := l.ramp(float64(i), rampSteps)
			assert.GreaterOrEqual(t, contrast(fill, lettering(fill)), 4.5)
		}
	}
}

func TestHouseProblems(t *testing.T) {
	for _, c := range []struct {
		colours       []string
		regular, bold []byte
		want          string
	}{
		// 0xf2d9a6 has a relative luminance of 0.718, so (1.05)/(0.768) = 1.4.
		{[]string{"#f2d9a6"}, nil, nil, "colours[1]: #f2d9a6 has a contrast of 1.4:1 against white, want at least 3:1 for bars and lines to be seen"},
		{[]string{"blue"}, nil, nil, `colours[1]: got "blue", want a colour such as #1d5a93`},
		{[]string{"#12345"}, nil, nil, `colours[1]: got "#12345", want a colour such as #1d5a93`},
		{[]string{"#c0392b", "#7a7a00"}, nil, nil, "colours[2]: #7a7a00 and #c0392b of colours[1] look alike in "},
		{nil, []byte("no font"), nil, "font: is no TrueType or OpenType font"},
		{nil, nil, liberationmonoregular.TTF, "bold: stands alone; say the font for ordinary text too"},
	} {
		h, problems := NewHouse(c.colours, c.regular, c.bold)
		assert.Nil(t, h)
		require.Len(t, problems, 1, "%v", c.colours)
		assert.Contains(t, fmt.Sprintf("%s: %s", problems[0].At, problems[0].Message), c.want)
	}
}
