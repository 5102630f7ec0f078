package study_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// counted is a reference file, the columns that say what a row is of, and those
// with the numbers that tests compare.
type counted struct {
	file    string
	by      []string
	numbers []string
	name    string // before what by says
}

// TestReferenceNumbersOfEveryStatistic counts the numbers that other programs
// computed: at least 20 of each statistic and 1,000 in all. With -v it prints the
// table.
func TestReferenceNumbersOfEveryStatistic(t *testing.T) {
	estimated := []string{"estimate", "se", "low", "high", "deff", "deff_replace"}
	tested := []string{"statistic", "df1", "df2", "p"}
	count := map[string]int{}
	for _, c := range []counted{
		{"estimate-linear.csv", []string{"statistic", "interval"}, estimated, ""},
		{"intervals-wilson.csv", nil, []string{"low", "high"}, "wilson, prop.test"},
		{"intervals-clopper-pearson.csv", nil, []string{"low", "high"}, "clopper-pearson, binom.test"},
		{"estimate-lonely.csv", []string{"lonely"}, estimated, "lonely PSU"},
		{"estimate-replicates.csv", []string{"replicates"}, estimated, "replicates"},
		{"estimate-bootstrap.csv", []string{"file"}, estimated, "bootstrap weights"},
		{"estimate-pps.csv", []string{"pps"}, estimated, "pps"},
		{"estimate-assisted.csv", []string{"model"}, []string{"estimate", "se"}, "total by"},
		{"table-tests.csv", []string{"method"}, tested, "test"},
		{"table-fit.csv", []string{"method"}, tested, "test"},
		{"table-fisher.csv", nil, []string{"p"}, "test fisher"},
		{"table-adjust.csv", []string{"how"}, []string{"adjusted"}, "adjusted p"},
		{"table-effects.csv", nil, []string{"w"}, "effect w"},
		{"table-effects.csv", nil, []string{"v", "corrected"}, "effect V"},
		{"table-letters.csv", nil, []string{"difference", "se", "p"}, "letters"},
		{"table-answers.csv", nil, []string{"p", "se"}, "shares of answers"},
		{"table-means.csv", nil, []string{"mean", "se", "low", "high"}, "means by column"},
		{"draw-probabilities.csv", nil, []string{"p"}, "draw: probabilities"},
		{"draw-joint.csv", []string{"method"}, []string{"p"}, "draw: joint probabilities"},
		{"draw-systematic.csv", []string{"method"}, []string{"ins"}, "draw: units"},
		{"draw-repeat.csv", []string{"method"}, []string{"id"}, "draw again: units"},
		{"draw-allocation.csv", []string{"rule"}, []string{"exact", "rounded"}, "allocation"},
		{"plan.csv", []string{"statistic"}, []string{"value"}, "plan"},
		{"disclosure-intervals.csv", nil, []string{"low", "high"}, "ranges of hidden counts"},
		{"disclosure-linked.csv", nil, []string{"low", "high"}, "ranges in linked tables"},
		{"disclosure-cost.csv", nil, []string{"cost"}, "cost of hiding"},
	} {
		count[c.name] += 0
		for _, r := range referenceRows(t, c.file) {
			parts := []string{c.name}
			for _, column := range c.by {
				what, _, _ := strings.Cut(r[column], ":")
				parts = append(parts, what)
			}
			for _, column := range c.numbers {
				if r[column] != "" {
					count[strings.TrimSpace(strings.Join(parts, " "))]++
				}
			}
		}
		if len(c.by) > 0 {
			delete(count, c.name)
		}
	}
	rates := map[string]bool{}
	for _, r := range referenceRows(t, "response.csv") {
		name := "response: " + r["statistic"]
		switch r["statistic"] {
		case "rate":
			if strings.Contains(r["name"], "=") {
				break
			}
			name += " " + r["name"]
			rates[r["name"]] = true
		case "chi-square", "t", "df", "p", "least":
			name = "response: tests against the frame"
		}
		count[name]++
	}
	assert.Len(t, rates, 17, "AAPOR's rates and e")
	weighing := map[string]string{}
	for _, r := range referenceRows(t, "weight-cases.csv") {
		weighing[r["case"]], _, _ = strings.Cut(r["what"], ":")
		if r["trim"] != "" || r["trim_bounds"] != "" {
			weighing[r["case"]] = "trimmed"
		}
	}
	for _, r := range referenceRows(t, "weight-weights.csv") {
		count["weights: "+weighing[r["case"]]]++
	}
	for _, r := range referenceRows(t, "weight-estimates.csv") {
		count["estimates after weighing: "+weighing[r["case"]]] += 2
	}
	sum := 0
	var table strings.Builder
	for _, name := range slices.Sorted(maps.Keys(count)) {
		assert.GreaterOrEqual(t, count[name], 20, name)
		fmt.Fprintf(&table, "%6d %s\n", count[name], name)
		sum += count[name]
	}
	assert.Greater(t, sum, 1000)
	t.Logf("%d numbers\n%s", sum, table.String())
}
