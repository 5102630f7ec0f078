package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The study of these tests is made up; no number stands for anything.

// secret stands in cells that are hidden. A protected table has no numbers
// there; the tests put one back to see that nobody looks.
const secret = 8675309

func both(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }

func shown(n, base int) crosstab.Cell {
	p := float64(n) / float64(base)
	return crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: p, SE: 0.03, Low: max(0.01, p-0.06), High: min(0.99, p+0.07), DF: 64}
}

func suppressed() crosstab.Cell {
	return crosstab.Cell{N: secret, Weighted: secret, Base: secret, P: 0.8675309, Low: 0.8675309, High: 0.8675309, Suppressed: crosstab.Primary}
}

func total(n int) crosstab.Cell {
	return crosstab.Cell{N: n, Weighted: float64(n), Base: n, P: 1, Low: math.NaN(), High: math.NaN()}
}

// single is a table of one column with n in its first row of 195.
func single(id string, n int, labels ...string) *crosstab.Table {
	t := &crosstab.Table{
		ID: id, Title: both("Tabel om "+id, "Table of "+id), Level: 0.95, Percent: crosstab.OfColumn, RowVariable: both("Størrelse", "Size"),
		Base:    crosstab.Base{N: 195, Weighted: 195, Unit: both("sager", "cases"), PSUs: 65, PSUUnit: both("jobcentre", "job centres"), Answered: 195},
		Columns: []crosstab.Column{{ID: "all", Kind: crosstab.All, N: 195, Weighted: 195}},
	}
	for i, l := range labels {
		t.Rows = append(t.Rows, crosstab.Row{ID: fmt.Sprintf("r%d", i+1), Label: survey.Words(l), Kind: crosstab.Category})
		if i == 0 {
			t.Cells = append(t.Cells, []crosstab.Cell{shown(n, 195)})
		} else {
			t.Cells = append(t.Cells, []crosstab.Cell{shown(max(4, (195-n)/max(1, len(labels)-1)), 195)})
		}
	}
	t.Rows = append(t.Rows, crosstab.Row{ID: "total", Kind: crosstab.Total})
	t.Cells = append(t.Cells, []crosstab.Cell{total(195)})
	return t
}

// crossed is a table of several columns, with the last but one hidden.
func crossed(id string, columns ...string) *crosstab.Table {
	t := single(id, 80, "Fysisk", "Anden")
	t.ColumnVariable, t.Columns = both("Branche", "Industry"), nil
	for i, c := range columns {
		t.Columns = append(t.Columns, crosstab.Column{ID: slugged(c), Label: survey.Words(c), Kind: crosstab.Group, N: 60 + i})
	}
	t.Columns = append(t.Columns, crosstab.Column{ID: "all", Kind: crosstab.All, N: 195, Weighted: 195})
	hide := len(columns) - 1
	t.Columns[hide].Suppressed, t.Columns[hide].N = crosstab.Primary, secret
	for i := range t.Rows {
		t.Cells[i] = nil
		for j := range t.Columns {
			switch {
			case j == hide:
				t.Cells[i] = append(t.Cells[i], suppressed())
			case i == 2:
				t.Cells[i] = append(t.Cells[i], total(60+j))
			default:
				t.Cells[i] = append(t.Cells[i], shown(20+10*i, 60+j))
			}
		}
	}
	t.Notes = []crosstab.Note{{Kind: crosstab.NoteHidden, N: 3}}
	return t
}

func slugged(s string) string { return strings.ToLower(strings.ReplaceAll(s, " ", "_")) }

// outline has one of everything.
const outline = `# Resumé

Af {{ N "size" }} sager er {{ pct "size" "r1" }} små,[^a] se {{ see "size" }}, {{ see "figure" "size" }}, {{ see "deeper" }} og {{ see "bilag" }}. {{ words "size" "r1" }} er **små** eller *mindre*; skjult: {{ n "cross" "r1" "landbrug" }}.

- Første {{ n "size" "r1" }}
    - under det
- Andet[^a]

1. Et
2. To

   Mere om to

> Et citat, <https://example.dk/?a=1&b=2>

* * *

## Dybere {#deeper}

{{ figure "size" }}

{{ table "size" }}

### Endnu dybere

{{ table "cross" }}

# Bilag {#bilag .unnumbered}

= + - @ {{ ci "size" "r1" }}

[^a]: En note med {{ pct "size" "r1" }} og et [link](https://example.dk).
`

// arranged is the document of a study with n in one cell.
func arranged(t testing.TB, language string, n int, more ...*crosstab.Table) *report.Document {
	t.Helper()
	text, err := report.ParseOutline("report.md", []byte(outline))
	require.NoError(t, err)
	return arrangedOf(t, language, text, append([]*crosstab.Table{
		single("size", n, "Under 50 ansatte", "50 eller flere"), crossed("cross", "Bygge og anlæg", "Social og sundhed", "Landbrug"),
	}, more...)...)
}

func arrangedOf(t testing.TB, language string, text *report.Outline, tables ...*crosstab.Table) *report.Document {
	t.Helper()
	d, err := report.Arrange(report.Content{
		Study: both("Prøve", "Trial"), Wave: "2015", Version: "0.1.0", Title: both("En prøve & <mere>", "A trial & <more>"),
		Subtitle: both("Undertitel", "Subtitle"), Notice: both("Data er opdigtede. Brug dem ikke.", "The data are made up. Do not use them."),
		Method: []survey.Text{both("Sådan er det gjort.", "How it was done.")}, Tables: tables, Outline: text,
		Figures: []report.FigureSpec{{Spec: figure.Spec{ID: "size", Kind: figure.Bar}, Table: "size"}, {Spec: figure.Spec{ID: "cross", Kind: figure.Heat}, Table: "cross"}},
	}, language)
	require.NoError(t, err)
	return d
}

// written returns a document as a Word file.
func written(t testing.TB, d *report.Document, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, d, o))
	return b.Bytes()
}

// partsOf returns the parts of a file as text.
func partsOf(t testing.TB, content []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(b)
	}
	return parts
}

// packed returns parts as a file.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	p := parcel{}
	for name, part := range parts {
		p[name] = []byte(part)
	}
	var b bytes.Buffer
	require.NoError(t, p.write(&b))
	return b.Bytes()
}
