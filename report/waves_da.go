package report

import (
	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

var danishWaves = waveWords{
	heading:        "{first} sammenlignet med {last}",
	apart:          "Kan ikke sammenlignes",
	changed:        "Ændret fra {first} til {last}",
	nothingApart:   "Alle rækker i tabellerne kan sammenlignes.",
	nothingChanged: "Der er ikke fundet forskelle i spørgsmål, svarmuligheder, kategorier eller stikprøve.",
	notes: map[WaveKind]string{
		WaveTableGone:     "Tabellen {name} findes kun i {first}",
		WaveTableNew:      "Tabellen {name} findes kun i {last}",
		WaveTableApart:    "Tabellen {name}: {own}",
		WaveTableShape:    "Tabellen {name} er ikke den samme: {before} i {first}, {after} i {last}",
		WaveTablePercent:  "Tabellen {name} regner procenter på en anden led i {last} end i {first}",
		WaveTableBase:     "Tabellen {name} tæller andre enheder i {last} end i {first}",
		WaveRowApart:      "{part} i {name}: {own}",
		WaveRowGone:       "{part} i {name} findes kun i {first}",
		WaveRowNew:        "{part} i {name} findes kun i {last}",
		WaveRowParts:      "{part} i {name} lægger andre rækker sammen i {last} end i {first}",
		WaveRowSeveral:    "{part} i {name}: svar, som man kan give flere af, kan ikke lægges sammen",
		WaveWording:       "Spørgsmålet {was} lyder nu {is}",
		WaveHint:          "Vejledningen til {name} er ændret",
		WaveAnswerKind:    "{name} blev besvaret med {before} og bliver nu besvaret med {after}",
		WaveRouting:       "{name} stilles under en anden betingelse",
		WaveQuestionNew:   "Spørgsmålet {name} stilles kun i {last}",
		WaveQuestionGone:  "Spørgsmålet {name} blev kun stillet i {first}",
		WaveOptionNew:     "{name} har fået svarmuligheden {part}",
		WaveOptionGone:    "{name} har ikke længere svarmuligheden {part}",
		WaveOptionWording: "Svarmuligheden {was} i {name} hedder nu {is}",
		WaveMatched:       "I {name} regnes {before} ({first}) for det samme som {after} ({last})",
		WaveDerived:       "{name} dannes efter andre regler end i {first}",
		WaveScheme:        "{name} er kodet efter {before} i {first} og efter {after} i {last}",
		WaveDecisions:     "Af beskrivelserne i {name} har personer afgjort {before} i {first} og {after} i {last}",
		WaveDesign:        "{name}: {before} i {first}, {after} i {last}",
		WaveCensusPart:    "{name}: ikke alle svarede, {before} i {first} og {after} i {last}; forskelle siger intet om de øvrige",
	},
	several: map[WaveKind]string{
		WaveTableGone: "{n} tabeller findes kun i {first}: {names}",
		WaveTableNew:  "{n} tabeller findes kun i {last}: {names}",
	},
	kinds: map[survey.Kind]string{survey.KindSingle: "én svarmulighed", survey.KindMultiple: "flere svarmuligheder", survey.KindInteger: "et helt tal",
		survey.KindDecimal: "et tal", survey.KindDate: "en dato", survey.KindText: "tekst"},
	census: "alle blev spurgt", sample: "der blev trukket en stikprøve",
	verdicts: map[crosstab.Verdict]string{crosstab.Higher: "højere", crosstab.Lower: "lavere", crosstab.NotShown: "ingen ændring påvist",
		crosstab.Untested: "kan ikke testes", crosstab.Unalike: "kan ikke sammenlignes", crosstab.Concealed: "skjult"},
	change: "Ændring", p: "p", verdict: "Vurdering",
	points:   "procentpoint",
	to:       "til",
	unit:     "Antal, procent og ændring i procentpoint",
	unitMean: "Antal, gennemsnit og ændring",
	unitSum:  "Sum og ændring",
	adjusted: map[association.Adjustment]string{
		association.Holm:       "Vurderingen bygger på p justeret efter Holms regel for {n} rækker; hvert interval står for sig selv.",
		association.Bonferroni: "Vurderingen bygger på p justeret efter Bonferronis regel for {n} rækker; hvert interval står for sig selv.",
		association.Unadjusted: "p er ikke justeret for de {n} rækker.",
	},
	facts:    "Alle blev spurgt begge gange: forskellene er uden stikprøveusikkerhed.",
	shared:   "{n} {psus} er med begge gange, hvilket der er taget højde for i ændringens usikkerhed.",
	psus:     "klynger",
	notShown: "»Ingen ændring påvist« betyder ikke, at intet er ændret.",
	untested: "Hvor stikprøveusikkerheden ikke kendes, er intet vurderet.",
	single:   "Vurderingen bygger på én test.",
}
