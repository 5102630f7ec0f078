package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// register says what a reader knows of a register's tables besides: spells are
// those of the persons, and a gap's excess is over the gaps beside it.
func (a *attacker) register() {
	for _, of := range a.reports {
		cell := func(table, row, column string) (int, bool) {
			t := tableOf(of.doc, table)
			if t == nil {
				return 0, false
			}
			r, err := t.Of.Row(row)
			c, e := t.Of.Column(column)
			if row == "" {
				r, err = -1, nil
			}
			return a.count(of.wave, t.Of, r, max(c, 0)), err == nil && e == nil
		}
		equal := func(one, other int, ok, both bool) {
			if ok && both {
				a.sums = append(a.sums, relation{one: 1, other: -1})
			}
		}
		any, ok := cell("pattern", "any", crosstab.AllID)
		strong, both := cell("pattern-size", "", crosstab.AllID)
		equal(any, strong, ok, both)
		if t := tableOf(of.doc, "pattern-municipality"); t != nil {
			own, both := cell(t.ID, crosstab.TotalID, t.Of.Columns[0].ID)
			equal(any, own, ok, both)
		}
		for _, day := range []int{7} {
			var gaps [3]int
			known := true
			for i := range gaps {
				var ok bool
				gaps[i], ok = cell("gaps", fmt.Sprint(day-1+i), crosstab.AllID)
				known = known && ok
			}
			all, ok := cell("gaps", "", crosstab.AllID)
			t := tableOf(of.doc, "gap-excess")
			if !known || !ok || t == nil {
				continue
			}
			r, _ := t.Of.Row(fmt.Sprint(day))
			for _, s := range a.excess {
				if s.of == a.count(of.wave, t.Of, r, 0) && s.low > 0 && s.high-s.low < 1e-6 && a.low[all] == a.high[all] {
					twice := a.id(fmt.Sprintf("%s twice the excess of %d", of.wave, day), true)
					a.is(twice, math.Round((s.low+s.high)*a.low[all]), s.where)
					a.sums = append(a.sums, relation{twice: 1, gaps[0]: 1, gaps[1]: -2, gaps[2]: 1})
				}
			}
		}
		// So many persons with so many spells make all spells.
		spells, ok := cell("spell-length", "", crosstab.AllID)
		if t := tableOf(of.doc, "spells-per-person"); t != nil && ok {
			least, most := relation{spells: -1}, relation{spells: 1}
			for r, row := range t.Of.Rows {
				k := a.count(of.wave, t.Of, r, 0)
				var from, to int
				switch n, _ := fmt.Sscanf(strings.ReplaceAll(row.ID, "_to_", " "), "%d %d", &from, &to); {
				case row.Kind != crosstab.Category:
					continue
				case n == 1:
					to = from
				case n == 0:
					from, to = 21, 366
				}
				least[k], most[k] = float64(from), -float64(to)
			}
			a.less = append(a.less, least, most)
		}
	}
}

// solve narrows every quantity as far as sums and shares go: over and over, and
// with what sums of sums give.
func (a *attacker) solve() {
	for range 3 {
		for changed, times := true, 0; changed && times < 200; times++ {
			changed = false
			for _, s := range a.shares {
				changed = a.byShare(s) || changed
			}
			for _, sum := range a.sums {
				changed = a.narrow(sum, true) || changed
			}
			for _, sum := range a.less {
				changed = a.narrow(sum, false) || changed
			}
		}
		had := len(a.sums)
		a.sums = append(a.sums, a.eliminated()...)
		if len(a.sums) == had {
			return
		}
	}
}

// byShare narrows a count by its share and base.
func (a *attacker) byShare(s toldShare) bool {
	low, high := a.low[s.base]*max(s.low, 0), a.high[s.base]*s.high
	if math.Ceil(low-1e-6) > a.high[s.of] || math.Floor(high+1e-6) < a.low[s.of] {
		a.where[s.of] = append(a.where[s.of], s.where)
	}
	return a.bound(s.of, low, high)
}

// bound takes low and high for the ends of a quantity; counts are whole.
func (a *attacker) bound(k int, low, high float64) (changed bool) {
	if a.whole[k] {
		low, high = math.Ceil(low-1e-6), math.Floor(high+1e-6)
	}
	if low > a.high[k]+1e-6 || high < a.low[k]-1e-6 {
		a.clash(k, low, high)
		return false
	}
	if low > a.low[k]+1e-6 {
		a.low[k], changed = low, true
	}
	if high < a.high[k]-1e-6 {
		a.high[k], changed = high, true
	}
	return changed
}

