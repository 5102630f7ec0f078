package survey

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClip(t *testing.T) {
	for _, c := range []struct{ name, s, want string }{
		{"short", "Ved ikke", "Ved ikke"},
		{"40 characters", strings.Repeat("ø", 40), strings.Repeat("ø", 40)},
		{"41 characters", strings.Repeat("ø", 41), strings.Repeat("ø", 39) + "…"},
		{"several lines", " a\n\tb  c ", "a b c"},
		{"not UTF-8", "\xff", "\ufffd"},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, Clip(c.s)) })
	}
	assert.Equal(t, `"say \"ah\""`, Quote(`say "ah"`))
}
