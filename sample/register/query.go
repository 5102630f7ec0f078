package register

import (
	"fmt"
	"strconv"
	"strings"
)

// query writes the SQL that counts a register as Count does. It is plain SQL
// with window functions: a row is read once, sorted once by person, kind and
// start, and joined to spells by what the windows say of the rows before.
//
// Days are whole numbers as [Day] has them. A spell without an end ends on
// openDay, after every other.
type query struct {
	table   string // as SQL writes it
	columns *databaseColumns
	Definitions
	minimum int
	opened  bool // some spells may have no end
	named   int  // how many municipalities are named in arguments behind the kinds; 0 for none
}

// openDay is the last day of a spell without an end, and span more than it.
const (
	openDay = 99999
	span    = openDay + 1
)

// fill puts the query's own numbers and words in place of {name}.
func (q *query) fill(sql string) string {
	first, last := Day(0), Day(0)
	if q.Year != 0 {
		first, last = yearStart[q.Year-baseYear], yearStart[q.Year+1-baseYear]
	}
	inYear := "s > {first} AND s <= {last}"
	if q.YearBy == ByAnyDay {
		inYear = "s <= {last} AND e > {first}"
	}
	pairs := []string{"{in_year}", inYear}
	for name, n := range map[string]int{"first": int(first), "last": int(last), "open": openDay, "span": span,
		"minimum": q.minimum, "no_age": noAge, "most_age": mostAge, "most_gap": mostGap} {
		pairs = append(pairs, "{"+name+"}", strconv.Itoa(n))
	}
	r := strings.NewReplacer(pairs...)
	return r.Replace(r.Replace(sql)) // in_year has names itself
}

// typed reads the table's columns as what they mean.
func (q *query) typed() string {
	c := q.columns
	written := "nullif(nullif(" + c.date(endColumn) + ", DATE '9999-12-31'), DATE '2999-12-31')" // see forever
	end := written
	if q.Until != 0 {
		end = fmt.Sprintf("coalesce(%s, greatest(DATE '%s', %s))", end, q.Until, c.date(startColumn))
	}
	return "SELECT " + c.person() + " AS person, " + c.date(startColumn) + " AS from_day, " + end + " AS to_day, " + written + " AS written_end, " + c.date(endColumn) + " AS end_day, " +
		c.place() + " AS place, " + c.other(len(q.Kinds)) + " AS other, " + c.sex() + " AS sex, " + c.origin() + " AS origin, " +
		c.age(c.date(startColumn)) + " AS age FROM " + q.table
}

// What makes a row a spell: the words of the problems, in their order.
const (
	isPerson = "person IS NOT NULL"
	hasStart = "from_day IS NOT NULL"
	isFar    = "(from_day < DATE '1950-01-01' OR from_day > DATE '2078-12-31' OR to_day < DATE '1950-01-01' OR to_day > DATE '2078-12-31')"
	isNear   = "from_day BETWEEN DATE '1950-01-01' AND DATE '2078-12-31' AND (to_day IS NULL OR to_day BETWEEN DATE '1950-01-01' AND DATE '2078-12-31')"
	inOrder  = "(to_day IS NULL OR to_day >= from_day)"
	isSpell  = isPerson + " AND " + hasStart + " AND " + isNear + " AND " + inOrder
)

