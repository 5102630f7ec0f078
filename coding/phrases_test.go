package coding

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// phrasesWrong lists phrases that come out wrong, with the reason; the test
// fails when one of them passes.
var phrasesWrong = map[string]string{}

func TestPhrases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "phrases.tsv"))
	require.NoError(t, err)
	c := NewCoder(load(t))
	for _, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		require.Len(t, f, 3, line)
		k := c.Code(f[0])
		category := k.Category
		if category == "" {
			category = Uncoded
		}
		right := category == f[1] && k.Combination == (f[2] == "1")
		if why, known := phrasesWrong[f[0]]; known {
			assert.False(t, right, "%q passes now; take it off the list (%s)", f[0], why)
			continue
		}
		assert.True(t, right, "%q: got %s %v, want %s %s: %s %v", f[0], category, k.Combination, f[1], f[2], k.Reason["en"], k.Mentions)
	}
}
