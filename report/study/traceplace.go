package study

import (
	"strings"

	"stikprove/report"
)

// places returns everywhere a number is printed: the text first, as it is read,
// then the tables. Hidden numbers are not among them.
func (t *tracer) places() []Place {
	if t.all != nil {
		return t.all
	}
	for _, m := range t.report.Mentions() {
		p := Place{Kind: "text", File: m.File, Line: m.Line, Section: t.heads[m.Section], Anchor: m.Anchor, Ref: m.Key, Printed: m.Text}
		switch {
		case m.Figure != "":
			p.Kind = "figure"
			for _, f := range t.report.Figures {
				if f.ID == m.Figure {
					p.Label = t.say.FigureLabel(f.Number)
				}
			}
		case m.Note > 0:
			p.Kind = "footnote"
		}
		t.all = append(t.all, p)
	}
	for _, table := range t.report.Tables {
		for _, line := range table.Rows {
			for k, c := range line.Cells {
				if c.Hidden || c.Text == "" || c.Text == t.say.Absent {
					continue
				}
				p := Place{Kind: "table", Label: t.say.TableLabel(table.Number), Anchor: c.Anchor,
					Ref: printedAt(table, line, table.Heads[k], c).ref(), Printed: c.Text}
				if inPercent(c.Measure) {
					p.Printed += strings.TrimPrefix(t.say.Percentage(0), "0")
				}
				t.all = append(t.all, p)
			}
		}
	}
	return t.all
}

// inPercent reports whether a cell leaves the percent sign to its heading.
func inPercent(measure string) bool {
	return measure == report.MeasureShare || measure == report.MeasureReference || measure == report.MeasureInterval
}

// drawn returns the figures that draw a share.
func (t *tracer) drawn(at traced, printed string) []Place {
	var found []Place
	for _, f := range t.report.Figures {
		if f.Table == at.table && at.row >= 0 {
			found = append(found, Place{Kind: "figure", Label: t.say.FigureLabel(f.Number), Anchor: f.Anchor, Ref: at.ref(), Printed: printed})
		}
	}
	return found
}
