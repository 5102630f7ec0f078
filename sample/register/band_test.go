package register

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestBandsMeet holds the bands to holding every number once.
func TestBandsMeet(t *testing.T) {
	for name, bands := range map[string][]band{"lengths": lengthBands, "spells": spellBands, "gaps": gapBands, "ages": ageBands} {
		next := bands[0].from
		for _, b := range bands {
			assert.Equal(t, next, b.from, "%s: %s", name, b.id)
			assert.GreaterOrEqual(t, b.to, b.from, "%s: %s", name, b.id)
			next = b.to + 1
		}
	}
	assert.Equal(t, 1, lengthBands[0].from)
	assert.Equal(t, 1, spellBands[0].from)
	assert.Equal(t, 0, gapBands[0].from)
	assert.Equal(t, endless+1, gapBands[len(gapBands)-1].to+1)
	assert.Equal(t, noAge, ageBands[len(ageBands)-1].to+1, "above is not known")
}

// TestPublishedExcess: of the study's table 5, gaps of seven days are 3.1 times
// the mean of six and eight, and 7.7 per cent of all gaps are in excess.
func TestPublishedExcess(t *testing.T) {
	const six, seven, eight, all = 20295, 59280, 17554, 524321
	r := ratioSums{y: 2*seven - six - eight}
	c := r.share(0, all, 0.95)
	assert.InDelta(t, 0.077, c.P, 0.0005)
	assert.InDelta(t, 3.1, seven/(float64(six+eight)/2), 0.05)
	assert.Equal(t, 40356, c.N, "40,355.5, halves up")
}
