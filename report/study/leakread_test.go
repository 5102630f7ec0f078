package study

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/report/render/docx"
	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// reading is what an attacker has of it.
func (e *everything) reading(wave string) reading { return reading{wave, e.parts, e.document} }

// minimum returns the smallest count that is printed of each sample.
func (e *everything) minimum() map[string]int {
	least := map[string]int{"register": e.study.config.Disclosure.Register}
	for name := range e.data.Samples {
		least[name] = e.rules.Minimum
	}
	return least
}

// everything is a report as it leaves: its files unpacked, and the change list
// of a Word file brought up to date.
type everything struct {
	study    *Study
	data     *Data
	document *report.Document
	truth    map[string]*crosstab.Table // by id, before disclosure control
	parts    map[string]string          // by file and part; pictures of dots left out
	rules    disclosure.Rules
}

// leaving makes all that a study lets out. spoil may change the protected tables
// before they are printed.
func leaving(t *testing.T, path string, spoil func([]*crosstab.Table, map[string]*crosstab.Table)) *everything {
	t.Helper()
	s, err := Load(path)
	require.NoError(t, err)
	s = s.afresh()
	s.language = s.config.Language
	data, err := s.read(nil)
	require.NoError(t, err)
	require.NoError(t, s.problems.Err())
	e := &everything{study: s, data: data, truth: map[string]*crosstab.Table{}, parts: map[string]string{}, rules: s.disclosureRules(data)}
	for _, spec := range s.config.Tables {
		if spec.Compare != "" {
			continue
		}
		for _, layer := range s.layered(data, spec) {
			parts, err := s.table(data, layer)
			require.NoError(t, err)
			e.truth[layer.ID] = printedTable{spec: layer}.set(parts)
		}
	}
	tables, err := s.tables(data)
	require.NoError(t, err)
	if spoil != nil {
		spoil(tables, e.truth)
	}
	compared, waves, err := s.compared(data, tables, s.language, nil)
	require.NoError(t, err)
	outline, err := s.outline(s.language)
	require.NoError(t, err)
	require.NoError(t, s.problems.Err())
	content := s.content(data, append(tables, compared...), outline)
	content.Waves = waves
	e.document, err = report.Arrange(content, s.language)
	require.NoError(t, err)
	s.charts = true
	outputs, _, err := s.render(e.document)
	require.NoError(t, err)
	receipt, err := s.manifest(data, e.document, outputs).output(time.Time{})
	require.NoError(t, err)
	for _, o := range append(outputs, receipt) {
		e.unpack(t, o.File, o.content)
	}
	e.unpack(t, "changes", []byte(strings.Join(changesOf(t, e, outputs), "\n")))
	return e
}

// changesOf returns the change list of a Word file whose numbers were all
// others.
func changesOf(t *testing.T, e *everything, outputs []output) []string {
	t.Helper()
	for _, o := range outputs {
		if o.File != "report.docx" {
			continue
		}
		old := regexp.MustCompile(`(<w:t xml:space="preserve">)\d+(</w:t>)`)
		parts := unzipped(t, o.content)
		parts["word/document.xml"] = old.ReplaceAllString(parts["word/document.xml"], "${1}999${2}")
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, part := range parts {
			w, err := z.Create(name)
			require.NoError(t, err)
			_, err = io.WriteString(w, part)
			require.NoError(t, err)
		}
		require.NoError(t, z.Close())
		updated, err := docx.Update("report.docx", b.Bytes(), e.document, docx.Options{Pictures: newPictures(e.document.Figures).both})
		require.NoError(t, err)
		var lines []string
		for _, c := range updated.Changes {
			lines = append(lines, c.String())
		}
		require.NotEmpty(t, lines)
		return lines
	}
	return nil
}

func unzipped(t *testing.T, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(part)
	}
	return parts
}

// unpack keeps a file's text, or that of its parts, workbooks within it among
// them.
func (e *everything) unpack(t *testing.T, name string, content []byte) {
	t.Helper()
	switch {
	case strings.HasSuffix(name, ".png"):
	case strings.HasSuffix(name, ".docx"), strings.HasSuffix(name, ".xlsx"):
		for part, inner := range unzipped(t, content) {
			e.unpack(t, name+"/"+part, []byte(inner))
		}
	default:
		e.parts[name] = string(content)
	}
}

// cellID names a cell; row is empty for the base of a column.
type cellID struct{ table, row, column string }

var digits = regexp.MustCompile(`[0-9]`)

