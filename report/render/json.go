package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// JSON writes d's tables in the fixed machine format. Shares, standard errors
// and intervals are in [0, 1], unrounded; a field that does not apply is left
// out, and a hidden cell says only that it is.
func JSON(w io.Writer, d *report.Document) error {
	say, err := languageOf(d.Language)
	if err != nil {
		return err
	}
	f := jsonFile{Language: d.Language, Study: d.Study, Wave: d.Wave, Notice: d.Notice, Tables: []jsonTable{}}
	f.Waves = jsonWavesOf(d.Waves, say)
	for _, t := range d.Tables {
		f.Tables = append(f.Tables, jsonOf(t, say))
	}
	return writeJSON(w, f)
}

// TablesJSON writes tables in the same format, in language.
func TablesJSON(w io.Writer, tables []*report.Table, language string) error {
	say, err := languageOf(language)
	if err != nil {
		return err
	}
	f := jsonFile{Language: language, Tables: []jsonTable{}}
	for _, t := range tables {
		f.Tables = append(f.Tables, jsonOf(t, say))
	}
	return writeJSON(w, f)
}

func writeJSON(w io.Writer, f jsonFile) error {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	// Labels are read by people and programs, not set in a page.
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(f); err != nil {
		return fmt.Errorf("write tables: %w", err)
	}
	_, err := w.Write(buf.Bytes())
	return err
}

type jsonFile struct {
	Language string      `json:"language"`
	Study    string      `json:"study,omitempty"`
	Wave     string      `json:"wave,omitempty"`
	Notice   string      `json:"notice,omitempty"`
	Waves    *jsonWaves  `json:"waves,omitempty"`
	Tables   []jsonTable `json:"tables"`
}

type jsonTable struct {
	ID      string       `json:"id"`
	Number  int          `json:"number,omitempty"`
	Title   string       `json:"title"`
	Unit    string       `json:"unit,omitempty"`
	Base    jsonBase     `json:"base"`
	Source  string       `json:"source,omitempty"`
	Percent string       `json:"percent,omitempty"`
	Level   float64      `json:"level,omitempty"`
	Rows    []jsonRow    `json:"rows"`
	Columns []jsonColumn `json:"columns"`
	Cells   [][]jsonCell `json:"cells"`
	Tests   []jsonTest   `json:"tests"`
	Notes   []string     `json:"notes"`
	Changes []jsonChange `json:"changes,omitempty"` // by row, of a table that compares two waves
}

type jsonBase struct {
	N        *int     `json:"n,omitempty"` // left out where it is hidden
	Weighted *float64 `json:"N,omitempty"`
	Unit     string   `json:"unit,omitempty"`
	Census   bool     `json:"census,omitempty"`
	Eligible int      `json:"eligible,omitempty"`
	PSUs     int      `json:"psus,omitempty"`
	PSUUnit  string   `json:"psu_unit,omitempty"`
}

type jsonRow struct {
	ID    string           `json:"id"`
	Label string           `json:"label"`
	Kind  crosstab.RowKind `json:"kind"`
	Of    []string         `json:"of,omitempty"`
	jsonSection
}

type jsonColumn struct {
	ID     string              `json:"id"`
	Label  string              `json:"label"`
	Kind   crosstab.ColumnKind `json:"kind"`
	Source string              `json:"source,omitempty"`
	Letter string              `json:"letter,omitempty"`
	jsonSection
}

// jsonSection names the variable of a row or column where a table has several.
type jsonSection struct {
	Variable      string `json:"variable,omitempty"`
	VariableLabel string `json:"variable_label,omitempty"`
}

// jsonSectionOf returns the variable of row or column i.
func jsonSectionOf(sections []crosstab.Section, i int, say report.Language) jsonSection {
	for _, s := range sections {
		if i >= s.From && i < s.To {
			return jsonSection{s.Name, s.Label.In(say.Tag)}
		}
	}
	return jsonSection{}
}

type jsonCell struct {
	N          *int     `json:"n,omitempty"`
	Weighted   *float64 `json:"N,omitempty"`
	P          *float64 `json:"p,omitempty"`
	SE         *float64 `json:"se,omitempty"`
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	Mean       *float64 `json:"mean,omitempty"`
	Percent    *int     `json:"percent,omitempty"`    // made to add to 100 with the others of its whole
	Difference *float64 `json:"difference,omitempty"` // of a share less the known one
	Letters    []string `json:"letters,omitempty"`    // of the columns whose number is smaller beyond chance
	Suppressed bool     `json:"suppressed,omitempty"`
}

func jsonOf(t *report.Table, say report.Language) jsonTable {
	of, lang := t.Of, say.Tag
	j := jsonTable{
		ID: t.ID, Number: t.Number, Title: t.Caption, Unit: of.Base.Unit.In(lang), Source: t.Source,
		Percent: string(of.Percent), Level: of.Level,
		Base: jsonBase{Unit: of.Base.Unit.In(lang), Census: of.Base.Census,
			Eligible: of.Base.Eligible, PSUs: of.Base.PSUs, PSUUnit: of.Base.PSUUnit.In(lang)},
		Rows: []jsonRow{}, Columns: []jsonColumn{}, Cells: [][]jsonCell{}, Tests: jsonTests(t, say), Notes: t.Notes,
	}
	if of.Base.Suppressed == crosstab.Shown {
		j.Base.N, j.Base.Weighted = &of.Base.N, number(of.Base.Weighted)
	}
	if j.Notes == nil {
		j.Notes = []string{}
	}
	for i, r := range of.Rows {
		j.Rows = append(j.Rows, jsonRow{r.ID, say.RowLabel(r), r.Kind, r.Of, jsonSectionOf(of.RowSections, i, say)})
	}
	// A column's number of units is left out: where the total is hidden it
	// would tell it.
	for i, c := range of.Columns {
		j.Columns = append(j.Columns, jsonColumn{c.ID, say.ColumnLabel(c), c.Kind, c.Source.In(lang), c.Letter, jsonSectionOf(of.ColumnSections, i, say)})
	}
	for i, row := range of.Cells {
		cells := make([]jsonCell, len(row))
		for k, c := range row {
			cells[k] = jsonCellOf(c, of.Rows[i].Kind, of.Columns[k].Kind, of.Level)
			if of.Comparison != nil && !of.Comparison.Changes[i].In[k] && c.Suppressed == crosstab.Shown {
				cells[k] = jsonCell{} // the wave has no such row
			}
			if of.Columns[k].Difference {
				cells[k].Difference = number(of.Difference(i, k))
			}
		}
		j.Cells = append(j.Cells, cells)
	}
	j.Changes = jsonChanges(of)
	return j
}

func jsonCellOf(c crosstab.Cell, row crosstab.RowKind, column crosstab.ColumnKind, level float64) jsonCell {
	switch {
	case c.Suppressed != crosstab.Shown:
		return jsonCell{Suppressed: true}
	case column == crosstab.Reference:
		return jsonCell{P: number(c.P)}
	case row == crosstab.Sum:
		return jsonCell{N: &c.N, Weighted: number(c.Weighted)}
	}
	j := jsonCell{N: &c.N, Weighted: number(c.Weighted), P: number(c.P), SE: number(c.SE), Letters: c.Letters}
	if row == crosstab.Mean {
		j.Mean = number(c.Mean)
	}
	if c.Percent.Set {
		j.Percent = &c.Percent.Value
	}
	if level > 0 {
		j.Low, j.High = number(c.Low), number(c.High)
	}
	return j
}

// number returns x, or nil where the estimate does not exist.
func number(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}
