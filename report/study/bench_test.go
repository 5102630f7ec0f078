package study

import (
	"testing"
	"time"
)

// BenchmarkReport is the whole job on the worked example: three workbooks in,
// coding, tables with intervals, disclosure control, nine figures as SVG and
// PNG, HTML, workbook and JSON out.
func BenchmarkReport(b *testing.B) {
	out := b.TempDir()
	b.ReportAllocs()
	for b.Loop() {
		s, err := Load(example)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Run(Options{Out: out, Now: time.Unix(0, 0)}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead is the part of it before any table: reading, coding, deriving.
func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		s, err := Load(example)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Read(nil); err != nil {
			b.Fatal(err)
		}
	}
}
