package platform_test

import (
	"archive/zip"
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// benchBook describes a workbook of answers: an identity, eleven codes, four
// labels, three numbers with decimals and a text.
type benchBook struct {
	rows   int
	inline bool // texts stand in their cells and not among the shared strings
}

const benchColumns = 20

var benchLabels = []string{"Under 50 ansatte", "Mellem 50 og 100 ansatte", "Mere end 100 ansatte", "Ved ikke"}

// benchText returns the text of a row; about every other stands once.
func benchText(random *rand.Rand, rows int) string {
	return "lidelse nummer " + strconv.Itoa(random.IntN(rows))
}

// write writes the workbook and returns its path.
func (k benchBook) write(b *testing.B) string {
	path := filepath.Join(b.TempDir(), "large.xlsx")
	f, err := os.Create(path)
	require.NoError(b, err)
	z := zip.NewWriter(f)
	part := func(name string, write func(w *bufio.Writer)) {
		p, err := z.Create(name)
		require.NoError(b, err)
		w := bufio.NewWriterSize(p, 1<<20)
		write(w)
		require.NoError(b, w.Flush())
	}
	const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const packages = "http://schemas.openxmlformats.org/package/2006/"
	const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	part("[Content_Types].xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`, packages)
	})
	part("_rels/.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>`, packages, documents)
	})
	part("xl/_rels/workbook.xml.rels", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<Relationships xmlns="%srelationships"><Relationship Id="rId1" Type="%[2]s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%[2]s/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, packages, documents)
	})
	part("xl/workbook.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<workbook %s xmlns:r="%s"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>`, ns, documents)
	})
	shared := &benchStrings{at: map[string]int{}, inline: k.inline}
	part("xl/worksheets/sheet1.xml", func(w *bufio.Writer) { k.cells(w, ns, shared) })
	part("xl/sharedStrings.xml", func(w *bufio.Writer) {
		fmt.Fprintf(w, `<sst %s>`, ns)
		for _, s := range shared.all {
			fmt.Fprintf(w, `<si><t>%s</t></si>`, s)
		}
		w.WriteString(`</sst>`)
	})
	require.NoError(b, z.Close())
	require.NoError(b, f.Close())
	return path
}

// cells writes the rows of the sheet, headings above.
func (k benchBook) cells(w *bufio.Writer, ns string, shared *benchStrings) {
	random := rand.New(rand.NewPCG(56, 2015))
	fmt.Fprintf(w, `<worksheet %s><sheetData>`, ns)
	var line []byte
	for row := 1; row <= k.rows+1; row++ {
		line = fmt.Appendf(line[:0], `<row r="%d" spans="1:%d">`, row, benchColumns)
		for column := 1; column <= benchColumns; column++ {
			line = append(append(line, `<c r="`...), survey.ColumnName(column)...)
			line = append(strconv.AppendInt(line, int64(row), 10), '"')
			switch {
			case row == 1:
				line = shared.cell(line, "c"+strconv.Itoa(column))
			case column == 1:
				line = number(line, float64(1_000_000+row))
			case column <= 12:
				line = number(line, float64(random.IntN(7)))
			case column <= 16:
				line = shared.cell(line, benchLabels[random.IntN(len(benchLabels))])
			case column <= 19:
				line = number(line, float64(random.IntN(100_000))/1000)
			default:
				line = shared.cell(line, benchText(random, k.rows))
			}
		}
		w.Write(append(line, `</row>`...))
	}
	w.WriteString(`</sheetData></worksheet>`)
}

// number appends the rest of a cell with a number.
func number(line []byte, n float64) []byte {
	return append(strconv.AppendFloat(append(line, `><v>`...), n, 'f', -1, 64), `</v></c>`...)
}

// benchStrings are the shared strings, in the order met.
type benchStrings struct {
	all    []string
	at     map[string]int
	inline bool
}

// cell appends the rest of a cell with a text.
func (t *benchStrings) cell(line []byte, s string) []byte {
	if t.inline {
		return append(append(append(line, ` t="inlineStr"><is><t>`...), s...), `</t></is></c>`...)
	}
	n, met := t.at[s]
	if !met {
		n = len(t.all)
		t.all, t.at[s] = append(t.all, s), n
	}
	return append(strconv.AppendInt(append(line, ` t="s"><v>`...), int64(n), 10), `</v></c>`...)
}
