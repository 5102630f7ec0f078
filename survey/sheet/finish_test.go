package sheet

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The order is that of CT_Font in ECMA-376, Part 1, 18.8.22.
func TestFontsAreInOrder(t *testing.T) {
	part := `<fonts count="2"><font><name val="Arial"></name><family val="2"></family><b val="1"></b><color rgb="FF1F2933"></color><u val="single"></u><sz val="10"></sz></font><font><sz val="11"></sz></font></fonts>`
	assert.Equal(t,
		`<fonts count="2"><font><b val="1"></b><u val="single"></u><sz val="10"></sz><color rgb="FF1F2933"></color><name val="Arial"></name><family val="2"></family></font><font><sz val="11"></sz></font></fonts>`,
		string(mended["xl/styles.xml"]([]byte(part))))
}
