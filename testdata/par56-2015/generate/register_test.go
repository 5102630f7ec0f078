package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// spellRows returns the register's rows by heading; the remark is no row.
func spellRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(committed, "data", name))
	if err != nil {
		t.Fatal(err)
	}
	said, rest, _ := strings.Cut(string(content), "\n")
	if said != remark {
		t.Errorf("%s: the first line is %q, want it to say that the register is invented", name, said)
	}
	in := csv.NewReader(strings.NewReader(rest))
	in.Comma = ';'
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, field := range row {
			r[rows[0][i]] = field
		}
		out = append(out, r)
	}
	return out
}

// TestRegister counts tables 1, 3, 4 and 5 of the study's register. The last
// number of a figure is the published percentage.
func TestRegister(t *testing.T) {
	day := func(s string) int {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return int(at.Unix() / 86400)
	}
	rows := spellRows(t, "spells.csv")
	persons, lengths, gaps, numbers := map[string]map[string]string{}, map[int]int{}, map[int]int{}, map[int]int{}
	spells, ends := map[string]int{}, map[string]int{}
	for _, r := range rows {
		id, start, end := r["person"], day(r["start"]), day(r["slut"])
		if !strings.HasPrefix(r["start"], "2014-") || end < start || r["sagsart"] != "14" {
			t.Fatalf("%v is no spell of 2014 under section 56", r)
		}
		if spells[id] > 0 {
			gaps[start-ends[id]]++
		}
		lengths[end-start+1]++
		spells[id]++
		ends[id], persons[id] = end, r
	}
	for _, n := range spells {
		numbers[n]++
	}
	in := func(counts map[int]int, from, to int) int {
		n := 0
		for k, c := range counts {
			if k >= from && k <= to {
				n += c
			}
		}
		return n
	}
	having := func(key, value string) int {
		n := 0
		for _, p := range persons {
			if p[key] == value {
				n++
			}
		}
		return n
	}
	ages := map[int]int{}
	for _, p := range persons {
		born, err := strconv.Atoi(p["fødselsår"])
		if err != nil {
			t.Fatal(err)
		}
		ages[registerYear-born]++
	}
	n := len(rows)
	check(t, []figure{
		{"persons", len(persons), 5000, 5000, 100},
		{"spells", n, 28571, 28571, 100}, // 120,000 of 21,000 persons
		{"under 30", in(ages, 0, 29), 370, 5000, 7}, {"30 to 49", in(ages, 30, 49), 2515, 5000, 50}, {"from 50", in(ages, 50, 99), 2115, 5000, 42},
		{"women", having("køn", "K"), 3050, 5000, 61}, {"men", having("køn", "M"), 1950, 5000, 39},
		{"Danish", having("herkomst", "D"), 4790, 5000, 96},
		{"non-Western descendants", having("herkomst", "EI"), 10, 5000, 0}, {"Western descendants", having("herkomst", "EV"), 8, 5000, 0},
		{"non-Western immigrants", having("herkomst", "II"), 97, 5000, 2}, {"Western immigrants", having("herkomst", "IV"), 95, 5000, 2},
		{"1 day", lengths[1], 16371, n, 57}, {"2 days", lengths[2], 4685, n, 16}, {"3 days", lengths[3], 2085, n, 7},
		{"4 days", lengths[4], 1142, n, 4}, {"5 days", lengths[5], 1142, n, 4}, {"6 days", lengths[6], 285, n, 1}, {"7 days", lengths[7], 285, n, 1},
		{"2-4 weeks", in(lengths, 8, 28), 1714, n, 6}, {"5-8 weeks", in(lengths, 29, 56), 285, n, 1}, {"over 8 weeks", in(lengths, 57, 999), 577, n, 2},
		{"3 days or less", in(lengths, 1, 3), 23141, n, 81},
		{"1 spell", numbers[1], 1050, 5000, 21}, {"2 spells", numbers[2], 750, 5000, 15}, {"3 spells", numbers[3], 600, 5000, 12},
		{"4 spells", numbers[4], 450, 5000, 9}, {"5 spells", numbers[5], 400, 5000, 8}, {"6-10 spells", in(numbers, 6, 10), 1100, 5000, 22},
		{"11-15 spells", in(numbers, 11, 15), 350, 5000, 7}, {"16-20 spells", in(numbers, 16, 20), 150, 5000, 3}, {"over 20 spells", in(numbers, 21, 99), 150, 5000, 3},
	})
	all := in(gaps, 0, 999)
	for _, q := range []struct{ from, to, percent int }{ // the bands as they are made to meet
		{2, 2, 3}, {3, 3, 3}, {4, 4, 3}, {5, 5, 3}, {6, 6, 4}, {7, 7, 11}, {8, 8, 3}, {9, 9, 2}, {10, 10, 2},
		{11, 13, 5}, {14, 14, 5}, {15, 21, 11}, {22, 30, 10}, {31, 60, 17}, {61, 120, 12}, {121, 999, 6},
	} {
		if got := (200*in(gaps, q.from, q.to) + all) / (2 * all); got != q.percent {
			t.Errorf("gaps of %d to %d days: %d %%, published %d %%", q.from, q.to, got, q.percent)
		}
	}
	if gaps[0]+gaps[1] > 0 || n-len(persons) != all {
		t.Errorf("%d gaps of fewer than two days, %d in all", gaps[0]+gaps[1], all)
	}
}

// TestRegisterPlaces counts table 2: 98 municipalities, the published twenty at
// their percentages, all others between, the country at 7 %.
func TestRegisterPlaces(t *testing.T) {
	own := map[string]int{}
	for _, r := range spellRows(t, "spells.csv") {
		own[r["kommune"]]++
	}
	published := map[string]int{"Samsø": 2, "Gentofte": 3, "København": 4, "Lyngby-Taarbæk": 4, "Ærø": 4, "Høje-Taastrup": 4, "Rødovre": 4,
		"Hørsholm": 4, "Vordingborg": 4, "Herlev": 4, "Vesthimmerland": 13, "Herning": 11, "Norddjurs": 11, "Ikast-Brande": 11, "Tønder": 10,
		"Ringkøbing-Skjern": 10, "Lemvig": 10, "Brønderslev": 10, "Thisted": 10, "Billund": 10}
	all, begun := 0, spellRows(t, "spells-begun.csv")
	if len(begun) != 98 || len(own) != 98 {
		t.Errorf("%d and %d municipalities, want 98", len(begun), len(own))
	}
	for _, r := range begun {
		n, err := strconv.Atoi(r["påbegyndte forløb"])
		if err != nil {
			t.Fatal(err)
		}
		all += n
		name, share := r["kommune"], float64(own[r["kommune"]])/float64(n)
		if percent, ok := published[name]; ok && (200*own[name]+n)/(2*n) != percent {
			t.Errorf("%s: %d of %d, published %d %%", name, own[name], n, percent)
		} else if !ok && (share < 0.0435 || share > 0.0985) {
			t.Errorf("%s: %d of %d is among the published twenty", name, own[name], n)
		}
	}
	if (200*28571+all)/(2*all) != 7 {
		t.Errorf("28,571 of %d in the country, published 7 %%", all)
	}
}
