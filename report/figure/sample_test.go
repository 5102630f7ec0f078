package figure

import (
	"fmt"
	"math"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The tables of these tests are invented; no number stands for anything.

const sign = "•"

var nan = math.NaN()

// wording prints as a Danish report would.
func wording(title, subtitle string, notes ...string) Wording {
	percent := func(p float64) string {
		if math.IsNaN(p) {
			return "–"
		}
		return fmt.Sprintf("%.0f", math.Floor(100*p+0.5))
	}
	return Wording{
		Title: title, Subtitle: subtitle,
		Notes:      append(notes, "Kilde: Opdigtede tal til afprøvning."),
		Row:        func(r crosstab.Row) string { return r.Label.In("da") },
		Column:     func(c crosstab.Column) string { return c.Label.In("da") },
		Share:      func(c crosstab.Cell) string { return percent(c.P) + "\u00a0%" },
		Bare:       func(c crosstab.Cell) string { return percent(c.P) },
		Axis:       percent,
		Count:      func(n int) string { return fmt.Sprint(n) },
		Hidden:     sign,
		HiddenWord: "skjult",
		Base:       "n",
		Edge:       func(v float64) string { return strings.ReplaceAll(fmt.Sprint(v), ".", ",") },
		Between:    func(n int) string { return fmt.Sprintf("%d vises ikke", n) },
		Change:     "Ændring (pct.point)",
		Difference: func(a, b crosstab.Cell) string {
			return strings.Replace(fmt.Sprintf("%+.0f", math.Floor(100*(b.P-a.P)+0.5)), "-", "−", 1)
		},
		Alt: "Søjlediagram. " + subtitle + ".",
	}
}

// shape is an invented table: n by row and column, and what hides cells.
type shape struct {
	id      string
	percent crosstab.Direction
	kind    crosstab.RowKind
	rows    []string // "? " opens one that is no substantive answer
	columns []string
	n       [][]int // rows by columns; negative is hidden
	base    []int   // of columns or rows, with percent; sums where nil
	level   float64
}

func (s shape) table() *crosstab.Table {
	t := &crosstab.Table{ID: s.id, Percent: s.percent, Level: s.level}
	label := func(l string) (string, survey.Meaning) {
		if rest, ok := strings.CutPrefix(l, "? "); ok {
			return rest, survey.DontKnow
		}
		return l, survey.Substantive
	}
	for i, l := range s.rows {
		l, m := label(l)
		t.Rows = append(t.Rows, crosstab.Row{ID: fmt.Sprintf("r%d", i+1), Label: survey.Words(l), Kind: s.kind, Meaning: m})
	}
	for j, l := range s.columns {
		l, m := label(l)
		c := crosstab.Column{ID: fmt.Sprintf("c%d", j+1), Label: survey.Words(l), Kind: crosstab.Group, Meaning: m}
		if len(s.columns) == 1 {
			c.ID, c.Kind = "all", crosstab.All
		}
		t.Columns = append(t.Columns, c)
	}
	for i := range s.rows {
		var cells []crosstab.Cell
		for j := range s.columns {
			base := 0
			switch {
			case s.base != nil && s.percent == crosstab.OfRow:
				base = s.base[i]
			case s.base != nil:
				base = s.base[j]
			case s.percent == crosstab.OfRow:
				for _, n := range s.n[i] {
					base += max(n, -n)
				}
			default:
				for k := range s.rows {
					base += max(s.n[k][j], -s.n[k][j])
				}
			}
			if s.percent != crosstab.OfRow {
				t.Columns[j].N = base
			}
			cells = append(cells, cell(s.n[i][j], base, s.level))
		}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// cell is n of base with a plain Wilson interval, which is good enough to draw.
func cell(n, base int, level float64) crosstab.Cell {
	if n < 0 {
		return crosstab.Cell{Suppressed: crosstab.Primary}
	}
	p := float64(n) / float64(base)
	c := crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: p}
	if level > 0 {
		const z = 1.96
		b := float64(base)
		mid, half := p+z*z/(2*b), z*math.Sqrt(p*(1-p)/b+z*z/(4*b*b))
		c.Low, c.High = (mid-half)/(1+z*z/b), (mid+half)/(1+z*z/b)
	}
	return c
}
