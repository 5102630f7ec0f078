package study

import (
	"encoding/json"
	"io"

	"stikprove/survey"
)

// The machine format of a reading; it is stable.
type (
	readingJSON struct {
		Platform string        `json:"platform"`
		Files    []string      `json:"files"`
		Sheet    string        `json:"sheet"`
		Units    []unitJSON    `json:"units"`
		Problems []problemJSON `json:"problems"`
		Notes    []string      `json:"notes"`
	}
	unitJSON struct {
		Unit    string       `json:"unit"`
		Rows    int          `json:"rows"`
		Columns []columnJSON `json:"columns"`
	}
	columnJSON struct {
		Name        string       `json:"name"`
		Label       string       `json:"label"`
		Kind        string       `json:"kind"`
		Options     []optionJSON `json:"options"`
		Present     int          `json:"present"`
		NotAnswered int          `json:"not_answered"`
		NotAsked    int          `json:"not_asked"`
	}
	optionJSON struct {
		Code  string `json:"code"`
		Label string `json:"label"`
	}
	problemJSON struct {
		File     string `json:"file"`
		Sheet    string `json:"sheet"`
		Cell     string `json:"cell"`
		Variable string `json:"variable"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
	}
)

// JSON writes the reading in the machine format, with labels in language. Rows
// that did not return are in none of a column's three counts. A form has its
// questions for columns and no rows; questions of a roster are a unit of their
// own.
func (r *FileReading) JSON(w io.Writer, language string) error {
	out := readingJSON{Platform: r.Platform, Files: r.Files, Sheet: r.Sheet, Units: []unitJSON{}, Problems: []problemJSON{}, Notes: []string{}}
	units, err := r.described()
	if err != nil {
		return err
	}
	for _, d := range units {
		u := unitJSON{Unit: d.Unit(), Rows: d.Rows(), Columns: []columnJSON{}}
		for _, e := range d.Codebook().Entries {
			c := columnJSON{Name: e.Name, Label: e.Label.In(language), Kind: e.Kind.String(), Options: []optionJSON{},
				Present: e.Present, NotAnswered: e.NotAnswered, NotAsked: e.NotAsked}
			for _, o := range e.Options {
				c.Options = append(c.Options, optionJSON{Code: optionCode(o), Label: o.Label.In(language)})
			}
			u.Columns = append(u.Columns, c)
		}
		out.Units = append(out.Units, u)
	}
	for _, p := range r.Problems {
		j := problemJSON{File: p.File, Sheet: p.Sheet, Variable: p.Variable, Severity: "error", Message: p.Message}
		if p.Row > 0 && p.Column > 0 {
			j.Cell = survey.CellName(p.Row, p.Column)
		}
		out.Problems = append(out.Problems, j)
	}
	out.Notes = append(append(out.Notes, r.Guesses...), r.Notes...)
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(out)
}

// described returns the units, those of a form without rows.
func (r *FileReading) described() ([]*survey.Dataset, error) {
	if !r.Form || r.Instrument == nil {
		return r.Units, nil
	}
	d, err := r.Instrument.Blank("respondents")
	if err != nil {
		return nil, err
	}
	units := []*survey.Dataset{d}
	for _, roster := range d.Rosters() {
		units = append(units, d.Blocks(roster)...)
	}
	return units, nil
}
