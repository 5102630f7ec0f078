package survey

import "fmt"

// Repeats says which answer counts where a respondent answered twice.
type Repeats uint8

// The ways with a respondent who answered twice.
const (
	RefuseRepeats Repeats = iota // it is a problem
	LastComplete                 // the last of those that came furthest
	FirstRepeat                  // the first
	KeepRepeats                  // all of them, where that can be meant
)

// Again words that a respondent, who as a message shows it, stands at two
// addresses, and the way out.
func Again(who, first string) string {
	return "got " + who + " again, first in " + first + "; say in study.yaml which answer counts, with repeats: last_complete or first"
}

// CompletionVariable names the variable that tells how far a respondent came,
// where a platform has one; its options run from not at all to completed, and
// on to rejected.
const CompletionVariable = "status"

// Unrepeated returns d with one row for each respondent, whom the variable
// called id identifies, and names in its notes what was left out. Which row
// counts as complete is said by the platform's status; where there is none, a
// row that has any answer is. Rows without an identity are kept.
//
// The error is [Problems]: no such variable or, with RefuseRepeats, the rows
// of respondents who stand above.
func (d *Dataset) Unrepeated(id string, rule Repeats) (*Dataset, error) {
	c := d.Column(id)
	if c == nil {
		return nil, Problems{{File: d.origin.File, Sheet: d.origin.Sheet, Message: d.NoVariable(id, d.unit)}}
	}
	first, counts := map[string]int{}, map[string]int{}
	var problems Problems
	for i := range d.rows {
		who := Same(c.Answer(i))
		if who == "" {
			continue
		}
		at, twice := first[who]
		switch {
		case !twice:
			first[who], counts[who] = i, i
		case rule == RefuseRepeats:
			p := d.Cell(i, id)
			p.Message = Again(shownIdentity(c, i), addressFrom(p, d.Cell(at, id)))
			problems = append(problems, p)
		case rule == LastComplete && d.completeness(i, id) >= d.completeness(counts[who], id):
			counts[who] = i
		}
	}
	if problems != nil {
		return nil, problems.Err()
	}
	var kept, apart []int
	var left []Problem
	for i := range d.rows {
		if who := Same(c.Answer(i)); who == "" || counts[who] == i {
			kept = append(kept, i)
		} else {
			apart, left = append(apart, i), append(left, d.Cell(i, id))
		}
	}
	if len(left) == 0 {
		return d, nil
	}
	which := "the last that is complete"
	if rule == FirstRepeat {
		which = "the first"
	}
	note := Problem{File: d.origin.File, Sheet: d.origin.Sheet, Variable: id, Message: fmt.Sprintf(
		"respondents who answered twice count by %s; rows left out: %d (%s)", which, len(left), Addresses(left, 10))}
	n := d.Picked(kept).Noted(note)
	n.apart = d.Picked(apart)
	return n, nil
}

// shownIdentity words who stands in row.
func shownIdentity(c *Column, row int) string {
	if c.Sensitive() {
		return "a respondent (withheld)"
	}
	return Quote(Same(c.Answer(row)))
}

// addressFrom returns the address of a cell without what it shares with from's.
func addressFrom(from, cell Problem) string {
	cell.Variable = ""
	switch {
	case cell.File != from.File:
	case cell.Sheet == from.Sheet && cell.Column > 0:
		return CellName(cell.Row, cell.Column)
	case cell.Sheet == from.Sheet:
		return fmt.Sprintf("row %d", cell.Row)
	default:
		cell.File = ""
	}
	return cell.String()
}

// completeness ranks how far the respondent in row came.
func (d *Dataset) completeness(row int, id string) int {
	if c := d.Column(CompletionVariable); c != nil && c.Kind == KindSingle && c.Missing(row) == Present {
		switch c.Answer(row) {
		case "completed":
			return 2
		case "partial":
			return 1
		}
		return 0
	}
	for _, c := range d.columns {
		if c.Name != id && c.Role != RoleID && !c.Blank(row) {
			return 1
		}
	}
	for _, r := range d.rosters {
		for _, b := range r.blocks {
			if !b.Blank(row) {
				return 1
			}
		}
	}
	return 0
}

// identityRoster is the roster that [Instrument.Repeatable] puts identities in.
const identityRoster = "\x00identity"

// Repeatable returns in with the questions that identify the respondent set
// apart, so that an answer sheet in which respondents stand twice can be read.
// [Dataset.WithIdentities] puts them back into what was read.
func (in *Instrument) Repeatable() *Instrument {
	out := *in
	out.Questions = nil
	found := false
	for _, q := range in.Questions {
		if q.Role == RoleID && q.Roster == "" {
			q.Roster, found = identityRoster, true
		}
		out.Questions = append(out.Questions, q)
	}
	if found {
		out.Rosters = append(in.Rosters[:len(in.Rosters):len(in.Rosters)], Roster{Name: identityRoster, Count: 1})
	}
	return &out
}

// WithIdentities returns d, read with a [Instrument.Repeatable] instrument, with
// the identities as its first variables.
func (d *Dataset) WithIdentities() (*Dataset, error) {
	blocks := d.Blocks(identityRoster)
	if len(blocks) == 0 {
		return d, nil
	}
	columns := blocks[0].columns
	for i, c := range columns {
		if c.Kind == KindText {
			columns[i] = c.present()
		}
	}
	n, err := NewDataset(d.unit, d.rows, d.origin, append(columns[:len(columns):len(columns)], d.columns...)...)
	if err != nil {
		return nil, err
	}
	for _, r := range d.rosters {
		if r.name != identityRoster {
			n.rosters = append(n.rosters, r)
		}
	}
	n.notes, n.cases = d.notes, d.cases
	return n, nil
}

// present returns the text c with the absences of values that are there taken
// away: who a respondent is stands in a row that was not returned, too.
func (c *Column) present() *Column {
	n := *c
	n.missing = make([]Missing, len(c.texts))
	for i := range c.texts {
		if n.missing[i] = c.Missing(i); c.texts[i] != "" {
			n.missing[i] = Present
		}
	}
	return &n
}
