package figure

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// kindPictures are the figures of several columns, rankings, bands and times.
func kindPictures() []picture {
	return []picture{groupedPicture(), groupedAnswersPicture(), rankingPicture(), endsPicture(), dotColumnsPicture(), meansPicture(),
		wavesPicture(), wavesHiddenPicture(), bandsPicture(), finePicture(), yearsPicture(), yearsCrowdedPicture(), yearPicture(),
		longLabelsPicture(), longSeriesPicture()}
}

func groupedPicture() picture {
	return picture{
		Spec{ID: "grouped", Kind: Grouped},
		shape{id: "condition-by-size", kind: crosstab.Category, level: 0.95,
			columns: []string{"Under 50 ansatte", "50 ansatte eller flere", "? Ved ikke"},
			rows:    []string{"Fysisk lidelse", "Medicinsk lidelse", "Psykisk lidelse", "Øvrig lidelse eller behandling, herunder undersøgelser på sygehus"},
			n:       [][]int{{36, 27, 13}, {24, 25, 12}, {-2, 6, 4}, {18, 22, 9}}}.table(),
		wording("Fysiske lidelser er hyppigst i de små virksomheder", "Lidelsens art efter virksomhedens størrelse. Procent, N = 198, 95 %-konfidensinterval",
			"Anm.: • Skjult af hensyn til diskretion."),
	}
}

func groupedAnswersPicture() picture {
	return picture{
		Spec{ID: "grouped-answers", Kind: Grouped},
		shape{id: "measures-by-size", kind: crosstab.Answer, base: []int{80, 60, 30, 27},
			columns: []string{"Under 50 ansatte", "50-99 ansatte", "100-499 ansatte", "500 ansatte eller flere"},
			rows:    []string{"Delvis raskmelding", "Virksomhedspraktik", "Mentor/personlig assistent", "? Ingen andre tiltag"},
			n:       [][]int{{30, 20, 9, 12}, {3, 4, 5, 3}, {8, 9, 4, 3}, {43, 30, 12, 10}}}.table(),
		wording("Delvis raskmelding er det mest brugte tiltag, uanset størrelse", "Andre tiltag. Procent af sagerne, N = 197. Flere svar mulige"),
	}
}

// municipalities are the names of the worked example's register.
func municipalities() []string {
	raw, err := os.ReadFile(filepath.Join("..", "..", "testdata", "par56-2015", "data", "spells-begun.csv"))
	if err != nil {
		panic(err)
	}
	var names []string
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[2:] { // a remark and the heading
		name, _, _ := strings.Cut(line, ",")
		name, _, _ = strings.Cut(name, ";")
		names = append(names, strings.Trim(strings.TrimSpace(name), `"`))
	}
	return names
}

// ranking is an invented share in every municipality, of few on small islands.
func ranking() *crosstab.Table {
	s := shape{id: "ranking", kind: crosstab.Category, percent: crosstab.OfRow, level: 0.95, columns: []string{"Forløb efter § 56", "Andre forløb"}, rows: municipalities()}
	own, all := 0, 0
	for i := range s.rows {
		n, base := 20+i*37%90, 800+i*131%1500
		if i%33 == 5 {
			n, base = 4, 60
		}
		own, all = own+n, all+base
		if i%41 == 7 {
			n = -2
		}
		s.n, s.base = append(s.n, []int{n, base}), append(s.base, base)
	}
	t := s.table()
	t.Rows = append(t.Rows, crosstab.Row{ID: "total", Kind: crosstab.Total, Label: survey.Words("Hele landet")})
	t.Cells = append(t.Cells, []crosstab.Cell{cell(own, all, 0), cell(all-own, all, 0)})
	return t
}

func rankingPicture() picture {
	return picture{Spec{ID: "dots-ranking", Kind: Dots, Column: "c1"}, ranking(),
		wording("Andelen af § 56-forløb er højest i Vestjylland", "Forløb efter § 56 af alle påbegyndte forløb, 2014. Procent, 95 %-konfidensinterval",
			"Anm.: • Skjult af hensyn til diskretion.")}
}

