package study

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

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
  - {id: stacked, table: both, kind: stacked}
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

// waves writes two waves of a study with the other kinds of table: several
// variables side by side, means and totals, a register, and the waves compared.
// It returns the folders of both.
func waves(t *testing.T) (earlier, later string) {
	t.Helper()
	dir := t.TempDir()
	earlier, later = filepath.Join(dir, "earlier"), filepath.Join(dir, "later")
	write := func(path, content string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	}
	for wave, folder := range []string{earlier, later} {
		var data strings.Builder
		data.WriteString("id,kind,place,region,hours\n")
		n := 0
		for place, counts := range [][]int{{19, 11, 1, 14 - 9*wave}, {23, 13, 12, 2 + 7*wave}, {8, 31, 16 - 14*wave, 21}} {
			for kind, count := range counts {
				for i := range count {
					n++
					fmt.Fprintf(&data, "%d,%d,%d,%d,%d\n", n, kind+1, place+1, 1+(n*7+i)%4/3, 1+n*n%11+40*(i%9/8))
				}
			}
		}
		write(filepath.Join(folder, "cases.csv"), data.String())
		study := `
study: {da: Prøve}
wave: "` + fmt.Sprint(2015+wave) + `"
title: {da: En prøve}
language: da
sources: {cases: {file: cases.csv}SPELLS}
designs: {cases: {label: {da: sager}}}
disclosure: {minimum: 3, register: 5, p_percent: 20}
variables:
  cases:
    - {name: sort, label: {da: Art}, from: kind, bands: [{name: back, label: {da: Ryg}, from: 1, to: 1}, {name: heart, label: {da: Hjerte}, from: 2, to: 2}, {name: stress, label: {da: Stress}, from: 3, to: 3}, {name: cancer, label: {da: Kræft}, from: 4, to: 4}]}
    - {name: where, label: {da: Gruppe}, from: place, bands: [{name: x, label: {da: X}, from: 1, to: 1}, {name: y, label: {da: Y}, from: 2, to: 2}, {name: z, label: {da: Z}, from: 3, to: 3}]}
    - {name: art, label: {da: Slags}, from: kind, bands: [{name: back, label: {da: Ryg}, from: 1, to: 1}, {name: heart, label: {da: Hjerte}, from: 2, to: 2}, {name: stress, label: {da: Stress}, from: 3, to: 3}, {name: cancer, label: {da: Kræft}, from: 4, to: 4}]}
    - {name: part, label: {da: Egn}, from: region, bands: [{name: north, label: {da: Nord}, from: 1, to: 1}, {name: south, label: {da: Syd}, from: 2, to: 2}]}
tables:
  - {id: kind, title: {da: Art}, sample: cases, rows: sort}
  - {id: both, title: {da: Art efter gruppe}, sample: cases, rows: sort, columns: where}
  - {id: many, title: {da: Art og egn efter gruppe og egn}, sample: cases, rows: [sort, part], columns: [where, part]}
  - {id: again, title: {da: Slags efter gruppe}, sample: cases, rows: art, columns: where}
  - {id: hours, title: {da: Timer}, sample: cases, mean: hours, columns: where}
  - {id: sum, title: {da: Timer i alt}, sample: cases, sum: hours, columns: sort}
`
		spells := ""
		if wave == 1 {
			study += `
  - {id: change, compare: both, column: x, title: {da: Ændring i X}}
  - {id: change-z, compare: both, column: z, title: {da: Ændring i Z}}
  - {id: joined, compare: again, column: x, title: {da: Ændring i slags}}
compare: {study: ../earlier, categories: [{variable: art, before: [stress, cancer], after: [stress, cancer], label: {da: Stress og kræft}}]}
register: {begun: begun.csv, year: 2014, kinds: ["14"], join: adjoining, year_by: start}
figures:
  - {id: change, table: change, kind: dumbbell}
  - {id: both, table: both, kind: stacked}
  - {id: gaps, table: gaps, kind: histogram}
  - {id: place, table: municipality, kind: dots}
`
			spells = ", spells: {file: spells.csv}"
			persons, begun := spellsOf()
			write(filepath.Join(folder, "spells.csv"), persons)
			write(filepath.Join(folder, "begun.csv"), begun)
		}
		write(filepath.Join(folder, "study.yaml"), strings.Replace(study, "SPELLS", spells, 1))
	}
	return earlier, later
}

// spellsOf returns spells of which few persons have three, few are two days
// apart and few are in one municipality, and the spells begun in each.
func spellsOf() (spells, begun string) {
	var gaps []int
	for _, g := range [][2]int{{2, 3}, {8, 6}, {7, 25}, {6, 20}, {3, 15}, {10, 24}} {
		for range g[1] {
			gaps = append(gaps, g[0])
		}
	}
	var out strings.Builder
	out.WriteString("person;start;slut;sagsart;kommune\n")
	person, used, total := 0, 0, map[int]int{}
	for times, persons := range []int{0, 40, 30, 3, 7, 9} {
		for range persons {
			person++
			place := min(person%16, 11)
			if person > 4 && place == 5 {
				place = 6 // the four first of the fifth are few
			}
			day := time.Date(2014, 3, 1+person%20, 0, 0, 0, 0, time.UTC)
			for s := range times {
				if s > 0 {
					day = day.AddDate(0, 0, gaps[used*37%len(gaps)])
					used++
				}
				end := day.AddDate(0, 0, used%9/8)
				fmt.Fprintf(&out, "%d;%s;%s;14;Sted %c\n", person, day.Format(time.DateOnly), end.Format(time.DateOnly), 'A'+place)
				total[place]++
				day = end
			}
		}
	}
	var all strings.Builder
	all.WriteString("kommune;påbegyndte forløb\n")
	for _, place := range slices.Sorted(maps.Keys(total)) {
		fmt.Fprintf(&all, "Sted %c;%d\n", 'A'+place, 100+total[place]*(3+place))
	}
	return out.String(), all.String()
}
