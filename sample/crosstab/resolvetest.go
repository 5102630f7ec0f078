package crosstab

import (
	"slices"
	"strings"

	"stikprove/sample/association"
	"stikprove/survey"
)

// resolveTest checks that what is asked for of tests, letters and rows can be
// had of the table.
func (b *builder) resolveTest() {
	spec := b.spec
	var names []string
	for _, m := range Methods {
		names = append(names, string(m))
	}
	names = append(names, NoTest)
	ranked := []string{string(association.Trend), string(association.Spearman), string(association.Kendall), string(association.Gamma)}
	switch {
	case spec.Test == "" || spec.Test == NoTest:
	case !slices.Contains(names, spec.Test):
		b.problem("test: got %q, want one of %s%s", spec.Test, strings.Join(names, ", "), survey.DidYouMean(spec.Test, names))
	case spec.Rows == "" || spec.Columns == "":
		b.problem("test: %q is of rows by columns; the table has no %s", spec.Test, missingAxis(spec))
	case b.rows.several() && (slices.Contains(ranked, spec.Test) || spec.Test == string(association.RankTest)):
		b.problem("test: %q is of answers in order; %q has several answers", spec.Test, spec.Rows)
	case slices.Contains(ranked, spec.Test) && b.columns.variable != nil && !b.columns.ordered(),
		(slices.Contains(ranked, spec.Test) || spec.Test == string(association.RankTest)) && b.rows.variable != nil && !b.rows.ordered():
		b.problem("test: %q is of answers in order; a text has none", spec.Test)
	}
	if spec.Letters != "" {
		switch {
		case spec.Letters != association.Holm && spec.Letters != association.Bonferroni && spec.Letters != association.Unadjusted:
			b.problem("letters: got %q, want holm, bonferroni or none", spec.Letters)
		case spec.Columns == "":
			b.problem("letters: they compare columns; the table has none")
		case spec.Percent != "" && spec.Percent != OfColumn:
			b.problem("letters: they compare shares of columns, and percent is %q", spec.Percent)
		case len(spec.Items) > 0 || spec.Sum != "":
			b.problem("letters: they compare shares or means; the table has neither by column")
		}
	}
	if spec.Answers && spec.Rows != "" {
		switch {
		case b.rows.variable != nil && !b.rows.several():
			b.problem("base: %q has one answer from each unit; its base of answers is that of units", spec.Rows)
		case spec.OfWhich != "" || len(spec.Nets) > 0:
			b.problem("base: rows that overlap others, nets and of_which, are not shares of answers")
		case spec.Percent == OfRow:
			b.problem("base: shares of answers run by column or are of the total, and percent is %q", spec.Percent)
		}
	}
	for _, n := range []struct {
		name string
		n    int
	}{{"top", spec.Top}, {"bottom", spec.Bottom}} {
		if n.n < 0 {
			b.problem("%s: got %d, want a number of rows", n.name, n.n)
		}
	}
	if spec.RowsLargest > 0 && (spec.Top > 0 || spec.Bottom > 0) {
		b.problem("rows_largest: top and bottom choose the rows")
	}
}

// missingAxis names what a table lacks.
func missingAxis(spec Spec) string {
	if spec.Rows == "" {
		return "rows"
	}
	return "columns"
}
