package figure

import "stikprove/sample/crosstab"

// pictures are the figures drawn by the tests: one per kind and per trouble
// that a kind can have.
func pictures() []picture {
	return append([]picture{sizePicture(), measuresPicture(), industryPicture(),
		itemsPicture(), stackColumnsPicture(), heatRowsPicture(), heatColumnsPicture(), heatTwoPicture(), heatWidePicture(),
		edgePicture(), stackLongPicture()}, kindPictures()...)
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
		Spec{ID: "bar-answers", Kind: Bar, Sort: Falling},
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
		Spec{ID: "bar-reference", Kind: Bar, Sort: Falling, Column: "c1"}, t,
		wording("Hver fjerde aftale er indgået i social- og sundhedsvæsenet, som er langt mere end branchens andel af alle landets lønmodtagere tilsiger",
			"Virksomhedens branche. Procent af aftalerne, N = 190, 95 %-konfidensinterval",
			"Anm.: • Skjult af hensyn til diskretion. Lønmodtagere er opgjort efter arbejdsstedets branche ved udgangen af november 2014, og selvstændige og medarbejdende ægtefæller er ikke med i opgørelsen."),
	}
}

func itemsPicture() picture {
	return picture{
		Spec{ID: "stacked-items", Kind: Stacked, Sort: Falling},
		shape{id: "items", kind: crosstab.Item, percent: crosstab.OfRow,
			columns: []string{"Helt enig", "Delvis enig", "Hverken eller", "Delvis uenig", "Helt uenig", "? Ved ikke"},
			rows:    []string{"Ordningen er let at administrere", "§ 56-aftaler fremmer fastholdelse", "Virksomhederne kender ordningen", "Retningslinjerne for »langvarig lidelse« er klare", "Samarbejdet med de praktiserende læger og regionens arbejdsmedicinske klinik fungerer godt"},
			n:       [][]int{{12, 29, 15, 18, 8, 2}, {26, 35, 10, 7, 3, 3}, {5, 17, 14, 28, 15, 3}, {4, 16, 20, 25, 17, 1}, {-1, 20, 21, 30, -2, 9}}}.table(),
		wording("Jobcentrene er enige i, at § 56 fremmer fastholdelse", "Procent af jobcentrene, N = 84",
			"Anm.: Andele under 4 % er ikke påskrevet. • Skjult af hensyn til diskretion."),
	}
}

// conditions is an invented cross-table that shares a base by column.
func conditions(id string, percent crosstab.Direction) shape {
	return shape{id: id, kind: crosstab.Category, percent: percent,
		rows:    []string{"Fysisk lidelse", "Medicinsk lidelse", "Psykisk lidelse", "Øvrig lidelse eller behandling"},
		columns: []string{"Social og sundhed", "Bygge og anlæg", "Offentlig service", "Undervisning eller forskning", "Øvrige"},
		n:       [][]int{{12, 21, 8, 7, 29}, {18, 5, 10, 10, 18}, {7, -2, -1, 4, -1}, {9, -3, -8, 3, -22}}}
}

// withAll adds a column of all units.
func withAll(t *crosstab.Table, n ...int) *crosstab.Table {
	base := 0
	for _, v := range n {
		base += v
	}
	t.Columns = append(t.Columns, crosstab.Column{ID: "all", Kind: crosstab.All, Label: map[string]string{"da": "I alt"}, N: base})
	for i := range t.Rows {
		t.Cells[i] = append(t.Cells[i], cell(n[i], base, 0))
	}
	return t
}

func stackColumnsPicture() picture {
	t := withAll(conditions("condition-by-industry", crosstab.OfColumn).table(), 77, 61, 15, 45)
	t.Columns[4].Joined = true
	return picture{
		Spec{ID: "stacked-columns", Kind: Stacked}, t,
		wording("Bygge og anlæg er præget af fysiske lidelser", "Lidelsens art efter branche. Procent af sagerne i hver branche, N = 198",
			"Anm.: • Skjult af hensyn til diskretion."),
	}
}

func heatColumnsPicture() picture {
	p := stackColumnsPicture()
	p.spec = Spec{ID: "heat-columns", Kind: Heat}
	return p
}

