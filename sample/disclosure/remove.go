package disclosure

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
)

// removed returns a copy of table i without the numbers that are hidden.
func (l *ledger) removed(i int) *crosstab.Table {
	t := copied(l.tables[i])
	t.Largest = nil
	ids := l.ids[i]
	any := false
	for c, column := range t.Columns {
		if column.Kind == crosstab.Reference {
			continue
		}
		for r := range t.Rows {
			h := l.reason(i, ids[r][c])
			if k, ok := l.totalAt[place{i, r, c}]; ok && h == crosstab.Shown {
				h = l.reason(i, k)
			}
			if h != crosstab.Shown {
				t.Cells[r][c], any = crosstab.Cell{Suppressed: h}, true
			}
		}
		k := ids[len(t.Rows)][c]
		if k < 0 || l.quantities[k].hidden == crosstab.Shown {
			continue
		}
		any = true
		t.Columns[c].N, t.Columns[c].Weighted, t.Columns[c].Suppressed = 0, 0, l.reason(i, k)
		if column.Kind == crosstab.All {
			withoutBase(t, t.Columns[c].Suppressed)
		}
	}
	if k, ok := l.units[i]; ok && t.Base.Suppressed == crosstab.Shown {
		if h := l.reason(i, k); h != crosstab.Shown {
			any = true
			withoutBase(t, h)
		}
	}
	if !any {
		return t
	}
	for j, note := range t.Notes {
		if note.Kind == crosstab.NoteDontKnowIn {
			t.Notes[j].N = 0 // it is the count of a row
		}
	}
	t.Notes = append(t.Notes, crosstab.Note{Kind: crosstab.NoteHidden, N: max(l.rules.Minimum, 0)})
	return t
}

// withoutBase removes from t, which is a copy, how many units it rests on.
func withoutBase(t *crosstab.Table, why crosstab.Suppressed) {
	b := &t.Base
	b.N, b.Weighted, b.PSUs, b.Answered, b.Suppressed = 0, 0, 0, 0, why
	b.Sampled, b.SampledPSUs = 0, 0
	for j, note := range t.Notes {
		if note.Kind == crosstab.NoteAnswers {
			t.Notes[j].N = 0
		}
	}
}

// reason returns why table i hides quantity k: Linked where it holds nothing
// itself that k must be hidden for.
func (l *ledger) reason(i, k int) crosstab.Suppressed {
	q := &l.quantities[k]
	if q.hidden != crosstab.Secondary || q.closed {
		return q.hidden
	}
	for _, n := range l.needs {
		if _, moved := n.met[k]; n.of == k || moved && slices.ContainsFunc(l.quantities[n.of].at, func(at place) bool { return at.table == i }) {
			return crosstab.Secondary
		}
	}
	return crosstab.Linked
}

// copied returns a copy of t whose cells, columns, rows and notes are its own.
func copied(t *crosstab.Table) *crosstab.Table {
	d := *t
	d.Rows, d.Columns, d.Notes = slices.Clone(t.Rows), slices.Clone(t.Columns), slices.Clone(t.Notes)
	d.Cells = make([][]crosstab.Cell, len(t.Cells))
	for r := range t.Cells {
		d.Cells[r] = slices.Clone(t.Cells[r])
	}
	return &d
}

// joinSmallWords returns t with the rows of respondents' own words that stand
// for fewer than minimum units taken together in the joined row, which is
// added after the other categories where there is none. Its shares are sums;
// what was estimated of it with its errors is not known and becomes NaN.
func joinSmallWords(t *crosstab.Table, minimum int) *crosstab.Table {
	all := slices.IndexFunc(t.Columns, func(c crosstab.Column) bool { return c.Kind == crosstab.All })
	var small []int
	for r, row := range t.Rows {
		if row.Verbatim && row.Kind == crosstab.Category && t.Cells[r][all].N < minimum {
			small = append(small, r)
		}
	}
	if len(small) == 0 {
		return t
	}
	t = copied(t)
	joined := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.Joined })
	if joined < 0 {
		joined = small[len(small)-1] + 1
		t.Rows = slices.Insert(t.Rows, joined, crosstab.Row{ID: crosstab.JoinedID, Kind: crosstab.Category, Joined: true})
		t.Cells = slices.Insert(t.Cells, joined, make([]crosstab.Cell, len(t.Columns)))
	}
	for c := range t.Columns {
		t.Cells[joined][c] = added(t, small, joined, c)
	}
	if t.Percent == crosstab.OfRow {
		for c := range t.Columns {
			t.Cells[joined][c].P = t.Cells[joined][c].Weighted / t.Cells[joined][all].Weighted
		}
	}
	for _, r := range slices.Backward(small) {
		t.Rows = slices.Delete(t.Rows, r, r+1)
		t.Cells = slices.Delete(t.Cells, r, r+1)
	}
	note := slices.IndexFunc(t.Notes, func(n crosstab.Note) bool { return n.Kind == crosstab.NoteJoined })
	if note < 0 {
		t.Notes = append(t.Notes, crosstab.Note{Kind: crosstab.NoteJoined})
		note = len(t.Notes) - 1
	}
	t.Notes[note].N += len(small)
	return t
}

// added returns column c's cell of the joined row with the rows small in it.
func added(t *crosstab.Table, small []int, joined, c int) crosstab.Cell {
	cell := t.Cells[joined][c]
	base := cell.Base
	for _, r := range small {
		part := t.Cells[r][c]
		cell.N += part.N
		cell.Weighted += part.Weighted
		if t.Percent == crosstab.OfRow {
			base += part.Base
			continue
		}
		cell.P += part.P
		base = part.Base
	}
	cell.Base = base
	cell.SE, cell.Low, cell.High, cell.DF = math.NaN(), math.NaN(), math.NaN(), 0
	return cell
}
