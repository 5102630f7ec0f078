package platform

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// draft is a mapping in the making: what the platform says of its columns, and
// after that what is in the columns nobody has decided about.
type draft struct {
	*Layout
	h      *headings
	rows   [][]string // the rows of headings as written, by column from 0
	labels []string   // what was asked, by column from 0; "" for the heading
	short  []string   // what the variable is called, by column from 0; "" for the heading
	m      *Mapping
	done   map[int]bool // columns from 1 that were decided about
	names  map[string]bool
	order  map[string]int // of a variable's name: its first column
	texts  bool           // digits written as text may be numbers
	single bool           // texts that repeat may be answers to choose from
}

// decide makes the mapping, once.
func (l *Layout) decide() {
	if l.mapping != nil {
		return
	}
	t := l.table
	if t == nil {
		t = &table{}
	}
	known := l.known()
	d := &draft{
		Layout: l, done: map[int]bool{}, names: map[string]bool{}, order: map[string]int{},
		m:     &Mapping{Platform: l.Platform, Sheet: l.Sheet, Heading: l.Heading, Headings: l.Headings},
		texts: l.Platform != plain || t.delimited, single: l.Platform != plain,
	}
	for k := range l.Headings {
		d.rows = append(d.rows, l.page.row(k))
	}
	sideBySide(len(t.columns), func(i int) {
		if s := t.columns[i]; s != nil {
			weigh(s, d.texts)
		}
	})
	d.h = newHeadings(d.rows, l.alone(), t)
	d.labels, d.short = make([]string, len(d.h.names)), make([]string, len(d.h.names))
	l.guesses = nil
	l.guess("%s", l.said())
	if t.delimited {
		encoding, separator := l.page.workbook.Separation()
		d.m.Encoding = encoding
		if separator != 0 {
			d.m.Separator = string(separator)
		}
		l.guess("%s", written(encoding, separator))
	}
	d.saySheets()
	d.sayHeadings()
	if known.describe != nil {
		known.describe(d)
	}
	d.rest()
	d.pair()
	d.refuseFiles()
	slices.SortStableFunc(d.m.Variables, func(a, b MappedVariable) int {
		return cmp.Or(cmp.Compare(d.order[a.Name], d.order[b.Name]), boolToInt(a.Remainder)-boolToInt(b.Remainder))
	})
	l.mapping, l.aliases = d.m, d.h.columns
	for full, name := range d.h.alias {
		if column := d.h.columns[key(name)]; column > 0 && l.aliases[full] == 0 {
			l.aliases[full] = column
		}
	}
}

// sayHeadings says what is unusual about the headings.
func (d *draft) sayHeadings() {
	if a := d.Account(); a.Above > 0 && len(d.page.rows) > 0 && d.page.at > 0 {
		d.guess("rows above the headings in row %d are notes and are left out: %d", d.Heading, d.page.at)
	}
	if d.labelled() {
		d.guess("%d rows of headings: names, and below them what was asked", d.Headings)
	} else if d.Headings > 1 && d.Platform == plain {
		d.guess("%d rows of headings; words in the upper ones stand for the columns to their right as well", d.Headings)
	}
	for column := 1; column <= len(d.h.names); column++ {
		if first := d.h.doubled[column]; first > 0 {
			d.guess("the heading in %s stands in %s too; it is called %s", survey.CellName(d.Heading, column), survey.CellName(d.Heading, first), survey.Quote(d.h.names[column-1]))
		} else if d.h.names[column-1] != "" && headingOf(d.rows, column-1) == "" {
			d.guess("column %s has values and no heading; it is called %s", survey.ColumnName(column), survey.Quote(d.h.names[column-1]))
		}
	}
}

// column returns the column of the first of the headings that is there and not
// decided about, or 0.
func (d *draft) column(headings ...string) int {
	for _, heading := range headings {
		if c := d.h.columns[key(heading)]; c > 0 && !d.done[c] {
			return c
		}
	}
	return 0
}

// named returns the heading of a column counted from 1.
func (d *draft) named(column int) string { return d.h.names[column-1] }

// label returns what was asked in a column counted from 1.
func (d *draft) label(column int) string { return cmp.Or(d.labels[column-1], d.named(column)) }