// clash keeps that what the files tell of a quantity cannot be.
func (a *attacker) clash(k int, low, high float64) {
	if a.clashes == nil {
		a.clashes = map[int]string{}
	}
	if a.clashes[k] == "" {
		a.clashes[k] = fmt.Sprintf("%v-%v against %v-%v", low, high, a.low[k], a.high[k])
	}
}

// named is what a quantity is called.
func (a *attacker) named(k int) string {
	for key, i := range a.keys {
		if i == k {
			return strings.ReplaceAll(key, "\x01", " ")
		}
	}
	return ""
}

// narrow narrows each quantity of a sum by the others. A sum that is no equation
// is at most nought.
func (a *attacker) narrow(sum relation, equation bool) (changed bool) {
	for k, times := range sum {
		if times == 0 {
			continue
		}
		low, high := 0.0, 0.0 // of the others
		for j, t := range sum {
			switch {
			case j == k:
			case t > 0:
				low, high = low+t*a.low[j], high+t*a.high[j]
			default:
				low, high = low+t*a.high[j], high+t*a.low[j]
			}
		}
		least, most := math.Inf(-1), -low/times
		if times < 0 {
			least, most = -low/times, math.Inf(1)
		}
		if equation {
			if times > 0 {
				least = -high / times
			} else {
				most = -high / times
			}
		}
		changed = a.bound(k, least, most) || changed
	}
	return changed
}

// eliminated returns the sums of sums in which as few unknowns as can be are
// left, by Gauss and Jordan.
func (a *attacker) eliminated() []relation {
	var unknown []int
	at := map[int]int{}
	for k := range a.low {
		if a.low[k] < a.high[k] {
			at[k] = len(unknown)
			unknown = append(unknown, k)
		}
	}
	one := a.id("one", true)
	a.low[one], a.high[one] = 1, 1
	width := len(unknown)
	var rows [][]float64
	for _, sum := range a.sums {
		row := make([]float64, width+1)
		open := false
		for k, t := range sum {
			if i, ok := at[k]; ok {
				row[i], open = row[i]+t, true
			} else {
				row[width] += t * a.low[k]
			}
		}
		if open {
			rows = append(rows, row)
		}
	}
	done := 0
	for c := range width {
		best := done
		for r := done; r < len(rows); r++ {
			if math.Abs(rows[r][c]) > math.Abs(rows[best][c]) {
				best = r
			}
		}
		if best >= len(rows) || math.Abs(rows[best][c]) < 1e-9 {
			continue
		}
		rows[done], rows[best] = rows[best], rows[done]
		pivot := rows[done]
		times := pivot[c]
		for i := range pivot {
			pivot[i] /= times
		}
		for r := range rows {
			if times := rows[r][c]; r != done && times != 0 {
				for i := range pivot {
					rows[r][i] -= times * pivot[i]
				}
			}
		}
		done++
	}
	var out []relation
	for _, row := range rows[:done] {
		sum := relation{one: row[width]}
		for i, t := range row[:width] {
			if math.Abs(t) > 1e-9 {
				sum[unknown[i]] = t
			}
		}
		if len(sum) < 8 {
			out = append(out, sum)
		}
	}
	return out
}

// verdicts holds what the attacker found of each hidden number against what was
// promised, and counts the hidden numbers.
func (a *attacker) verdicts() (found []string, hidden int) {
	for _, of := range a.reports {
		for _, printed := range of.doc.Tables {
			t := printed.Of
			for r, row := range t.Rows {
				for c := range t.Columns {
					why := t.Cells[r][c].Suppressed
					if m := t.Comparison; m != nil { // hidden is what the wave itself hides
						own := m.Waves[c].Table
						row, err := own.Row(row.ID)
						column, _ := own.Column(m.Column[c])
						if err != nil || len(m.Changes[r].Parts[c]) > 0 {
							continue
						}
						why = own.Cells[row][column].Suppressed
					}
					if why == crosstab.Shown {
						continue
					}
					hidden++
					k := a.count(of.wave, t, r, c)
					if row.Kind == crosstab.Mean || row.Kind == crosstab.Sum {
						k = a.total(of.wave, t, r, c)
					}
					low, high := a.low[k], a.high[k]
					least := float64(a.minimum[t.Sample])
					switch {
					case high-low < 1-1e-6 && a.whole[k] || high-low < 1e-6*max(1, math.Abs(high)),
						why == crosstab.Primary && high < least:
						found = append(found, fmt.Sprintf("%s %s %s: worked out to be %v-%v; %v", t.ID, row.ID, t.Columns[c].ID, low, high, a.where[k]))
					}
				}
			}
		}
	}
	for k, words := range a.clashes {
		found = append(found, fmt.Sprintf("the files disagree on %s: %s; %v", a.named(k), words, a.where[k]))
	}
	slices.Sort(found)
	return slices.Compact(found), hidden
}
