package register

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLineBreaksInQuotes holds the tables to being the same with a column of
// remarks in quotes that run over lines, wherever it stands and however many
// goroutines read the blocks that it goes across.
func TestLineBreaksInQuotes(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 56))
	text := csvOf(invented(r, 40_000)) // 2 MB, two blocks
	_, want := counted(t, text, Options{})
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	remark := func() string {
		return `"` + strings.Repeat("a, b\r\n\"\"c\"\"\n", r.IntN(4)) + `"`
	}
	for _, first := range []bool{true, false} {
		var b strings.Builder
		for i, line := range lines {
			words := remark()
			if i == 0 {
				words = "\"re\nmark\""
			}
			if first {
				fmt.Fprintf(&b, "%s,%s\n", words, line)
			} else {
				fmt.Fprintf(&b, "%s,%s\n", line, words)
			}
		}
		for workers := 1; workers <= 3; workers++ {
			c, got := counted(t, b.String(), Options{Workers: workers})
			assert.Equal(t, want, got, "first %v", first)
			assert.Equal(t, len(lines)-1, c.Rows)
		}
	}
}

// TestQuotesThatDoNotEnd holds a stray quote to costing its own line and no
// other, and the rows named to their lines.
func TestQuotesThatDoNotEnd(t *testing.T) {
	text := "person;remark;start;slut\n" +
		"1;\"two\nlines\";2014-01-01;2014-01-01\n" + // lines 2 and 3
		"2;\"no end;2014-01-02;2014-01-02\n" + // 4
		"3;\"an end\";2014-01-03;2014-01-03\n" + // 5
		"4;5\" wide;2014-01-04;2014-01-04\n" + // 6: a quote within a field is a letter
		"5;\"two\nlines\";2014-01-05;2014-01-04\n" + // 7 and 8: ends before it starts
		"6;\"\";x;2014-01-01\n" // 9: no start
	c, err := Count(Source{Path: file(t, "spells.csv", []byte(text))}, Options{Stop: []Kind{}})
	require.NoError(t, err)
	assert.Equal(t, 6, c.Rows)
	assert.Equal(t, 3, c.sums.persons)
	assert.Equal(t, []Problem{{Kind: BadQuotes, N: 1, Rows: []int{4}}, {Kind: BadStart, N: 1, Rows: []int{9}}, {Kind: EndBeforeStart, N: 1, Rows: []int{7}}}, c.Problems)
}
