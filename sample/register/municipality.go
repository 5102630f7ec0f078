package register

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// Begun sets how many spells of every kind began in the year in each
// municipality, for a register of the study's spells alone. The problems name
// municipalities that have more of the study's spells than of all, and those
// that the table lacks; file is the table's, for messages.
func (c *Counts) Begun(file string, begun map[string]int) survey.Problems {
	var problems survey.Problems
	for i, name := range c.names {
		if i == 0 || c.sums.places[i][0] == 0 {
			continue
		}
		all, known := begun[name]
		switch {
		case !known:
			problems = append(problems, survey.Problem{File: file, Message: "no municipality " + survey.Quote(name) + ", which " + c.File + " has"})
		case all < c.sums.places[i][0]:
			problems = append(problems, survey.Problem{File: file, Message: "fewer spells begun in " + survey.Quote(name) + " than " + c.File + " has of the study's kinds"})
		}
	}
	c.begun = begun
	return problems
}

// share is a municipality's spells, or what else is own of all.
type share struct {
	name     string
	own, all int
	// Of a database: own, or all too, was held back, or the share is of those
	// whose names were.
	ownHeld, allHeld, few bool
}

// row returns the row of a municipality.
func (s share) row() crosstab.Row {
	if s.few {
		return crosstab.Row{ID: "few", Kind: crosstab.Category, Joined: true, Label: text("Kommuner med for få til at nævnes", "Municipalities with too few to name")}
	}
	return crosstab.Row{ID: slug(s.name), Label: survey.Words(s.name), Kind: crosstab.Category}
}

// cells returns own, the others, and all.
func (s share) cells() []crosstab.Cell {
	cells := []crosstab.Cell{count(s.own, s.all), count(s.all-s.own, s.all), count(s.all, s.all)}
	if s.ownHeld || s.allHeld {
		cells[0], cells[1] = crosstab.Cell{Suppressed: crosstab.Primary}, crosstab.Cell{Suppressed: crosstab.Primary}
	}
	if s.allHeld {
		cells[2] = crosstab.Cell{Suppressed: crosstab.Primary}
	}
	return cells
}

// shares returns the municipalities with spells begun, by name.
func (c *Counts) shares() []share {
	if c.held != nil {
		return c.held.shares(c.begun)
	}
	var out []share
	seen := map[string]bool{}
	for i, name := range c.names {
		s := share{name: name, own: c.sums.places[i][0], all: c.sums.places[i][1]}
		if c.begun != nil {
			s.all = c.begun[name]
		}
		seen[name] = true
		if i > 0 && s.all > 0 {
			out = append(out, s)
		}
	}
	for name, all := range c.begun {
		if !seen[name] && all > 0 {
			out = append(out, share{name: name, all: all})
		}
	}
	slices.SortFunc(out, func(a, b share) int { return cmp.Compare(a.name, b.name) })
	return out
}

// otherColumn is the column of spells of other kinds, beside that of the study's,
// and begunUnit what all of them are.
const otherColumn = "other"

var begunUnit = text("påbegyndte forløb", "spells begun")

// municipalities makes the ranking of municipalities or one of its ends.
func (b *builder) municipalities(id string) *crosstab.Table {
	if b.ranking == nil {
		b.ranking = b.rank()
	}
	switch id {
	case "municipality-lowest":
		return b.end(id, b.around("De ti kommuner med lavest andel {}", "The ten municipalities with the lowest share of {}"), true)
	case "municipality-highest":
		return b.end(id, b.around("De ti kommuner med højest andel {}", "The ten municipalities with the highest share of {}"), false)
	}
	t := *b.ranking
	t.Notes = slices.Clone(t.Notes)
	return &t
}

// rank returns all municipalities, the highest share first, those whose numbers
// are hidden last and by name: their place would tell their share.
func (b *builder) rank() *crosstab.Table {
	t := b.byPlace("municipality", b.around("{} af alle påbegyndte forløb, kommuner", "{} of all spells begun, municipalities"))
	rows := b.shares()
	var country share
	design := b.together()
	for _, s := range rows {
		country.own, country.all = country.own+s.own, country.all+s.all
		b.addPlace(t, s.row(), s, design)
	}
	if b.held != nil {
		country = b.held.country(b.begun)
	}
	b.addPlace(t, crosstab.Row{ID: crosstab.TotalID, Kind: crosstab.Total, Label: text("Hele landet", "The country")}, country, design)
	b.bases(t, country.own, country.all)
	note(t, text("Forløb uden kommune er ikke med.", "Spells without a municipality are left out."))
	note(t, text("Registret er ikke en stikprøve. Intervallet (Wilson), som figuren og tables.json har, viser, hvor meget andelen kan skyldes tilfældet i små kommuner; det tager højde for, at en persons forløb hører sammen.",
		"The register is no sample. The interval (Wilson), which the figure and tables.json have, shows how much of a share may be chance in a small municipality; it allows for a person's spells belonging together."))
	t = disclosure.Protect(t, b.minimum)
	last := len(t.Rows) - 1
	order := make([]int, last)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int {
		x, y := t.Cells[i][0], t.Cells[k][0]
		if h, g := x.Suppressed != crosstab.Shown, y.Suppressed != crosstab.Shown; h || g {
			return cmp.Compare(truth(h), truth(g))
		}
		return compareShares(y, x)
	})
	r := *t
	r.Rows, r.Cells = nil, nil
	for _, i := range append(order, last) {
		r.Rows, r.Cells = append(r.Rows, t.Rows[i]), append(r.Cells, t.Cells[i])
	}
	return &r
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compareShares compares n of base, exactly.
func compareShares(x, y crosstab.Cell) int { return cmp.Compare(x.N*y.Base, y.N*x.Base) }

