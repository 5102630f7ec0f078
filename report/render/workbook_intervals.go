package render

import (
	"fmt"

	"stikprove/report"
)

// interval is a row of the sheet of intervals.
type interval struct {
	table            *report.Table
	series, category string
	drawn            bool
	below, above     float64
}

// intervalHeads is the row of the headings of the sheet of intervals.
const intervalHeads = 4

// arms keeps the intervals of a series, for the sheet that lists them, and
// returns where the lengths of their lower and upper parts will stand. A chart
// draws intervals from cells that hold lengths; the tables hold their ends.
func (b *book) arms(list []interval) (below, above string) {
	first := intervalHeads + len(b.intervals) + 1
	b.intervals = append(b.intervals, list...)
	last := intervalHeads + len(b.intervals)
	at := func(column string) string {
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", b.extra.Intervals, column, first, column, last)
	}
	return at("D"), at("E")
}

// intervalSheet lists the lengths of the intervals that charts draw.
func (b *book) intervalSheet() error {
	if len(b.intervals) == 0 {
		return nil
	}
	if _, err := b.NewSheet(b.extra.Intervals); err != nil {
		return err
	}
	s := b.sheet(b.extra.Intervals)
	s.widths(12, 48, 48, 16, 16)
	s.link(1, 1, "← "+b.say.Contents, b.say.Contents)
	s.put(1, 1, nil, b.styles.backLink)
	s.height(2, 24)
	s.put(1, 2, b.extra.Intervals, b.styles.caption)
	s.put(1, 3, b.extra.Lengths, b.styles.muted)
	for k, head := range []string{b.say.Table, b.extra.Category, b.extra.Series} {
		s.put(k+1, intervalHeads, head, b.styles.headLeft)
	}
	s.put(4, intervalHeads, b.extra.Below, b.styles.head)
	s.put(5, intervalHeads, b.extra.Above, b.styles.head)
	s.height(intervalHeads, 18)
	s.freeze(0, intervalHeads)
	for k, v := range b.intervals {
		row := intervalHeads + 1 + k
		s.link(1, row, b.say.TableLabel(v.table.Number), sheetName(v.table))
		s.put(2, row, v.category, b.styles.cellText)
		s.put(3, row, v.series, b.styles.cellText)
		var below, above any
		if v.drawn {
			below, above = v.below, v.above
		}
		s.put(4, row, below, b.styles.body.share)
		s.put(5, row, above, b.styles.body.share)
		s.height(row, 5+13*max(lines(v.category, 44), lines(v.series, 44)))
	}
	s.page(b.extra.Intervals)
	s.do(func() error { return b.repeat(s.name, intervalHeads, false) })
	return s.err
}
