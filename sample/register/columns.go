package register

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// Columns name the columns of a file of spells by their headings. What is
// empty is found by the Danish and English names below.
type Columns struct {
	Person, Start, End                     string // every file has these; a file without End has open spells only
	Municipality, Kind, Sex, Birth, Origin string // where the file has them
}

// column is one that a file may have.
type column int

// The columns.
const (
	personColumn column = iota
	startColumn
	endColumn
	municipalityColumn
	kindColumn
	sexColumn
	birthColumn
	originColumn
	columnCount
)

// columnNames are the keys of study.yaml, in the order of column.
var columnNames = [columnCount]string{"person", "start", "end", "municipality", "kind", "sex", "birth", "origin"}

// headings are what columns are called, folded, the likeliest first.
var headings = [columnCount]string{
	"person personid cpr cprnr cprnummer personnummer pnr borger borgerid borgernr personnr personnumber respondent lbnr loebenr id",
	"start startdato startdate begin begyndt begyndelse fra fradato from forloebstart foerstesygedag foerstefravaersdag firstday",
	"end slut slutdato enddate stop til tildato to ophoer ophoersdato sidstesygedag sidstefravaersdag lastday",
	"municipality kommune kommunenavn kommunekode kommunenr komnr kom bopaelskommune",
	"kind sagsart sagsartkode art type sagstype kode",
	"sex koen gender",
	"birth birthdate birthyear foedselsdato foedselsaar foedt yearofbirth dateofbirth",
	"origin herkomst etnicitet oprindelse ethnicity ietype",
}

// folded returns a heading as it is compared: small letters and digits of
// ASCII alone.
func folded(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == 'æ':
			b.WriteString("ae")
		case r == 'ø':
			b.WriteString("oe")
		case r == 'å':
			b.WriteString("aa")
		}
	}
	return b.String()
}

// named returns the columns' own names in the order of column.
func (c Columns) named() [columnCount]string {
	return [columnCount]string{c.Person, c.Start, c.End, c.Municipality, c.Kind, c.Sex, c.Birth, c.Origin}
}

// found is where a file's columns stand, counted from 0; -1 for none.
type found struct {
	at   [columnCount]int
	last int // the last of them
	all  int // columns in the heading row
}

// has reports whether the file has a column.
func (f *found) has(c column) bool { return f.at[c] >= 0 }

// forget takes columns as not there.
func (f *found) forget(columns ...column) {
	f.last = -1
	for c := range f.at {
		if slices.Contains(columns, column(c)) {
			f.at[c] = -1
		}
		f.last = max(f.last, f.at[c])
	}
}

// find returns where the columns stand in a row of headings. The problems name
// what a file must have and has not, and names that are not there.
func (c Columns) find(file string, row []string) (found, survey.Problems) {
	f := found{last: -1, all: len(row)}
	var problems survey.Problems
	keys := make([]string, len(row))
	for i, heading := range row {
		keys[i] = folded(heading)
	}
	for i, own := range c.named() {
		f.at[i] = -1
		if own != "" {
			f.at[i] = slices.IndexFunc(row, func(h string) bool { return strings.TrimSpace(h) == strings.TrimSpace(own) })
			if f.at[i] < 0 {
				problems = append(problems, survey.Problem{File: file, Variable: columnNames[i],
					Message: fmt.Sprintf("no column %s%s", survey.Quote(own), survey.Instead(own, row))})
			}
		} else {
			for _, name := range strings.Fields(headings[i]) {
				if f.at[i] = slices.Index(keys, name); f.at[i] >= 0 {
					break
				}
			}
		}
		f.last = max(f.last, f.at[i])
	}
	for _, needed := range []column{personColumn, startColumn} {
		if f.at[needed] < 0 && c.named()[needed] == "" {
			problems = append(problems, survey.Problem{File: file, Variable: columnNames[needed],
				Message: fmt.Sprintf("no column called %s; the columns are %s: name it in study.yaml, under register.columns, or with --columns",
					strings.ReplaceAll(firstNames(headings[needed]), " ", ", "), survey.QuoteAll(row))})
		}
	}
	return f, problems
}

// firstNames returns the first names of a list, as messages show it.
func firstNames(list string) string {
	names := strings.Fields(list)
	return strings.Join(names[:min(3, len(names))], " ")
}

// personalNames are headings of columns of personal numbers.
const personalNames = "cpr cprnr cprnummer personnummer pnr"

// personal reports whether the ids are personal numbers: the column is called
// so, or most of the first ids look so.
func personal(heading string, ids []string) bool {
	if slices.Contains(strings.Fields(personalNames), folded(heading)) {
		return true
	}
	like := 0
	for _, id := range ids {
		if len(id) >= 10 && len(id) <= 11 && len(survey.FindCPR(id)) == 1 {
			like++
		}
	}
	return like > 0 && 2*like >= len(ids)
}
