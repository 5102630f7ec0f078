package register

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"stikprove/survey"
)

// defaultKindID is the id of the study's spells as a column where the study says
// none.
const defaultKindID = "own"

// spells returns what the study's spells are called: its own words, or those of
// their kinds.
func (c *Counts) spells() survey.Text {
	switch list := strings.Join(c.Kinds, ", "); {
	case len(c.KindLabel) > 0:
		return text(c.KindLabel.In("da"), c.KindLabel.In("en"))
	case c.found.has(kindColumn):
		return text("forløb af sagsart "+list, "spells of kind "+list)
	}
	return text("forløb", "spells")
}

// around returns the name of the study's spells in other words, where {} stands
// for it.
func (c *Counts) around(danish, english string) survey.Text {
	name := c.spells()
	return text(capital(strings.ReplaceAll(danish, "{}", name["da"])), capital(strings.ReplaceAll(english, "{}", name["en"])))
}

// persons, and between, are what tables count: persons with the study's spells,
// and the gaps between those.
func (c *Counts) persons() survey.Text {
	name := c.spells()
	return text("personer med "+name["da"], "persons with "+name["en"])
}

func (c *Counts) between() survey.Text {
	name := c.spells()
	return text("mellemrum mellem "+name["da"], "gaps between "+name["en"])
}

// kindID returns the id of the column of the study's spells.
func (c *Counts) kindID() string { return cmp.Or(c.KindID, defaultKindID) }

// ofKinds returns which spells the tables are of.
func (c *Counts) ofKinds() survey.Text {
	list := strings.Join(c.Kinds, ", ")
	switch {
	case !c.found.has(kindColumn):
		return text("Filen har ingen sagsart; alle dens forløb regnes med.", "The file has no kind of spell; all its spells count.")
	case len(c.KindLabel) > 0:
		return c.around("{} er dem med sagsart "+list+".", "{} are those of kind "+list+".")
	}
	return c.around("Regnet med er {}.", "Counted are {}.")
}

// capital returns a sentence with a capital first.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
