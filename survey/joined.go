package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Link says how cases that stand by themselves find their respondents.
type Link struct {
	Roster string // what a case is called; its variables are named for it
	Parent string // the cases' variable that names the respondent
	Index  string // the respondents' variable that it names
	Key    string // the cases' variable that tells a respondent's cases apart; empty where they are numbered
}

// Joined returns the cases as [Dataset.Reshape] would have them, had they stood
// side by side in d: each carries its respondent's variables and is identified
// by the respondent's identity, a hyphen and its key or number. They stand in
// the order of the respondents and, within one, of cases.
//
// A row with nothing but a respondent and a key is no case, and is counted in
// the notes. Where both have a variable of one name, the respondent's is named
// for d's unit as well, but for the one that links them.
//
// Cases of an answer that [Dataset.Unrepeated] left out are left out with it.
//
// The error is [Problems]: a variable that is not there, a respondent who
// stands twice, a case whose respondent is not in d.
func (d *Dataset) Joined(cases *Dataset, l Link) (*Dataset, error) {
	j := &joiner{Link: l, respondents: d, cases: cases}
	if err := j.match(); err != nil {
		return nil, err
	}
	return j.joined()
}

// Same returns s as identities are compared: in one spelling of its letters,
// of which file systems know several, and however it is spaced.
func Same(s string) string { return norm.NFC.String(strings.Join(strings.Fields(s), " ")) }

type joiner struct {
	Link
	respondents, cases *Dataset

	own   []string // the cases' variables but for the parent
	rows  []int    // cases that are kept, by respondent
	homes []int    // the respondent's row of each
	empty int
	apart int // cases of answers that do not count
}

// match finds each case's respondent.
func (j *joiner) match() error {
	var problems Problems
	index, parent := j.respondents.Column(j.Index), j.cases.Column(j.Parent)
	at := Problem{File: j.cases.origin.File, Sheet: j.cases.origin.Sheet, Variable: j.Roster}
	if len(j.cases.origin.Places) > 0 {
		at.File, at.Sheet = j.cases.origin.Places[0].File, j.cases.origin.Places[0].Sheet
	}
	missing := func(d *Dataset, name string) {
		p := at
		p.Message = d.NoVariable(name, d.unit)
		problems = append(problems, p)
	}
	if index == nil {
		missing(j.respondents, j.Index)
	}
	if parent == nil {
		missing(j.cases, j.Parent)
	}
	if j.Key != "" && j.cases.Column(j.Key) == nil {
		missing(j.cases, j.Key)
	}
	if problems != nil {
		return problems.Err()
	}
	known, names := map[string]int{}, []string{}
	for i := range j.respondents.rows {
		id := Same(index.Answer(i))
		if first, twice := known[id]; twice && id != "" {
			p := j.respondents.Cell(i, j.Index)
			p.Message = fmt.Sprintf("cases are linked by it, and it names another respondent as well, in row %d", j.respondents.Cell(first, j.Index).Row)
			problems = append(problems, p)
			continue
		}
		known[id] = i
		names = append(names, id)
	}
	for _, c := range j.cases.columns {
		if c != parent {
			j.own = append(j.own, c.Name)
		}
	}
	of := make([][]int, j.respondents.rows)
	for i := range j.cases.rows {
		id := Same(parent.Answer(i))
		respondent, found := known[id]
		switch {
		case j.blank(i):
			j.empty++
		case !found && j.isApart(id):
			j.apart++
		case id == "" || !found:
			problems = append(problems, j.nobody(i, parent, names))
		default:
			of[respondent] = append(of[respondent], i)
		}
	}
	for respondent, rows := range of {
		for _, row := range rows {
			j.rows, j.homes = append(j.rows, row), append(j.homes, respondent)
		}
	}
	return problems.Err()
}

// isApart reports whether id is of an answer that does not count, since its
// respondent gave another.
func (j *joiner) isApart(id string) bool {
	if j.respondents.apart == nil || id == "" {
		return false
	}
	index := j.respondents.apart.Column(j.Index)
	for i := range j.respondents.apart.rows {
		if Same(index.Answer(i)) == id {
			return true
		}
	}
	return false
}

