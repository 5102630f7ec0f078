package report

import (
	"math"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The study of these tests is made up; no number stands for anything.

// secret stands in cells that are hidden. A protected table has no numbers
// there; the tests put one back to see that nobody looks.
const secret = 8675309

var none = math.NaN()

func both(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }

var (
	cases   = both("sager", "cases")
	offices = both("jobcentre", "job centres")
)

// share returns a shown cell of equal weights, with a made-up interval.
func share(n, base int) crosstab.Cell {
	p := float64(n) / float64(base)
	return crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: p, SE: 0.03, Low: max(0.01, p-0.06), High: min(0.99, p+0.07), DF: 64}
}

func whole(n int) crosstab.Cell {
	return crosstab.Cell{N: n, Weighted: float64(n), Base: n, P: 1, Low: none, High: none}
}

func hidden() crosstab.Cell {
	return crosstab.Cell{N: secret, Weighted: secret, Base: secret, P: 0.8675309, Low: 0.8675309, High: 0.8675309, Suppressed: crosstab.Primary}
}

func known(p float64) crosstab.Cell { return crosstab.Cell{P: p, SE: none, Low: none, High: none} }

func everybody(n int) crosstab.Column {
	return crosstab.Column{ID: "all", Kind: crosstab.All, N: n, Weighted: float64(n)}
}

func caseBase() crosstab.Base {
	return crosstab.Base{N: 195, Weighted: 195, Unit: cases, PSUs: 65, PSUUnit: offices, Answered: 195}
}

func sizeTable() *crosstab.Table {
	row := func(id string, label survey.Text, m survey.Meaning) crosstab.Row {
		return crosstab.Row{ID: id, Label: label, Kind: crosstab.Category, Meaning: m}
	}
	return &crosstab.Table{
		ID: "size", Title: both("Virksomhedens størrelse", "Size of the firm"), Base: caseBase(), Level: 0.95,
		Percent: crosstab.OfColumn, RowVariable: both("Størrelse", "Size"),
		Rows: []crosstab.Row{
			row("under_50", both("Under 50 ansatte", "Under 50 employees"), survey.Substantive),
			row("from_50", both("50 ansatte eller flere", "50 employees or more"), survey.Substantive),
			row("dont_know", both("Ved ikke", "Don’t know"), survey.DontKnow),
			{ID: "total", Kind: crosstab.Total},
		},
		Columns: []crosstab.Column{everybody(195), {ID: "reference", Label: both("Hele landet", "Denmark"), Kind: crosstab.Reference}},
		Cells: [][]crosstab.Cell{
			{share(81, 195), known(0.545)}, {share(75, 195), known(0.455)}, {share(39, 195), known(none)}, {whole(195), known(none)},
		},
		Notes: []crosstab.Note{
			{Kind: crosstab.NoteText, Text: both("Firmaet, ikke arbejdsstedet.", "The firm, not the workplace.")},
			{Kind: crosstab.NoteBenchmark, Text: both("Danmarks Statistik, ERHV3", "Statistics Denmark, ERHV3")},
			{Kind: crosstab.NoteDontKnowIn},
		},
	}
}

func crossTable() *crosstab.Table {
	group := func(id string, label survey.Text, n int) crosstab.Column {
		return crosstab.Column{ID: id, Label: label, Kind: crosstab.Group, N: n}
	}
	t := &crosstab.Table{
		ID: "by-industry", Title: both("Lidelsens art efter branche", "Kind of condition by industry"), Base: caseBase(), Level: 0.95,
		Percent: crosstab.OfColumn, RowVariable: both("Lidelsens art", "Kind of condition"), ColumnVariable: both("Branche", "Industry"),
		Rows: []crosstab.Row{
			{ID: "physical", Label: both("Fysisk", "Physical"), Kind: crosstab.Category},
			{ID: "other", Label: both("Anden", "Other"), Kind: crosstab.Category},
			{ID: "total", Kind: crosstab.Total},
			{ID: "of_which", Label: both("heraf kombination", "of which combinations"), Kind: crosstab.OfWhich},
		},
		Columns: []crosstab.Column{
			group("building", both("Bygge og anlæg", "Building"), 60), group("care", both("Social og sundhed", "Care"), 130),
			group("farming", both("Landbrug", "Farming"), secret), everybody(195),
		},
		Cells: [][]crosstab.Cell{
			{share(45, 60), share(55, 130), hidden(), share(103, 195)},
			{share(15, 60), share(75, 130), hidden(), share(92, 195)},
			{whole(60), whole(130), hidden(), whole(195)},
			{hidden(), share(14, 130), hidden(), share(20, 195)},
		},
		Notes: []crosstab.Note{{Kind: crosstab.NoteHidden, N: 3}, {Kind: crosstab.NoteOverlap}},
	}
	t.Columns[2].Suppressed = crosstab.Primary
	return t
}