// problems counts the rows, those with each kind of problem of a row, and finds
// the year in which most of the study's spells begin, and whether some ends are a
// day that is none. Counts from 1 to below
// the minimum come out as NULL.
func (q *query) problems() (sql string, kinds []Kind) {
	conditions := []struct {
		kind Kind
		sql  string
	}{
		{NoPerson, "NOT " + isPerson},
		{BadStart, isPerson + " AND NOT " + hasStart},
		{NoEnd, isPerson + " AND " + hasStart + " AND written_end IS NULL"},
		{FarDate, isPerson + " AND " + isFar},
		{EndBeforeStart, isPerson + " AND " + isNear + " AND NOT " + inOrder},
	}
	if q.columns.has(municipalityColumn) {
		conditions = append(conditions, struct {
			kind Kind
			sql  string
		}{NoMunicipality, isSpell + " AND place = ''"})
	}
	for _, c := range []struct {
		column column
		kind   Kind
		sql    string
	}{{birthColumn, BadBirth, "(age IS NULL OR age NOT BETWEEN 0 AND {most_age})"}, {sexColumn, BadSex, "sex = 0"}, {originColumn, BadOrigin, "origin = 0"}} {
		if q.columns.has(c.column) {
			conditions = append(conditions, struct {
				kind Kind
				sql  string
			}{c.kind, isSpell + " AND other = 0 AND " + c.sql})
		}
	}
	inner := ", max(CASE WHEN " + isPerson + " AND " + hasStart + " AND written_end IS NULL AND end_day IS NOT NULL THEN 1 ELSE 0 END) AS forever"
	outer := ""
	for i, c := range conditions {
		kinds = append(kinds, c.kind)
		inner += fmt.Sprintf(", sum(CASE WHEN %s THEN 1 ELSE 0 END) AS n%d", c.sql, i)
		outer += fmt.Sprintf(", CASE WHEN sum(n%d) BETWEEN 1 AND {minimum} - 1 THEN NULL ELSE CAST(sum(n%d) AS bigint) END", i, i)
	}
	year, group := "CASE WHEN "+isSpell+" AND other = 0 THEN extract(year FROM from_day) END", " GROUP BY 1"
	if q.Year != 0 {
		year, group = "CAST(NULL AS int)", ""
	}
	return q.fill("WITH counted AS (SELECT " + year + " AS y, count(*) AS n" + inner + " FROM (" + q.typed() + ") AS typed" + group + ")" +
		" SELECT CASE WHEN sum(n) BETWEEN 1 AND {minimum} - 1 THEN NULL ELSE CAST(coalesce(sum(n), 0) AS bigint) END," +
		" (SELECT CAST(y AS int) FROM counted WHERE y IS NOT NULL ORDER BY n DESC, y DESC LIMIT 1), coalesce(max(forever), 0) = 1" + outer + " FROM counted"), kinds
}

// window is the order of a person's rows of a kind, and the rows before each.
const (
	window = " WINDOW w AS (PARTITION BY person, other ORDER BY s, e, place, attributes ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
	twice  = "CASE WHEN lag(s) OVER w = s AND lag(e) OVER w = e THEN 1 ELSE 0 END AS twice"
)

// judged reads the rows and says of each how it stands to those of the person
// and kind before it:
//
//	seg      spells without an end before it; nothing is a part of one
//	before   the furthest day that the rows before reach, behind their seg; where rows are not joined the end of the one before
//	twice    1 where the row before is of the same days
//	overlap  1 where it overlaps the spell before
//	starts   whether it begins a spell
//
// It is [joiner.joins] in windows.
func (q *query) judged() string {
	rows := `SELECT person, other, from_day - DATE '1899-12-31' AS s, coalesce(to_day - DATE '1899-12-31', {open}) AS e, place,
		CASE WHEN other = 1 THEN {no_age} * 64 ELSE (CASE WHEN age BETWEEN 0 AND {most_age} THEN age ELSE {no_age} END) * 64 + sex * 16 + origin END AS attributes
		FROM (` + q.typed() + `) AS typed WHERE ` + isSpell
	if q.Open == OpenLeaveOut {
		rows += " AND to_day IS NOT NULL"
	}
	if q.Join == JoinNone {
		told := "SELECT *, lag(e) OVER w AS before, 0 AS seg, " + twice + " FROM (" + rows + ") AS r" + window
		return "SELECT *, twice = 0 AS starts, CASE WHEN twice = 0 AND before < {open} AND s <= before THEN 1 ELSE 0 END AS overlap, e AS reach FROM (" + told + ") AS t"
	}
	adjoining := ""
	if q.Join == JoinAdjoining {
		adjoining = " - 1"
	}
	told := "SELECT *, 0 AS seg, e AS reach, max(e) OVER w AS before, " + twice + " FROM (" + rows + ") AS r" + window
	if q.opened {
		told = "SELECT *, coalesce(sum(CASE WHEN e = {open} THEN 1 ELSE 0 END) OVER w, 0) AS seg, " + twice + " FROM (" + rows + ") AS r" + window
		told = "SELECT *, seg * {span} + e AS reach, max(seg * {span} + e) OVER w AS before FROM (" + told + ") AS g" + window
	}
	return "SELECT *, twice = 0 AND (before IS NULL OR before < seg * {span} + s" + adjoining + ") AS starts," +
		" CASE WHEN twice = 0 AND before >= seg * {span} + s THEN 1 ELSE 0 END AS overlap FROM (" + told + ") AS t"
}

