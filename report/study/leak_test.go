package study

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// leaks lists what the files tell of hidden cells.
func (e *everything) leaks(t *testing.T) []string {
	t.Helper()
	var found []string
	shown := e.shown(t)
	all := strings.Builder{}
	for _, part := range e.parts {
		all.WriteString(part)
	}
	everywhere := all.String()
	known := map[string]bool{} // shares that are shown somewhere
	each := func(visit func(of *crosstab.Table, r, c int)) {
		for _, printed := range e.document.Tables {
			for r := range printed.Of.Rows {
				for c := range printed.Of.Columns {
					visit(printed.Of, r, c)
				}
			}
		}
	}
	const told = "%.9f" // digits that no other number has by chance
	each(func(of *crosstab.Table, r, c int) {
		cell := of.Cells[r][c]
		for _, x := range []float64{cell.P, cell.SE, cell.Low, cell.High, cell.Weighted} {
			known[fmt.Sprintf(told, x)] = true
		}
	})
	each(func(of *crosstab.Table, r, c int) {
		if of.Cells[r][c].Suppressed == crosstab.Shown {
			return
		}
		at := cellID{of.ID, of.Rows[r].ID, of.Columns[c].ID}
		for where, words := range shown[at] {
			if digits.MatchString(regexp.MustCompile(`&#?\w+;|class="[^"]*"`).ReplaceAllString(words, "")) {
				found = append(found, fmt.Sprintf("%s prints %q in hidden %v", where, words, at))
			}
		}
		if e.truth[of.ID] == nil {
			return // of the register, which hides by its own rules
		}
		row, err := e.truth[of.ID].Row(at.row)
		if err != nil {
			return // joined since
		}
		column, err := e.truth[of.ID].Column(at.column)
		require.NoError(t, err)
		hidden := e.truth[of.ID].Cells[row][column]
		for _, x := range []float64{hidden.P, hidden.SE, hidden.Low, hidden.High, hidden.Weighted} {
			s := fmt.Sprintf(told, x)
			if short := math.Abs(x*1e4-math.Round(x*1e4)) < 1e-6; short || math.IsNaN(x) || known[s] {
				continue
			}
			if s = s[:len(s)-1]; strings.Contains(everywhere, s) { // cut, as a longer number would have it
				found = append(found, fmt.Sprintf("%s, a number of hidden %v, stands in a file", s, at))
			}
		}
	})
	a := attack(e.minimum(), e.reading(""))
	for _, i := range disclosure.Audit(e.readBack(t, a, ""), e.rules) {
		found = append(found, fmt.Sprintf("%s %s %s is between %v and %v", i.Table, i.Row, i.Column, i.Low, i.High))
	}
	worked, hidden := a.verdicts()
	t.Logf("%d numbers read, %d relations, %d hidden cells tried", a.numbers, len(a.sums)+len(a.less)+len(a.shares), hidden)
	return append(found, worked...)
}

// Nothing that leaves gives a hidden cell back.
func TestNothingLeaks(t *testing.T) {
	for name, path := range map[string]func(*testing.T) string{
		"Example":         func(*testing.T) string { return example },
		"AdversaryEqual":  adversary,
		"AdversaryWeight": adversary,
	} {
		t.Run(name, func(t *testing.T) {
			e := leaving(t, path(t), nil)
			hidden := hiddenIn(tablesOf(e.document))
			require.Positive(t, hidden.Primary, "or there is nothing to give back")
			require.Positive(t, hidden.Secondary+hidden.Linked)
			require.NotEmpty(t, e.shown(t))
			assert.Empty(t, e.leaks(t))
		})
	}
}

