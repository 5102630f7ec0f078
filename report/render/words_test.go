package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOpening(t *testing.T) {
	const notice = "Data er rekonstruerede. De er ikke offentliggjort. Brug dem ikke."
	assert.Equal(t, notice, opening(notice, 200))
	assert.Equal(t, "Data er rekonstruerede. De er ikke offentliggjort.", opening(notice, 55))
	assert.Equal(t, "Data er rekonstruerede.", opening(notice, 40))
	assert.Equal(t, "Data er…", opening(notice, 9))
	assert.Equal(t, "Ærø…", opening("Ærø er en ø", 5))
}
