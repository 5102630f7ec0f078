package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// Measures of a table that compares two waves, see [crosstab.Comparison].
const (
	MeasureChange   = "change"  // difference of shares in percentage points, or of means or totals in their unit
	MeasureSpan     = "span"    // interval of the difference
	MeasureP        = "p"       // raised for the rows of the table
	MeasureVerdict  = "verdict" // in words
	changeDecimals  = 1         // of percentage points
	smallestPrinted = 0.001     // of p
)

// comparison lays out a table of two waves: the numbers of each, and what
// happened from the one to the other.
func (y *layout) comparison() {
	t, m := y.table, y.of.Comparison
	kind := y.numberKind()
	add := func(text, measure string, column int) {
		t.Heads = append(t.Heads, Head{Text: text, Measure: measure, Column: column})
	}
	for w := range m.Waves {
		from := len(t.Heads)
		if kind == crosstab.Sum {
			add(y.Total, MeasureTotal, w)
		} else {
			add(y.Count, MeasureCount, w)
		}
		switch kind {
		case crosstab.Mean:
			add(y.tests.meanHead, MeasureMean, w)
		case crosstab.Sum:
		default:
			add(y.Percent, MeasureShare, w)
		}
		t.Spans = append(t.Spans, Span{Text: m.Waves[w].Name, Columns: len(t.Heads) - from})
	}
	before := len(t.Heads)
	add(y.waves.change, MeasureChange, 1)
	if !m.Census && kind != crosstab.Sum {
		add(fmt.Sprintf(y.levelWide, y.Percentage(m.Level)), MeasureSpan, 1)
		add(y.waves.p, MeasureP, 1)
	}
	add(y.waves.verdict, MeasureVerdict, 1)
	t.Spans = append(t.Spans, Span{Columns: len(t.Heads) - before})
	for i, r := range y.of.Rows {
		line := Line{Label: y.RowLabel(r), Kind: r.Kind, Row: i}
		for _, h := range t.Heads {
			line.Cells = append(line.Cells, y.compared(i, h, r))
		}
		t.Rows = append(t.Rows, line)
	}
	y.comparisonWords(kind)
}

// numberKind returns Mean or Sum where the table is of one, else Category.
func (y *layout) numberKind() crosstab.RowKind {
	for _, r := range y.of.Rows {
		if r.Kind == crosstab.Mean || r.Kind == crosstab.Sum {
			return r.Kind
		}
	}
	return crosstab.Category
}

// compared prints one number of a comparison.
func (y *layout) compared(row int, h Head, r crosstab.Row) Printed {
	c, change := y.of.Cells[row][h.Column], y.of.Comparison.Changes[row]
	p := Printed{Measure: h.Measure, Value: math.NaN()}
	p.Anchor = y.claim(r.ID, h.Column, h.Measure)
	y.at[place{row, h.Column, h.Measure}] = p.Anchor
	total := r.Kind == crosstab.Total
	switch {
	case h.Measure == MeasureVerdict:
		p.Text = y.waves.verdicts[change.Verdict]
		return p
	case total && (h.Measure == MeasureChange || h.Measure == MeasureSpan || h.Measure == MeasureP || h.Measure == MeasureMean):
		return p
	case c.Suppressed != crosstab.Shown:
		p.Hidden, p.Text = true, y.Hidden
		return p
	}
	switch h.Measure {
	case MeasureChange:
		p.Text = y.changeText(y.of, row)
		if p.Value = change.Difference; shares(r) {
			p.Value *= 100
		}
		return p
	case MeasureSpan:
		p.Text = y.spanText(change, r)
		return p
	case MeasureP:
		p.Text = y.pText(change)
		return p
	}
	if !change.In[h.Column] {
		p.Text = y.Absent
		return p
	}
	switch h.Measure {
	case MeasureCount:
		p.Text, p.Value = y.Number(c.N), float64(c.N)
	case MeasureShare:
		p.Text, p.Value = y.CellPercent(c), c.P
	case MeasureMean:
		p.Text, p.Value = y.Decimal(c.Mean, y.decimals()), c.Mean
	case MeasureTotal:
		p.Text, p.Value = y.Decimal(c.Weighted, 0), c.Weighted
	}
	return p
}

// shares reports whether a row's numbers are shares.
func shares(r crosstab.Row) bool { return r.Kind != crosstab.Mean && r.Kind != crosstab.Sum }

// changeText returns a row's change with its sign, of shares in percentage
// points.
func (l Language) changeText(t *crosstab.Table, row int) string {
	change := t.Comparison.Changes[row]
	if math.IsNaN(change.Difference) {
		return l.Absent
	}
	return l.signed(change.Difference, t, row)
}

// signed returns a difference with its sign and the decimals of its kind.
func (l Language) signed(x float64, t *crosstab.Table, row int) string {
	decimals := changeDecimals
	switch t.Rows[row].Kind {
	case crosstab.Mean:
		decimals = 2
		if math.Abs(t.Cells[row][1].Mean) >= 10 {
			decimals = 1
		}
	case crosstab.Sum:
		decimals = 0
	default:
		x *= 100
	}
	s := l.Decimal(x, decimals)
	if x > 0 && strings.Trim(s, "0"+l.decimal) != "" {
		s = "+" + s
	}
	return s
}

