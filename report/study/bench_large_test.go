package study

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// largeStudy writes a study of so many tables and figures, of 400 made-up cases,
// and returns its folder.
func largeStudy(b *testing.B, tables, figures int) string {
	b.Helper()
	dir := b.TempDir()
	var data, yaml strings.Builder
	data.WriteString("id\tvar0\tvar1\tvar2\tvar3\n")
	for i := range 400 {
		fmt.Fprintf(&data, "c%d\tja %d\tnej %d\tmåske %d\tved %d\n", i, i*7%5, i*11%6, i*13%4, i*17%7)
	}
	yaml.WriteString("study: Stor\nsources:\n  cases: {file: data.tsv}\ndesigns:\n  cases: {census: true, eligible: 1000, label: sager}\ndisclosure: {open: [cases]}\ntables:\n")
	for i := range tables {
		columns := ""
		if i%2 == 1 {
			columns = fmt.Sprintf(", columns: var%d", (i+1)%4)
		}
		fmt.Fprintf(&yaml, "  - {id: t%d, title: Tabel nummer %d, sample: cases, rows: var%d%s}\n", i, i, i%4, columns)
	}
	yaml.WriteString("figures:\n")
	for i := range figures {
		fmt.Fprintf(&yaml, "  - {id: f%d, table: t%d}\n", i, i)
	}
	for name, text := range map[string]string{"data.tsv": data.String(), "study.yaml": yaml.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// BenchmarkLargeReport is a report of 100 tables and 60 figures in every format
// but PDF: HTML, Word, Excel, JSON, and each figure as SVG and PNG.
func BenchmarkLargeReport(b *testing.B) {
	dir, out := largeStudy(b, 100, 60), b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		s, err := Load(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Run(Options{Out: out, Now: time.Unix(0, 0)}); err != nil {
			b.Fatal(err)
		}
	}
}
