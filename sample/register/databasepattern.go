package register

import (
	"context"
	"math"
	"strconv"
)

// patterns tests persons' starts at the database. The critical values are
// simulated here, for every number of starts that somebody may have.
func (c *counting) patterns(ctx context.Context) error {
	unknown := [4]float64{math.NaN(), math.NaN(), math.NaN(), math.NaN()}
	t := &tested{country: &share{ownHeld: true, allHeld: true}, null: unknown, weekday: unknown, interval: unknown}
	c.atDatabase = t
	for day := range c.sums.weekdays {
		if c.held.hides("weekdays", strconv.Itoa(day)) {
			// Chance is as the weekdays of all starts are, and those did not come out.
			for _, table := range []string{"pattern", "pattern-size"} {
				c.held.shut(table)
			}
			return nil
		}
	}
	if total(c.sums.weekdays[:]) == 0 {
		*t = tested{country: &share{}}
		return nil
	}
	var persons [mostStarts + 1]int
	for n := leastStarts; n <= min(c.most, mostStarts); n++ {
		persons[n] = 1
	}
	first, last := yearStart[c.Year-baseYear], yearStart[c.Year+1-baseYear]
	ks := criticals(persons[:], first, int(last-first), c.sums.weekdays)
	t.country = &share{}
	args := append(c.args[:len(c.args):len(c.args)], newPatternArguments(ks).list()...)
	var places heldPlaces
	err := c.each(ctx, c.query.patterns(len(c.args)), args, func(row told) {
		switch row.table {
		case "pattern-municipality":
			places.take(row)
		case "share":
			t.share(row)
		default:
			c.pattern(t, row)
		}
	})
	t.tell(&places)
	return err
}

// pattern keeps a group of a table of patterns, or its base.
func (c *counting) pattern(t *tested, row told) {
	if row.group == "" {
		c.held.base(row.table, row.a, row.b)
		return
	}
	n, _ := strconv.Atoi(row.group)
	if row.table == "pattern" {
		t.verdicts[n], row.group = int(known(row.a)), verdictIDs[n]
	} else {
		t.strength[n], row.group = int(known(row.a)), strengthIDs[n]
	}
	if row.a == nil {
		c.held.hold(row.table, row.group)
	}
}

// The ids of the rows of the tables of patterns, by verdict and by strength.
var (
	verdictIDs  = [4]string{noPattern: "none", weekdayPattern: "weekday", intervalPattern: "interval", bothPatterns: "both"}
	strengthIDs = [4]string{"under_half", "half", "three_quarters", "all_of_them"}
)

// share keeps shares of verdicts, which come in 1/10,000.
func (t *tested) share(row told) {
	into := map[string]*[4]float64{"chance": &t.null, "planted_weekday": &t.weekday, "planted_interval": &t.interval}[row.group]
	for i, n := range []*int64{row.a, row.b, row.d, row.e} {
		into[i] = float64(known(n)) / 10000
	}
}

// tell keeps the persons with a pattern by municipality; their line of all is of
// those without one too.
func (t *tested) tell(p *heldPlaces) {
	t.told = p.sorted()
	all := p.all
	if u := p.unknown; u.all > 0 || u.allHeld {
		t.told = append([]share{u}, t.told...)
		all.own, all.all = all.own+u.own, all.all+u.all
		all.ownHeld, all.allHeld = all.ownHeld || u.ownHeld, all.allHeld || u.allHeld
	}
	t.country = &all
}
