package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
)

// testWords are what a language says of tests.
type testWords struct {
	open     string // opens the sentence: row, where each has its own test
	openRow  string // label
	openAll  string // opens the tests of a table of several variables
	methods  map[association.Method]string
	choices  map[crosstab.Choice]string // smallest expected count
	whys     map[association.Why]string
	expected string // cells, those below 5, smallest
	census   string
	linear   string
	rounded  string
	holm     string // tests
	draws    string // draws, seed
	outside  string // units
	scaled   string // sum in per cent

	meanHead, seHead string
	differs          string // head of shares less known shares
	unitMean         string
}

// test words one test of t.
func (l Language) test(t *crosstab.Table, r crosstab.Test) string {
	open := l.tests.open
	if label := l.tested(t, r); label != "" {
		open = strings.ReplaceAll(l.tests.openRow, "{label}", l.Quoted(label))
	}
	return strings.Join(append([]string{open + " " + l.testHead(r) + ": " + l.testResult(r)}, l.testRemarks(t, r)...), " ")
}

// tested names what of t a test is of, or nothing where it is of all.
func (l Language) tested(t *crosstab.Table, r crosstab.Test) string {
	pair, row := l.testOf(r), r.Row
	if i, err := t.Row(r.Row); r.Row != "" && err == nil {
		row = l.RowLabel(t.Rows[i])
	}
	if pair != "" && row != "" {
		return pair + ", " + row
	}
	return pair + row
}

// testHead returns a test's name, and why it was chosen.
func (l Language) testHead(r crosstab.Test) string {
	head := l.tests.methods[r.Method]
	if choice := l.tests.choices[r.Choice]; choice != "" && r.Why != association.OneCategory {
		head += " (" + strings.ReplaceAll(choice, "{least}", l.Decimal(r.Least, 1)) + ")"
	}
	return head
}

// testResult returns what a test gave, as the end of a sentence.
func (l Language) testResult(r crosstab.Test) string {
	if math.IsNaN(r.P) {
		return l.tests.whys[r.Why] + "."
	}
	out := strings.Join(append(l.statistic(r), l.pValue(r)), ", ")
	if effects := l.effects(r); effects != "" && !r.Rounded {
		out += "; " + effects
	}
	return out + "."
}

// testRemarks returns what to beware of, a sentence each.
func (l Language) testRemarks(t *crosstab.Table, r crosstab.Test) []string {
	w := l.tests
	if math.IsNaN(r.P) {
		return nil
	}
	var out []string
	add := func(when bool, words string, pairs ...string) {
		if when {
			out = append(out, strings.NewReplacer(pairs...).Replace(words))
		}
	}
	add(r.Tests > 1, w.holm, "{n}", l.Number(r.Tests))
	add(r.Method == association.MonteCarlo, w.draws, "{n}", l.Number(r.Draws), "{seed}", strconv.FormatUint(r.Seed, 10))
	add(!r.Rounded && r.Small > 0, w.expected, "{small}", l.Number(r.Small), "{cells}", l.Number(r.Cells), "{least}", l.Decimal(r.Least, 1))
	add(r.Why == association.Empty, upperFirst(w.whys[association.Empty])+".")
	add(r.Outside > 0, w.outside, "{units}", l.Units(r.Outside, t.Base.Unit))
	add(r.KnownSum != 0 && math.Abs(r.KnownSum-1) > 1e-9, w.scaled, "{sum}", l.withSign(l.Decimal(100*r.KnownSum, decimalsOf(100*r.KnownSum))))
	add(r.Census, w.census)
	add(r.Linearised, w.linear)
	add(r.Rounded, w.rounded)
	return out
}

// decimalsOf returns 0 for a whole number and 1 for another.
func decimalsOf(x float64) int {
	if math.Abs(x-math.Round(x)) < 1e-6 {
		return 0
	}
	return 1
}

