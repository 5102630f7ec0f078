package main

// county is a stratum: so many municipalities, of which so many are drawn.
type county struct {
	name         string
	places, draw int
}

var counties = []county{{"coast", 20, 7}, {"hills", 16, 6}, {"plain", 24, 8}}

// municipality is a first-stage unit with all its workplaces.
type municipality struct {
	name       string
	county     int
	works      []*workplace
	shortage   int // in per cent: how scarce labour is, which makes its workplaces alike
	transports bool
}

// workplace is a second-stage unit.
type workplace struct {
	id       int
	in       *municipality
	size     int // 0 to 2: see sizes
	sector   int // 0 to 5: production, construction, trade, hospitality, care, office
	answered bool
	answers  map[string]string // by column of the export
}

var (
	sizes = []string{"small", "medium", "large"}
	heads = []string{"Alder", "Birch", "Clay", "Dun", "Elm", "Fair", "Glen", "Haw", "Iron", "Lang"}
	tails = []string{"bury", "ford", "ham", "ley", "ton", "wick"}
)

// country invents sixty municipalities and their workplaces.
func country(r *random) []*municipality {
	var places []*municipality
	id := 1000
	for c, county := range counties {
		for range county.places {
			m := &municipality{name: heads[len(places)/len(tails)] + tails[len(places)%len(tails)], county: c, shortage: 38 + 10*c + r.below(30)}
			m.transports = r.chance(40)
			for range 60 + r.below(180)*(1+r.below(2)) {
				id++
				m.works = append(m.works, &workplace{id: id, in: m, size: r.of(70, 23, 7), sector: r.of(14, 16, 24, 13, 18, 15)})
			}
			places = append(places, m)
		}
	}
	return places
}
