package register

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"stikprove/survey"
)

// A databaseColumn is a column of the table as the queries read it.
type databaseColumn struct {
	name string // as SQL writes it
	kind columnType
	as   string // as the database calls it
}

// columnType is what is made of a database's types.
type columnType int

const (
	otherType columnType = iota
	textType
	wholeType
	uuidType
	dateType
	timeType // a date and a time of day, without a time zone
)

// typeOf returns what a type is to us.
func typeOf(oid uint32) columnType {
	switch oid {
	case pgtype.TextOID, pgtype.VarcharOID, pgtype.BPCharOID, pgtype.NameOID, pgtype.QCharOID:
		return textType
	case pgtype.Int2OID, pgtype.Int4OID, pgtype.Int8OID:
		return wholeType
	case pgtype.UUIDOID:
		return uuidType
	case pgtype.DateOID:
		return dateType
	case pgtype.TimestampOID:
		return timeType
	}
	return otherType
}

// mayBe are the types that each column may have.
var mayBe = [columnCount][]columnType{
	personColumn:       {textType, wholeType, uuidType},
	startColumn:        {dateType, timeType},
	endColumn:          {dateType, timeType},
	municipalityColumn: {textType, wholeType},
	kindColumn:         {textType, wholeType},
	sexColumn:          {textType, wholeType},
	birthColumn:        {dateType, timeType, wholeType, textType},
	originColumn:       {textType, wholeType},
}

// wanted says so in words.
var wanted = [columnCount]string{
	"text, a whole number or a uuid", "a date", "a date", "text or a whole number", "text or a whole number",
	"text or a whole number", "a date, or a year as a whole number or text", "text or a whole number",
}

// databaseColumns are where the spells stand in a table.
type databaseColumns struct {
	found
	all []databaseColumn
	ids bool // ids are personal numbers
}

// of returns a column that the table has.
func (c *databaseColumns) of(k column) databaseColumn { return c.all[c.at[k]] }

