package register

import (
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// protected returns t without its small counts and those that would give them
// back, from t itself or from what another table of the register tells: so many
// persons with so many spells make all the spells, which spell-length counts.
func (b *builder) protected(t *crosstab.Table) *crosstab.Table {
	out := disclosure.Protect(t, b.minimum)
	if t.ID != "spells-per-person" {
		return out
	}
	spells, told := b.held.baseOf("spell-length", total(b.sums.lengths[:])+b.sums.openSpells)
	for told && b.tellsPersons(out, spells) {
		next := -1
		for r, row := range out.Rows {
			n := out.Cells[r][0].N
			if row.Kind == crosstab.Category && n > 0 && (next < 0 || n < out.Cells[next][0].N) {
				next = r
			}
		}
		if next < 0 {
			return out
		}
		more := *t
		more.Cells = slices.Clone(t.Cells)
		for r, row := range out.Rows { // once more, with what is hidden already
			if row.Kind == crosstab.Category && (r == next || out.Cells[r][0].Suppressed != crosstab.Shown) {
				why := out.Cells[r][0].Suppressed
				if r == next {
					why = crosstab.Secondary
				}
				more.Cells[r] = []crosstab.Cell{{Suppressed: why}}
			}
		}
		out = disclosure.Protect(&more, b.minimum)
	}
	return out
}

// hiddenBand is a row of persons with from to to spells that is hidden.
type hiddenBand struct {
	from, to int
	group    int // of rows whose sum is known
	primary  bool
}

// mostSearched bounds the search for what hidden rows can be; where it does not end
// the rows are taken to be told.
const mostSearched = 1_000_000

// tellsPersons reports whether the spells of all persons narrow a hidden row of
// t to one number or, where it is small, to small ones.
func (b *builder) tellsPersons(t *crosstab.Table, spells int) bool {
	var rows []hiddenBand
	var left [2]int // of persons: in the net that is shown, and not
	last := len(t.Rows) - 1
	if t.Cells[last][0].Suppressed != crosstab.Shown {
		return false
	}
	left[1] = t.Cells[last][0].N
	net := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Net })
	shown := net >= 0 && t.Cells[net][0].Suppressed == crosstab.Shown
	if shown {
		left[0] = t.Cells[net][0].N
		left[1] -= left[0]
	}
	low, high := spells, spells // of the spells of those in hidden rows
	for _, k := range spellBands {
		r, err := t.Row(k.id)
		if err != nil {
			continue
		}
		to := min(k.to, daysInYear)
		row := hiddenBand{from: k.from, to: to, group: 1}
		if shown && slices.Contains(t.Rows[net].Of, k.id) {
			row.group = 0
		}
		cell := t.Cells[r][0]
		if cell.Suppressed != crosstab.Shown {
			row.primary = cell.Suppressed == crosstab.Primary
			rows = append(rows, row)
			continue
		}
		left[row.group] -= cell.N
		low, high = low-to*cell.N, high-k.from*cell.N
	}
	for i := range rows {
		rows[0], rows[i] = rows[i], rows[0]
		tries := 0
		values, past := 0, false
		for n := 1; n <= left[rows[0].group] && values < 2 || n <= left[rows[0].group] && rows[0].primary && !past; n++ {
			after := left
			after[rows[0].group] -= n
			if canBe(rows[1:], after, low-rows[0].to*n, high-rows[0].from*n, &tries) {
				values++
				past = past || n >= b.minimum
			}
		}
		if tries > mostSearched || values < 2 || rows[0].primary && !past {
			return true
		}
	}
	return false
}

// daysInYear is the most spells of a person in a year.
const daysInYear = 366

// canBe reports whether rows can hold what is left of persons in their groups,
// at least one each, with low to high spells in all.
func canBe(rows []hiddenBand, left [2]int, low, high int, tries *int) bool {
	if *tries++; *tries > mostSearched || left[0] < 0 || left[1] < 0 {
		return false
	}
	if len(rows) == 0 {
		return left == [2]int{} && low <= 0 && high >= 0
	}
	row, rest := rows[0], rows[1:]
	from, to := 1, left[row.group]
	if !slices.ContainsFunc(rest, func(o hiddenBand) bool { return o.group == row.group }) {
		from = to
	}
	for n := max(from, 1); n <= to; n++ {
		after := left
		after[row.group] -= n
		if canBe(rest, after, low-row.to*n, high-row.from*n, tries) {
			return true
		}
	}
	return false
}