// blank reports whether a row of the cases tells nothing.
func (j *joiner) blank(row int) bool {
	return !slices.ContainsFunc(j.own, func(name string) bool { return name != j.Key && !j.cases.Column(name).Blank(row) })
}

// nobody says that a case has no respondent.
func (j *joiner) nobody(row int, parent *Column, names []string) Problem {
	p := j.cases.Cell(row, j.Parent)
	id := Same(parent.Answer(row))
	switch {
	case id == "":
		p.Message = "got nothing, want the respondent that the case belongs to"
	case parent.Sensitive() || j.respondents.Column(j.Index).Sensitive():
		p.Message = "got a respondent (withheld) who is not in " + j.respondents.unit
	default:
		p.Message = "got " + Quote(id) + ", want a respondent of " + j.respondents.unit
		if strings.ContainsFunc(id, unicode.IsLetter) { // every number is near another
			p.Message += DidYouMean(id, names)
		}
	}
	return p
}

func (j *joiner) joined() (*Dataset, error) {
	identity, parent := j.respondents.Column(j.Index), j.cases.Column(j.Parent)
	if at := slices.IndexFunc(j.respondents.columns, func(c *Column) bool { return c.Role == RoleID }); at >= 0 {
		identity = j.respondents.columns[at]
	}
	ids, numbers := j.identities(identity)
	taken := map[string]bool{}
	for _, name := range j.own {
		taken[name] = true
	}
	columns := []*Column{
		NewText(Variable{Name: j.Roster + "_id", Label: Words(j.Roster), Role: RoleID}, ids, nil),
		NewNumber(Variable{Name: j.Roster + "_number", Label: Words(j.Roster), Kind: KindInteger}, numbers, nil),
	}
	for _, c := range j.respondents.columns {
		carried := c.pick(j.homes)
		carried.home = &home{j.respondents.origin, j.homes}
		if c.home != nil {
			carried.home = &home{c.home.origin, pick(c.home.rows, j.homes)}
		}
		if c.Name == j.Index && j.Index == j.Parent {
			// Said in both places; the case's own is the one to look up. Where
			// a file is named for its respondent that is no cell.
			carried.home, carried.blocks = nil, parent.blocks
		}
		if carried.Role == RoleID {
			carried.Role = RoleAnswer
		}
		for taken[carried.Name] {
			carried.Name = j.respondents.unit + "_" + carried.Name
		}
		columns = append(columns, carried)
	}
	for _, name := range j.own {
		c := j.cases.Column(name).pick(j.rows)
		if c.Role == RoleID {
			c.Role = RoleAnswer
		}
		columns = append(columns, c)
	}
	d, err := NewDataset(j.Roster, len(j.rows), j.cases.origin.pick(j.rows), columns...)
	if err != nil {
		return nil, err
	}
	d.cases = &caseRows{roster: j.Roster, respondents: j.homes, own: j.questions(), key: j.Key}
	d = d.Noted(j.cases.notes...)
	if j.apart > 0 {
		d = d.Noted(d.caseNote("cases of answers that do not count, left out with them: %d", j.apart))
	}
	if j.empty > 0 {
		d = d.Noted(d.caseNote("rows with nothing but a respondent are no cases: %d", j.empty))
	}
	return d, nil
}

// questions returns the cases' own variables but for the key.
func (j *joiner) questions() []string {
	return slices.DeleteFunc(slices.Clone(j.own), func(name string) bool { return name == j.Key })
}

// identities returns what identifies each case and its number within its
// respondent. A key that stands twice is told apart by the number.
func (j *joiner) identities(respondent *Column) (ids []string, numbers []float64) {
	ids, numbers = make([]string, len(j.rows)), make([]float64, len(j.rows))
	taken := map[string]bool{}
	for i, row := range j.rows {
		if numbers[i] = 1; i > 0 && j.homes[i] == j.homes[i-1] {
			numbers[i] = numbers[i-1] + 1
		}
		number := strconv.Itoa(int(numbers[i]))
		part := number
		if j.Key != "" {
			if key := Same(j.cases.Column(j.Key).Answer(row)); key != "" {
				part = key
			}
		}
		ids[i] = respondent.Answer(j.homes[i]) + "-" + part
		if taken[ids[i]] {
			ids[i] += "-" + number
		}
		taken[ids[i]] = true
	}
	return ids, numbers
}