// spells makes spells of the rows, with the columns
//
//	person, other, s, e    from day s to day e
//	place, attributes      of the first of the spell's rows
//	gap                    days since the spell before, at most mostGap; -1 where that has no end, NULL for none before
//	twice, overlapping, moved  of the person and kind, at the first of their spells: rows given twice, rows that overlap
//	                       others, and those of either that are in another municipality than the spell began in
//	in_year                1 for the year's
//
// It is [joiner.person] in windows: a spell ends where the rows before the
// start of the next reach. moves says that moved is counted, and else 0.
func (q *query) spells(moves bool) string {
	end, gap := "coalesce(lead(before) OVER (PARTITION BY person, other ORDER BY s), reach_of_all) % {span}", "before % {span}"
	if q.Join == JoinNone {
		end, gap = "e", "before"
	}
	from, moved := q.judged(), "0"
	if moves && q.columns.has(municipalityColumn) {
		// The municipality of the last row before that begins a spell stands behind the ten digits that make it the largest.
		from = "SELECT *, max(CASE WHEN starts THEN lpad(CAST(s AS text), 5, '0') || lpad(CAST(e AS text), 5, '0') || place END) OVER w AS began FROM (" + from + ") AS b" + window
		moved = "sum(CASE WHEN (twice = 1 OR overlap = 1) AND place <> substring(began FROM 11) THEN 1 ELSE 0 END) OVER a"
	}
	told := "SELECT *, max(reach) OVER a AS reach_of_all, sum(twice) OVER a AS all_twice, sum(overlap) OVER a AS all_overlaps, " + moved + " AS all_moved FROM (" + from + ") AS j" +
		" WINDOW a AS (PARTITION BY person, other ORDER BY s, e, place, attributes ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)"
	told = "SELECT person, other, s, CAST(" + end + " AS int) AS e, place, attributes," +
		" CASE WHEN before IS NULL THEN NULL WHEN " + gap + " = {open} THEN -1 ELSE CAST(least(greatest(s - (" + gap + "), 0), {most_gap}) AS int) END AS gap," +
		" CASE WHEN before IS NULL THEN all_twice ELSE 0 END AS twice, CASE WHEN before IS NULL THEN all_overlaps ELSE 0 END AS overlapping," +
		" CASE WHEN before IS NULL THEN all_moved ELSE 0 END AS moved FROM (" + told + ") AS k WHERE starts"
	return q.fill("SELECT *, CASE WHEN {in_year} THEN 1 ELSE 0 END AS in_year FROM (" + told + ") AS made")
}

// bandOf returns SQL that names the band of a number.
func bandOf(number string, bands []band) string {
	var b strings.Builder
	b.WriteString("CASE")
	for _, k := range bands {
		fmt.Fprintf(&b, " WHEN %s <= %d THEN '%s'", number, k.to, k.id)
	}
	return b.String() + " END"
}