// statistic returns what a test's p is of, and its degrees of freedom.
func (l Language) statistic(r crosstab.Test) []string {
	if r.Rounded || math.IsNaN(r.Statistic) {
		return nil
	}
	value := l.Decimal(r.Statistic, 2)
	freedom := func(df float64) string { return l.Decimal(df, decimalsOf(df)) }
	switch r.Method {
	case association.Spearman, association.Trend:
		return []string{"t(" + freedom(r.DF2) + ") = " + value}
	case association.Kendall, association.Gamma:
		return []string{"z = " + value}
	case association.Pearson, association.FitPearson, association.FitChi, association.RaoScottChi:
		return []string{"χ²(" + freedom(r.DF1) + ") = " + value}
	case association.RaoScottExact, association.MonteCarlo:
		return []string{"χ² = " + value}
	}
	return []string{"F(" + freedom(r.DF1) + "; " + freedom(r.DF2) + ") = " + value}
}

// pValue returns "p = 0.012" or, below what is printed, "p < 0.001".
func (l Language) pValue(r crosstab.Test) string {
	switch {
	case r.Rounded && r.P < 1:
		return "p < " + l.Decimal(r.P, 2)
	case r.Rounded:
		return "p ≥ " + l.Decimal(0.05, 2)
	case r.P < 0.001:
		return "p < " + l.Decimal(0.001, 3)
	}
	return "p = " + l.Decimal(r.P, 3)
}

// effects returns the sizes that the test's kind is read by.
func (l Language) effects(r crosstab.Test) string {
	var out []string
	add := func(name string, x float64) {
		if !math.IsNaN(x) {
			out = append(out, name+" = "+l.Decimal(x, 2))
		}
	}
	e := r.Effect
	add("Cramérs V", e.CramersV)
	if math.IsNaN(e.CramersV) {
		add("Cohens w", e.W)
	}
	add("Spearmans ρ", e.Rho)
	add("Kendalls τ-b", e.TauB)
	add("γ", e.Gamma)
	joined := strings.Join(out, ", ")
	if l.Tag == "en" {
		joined = strings.NewReplacer("Cramérs", "Cramér’s", "Cohens", "Cohen’s", "Spearmans", "Spearman’s", "Kendalls", "Kendall’s").Replace(joined)
	}
	return joined
}

// TestNote words one of t's tests.
func (l Language) TestNote(t *crosstab.Table, r crosstab.Test) string { return l.test(t, r) }

// TestNotes returns sentences for the tests of t. Those of a banner that are of
// one kind, chosen for one reason, are named once.
func (l Language) TestNotes(t *crosstab.Table) []string {
	var out []string
	for from := 0; from < len(t.Tests); {
		to := from + 1
		head := l.testHead(t.Tests[from])
		for isBanner(t) && to < len(t.Tests) && l.testHead(t.Tests[to]) == head {
			to++
		}
		if to == from+1 {
			out = append(out, l.test(t, t.Tests[from]))
		} else {
			out = append(out, l.tests.openAll+" "+head+".")
			out = append(out, l.testList(t, t.Tests[from:to])...)
		}
		from = to
	}
	return out
}

// testList words the results of tests of one kind. A remark that holds for
// every one of them stands last.
func (l Language) testList(t *crosstab.Table, tests []crosstab.Test) []string {
	var out []string
	common := l.testRemarks(t, tests[0])
	for _, r := range tests[1:] {
		remarks := l.testRemarks(t, r)
		common = slices.DeleteFunc(common, func(s string) bool { return !slices.Contains(remarks, s) })
	}
	for _, r := range tests {
		remarks := slices.DeleteFunc(l.testRemarks(t, r), func(s string) bool { return slices.Contains(common, s) })
		out = append(out, strings.Join(append([]string{upperFirst(l.tested(t, r)) + ": " + l.testResult(r)}, remarks...), " "))
	}
	return append(out, common...)
}
