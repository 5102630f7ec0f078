package register

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// TableIDs lists the tables in the order they are printed.
var TableIDs = []string{
	"person-age", "person-sex", "person-origin",
	"municipality", "municipality-lowest", "municipality-highest",
	"spell-length", "spells-per-person", "gaps", "gap-excess",
	"pattern", "pattern-size", "pattern-municipality", "ten-days", "two-years",
}

// NeedsPatterns reports whether one of the tables called ids, or of all where
// there are none, wants the starts of spells to be kept and tested.
func NeedsPatterns(ids []string) bool {
	return len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, "pattern") })
}

// NeedsPersons reports whether one of the tables called ids, or of all where
// there are none, is of persons by sex, birth or origin.
func NeedsPersons(ids []string) bool {
	return len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, "person-") })
}

// Tables returns the tables called ids, or all where there are none, in which
// counts from 1 to minimum-1 are hidden with those that would give them back,
// from their own table or another.
// level is the confidence level of the intervals, in (0, 1).
//
// A table of something the file has no column of is left out, or where it is
// asked for by its id a [survey.Problem].
func (c *Counts) Tables(ids []string, minimum int, level float64) ([]*crosstab.Table, error) {
	var problems survey.Problems
	var tables []*crosstab.Table
	asked := ids
	if len(asked) == 0 {
		asked = TableIDs
	}
	b := &builder{Counts: c, minimum: minimum, level: level}
	for _, id := range asked {
		if !slices.Contains(TableIDs, id) {
			problems = append(problems, survey.Problem{File: c.File, Message: fmt.Sprintf("no table %s of a register%s", survey.Quote(id), survey.Instead(id, TableIDs))})
			continue
		}
		t, lacks := b.build(id)
		if lacks != "" {
			if len(ids) > 0 {
				problems = append(problems, survey.Problem{File: c.File, Variable: "table " + id, Message: "the file has no column of " + lacks})
			}
			continue
		}
		note(t, c.words(c.ofKinds()))
		if c.forever {
			note(t, text("Slutdatoen 31-12-9999 eller 31-12-2999 står for ingen slutdato.", "An end of 31 December 9999 or 2999 stands for none."))
		}
		tables = append(tables, b.protected(t))
	}
	return tables, problems.Err()
}

// builder makes tables of counts.
type builder struct {
	*Counts
	minimum int
	level   float64
	tested  *tested // once a table wants it
	ranking *crosstab.Table
}

// build makes a table, or says which column it lacks.
func (b *builder) build(id string) (t *crosstab.Table, lacks string) {
	needs := func(c column) string {
		if b.found.has(c) {
			return ""
		}
		return columnNames[c]
	}
	switch id {
	case "person-age":
		return b.ages(), needs(birthColumn)
	case "person-sex":
		return b.personsBy(id, text("Personer efter køn", "Persons by sex"), text("Køn", "Sex"), sexes, b.sums.sexes[:], sexLabels), needs(sexColumn)
	case "person-origin":
		return b.personsBy(id, text("Personer efter herkomst", "Persons by origin"), text("Herkomst", "Origin"), origins, b.sums.origins[:], originLabels), needs(originColumn)
	case "municipality", "municipality-lowest", "municipality-highest":
		if lacks := needs(municipalityColumn); lacks != "" {
			return nil, lacks
		}
		if b.begun == nil && !b.found.has(kindColumn) {
			return nil, "kinds, and no table of all spells begun was given"
		}
		return b.municipalities(id), ""
	case "spell-length":
		return b.lengths(), needs(endColumn)
	case "spells-per-person":
		return b.spellsPerPerson(), ""
	case "gaps":
		return b.gaps(), needs(endColumn)
	case "gap-excess":
		return b.gapExcess(), needs(endColumn)
	case "ten-days":
		return b.tenDays(), needs(endColumn)
	case "two-years":
		return b.twoYears(), ""
	case "pattern-municipality":
		if lacks := needs(municipalityColumn); lacks != "" {
			return nil, lacks
		}
	}
	return b.pattern(id), ""
}

// ages makes the table of persons by age.
func (b *builder) ages() *crosstab.Table {
	rows := groups(ageBands, b.sums.ages[:])
	rows = append(rows, group{id: "unknown", label: text("Uoplyst", "Not known"), n: b.sums.ages[noAge], rare: true})
	t := b.table("person-age", text("Personer efter alder", "Persons by age"), text("Alder", "Age"), b.persons(), rows)
	note(t, text("Alderen er ved starten af personens seneste forløb i året; hver person tæller én gang.",
		"Age at the start of the person's latest spell of the year; each person counts once."))
	return t
}

