package study

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"stikprove/sample/draw"
	"stikprove/survey"
	"stikprove/survey/sheet"
	"stikprove/survey/whole"
)

// Write writes the drawn list as a workbook and as CSV, and the log beside
// them: draw.xlsx, draw.csv and draw.json in the folder out, or the files of
// these endings named after out where that ends in .xlsx. It returns their
// names. Columns are the frame's own and then those of the draw.
//
// A draw of other units, or from another frame, that stands there is not
// written over unless replace is set; that is a [survey.Problem].
func (d *Drawing) Write(out string, replace bool) ([]string, error) {
	dir, stem := out, "draw"
	if strings.EqualFold(filepath.Ext(out), ".xlsx") {
		dir, stem = filepath.Dir(out), strings.TrimSuffix(filepath.Base(out), filepath.Ext(out))
	}
	outputs, err := d.outputs(stem)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, o := range outputs {
		names = append(names, o.File)
		had, err := os.ReadFile(o.path(dir))
		if errors.Is(err, fs.ErrNotExist) || replace {
			continue
		}
		if err != nil || !bytes.Equal(had, o.content) {
			return nil, survey.Problem{File: o.File, Message: "another draw stands here" + seedOf(filepath.Join(dir, stem+".json")) +
				"; give --replace to write over it, or another --out"}
		}
	}
	return names, write(dir, outputs)
}

// seedOf returns the words " with seed 7" of the log at path, or "".
func seedOf(path string) string {
	var l struct {
		Seed *uint64 `json:"seed"`
	}
	content, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(content, &l) != nil || l.Seed == nil {
		return ""
	}
	return fmt.Sprintf(", with seed %d", *l.Seed)
}

// outputs returns the files of a draw. They are made in a folder of their own,
// so that they can be compared with those that stand there.
func (d *Drawing) outputs(stem string) ([]output, error) {
	temporary, remove, err := whole.Folder("")
	if err != nil {
		return nil, err
	}
	defer remove()
	rows := d.listRows()
	workbook, text := filepath.Join(temporary, stem+".xlsx"), filepath.Join(temporary, stem+".csv")
	err = sheet.Write(workbook, sheet.Properties{Title: "Draw from " + d.file.File, Language: "en"},
		sheet.Sheet{Name: "Draw", Rows: rows}, sheet.Sheet{Name: "Strata", Rows: d.strataRows()}, sheet.Sheet{Name: "Log", Rows: d.logRows()})
	if err != nil {
		return nil, err
	}
	if err := writeCSV(text, len(rows), func(i int) []any { return rows[i] }); err != nil {
		return nil, err
	}
	var log bytes.Buffer
	if err := d.JSON(&log); err != nil {
		return nil, err
	}
	outputs := []output{newOutput(stem+".json", log.Bytes())}
	for _, path := range []string{workbook, text} {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, newOutput(filepath.Base(path), content))
	}
	return outputs, nil
}

// listRows returns the drawn list: a heading, the drawn, the replacements.
func (d *Drawing) listRows() [][]any {
	t, taken := &cleanTable{of: d.data}, map[string]bool{}
	var heading []any
	free := func(name string) string {
		for n, first := 2, name; taken[name]; n++ {
			name = first + "_" + strconv.Itoa(n)
		}
		taken[name] = true
		return name
	}
	add := func(c *survey.Column, name string, option int) {
		name = free(name)
		t.columns = append(t.columns, cleanColumn{c, name, option})
		heading = append(heading, name)
	}
	for _, c := range d.data.Columns() {
		if c.Kind != survey.KindMultiple {
			add(c, c.Name, -1)
			continue
		}
		for k, option := range c.Options {
			add(c, c.Name+"_"+optionCode(option), k)
		}
	}
	counted := d.options.Columns.Count != ""
	own := []string{"draw_order", "draw_status", "draw_stratum", "draw_psu", "inclusion_probability", "design_weight", "fpc", "fpc_2"}
	if counted {
		own = append(own, "draw_number")
	}
	for _, name := range own {
		heading = append(heading, free(name))
	}
	rows := [][]any{heading}
	for _, p := range d.result.Drawn {
		rows = append(rows, listRow(t.row(p.Row), p, "drawn", counted))
	}
	for _, p := range d.result.Replacements {
		rows = append(rows, listRow(t.row(p.Row), p, "replacement "+strconv.Itoa(p.Order), counted))
	}
	return rows
}

// listRow returns a row of the drawn list; row is the frame's own.
func listRow(row []any, p draw.Pick, status string, counted bool) []any {
	var order any
	if p.Weight > 0 {
		order = p.Order
	}
	row = append(row, order, status, orNil(p.Stratum), orNil(p.PSU), orNil(p.Probability), orNil(p.Weight), orNil(p.FPC), orNil(p.FPC2))
	if counted {
		row = append(row, p.Number)
	}
	return row
}

// orNil returns v, or nil where it is its type's zero value.
func orNil[T int | float64 | string](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

// strataRows returns what each stratum had and got.
func (d *Drawing) strataRows() [][]any {
	rows := [][]any{{"stratum", "units", "first_stage_units", "n", "taken", "certain", "start", "interval", "trials", "least_probability", "largest_probability", "sum_of_probabilities"}}
	for _, s := range d.result.Strata {
		rows = append(rows, []any{orNil(s.Name), s.Units, orNil(s.PSUs), s.N, s.Taken, s.Certain, orNil(s.Start), orNil(s.Interval), orNil(s.Trials), s.Least, s.Most, s.Sum})
	}
	return rows
}

// logRows returns the log but its lists.
func (d *Drawing) logRows() [][]any {
	l := d.log()
	rows := [][]any{
		{"program", l.Program + " " + l.Version}, {"method", l.Method}, {"seed", seedCell(l.Seed)},
		{"generator", l.Generator.Name}, {"numbers", l.Generator.Number},
		{"frame", l.Frame.File}, {"sheet", orNil(l.Frame.Sheet)}, {"sha256", l.Frame.SHA256}, {"rows", l.Frame.Rows},
		{"where", orNil(l.Frame.Where)}, {"units", l.Frame.Units}, {"order", l.Frame.Order},
	}
	for _, line := range l.Changes {
		rows = append(rows, []any{"changed", line})
	}
	for _, line := range l.Notes {
		rows = append(rows, []any{"note", line})
	}
	return rows
}

// seedCell returns a seed as a cell holds it exactly: as text where it has more
// digits than a number keeps.
func seedCell(seed uint64) any {
	if seed < 1<<53 {
		return int(seed)
	}
	return strconv.FormatUint(seed, 10)
}
