package study

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
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
	read := e.readBack(t)
	for _, i := range disclosure.Audit(read, e.rules) {
		found = append(found, fmt.Sprintf("%s %s %s is between %v and %v", i.Table, i.Row, i.Column, i.Low, i.High))
	}
	return append(found, solved(read, e.rules.Minimum)...)
}

// solved works hidden counts out by taking what is shown from the totals of
// rows and columns, over and over, table by table: another way than the audit's,
// and a duller one.
func solved(tables []*crosstab.Table, minimum int) []string {
	var found []string
	for _, t := range tables {
		total, all := -1, -1
		var categories, groups []int
		for r, row := range t.Rows {
			switch row.Kind {
			case crosstab.Category:
				categories = append(categories, r)
			case crosstab.Total:
				total = r
			}
		}
		for c, column := range t.Columns {
			switch column.Kind {
			case crosstab.Group:
				groups = append(groups, c)
			case crosstab.All:
				all = c
			}
		}
		if total < 0 || all < 0 || t.Several || t.RowName == "" {
			continue
		}
		low, high := map[[2]int]int{}, map[[2]int]int{}
		for r := range t.Rows {
			for c := range t.Columns {
				at := [2]int{r, c}
				low[at], high[at] = t.Cells[r][c].N, t.Cells[r][c].N
				if t.Cells[r][c].Suppressed != crosstab.Shown {
					low[at], high[at] = 0, t.Cells[total][all].N
				}
			}
		}
		tighten := func(whole [2]int, parts [][2]int) (changed bool) {
			if len(parts) == 0 {
				return false
			}
			for _, p := range parts {
				least, most := low[whole], high[whole]
				for _, other := range parts {
					if other != p {
						least, most = least-high[other], most-low[other]
					}
				}
				if least > low[p] {
					low[p], changed = least, true
				}
				if most < high[p] {
					high[p], changed = most, true
				}
			}
			return changed
		}
		for changed, times := true, 0; changed && times < 100; times++ {
			changed = false
			for c := range t.Columns {
				var parts [][2]int
				for _, r := range categories {
					parts = append(parts, [2]int{r, c})
				}
				changed = tighten([2]int{total, c}, parts) || changed
			}
			for r := range t.Rows {
				var parts [][2]int
				for _, c := range groups {
					parts = append(parts, [2]int{r, c})
				}
				changed = tighten([2]int{r, all}, parts) || changed
			}
		}
		for r := range t.Rows {
			for c := range t.Columns {
				at := [2]int{r, c}
				cell := t.Cells[r][c]
				if cell.Suppressed == crosstab.Shown {
					continue
				}
				if low[at] >= high[at] || cell.Suppressed == crosstab.Primary && high[at] < minimum {
					found = append(found, fmt.Sprintf("%s %s %s: solved to %s", t.ID, t.Rows[r].ID, t.Columns[c].ID, strconv.Itoa(low[at])+"-"+strconv.Itoa(high[at])))
				}
			}
		}
	}
	return found
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
		assert.Contains(t, strings.Join(e.leaks(t), "\n"), "solved to")
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

func indexOf(t *testing.T, e *everything, table, row string) int {
	t.Helper()
	r, err := e.truth[table].Row(row)
	require.NoError(t, err)
	return r
}
