package study

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// attacker is a reader who has the files and wants the hidden numbers. What rows
// and columns are called and which variables they are of is known, as a reader
// sees it on the page; every number is read from the files, one by one.
type attacker struct {
	reports  []reading
	minimum  map[string]int  // smallest count that is printed, by sample
	weighted map[string]bool // samples, after their wave, whose shares are of weights

	numbers int // read from the files
	keys    map[string]int
	low     []float64
	high    []float64
	whole   []bool // counts, not totals of a number
	shares  []toldShare
	excess  []toldShare // of gaps over those beside them: of no count
	sums    []relation
	less    []relation // at most nought
	where   map[int][]string
	clashes map[int]string // quantities that two files, or sums, tell differently
}

// reading is one report: its files, and how its tables are laid out.
type reading struct {
	wave  string // before the names of its samples; empty where there is one report
	parts map[string]string
	doc   *report.Document
}

// attack reads reports that leave together and works out what it can.
func attack(minimum map[string]int, reports ...reading) *attacker {
	a := &attacker{reports: reports, minimum: minimum, weighted: map[string]bool{}, keys: map[string]int{}, where: map[int][]string{}}
	for _, of := range reports {
		for _, t := range of.doc.Tables {
			for _, n := range t.Of.Notes {
				if n.Kind == crosstab.NoteWeighted {
					a.weighted[of.wave+"/"+t.Of.Sample] = true
				}
			}
		}
	}
	for _, of := range reports {
		a.read(of)
	}
	a.know()
	a.hidden()
	a.solve()
	return a
}

// hidden bounds what is hidden: noughts are shown where their base is.
func (a *attacker) hidden() {
	for _, of := range a.reports {
		for _, printed := range of.doc.Tables {
			t := printed.Of
			for r, row := range t.Rows {
				for c := range t.Columns {
					if t.Cells[r][c].Suppressed != crosstab.Shown && t.Columns[c].Suppressed == crosstab.Shown &&
						t.Base.Suppressed == crosstab.Shown && (row.Kind == crosstab.Category || row.Kind == crosstab.Answer) {
						a.bound(a.count(of.wave, t, r, c), 1, 1e7)
					}
				}
			}
		}
	}
}

// relation says that quantities times numbers sum to nought.
type relation map[int]float64

// toldShare is a share that a file tells of a cell.
type toldShare struct {
	of, base  int
	low, high float64
	where     string
}

// id returns the number of a quantity.
func (a *attacker) id(key string, whole bool) int {
	k, ok := a.keys[key]
	if !ok {
		k = len(a.low)
		a.keys[key] = k
		a.low, a.high, a.whole = append(a.low, 0), append(a.high, 1e7), append(a.whole, whole)
	}
	return k
}

// optionOf is the name of the variable of a row or column, and its option.
func optionOf(sections []crosstab.Section, i int, name, id string) (string, string) {
	for _, s := range sections {
		if i >= s.From && i < s.To {
			return s.Name, strings.TrimPrefix(id, s.Name+".")
		}
	}
	return name, id
}

// units names the units in row r, or all for -1, and column c of a table: by the
// variables that they have which answers to. The same units are called the same
// in every table.
func (a *attacker) units(wave string, t *crosstab.Table, r, c int) string {
	if m := t.Comparison; m != nil {
		of := m.Waves[c].Table
		column, _ := of.Column(m.Column[c])
		if r < 0 {
			return a.units(m.Waves[c].Name, of, -1, column)
		}
		if parts := m.Changes[r].Parts[c]; len(parts) > 0 {
			return fmt.Sprintf("%s/%s/%d/%d", wave, t.ID, r, c)
		}
		row, err := of.Row(t.Rows[r].ID)
		if err != nil {
			return fmt.Sprintf("%s/%s/%d/%d", wave, t.ID, r, c)
		}
		return a.units(m.Waves[c].Name, of, row, column)
	}
	names := map[string]string{}
	for name, options := range t.Where {
		options = slices.Clone(options)
		slices.Sort(options)
		names[name] = strings.Join(options, "|")
	}
	id := t.ID
	if t.Sample == "register" {
		id = strings.TrimSuffix(strings.TrimSuffix(id, "-lowest"), "-highest")
	}
	rows, columns := t.RowName, t.ColumnName
	if rows == "" {
		rows = id + "/rows"
	}
	if columns == "" {
		columns = id + "/columns"
	}
	if r >= 0 {
		row := t.Rows[r]
		name, option := optionOf(t.RowSections, r, rows, row.ID)
		switch {
		case row.Kind == crosstab.Category && !row.Joined:
			names[name] = option
		case row.Kind == crosstab.Item:
			columns = row.ID
			names[row.ID] = "*"
		case row.Kind == crosstab.Answer && !row.Joined:
			names[name+"~"+option] = "yes"
		case row.Kind == crosstab.OfWhich && t.OfWhichName != "":
			names[t.OfWhichName] = t.OfWhichOption
		case row.Kind == crosstab.Sum && t.RowName == "":
			names[name] = option
		case row.Kind == crosstab.Net || row.Kind == crosstab.OfWhich || row.Joined:
			names[name] = t.ID + ":" + row.ID
		}
	}
	if column := t.Columns[c]; column.Kind == crosstab.Group {
		name, option := optionOf(t.ColumnSections, c, columns, column.ID)
		if column.Joined {
			option = t.ID + ":" + column.ID
		}
		if had, both := names[name]; both && had != option && r >= 0 && t.RowSections != nil {
			option = had + "&" + option // a variable by itself
		}
		names[name] = option
	}
	var key strings.Builder
	fmt.Fprintf(&key, "%s/%s", wave, t.Sample)
	if t.RowName == "" && t.RowSections == nil && !slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Item }) {
		key.WriteString("/" + id)
	}
	if t.OfAnswers && (r < 0 || t.Rows[r].Kind == crosstab.Total) {
		key.WriteString("/answers")
	}
	for _, name := range sortedKeys(names) {
		key.WriteString("\x01" + name + "=" + names[name])
	}
	return key.String()
}

