package render

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// column is a column of numbers on a table's sheet. An interval takes two, so
// that its ends can be computed with.
type column struct {
	head int // index of the report's column
	of   report.Head
	high bool // the upper end of an interval
	text string
}

// tableSheet is a table on its way to its sheet.
type tableSheet struct {
	*bookSheet
	table   *report.Table
	columns []column
	heads   int   // row of the headings
	rows    []int // row of each of the report's rows
	last    int   // last row of the body
}

// table fills in t's sheet.
func (b *book) table(t *report.Table) error {
	s := &tableSheet{bookSheet: b.sheet(sheetName(t)), table: t, heads: 5}
	for k, h := range t.Heads {
		if h.Measure != report.MeasureInterval {
			s.columns = append(s.columns, column{head: k, of: h, text: h.Text})
			continue
		}
		s.columns = append(s.columns,
			column{head: k, of: h, text: h.Text + ", " + b.extra.From},
			column{head: k, of: h, text: h.Text + ", " + b.extra.To, high: true})
	}
	s.setWidths()
	s.link(1, 1, "← "+b.say.Contents, b.say.Contents)
	s.put(1, 1, nil, b.styles.backLink)
	s.height(2, 24)
	s.put(1, 2, b.say.TableLabel(t.Number)+". "+t.Caption, b.styles.caption)
	base := b.say.BaseOf(t.Of.Base)
	if t.Of.Comparison != nil {
		base = "" // each wave has its own, in the last row
	}
	s.put(1, 3, strings.Join(slices.DeleteFunc([]string{t.Unit, base}, empty), " · "), b.styles.muted)
	s.headings()
	s.body()
	s.below()
	if t.Of.Comparison == nil {
		s.chart()
	}
	s.page(b.say.TableLabel(t.Number))
	wide := len(s.columns) > narrow
	s.do(func() error { return b.repeat(s.name, s.heads, wide) })
	if wide {
		s.acrossPages()
	}
	return s.err
}

// setWidths makes room for the longest label and the headings.
func (s *tableSheet) setWidths() {
	label := utf8.RuneCountInString(s.table.Stub)
	for _, row := range s.table.Rows {
		label = max(label, utf8.RuneCountInString(row.Label))
	}
	widths := []float64{min(max(float64(label)+4, 24), 48)}
	for _, c := range s.columns {
		wide := 10.0
		for word := range strings.FieldsSeq(c.text + " " + spanOver(s.table, c.head)) {
			wide = max(wide, float64(utf8.RuneCountInString(word))*1.15+3)
		}
		if c.of.Measure == report.MeasureVerdict || c.of.Measure == report.MeasureSpan {
			for _, row := range s.table.Rows {
				wide = max(wide, float64(utf8.RuneCountInString(row.Cells[c.head].Text))+3)
			}
		}
		widths = append(widths, min(wide, 26))
	}
	s.widths(widths...)
}

// headings writes the headings and keeps them in sight.
func (s *tableSheet) headings() {
	st := s.book.styles
	if len(s.table.Spans) > 0 {
		s.put(1, s.heads, nil, st.headLeft)
		at, most := 0, 1.0
		for _, span := range s.table.Spans {
			from, to := s.first(at), s.first(at+span.Columns)-1
			room := 0.0
			for k := from; k <= to; k++ {
				style := st.headSpan
				if span.Text == "" {
					style = st.headLeft
				}
				s.put(k, s.heads, nil, style)
				room += s.width[k-1]
			}
			if span.Text != "" {
				s.put(from, s.heads, span.Text, st.headSpan)
				s.merge(from, to, s.heads)
			}
			most = max(most, lines(span.Text, room-2))
			at += span.Columns
		}
		s.height(s.heads, 5+13*most)
		s.heads++
	}
	s.put(1, s.heads, s.table.Stub, st.headLeft)
	most := lines(s.table.Stub, s.width[0]-2)
	for k, c := range s.columns {
		s.put(k+2, s.heads, c.text, st.head)
		most = max(most, lines(c.text, s.width[k+1]-1))
	}
	s.height(s.heads, 6+13*most)
	s.freeze(1, s.heads)
}

// narrow is the most columns that are printed on one page's width.
const narrow = 20

// first returns the sheet's column where the report's column head begins.
func (s *tableSheet) first(head int) int {
	for k, c := range s.columns {
		if c.head >= head {
			return k + 2
		}
	}
	return len(s.columns) + 2
}

