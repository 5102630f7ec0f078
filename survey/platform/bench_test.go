package platform_test

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// BenchmarkImport takes a workbook of 1,000,000 rows by 20 columns the whole way
// to a dataset and reports medians over its rounds, in which inflating the parts
// and importing them take turns: ratio is of the two times, MB-dataset what the
// dataset holds and MB-above what the heap came to above it. At 100,000 rows the
// rows are read with excelize in turn, and ratio says how many times longer that
// takes. Run it with -benchtime 5x.
func BenchmarkImport(b *testing.B) {
	for name, book := range map[string]benchBook{"shared": {rows: 1_000_000}, "inline": {rows: 1_000_000, inline: true}} {
		written := sync.OnceValue(func() string { return book.write(b) })
		b.Run(name, func(b *testing.B) {
			path := written()
			var inflated, whole, kept, above []float64
			for range b.N {
				inflated = append(inflated, seconds(func() { inflate(b, path) }))
				m := importWhole(b, path, book.rows, benchColumns)
				whole, kept, above = append(whole, m.seconds), append(kept, m.kept), append(above, m.above)
			}
			b.ReportMetric(median(inflated), "s-inflate")
			b.ReportMetric(median(whole), "s-import")
			b.ReportMetric(median(whole)/median(inflated), "ratio")
			b.ReportMetric(median(kept), "MB-dataset")
			b.ReportMetric(median(above), "MB-above")
		})
	}
	book := benchBook{rows: 100_000}
	written := sync.OnceValue(func() string { return book.write(b) })
	b.Run("excelize", func(b *testing.B) {
		path := written()
		var theirs, ours []float64
		for range b.N {
			theirs = append(theirs, seconds(func() { excelizeRows(b, path, book.rows) }))
			ours = append(ours, importWhole(b, path, book.rows, benchColumns).seconds)
		}
		b.ReportMetric(median(theirs), "s-excelize")
		b.ReportMetric(median(ours), "s-import")
		b.ReportMetric(median(theirs)/median(ours), "ratio")
	})
}

// measured is what one import took; memory is in MB.
type measured struct{ seconds, kept, above float64 }

// importWhole reads a file as the command read does.
func importWhole(b *testing.B, path string, rows, columns int) measured {
	before := heap()
	peak, stop := watch()
	var d *survey.Dataset
	took := seconds(func() {
		w, err := sheet.Open(path)
		require.NoError(b, err)
		l, err := platform.Recognise(w, "")
		require.NoError(b, err)
		d, err = platform.Read(w, l, nil, "rows")
		require.NoError(b, err)
		require.NoError(b, w.Close())
	})
	close(stop)
	most := <-peak
	dataset := heap() - before
	require.Equal(b, rows, d.Rows())
	require.Len(b, d.Columns(), columns)
	runtime.KeepAlive(d)
	return measured{took, float64(dataset) / (1 << 20), float64(most-before-dataset) / (1 << 20)}
}

// inflate inflates the parts and throws the bytes away.
func inflate(b *testing.B, path string) {
	z, err := zip.OpenReader(path)
	require.NoError(b, err)
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(b, err)
		_, err = io.Copy(io.Discard, r)
		require.NoError(b, err)
		r.Close()
	}
}

// excelizeRows reads the cells with excelize.
func excelizeRows(b *testing.B, path string, rows int) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	require.NoError(b, err)
	defer f.Close()
	r, err := f.Rows("Svar")
	require.NoError(b, err)
	defer r.Close()
	seen := 0
	for ; r.Next(); seen++ {
		_, err := r.Columns()
		require.NoError(b, err)
	}
	require.NoError(b, r.Error())
	require.Equal(b, rows+1, seen)
}

func seconds(f func()) float64 {
	start := time.Now()
	f()
	return time.Since(start).Seconds()
}

func median(xs []float64) float64 {
	xs = slices.Sorted(slices.Values(xs))
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}

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
		objects := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(10 * time.Millisecond):
				// Reading the memory's statistics would stop what is measured.
				metrics.Read(objects)
				most = max(most, objects[0].Value.Uint64())
			}
		}
	}()
	return peak, stop
}