func batteryTable() *crosstab.Table {
	item := func(id string, label survey.Text) crosstab.Row {
		return crosstab.Row{ID: id, Label: label, Kind: crosstab.Item}
	}
	census := func(n, base int) crosstab.Cell {
		return crosstab.Cell{N: n, Weighted: float64(n), Base: base, P: float64(n) / float64(base), SE: none, Low: none, High: none}
	}
	return &crosstab.Table{
		ID: "effort", Title: both("Jobcentrenes indsats", "The job centres' effort"), Percent: crosstab.OfRow, Several: true,
		Base: crosstab.Base{N: 84, Answered: 84, Eligible: 92, Census: true, Unit: offices},
		Rows: []crosstab.Row{item("consultants", both("Har konsulenter", "Has consultants")), item("visits", both("Besøger virksomheder", "Visits firms"))},
		Columns: []crosstab.Column{
			{ID: "yes", Label: both("Ja", "Yes"), Kind: crosstab.Group}, {ID: "no", Label: both("Nej", "No"), Kind: crosstab.Group}, everybody(84),
		},
		Cells: [][]crosstab.Cell{{census(71, 84), census(13, 84), whole(84)}, {census(55, 83), census(28, 83), whole(83)}},
		Notes: []crosstab.Note{{Kind: crosstab.NoteNotAnswered, N: 1}},
	}
}

func sumTable() *crosstab.Table {
	return &crosstab.Table{
		ID: "agreements", Title: both("Gældende aftaler", "Current agreements"), Percent: crosstab.OfColumn,
		Base: crosstab.Base{N: 48, Answered: 48, Eligible: 98, Census: true, Unit: both("kommuner", "municipalities")},
		Rows: []crosstab.Row{{ID: "sum", Label: both("Aftaler", "Agreements"), Kind: crosstab.Sum}}, Columns: []crosstab.Column{everybody(48)},
		Cells: [][]crosstab.Cell{{{N: 48, Base: 48, Weighted: 15759, P: none, SE: none, Low: none, High: none}}},
	}
}

func responseTable() *crosstab.Table {
	t := &crosstab.Table{
		ID: "response", Title: both("Deltagelse", "Response"), Percent: crosstab.OfColumn, Several: true,
		Base:    crosstab.Base{N: 92, Answered: 84, Eligible: 92, Census: true, Unit: offices},
		Rows:    []crosstab.Row{{ID: "first", Label: both("Første del", "First part"), Kind: crosstab.Answer}},
		Columns: []crosstab.Column{everybody(92)},
	}
	t.Cells = [][]crosstab.Cell{{{N: 84, Base: 92, P: 84. / 92, SE: none, Low: none, High: none}}}
	return t
}

// content is the whole study around a text.
func content(o *Outline) Content {
	return Content{
		Study: survey.Words("Prøve"), Wave: "2015", Version: "1.0",
		Title: both("Aftaler efter § 56", "Agreements under § 56"), Subtitle: both("En prøve", "A trial"),
		Notice: both("Tallene er opdigtet.", "The numbers are made up."),
		Method: []survey.Text{both("Tre sager i hvert jobcenter.", "Three cases in each job centre.")},
		Tables: []*crosstab.Table{sizeTable(), crossTable(), batteryTable(), sumTable(), responseTable()},
		Figures: []FigureSpec{
			{Spec: figure.Spec{ID: "size", Kind: figure.Bar}, Table: "size", Title: both("De fleste er små", "Most are small")},
			{Spec: figure.Spec{ID: "heat", Kind: figure.Heat}, Table: "by-industry"},
			{Spec: figure.Spec{ID: "effort", Kind: figure.Stacked}, Table: "effort"},
		},
		Outline: o,
	}
}