// Nor do two waves together, with the comparison of them and a register.
func TestNothingLeaksFromWaves(t *testing.T) {
	earlier, later := waves(t)
	before, after := leaving(t, earlier, nil), leaving(t, later, nil)
	assert.Empty(t, before.leaks(t))
	a := attack(after.minimum(), before.reading("2015"), after.reading("2016"))
	found, hidden := a.verdicts()
	assert.Empty(t, found)
	t.Logf("%d numbers read, %d relations, %d hidden cells tried", a.numbers, len(a.sums)+len(a.less)+len(a.shares), hidden)

	// The difference to a wave that shows the row would tell the one that hides it.
	spoilt := *after
	spoilt.parts = maps.Clone(after.parts)
	at := strings.Index(spoilt.parts["tables.json"], `"id": "change-z"`)
	require.Positive(t, at)
	told := strings.Replace(spoilt.parts["tables.json"][at:], `"verdict": "hidden"`, fmt.Sprintf(`"verdict": "hidden", "difference": %v`, 2/62.-16/76.), 1)
	spoilt.parts["tables.json"] = spoilt.parts["tables.json"][:at] + told
	found, _ = attack(after.minimum(), before.reading("2015"), spoilt.reading("2016")).verdicts()
	assert.Contains(t, strings.Join(found, "\n"), "both stress z: worked out to be 2-2")
}

// What would be a leak is found, in whichever output and of whichever kind.
func TestLeaksAreFound(t *testing.T) {
	t.Run("SecondaryEqual", func(t *testing.T) {
		e := leaving(t, adversary(t), func(tables []*crosstab.Table, truth map[string]*crosstab.Table) {
			for _, table := range tables {
				for r := range table.Cells {
					for c := range table.Cells[r] {
						if s := table.Cells[r][c].Suppressed; s == crosstab.Secondary || s == crosstab.Linked {
							table.Cells[r][c] = truth[table.ID].Cells[r][c]
						}
					}
				}
			}
		})
		assert.Contains(t, strings.Join(e.leaks(t), "\n"), "worked out to be")
		assert.Contains(t, strings.Join(e.leaks(t), "\n"), " is between ")
	})
	e := leaving(t, adversary(t), nil)
	require.Empty(t, e.leaks(t))
	at := "t-both-stress-x-pct"
	require.Contains(t, e.parts["report.html"], `<td id="`+at+`" class="hid`)
	p := fmt.Sprintf("%.10f", e.truth["both"].Cells[indexOf(t, e, "both", "stress")][0].P)
	for name, c := range map[string]struct{ part, old, with, want string }{
		"tooltip":   {"report.html", `<td id="` + at + `"`, `<td id="` + at + `" title="1 af 51"`, "report.html#" + at},
		"text":      {"report.html", ">et tal, der ikke kan vises<", ">2<", "report.html, text"},
		"hint":      {"report.html", ">et tal, der ikke kan vises</a>", `>et tal, der ikke kan vises</a><span class="hint" role="tooltip">1 af 51 sager</span>`, "report.html, text"},
		"attribute": {"report.html", "<body>", `<body data-share="` + p + `">`, "stands in a file"},
		"tag":       {"report.docx/word/document.xml", `<w:tag w:val="cell:both/stress/x/pct"/>`, `<w:alias w:val="1 af 51"/><w:tag w:val="cell:both/stress/x/pct"/>`, "report.docx, both/stress/x/pct"},
		"chart":     {"tables.xlsx/xl/charts/chart1.xml", "</c:chartSpace>", "<v>" + p + "</v></c:chartSpace>", "stands in a file"},
		"figure":    {"figures/both.svg", `data-cell="stress/x"/>`, `data-cell="stress/x"><title>1</title></rect>`, "figures/both.svg"},
		"manifest":  {"manifest.json", "{", "{" + p, "stands in a file"},
		"changes":   {"changes", "\n", p, "stands in a file"},
	} {
		t.Run(name, func(t *testing.T) {
			spoilt := *e
			spoilt.parts = map[string]string{}
			for k, v := range e.parts {
				spoilt.parts[k] = v
			}
			require.Positive(t, strings.Count(spoilt.parts[c.part], c.old), c.part)
			spoilt.parts[c.part] = strings.Replace(spoilt.parts[c.part], c.old, c.with, 1)
			assert.Contains(t, strings.Join(spoilt.leaks(t), "\n"), c.want)
		})
	}
}

