package main

import "strings"

// frameSheets writes the frame: the jobcentres invited, the municipalities
// with their totals, and what of it is invented.
func frameSheets(places []*municipality, centres []*jobcentre) []sheet {
	centresSheet := sheet{name: "Jobcentre", heading: true, widths: []float64{24, 14, 26, 9, 40}}
	centresSheet.add("jobcentre", "region", "municipalities", "invited", "note")
	serving := make(map[*municipality]string)
	for _, c := range centres {
		var names []string
		for _, m := range c.municipalities {
			names = append(names, m.name)
			serving[m] = c.name
		}
		note := ""
		if len(names) > 1 {
			note = "opdigtet: at de to kommuner er fælles om jobcenter"
		}
		centresSheet.add(c.name, c.region, strings.Join(names, "; "), 1, note)
	}
	placesSheet := sheet{name: "Kommuner", heading: true, widths: []float64{20, 24, 14, 20, 12, 60}}
	placesSheet.add("municipality", "jobcentre", "region", "sick_pay_recipients", "agreements", "note")
	for _, m := range places {
		var agreements any
		note := "opdigtet: sick_pay_recipients"
		switch {
		case m.agreements == fewestAgreements || m.agreements == mostAgreements:
			agreements = m.agreements
			note += "; agreements er offentliggjort, men ikke for hvilken kommune"
		case m.agreements > 0:
			agreements = m.agreements
			note += ", agreements"
		}
		placesSheet.add(m.name, serving[m], m.region, m.recipients, agreements, note)
	}
	if version != "2015" {
		return []sheet{centresSheet, aboutLater()}
	}
	return []sheet{centresSheet, placesSheet, aboutSheet()}
}

// aboutSheet says in both languages what is a fact and what is not.
func aboutSheet() sheet {
	s := sheet{name: "Om data", widths: []float64{110}}
	for _, line := range []string{
		"REKONSTRUERET. Undersøgelsens rigtige data er aldrig offentliggjort.",
		"Fakta: de 98 kommuners navne og regioner.",
		"Offentliggjort: 48 kommuner oplyste antallet af aftaler, i alt 15.759; to sammenlignelige kommuner har 75 og 764.",
		"Opdigtet: antallet af inviterede jobcentre (92) og hvem der deler et; hvilke 48 kommuner der svarede; hvilke to der har 75 og 764, og at det er yderpunkterne; de øvrige 46 tal; alle tal for sygedagpengemodtagere (i alt 320.000). Frø 56.",
		"",
		"RECONSTRUCTED. The study's real data were never published.",
		"Facts: the names and regions of the 98 municipalities.",
		"Published: 48 municipalities told how many agreements they have, 15,759 in all; two comparable ones have 75 and 764.",
		"Invented: the number of jobcentres invited (92) and who shares one; which 48 municipalities answered; which two have 75 and 764, and that these are the extremes; the other 46 numbers; every number of sick-pay recipients (320,000 in all). Seed 56.",
	} {
		s.add(line)
	}
	return s
}
