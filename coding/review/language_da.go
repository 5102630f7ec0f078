package review

var danish = words{
	guide: "Vejledning", codes: "Koder", yes: "Ja", no: "Nej", uncoded: "Uoplyst",
	sheets: map[Kind]string{Review: "Gennemsyn", Blind: "Kodning", Adjudication: "Afgørelse"},
	headings: map[column]string{
		columnID: "Id", columnText: "Tekst", columnSuggestion: "Forslag", columnSuggested: "Forslag: kombination",
		columnConfidence: "Sikkerhed", columnReason: "Begrundelse", columnCategory: "Kategori", columnCombination: "Kombination",
		columnAccept: "Godkend forslag", columnComment: "Bemærkning", columnCoder: "Koder", columnDate: "Dato", columnCheck: "Kontrol",
		columnA: "Første koder", columnACombination: "Første koder: kombination",
		columnB: "Anden koder", columnBCombination: "Anden koder: kombination",
	},
	guides: map[Kind][]string{
		Review: {
			"Arket viser, hvordan programmet foreslår at kode hver beskrivelse, og hvorfor. Det, der mest trænger til øjne, står øverst.",
			"Er forslaget rigtigt, så vælg Ja i kolonnen Godkend forslag. Er det forkert, så vælg den rigtige kategori i kolonnen Kategori og, om nødvendigt, Ja eller Nej i kolonnen Kombination. Rækker, der ikke røres, er ikke afgjort.",
			"Kombination er Ja, når beskrivelsen nævner to eller flere forskellige ting. Uoplyst er kun til svar uden indhold.",
			"Skriv gerne en bemærkning, men ikke noget, der kan fortælle, hvem sagen handler om. Står der ikke en dato, bruges dagen for indlæsningen.",
			"Rækker må sorteres og filtreres. Ret ikke id, tekst eller forslag, og slet eller kopier ikke rækker: det opdages, når arket læses ind.",
			"Beskrivelserne kan være helbredsoplysninger. Send ikke arket i en almindelig e-mail, og slet det, når det er læst ind.",
		},
		Blind: {
			"Arket er til en koder, der ikke skal kende andres koder. Rækkefølgen er trukket ved lod: id'erne er sorteret efter SHA-256 af frøet, et tabulatortegn og id'et.",
			"Vælg for hver række en kategori og, om beskrivelsen er en kombination: Ja, når den nævner to eller flere forskellige ting, ellers Nej. Uoplyst er kun til svar uden indhold.",
			"Rækker må sorteres og filtreres. Ret ikke id eller tekst, og slet eller kopier ikke rækker: det opdages, når arket læses ind.",
			"Beskrivelserne kan være helbredsoplysninger. Send ikke arket i en almindelig e-mail, og slet det, når det ikke bruges mere.",
		},
		Adjudication: {
			"Arket viser to koderes koder side om side. De rækker, de er uenige om, står øverst og mangler en afgørelse; hvor de er enige, er deres kode fyldt ud.",
			"Vælg for hver uenighed kategori og kombination. Alle udfyldte rækker bliver til afgørelser, når arket læses ind.",
			"Rækker må sorteres og filtreres. Ret ikke id eller tekst, og slet eller kopier ikke rækker: det opdages, når arket læses ind.",
			"Beskrivelserne kan være helbredsoplysninger. Send ikke arket i en almindelig e-mail, og slet det, når det er læst ind.",
		},
	},
	facts: []string{"Undersøgelse", "Runde", "Variabel", "Kodesystem", "Version", "Kontrolsum", "Rækker", "Frø", "Kodere"},
	code:  "Kode", label: "Betegnelse", pick: "Vælg en værdi på listen.", title: "Gennemsyn af koder",
}
