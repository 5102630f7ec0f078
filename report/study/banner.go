package study

import (
	"stikprove/sample/crosstab"
)

// banner reports whether the table is of several row or column variables:
//
//	rows: [condition, firm_size]
//	columns: [industry, region]
//
// Its parts, a table for each row variable by itself and by each column variable,
// are protected with the other tables of the study and then printed as one.
func (t table) banner() bool { return len(t.Rows) > 1 || len(t.Columns) > 1 }

// bannerSpec returns what a banner asks for; words that fewer than least units
// of a part wrote are joined.
func (t table) bannerSpec(least int) crosstab.BannerSpec {
	return crosstab.BannerSpec{Spec: t.crosstab(), RowVariables: t.Rows, ColumnVariables: t.Columns, Words: least}
}

// leastWords returns how many units must have written words that are printed.
func (s *Study) leastWords(data *Data, spec table) int {
	if data.Samples[spec.Sample].Design.Open {
		return 0
	}
	return s.config.Disclosure.Minimum
}

// printedTable is a table to print and where its parts stand among all tables.
type printedTable struct {
	spec     table
	from, to int
}

// set returns the table that protected parts are printed as.
func (p printedTable) set(parts []*crosstab.Table) *crosstab.Table {
	for i, t := range parts {
		parts[i] = crosstab.Guarded(t)
	}
	if !p.spec.banner() {
		return parts[0]
	}
	for i, t := range parts {
		if t.Whole {
			parts[i] = crosstab.Whole(t) // after what is hidden is gone
		}
	}
	return crosstab.Banner(p.spec.bannerSpec(0), parts)
}