// count returns the quantity that counts the units of a cell.
func (a *attacker) count(wave string, t *crosstab.Table, r, c int) int {
	return a.id(a.units(wave, t, r, c), true)
}

// total returns the quantity that is the total of a number over the units of a
// column, or of a row in a list of several.
func (a *attacker) total(wave string, t *crosstab.Table, r, c int) int {
	if t.RowName != "" {
		r = -1
	}
	return a.id("total of "+t.RowName+" in "+a.units(wave, t, r, c), false)
}

// know relates the numbers of all tables.
func (a *attacker) know() {
	for _, of := range a.reports {
		for _, printed := range of.doc.Tables {
			a.relate(of.wave, printed.Of)
		}
	}
	a.register()
}

// relate says how the numbers of a table sum.
func (a *attacker) relate(wave string, t *crosstab.Table) {
	if m := t.Comparison; m != nil {
		for r := range t.Rows {
			for w, of := range m.Waves {
				sum := relation{a.count(wave, t, r, w): -1}
				column, _ := of.Table.Column(m.Column[w])
				for _, id := range m.Changes[r].Parts[w] {
					row, _ := of.Table.Row(id)
					sum[a.count(of.Name, of.Table, row, column)]++
				}
				if len(sum) > 1 {
					a.sums = append(a.sums, sum)
				}
			}
		}
		return
	}
	numbers := slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Mean || r.Kind == crosstab.Sum })
	for c, column := range t.Columns {
		if column.Kind == crosstab.Reference {
			continue
		}
		sum, in := relation{}, ""
		for r, row := range t.Rows {
			k := a.count(wave, t, r, c)
			name, _ := optionOf(t.RowSections, r, t.RowName, row.ID)
			switch row.Kind {
			case crosstab.Category:
				if len(sum) > 0 && name != in {
					sum = relation{}
				}
				if in = name; !t.OfAnswers {
					sum[k]++
				}
			case crosstab.Net:
				net := relation{k: -1}
				for _, id := range row.Of {
					if part, err := t.Row(id); err == nil {
						net[a.count(wave, t, part, c)]++
						if t.Several {
							a.less = append(a.less, relation{a.count(wave, t, part, c): 1, k: -1})
						}
					}
				}
				if t.Several {
					for i := range net {
						net[i] = -net[i]
					}
					a.less = append(a.less, net)
				} else {
					a.sums = append(a.sums, net)
				}
			case crosstab.Answer, crosstab.OfWhich:
				a.less = append(a.less, relation{k: 1, a.count(wave, t, -1, c): -1})
			case crosstab.Total:
				if len(sum) > 0 {
					sum[k]--
					a.sums = append(a.sums, sum)
					sum = relation{}
				}
			}
		}
		if len(sum) > 0 && t.RowSections == nil {
			sum[a.count(wave, t, -1, c)]--
			a.sums = append(a.sums, sum)
		}
	}
	for r := -1; r < len(t.Rows); r++ {
		for _, s := range append(t.ColumnSections, crosstab.Section{To: len(t.Columns)}) {
			a.across(wave, t, r, s, numbers)
		}
	}
}

// across says how the columns of one variable sum to everybody.
func (a *attacker) across(wave string, t *crosstab.Table, r int, s crosstab.Section, numbers bool) {
	if t.ColumnSections != nil && s.Name == "" {
		return
	}
	sum, totals, all := relation{}, relation{}, -1
	for c, column := range t.Columns {
		switch {
		case column.Kind == crosstab.All:
			all = c
		case column.Kind == crosstab.Group && c >= s.From && c < s.To:
			sum[a.count(wave, t, r, c)]++
			totals[a.total(wave, t, r, c)]++
		}
	}
	if all < 0 || len(sum) == 0 {
		return
	}
	sum[a.count(wave, t, r, all)]--
	totals[a.total(wave, t, r, all)]--
	if t.ColumnSections != nil { // everybody has more than those with an answer
		a.less = append(a.less, sum)
		return
	}
	a.sums = append(a.sums, sum)
	if numbers && r < 0 {
		a.sums = append(a.sums, totals)
	}
}