// byPlace returns an empty table of the study's spells and the others by row.
func (b *builder) byPlace(id string, title survey.Text) *crosstab.Table {
	return &crosstab.Table{ID: id, Title: title, Sample: "register", Percent: crosstab.OfRow, Level: b.level,
		RowVariable: text("Kommune", "Municipality"),
		Columns: []crosstab.Column{
			{ID: b.kindID(), Label: b.spells(), Kind: crosstab.Group},
			{ID: otherColumn, Label: text("Andre forløb", "Other spells"), Kind: crosstab.Group},
			{ID: crosstab.AllID, Kind: crosstab.All},
		}}
}

// addPlace adds a row of own spells of all.
func (b *builder) addPlace(t *crosstab.Table, row crosstab.Row, s share, design float64) {
	cells := s.cells()
	if cells[0].Suppressed == crosstab.Shown {
		cells[0].Low, cells[0].High = wilson(s.own, s.all, design, b.level)
	}
	t.Rows, t.Cells = append(t.Rows, row), append(t.Cells, cells)
}

func (b *builder) bases(t *crosstab.Table, own, all int) {
	for i, n := range []int{own, all - own, all} {
		t.Columns[i].N, t.Columns[i].Weighted = n, float64(n)
	}
	t.Base = b.base(all, begunUnit)
}

// together returns how much a person's spells belonging together widens the
// chance variation of their number: the mean square of spells a person over
// their mean, that is the variance of a compound Poisson number over that of a
// plain one; at least 1.
func (b *builder) together() float64 {
	n := 0
	for _, p := range b.sums.places {
		n += p[0]
	}
	if b.held != nil {
		n, _ = b.held.baseOf("spell-length", 0)
	}
	if n == 0 {
		return 1
	}
	return max(1, float64(b.sums.squares)/float64(n))
}

// wilson returns the interval of n of base at level where chance variation is
// design times that of independent units. NaN where base is 0.
//
// Source: Wilson (1927), Journal of the American Statistical Association 22,
// 209-212, with the number of units divided by the design effect.
func wilson(n, base int, design, level float64) (low, high float64) {
	if base == 0 {
		return math.NaN(), math.NaN()
	}
	size := float64(base) / design
	p := float64(n) / float64(base)
	z := distuv.UnitNormal.Quantile(0.5 + level/2)
	z2 := z * z / size
	middle, half := p+z2/2, z*math.Sqrt(p*(1-p)/size+z2/(4*size))
	return max(0, (middle-half)/(1+z2)), min(1, (middle+half)/(1+z2))
}

// ends is how many municipalities an end of the ranking shows; those that share
// the last's place come with it.
const ends = 10

// end returns the lowest or highest of the ranking, the others joined.
func (b *builder) end(id string, title survey.Text, lowest bool) *crosstab.Table {
	from := b.ranking
	last := len(from.Rows) - 1
	var shown []int
	for i := range last {
		if from.Cells[i][0].Suppressed == crosstab.Shown && from.Cells[i][2].Suppressed == crosstab.Shown {
			shown = append(shown, i)
		}
	}
	if lowest {
		slices.Reverse(shown)
	}
	cut := min(ends, len(shown))
	for cut < len(shown) && cut > 0 && compareShares(from.Cells[shown[cut]][0], from.Cells[shown[cut-1]][0]) == 0 {
		cut++
	}
	t := b.byPlace(id, title)
	own, all := 0, 0
	for _, i := range shown[:cut] {
		t.Rows, t.Cells = append(t.Rows, from.Rows[i]), append(t.Cells, slices.Clone(from.Cells[i]))
		own, all = own+from.Cells[i][0].N, all+from.Cells[i][2].N
	}
	country := from.Cells[last]
	if rest := last - cut; rest > 0 {
		t.Rows = append(t.Rows, crosstab.Row{ID: crosstab.JoinedID, Kind: crosstab.Category, Joined: true, Label: text("Øvrige kommuner", "Other municipalities")})
		cells := []crosstab.Cell{{Suppressed: crosstab.Secondary}, {Suppressed: crosstab.Secondary}, {Suppressed: crosstab.Secondary}}
		if country[0].Suppressed == crosstab.Shown && country[2].Suppressed == crosstab.Shown {
			n, base := country[0].N-own, country[2].N-all
			cells = []crosstab.Cell{count(n, base), count(base-n, base), count(base, base)}
		}
		t.Cells = append(t.Cells, cells)
	}
	t.Rows, t.Cells = append(t.Rows, from.Rows[last]), append(t.Cells, slices.Clone(country))
	t.Columns, t.Base = slices.Clone(from.Columns), from.Base
	for _, n := range from.Notes {
		if n.Kind != crosstab.NoteHidden {
			t.Notes = append(t.Notes, n)
		}
	}
	if cut > 0 && cut < len(shown) && wholePercent(from.Cells[shown[cut]][0]) == wholePercent(from.Cells[shown[cut-1]][0]) {
		note(t, text("Andre kommuner har samme hele procent som den sidste, der er vist; rækkefølgen følger de uafrundede andele.",
			"Other municipalities have the same whole percentage as the last one shown; the order is that of the unrounded shares."))
	}
	if cut > ends {
		note(t, text("Kommuner med samme andel som nummer ti er med.", "Municipalities with the same share as the tenth are included."))
	}
	return t
}

// wholePercent returns a share in whole per cent, halves up.
func wholePercent(c crosstab.Cell) int { return (200*c.N + c.Base) / (2 * c.Base) }

// slug returns a name as an id: folded, or the name's own number of bytes where
// nothing is left.
func slug(name string) string {
	if s := folded(name); s != "" {
		return s
	}
	return fmt.Sprintf("place_%x", name)
}
