package study_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/study"
)

// BenchmarkPeer makes 50 domain means with their errors, and a Rao–Scott test of
// ten by five, of a file of 1,000,000 rows in 20 strata of 100 PSUs each, from
// the file on, and has R survey do the same with the same file in the same run.
// It is skipped where Rscript is not installed. Run it with -benchtime 1x: R
// takes half a minute. The steps alone are benchmarks of sample/estimate,
// sample/association and survey/platform.
func BenchmarkPeer(b *testing.B) {
	rscript, err := exec.LookPath("Rscript")
	if err != nil {
		b.Skip("Rscript is not installed")
	}
	path := filepath.Join(b.TempDir(), "million.csv")
	writePeer(b, path, 1_000_000)
	for b.Loop() {
		design := study.FileDesign{PSU: "psu", Strata: "stratum", Weights: "weight"}
		begun := time.Now()
		e, err := study.EstimateFile(path, design, study.EstimateSpec{Means: []string{"y"}, By: []string{"domain"}}, nil)
		require.NoError(b, err)
		b.ReportMetric(time.Since(begun).Seconds(), "s-read-and-means")
		begun = time.Now()
		tables, err := study.TabulateFile(path, study.FileTable{FileDesign: design, Rows: "cat10", Columns: "cat5"}, "en", nil)
		require.NoError(b, err)
		b.ReportMetric(time.Since(begun).Seconds(), "s-read-table-and-raoscott")

		out, err := exec.Command(rscript, filepath.Join(references, "peer.R"), path).Output()
		if err != nil {
			b.Skipf("R survey did not run: %v", err)
		}
		values := map[string]float64{}
		for line := range strings.Lines(string(out)) {
			fields := strings.Fields(line)
			if len(fields) != 3 {
				continue
			}
			seconds, _ := strconv.ParseFloat(fields[1], 64)
			values[fields[0]], _ = strconv.ParseFloat(fields[2], 64)
			b.ReportMetric(seconds, "s-R-"+fields[0])
		}
		assert.InEpsilon(b, values["means"], e.Rows[0].SE, 1e-9)
		assert.InEpsilon(b, values["raoscott"], tables[0].Of.Tests[0].Statistic, 1e-8)
	}
}

// writePeer writes an identity, the design, a number and categories, twelve
// columns in all.
func writePeer(b *testing.B, path string, rows int) {
	b.Helper()
	f, err := os.Create(path)
	require.NoError(b, err)
	w := bufio.NewWriter(f)
	rng := rand.New(rand.NewPCG(20, 100))
	fmt.Fprintln(w, "id,stratum,psu,weight,y,domain,cat10,cat5,y2,y3,region,sex")
	for i := range rows {
		stratum := rng.IntN(20)
		fmt.Fprintf(w, "%d,%d,%d,%.4f,%.4f,%d,%d,%d,%.3f,%.3f,%d,%d\n", i, stratum, 100*stratum+rng.IntN(100), 1+rng.Float64(), rng.NormFloat64(),
			rng.IntN(50), rng.IntN(10), rng.IntN(5), rng.Float64(), rng.Float64(), rng.IntN(5), rng.IntN(2))
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.Close())
}
