package report

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"stikprove/sample/crosstab"
)

// Measures name what a printed number is, see [Head] and [Printed].
const (
	MeasureCount     = "n"         // units
	MeasureShare     = "pct"       // per cent
	MeasureInterval  = "ci"        // interval of the share, per cent
	MeasureReference = "reference" // a share known from elsewhere, per cent
	// MeasureDifference is a share less the one known from elsewhere, in
	// percentage points.
	MeasureDifference = "difference"
	MeasureBase       = "base"   // units the row's or the column's shares are of
	MeasureTotal      = "total"  // total of a number
	MeasureMean       = "mean"   // mean of a number
	MeasureSpread     = "spread" // interval of a mean
)

// Lay lays one table out as it is printed in a language, without a number: for
// those who want no report around it. The error says that there is no such
// language.
func Lay(t *crosstab.Table, language string) (*Table, error) {
	l, ok := LanguageOf(language)
	if !ok {
		return nil, noLanguage(language)
	}
	return layTable(t, l, newAnchors()).table, nil
}

// laid is a table as printed and where in it each estimate stands.
type laid struct {
	table *Table
	at    map[place]string // anchors
}

// place is an estimate in print: a cell of the crosstab and a measure.
type place struct {
	row, column int
	measure     string
}

// anchor returns where a cell's measure is printed or, where it is not, where
// the cell's share is.
func (d laid) anchor(row, column int, measure string) string {
	if a, ok := d.at[place{row, column, measure}]; ok {
		return a
	}
	return d.at[place{row, column, MeasureShare}]
}

// layout is what the parts of a table being laid out share.
type layout struct {
	Language
	of        *crosstab.Table
	estimates []int // columns that are not from elsewhere
	single    bool  // one column of estimates
	byRow     bool  // shares run by row, so that every row has its own base
	battery   bool  // a row per variable
	sum       bool  // totals of a number
	mean      bool  // means of a number
	listing   bool  // counts in several rows and columns, such as of interviews
	anchors   *anchors
	laid
}

// layTable lays a table out. One column of estimates is printed with counts,
// shares and intervals; of several the shares are printed, with a row or
// column of bases.
func layTable(t *crosstab.Table, l Language, a *anchors) laid {
	y := &layout{Language: l, of: t, anchors: a, laid: laid{table: &Table{ID: t.ID, Of: t}, at: map[place]string{}}}
	for j, c := range t.Columns {
		if c.Kind != crosstab.Reference {
			y.estimates = append(y.estimates, j)
		}
	}
	for _, r := range t.Rows {
		y.listing = y.listing || y.sum && r.Kind == crosstab.Sum
		y.battery = y.battery || r.Kind == crosstab.Item
		y.sum = y.sum || r.Kind == crosstab.Sum
		y.mean = y.mean || r.Kind == crosstab.Mean
	}
	y.single = len(y.estimates) == 1
	y.byRow = len(y.estimates) > 1 && !y.sum && (y.battery || t.Percent == crosstab.OfRow)
	y.table.Anchor = a.claim(l.anchorTable + slugID(t.ID))
	y.stub()
	if t.Comparison != nil {
		y.comparison()
		return y.laid
	}
	y.heads()
	y.spans()
	y.rows()
	y.words()
	return y.laid
}

// stub heads the row labels. A variable labelled with the whole question as it
// was asked is too long for that, and is quoted in a note.
func (y *layout) stub() {
	label := y.label(y.of.RowVariable)
	switch {
	case len(y.of.RowSections) > 1: // each has a heading of its own
		y.table.Stub = y.Category
	case label == "" && y.battery:
		y.table.Stub = y.Question
	case label == "" && y.response():
		y.table.Stub = y.Part
	case label == "":
		y.table.Stub = y.Category
	case isQuestion(label):
		y.table.Stub = y.Answer
		y.table.Notes = append(y.table.Notes, sentence(y.Question+": "+label))
	default:
		y.table.Stub = label
	}
}