// spanText returns the interval of a change.
func (y *layout) spanText(change crosstab.Change, r crosstab.Row) string {
	if math.IsNaN(change.Low) || math.IsNaN(change.High) {
		return y.Absent
	}
	row := slices.IndexFunc(y.of.Rows, func(other crosstab.Row) bool { return other.ID == r.ID })
	return y.signed(change.Low, y.of, row) + " " + y.waves.to + " " + y.signed(change.High, y.of, row)
}

// pText returns a row's p as it is raised.
func (l Language) pText(change crosstab.Change) string {
	switch {
	case math.IsNaN(change.Adjusted):
		return l.Absent
	case change.Adjusted < smallestPrinted:
		return "<" + nbsp + l.Decimal(smallestPrinted, 3)
	}
	return l.Decimal(change.Adjusted, 3)
}

// comparisonWords puts in what stands above and below.
func (y *layout) comparisonWords(kind crosstab.RowKind) {
	t, m := y.table, y.of.Comparison
	w := y.waves
	t.Caption, t.Unit = y.title(y.of), w.unit
	switch kind {
	case crosstab.Mean:
		t.Unit = w.unitMean
	case crosstab.Sum:
		t.Unit = w.unitSum
	}
	any := func(v crosstab.Verdict) bool {
		return slices.ContainsFunc(m.Changes, func(c crosstab.Change) bool { return c.Verdict == v })
	}
	say := func(when bool, words string, pairs ...string) {
		if when {
			t.Notes = append(t.Notes, strings.NewReplacer(pairs...).Replace(words))
		}
	}
	say(m.Census, w.facts)
	say(m.Incomplete, w.incomplete)
	say(m.Tests > 1, w.adjusted[m.Adjustment], "{n}", y.Number(m.Tests))
	say(m.Tests == 1, w.single)
	psus := y.label(m.Waves[1].Table.Base.PSUUnit)
	if psus == "" {
		psus = w.psus
	}
	say(m.Shared > 0 && !m.Census && m.Tests > 0, w.shared, "{n}", y.Number(m.Shared), "{psus}", psus)
	say(any(crosstab.NotShown) && !m.Census, w.notShown)
	say(any(crosstab.Untested), w.untested)
	t.Notes = append(t.Notes, y.notesOf(y.of, crosstab.NoteHidden, crosstab.NoteText)...)
	for _, wave := range m.Waves {
		for _, note := range y.notesOf(onlyNotes(wave.Table, crosstab.NoteDontKnowOut, crosstab.NoteNotAnswered, crosstab.NoteNotAsked,
			crosstab.NoteZeroWeight, crosstab.NoteJoined, crosstab.NoteLonelyPSU, crosstab.NoteText)) {
			t.Notes = append(t.Notes, wave.Name+": "+note)
		}
	}
	t.Notes = append(t.Notes, y.notesOf(y.of, generated...)...)
	var sources []string
	for _, wave := range m.Waves {
		sources = append(sources, wave.Name+": "+y.SourceOf(wave.Table.Base))
	}
	t.Source = strings.Join(sources, " ")
	var heads []string
	for _, h := range t.Heads {
		heads = append(heads, h.Text)
	}
	t.Summary = fmt.Sprintf(y.summary, y.title(y.of), lowerFirst(t.Unit), y.Number(len(t.Rows)), strings.Join(heads, ", "),
		strings.Join([]string{m.Waves[0].Name, m.Waves[1].Name}, ", "))
}

// onlyNotes returns t with its notes of some kinds only.
func onlyNotes(t *crosstab.Table, kinds ...crosstab.NoteKind) *crosstab.Table {
	d := *t
	d.Notes = slices.DeleteFunc(slices.Clone(t.Notes), func(n crosstab.Note) bool { return !slices.Contains(kinds, n.Kind) })
	d.Cells = nil // what is hidden is said once
	return &d
}

// VerdictWord returns what may be said of a change, in words.
func (l Language) VerdictWord(v crosstab.Verdict) string { return l.waves.verdicts[v] }

// changeValue returns a change or its verdict in running text. Of a row that is
// hidden it says so and no more.
func (a *arranger) changeValue(l lookup, d laid) (Value, string) {
	t := d.table.Of
	if t.Comparison == nil {
		return Value{}, fmt.Sprintf("table %q compares no waves; want a table with compare", l.names[0])
	}
	row := rowOf(t, l.names[1])
	if row < 0 {
		return Value{}, a.noNumber(l, 1, rowIDs(t))
	}
	change := t.Comparison.Changes[row]
	measure := MeasureVerdict
	if l.verb == "change" {
		measure = MeasureChange
	}
	v := Value{Anchor: d.anchor(row, 1, measure)}
	switch {
	case change.Verdict == crosstab.NoVerdict:
		return Value{}, fmt.Sprintf("row %q of table %q is the base and has no change", l.names[1], l.names[0])
	case t.Cells[row][1].Suppressed != crosstab.Shown:
		v.Text = a.NotShown
		return v, ""
	case l.verb == "verdict":
		v.Text = a.VerdictWord(change.Verdict)
	case math.IsNaN(change.Difference):
		v.Text = a.NotKnown
	default:
		if v.Text = a.changeText(t, row); shares(t.Rows[row]) {
			v.Text += nbsp + a.waves.points
		}
	}
	v.Hint = a.hintEnd(a.WavesHeading(Waves{Before: t.Comparison.Waves[0].Name, After: t.Comparison.Waves[1].Name})+"; "+
		a.VerdictWord(change.Verdict), d.table)
	return v, ""
}
