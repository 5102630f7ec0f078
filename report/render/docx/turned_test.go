package docx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTurnedOn holds two wide tables after each other to one section on its
// side: one that stands between them would be an empty page.
func TestTurnedOn(t *testing.T) {
	f := &writer{markup: &markup{}, section: section{raw: houseSection}, chosen: chosen{ids: map[string]string{}}}
	for range 2 {
		f.turn(true)
		f.put("<w:tbl/>")
		f.turn(false)
	}
	assert.Equal(t, 2, strings.Count(f.String(), "<w:sectPr"), "before the first table, and after the second")
	f.put("<w:p/>")
	f.turn(true)
	f.put("<w:tbl/>")
	f.turn(false)
	assert.Equal(t, 4, strings.Count(f.String(), "<w:sectPr"), "text between stands upright")
}