// nameOf returns what the variable of a column counted from 1 is called.
func (d *draft) nameOf(column int) string {
	return shortName(cmp.Or(d.short[column-1], d.named(column)), column-1)
}

// add adds a variable. A name that is taken gets a number.
func (d *draft) add(v MappedVariable) *MappedVariable {
	first := v.Name
	for n := 2; d.names[v.Name]; n++ {
		v.Name = first + "_" + strconv.Itoa(n)
	}
	d.names[v.Name] = true
	v.Role = cmp.Or(v.Role, roleAnswer)
	for _, name := range v.Columns {
		column := d.h.columns[key(name)]
		if at, seen := d.order[v.Name]; !seen || column < at {
			d.order[v.Name] = column
		}
		if !v.Remainder {
			d.done[column] = true
		}
	}
	d.m.Variables = append(d.m.Variables, v)
	return &d.m.Variables[len(d.m.Variables)-1]
}

// identity makes the first of the headings that is there what identifies the
// respondent.
func (d *draft) identity(headings ...string) {
	if column := d.column(headings...); column > 0 {
		d.m.ID = d.named(column)
		d.add(MappedVariable{Name: respondentName, Label: d.label(column), Kind: "text", Role: roleID, Columns: []string{d.named(column)}})
	}
}

// times makes columns of the platform's own times variables: name, headings.
func (d *draft) times(name string, headings ...string) int {
	column := d.column(headings...)
	if column > 0 {
		v := d.infer(column)
		v.Name, v.Role = name, roleTime
		if v.Kind == survey.KindDate.String() && hasClock(d.table.store(column)) {
			v.Kind = survey.KindText.String() // a date has no time of day; see moment
		}
		if v.Kind != survey.KindDate.String() {
			v.Options, v.Separator = nil, ""
			v.Kind = survey.KindText.String()
		}
		d.add(v)
	}
	return column
}

// personal marks columns that tell who somebody is.
func (d *draft) personal(headings ...string) {
	for _, heading := range headings {
		if column := d.column(heading); column > 0 {
			d.add(MappedVariable{Name: d.nameOf(column), Label: d.label(column), Kind: survey.KindText.String(), Role: rolePersonal, Columns: []string{d.named(column)}})
		}
	}
}

// ignore leaves out the platform's own columns.
func (d *draft) ignore(headings ...string) {
	for _, heading := range headings {
		if column := d.column(heading); column > 0 {
			d.done[column] = true
			d.m.Ignored = append(d.m.Ignored, d.named(column))
		}
	}
}

// status adds a rule for the first of the headings that is there, decided
// about or not.
func (d *draft) status(rule StatusRule, headings ...string) bool {
	for _, heading := range headings {
		if column := d.h.columns[key(heading)]; column > 0 {
			rule.Column = d.named(column)
			d.m.Status.Rules = append(d.m.Status.Rules, rule)
			return true
		}
	}
	return false
}

// rest decides about the columns that are left by what is in them.
func (d *draft) rest() {
	for column := 1; column <= len(d.h.names); column++ {
		if d.done[column] || d.named(column) == "" {
			continue
		}
		if d.Platform != plain && isPersonal(headingOf(d.rows[:1], column-1)) {
			d.personal(d.named(column))
			d.guess("%s tells who somebody is; it is marked personal", survey.Quote(d.named(column)))
		} else if !d.bare(column) {
			d.add(d.infer(column))
		}
	}
}

// personalHeadings are questions whose answers tell who somebody is, when they
// are asked of people. In a plain table a name may be a municipality's.
var personalHeadings = []string{
	"email", "e-mail", "email address", "e-mailadresse", "mailadresse", "name", "navn", "first name", "last name", "full name", "fornavn", "efternavn",
	"phone", "phone number", "telephone", "telefon", "telefonnummer", "mobil", "mobilnummer", "address", "address line 2", "adresse", "cpr", "cpr-nr", "cpr-nummer", "cpr-nr.", "device_id",
}

func isPersonal(heading string) bool { return slices.Contains(personalHeadings, key(heading)) }

// stem returns the part of a heading before the last sep, and what follows.
func stem(heading, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(heading, sep)
	if i <= 0 || i+len(sep) == len(heading) {
		return heading, "", false
	}
	return strings.TrimSpace(heading[:i]), strings.TrimSpace(heading[i+len(sep):]), true
}