func heatRowsPicture() picture {
	t := shape{id: "industry-condition", kind: crosstab.Category, percent: crosstab.OfRow,
		columns: []string{"Fysisk", "Medicinsk", "Psykisk", "Øvrig/behandling"},
		rows:    []string{"Social og sundhed", "Bygge og anlæg", "Offentlig service", "Undervisning eller forskning", "Industri"},
		n:       [][]int{{12, 18, 7, 9}, {21, 5, -2, -3}, {8, 10, -1, -8}, {7, 10, -3, -4}, {9, 5, 0, 4}}}.table()
	t.Rows = append(t.Rows, crosstab.Row{ID: "total", Kind: crosstab.Total, Label: map[string]string{"da": "Alle sager"}})
	t.Cells = append(t.Cells, []crosstab.Cell{cell(57, 146, 0), cell(48, 146, 0), cell(13, 146, 0), cell(28, 146, 0)})
	return picture{
		Spec{ID: "heat-rows", Kind: Heat}, t,
		wording("Bygge og anlæg er præget af fysiske lidelser", "Lidelsens art efter branche. Rækkeprocent",
			"Anm.: • Celler med under 3 observationer vises ikke af hensyn til diskretion."),
	}
}

func heatTwoPicture() picture {
	return picture{
		Spec{ID: "heat-two", Kind: Heat},
		shape{id: "two", kind: crosstab.Category, percent: crosstab.OfColumn,
			columns: []string{"Aftale indgået under sygedagpengesag", "Aftale indgået uden sygedagpengesag"},
			rows:    []string{"Ændrede arbejdsopgaver", "Nedsat arbejdstid i en afgrænset periode aftalt med arbejdsgiveren", "Ingen ændringer"},
			n:       [][]int{{40, 12}, {35, 20}, {25, 51}}}.table(),
		wording("Ændringer er oftest aftalt, når der er en sygedagpengesag", "Ændringer på arbejdspladsen. Procent af sagerne, N = 183"),
	}
}

func heatWidePicture() picture {
	n := [][]int{{9, 21, 8, 7, 12, 3, 4, 8, 5, 6, 7, 3}, {18, 5, 10, 10, 5, 6, 3, 4, 9, 5, 4, 3}, {7, -2, -1, 4, 0, 5, 5, 5, 4, 4, 3, 3}}
	return picture{
		Spec{ID: "heat-wide", Kind: Heat, Width: 18},
		shape{id: "wide", kind: crosstab.Category, percent: crosstab.OfColumn,
			columns: []string{"Social- og sundhedsvæsen", "Bygge og anlæg", "Offentlig service og administration", "Undervisning eller forskning", "Industri", "Handel", "Transport", "Hotel/restauration", "Landbrug", "Rengøring", "Andet", "? Ved ikke"},
			rows:    []string{"Under 50 ansatte", "50 ansatte eller flere", "? Ved ikke"}, n: n}.table(),
		wording("Tolv brancher i ét billede", "Virksomhedens størrelse efter branche. Procent af sagerne i hver branche, N = 270", "Anm.: • Skjult."),
	}
}

// edgePicture has shares and intervals at both ends of the axis, in a column.
func edgePicture() picture {
	return picture{
		Spec{ID: "bar-edge", Kind: Bar, Width: 8},
		shape{id: "edge", kind: crosstab.Answer, level: 0.95, columns: []string{"I alt"}, base: []int{12},
			rows: []string{"Hjælpemidler til arbejdspladsindretning", "Nedsat tid", "Partnerskabsaftaler/virksomhedscentre", "? Ved ikke"},
			n:    [][]int{{12}, {11}, {0}, {1}}}.table(),
		wording("Alle har brugt hjælpemidler", "Procent af jobcentrene, N = 12, 95 %-konfidensinterval. Flere svar mulige"),
	}
}

// stackLongPicture has as many segments as a key can hold, with long names.
func stackLongPicture() picture {
	return picture{
		Spec{ID: "stacked-long", Kind: Stacked},
		shape{id: "long", kind: crosstab.Category, percent: crosstab.OfRow,
			columns: []string{"Sagsbehandleren i sygedagpengeafdelingen", "Fastholdelseskonsulent", "Virksomhedskonsulent i jobcenteret", "Den kommunale lægekonsulent", "Ekstern leverandør", "Arbejdsgiveren", "Fagforening eller anden interesseorganisation, herunder patientforeninger", "Andre", "? Ved ikke", "? Ikke relevant"},
			rows:    []string{"Store kommuner", "Små kommuner"},
			n:       [][]int{{14, 9, 8, 7, 6, 5, 4, 3, 2, 4}, {20, 3, 0, 4, 2, 1, 6, 1, 3, -2}}}.table(),
		wording("Sagsbehandleren rådgiver oftest om ordningen", "Hvem rådgiver om § 56-aftaler. Procent af jobcentrene, N = 104", "Anm.: Andele under 4 % er ikke påskrevet. • Skjult."),
	}
}