func endsPicture() picture {
	p := rankingPicture()
	p.spec = Spec{ID: "dots-ends", Kind: Dots, Column: "c1", Ends: 10}
	return p
}

func dotColumnsPicture() picture {
	t := withAll(conditions("industries", crosstab.OfColumn).table(), 77, 61, 15, 45)
	return picture{Spec{ID: "dots-columns", Kind: Dots, Row: "r1"}, t,
		wording("Bygge og anlæg er præget af fysiske lidelser", "Fysiske lidelser efter branche. Procent af sagerne i hver branche, N = 198")}
}

func meansPicture() picture {
	t := &crosstab.Table{ID: "means", Level: 0.95, Rows: []crosstab.Row{{ID: "mean", Kind: crosstab.Mean, Label: survey.Words("Dage")}},
		Cells: [][]crosstab.Cell{{}}}
	for i, l := range []string{"Under 50 ansatte", "50-99 ansatte", "100 ansatte eller flere", "I alt"} {
		kind := crosstab.Group
		if i == 3 {
			kind = crosstab.All
		}
		m := []float64{12.4, 9.1, 14.8, 12.2}[i]
		t.Columns = append(t.Columns, crosstab.Column{ID: fmt.Sprint("c", i), Label: survey.Words(l), Kind: kind})
		t.Cells[0] = append(t.Cells[0], crosstab.Cell{N: 40, P: nan, Mean: m, SE: 1.2, Low: m - 2.4, High: m + 2.4})
	}
	w := wording("Fraværet er længst i de store virksomheder", "Dage med fravær. Gennemsnit, N = 120, 95 %-konfidensinterval")
	w.Share = func(c crosstab.Cell) string { return strings.Replace(fmt.Sprintf("%.1f", c.Mean), ".", ",", 1) }
	w.Axis = func(v float64) string { return fmt.Sprint(v) }
	return picture{Spec{ID: "dots-means"}, t, w}
}

func waves(id string, n [][]int) *crosstab.Table {
	return shape{id: id, kind: crosstab.Category, columns: []string{"2015", "2018"}, base: []int{195, 180},
		rows: []string{"Psykisk lidelse", "Øvrig lidelse eller behandling", "Medicinsk lidelse", "Fysisk lidelse", "? Uoplyst"}, n: n}.table()
}

func wavesPicture() picture {
	t := waves("waves", [][]int{{14, 31}, {45, 38}, {60, 50}, {76, 61}, {0, 0}})
	t.Columns[0].Letter, t.Columns[1].Letter = "A", "B"
	t.Cells[0][1].Letters = []string{"A"}
	return picture{Spec{ID: "dumbbell", Kind: Dumbbell, Sort: Falling}, t,
		wording("Psykiske lidelser er steget mest", "Lidelsens art, 2015 og 2018. Procent",
			"Anm.: * Ændringen er sikker på 5 %-niveau.")}
}

func wavesHiddenPicture() picture {
	t := waves("waves-hidden", [][]int{{-2, 31}, {195, 180}, {60, -2}, {60, 61}, {-1, -2}})
	return picture{Spec{ID: "dumbbell-hidden", Kind: Dumbbell}, t,
		wording("Skjulte tal i den ene eller begge runder", "Lidelsens art, 2015 og 2018. Procent", "Anm.: • Skjult af hensyn til diskretion.")}
}

func bandsPicture() picture {
	return picture{
		Spec{ID: "histogram", Kind: Histogram, Bounds: map[string]Bound{"r1": {0, 1}, "r2": {1, 4}, "r3": {4, 10}, "r4": {10, math.Inf(1)}}},
		shape{id: "refunds", kind: crosstab.Category, columns: []string{"I alt"},
			rows: []string{"Ingen", "1-3 gange", "4-9 gange", "10 gange eller flere", "? Ved ikke"},
			n:    [][]int{{62}, {48}, {40}, {12}, {21}}}.table(),
		wording("Hver tredje har ikke bedt om refusion", "Anmodninger om refusion siden aftalen. Procent af sagerne, N = 183",
			"Anm.: Søjlernes areal svarer til andelen."),
	}
}