// isQuestion reports whether a variable's label is the question as asked, or as
// long as one.
func isQuestion(label string) bool {
	const longest = 40 // letters
	return utf8.RuneCountInString(label) > longest || strings.HasSuffix(label, "?")
}

// heads makes the columns' headings.
func (y *layout) heads() {
	add := func(text, measure string, column int) {
		y.table.Heads = append(y.table.Heads, Head{Text: text, Measure: measure, Column: column})
	}
	for _, j := range y.estimates {
		label := y.ColumnLabel(y.of.Columns[j])
		switch {
		case y.single && y.sum:
			add(fmt.Sprintf(y.units, y.of.Base.Unit.In(y.Tag)), MeasureCount, j)
			add(y.Total, MeasureTotal, j)
		case y.sum:
			add(label, MeasureTotal, j)
		case y.single && y.mean:
			add(y.Count, MeasureCount, j)
			add(y.tests.meanHead, MeasureMean, j)
			if y.hasIntervals(j) {
				add(fmt.Sprintf(y.levelWide, y.Percentage(y.of.Level)), MeasureSpread, j)
			}
		case y.mean:
			add(lettered(label, y.of.Columns[j]), MeasureMean, j)
		case y.single:
			add(y.Count, MeasureCount, j)
			add(y.Percent, MeasureShare, j)
			if y.hasIntervals(j) {
				add(fmt.Sprintf(y.levelWide, y.Percentage(y.of.Level)), MeasureInterval, j)
			}
		case y.byRow && y.of.Columns[j].Kind == crosstab.All:
			// Everybody is 100 per cent of every row.
		default:
			add(lettered(label, y.of.Columns[j]), MeasureShare, j)
		}
	}
	for j, c := range y.of.Columns {
		if c.Kind == crosstab.Reference {
			add(y.ColumnLabel(c), MeasureReference, j)
			if c.Difference && y.single {
				add(y.tests.differs, MeasureDifference, j)
			}
		}
	}
	if y.byRow {
		y.baseHeads()
	}
}

// lettered returns a column's heading with the letter that names it.
func lettered(label string, c crosstab.Column) string {
	if c.Letter == "" {
		return label
	}
	return label + nbsp + "(" + c.Letter + ")"
}

// baseColumn returns the column that stands for a whole row.
func (y *layout) baseColumn() int {
	for _, j := range y.estimates {
		if y.of.Columns[j].Kind == crosstab.All {
			return j
		}
	}
	return y.estimates[0]
}

func (y *layout) hasIntervals(column int) bool {
	for i := range y.of.Rows {
		c := y.of.Cells[i][column]
		if y.of.Level > 0 && (hasInterval(c) || y.mean && c.Suppressed == crosstab.Shown && !math.IsNaN(c.Low) && c.SE > 0) {
			return true
		}
	}
	return false
}

// spans puts the column variable over its options, or quotes it in a note as
// stub does.
func (y *layout) spans() {
	if len(y.of.ColumnSections) > 1 {
		y.sectionSpans()
		return
	}
	variable := y.label(y.of.ColumnVariable)
	if variable == "" || y.single {
		return
	}
	if isQuestion(variable) {
		y.table.Notes = append(y.table.Notes, sentence(y.Columns+": "+variable))
		return
	}
	groups := 0
	for _, h := range y.table.Heads {
		grouped := h.Measure != MeasureBase && y.of.Columns[h.Column].Kind == crosstab.Group
		switch last := len(y.table.Spans) - 1; {
		case grouped && groups > 0 && y.table.Spans[last].Text != "":
			y.table.Spans[last].Columns++
		case grouped:
			y.table.Spans = append(y.table.Spans, Span{variable, 1})
		default:
			y.table.Spans = append(y.table.Spans, Span{"", 1})
		}
		if grouped {
			groups++
		}
	}
	if groups < 2 {
		y.table.Spans = nil
	}
}
