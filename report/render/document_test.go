package render

import (
	"fmt"
	"math"
	"strconv"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The secret count and share stand in cells that are hidden. A protected table
// has no numbers there; the tests put them back to see that no writer looks.
const (
	secretCount = 8675309
	secretShare = 0.86753090001
)

// firmSize is a table of one column with counts, shares and intervals. The
// numbers are made up.
func firmSize(number int) *report.Table {
	labels := []string{"Under 50 ansatte", "Mellem 50 og 100 ansatte", "Mere end 100 ansatte", "Ved ikke"}
	counts := []int{80, 20, 58, 37}
	of := &crosstab.Table{
		ID: "firm-size", Title: survey.Words("Virksomhedens størrelse"), Sample: "cases", Level: 0.95, Percent: crosstab.OfColumn,
		Base:        crosstab.Base{N: 195, Weighted: 195, Unit: survey.Words("sager"), PSUs: 65, PSUUnit: survey.Words("jobcentre"), Answered: 195},
		RowVariable: survey.Words("Størrelse"),
		Columns:     []crosstab.Column{{ID: "all", Kind: crosstab.All, N: 195, Weighted: 195}},
	}
	t := &report.Table{
		Number: number, ID: of.ID, Anchor: fmt.Sprintf("t%d", number), Caption: "Virksomhedens størrelse. Antal og procent", Stub: "Størrelse",
		Heads:  []report.Head{{Text: "Antal", Measure: report.MeasureCount}, {Text: "Pct.", Measure: report.MeasureShare}, {Text: "95 %-interval", Measure: report.MeasureInterval}},
		Notes:  []string{"»Ved ikke« er medregnet i procentgrundlaget.", "Pga. afrunding summer andelene ikke altid til 100."},
		Source: "Stikprøve med 195 sager i 65 jobcentre.", Summary: "Under 50 ansatte 41 procent, mere end 100 ansatte 30 procent.", Of: of,
	}
	for i, n := range counts {
		p := float64(n) / 195
		meaning := survey.Substantive
		if i == 3 {
			meaning = survey.DontKnow
		}
		of.Rows = append(of.Rows, crosstab.Row{ID: "o" + strconv.Itoa(i), Label: survey.Words(labels[i]), Kind: crosstab.Category, Meaning: meaning})
		of.Cells = append(of.Cells, []crosstab.Cell{{N: n, Weighted: float64(n), Base: 195, P: p, SE: 0.03, Low: p - 0.06, High: p + 0.07, DF: 64}})
		at := fmt.Sprintf("%s-%d", t.Anchor, i)
		t.Rows = append(t.Rows, report.Line{Label: labels[i], Kind: crosstab.Category, Row: i, Cells: []report.Printed{count(n, at+"-n"), share(p, at),
			{Text: fmt.Sprintf("%.0f–%.0f", (p-0.06)*100, (p+0.07)*100), Anchor: at + "-ci", Measure: report.MeasureInterval, Value: math.NaN()}}})
	}
	of.Rows = append(of.Rows, crosstab.Row{ID: "total", Kind: crosstab.Total})
	of.Cells = append(of.Cells, []crosstab.Cell{{N: 195, Weighted: 195, Base: 195, P: 1, SE: math.NaN(), Low: math.NaN(), High: math.NaN()}})
	t.Rows = append(t.Rows, report.Line{Label: "I alt", Kind: crosstab.Total, Row: 4, Cells: []report.Printed{
		count(195, t.Anchor+"-all"), share(1, t.Anchor+"-whole"), {Measure: report.MeasureInterval, Value: math.NaN()}}})
	return t
}

// conditionByIndustry is a cross-table of shares with a heading over its
// groups, a line of bases and hidden cells.
func conditionByIndustry(number int) *report.Table {
	columns := []string{"Bygge og anlæg", "Industri", "Offentlig forvaltning, undervisning og sundhed", "Øvrige brancher", "I alt"}
	rows := []string{"Fysisk lidelse", "Medicinsk lidelse", "Psykisk lidelse", "Anden lidelse", "Heraf kombination", "N"}
	counts := [][]int{{14, 20, 22, 20, 76}, {6, 12, 20, 22, 60}, {0, 0, 9, 3, 14}, {8, 9, 14, 14, 45}, {4, 3, 6, 7, 20}, {0, 0, 65, 59, 195}}
	hidden := map[[2]int]bool{{2, 0}: true, {2, 1}: true, {5, 0}: true, {5, 1}: true}
	of := &crosstab.Table{
		ID: "condition-by-industry", Title: survey.Words("Lidelsens art efter branche"), Sample: "cases", Level: 0.95, Percent: crosstab.OfColumn,
		Base:        crosstab.Base{N: 195, Weighted: 195, Unit: survey.Words("sager"), PSUs: 65, PSUUnit: survey.Words("jobcentre")},
		RowVariable: survey.Words("Lidelsens art"), ColumnVariable: survey.Words("Branche"),
	}
	t := &report.Table{
		Number: number, ID: of.ID, Anchor: fmt.Sprintf("t%d", number), Caption: "Lidelsens art efter branche", Unit: "Procent", Stub: "Lidelsens art",
		Spans:  []report.Span{{Text: "Branche", Columns: 4}, {Columns: 1}},
		Notes:  []string{"• er skjult af hensyn til fortrolighed: færre end 3 sager, eller et tal som kunne røbe dem.", "En sag kan både have en lidelse og være en kombination."},
		Source: "Stikprøve med 195 sager i 65 jobcentre.", Summary: "Lidelsens art i fire brancher.", Of: of,
	}
	for j, c := range columns {
		kind := crosstab.Group
		if j == 4 {
			kind = crosstab.All
		}
		of.Columns = append(of.Columns, crosstab.Column{ID: "c" + strconv.Itoa(j), Label: survey.Words(c), Kind: kind, N: counts[5][j]})
		t.Heads = append(t.Heads, report.Head{Text: c, Measure: report.MeasureShare, Column: j})
	}
	for i, label := range rows {
		kind := crosstab.Category
		switch i {
		case 4:
			kind = crosstab.OfWhich
		case 5:
			kind = crosstab.Total
		}
		of.Rows = append(of.Rows, crosstab.Row{ID: "r" + strconv.Itoa(i), Label: survey.Words(label), Kind: kind})
		l, cells := report.Line{Label: label, Kind: kind, Row: i}, []crosstab.Cell{}
		for j := range columns {
			anchor := fmt.Sprintf("%s-%d-%d", t.Anchor, i, j)
			if hidden[[2]int{i, j}] {
				cells = append(cells, crosstab.Cell{Suppressed: crosstab.Primary, N: secretCount, P: secretShare, Low: secretShare, High: secretShare})
				l.Cells = append(l.Cells, report.Printed{Text: "•", Hidden: true, Anchor: anchor, Measure: report.MeasureShare, Value: secretShare})
				continue
			}
			base := max(counts[5][j], 40)
			p := float64(counts[i][j]) / float64(base)
			cells = append(cells, crosstab.Cell{N: counts[i][j], Weighted: float64(counts[i][j]), Base: base, P: p, SE: 0.05, Low: max(0, p-0.1), High: min(1, p+0.1), DF: 60})
			if i == 5 {
				l.Cells = append(l.Cells, count(counts[i][j], anchor))
			} else {
				l.Cells = append(l.Cells, share(p, anchor))
			}
		}
		of.Cells = append(of.Cells, cells)
		t.Rows = append(t.Rows, l)
	}
	return t
}

func count(n int, anchor string) report.Printed {
	return report.Printed{Text: strconv.Itoa(n), Anchor: anchor, Measure: report.MeasureCount, Value: float64(n)}
}

func share(p float64, anchor string) report.Printed {
	return report.Printed{Text: fmt.Sprintf("%.0f", p*100), Anchor: anchor, Measure: report.MeasureShare, Value: p}
}

// measures is a battery: shares only, by row.
func measures(number int) *report.Table {
	labels, options := []string{"Delvis raskmelding", "Hjælpemidler", "Mentor"}, []string{"Ja", "Nej", "Ved ikke"}
	counts := [][]int{{98, 60, 37}, {51, 117, 27}, {20, 136, 39}}
	of := &crosstab.Table{
		ID: "measures", Title: survey.Words("Indsatser"), Sample: "cases", Percent: crosstab.OfRow,
		Base:        crosstab.Base{N: 195, Weighted: 195, Unit: survey.Words("sager")},
		RowVariable: survey.Words("Indsats"),
	}
	t := &report.Table{Number: number, ID: of.ID, Anchor: fmt.Sprintf("t%d", number), Caption: "Indsatser i sagen", Unit: "Procent i hver række", Stub: "Indsats", Source: "Stikprøve.", Of: of}
	for j, option := range options {
		c := crosstab.Column{ID: "c" + strconv.Itoa(j), Label: survey.Words(option), Kind: crosstab.Group}
		if j == 2 {
			c.Meaning = survey.DontKnow
		}
		of.Columns = append(of.Columns, c)
		t.Heads = append(t.Heads, report.Head{Text: option, Measure: report.MeasureShare, Column: j})
	}
	t.Heads = append(t.Heads, report.Head{Text: "n", Measure: report.MeasureBase})
	for i, label := range labels {
		of.Rows = append(of.Rows, crosstab.Row{ID: "r" + strconv.Itoa(i), Label: survey.Words(label), Kind: crosstab.Item})
		l, cells := report.Line{Label: label, Kind: crosstab.Item, Row: i}, []crosstab.Cell{}
		for j, n := range counts[i] {
			p := float64(n) / 195
			cells = append(cells, crosstab.Cell{N: n, Weighted: float64(n), Base: 195, P: p, SE: math.NaN(), Low: math.NaN(), High: math.NaN()})
			l.Cells = append(l.Cells, share(p, fmt.Sprintf("%s-%d-%d", t.Anchor, i, j)))
		}
		base := count(195, fmt.Sprintf("%s-%d-base", t.Anchor, i))
		base.Measure = report.MeasureBase
		l.Cells = append(l.Cells, base)
		of.Cells = append(of.Cells, cells)
		t.Rows = append(t.Rows, l)
	}
	return t
}

func w(s string) report.Inline { return report.Words{Text: s} }

func words(parts ...report.Inline) []report.Inline { return parts }

// sampleDocument is a short report that has one of everything.
func sampleDocument() *report.Document {
	size, industry, battery := firmSize(1), conditionByIndustry(2), measures(3)
	cited := func(t *report.Table, s string, row, cell int, hint string) report.Inline {
		return report.Value{Text: s, Key: "pct", Anchor: t.Rows[row].Cells[cell].Anchor, Hint: hint}
	}
	return &report.Document{
		Language: "da", Study: "Paragraf 56", Wave: "2015",
		Title: "Undersøgelse af § 56-aftaler", Subtitle: "Hvem bruger ordningen, og hvordan arbejder jobcentrene med den?",
		Notice:  "Undersøgelsens enkeltsvar er ikke offentlige. Tallene her kommer fra rekonstruerede data, som gengiver de offentliggjorte fordelinger; alt andet er opdigtet.",
		Method:  []string{"Andele er beregnet af stikprøven med jobcentret som klynge. Intervaller er 95 %-konfidensintervaller efter Korn og Graubard.", "Celler med færre end 3 sager er skjult."},
		Version: "0.1.0",
		Blocks: []report.Block{
			report.Heading{Level: 1, ID: "karakter", Number: "1", Text: words(w("Hvad karakteriserer § 56-aftalerne?"))},
			report.Paragraph{Text: words(w("Af de "), cited(size, "195", 4, 0, "Alle sager i tabel 1"), w(" sager i stikprøven fremgår det, at halvdelen er indgået i forbindelse med en sygedagpengesag."),
				report.NoteMark{Number: 1}, w(" Se "), report.Reference{Text: "tabel 1", Anchor: "t1"}, w(" og "), report.Reference{Text: "figur 9", Anchor: "nowhere"}, w("."))},
			report.Heading{Level: 2, ID: "stoerrelse", Number: "1.1", Text: words(w("Virksomhedens størrelse"))},
			report.List{Items: [][]report.Block{
				{report.Paragraph{Text: words(cited(size, "41 %", 0, 1, "80 af 195 sager, tabel 1"), w(" af aftalerne er indgået med virksomheder med under 50 ansatte."))}},
				{report.Paragraph{Text: words(cited(size, "19 %", 3, 1, "37 af 195 sager, tabel 1"), w(" svarer "), report.Emphasis{Text: words(w("ved ikke"))}, w("."))}},
			}},
			size,
			report.Heading{Level: 2, ID: "art", Number: "1.2", Text: words(w("Lidelsens art"))},
			report.Paragraph{Text: words(w("I "), report.Emphasis{Strong: true, Text: words(w("offentlig forvaltning"))}, w(" udgør fysiske lidelser "),
				cited(industry, "34 %", 0, 2, "22 af 65 sager, tabel 2"), w(". Loven står på "), report.Link{URL: "https://www.retsinformation.dk/", Text: words(w("Retsinformation"))},
				w(", ikke "), report.Link{URL: "javascript:alert(1)", Text: words(w("her <b>"))}, w("."), report.NoteMark{Number: 2}, report.NoteMark{Number: 1})},
			report.Quote{Blocks: []report.Block{report.Paragraph{Text: words(w("»Det er en god ordning, når virksomheden kender den.«"))}}},
			industry,
			battery,
			report.Rule{},
			report.List{Ordered: true, Items: [][]report.Block{{report.Paragraph{Text: words(w("Første punkt."))}, report.Paragraph{Text: words(w("Med to afsnit."))}}}},
		},
		Tables: []*report.Table{size, industry, battery},
		Notes: []report.Note{
			{Number: 1, Text: words(w("Spørgsmålet blev stillet om alle sager."))},
			{Number: 2, Text: words(w("Sygedagpengeloven § 56."))},
		},
	}
}