func finePicture() picture {
	s := shape{id: "ages", kind: crosstab.Category, columns: []string{"I alt"}}
	bounds := map[string]Bound{}
	for i := range 24 {
		s.rows = append(s.rows, fmt.Sprintf("%d-%d år", 18+2*i, 19+2*i))
		s.n = append(s.n, []int{int(60 * math.Exp(-math.Pow(float64(i)-14, 2)/60))})
		bounds[fmt.Sprintf("r%d", i+1)] = Bound{float64(18 + 2*i), float64(20 + 2*i)}
	}
	s.n[0][0] = -1
	return picture{Spec{ID: "histogram-fine", Bounds: bounds}, s.table(),
		wording("De fleste er mellem 40 og 55 år", "Alder ved aftalens indgåelse. Procent af personerne, N = 700", "Anm.: • Skjult af hensyn til diskretion.")}
}

// years are shares of four answers in eight years, the second without some.
func years(id string, n [][]int) *crosstab.Table {
	return shape{id: id, kind: crosstab.Category, columns: []string{"2009", "2010", "2011", "2012", "2013", "2015", "2016", "2017"},
		rows: []string{"Fysisk lidelse", "Medicinsk lidelse", "Psykisk lidelse", "Øvrig lidelse eller behandling"}, n: n}.table()
}

func yearsPicture() picture {
	return picture{Spec{ID: "line"}, years("years", [][]int{
		{76, 80, 70, 71, 66, 60, 61, 58}, {60, 58, 61, 50, 49, 55, 52, 48}, {14, 16, -2, 19, 25, 31, 30, 36}, {45, 40, 45, 38, 41, 37, -2, 40}}),
		wording("Psykiske lidelser fylder mere år for år", "Lidelsens art. Procent af sagerne hvert år", "Anm.: • Skjult af hensyn til diskretion.")}
}

func yearsCrowdedPicture() picture {
	s := shape{id: "crowded", kind: crosstab.Category, base: []int{100, 100, 100}, columns: []string{"2015K1", "2015K2", "2015K4"},
		rows: []string{"Social- og sundhedsvæsen, herunder hjemmepleje og plejehjem", "Bygge og anlæg", "Offentlig service", "Undervisning eller forskning", "Industri", "Handel"},
		n:    [][]int{{20, 21, 22}, {20, 20, 21}, {19, 21, 22}, {20, 19, 20}, {21, 21, 21}, {2, 2, -2}}}
	return picture{Spec{ID: "line-crowded", Kind: Line}, s.table(),
		wording("Brancherne følges ad", "Aftaler efter branche. Procent af aftalerne hvert kvartal")}
}

func yearPicture() picture {
	s := shape{id: "year", kind: crosstab.Category, level: 0.95, columns: []string{"I alt"},
		rows: []string{"2011", "2012", "2013", "2014", "2015"}, n: [][]int{{11}, {19}, {25}, {40}, {31}}}
	return picture{Spec{ID: "line-single"}, s.table(),
		wording("De fleste aftaler er nye", "Året for den første aftale. Procent af aftalerne, N = 126, 95 %-konfidensinterval")}
}

// lengthy is a label of 500 letters.
func lengthy() string {
	return strings.TrimSpace(string([]rune(strings.Repeat("Sygedagpengeopfølgning i forbindelse med en længerevarende og kompliceret fastholdelsesindsats ", 6))[:500]))
}

func longLabelsPicture() picture {
	p := sizePicture()
	p.spec = Spec{ID: "bar-long", Kind: Bar}
	p.table.Rows[1].Label = survey.Words(lengthy())
	return p
}

func longSeriesPicture() picture {
	p := groupedPicture()
	p.spec = Spec{ID: "grouped-long", Kind: Grouped}
	p.table.Rows[0].Label, p.table.Columns[1].Label = survey.Words(lengthy()), survey.Words(lengthy())
	return p
}
