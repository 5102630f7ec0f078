package audit

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Compare holds claims against a study's own tables, which were protected
// before, and adds to the result what differs.
//
// A claim's Table is table.row or table.row.column in the study's ids, of a
// whole the table alone, whose rows are then found by label; of a whole that names
// none, the one table that has a row for each of its parts. A percentage or a
// count without one is compared where its What is the label of one row of one
// table. A hidden cell is compared with nothing.
//
// The error is [survey.Problems] where a claim names a cell that is not there.
func Compare(r *Result, claims []*Claim, tables []*crosstab.Table, language string) error {
	if err := placed(claims, tables); err != nil {
		return err
	}
	a := &auditor{danish: language == "da", result: r, by: map[string]*Claim{}}
	for _, c := range claims {
		a.by[c.ID] = c
	}
	for _, c := range claims {
		switch c.Kind {
		case Percentage, Count, Sum, Union, Words:
			if cell, name, ok := cellOf(tables, c); ok {
				a.against(c, c.Value, cell, name)
			}
		case Whole, Ranking, Parts:
			at := slices.IndexFunc(tables, func(t *crosstab.Table) bool { return t.ID == c.Table })
			if at < 0 {
				at = alike(tables, c)
			}
			if at < 0 {
				continue
			}
			for _, it := range c.items() {
				cell, name, found := rowCell(tables[at], it.label)
				if !found {
					continue
				}
				part := *c
				part.What = it.label
				a.against(&part, it.value, cell, name)
			}
		}
	}
	return nil
}

// alike is the one table that has a row for every part of a whole which names
// none, and that is of everybody as far as its words go; -1 where there is none
// or are several.
func alike(tables []*crosstab.Table, c *Claim) int {
	if c.Table != "" || c.Kind != Whole || len(c.Of) < 2 || c.Drawn && c.What != "" && !shareHead.MatchString(c.What) && !countHead.MatchString(c.What) {
		return -1
	}
	one := -1
	for i, t := range tables {
		all := true
		for _, it := range c.items() {
			_, _, found := rowCell(t, it.label)
			all = all && found
		}
		if !all {
			continue
		}
		if one >= 0 {
			return -1
		}
		one = i
	}
	return one
}

// placed finds the claims that name a table, row or column that is not there.
func placed(claims []*Claim, tables []*crosstab.Table) error {
	var problems survey.Problems
	var ids []string
	for _, t := range tables {
		ids = append(ids, t.ID)
	}
	for _, c := range claims {
		if c.Table == "" {
			continue
		}
		at := c.At
		at.Variable = c.ID + ".table"
		id, rest, cell := strings.Cut(c.Table, ".")
		switch _, _, ok := cellOf(tables, c); {
		case !slices.Contains(ids, id):
			at.Message = "no table " + survey.Quote(id) + survey.DidYouMean(id, ids)
		case cell && !ok:
			at.Message = "no row or column " + survey.Quote(rest) + " in table " + id
		default:
			continue
		}
		problems = append(problems, at)
	}
	return problems.Err()
}

// against compares one printed number with one cell.
func (a *auditor) against(c *Claim, value string, cell crosstab.Cell, name string) {
	p, ok := parsePrinted(value, c.percent() || c.Kind == Sum)
	if c.Kind == Count || c.Kind == Sum {
		p, ok = parsePrinted(value, false)
	}
	if !ok || cell.Suppressed != crosstab.Shown {
		return
	}
	is := rat(int64(cell.N))
	if p.percent {
		switch {
		case cell.Base > 0 && math.Abs(cell.P-float64(cell.N)/float64(cell.Base)) < 1e-9:
			is = big.NewRat(100*int64(cell.N), int64(cell.Base))
		case math.IsNaN(cell.P) || math.IsInf(cell.P, 0):
			return
		default:
			is = new(big.Rat).SetFloat64(100 * cell.P)
		}
	}
	a.checked(RuleStudy)
	if p.in.meets(exactly(is)) {
		return
	}
	words := a.count(int64(cell.N))
	if p.percent {
		words = a.decimal(is, max(1, decimalsOf(p.unit))) + " %"
	}
	a.find(c, RuleStudy, Unlikely, p.text, a.say("%s in the study's table %s", "%s i undersøgelsens tabel %s", words, name))
}

// cellOf finds the cell that a claim names, or that its label is of.
func cellOf(tables []*crosstab.Table, c *Claim) (crosstab.Cell, string, bool) {
	if c.Table != "" {
		id, rest, _ := strings.Cut(c.Table, ".")
		for _, t := range tables {
			if t.ID != id {
				continue
			}
			for i, row := range t.Rows {
				for j, column := range t.Columns {
					if rest == row.ID && column.Kind == crosstab.All || rest == row.ID+"."+column.ID {
						return t.Cells[i][j], t.ID, true
					}
				}
			}
		}
		return crosstab.Cell{}, "", false
	}
	if c.What == "" || c.Kind != Percentage && c.Kind != Count {
		return crosstab.Cell{}, "", false
	}
	var cell crosstab.Cell
	var name string
	hits := 0
	for _, t := range tables {
		if found, _, ok := rowCell(t, c.What); ok {
			cell, name, hits = found, t.ID, hits+1
		}
	}
	return cell, name, hits == 1
}

// rowCell is the cell of everybody in the row that is labelled so, in any
// language.
func rowCell(t *crosstab.Table, label string) (crosstab.Cell, string, bool) {
	all := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.All })
	if all < 0 {
		return crosstab.Cell{}, "", false
	}
	for i, row := range t.Rows {
		if strings.EqualFold(row.ID, label) {
			return t.Cells[i][all], t.ID, true
		}
		for _, words := range row.Label {
			if strings.EqualFold(strings.TrimSpace(words), strings.TrimSpace(label)) {
				return t.Cells[i][all], t.ID, true
			}
		}
	}
	return crosstab.Cell{}, "", false
}
