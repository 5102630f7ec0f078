package render

import (
	"io"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// jsonWaves is what is to be known of two waves before their numbers, in words.
type jsonWaves struct {
	Before  string   `json:"before"`
	After   string   `json:"after"`
	Apart   []string `json:"not_comparable"`
	Changed []string `json:"changed"`
}

// jsonChange is what happened to a row from the earlier wave to the later.
type jsonChange struct {
	Row        string           `json:"row"`
	Verdict    crosstab.Verdict `json:"verdict"`
	Difference *float64         `json:"difference,omitempty"` // of shares in [-1, 1]
	SE         *float64         `json:"se,omitempty"`
	DF         *float64         `json:"df,omitempty"`
	Low        *float64         `json:"low,omitempty"`
	High       *float64         `json:"high,omitempty"`
	P          *float64         `json:"p,omitempty"`
	Adjusted   *float64         `json:"p_adjusted,omitempty"`
	Adjustment string           `json:"adjustment,omitempty"`
	Tests      int              `json:"tests,omitempty"`  // that p is raised for
	Why        string           `json:"why,omitempty"`    // it cannot be compared or tested
	Before     []string         `json:"before,omitempty"` // rows of the earlier wave that were joined
	After      []string         `json:"after,omitempty"`
}

// ComparisonJSON writes tables that compare two waves in the machine format,
// with what is to be known of the waves first.
func ComparisonJSON(w io.Writer, waves report.Waves, tables []*report.Table, language string) error {
	say, err := languageOf(language)
	if err != nil {
		return err
	}
	f := jsonFile{Language: language, Waves: jsonWavesOf(&waves, say), Tables: []jsonTable{}}
	for _, t := range tables {
		f.Tables = append(f.Tables, jsonOf(t, say))
	}
	return writeJSON(w, f)
}

func jsonWavesOf(w *report.Waves, say report.Language) *jsonWaves {
	if w == nil {
		return nil
	}
	j := &jsonWaves{Before: w.Before, After: w.After, Apart: []string{}, Changed: []string{}}
	sections := say.WaveSections(*w)
	if len(w.Apart) > 0 {
		j.Apart = sections[0].Lines
	}
	if len(w.Changed) > 0 {
		j.Changed = sections[1].Lines
	}
	return j
}

// jsonChanges returns the changes of a table that compares two waves. The base
// has none.
func jsonChanges(t *crosstab.Table) []jsonChange {
	if t.Comparison == nil {
		return nil
	}
	var out []jsonChange
	for r, c := range t.Comparison.Changes {
		if c.Verdict == crosstab.NoVerdict {
			continue
		}
		j := jsonChange{Row: t.Rows[r].ID, Verdict: c.Verdict, Difference: number(c.Difference), SE: number(c.SE), DF: number(c.DF),
			Low: number(c.Low), High: number(c.High), P: number(c.P), Adjusted: number(c.Adjusted), Why: string(c.Why), Before: c.Parts[0], After: c.Parts[1]}
		if j.Adjusted != nil {
			j.Adjustment, j.Tests = string(t.Comparison.Adjustment), t.Comparison.Tests
		}
		out = append(out, j)
	}
	return out
}
