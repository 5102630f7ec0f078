package crosstab

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// CompareSpec says how two tables are held against each other.
type CompareSpec struct {
	ID      string
	Title   survey.Text
	Column  [2]string              // id of the column in each wave; empty for All
	Level   float64                // of the intervals, in (0, 1)
	Adjust  association.Adjustment // Holm's where empty
	Matches []Match                // rows that are not called the same in both waves
	Apart   map[string]survey.Text // rows that cannot be compared, by the id that a wave has, and why
	Known   [2][]string            // options of the row variable in each wave: one without a row has nobody
}

// Match says that rows of the earlier wave stand for rows of the later: one for
// one where a category was renamed, one for several where it was split, several
// for one where categories were joined. Several are added up.
type Match struct {
	Label         survey.Text // of the row; the later wave's where empty
	Before, After []string    // ids, at least one each
}

// Compare holds one column of a table against the same in an earlier wave: the
// shares or means of each, and for each row the difference with its standard
// error, interval, p and verdict. The tables are as they may be printed, and a
// row that is hidden in either wave is hidden; a joined row is shown only where
// all that it joins is, so that the comparison tells nothing of a hidden cell.
//
// The variance of a difference is the sum of the waves' less twice their
// covariance, which PSUs in both samples give, see [estimate.Between]. With
// replicate weights the waves' own variances are those of the replicates and
// the correlation is linearised. A census that everybody answered has none: of
// two, differences are facts and the verdict is their sign. Of one that some did
// not answer, those who did are taken for a simple random sample without
// replacement of all; means and totals of it have no error and no verdict. A share whose standard error is 0 in a
// sample is no certainty; the width of its interval by the t quantile stands
// in its place.
//
// Degrees of freedom are the PSUs less the strata of the two bases together, or
// Satterthwaite's where those are fewer:
//
//	(v+v')² / (v²/df + v'²/df')
//
// The verdict is higher or lower where p, raised for all rows of the column, is
// below 1 − level. Of two categories that make up the base one is counted, as
// the other is the same test.
//
// The error is [survey.Problems]: a column that a table does not have.
//
// Source: Satterthwaite (1946), Biometrics Bulletin 2, 110–114.
func Compare(before, after Wave, spec CompareSpec) (*Table, error) {
	c := comparer{spec: spec, waves: [2]Wave{before, after}}
	var problems survey.Problems
	for w, wave := range c.waves {
		at, err := wave.Table.Column(spec.Column[w])
		if err != nil {
			problems = append(problems, survey.Problem{Variable: "table " + spec.ID, Message: err.Error()})
		}
		c.column[w] = at
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	c.match()
	t := c.blank()
	c.fill(t)
	c.test(t)
	return t, nil
}

// comparer is two tables on their way to one.
type comparer struct {
	spec   CompareSpec
	waves  [2]Wave
	column [2]int
	pairs  []pair
}

// blank returns the table without rows.
func (c *comparer) blank() *Table {
	spec, of := c.spec, c.waves[1].Table
	t := &Table{ID: spec.ID, Title: spec.Title, Sample: of.Sample, Base: of.Base, Percent: of.Percent, Several: of.Several,
		RowVariable: of.RowVariable, Level: spec.Level}
	m := &Comparison{Waves: c.waves, Level: spec.Level, Adjustment: cmp.Or(spec.Adjust, association.Holm),
		Census:     c.waves[0].exact() && c.waves[1].exact(),
		Incomplete: c.waves[0].incomplete() || c.waves[1].incomplete()}
	for w, id := range []string{BeforeID, AfterID} {
		column := c.waves[w].Table.Columns[c.column[w]]
		m.Column[w] = column.ID
		t.Columns = append(t.Columns, Column{ID: id, Label: survey.Words(c.waves[w].Name), Kind: Group,
			N: column.N, Weighted: column.Weighted, Suppressed: column.Suppressed})
	}
	t.Comparison = m
	return t
}

// fill puts the rows in, hides what is hidden in either wave and says what
// cannot be compared.
func (c *comparer) fill(t *Table) {
	for _, p := range c.pairs {
		cells := [2]Cell{c.cell(0, p), c.cell(1, p)}
		nan := math.NaN()
		change := Change{Difference: nan, SE: nan, DF: nan, Low: nan, High: nan, P: nan, Adjusted: nan,
			Why: p.why, Reason: p.reason, In: p.in}
		for w := range 2 {
			if len(p.rows[w]) > 1 {
				change.Parts[w] = p.ids(c.waves[w].Table, w)
			}
		}
		hidden := cmp.Or(cells[0].Suppressed, cells[1].Suppressed)
		switch {
		case hidden != Shown:
			cells[0], cells[1] = Cell{Suppressed: hidden}, Cell{Suppressed: hidden}
			change.Verdict = Concealed
		case p.why != Together:
			change.Verdict = Unalike
		case p.row.Kind == Total:
		default:
			change.Difference = measured(p.row, cells[1]) - measured(p.row, cells[0])
			change.Verdict = Untested
		}
		t.Rows = append(t.Rows, p.row)
		t.Cells = append(t.Cells, cells[:])
		t.Comparison.Changes = append(t.Comparison.Changes, change)
	}
	for w := range c.waves {
		for _, note := range c.waves[w].Table.Notes {
			switch note.Kind {
			case NoteHidden, NoteSmallBase, NoteWeighted, NoteSeveral, NoteOverlap, NoteDontKnowIn, NoteNotCoded, NoteRounded:
				if !slices.ContainsFunc(t.Notes, func(n Note) bool { return n.Kind == note.Kind }) {
					t.Notes = append(t.Notes, note)
				}
			}
		}
	}
}

// measured returns the number of a cell that is compared.
func measured(row Row, c Cell) float64 {
	switch row.Kind {
	case Mean:
		return c.Mean
	case Sum:
		return c.Weighted
	}
	return c.P
}

// test fills in the changes' errors and verdicts.
func (c *comparer) test(t *Table) {
	m := t.Comparison
	if m.Census {
		for r := range m.Changes {
			change := &m.Changes[r]
			switch {
			case change.Verdict != Untested:
			default:
				change.Verdict = sign(change.Difference, NotShown)
			}
		}
		return
	}
	links := c.links(m)
	for r := range m.Changes {
		if change := &m.Changes[r]; change.Verdict == Untested {
			c.error(change, t.Rows[r], t.Cells[r], links[r])
		}
	}
	c.verdicts(t)
}

// sign returns the verdict that a difference has where it is beyond doubt.
func sign(difference float64, none Verdict) Verdict {
	switch {
	case difference > rounding:
		return Higher
	case difference < -rounding:
		return Lower
	}
	return none
}

// rounding is a difference of shares, or of variances relative to their sum,
// that is none.
const rounding = 1e-12

// error fills in the standard error, interval and p of one change.
func (c *comparer) error(change *Change, row Row, cells []Cell, l link) {
	var v, df [2]float64
	for w := range 2 {
		if c.waves[w].exact() {
			continue
		}
		se, ok := c.se(row, cells[w])
		free := cells[w].DF
		if c.waves[w].incomplete() {
			se, ok = c.respondents(w, row, cells[w])
			free = cells[w].Base - 1
		}
		if !ok {
			change.Why = NoSE
			return
		}
		v[w], df[w] = se*se, float64(free)
		if free < 1 {
			change.Why = NoneToGoBy
			return
		}
	}
	variance := v[0] + v[1] - 2*l.correlation*math.Sqrt(v[0]*v[1])
	change.DF = df[0] + df[1]
	if v[0] > 0 && v[1] > 0 {
		together := df[0] + df[1] - float64(max(0, l.psus-l.strata))
		change.DF = min(together, (v[0]+v[1])*(v[0]+v[1])/(v[0]*v[0]/df[0]+v[1]*v[1]/df[1]))
	}
	if variance < rounding*(v[0]+v[1]) || variance == 0 {
		change.SE = 0
		if math.Abs(change.Difference) > rounding {
			change.SE, change.Why = math.NaN(), NoneToGoBy // every PSU moved alike, which is no certainty
			return
		}
		change.Low, change.High, change.P = change.Difference, change.Difference, 1
		return
	}
	change.SE = math.Sqrt(variance)
	half := distuv.StudentsT{Sigma: 1, Nu: change.DF}.Quantile((1+c.spec.Level)/2) * change.SE
	change.Low, change.High = change.Difference-half, change.Difference+half
	change.P = association.StudentP(change.Difference/change.SE, change.DF)
}

// se returns the standard error of a wave's cell, or what stands in its place
// where it is 0, and whether there is one.
func (c *comparer) se(row Row, cell Cell) (float64, bool) {
	switch {
	case math.IsNaN(cell.SE) || row.Kind == Sum || math.IsNaN(measured(row, cell)):
		return 0, false
	case cell.SE > 0 || row.Kind == Mean:
		return cell.SE, cell.SE > 0
	case cell.DF < 1:
		return 0, true // said by the degrees of freedom
	}
	low, high, _ := estimate.PropCI(cell.P, 0, cell.Base, cell.DF, c.spec.Level)
	t := distuv.StudentsT{Sigma: 1, Nu: float64(cell.DF)}.Quantile((1 + c.spec.Level) / 2)
	se := (high - low) / t
	if cell.P > 0 && cell.P < 1 {
		se /= 2 // the interval has two sides
	}
	return se, !math.IsNaN(se)
}

// verdicts raises the p values and decides.
func (c *comparer) verdicts(t *Table) {
	m := t.Comparison
	p := make([]float64, len(m.Changes))
	var categories []int
	for r := range m.Changes {
		p[r] = m.Changes[r].P
		if t.Rows[r].Kind == Category {
			categories = append(categories, r)
		}
	}
	twin := -1 // the second of two categories that make up the base
	if len(categories) == 2 {
		first, second := &m.Changes[categories[0]], &m.Changes[categories[1]]
		if math.Abs(first.Difference+second.Difference) < rounding && math.Abs(first.SE-second.SE) <= 1e-9*first.SE {
			twin = categories[1]
			p[twin] = math.NaN()
		}
	}
	for r, adjusted := range association.Adjust(p, m.Adjustment) {
		m.Changes[r].Adjusted = adjusted
		if !math.IsNaN(adjusted) {
			m.Tests++
		}
	}
	if twin >= 0 {
		m.Changes[twin].Adjusted = m.Changes[categories[0]].Adjusted
	}
	for r := range m.Changes {
		change := &m.Changes[r]
		switch {
		case change.Verdict != Untested || math.IsNaN(change.Adjusted):
		case change.Adjusted < 1-m.Level:
			change.Verdict = sign(change.Difference, NotShown)
		default:
			change.Verdict = NotShown
		}
	}
}

// link is how one row of the two waves hangs together.
type link struct {
	correlation  float64 // of the two estimates
	psus, strata int     // in the bases of both
}

// links returns the link of each row, by the PSUs that both waves have.
func (c *comparer) links(m *Comparison) []link {
	out := make([]link, len(c.pairs))
	f, g := c.waves[0].Table.influence, c.waves[1].Table.influence
	if f == nil || g == nil {
		return out
	}
	for w, s := range []*sample.Sample{f.s, g.s} {
		if s.Design.PSU != "" {
			m.Of[w] = s.PSUs
		}
	}
	var rows [2][][]string
	var of []int
	for r, p := range c.pairs {
		first, second := p.ids(c.waves[0].Table, 0), p.ids(c.waves[1].Table, 1)
		if p.why == Together && f.has(first) && g.has(second) {
			rows[0], rows[1] = append(rows[0], first), append(rows[1], second)
			of = append(of, r)
		}
	}
	a, inA, ok := f.sums(rows[0], m.Column[0])
	b, inB, both := g.sums(rows[1], m.Column[1])
	if !ok || !both {
		return out
	}
	shared := estimate.Between(f.s, g.s, a, b, inA, inB)
	m.Shared = shared.PSUs
	if shared.PSUs == 0 {
		return out
	}
	for k, r := range of {
		out[r].psus, out[r].strata = shared.InBoth[k], shared.Strata[k]
		if v := shared.First[k] * shared.Second[k]; v > 0 {
			out[r].correlation = max(-1, min(1, shared.Covariance[k]/math.Sqrt(v)))
		}
	}
	return out
}
