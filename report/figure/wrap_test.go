package figure

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		words string
		width float64
		want  string
	}{
		{"Under 50 ansatte", 200, "Under 50 ansatte"},
		{"Under 50 ansatte", 45, "Under 50|ansatte"},
		{"Under 50\u00a0ansatte", 45, "Under|50\u00a0ansatte"},
		{"Øvrig/behandling", 50, "Øvrig/|behandling"},
		{"Øvrig/behandling", 100, "Øvrig/behandling"},
		{"Efter 2-4 uger", 45, "Efter 2-4|uger"},
		{"Om § 56-aftaler", 25, "Om|§\u00a056-|afta-|ler"},
		{"Undervisning", 50, "Undervis-|ning"},
		{"", 50, ""},
	} {
		assert.Equal(t, c.want, strings.Join(wrap(c.words, labelStyle, c.width), "|"))
	}
}

func TestBalance(t *testing.T) {
	lines := balance("Landbrug, skovbrug og fiskeri samt akvakultur", labelStyle, 170)
	assert.Equal(t, []string{"Landbrug, skovbrug og", "fiskeri samt akvakultur"}, lines)
}

// Nothing is lost in wrapping but spaces, whatever the width.
func FuzzWrap(f *testing.F) {
	f.Add("Social- og sundhedsvæsen, herunder hjemmepleje", 40.0)
	f.Add("§ 56/a-b", 1.0)
	f.Fuzz(func(t *testing.T, words string, width float64) {
		if len(words) > 500 {
			return
		}
		bare := func(s string) string {
			return strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "", "-", "", "\u00a0", "").Replace(strings.ToValidUTF8(s, "\ufffd"))
		}
		assert.Equal(t, bare(words), bare(strings.Join(wrap(words, noteStyle, width), "")))
		balance(words, noteStyle, width)
	})
}
