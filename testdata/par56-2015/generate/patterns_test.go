package main

import (
	"path/filepath"
	"testing"
)

// TestIndustryPatterns holds the conditions of the four largest industries to
// what the section "Branche" tells in words; the bounds are ours.
func TestIndustryPatterns(t *testing.T) {
	cases := caseRecords(t)
	kind := categories(t, cases)
	in := func(industry string, categories string, themes ...theme) int {
		return count(cases, func(r record) bool {
			if r.option("industry", "branche") != industry || categories != "" && kind[r["id"]] != categories {
				return false
			}
			found := len(themes) == 0
			for _, th := range themes {
				found = found || themeOf(r["lidelse"], kind[r["id"]]) == th
			}
			return found
		})
	}
	for _, p := range []struct {
		what       string
		got, least int
	}{
		{"health: many medical", in("health_social", "medical"), 15},
		{"health: most of the psychological", in("health_social", "psychological"), 8},
		{"construction: back, neck, shoulder, knee", in("construction", "", back, shoulder, knee), 20},
		{"construction: a few of kidney or bowel", in("construction", "", kidney, bowel, heart), 2},
		{"public: cancer and its sequelae", in("public_services", "", cancer, sequelae), 9},
		{"public: eyes", in("public_services", "", eye), 2},
		{"public: migraine", in("public_services", "", migraine), 3},
		{"public: a few psychological", in("public_services", "psychological"), 2},
		{"education: cancer", in("education_research", "", cancer), 4},
		{"education: clots", in("education_research", "", clot), 2},
		{"education: back and neck", in("education_research", "", back, shoulder), 8},
	} {
		if p.got < p.least {
			t.Errorf("%s: %d cases, want at least %d", p.what, p.got, p.least)
		}
	}
}

// TestNoPatternBySize: "no clear pattern" between firm size and condition
// (section "Størrelse"), so chi-squared stays below its 95th percentile.
func TestNoPatternBySize(t *testing.T) {
	cases := caseRecords(t)
	kind := categories(t, cases)
	cells, rows, columns := map[[2]string]int{}, map[string]int{}, map[string]int{}
	for _, r := range cases {
		cells[[2]string{kind[r["id"]], r["stoerrelse"]}]++
		rows[kind[r["id"]]]++
		columns[r["stoerrelse"]]++
	}
	chi := 0.0
	for row, a := range rows {
		for column, b := range columns {
			expected := float64(a*b) / float64(len(cases))
			off := float64(cells[[2]string{row, column}]) - expected
			chi += off * off / expected
		}
	}
	if chi > 16.92 { // chi-squared with 9 degrees of freedom
		t.Errorf("chi-squared %.1f", chi)
	}
}

// TestJobTitles: the commoner titles are frequent enough to print.
func TestJobTitles(t *testing.T) {
	titles := map[string]int{}
	for _, r := range caseRecords(t) {
		titles[r["stilling"]]++
	}
	common := 0
	for _, n := range titles {
		if n >= 3 {
			common++
		}
	}
	if common < 20 {
		t.Errorf("%d titles with three cases or more", common)
	}
}

// categories returns the category of each case by its text, the undecidable
// text left as other: no test here turns on it.
func categories(t *testing.T, cases []record) map[string]string {
	listed, err := readConditions(filepath.Join(committed, "conditions.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	byText := map[string]string{}
	for _, c := range listed {
		byText[c.text] = c.category
	}
	kind := map[string]string{}
	for _, r := range cases {
		kind[r["id"]] = byText[r["lidelse"]]
	}
	return kind
}