// Each output by itself is enough for the attacker, where it tells one hidden
// number.
func TestEveryOutputIsReadEqual(t *testing.T) {
	e := leaving(t, adversary(t), nil)
	require.Empty(t, e.leaks(t))
	stacked := func(folder string) string { return "report.docx/word/" + folder + "/stikprove-stacked.x" }
	for name, c := range map[string]struct{ part, old, with string }{
		"page":                       {"report.html", `<td id="t-both-stress-x-pct"`, `<td id="t-both-stress-x-pct" title="2 %"`},
		"page, hint":                 {"report.html", ">et tal, der ikke kan vises</a>", `>et tal, der ikke kan vises</a><span class="hint" role="tooltip">1 af 54 sager</span>`},
		"page, alternative text":     {"report.html", "Ryg, X: 35", "Stress, X: 2 %; $0"},
		"word, text":                 {"report.docx/word/document.xml", `<w:tag w:val="both/stress/x/n"/><w:id w:val="56003"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">`, `$0 1 `},
		"word, title of a number":    {"report.docx/word/document.xml", `<w:tag w:val="both/stress/x/n"/>`, `<w:alias w:val="1 af 54"/>$0`},
		"word, table":                {"report.docx/word/document.xml", `<w:tag w:val="cell:both/stress/x/pct"/>(.*?)•`, "<w:tag w:val=\"cell:both/stress/x/pct\"/>${1}2"},
		"word, alternative text":     {"report.docx/word/document.xml", "Ryg, X: 35", "Stress, X: 2 %; $0"},
		"word, chart":                {stacked("charts") + "ml", `<c:v>Stress</c:v>.*?<c:numCache>.*?</c:ptCount>|<c:v>Stress</c:v>.*?<c:ptCount val="4"/>.*?<c:ptCount val="4"/>`, `$0<c:pt idx="0"><c:v>0.02</c:v></c:pt>`},
		"word, workbook in a chart":  {stacked("embeddings") + "lsx/xl/worksheets/sheet1.xml", `<c r="F2"`, `<c r="D2" s="1"><v>0.02</v></c>$0`},
		"workbook":                   {"tables.xlsx/xl/worksheets/sheet4.xml", `<c r="B9" [^>]*><v>\d+</v></c>`, `<c r="B9"><v>0.0185185185185</v></c>`},
		"workbook, chart":            {"tables.xlsx/xl/charts/chart3.xml", `\$$B\$$9:\$$D\$$9</c:f><c:numCache>.*?<c:ptCount val="3"/>`, `$0<c:pt idx="0"><c:v>0.0185185185185</c:v></c:pt>`},
		"workbook, alternative text": {"tables.xlsx/xl/drawings/drawing3.xml", "Ryg, X: 35", "Stress, X: 2 %; $0"},
		"workbook, texts":            {"tables.xlsx/xl/sharedStrings.xml", `et tal, der ikke kan vises`, "1"},
		"data":                       {"tables.json", `"suppressed": true`, `"n": 1`},
		"picture":                    {"figures/both.svg", `data-cell="stress/x"/>`, `data-cell="stress/x"><title>Stress, X: 2 %</title></rect>`},
		"picture, description":       {"figures/both.svg", "Ryg, X: 35", "Stress, X: 2 %; $0"},
		"changes":                    {"changes", "\n", "\nchanged  cell:both/stress/x/n: \"•\" -> \"1\"\n"},
	} {
		t.Run(name, func(t *testing.T) {
			spoilt := *e
			spoilt.parts = maps.Clone(e.parts)
			old := regexp.MustCompile("(?s)" + strings.ReplaceAll(c.old, "$$", "$"))
			first := old.FindStringIndex(spoilt.parts[c.part])
			require.NotNil(t, first, c.part)
			part := spoilt.parts[c.part]
			spoilt.parts[c.part] = part[:first[0]] + old.ReplaceAllString(part[first[0]:first[1]], strings.ReplaceAll(c.with, "$0", "${0}")) + part[first[1]:]
			a := attack(spoilt.minimum(), spoilt.reading(""))
			found, _ := a.verdicts()
			assert.Contains(t, strings.Join(found, "\n"), "both stress x: worked out to be 1-1")
		})
	}
}

func indexOf(t *testing.T, e *everything, table, row string) int {
	t.Helper()
	r, err := e.truth[table].Row(row)
	require.NoError(t, err)
	return r
}
