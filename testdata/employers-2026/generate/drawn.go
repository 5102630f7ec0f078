package main

// each is how many workplaces are drawn in a municipality.
const each = 16

// draw draws municipalities at random within each county, and workplaces at
// random within each of them.
func draw(r *random, places []*municipality) []*workplace {
	var drawn []*workplace
	for c, county := range counties {
		var in []*municipality
		for _, m := range places {
			if m.county == c {
				in = append(in, m)
			}
		}
		for _, m := range some(r, in, county.draw) {
			drawn = append(drawn, some(r, m.works, each)...)
		}
	}
	return drawn
}
