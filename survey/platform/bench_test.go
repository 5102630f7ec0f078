package platform_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// BenchmarkReadLarge reads 200,000 rows of 20 columns: an identity, codes, labels,
// decimals and a text. Beside the time it reports the memory of the dataset
// and what reading needs above it, both in MB.
func BenchmarkReadLarge(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.csv")
	writeLarge(b, path, 200_000)
	var above, kept float64
	for b.Loop() {
		w, err := sheet.Open(path)
		require.NoError(b, err)
		before := heap()
		peak, stop := watch()
		l, err := platform.Recognise(w, "")
		require.NoError(b, err)
		d, err := platform.Read(w, l, nil, "rows")
		require.NoError(b, err)
		close(stop)
		most := <-peak
		l = nil
		dataset := heap() - before
		above, kept = float64(most-before-dataset)/(1<<20), float64(dataset)/(1<<20)
		runtime.KeepAlive(d)
		runtime.KeepAlive(w)
	}
	b.ReportMetric(kept, "MB-dataset")
	b.ReportMetric(above, "MB-above")
}

func writeLarge(b *testing.B, path string, rows int) {
	f, err := os.Create(path)
	require.NoError(b, err)
	w := bufio.NewWriter(f)
	fmt.Fprint(w, "id")
	for c := range 19 {
		fmt.Fprintf(w, ";c%d", c+1)
	}
	random := rand.New(rand.NewPCG(1, 2))
	labels := []string{"Under 50 ansatte", "Mellem 50 og 100 ansatte", "Mere end 100 ansatte", "Ved ikke"}
	for i := range rows {
		fmt.Fprintf(w, "\nr%07d", i)
		for range 11 {
			fmt.Fprintf(w, ";%d", random.IntN(5))
		}
		for range 4 {
			fmt.Fprint(w, ";"+labels[random.IntN(4)])
		}
		for range 3 {
			fmt.Fprintf(w, ";%.3f", random.Float64()*100)
		}
		fmt.Fprintf(w, ";tekst nummer %d", i)
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.Close())
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// watch samples the heap until stop is closed and then gives the most.
func watch() (<-chan uint64, chan struct{}) {
	peak, stop := make(chan uint64, 1), make(chan struct{})
	go func() {
		var most uint64
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(10 * time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
		}
	}()
	return peak, stop
}
