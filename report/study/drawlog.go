package study

import (
	"encoding/json"
	"io"

	"stikprove/sample/draw"
	"stikprove/survey"
)

// generatorWords describe the generator in every log; package draw has the
// details.
const generatorWords = "SHA-256 of the lines stikprove-draw-1, seed, purpose, key, in UTF-8 with a line feed between and none at the end; " +
	"units (purpose unit, key id) and first-stage units (purpose psu, key name) in the order of their digests; " +
	"a uniform number is (k+0.5)/2^52 for the first 13 hexadecimal digits k; a systematic start has purpose start and the stratum as key"

// The log of a draw; it is stable, and holds nothing but what the frame and the
// flags determine.
type (
	drawLog struct {
		Program      string       `json:"program"`
		Version      string       `json:"version"`
		Method       string       `json:"method"`
		Seed         uint64       `json:"seed"`
		Generator    generatorLog `json:"generator"`
		Frame        frameLog     `json:"frame"`
		Parameters   specLog      `json:"parameters"`
		Strata       []stratumLog `json:"strata"`
		Probability  summaryLog   `json:"inclusion_probability"`
		Changes      []string     `json:"changes"`
		Notes        []string     `json:"notes"`
		Drawn        []pickLog    `json:"drawn"`
		Replacements []pickLog    `json:"replacements"`
	}
	generatorLog struct {
		Name   string `json:"name"`
		Number string `json:"number"`
	}
	frameLog struct {
		File    string     `json:"file"`
		Sheet   string     `json:"sheet,omitempty"`
		SHA256  string     `json:"sha256"`
		Rows    int        `json:"rows"` // of the file
		Where   string     `json:"where,omitempty"`
		Units   int        `json:"units"`
		PSUs    int        `json:"psus,omitempty"`
		Columns columnsLog `json:"columns"`
		Order   string     `json:"order"`
	}
	columnsLog struct {
		ID     string   `json:"id,omitempty"`
		Strata []string `json:"strata,omitempty"`
		PSU    string   `json:"psu,omitempty"`
		Size   string   `json:"size,omitempty"`
		SD     string   `json:"sd,omitempty"`
		SDOf   string   `json:"sd_of,omitempty"`
		Count  string   `json:"count,omitempty"`
		Order  []string `json:"order,omitempty"`
	}
	specLog struct {
		N            int            `json:"n,omitempty"`
		Each         int            `json:"each,omitempty"`
		By           map[string]int `json:"by,omitempty"`
		Allocation   string         `json:"allocation,omitempty"`
		Minimum      int            `json:"minimum,omitempty"`
		Take         int            `json:"take,omitempty"`
		Of           int            `json:"of,omitempty"`
		Replacements int            `json:"replacements,omitempty"`
	}
	stratumLog struct {
		Stratum  string  `json:"stratum"`
		Units    int     `json:"units"`
		PSUs     int     `json:"psus,omitempty"`
		N        int     `json:"n"`
		Taken    int     `json:"taken"`
		Certain  int     `json:"certain,omitempty"`
		Start    float64 `json:"start,omitempty"`
		Interval float64 `json:"interval,omitempty"`
		Trials   int     `json:"trials,omitempty"`
		Least    float64 `json:"least"`
		Most     float64 `json:"most"`
		Sum      float64 `json:"sum"`
	}
	summaryLog struct {
		Least   float64 `json:"least"`
		Most    float64 `json:"most"`
		Weights float64 `json:"weights"`
	}
	pickLog struct {
		Order       int     `json:"order"`
		ID          string  `json:"id,omitempty"`
		Row         int     `json:"row"` // in the file, as Excel counts
		Stratum     string  `json:"stratum,omitempty"`
		PSU         string  `json:"psu,omitempty"`
		Probability float64 `json:"probability,omitempty"`
	}
)

// JSON writes the log.
func (d *Drawing) JSON(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(d.log())
}

func (d *Drawing) log() drawLog {
	r, c := d.result, d.options.Columns
	summary := r.Summary()
	l := drawLog{
		Program: "stikprove", Version: Version, Method: r.Spec.Method.String(), Seed: r.Spec.Seed,
		Generator: generatorLog{Name: draw.GeneratorName, Number: generatorWords},
		Frame: frameLog{File: d.file.File, Sheet: d.options.Sheet, SHA256: d.file.SHA256, Rows: d.rows, Where: d.options.Where,
			Units: r.Frame.Units(), PSUs: r.Frame.PSUs(), Columns: columnsLog(c), Order: frameOrder(c)},
		Parameters:  specification(r.Spec),
		Strata:      []stratumLog{},
		Probability: summaryLog{Least: summary.Least, Most: summary.Most, Weights: summary.WeightSum},
		Changes:     changeLines(r),
		Notes:       append(append([]string{}, drawNotes(r)...), d.notes...),
		Drawn:       d.picks(r.Drawn), Replacements: d.picks(r.Replacements),
	}
	for _, s := range r.Strata {
		l.Strata = append(l.Strata, stratumLog{Stratum: s.Name, Units: s.Units, PSUs: s.PSUs, N: s.N, Taken: s.Taken, Certain: s.Certain,
			Start: s.Start, Interval: s.Interval, Trials: s.Trials, Least: s.Least, Most: s.Most, Sum: s.Sum})
	}
	return l
}

func specification(s draw.Spec) specLog {
	l := specLog{N: s.N, Each: s.Each, By: s.By, Take: s.Take, Of: s.Of, Replacements: s.Replacements}
	if s.N > 0 {
		l.Allocation, l.Minimum = s.Allocation.String(), s.Minimum
	}
	return l
}

func (d *Drawing) picks(picks []draw.Pick) []pickLog {
	out := make([]pickLog, len(picks))
	id, home := d.data.Column(d.options.Columns.ID), d.data.Column(d.options.Columns.PSU)
	for i, p := range picks {
		out[i] = pickLog{Order: p.Order, ID: p.ID, Row: d.sheetRow(p.Row), Stratum: p.Stratum, PSU: p.PSU, Probability: p.Probability}
		if hidden(id) {
			out[i].ID = ""
		}
		if hidden(home) {
			out[i].PSU = ""
		}
	}
	return out
}

// hidden reports whether a variable's values stay out of the log.
func hidden(c *survey.Column) bool { return c != nil && c.Sensitive() }

// sheetRow returns the row of the file that a row of the frame stood in.
func (d *Drawing) sheetRow(row int) int {
	if rows := d.data.Origin().Rows; row < len(rows) {
		return rows[row]
	}
	return row + 1
}