// shown returns what each output prints in each cell, as read back from the
// files: by the cell, the words by where they stand.
func (e *everything) shown(t *testing.T) map[cellID]map[string]string {
	t.Helper()
	found := map[cellID]map[string]string{}
	put := func(at cellID, where, words string) {
		if found[at] == nil {
			found[at] = map[string]string{}
		}
		found[at][where] += words + " "
	}
	// report.html: every cell with an anchor, its attributes among its words,
	// and every number in the text by where it leads.
	anchors := map[string]cellID{}
	for _, table := range e.document.Tables {
		for _, line := range table.Rows {
			for k, c := range line.Cells {
				if line.Row >= 0 {
					anchors[c.Anchor] = cellID{table.ID, table.Of.Rows[line.Row].ID, table.Of.Columns[table.Heads[k].Column].ID}
				}
			}
		}
	}
	page := e.parts["report.html"]
	for _, m := range regexp.MustCompile(`<td id="([^"]+)"([^>]*)>(.*?)</td>`).FindAllStringSubmatch(page, -1) {
		put(anchors[m[1]], "report.html#"+m[1], m[2]+m[3])
	}
	for _, m := range regexp.MustCompile(`(?s)<a class="value" href="#([^"]+)"([^>]*)>(.*?)</a>(<span class="hint".*?</span>)?`).FindAllStringSubmatch(page, -1) {
		if at, ok := anchors[m[1]]; ok {
			put(at, "report.html, text "+m[1], regexp.MustCompile(`(?:id|aria-describedby)="[^"]*"`).ReplaceAllString(m[2]+m[3]+m[4], ""))
		}
	}
	// report.docx: every control by its tag, with its title.
	control := regexp.MustCompile(`(?s)<w:sdtPr>(?:<w:alias w:val="([^"]*)"/>)?<w:tag w:val="(?:cell:)?([^":]+)"/>.*?<w:sdtContent>(.*?)</w:sdtContent>`)
	for name, part := range e.parts {
		if !strings.HasPrefix(name, "report.docx/word/") {
			continue
		}
		for _, m := range control.FindAllStringSubmatch(part, -1) {
			names := strings.Split(html.UnescapeString(m[2]), "/")
			if len(names) < 3 || names[len(names)-1] == "N" {
				continue
			}
			at := cellID{names[0], names[1], crosstab.AllID}
			if len(names) == 4 {
				at.column = names[2]
			}
			words := ""
			for _, w := range regexp.MustCompile(`<w:t[ >][^<]*`).FindAllString(m[3], -1) {
				words += w[strings.Index(w, ">")+1:]
			}
			put(at, "report.docx, "+m[2], m[1]+" "+words)
		}
	}
	// Figures, alone and in the page: what is tied to a cell.
	for _, f := range e.document.Figures {
		for _, m := range regexp.MustCompile(`(?s)data-cell="([^"/]+)/([^"]+)"(/?>)(.*?)\n`).FindAllStringSubmatch(e.parts["figures/"+f.ID+".svg"], -1) {
			put(cellID{f.Table.ID, m[1], m[2]}, "figures/"+f.ID+".svg", m[4])
		}
	}
	for at, words := range e.numbers(t) {
		put(at, "tables.json", words)
	}
	return found
}

// numbers returns the cells of tables.json as they stand there.
func (e *everything) numbers(t *testing.T) map[cellID]string {
	t.Helper()
	var file struct {
		Tables []struct {
			ID            string
			Rows, Columns []struct{ ID string }
			Cells         [][]json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal([]byte(e.parts["tables.json"]), &file))
	found := map[cellID]string{}
	for _, table := range file.Tables {
		for r, row := range table.Cells {
			for c, cell := range row {
				found[cellID{table.ID, table.Rows[r].ID, table.Columns[c].ID}] = string(cell)
			}
		}
	}
	return found
}

// readBack returns the document's tables of samples that are protected, with
// the counts that the files tell and no others.
func (e *everything) readBack(t *testing.T, a *attacker, wave string) []*crosstab.Table {
	t.Helper()
	numbers := e.numbers(t)
	var tables []*crosstab.Table
	for _, printed := range e.document.Tables {
		of := printed.Of
		bound := e.data.Samples[of.Sample]
		if bound == nil || bound.Design.Open || of.Comparison != nil || of.RowSections != nil || of.ColumnSections != nil {
			continue
		}
		read := *of
		read.Cells = make([][]crosstab.Cell, len(of.Rows))
		read.Columns = append([]crosstab.Column{}, of.Columns...)
		for c := range read.Columns {
			n := a.count(wave, of, -1, c)
			read.Columns[c].N, read.Columns[c].Weighted = 0, 0
			if a.low[n] == a.high[n] {
				read.Columns[c].N = int(a.low[n])
			}
			if read.Columns[c].Kind == crosstab.All {
				read.Base.N, read.Base.Weighted, read.Base.Answered = read.Columns[c].N, 0, 0
			}
		}
		for r, row := range of.Rows {
			read.Cells[r] = make([]crosstab.Cell, len(of.Columns))
			for c, column := range of.Columns {
				told := map[string]any{} // n is not N
				require.NoError(t, json.Unmarshal([]byte(numbers[cellID{of.ID, row.ID, column.ID}]), &told))
				cell := crosstab.Cell{P: math.NaN(), Low: math.NaN(), High: math.NaN(), Suppressed: of.Cells[r][c].Suppressed}
				if told["suppressed"] != true {
					cell.Suppressed = crosstab.Shown
				}
				if n, ok := told["n"].(float64); ok {
					cell.N = int(n)
				}
				if n, ok := told["N"].(float64); ok {
					cell.Weighted = n
				}
				if p, ok := told["p"].(float64); ok {
					cell.P = p
				}
				cell.Base = of.Cells[r][c].Base
				read.Cells[r][c] = cell
			}
		}
		tables = append(tables, &read)
	}
	return tables
}
