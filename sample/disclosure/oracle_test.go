package disclosure_test

import (
	"fmt"
	"slices"

	"stikprove/sample"
	"stikprove/sample/crosstab"
)

// oracleCell is a number of a protected table: the kinds of unit it counts,
// and what is printed.
type oracleCell struct {
	id        [3]string
	of        []bool
	hidden    bool
	n         int
	mayBeZero bool
	last      int // the last kind it counts, or -1
}

// everyTable tries every number of units of each kind, a by b by c, that agree
// with what protected tables print, and returns the least and the most of each
// number that is hidden. It gives up after so many steps.
//
// It knows the tables only by what their rows and columns are called, and
// shares nothing with package disclosure.
func everyTable(protected, original []*crosstab.Table, s *sample.Sample, steps int) (map[[3]string][2]int, bool) {
	var cells []oracleCell
	for i, t := range protected {
		total := -1
		for r, row := range t.Rows {
			if row.Kind == crosstab.Total {
				total = r
			}
		}
		all := len(t.Columns) - 1
		for r := range t.Rows {
			for c := range t.Columns {
				cell := oracleCell{id: [3]string{t.ID, t.Rows[r].ID, t.Columns[c].ID}, hidden: t.Cells[r][c].Suppressed != crosstab.Shown, n: t.Cells[r][c].N}
				base := [2]int{total, c}
				switch t.Percent {
				case crosstab.OfRow:
					base = [2]int{r, all}
				case crosstab.OfTotal:
					base = [2]int{total, all}
				}
				cell.mayBeZero = base != [2]int{r, c} && t.Cells[base[0]][base[1]].Suppressed != crosstab.Shown
				cell.last = -1
				for kind := range 12 {
					counted := counts(original[i], r, c, kind)
					if cell.of = append(cell.of, counted); counted {
						cell.last = kind
					}
				}
				cells = append(cells, cell)
			}
		}
	}
	// A number that is hidden with a base in one table may be a nought in all.
	for x := range cells {
		for y := range cells {
			if cells[y].mayBeZero && slices.Equal(cells[x].of, cells[y].of) {
				cells[x].mayBeZero = true
			}
		}
	}
	counting := make([][]int, 12) // the cells of each kind
	for k := range counting {
		for x := range cells {
			if cells[x].of[k] {
				counting[k] = append(counting[k], x)
			}
		}
	}
	least, greatest := make([]int, len(cells)), make([]int, len(cells))
	found := false
	sums := make([]int, len(cells))
	var try func(k int) bool
	try = func(k int) bool {
		if steps--; steps < 0 {
			return false
		}
		if k == len(counting) {
			for x := range cells {
				if c := &cells[x]; c.hidden && sums[x] == 0 && !c.mayBeZero || !c.hidden && sums[x] != c.n {
					return true
				}
			}
			if !found {
				copy(least, sums)
			}
			found = true
			for x, n := range sums {
				least[x], greatest[x] = min(least[x], n), max(greatest[x], n)
			}
			return true
		}
		most := 60
		for _, x := range counting[k] {
			if !cells[x].hidden {
				most = min(most, cells[x].n-sums[x])
			}
		}
		for n := range most + 1 {
			for _, x := range counting[k] {
				sums[x] += n
			}
			ok := !lost(cells, sums, k) && !try(k+1)
			for _, x := range counting[k] {
				sums[x] -= n
			}
			if ok {
				return false
			}
		}
		return true
	}
	done := try(0)
	ends := make(map[[3]string][2]int)
	for x := range cells {
		if found {
			ends[cells[x].id] = [2]int{least[x], greatest[x]}
		}
	}
	return ends, done
}

// lost reports whether a printed number of which all kinds up to k are known
// cannot be met.
func lost(cells []oracleCell, sums []int, k int) bool {
	for x := range cells {
		if c := &cells[x]; c.last <= k && !c.hidden && sums[x] != c.n {
			return true
		}
	}
	return false
}

// counts reports whether the cell of row r and column c counts the units of a
// kind: its a is kind/6, its b kind/3%2 and its c kind%3.
func counts(t *crosstab.Table, r, c, kind int) bool {
	has := map[string]string{"a": fmt.Sprintf("a%d", kind/6), "b": fmt.Sprintf("b%d", kind/3%2), "c": fmt.Sprintf("c%d", kind%3), "d": fmt.Sprintf("d%d", kind%3/2)}
	named := func(id string) bool { return has[id[:1]] == id }
	for _, options := range t.Where {
		if !slices.ContainsFunc(options, named) {
			return false
		}
	}
	row, column := t.Rows[r], t.Columns[c]
	in := true
	switch {
	case row.Kind == crosstab.Total:
	case row.Kind == crosstab.OfWhich:
		in = has["b"] == "b0"
	case row.Joined || row.Kind == crosstab.Net:
		in = slices.ContainsFunc(row.Of, named)
	default:
		in = named(row.ID)
	}
	return in && (column.Kind == crosstab.All || named(column.ID))
}