func (s *tableSheet) merge(from, to, row int) {
	if to > from {
		s.do(func() error { return s.book.MergeCell(s.name, at(from, row), at(to, row)) })
	}
}

// body writes the rows.
func (s *tableSheet) body() {
	row, room := s.heads, s.table.Lettered()
	for _, line := range s.table.Rows {
		row++
		s.rows = append(s.rows, row)
		if line.Heading {
			for k := range s.columns {
				s.put(k+2, row, nil, s.book.styles.group)
			}
			s.put(1, row, line.Label, s.book.styles.group)
			s.merge(1, len(s.columns)+1, row)
			s.height(row, 22)
			continue
		}
		st, label := s.book.styles.body, s.book.styles.body.label
		switch line.Kind {
		case crosstab.Total:
			st, label = s.book.styles.total, s.book.styles.total.label
		case crosstab.Net, crosstab.Sum:
			st, label = s.book.styles.net, s.book.styles.net.label
		case crosstab.OfWhich:
			label = s.book.styles.part
		}
		s.put(1, row, line.Label, label)
		s.height(row, 5+13*lines(line.Label, s.width[0]-2))
		for k, c := range s.columns {
			value, share := s.value(line, c)
			style := st.count
			switch _, words := value.(string); {
			case words:
				style = st.sign
			case share:
				style = st.share
			case value != nil && (line.Cells[c.head].Measure == report.MeasureMean || line.Cells[c.head].Measure == report.MeasureChange ||
				line.Cells[c.head].Measure == report.MeasureDifference):
				style = st.mean
			}
			if letters := line.Cells[c.head].Letters; room[c.head] > 0 && !c.high {
				style = s.book.lettered(style, letters, room[c.head])
			}
			s.put(k+2, row, value, style)
			if anchor := line.Cells[c.head].Anchor; anchor != "" && !c.high {
				s.book.cells[anchor] = "'" + strings.ReplaceAll(s.name, "'", "''") + "'!" + at(k+2, row)
			}
		}
	}
	s.last = row
}

// value returns what a cell holds, and whether that is a share: a number, or
// the words printed where there is none.
func (s *tableSheet) value(line report.Line, c column) (value any, share bool) {
	printed := line.Cells[c.head]
	switch {
	case printed.Hidden:
		return printed.Text, false
	case printed.Text == "":
		return nil, false
	}
	x := printed.Value
	switch printed.Measure {
	case report.MeasureShare, report.MeasureReference:
		share = true
	case report.MeasureInterval:
		if line.Row < 0 {
			return nil, false
		}
		cell := s.table.Of.Cells[line.Row][c.of.Column]
		if x, share = cell.Low, true; c.high {
			x = cell.High
		}
	}
	if math.IsNaN(x) {
		return printed.Text, false
	}
	return x, share
}

// below writes the notes, the source and the notice.
func (s *tableSheet) below() {
	wide := max(len(s.columns)+1, 4)
	if len(s.columns) > narrow {
		wide = 8 // what a page has
	}
	// A narrow column stands between the table and the chart.
	for len(s.width) < wide {
		s.width = append(s.width, 9)
	}
	s.widths(append(s.width, 3)...)
	row := s.last + 2
	for _, text := range below(s.table, s.book.say) {
		s.block(row, wide, text, s.book.styles.note)
		row++
	}
	if s.book.doc.Notice != "" {
		s.block(row+1, wide, s.book.say.Notice+": "+s.book.doc.Notice, s.book.styles.notice)
	}
}

// acrossPages lets a wide table run on over pages side by side, each with the
// labels of the rows: on one page its numbers could not be read.
func (s *tableSheet) acrossPages() {
	any := 0
	s.do(func() error { return s.book.SetPageLayout(s.name, &excelize.PageLayoutOptions{FitToWidth: &any}) })
}

// repeat prints a sheet's headings again on every page, and the labels of its
// rows where it is wider than a page.
func (b *book) repeat(name string, row int, wide bool) error {
	quoted, labels := strings.ReplaceAll(name, "'", "''"), ""
	if wide {
		labels = fmt.Sprintf("'%s'!$A:$A,", quoted)
	}
	return b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: labels + fmt.Sprintf("'%s'!$1:$%d", quoted, row)})
}