// columns finds the columns of the table and checks their types.
func (s *session) columns(ctx context.Context, d Database) (*databaseColumns, error) {
	c := &databaseColumns{}
	var names []string
	rows, err := s.tx.Query(ctx, "SELECT * FROM "+d.identifier()+" LIMIT 0")
	if err == nil {
		for _, f := range rows.FieldDescriptions() {
			kind := fmt.Sprintf("type %d", f.DataTypeOID)
			if t, ok := s.conn.TypeMap().TypeForOID(f.DataTypeOID); ok {
				kind = t.Name
			}
			c.all = append(c.all, databaseColumn{pgx.Identifier{f.Name}.Sanitize(), typeOf(f.DataTypeOID), kind})
			names = append(names, f.Name)
		}
		rows.Close()
		err = rows.Err()
	}
	if err != nil {
		return nil, s.errors.of(ctx, err)
	}
	var problems survey.Problems
	if c.found, problems = d.Columns.find(s.errors.name+" "+d.Table, names); problems != nil {
		return nil, problems
	}
	for k := range column(columnCount) {
		if c.has(k) && !containsType(mayBe[k], c.of(k).kind) {
			problems = append(problems, survey.Problem{File: s.errors.name + " " + d.Table, Variable: columnNames[k],
				Message: fmt.Sprintf("the column %s is of type %s, want %s; a view can cast it", survey.Quote(names[c.at[k]]), c.of(k).as, wanted[k])})
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return c, c.personal(ctx, s, d, names)
}

func containsType(types []columnType, t columnType) bool {
	for _, k := range types {
		if k == t {
			return true
		}
	}
	return false
}

// personal finds out whether ids are personal numbers, by the column's name or
// by the looks of a thousand of them. What comes out is yes or no.
func (c *databaseColumns) personal(ctx context.Context, s *session, d Database, names []string) error {
	if c.of(personColumn).kind != textType {
		return nil
	}
	if c.ids = personal(names[c.at[personColumn]], nil); c.ids {
		return nil
	}
	id := "CAST(" + c.of(personColumn).name + " AS text)"
	query := "SELECT coalesce(avg(CASE WHEN id LIKE '______-____' OR id BETWEEN '0101000000' AND '3112999999' AND length(id) = 10 THEN 1.0 ELSE 0.0 END) >= 0.5, false)" +
		" FROM (SELECT " + id + " AS id FROM " + d.identifier() + " LIMIT 1000) AS first_ids"
	return s.rows(ctx, query, func(r pgx.Rows) error { return r.Scan(&c.ids) })
}

// text returns a column as text without blanks around it.
func (c *databaseColumns) text(k column) string {
	return "trim(CAST(" + c.of(k).name + " AS text))"
}

// person returns the person as SQL, in an order that is fast to sort by. Personal
// numbers are taken as one however they are written.
func (c *databaseColumns) person() string {
	if c.of(personColumn).kind != textType {
		return c.of(personColumn).name
	}
	id := c.text(personColumn)
	if c.ids {
		digits := "replace(replace(" + id + ", '-', ''), ' ', '')"
		id = "CASE WHEN length(" + digits + ") = 9 THEN '0' || " + digits + " WHEN length(" + digits + ") = 10 THEN " + digits + " ELSE " + id + " END"
	}
	return "nullif(" + id + `, '') COLLATE "C"`
}

// date returns a column as a date; a date that never comes where the table has
// no such column.
func (c *databaseColumns) date(k column) string {
	switch {
	case !c.has(k):
		return "CAST(NULL AS date)"
	case c.of(k).kind == timeType:
		return "CAST(" + c.of(k).name + " AS date)"
	}
	return c.of(k).name
}

// place returns the municipality as text, empty for none.
func (c *databaseColumns) place() string {
	if !c.has(municipalityColumn) {
		return "''"
	}
	return "coalesce(" + c.text(municipalityColumn) + `, '') COLLATE "C"`
}

// other returns 0 for the study's kinds, which are the first arguments of a
// query, and 1 for others.
func (c *databaseColumns) other(kinds int) string {
	if !c.has(kindColumn) {
		return "0"
	}
	var list []string
	for i := range kinds {
		list = append(list, fmt.Sprintf("$%d", i+1))
	}
	return "CASE WHEN " + c.text(kindColumn) + " IN (" + strings.Join(list, ", ") + ") THEN 0 ELSE 1 END"
}

// foldedSQL returns SQL that folds as [folded] does.
func foldedSQL(text string) string {
	s := "lower(" + text + ")"
	for _, pair := range [][2]string{{"Æ", "ae"}, {"æ", "ae"}, {"Ø", "oe"}, {"ø", "oe"}, {"Å", "aa"}, {"å", "aa"}} {
		s = "replace(" + s + ", '" + pair[0] + "', '" + pair[1] + "')"
	}
	return "regexp_replace(" + s + ", '[^a-z0-9]', '', 'g')"
}

// sex returns the number of a sex, see [sexOf]; the commonest spellings first,
// as folding takes time.
func (c *databaseColumns) sex() string {
	if !c.has(sexColumn) {
		return "0"
	}
	t := c.text(sexColumn)
	f := foldedSQL(t)
	return "CASE WHEN " + t + " IN ('K', 'Kvinde', '2') THEN 1 WHEN " + t + " IN ('M', 'Mand', '1') THEN 2" +
		" WHEN " + f + " IN ('k', 'kvinde', 'kvinder', 'f', 'female', 'woman', 'women', '2') THEN 1" +
		" WHEN " + f + " IN ('m', 'mand', 'maend', 'male', 'man', 'men', '1') THEN 2 ELSE 0 END"
}

// origin returns the number of an origin, see [originOf].
func (c *databaseColumns) origin() string {
	if !c.has(originColumn) {
		return "0"
	}
	t := c.text(originColumn)
	f := foldedSQL(t)
	descendant := "(" + f + " LIKE 'efterkom%' OR " + f + " LIKE 'descend%')"
	immigrant := "(" + f + " LIKE 'indvand%' OR " + f + " LIKE 'immig%')"
	western := "(" + f + " LIKE '%vest%' OR " + f + " LIKE '%west%')"
	not := "(" + f + " LIKE '%ikkevest%' OR " + f + " LIKE '%nonwest%')"
	b := "CASE WHEN " + t + " IN ('D', 'Dansk') THEN 1 WHEN " + t + " = 'EI' THEN 2 WHEN " + t + " = 'EV' THEN 3 WHEN " + t + " = 'II' THEN 4 WHEN " + t + " = 'IV' THEN 5"
	for i, name := range origins[1:] {
		b += fmt.Sprintf(" WHEN %s = '%s' THEN %d", t, name, i+1)
	}
	return b + " WHEN " + f + " IN ('d', 'dk', 'dansk', 'danskherkomst', 'danishorigin', 'danish') THEN 1 WHEN " + f + " IN ('ei', 'eiv') THEN 2" +
		" WHEN " + f + " = 'ev' THEN 3 WHEN " + f + " IN ('ii', 'iiv') THEN 4 WHEN " + f + " = 'iv' THEN 5" +
		" WHEN NOT " + western + " OR " + descendant + " = " + immigrant + " THEN 0" +
		" WHEN " + descendant + " AND " + not + " THEN 2 WHEN " + descendant + " THEN 3 WHEN " + not + " THEN 4 ELSE 5 END"
}

// age returns the age at the day that start is, see [ageOf]; NULL, or outside 0
// to mostAge, where it is not known. Text is a year, or a date as 1958-03-05.
func (c *databaseColumns) age(start string) string {
	if !c.has(birthColumn) {
		return "CAST(NULL AS int)"
	}
	b := c.of(birthColumn)
	year := "CAST(extract(year FROM " + start + ") AS int)"
	age := ""
	switch b.kind {
	case wholeType:
		age = "CASE WHEN " + b.name + " BETWEEN 1000 AND 9999 THEN " + year + " - " + b.name + " END"
	case dateType, timeType:
		born := c.date(birthColumn)
		age = "CASE WHEN " + born + " BETWEEN DATE '1900-01-01' AND DATE '2078-12-31' THEN " + year + " - CAST(extract(year FROM " + born + ") AS int)" +
			" - CASE WHEN extract(month FROM " + start + ") * 100 + extract(day FROM " + start + ") < extract(month FROM " + born + ") * 100 + extract(day FROM " + born + ") THEN 1 ELSE 0 END END"
	default:
		t := c.text(birthColumn)
		age = "CASE WHEN " + t + " SIMILAR TO '[0-9]{4}' THEN " + year + " - CAST(" + t + " AS int)" +
			" WHEN " + t + " SIMILAR TO '(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])' THEN " + year + " - CAST(substring(" + t + " FROM 1 FOR 4) AS int)" +
			" - CASE WHEN to_char(" + start + ", 'MM-DD') < substring(" + t + " FROM 6 FOR 5) THEN 1 ELSE 0 END END"
	}
	return age
}
