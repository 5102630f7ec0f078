package platform

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey/sheet"
)

// A text that is kept as a number is written again letter by letter, and the
// number is the one that Go reads.
func TestWrittenDigits(t *testing.T) {
	for _, s := range []string{"0", "-0", "7", "-12", "123456789012345", "1.70", "0.0", "-0.00", "1,54", "-0,5", "0.00000000000001", "99999999999999.9", "123456.789012345"} {
		n, as, ok := writtenDigits(s)
		require.True(t, ok, s)
		assert.Equal(t, s, as.text(n))
	}
	for _, s := range []string{"", "-", ".", "007", "-01", "+5", ".5", "5.", "5,", "1.2.3", "1,234,5", "1e5", " 1", "1234567890123456", "-123456789012345", "0.1234567890123456", "12a", "١"} {
		_, _, ok := writtenDigits([]byte(s))
		assert.False(t, ok, s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s := strconv.FormatFloat(random.NormFloat64()*math.Pow10(random.IntN(12)-4), 'f', random.IntN(9), 64)
		n, as, ok := writtenDigits([]byte(s))
		if !ok {
			continue
		}
		want, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		require.Equal(t, math.Float64bits(want), math.Float64bits(n), s)
		require.Equal(t, s, as.text(n))
	}
}

// What a number says of its column is what its text says.
func TestWrittenEvidence(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50_000 {
		s := strconv.FormatFloat((random.Float64()-0.4)*math.Pow10(random.IntN(14)), 'f', random.IntN(5), 64)
		if random.IntN(2) == 0 {
			s = strings.Replace(s, ".", ",", 1)
		}
		n, as, ok := writtenDigits(s)
		if !ok {
			continue
		}
		text, number := evidence{absent: map[string]int{}, negative: map[float64]int{}}, evidence{absent: map[string]int{}, negative: map[float64]int{}}
		text.text(s, 1, true)
		number.written(n, as)
		text.longest = 0
		require.Equal(t, text, number, s)
	}
}

// A column that outgrows its dictionary holds every text as it stands.
func TestStoreAddText(t *testing.T) {
	for name, write := range map[string]func(i int) string{
		"numbers":    func(i int) string { return strconv.FormatFloat(float64(i)/100, 'f', 2, 64) },
		"identities": func(i int) string { return strings.Repeat("0", i%3) + strconv.Itoa(i) },
		"mixed": func(i int) string {
			return [...]string{strconv.Itoa(i), "NA", "007", "svar " + strconv.Itoa(i/2)}[i*i%4*(i%97/90)]
		},
		"texts": func(i int) string { return "lidelse " + strconv.Itoa(i%20_000) },
	} {
		s := newStore(0)
		for i := range 60_000 {
			if i%5 != 3 {
				s.addText(i, []byte(write(i)))
			}
		}
		s.finish(60_001)
		for i := range 60_000 {
			want := sheet.Cell{Type: sheet.Text, Text: write(i)}
			if i%5 == 3 {
				want = sheet.Cell{}
			}
			require.Equal(t, want, s.cell(i), name)
		}
	}
}
