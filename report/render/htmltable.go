package render

import (
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// tableView is a table for the page's template.
type tableView struct {
	Page *page
	*report.Table
	room  []int // for letters, in signs, by head
	panel int   // which part of the table it is, from 0
}

// widest is the most columns of a part: more would be cut off on paper.
const widest = 10

func newTableView(p *page, t *report.Table) tableView { return tableView{p, t, t.Lettered(), 0} }

// Panels returns the parts that the table stands in, one unless it has too many
// columns.
func (t tableView) Panels() []tableView {
	var out []tableView
	for i, part := range t.Table.Panels(func(part *report.Table) bool { return len(part.Heads) <= widest }) {
		view := newTableView(t.Page, part)
		view.panel = i
		out = append(out, view)
	}
	return out
}

// First reports whether it is the table's first part.
func (t tableView) First() bool { return t.panel == 0 }

// CaptionID returns the address of a part's caption.
func (t tableView) CaptionID() string {
	if t.First() {
		return t.Anchor + "-caption"
	}
	return t.Anchor + "-caption-" + strconv.Itoa(t.panel+1)
}

// crowded is from how many columns of which some hold words the cells stand
// closer, so that the last is not cut off at the margin.
const crowded = 7

// Width names the style of the columns of numbers.
func (t tableView) Width() string {
	if len(t.Heads) >= crowded && t.Of != nil && t.Of.Comparison != nil {
		return "many crowded"
	}
	if len(t.Heads) > 3 {
		return "many"
	}
	return "few"
}

// Short reports whether the table fits a page beside some text and is not
// broken over two.
func (t tableView) Short() bool { return len(t.Rows) <= 20 && len(t.Heads) <= widest }

// Row returns the markup of row i. It is written without the template: the cells are
// most of a page, and a template looks at each of their parts anew.
func (t tableView) Row(i int) template.HTML {
	p, row := t.Page, t.Rows[i]
	from := p.out.Len()
	if row.Heading {
		if i > 0 { // a group of rows ends where the next begins
			p.put("</tbody>\n<tbody>\n")
		}
		p.put(`<tr class="group"><th scope="rowgroup" colspan="`, strconv.Itoa(len(t.Heads)+1), `">`)
		p.text(row.Label)
		p.put("</th></tr>")
		return p.taken(from)
	}
	p.put("<tr")
	p.class(rowClass(row))
	p.put(`><th scope="row">`)
	p.text(row.Label)
	p.put("</th>")
	for k, c := range row.Cells {
		p.put("<td")
		if c.Anchor != "" {
			p.put(` id="`)
			p.text(c.Anchor)
			p.put(`"`)
		}
		p.class(t.cellClass(k, c))
		if !c.Hidden {
			p.put(">")
			p.text(c.Text)
			if c.Letters != "" {
				p.put("<sup>")
				p.text(c.Letters)
				p.put("</sup>")
			}
			if room := t.room[k] - utf8.RuneCountInString(c.Letters); room > 0 {
				p.put(`<i class="room" style="width: `, strconv.Itoa(room), `ch"></i>`) // digits stand under each other
			}
			p.put("</td>")
			continue
		}
		p.put(` title="`)
		p.text(p.Say.HiddenWord)
		p.put(`"><span aria-hidden="true">`)
		p.text(c.Text)
		p.put(`</span><span class="vh">`)
		p.text(p.Say.HiddenWord)
		p.put("</span></td>")
	}
	p.put("</tr>")
	return p.taken(from)
}

// rowClass names the style of a row.
func rowClass(row report.Line) string {
	switch row.Kind {
	case crosstab.Total:
		return "total"
	case crosstab.Net, crosstab.Sum:
		return "net"
	case crosstab.OfWhich:
		return "part"
	}
	return ""
}

// Begins reports whether the head is the first of a span other than the first:
// a little air sets the spans apart.
func (t tableView) Begins(head int) bool {
	at := 0
	for _, s := range t.Spans {
		if at == head {
			return head > 0
		}
		at += s.Columns
	}
	return false
}

// cellClass names the style of a cell.
func (t tableView) cellClass(head int, c report.Printed) string {
	class := ""
	switch {
	case c.Hidden:
		class = "hid"
	case head < len(t.Heads) && t.Heads[head].Measure == report.MeasureInterval:
		class = "ci"
	case c.Measure == report.MeasureVerdict:
		class = "words"
	}
	if t.Begins(head) {
		class = strings.TrimSpace(class + " first")
	}
	return class
}
