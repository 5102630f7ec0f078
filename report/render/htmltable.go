package render

import (
	"html/template"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// tableView is a table for the page's template.
type tableView struct {
	Page *page
	*report.Table
}

// Width names the style of the columns of numbers.
func (t tableView) Width() string {
	if len(t.Heads) > 3 {
		return "many"
	}
	return "few"
}

// Short reports whether the table fits a page beside some text and is not
// broken over two.
func (t tableView) Short() bool { return len(t.Rows) <= 20 }

// Row returns a row's markup. It is written without the template: the cells are
// most of a page, and a template looks at each of their parts anew.
func (t tableView) Row(row report.Line) template.HTML {
	p := t.Page
	from := p.out.Len()
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
