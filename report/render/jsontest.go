package render

import (
	"stikprove/report"
	"stikprove/sample/association"
)

// jsonTest is one test of a table. The note says in the report's words what was
// tested, why this test was chosen and what to beware of.
type jsonTest struct {
	Method    association.Method `json:"method"`
	Rows      string             `json:"rows,omitempty"`    // of a table of several variables: the row variable it is of
	Columns   string             `json:"columns,omitempty"` // and the column variable
	Row       string             `json:"row,omitempty"`     // id, where each row has its own test
	Statistic *float64           `json:"statistic,omitempty"`
	DF1       *float64           `json:"df1,omitempty"`
	DF2       *float64           `json:"df2,omitempty"`
	P         *float64           `json:"p,omitempty"`
	X2        *float64           `json:"x2,omitempty"` // Pearson's, uncorrected
	Deff      *float64           `json:"deff,omitempty"`
	N         int                `json:"n,omitempty"`
	Small     *int               `json:"expected_below_5,omitempty"`
	Least     *float64           `json:"smallest_expected,omitempty"`
	Cells     int                `json:"cells,omitempty"`
	Draws     int                `json:"draws,omitempty"`
	Seed      uint64             `json:"seed,omitempty"`
	Effect    *jsonEffect        `json:"effect,omitempty"`
	Choice    string             `json:"choice"`
	Bound     bool               `json:"p_is_bound,omitempty"` // p is below this one, 1 for 0.05 and more, as cells are hidden
	Why       string             `json:"why,omitempty"`        // there is no p, or the design effects are others
	Note      string             `json:"note"`
}

type jsonEffect struct {
	CramersV          *float64 `json:"cramers_v,omitempty"`
	CramersVCorrected *float64 `json:"cramers_v_corrected,omitempty"`
	W                 *float64 `json:"cohens_w,omitempty"`
	Rho               *float64 `json:"spearman_rho,omitempty"`
	TauB              *float64 `json:"kendall_tau_b,omitempty"`
	Gamma             *float64 `json:"gamma,omitempty"`
}

// jsonTests returns t's tests.
func jsonTests(t *report.Table, say report.Language) []jsonTest {
	tests := []jsonTest{}
	for _, r := range t.Of.Tests {
		j := jsonTest{Method: r.Method, Row: r.Row, Statistic: number(r.Statistic), DF1: number(r.DF1), DF2: number(r.DF2), P: number(r.P),
			X2: number(r.X2), Deff: number(r.Deff), N: r.N, Cells: r.Cells, Least: number(r.Least), Draws: r.Draws, Seed: r.Seed,
			Choice: string(r.Choice), Why: string(r.Why), Bound: r.Rounded, Note: say.TestNote(t.Of, r)}
		if len(r.Of) == 2 {
			j.Rows, j.Columns = r.Of[0].Name, r.Of[1].Name
		}
		if r.Cells > 0 {
			j.Small = &r.Small
		}
		e := jsonEffect{number(r.Effect.CramersV), number(r.Effect.CramersVCorrected), number(r.Effect.W), number(r.Effect.Rho),
			number(r.Effect.TauB), number(r.Effect.Gamma)}
		if e != (jsonEffect{}) {
			j.Effect = &e
		}
		tests = append(tests, j)
	}
	return tests
}
