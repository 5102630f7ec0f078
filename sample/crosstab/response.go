package crosstab

import (
	"math"

	"stikprove/sample"
	"stikprove/survey"
)

// ResponseRow is a part of a study and how many answered it.
type ResponseRow struct {
	ID       string
	Label    survey.Text
	Answered int // units, from 0 to the design's Eligible
}

// Response returns the table of response: an Answer row per part with the share
// answered of d's eligible units, in the one column All. It has no intervals.
// Shares are NaN where d does not say how many are eligible, or more answered.
func Response(id string, title survey.Text, d sample.Design, rows []ResponseRow) *Table {
	t := &Table{ID: id, Title: title, Sample: d.Name, Percent: OfColumn, Several: true, Base: baseOf(d)}
	t.Base.N, t.Base.Weighted = d.Eligible, float64(d.Eligible)
	t.Columns = []Column{{ID: AllID, Kind: All, N: d.Eligible, Weighted: float64(d.Eligible)}}
	for _, r := range rows {
		t.Rows = append(t.Rows, Row{ID: r.ID, Label: r.Label, Kind: Answer})
		t.Base.Answered = max(t.Base.Answered, r.Answered)
		t.Base.Sampled = t.Base.Answered
		t.Cells = append(t.Cells, []Cell{{
			N: r.Answered, Weighted: float64(r.Answered), Base: d.Eligible,
			P:  sample.ResponseRate{Answered: r.Answered, Eligible: d.Eligible}.Share(),
			SE: math.NaN(), Low: math.NaN(), High: math.NaN(),
		}})
	}
	return t
}
