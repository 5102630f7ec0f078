package main

import (
	"bytes"
	"fmt"
	"os"
)

// Published of the municipalities (table 2): spells under section 56 of all
// spells begun, in whole per cent, the ten lowest and the ten highest of 98, and
// 7 in the country. In thousandths, so that they print as published and keep
// their order; those that are not published lie between.
var publishedShare = map[string]int{
	"Samsø": 24, "Gentofte": 32, "København": 36, "Lyngby-Taarbæk": 37, "Ærø": 38, "Høje-Taastrup": 39, "Rødovre": 40,
	"Hørsholm": 41, "Vordingborg": 42, "Herlev": 43,
	"Vesthimmerland": 130, "Herning": 112, "Norddjurs": 110, "Ikast-Brande": 108, "Tønder": 104, "Ringkøbing-Skjern": 103,
	"Lemvig": 102, "Brønderslev": 101, "Thisted": 100, "Billund": 99,
}

// lowestBetween and highestBetween bound the shares that are not published.
const lowestBetween, highestBetween = 46, 94

// shares returns every municipality's share in thousandths.
func shares(r *random, places []*municipality) map[*municipality]int {
	of := map[*municipality]int{}
	for _, m := range places {
		published, ok := publishedShare[m.name]
		if !ok {
			published = min(max(lowestBetween, 45+rate(r, m.region)/3+r.below(8)), highestBetween)
		}
		of[m] = published
	}
	return of
}

// settle gives persons their municipalities, so that a municipality has as many
// spells as its people and its share lead to. The smallest have a few persons
// each.
func settle(r *random, persons []*registered, places []*municipality) {
	of := shares(r, places)
	weight, all := map[*municipality]int{}, 0
	for _, m := range places {
		weight[m] = m.people * of[m]
		all += weight[m]
	}
	wanted, got := map[*municipality]int{}, map[*municipality]int{}
	for _, m := range places {
		wanted[m] = max(6, registerSpells*weight[m]/all)
	}
	// The persons with most spells first, each to a municipality in proportion
	// to what it lacks, if that is as many; those with few fill up.
	for n := 45; n >= 1; n-- {
		for _, p := range persons {
			if len(p.lengths) != n {
				continue
			}
			lacks := filter(places, func(m *municipality) bool { return wanted[m]-got[m] >= n })
			if len(lacks) == 0 {
				lacks = places
			}
			p.municipality = lacks[r.index(len(lacks), func(i int) int { return max(1, wanted[lacks[i]]-got[lacks[i]]) })]
			got[p.municipality] += n
		}
	}
	for _, m := range places {
		m.spells = got[m]
		// All spells begun, so that the share comes out.
		m.begun = (got[m]*1000 + of[m]/2) / of[m]
	}
}

// remark is what both files of the register say of themselves.
const remark = "# OPDIGTET register: ingen række er en person. INVENTED register: no row is a person. Se/see README.md."

// writeRegister writes the spells, and the small table of all spells begun.
func writeRegister(path, begun string, spells []spell, places []*municipality) error {
	var b bytes.Buffer
	b.WriteString(remark + "\nperson;start;slut;sagsart;kommune;køn;fødselsår;herkomst\n")
	for _, s := range spells {
		p := s.person
		fmt.Fprintf(&b, "%d;%s;%s;14;%s;%s;%d;%s\n", p.number, date(s.start), date(s.end), p.municipality.name, p.sex, p.born, p.origin)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		return err
	}
	b.Reset()
	b.WriteString(remark + "\nkommune;påbegyndte forløb\n")
	for _, m := range places {
		fmt.Fprintf(&b, "%s;%d\n", m.name, m.begun)
	}
	return os.WriteFile(begun, b.Bytes(), 0o644)
}
