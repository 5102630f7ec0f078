package main

import "time"

// Counts of cases the agreement's figures rest on, of 195. Those that print as
// a published percentage are the nearest whole number (sections "§ 56-aftaler
// kombineret med anden fastholdelsesindsats" and "Ændringer i arbejdsforhold").
const (
	sickPayYes      = 97 // "about half", so 49.7 %
	sickPayDontKnow = 8  // ours

	withPartialReturn = 70 // 36 %
	anyMeasure        = 94 // "nearly half", so 48 %
	measuresDontKnow  = 8  // ours; the others said no

	anyChange       = 48 // "about a quarter", so 25 %
	changesDontKnow = 8  // ours; the others said no
)

// The 94 cases with a measure: 70 with a partial return, of which some have
// more, and 24 without. Together 10 placements (5 %), 13 mentors (7 %) and 31
// other measures (16 %). How they overlap is ours.
var (
	besidePartialReturn = []quota[string]{{"work_placement", 7}, {"mentor", 6}, {"other", 15}}
	placementAlone      = 3
	mentorAlone         = 5
	otherAlone          = 14
	mentorAndOther      = 2
)

// dealAgreements gives every case the circumstances of its agreement.
func dealAgreements(cases []*caseFile) {
	r := newRandom("agreement")
	// No case with changes at work was made during a sick-pay case, so the
	// changes come first and sick pay among the rest.
	dealChanges(r, cases)
	dealSickPay(r, cases)
	dealMeasures(r, cases)
	dealDates(newRandom("date"), cases)
	dealOtherTexts(newRandom("texts"), cases)
}

func dealSickPay(r *random, cases []*caseFile) {
	for _, c := range cases {
		c.sickPay = "no"
	}
	unchanged := filter(cases, func(c *caseFile) bool { return c.changes[0] == "none" || c.changes[0] == "dont_know" })
	for i, c := range pick(r, unchanged, sickPayYes+sickPayDontKnow, nil) {
		c.sickPay = "yes"
		if i >= sickPayYes {
			c.sickPay = "dont_know"
		}
	}
}

// dealMeasures puts partial returns and placements into sick-pay cases only:
// one has to be on sick leave for either (same section).
func dealMeasures(r *random, cases []*caseFile) {
	sick := shuffle(r, filter(cases, func(c *caseFile) bool { return c.sickPay == "yes" }))
	partial, others := sick[:withPartialReturn], sick[withPartialReturn:]
	for _, c := range partial {
		c.measures = append(c.measures, "partial_return")
	}
	for _, extra := range besidePartialReturn {
		for _, c := range pick(r, partial, extra.n, nil) {
			c.measures = append(c.measures, extra.value)
		}
	}
	for _, c := range others[:placementAlone] {
		c.measures = []string{"work_placement"}
	}
	none := shuffle(r, filter(cases, func(c *caseFile) bool { return c.measures == nil }))
	for _, set := range spread([]quota[[]string]{{[]string{"mentor"}, mentorAlone}, {[]string{"other"}, otherAlone},
		{[]string{"mentor", "other"}, mentorAndOther}, {[]string{"dont_know"}, measuresDontKnow},
		{[]string{"none"}, len(cases) - anyMeasure - measuresDontKnow}}) {
		none[0].measures, none = set, none[1:]
	}
}

// The 48 cases with changes: tasks 39 (20 %), hours 27 (14 %), location 20
// (10 %); 9 of them without tasks. The rarer changes are ours.
var (
	tasksChanged = 39
	withoutTasks = [][]string{{"hours"}, {"hours"}, {"hours"}, {"hours", "customer_contact"}, {"hours", "location"},
		{"location"}, {"location"}, {"location", "other"}, {"hours"}}
	besideTasks = []quota[string]{{"hours", 21}, {"location", 16}, {"responsibility", 6}, {"colleague_contact", 3},
		{"colleague_cooperation", 4}, {"customer_contact", 4}, {"other", 5}}
)

func dealChanges(r *random, cases []*caseFile) {
	order := shuffle(r, append([]*caseFile(nil), cases...))
	tasks, order := order[:tasksChanged], order[tasksChanged:]
	for _, c := range tasks {
		c.changes = []string{"tasks"}
	}
	for _, extra := range besideTasks {
		for _, c := range pick(r, tasks, extra.n, nil) {
			c.changes = append(c.changes, extra.value)
		}
	}
	for _, set := range withoutTasks {
		order[0].changes, order = set, order[1:]
	}
	for i, c := range order {
		c.changes = []string{"none"}
		if i < changesDontKnow {
			c.changes = []string{"dont_know"}
		}
	}
}

// Years in which the agreement was first made: 2015 exactly 60 %, 2014 12 %.
// The other 28 % are not told of; the years 2008 to 2013 are ours.
var (
	made2015    = 117
	made2014    = 23
	madeEarlier = []quota[int]{{2013, 20}, {2012, 14}, {2011, 9}, {2010, 6}, {2009, 4}, {2008, 2}}
	// Of the 73 cases with a partial return or a placement, which are
	// "typically new cases from 2015".
	newWithReturn = 62
)

func dealDates(r *random, cases []*caseFile) {
	stressed := filter(cases, (*caseFile).onStress)
	returning := filter(cases, func(c *caseFile) bool { return c.returning() && !c.onStress() })
	// Lasting conditions are more often renewed: they are older agreements.
	recent := func(c *caseFile) int {
		switch c.theme {
		case fertility, sequelae, cancer:
			return 5
		case joints, diabetes, nerve, lung, migraine:
			return 2
		}
		return 3
	}
	stressedReturning := len(filter(stressed, (*caseFile).returning))
	chosen := append(stressed, pick(r, returning, newWithReturn-stressedReturning, recent)...)
	staying := filter(cases, func(c *caseFile) bool { return !c.returning() && !c.onStress() })
	chosen = append(chosen, pick(r, staying, made2015-len(chosen), recent)...)
	for _, c := range chosen {
		c.firstMade = r.weekday(2015, time.January, time.June) // the draw is among the agreements of these months
	}
	older := filter(cases, func(c *caseFile) bool { return c.firstMade.IsZero() })
	for _, c := range pick(r, older, made2014, recent) {
		c.firstMade = r.weekday(2014, time.January, time.December)
	}
	older = shuffle(r, filter(older, func(c *caseFile) bool { return c.firstMade.IsZero() }))
	for i, year := range spread(madeEarlier) {
		older[i].firstMade = r.weekday(year, time.January, time.December)
	}
}

// returning says whether a partial return or a placement went with the
// agreement.
func (c *caseFile) returning() bool {
	for _, m := range c.measures {
		if m == "partial_return" || m == "work_placement" {
			return true
		}
	}
	return false
}

// weekday returns a day from Monday to Friday in the months from first to last.
func (r *random) weekday(year int, first, last time.Month) day {
	start := time.Date(year, first, 1, 0, 0, 0, 0, time.UTC)
	days := int(time.Date(year, last+1, 1, 0, 0, 0, 0, time.UTC).Sub(start).Hours() / 24)
	for {
		d := start.AddDate(0, 0, r.below(days))
		if d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
			return day{d}
		}
	}
}
