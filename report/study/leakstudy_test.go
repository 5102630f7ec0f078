package study

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// adversary writes a study whose tables, text and figures do all they can to
// give small cells back: nets, rows that overlap, the same numbers both ways
// round, of a part, in words and in figures.
func adversary(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	var data strings.Builder
	data.WriteString("id,office,kind,group,flag,weight\n")
	n := 0
	add := func(count, kind, group, flagged int) {
		for i := range count {
			flag := 2
			if i < flagged {
				flag = 1
			}
			n++
			fmt.Fprintf(&data, "%d,%d,%d,%d,%d,%.3f\n", n, n%17, kind, group, flag, 1+float64(n%7)/13)
		}
	}
	// Of 15 cells two are small: 1 and 2; flags are rare in one group.
	for i, c := range []struct{ a, b, c, d, e int }{{19, 11, 1, 14, 9}, {23, 13, 12, 2, 17}, {8, 31, 16, 21, 13}} {
		group := i + 1
		add(c.a, 1, group, 4-i)
		add(c.b, 2, group, 5)
		add(c.c, 3, group, 0)
		add(c.d, 4, group, 6)
		add(c.e, 5, group, 3)
	}
	files := map[string]string{"cases.csv": data.String(), "study.yaml": `
study: {da: Prøve}
title: {da: En prøve}
language: da
sources: {cases: {file: cases.csv}}
designs: {cases: {psu: office, weights: WEIGHTS, label: {da: sager}, psu_label: {da: kontorer}}}
disclosure: {minimum: 3}
variables:
  cases:
    - {name: sort, label: {da: Art}, from: kind, bands: [{name: back, label: {da: Ryg}, from: 1, to: 1}, {name: heart, label: {da: Hjerte}, from: 2, to: 2}, {name: stress, label: {da: Stress}, from: 3, to: 3}, {name: cancer, label: {da: Kræft}, from: 4, to: 4}, {name: other, label: {da: Andet}, from: 5, to: 5}]}
    - {name: place, label: {da: Gruppe}, from: group, bands: [{name: x, label: {da: X}, from: 1, to: 1}, {name: y, label: {da: Y}, from: 2, to: 2}, {name: z, label: {da: Z}, from: 3, to: 3}]}
    - {name: mark, label: {da: Mærke}, from: flag, bands: [{name: yes, label: {da: Ja}, from: 1, to: 1}, {name: no, label: {da: Nej}, from: 2, to: 2}]}
tables:
  - {id: kind, title: {da: Art}, sample: cases, rows: sort}
  - {id: group, title: {da: Gruppe}, sample: cases, rows: place}
  - {id: both, title: {da: Art efter gruppe}, sample: cases, rows: sort, columns: place}
  - {id: turned, title: {da: Gruppe efter art}, sample: cases, rows: place, columns: sort, percent: row}
  - {id: whole, title: {da: Art og gruppe}, sample: cases, rows: sort, columns: place, percent: total}
  - {id: flagged, title: {da: Art efter mærke}, sample: cases, rows: sort, columns: mark}
  - {id: of-x, title: {da: Art i x}, sample: cases, rows: sort, where: {place: x}}
  - {id: of-y, title: {da: Art i y}, sample: cases, rows: sort, where: {place: y}}
figures:
  - {id: kind, table: kind, kind: bar}
  - {id: both, table: both, kind: heat}
  - {id: turned, table: turned, kind: heat}
report: {da: report.md}
`, "report.md": `# Om sagerne

Af {{ N "both" }} sager er {{ n "both" "stress" "x" }} eller {{ pct "both" "stress" "x" }} stress i gruppe x, {{ words "both" "cancer" "y" }} er kræft i gruppe y,
og {{ pct "turned" "y" "cancer" }} den anden vej ({{ ci "turned" "y" "cancer" }}). I x alene er det {{ pct "of-x" "stress" }}, {{ n "of-x" "back" }} er ryg.[^n]

[^n]: Af {{ N "of-y" }} sager i y er {{ n "of-y" "cancer" }} kræft.
`}
	weights := "weight"
	if strings.Contains(t.Name(), "Equal") {
		weights = "equal"
	}
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(strings.Replace(content, "WEIGHTS", weights, 1)), 0o600))
	}
	return dir
}
