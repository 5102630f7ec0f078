package figure

import "stikprove/sample/crosstab"

// pictures are the figures drawn by the tests: one per kind and per trouble
// that a kind can have.
func pictures() []picture {
	return []picture{sizePicture(), measuresPicture(), industryPicture()}
}

func sizePicture() picture {
	return picture{
		Spec{ID: "bar-interval", Kind: Bar},
		shape{id: "size", kind: crosstab.Category, level: 0.95, columns: []string{"I alt"},
			rows: []string{"Under 50 ansatte", "Mellem 50 og 100 ansatte", "Mere end 100 ansatte", "? Ved ikke"},
			n:    [][]int{{81}, {21}, {59}, {38}}}.table(),
		wording("Fire ud af ti aftaler er indgået i små virksomheder",
			"Virksomhedens størrelse. Procent af aftalerne, N = 199, 95 %-konfidensinterval",
			"Anm.: Svarkategorierne vises i skemaets rækkefølge. »Ved ikke« er medregnet i procentgrundlaget."),
	}
}

func measuresPicture() picture {
	return picture{
		Spec{ID: "bar-answers", Kind: Bar, Sort: true},
		shape{id: "measures", kind: crosstab.Answer, columns: []string{"I alt"}, base: []int{197},
			rows: []string{"Andre fastholdelsestiltag (ændret vagtplan, coach, nyt skrivebord o.l.)", "Delvis raskmelding", "Mentor/personlig assistent", "Virksomhedspraktik", "? Ingen andre tiltag", "? Ved ikke"},
			n:    [][]int{{33}, {71}, {13}, {-2}, {100}, {0}}}.table(),
		wording("Delvis raskmelding er det mest brugte supplement til en § 56-aftale",
			"Andre fastholdelsestiltag drøftet eller iværksat. Procent af sagerne, N = 197. Flere svar mulige",
			"Anm.: Flere svar mulige; andelene summer ikke til 100. • Skjult af hensyn til diskretion."),
	}
}

func industryPicture() picture {
	t := shape{id: "industry", kind: crosstab.Category, level: 0.95, columns: []string{"Aftaler i stikprøven", "Alle lønmodtagere i hele landet, 2014"},
		base: []int{190, 1000},
		rows: []string{"Social- og sundhedsvæsen, herunder hjemmepleje og plejehjem", "Bygge og anlæg", "Offentlig service og administration", "Undervisning eller forskning", "Industri", "Handel", "Transport og godshåndtering", "Hotel og restauration", "Landbrug, skovbrug og fiskeri samt akvakultur", "Rengøring", "Andet", "? Ved ikke"},
		n:    [][]int{{46, 190}, {31, 60}, {27, 150}, {24, 90}, {18, 130}, {12, 170}, {9, 55}, {6, 40}, {-2, 25}, {5, 35}, {8, 55}, {2, 0}}}.table()
	t.Columns[1].Kind = crosstab.Reference
	for i := range t.Cells {
		t.Cells[i][1].Low, t.Cells[i][1].High = 0, 0
	}
	t.Rows = append(t.Rows, crosstab.Row{ID: "public", Label: t.Rows[2].Label, Kind: crosstab.Net, Of: []string{"r1", "r3", "r4"}})
	t.Rows[12].Label = map[string]string{"da": "Overvejende offentlige brancher i alt"}
	t.Cells = append(t.Cells, []crosstab.Cell{cell(97, 190, 0.95), cell(430, 1000, 0)})
	t.Rows = append(t.Rows, crosstab.Row{ID: "night", Label: map[string]string{"da": "Heraf med natarbejde"}, Kind: crosstab.OfWhich})
	t.Cells = append(t.Cells, []crosstab.Cell{cell(14, 190, 0.95), {P: nan}})
	return picture{
		Spec{ID: "bar-reference", Kind: Bar, Sort: true, Column: "c1"}, t,
		wording("Hver fjerde aftale er indgået i social- og sundhedsvæsenet, som er langt mere end branchens andel af alle landets lønmodtagere tilsiger",
			"Virksomhedens branche. Procent af aftalerne, N = 190, 95 %-konfidensinterval",
			"Anm.: • Skjult af hensyn til diskretion. Lønmodtagere er opgjort efter arbejdsstedets branche ved udgangen af november 2014, og selvstændige og medarbejdende ægtefæller er ikke med i opgørelsen."),
	}
}