// personsBy makes a table of persons by a code, 0 being not known.
func (b *builder) personsBy(id string, title, variable survey.Text, ids []string, counts []int, labels []survey.Text) *crosstab.Table {
	var rows []group
	for i := 1; i < len(ids); i++ {
		rows = append(rows, group{id: ids[i], label: labels[i-1], n: counts[i]})
	}
	rows = append(rows, group{id: ids[0], label: text("Uoplyst", "Not known"), n: counts[0], rare: true})
	t := b.table(id, title, variable, b.persons(), rows)
	note(t, text("Efter personens seneste forløb i året; hver person tæller én gang.",
		"By the person's latest spell of the year; each person counts once."))
	return t
}

var (
	sexLabels    = []survey.Text{text("Kvinder", "Women"), text("Mænd", "Men")}
	originLabels = []survey.Text{
		text("Dansk", "Danish"),
		text("Efterkommere fra ikke-vestlige lande", "Descendants from non-Western countries"),
		text("Efterkommere fra vestlige lande", "Descendants from Western countries"),
		text("Indvandrere fra ikke-vestlige lande", "Immigrants from non-Western countries"),
		text("Indvandrere fra vestlige lande", "Immigrants from Western countries"),
	}
)

// lengths makes the table of spells by length.
func (b *builder) lengths() *crosstab.Table {
	rows := append(groups(lengthBands, b.sums.lengths[:]), group{id: "open", label: text("Uden slutdato", "Without an end"), n: b.sums.openSpells, rare: true})
	t := b.table("spell-length", text("Påbegyndte forløb efter varighed", "Spells begun by length"), text("Varighed", "Length"), b.spells(), rows,
		net{"up_to_3", text("Højst 3 dage", "At most 3 days"), []string{"1", "2", "3"}},
		net{"up_to_7", text("Højst en uge", "At most a week"), []string{"1", "2", "3", "4", "5", "6", "7"}})
	note(t, text("Varigheden er kalenderdage med første og sidste dag talt med.", "Length is in calendar days, the first and the last counted."))
	return t
}

// spellsPerPerson makes the table of persons by spells in the year.
func (b *builder) spellsPerPerson() *crosstab.Table {
	return b.table("spells-per-person", text("Personer efter antal forløb i året", "Persons by number of spells in the year"), text("Forløb i året", "Spells in the year"), b.persons(),
		groups(spellBands, b.sums.spells[:]), net{"up_to_3", text("Højst 3 forløb", "At most 3 spells"), []string{"1", "2", "3"}})
}

// gaps makes the table of days between spells.
func (b *builder) gaps() *crosstab.Table {
	rows := groups(gapBands, b.sums.gaps[:])
	rows[0].rare, rows[1].rare = true, true // by most definitions there are none
	t := b.table("gaps", text("Dage fra et forløbs slutning til det næstes start", "Days from the end of a spell to the start of the next"), text("Dage imellem", "Days between"), b.between(), rows)
	note(t, gapWords)
	if b.sums.openGaps > 0 {
		note(t, text("Mellemrum efter et forløb uden slutdato er ikke med.", "Gaps after a spell without an end are left out."))
	}
	return t
}

var gapWords = text("Mellemrummet er startdato minus slutdato, for alle forløb i filen uanset år.",
	"The gap is start minus end, of all spells in the file whatever their year.")

// tenDays makes the table of persons by days of absence.
func (b *builder) tenDays() *crosstab.Table {
	t := b.table("ten-days", text("Personer efter fraværsdage i året", "Persons by days of absence in the year"), text("Fraværsdage", "Days of absence"), b.persons(), []group{
		{id: "under_10", label: text("Under 10 dage", "Under 10 days"), n: b.sums.days[0]},
		{id: "10", label: text("10 dage", "10 days"), n: b.sums.days[1]},
		{id: "over_10", label: text("Over 10 dage", "Over 10 days"), n: b.sums.days[2]},
	})
	note(t, text("Kalenderdage i året, også af forløb begyndt før; et forløb uden slutdato regnes til årets udgang. En aftale fornyes kun, når fraværet det seneste år har været mindst 10 dage.",
		"Calendar days in the year, also of spells begun before; a spell without an end counts to the end of the year. An agreement is renewed only where absence in the last year was at least 10 days."))
	return t
}

// twoYears makes the table of persons by the time since their first spell.
func (b *builder) twoYears() *crosstab.Table {
	t := b.table("two-years", text("Personer efter tid fra første til seneste forløb", "Persons by time from their first spell to their latest"), text("Tid fra første til seneste", "Time from first to latest"), b.persons(), []group{
		{id: "under_21_months", label: text("Under 21 måneder", "Under 21 months"), n: b.sums.spans[0]},
		{id: "21_to_24_months", label: text("21-24 måneder", "21-24 months"), n: b.sums.spans[1]},
		{id: "over_24_months", label: text("Over 24 måneder", "Over 24 months"), n: b.sums.spans[2]},
	})
	note(t, text("Registret har ikke aftalerne. Tiden regnes fra personens første forløb i filen; en aftale gælder højst to år, og filen kan begynde senere end aftalen.",
		"The register does not hold the agreements. Time runs from the person's first spell in the file; an agreement lasts at most two years, and the file may begin after it."))
	return t
}
