package register

import (
	"cmp"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// verdict is what the test says of a person.
type verdict uint8

// The verdicts.
const (
	noPattern verdict = iota
	weekdayPattern
	intervalPattern
	bothPatterns
)

// tested is the persons of a register under the test.
type tested struct {
	verdicts                [4]int
	strength                [4]int // of those with a pattern: starts, or intervals, that keep it
	places                  map[uint16][2]int
	persons                 []PatternPerson
	null, weekday, interval [4]float64 // over the register's numbers of starts
	n, few, many            int
	told                    []share // of a database: persons with a pattern of all, by municipality, and of all
	country                 *share
}

// shares returns the persons with a pattern of all by municipality, by name.
func (t *tested) shares(names []string) []share {
	if t.country != nil {
		return t.told
	}
	var out []share
	for n, of := range t.places {
		out = append(out, share{name: names[n], own: of[0], all: of[1]})
	}
	slices.SortFunc(out, func(a, b share) int { return cmp.Compare(a.name, b.name) })
	return out
}

// PatternPerson is a person whose starts show a pattern, for a list that is
// made only when it is asked for.
type PatternPerson struct {
	Pseudonym         string // a keyed hash, 16 hexadecimal digits
	Starts            int    // days of the year on which a spell begins
	Weekday, Interval bool
}

// test tests every person with enough starts.
func (c *Counts) test() *tested {
	t := &tested{places: map[uint16][2]int{}}
	first, last := yearStart[c.Year-baseYear], yearStart[c.Year+1-baseYear]
	var persons [mostStarts + 1]int
	for i := range c.suspects {
		for _, p := range c.suspects[i].persons {
			persons[p.n]++
		}
		t.few, t.many = t.few+c.suspects[i].few, t.many+c.suspects[i].many
	}
	t.n = total(persons[:])
	if t.n == 0 {
		return t
	}
	ks := criticals(persons[:], first, int(last-first), c.sums.weekdays)
	weekday := (first + 1).weekday()
	for i := range c.suspects {
		starts := c.suspects[i].starts
		for _, p := range c.suspects[i].persons {
			t.add(p, shapeOf(starts[:p.n], weekday), &ks[p.n], c.key)
			starts = starts[p.n:]
		}
	}
	for n, k := range ks {
		for v := range t.null {
			weight := float64(persons[n]) / float64(t.n)
			t.null[v] += k.null[v] * weight
			t.weekday[v] += k.onWeekday[v] * weight
			t.interval[v] += k.atInterval[v] * weight
		}
	}
	slices.SortFunc(t.persons, func(a, b PatternPerson) int { return cmp.Compare(a.Pseudonym, b.Pseudonym) })
	return t
}

// add counts a person.
func (t *tested) add(p suspect, s shape, k *critical, key []byte) {
	v := k.verdict(s)
	t.verdicts[v]++
	at := t.places[p.municipality]
	at[1]++
	if v != noPattern {
		at[0]++
		n := int(p.n)
		kept := 0 // in hundredths of what could keep it
		if v&weekdayPattern != 0 {
			_, starts := k.rarest(s.weekdays)
			kept = 100 * starts / n
		}
		if v&intervalPattern != 0 {
			kept = max(kept, 100*s.interval/(n-1))
		}
		band := 3
		for i, below := range []int{50, 75, 100} {
			if kept < below {
				band = i
				break
			}
		}
		t.strength[band]++
		t.persons = append(t.persons, PatternPerson{pseudonym(key, p.person), n, v&weekdayPattern != 0, v&intervalPattern != 0})
	}
	t.places[p.municipality] = at
}

// PatternPersons returns the persons whose starts show a pattern, by pseudonym,
// of a register that was counted with patterns.
func (c *Counts) PatternPersons() []PatternPerson { return c.test().persons }

// pattern makes a table of the test.
func (b *builder) pattern(id string) *crosstab.Table {
	if b.tested == nil {
		b.tested = b.atDatabase
	}
	if b.tested == nil {
		b.tested = b.test()
	}
	var t *crosstab.Table
	switch id {
	case "pattern-size":
		t = b.patternSize()
	case "pattern-municipality":
		t = b.patternPlaces()
	default:
		t = b.patternKinds()
	}
	note(t, patternWords)
	return t
}

var patternWords = text("Prøvet er personer med forløb, der begynder på 6-120 forskellige dage i året. Et mønster er, at én ugedag har så mange af starterne, eller at ét antal dage mellem to starter kommer så ofte, at tilfældet giver det hos højst hver anden af de 1 ud af 1.000, der må være falsk alarm, for hver af de to. Tilfældet er lige så mange dage trukket efter alle starters fordeling på ugedage.",
	"Tested are persons with spells that begin on 6-120 different days of the year. A pattern is that one weekday has so many of the starts, or one number of days between two starts comes so often, that chance gives it to at most 1 in 2,000 persons, for each of the two. Chance is as many days drawn by all starts' distribution over weekdays.")

// patternKinds makes the table of persons by pattern, beside what chance gives
// and what becomes of planted patterns.
func (b *builder) patternKinds() *crosstab.Table {
	y := b.tested
	rows := []group{
		{id: "weekday", label: text("Fast ugedag", "Fixed weekday"), n: y.verdicts[weekdayPattern]},
		{id: "interval", label: text("Fast mellemrum", "Fixed interval"), n: y.verdicts[intervalPattern]},
		{id: "both", label: text("Begge dele", "Both"), n: y.verdicts[bothPatterns]},
		{id: "none", label: text("Intet mønster", "No pattern"), n: y.verdicts[noPattern]},
	}
	t := b.table("pattern", text("Personer efter mønster i forløbenes startdage", "Persons by pattern in the days their spells start"), text("Mønster", "Pattern"), b.persons(), rows,
		net{"any", text("Mønster", "A pattern"), []string{"weekday", "interval", "both"}})
	order := []verdict{weekdayPattern, intervalPattern, bothPatterns, noPattern}
	for _, r := range []struct {
		id     string
		label  survey.Text
		shares [4]float64
	}{
		{"chance", text("Ved tilfælde", "By chance"), y.null},
		{"planted_weekday", text("Plantet ugedag", "Planted weekday"), y.weekday},
		{"planted_interval", text("Plantet mellemrum", "Planted interval"), y.interval},
	} {
		t.Columns = append(t.Columns, crosstab.Column{ID: r.id, Label: r.label, Kind: crosstab.Reference, Source: text("Lodtrækning", "Simulated")})
		for i := range t.Rows {
			p := 1.0
			switch {
			case i < len(order):
				p = r.shares[order[i]]
			case t.Rows[i].Kind == crosstab.Net:
				p = 1 - r.shares[noPattern]
			}
			t.Cells[i] = append(t.Cells[i], crosstab.Cell{P: p})
		}
	}
	note(t, text("De tre kolonner til højre er lodtrækning med frø 56: hvor tit prøven finder noget, hvor der kun er tilfælde (falsk alarm), og hvor tre af fire starter er lagt på én ugedag eller med ét mellemrum (styrke).",
		"The three columns to the right are simulated with seed 56: how often the test finds something where there is only chance (false alarm), and where three of four starts are put on one weekday or at one interval (power)."))
	return t
}

// patternSize makes the table of how much of a person's starts keep the pattern.
func (b *builder) patternSize() *crosstab.Table {
	s := b.tested.strength
	return b.table("pattern-size", text("Personer med mønster efter hvor stor en del af starterne, der følger det", "Persons with a pattern by the part of starts that keep it"),
		text("Del af starterne", "Part of the starts"), text("personer med mønster", "persons with a pattern"), []group{
			{id: "under_half", label: text("Under halvdelen", "Under half"), n: s[0]},
			{id: "half", label: text("Halvdelen til under tre fjerdedele", "Half to under three quarters"), n: s[1]},
			{id: "three_quarters", label: text("Tre fjerdedele til under alle", "Three quarters to under all"), n: s[2]},
			{id: "all_of_them", label: text("Alle", "All"), n: s[3]},
		})
}

// patternPlaces makes the table of persons with a pattern by municipality.
func (b *builder) patternPlaces() *crosstab.Table {
	y := b.tested
	t := &crosstab.Table{ID: "pattern-municipality", Sample: "register", Percent: crosstab.OfRow,
		Title:       text("Personer med mønster efter kommune", "Persons with a pattern by municipality"),
		RowVariable: text("Kommune", "Municipality"),
		Columns: []crosstab.Column{
			{ID: "pattern", Label: text("Med mønster", "With a pattern"), Kind: crosstab.Group},
			{ID: "none", Label: text("Uden", "Without"), Kind: crosstab.Group},
			{ID: crosstab.AllID, Kind: crosstab.All},
		}}
	country := share{}
	for _, s := range y.shares(b.names) {
		row := s.row()
		if s.name == "" && !s.few {
			row.ID, row.Label = "unknown", text("Uoplyst", "Not known")
		}
		t.Rows, t.Cells = append(t.Rows, row), append(t.Cells, s.cells())
		country.own, country.all = country.own+s.own, country.all+s.all
	}
	if y.country != nil {
		country = *y.country
	}
	t.Rows, t.Cells = append(t.Rows, crosstab.Row{ID: crosstab.TotalID, Kind: crosstab.Total}), append(t.Cells, country.cells())
	for i, n := range []int{country.own, country.all - country.own, country.all} {
		t.Columns[i].N, t.Columns[i].Weighted = n, float64(n)
	}
	t.Base = b.base(country.all, b.persons())
	note(t, text("Efter kommunen ved personens seneste forløb i året.", "By the municipality of the person's latest spell of the year."))
	return t
}
