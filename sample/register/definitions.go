package register

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Definitions are the choices that turn rows into spells, and spells into the
// numbers of a year. The zero value is the choice of the study of agreements that
// the worked example is. They are printed under each table.
type Definitions struct {
	// Year is the calendar year the tables are of; 0 for the one in which most
	// of the study's spells begin, the latest of several.
	Year int
	// Kinds are the kinds of spell the study is of, as the file writes them;
	// "14" where empty. In a file without a column of kinds every spell is of them.
	Kinds []string
	// KindLabel is what spells of those kinds are called in tables, in the plural,
	// and KindID the id of their column; words of the kinds, and "own", where empty.
	KindLabel survey.Text
	KindID    string
	// Join says which rows of a person and a kind are one spell.
	Join Join
	// YearBy says which spells are the year's.
	YearBy YearBy
	// Open says what a spell without an end is.
	Open Open
	// Until, where it is not 0, is the day at which spells without an end are
	// taken to end.
	Until Day
}

// Join says which rows are one spell.
type Join string

// The ways to join. The study's table of days between spells begins at two
// days, so that a spell from the day after another's end is the same.
const (
	JoinAdjoining   Join = "adjoining"   // rows that overlap, or follow the next day; the default
	JoinOverlapping Join = "overlapping" // rows that overlap
	JoinNone        Join = "none"        // every row is a spell, but a row given twice is one
)

// YearBy says when a spell belongs to a year.
type YearBy string

// The ways to belong.
const (
	ByStart  YearBy = "start"   // it begins in the year; the default
	ByAnyDay YearBy = "any_day" // one of its days is in the year
)

// Open says what becomes of a spell without an end.
type Open string

// The ways.
const (
	OpenOwnRow   Open = "own_row"   // it counts, and has a row of its own among the lengths; the default
	OpenLeaveOut Open = "leave_out" // it does not count
)

// joins, yearBys and opens list the ways for messages.
var (
	joins   = []string{string(JoinAdjoining), string(JoinOverlapping), string(JoinNone)}
	yearBys = []string{string(ByStart), string(ByAnyDay)}
	opens   = []string{string(OpenOwnRow), string(OpenLeaveOut)}
)

// Check returns the setting that no definition can have, and what is wrong.
func (d Definitions) Check() (setting string, err error) {
	for _, s := range []struct {
		name, got string
		want      []string
	}{{"join", string(d.Join), joins}, {"year_by", string(d.YearBy), yearBys}, {"open", string(d.Open), opens}} {
		if s.got != "" && !slices.Contains(s.want, s.got) {
			return s.name, fmt.Errorf("got %s, want one of %s%s", survey.Quote(s.got), survey.QuoteAll(s.want), survey.DidYouMean(s.got, s.want))
		}
	}
	if d.KindID == otherColumn || d.KindID == crosstab.AllID || strings.ContainsFunc(d.KindID, unicode.IsSpace) {
		return "kind_id", fmt.Errorf("got %s, want a word that is not the id of another column, such as par56", survey.Quote(d.KindID))
	}
	if d.Year != 0 && (d.Year < firstYear || d.Year > lastYear) {
		return "year", fmt.Errorf("got %d, want a year from %d to %d", d.Year, firstYear, lastYear)
	}
	return "", nil
}

// filled returns d with the study's choices where nothing is said.
func (d Definitions) filled() Definitions {
	if len(d.Kinds) == 0 {
		d.Kinds = []string{"14"}
	}
	if d.Join == "" {
		d.Join = JoinAdjoining
	}
	if d.YearBy == "" {
		d.YearBy = ByStart
	}
	if d.Open == "" {
		d.Open = OpenOwnRow
	}
	return d
}

// words returns what a table of spells must say of the definitions, behind which
// kinds it is of.
func (d Definitions) words(kinds survey.Text) survey.Text {
	da, en := []string{kinds["da"]}, []string{kinds["en"]}
	say := func(danish, english string) { da, en = append(da, danish), append(en, english) }
	switch d.Join {
	case JoinAdjoining:
		say("Perioder for samme person og sagsart, der overlapper eller følger dagen efter hinanden, er ét forløb.",
			"Periods of one person and kind that overlap, or follow on the next day, are one spell.")
	case JoinOverlapping:
		say("Perioder for samme person og sagsart, der overlapper, er ét forløb.", "Periods of one person and kind that overlap are one spell.")
	case JoinNone:
		say("Hver periode er et forløb; en periode, der står to gange, er ét.", "Every period is a spell; one that is given twice counts once.")
	}
	if d.YearBy == ByAnyDay {
		say(fmt.Sprintf("Forløb med mindst én dag i %d.", d.Year), fmt.Sprintf("Spells with at least one day in %d.", d.Year))
	} else {
		say(fmt.Sprintf("Forløb efter startdato i %d, også når de slutter året efter.", d.Year),
			fmt.Sprintf("Spells by their start in %d, also where they end the year after.", d.Year))
	}
	switch {
	case d.Until != 0:
		say("Forløb uden slutdato regnes som afsluttet "+d.Until.String()+".", "Spells without an end are taken to end on "+d.Until.String()+".")
	case d.Open == OpenLeaveOut:
		say("Forløb uden slutdato er udeladt.", "Spells without an end are left out.")
	default:
		say("Forløb uden slutdato tæller med.", "Spells without an end count.")
	}
	return survey.Text{"da": strings.Join(da, " "), "en": strings.Join(en, " ")}
}
