package platform_test

import (
	"bufio"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkReadCSV takes delimited text of 1,000,000 rows by 12 columns the
// whole way to a dataset and reports medians over its rounds: MB-dataset is what
// the dataset holds and MB-above what the heap came to above it. Comma is the
// same with semicolons and a decimal comma. Run it with -benchtime 5x.
func BenchmarkReadCSV(b *testing.B) {
	for _, mark := range []string{"point", "comma"} {
		b.Run(mark, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "million.csv")
			writeMillion(b, path, mark == "comma")
			var took, kept, above []float64
			for range b.N {
				m := importWhole(b, path, 1_000_000, 12)
				took, kept, above = append(took, m.seconds), append(kept, m.kept), append(above, m.above)
			}
			b.ReportMetric(median(took), "s-read")
			b.ReportMetric(median(kept), "MB-dataset")
			b.ReportMetric(median(above), "MB-above")
			b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "processors")
		})
	}
}

// writeMillion writes an identity, strata, clusters, weights, four numbers and
// four small categories.
func writeMillion(b *testing.B, path string, comma bool) {
	f, err := os.Create(path)
	require.NoError(b, err)
	w := bufio.NewWriter(f)
	separator, point := byte(','), byte('.')
	heading := "id,stratum,psu,weight,y1,y2,y3,y4,cat10,cat5,region,sex"
	if comma {
		separator, point = ';', ','
	}
	random := rand.New(rand.NewPCG(56, 2015))
	var line []byte
	for _, c := range []byte(heading) {
		if c == ',' {
			c = separator
		}
		line = append(line, c)
	}
	w.Write(append(line, '\n'))
	for i := range 1_000_000 {
		line = strconv.AppendInt(line[:0], int64(i), 10)
		whole := func(n int) { line = strconv.AppendInt(append(line, separator), int64(n), 10) }
		decimal := func(x float64, decimals int) {
			from := len(line) + 1
			line = strconv.AppendFloat(append(line, separator), x, 'f', decimals, 64)
			for k := range line[from:] {
				if line[from+k] == '.' {
					line[from+k] = point
				}
			}
		}
		psu := random.IntN(2000)
		whole(psu / 100)
		whole(psu)
		decimal(1+random.Float64()*4, 4)
		decimal(50+10*random.NormFloat64(), 4)
		decimal(random.NormFloat64(), 5)
		whole(random.IntN(100))
		decimal(random.Float64(), 6)
		whole(random.IntN(10))
		whole(random.IntN(5))
		line = append(line, separator, "ABCDE"[random.IntN(5)])
		whole(1 + random.IntN(2))
		w.Write(append(line, '\n'))
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.Close())
}
