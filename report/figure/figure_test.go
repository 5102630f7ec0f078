package figure

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
)

var (
	update = flag.Bool("update", false, "rewrite the pictures in testdata")
	viewed = flag.String("look", "", "folder to write every picture of the tests to, as SVG and PNG, to be looked at")
)

// picture is a figure that the tests draw.
type picture struct {
	spec    Spec
	table   *crosstab.Table
	wording Wording
}

func (p picture) figure(t testing.TB) *Figure {
	f, err := New(p.table, p.spec, p.wording)
	require.NoError(t, err)
	return f
}

func TestGolden(t *testing.T) {
	for _, p := range pictures() {
		t.Run(p.spec.ID, func(t *testing.T) {
			f := p.figure(t)
			var got, raster bytes.Buffer
			require.NoError(t, f.SVG(&got))
			name := filepath.Join("testdata", p.spec.ID+".svg")
			if *update {
				require.NoError(t, os.MkdirAll("testdata", 0o777))
				require.NoError(t, os.WriteFile(name, got.Bytes(), 0o666))
			}
			if *viewed != "" {
				require.NoError(t, f.PNG(&raster))
				require.NoError(t, os.WriteFile(filepath.Join(*viewed, p.spec.ID+".png"), raster.Bytes(), 0o666))
				require.NoError(t, os.WriteFile(filepath.Join(*viewed, p.spec.ID+".svg"), got.Bytes(), 0o666))
			}
			want, err := os.ReadFile(name)
			require.NoError(t, err, "run with -update to draw it")
			assert.Equal(t, string(want), got.String())
		})
	}
}

func BenchmarkPNG(b *testing.B) {
	for _, p := range pictures() {
		b.Run(p.spec.ID, func(b *testing.B) {
			f := p.figure(b)
			for b.Loop() {
				require.NoError(b, f.PNG(io.Discard))
			}
		})
	}
}

// BenchmarkSVG lays a picture of every kind out and writes it.
func BenchmarkSVG(b *testing.B) {
	for _, p := range pictures() {
		b.Run(p.spec.ID, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, p.figure(b).SVG(io.Discard))
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	p := industryPicture()
	for b.Loop() {
		p.figure(b)
	}
}

// BenchmarkNine draws nine figures one after the other, as many as a report
// has, from table to PNG.
func BenchmarkNine(b *testing.B) {
	all := pictures()[:9]
	for b.Loop() {
		for _, p := range all {
			require.NoError(b, p.figure(b).PNG(io.Discard))
		}
	}
}
