package register

import (
	"fmt"
	"strings"
)

// counts writes the one query that makes all tables but those of patterns. Its
// rows are
//
//	table, group, n                    a group of a table; NULL for one held back
//	table, '', n, shut                 the table's base; shut is 1 where all of its groups are held back, noughts too
//	"municipality", kind, own, all, name  see [query.places]
//
// and no row has a count from 1 to below the minimum, nor do all of them
// together give one back.
func (q *query) counts() string {
	single := []string{
		cell("person-age", "age", "persons", "n > 0"), cell("person-sex", "CAST(sex AS text)", "persons", "n > 0"),
		cell("person-origin", "CAST(origin AS text)", "persons", "n > 0"), cell("spells-per-person", "spells", "persons", "n > 0"),
		cell("two-years", "span", "persons", "n > 0"), cell("ten-days", "days", "persons", "days IS NOT NULL"),
		cell("spell-length", "length", "spell_profile", "other = 0 AND in_year = 1"),
		cell("weekdays", "CAST(weekday AS text)", "spell_profile", "other = 0 AND in_year = 1"),
		cell("gaps", bandOf("gap", gapBands), "gap_profile", "gap >= 0"),
	}
	places := "place_cells AS (SELECT '' AS t, '' AS c, CAST(NULL AS bigint) AS a, CAST(NULL AS bigint) AS b, '' AS name FROM cells WHERE 1 = 0)"
	if q.columns.has(municipalityColumn) {
		if q.named > 0 {
			single = append(single, cell("own", q.knownPlace(), "spell_profile", "other = 0 AND in_year = 1"))
		} else {
			places = q.places("municipality", "SELECT place, sum(CASE WHEN other = 0 THEN count ELSE 0 END) AS own, sum(count) AS whole FROM spell_profile WHERE in_year = 1 GROUP BY place")
		}
	}
	return q.fill(`WITH spells AS (` + q.spells(true) + `),
spell_profile AS (
	SELECT place, other, in_year, ` + "CASE WHEN e = {open} THEN 'open' ELSE " + bandOf("e - s + 1", lengthBands) + ` END AS length, (s - 1) % 7 AS weekday,
		count(*) AS count, sum(twice) AS twice, sum(overlapping) AS overlapping, sum(moved) AS moved
	FROM spells GROUP BY 1, 2, 3, 4, 5),
gap_profile AS (SELECT gap, count(*) AS count FROM spells WHERE other = 0 AND gap IS NOT NULL GROUP BY gap),
person AS (
	SELECT person, sum(in_year) AS n, min(s) AS earliest,
		max(CASE WHEN in_year = 1 THEN (s * CAST(131072 AS bigint) + e) * 8192 + attributes END) AS latest,
		sum(greatest(least(e, {last}) - greatest(s, {first} + 1) + 1, 0)) AS days,
		sum(CASE WHEN gap >= 0 THEN 1 ELSE 0 END) AS gaps` + excessSums() + `
	FROM spells WHERE other = 0 GROUP BY person),
persons AS (
	SELECT ` + bandOf("latest % 8192 / 64", append(ageBands[:len(ageBands):len(ageBands)], band{id: "unknown", to: noAge})) + ` AS age,
		latest % 64 / 16 AS sex, latest % 16 AS origin, ` + bandOf("n", spellBands) + ` AS spells,
		CASE WHEN days <= 0 THEN NULL WHEN days < 10 THEN 'under_10' WHEN days = 10 THEN '10' ELSE 'over_10' END AS days,
		` + fmt.Sprintf("CASE WHEN latest / 8192 / 131072 - earliest < %d THEN 'under_21_months' WHEN latest / 8192 / 131072 - earliest <= %d THEN '21_to_24_months' ELSE 'over_24_months' END", nearTwoYears, twoYears) + ` AS span,
		sum(n) AS n, max(n) AS most, count(*) AS count, sum(n * n) AS squares, sum(CASE WHEN gaps > 0 THEN 1 ELSE 0 END) AS gap_persons, sum(gaps * gaps) AS xx` + excessProducts() + `
	FROM person GROUP BY 1, 2, 3, 4, 5, 6),
cells AS (
	` + strings.Join(single, "\n\tUNION ALL ") + `),
` + masked + `,
` + places + `
SELECT t, c, CAST(n AS bigint) AS a, CAST(shut AS bigint) AS b, CAST(NULL AS bigint) AS d, CAST(NULL AS bigint) AS e, '' AS name FROM told
UNION ALL SELECT t, c, a, b, NULL, NULL, name FROM place_cells
UNION ALL ` + q.extras())
}

// cell counts a table's groups.
func cell(table, group, from, where string) string {
	return fmt.Sprintf("SELECT '%s' AS t, %s AS c, sum(count) AS n FROM %s WHERE %s GROUP BY 2", table, group, from, where)
}

// excessSums and excessProducts sum what the variance of the excess of gaps
// needs, see [ratioSums].
func excessSums() string {
	s := ""
	for _, d := range neighbours {
		s += fmt.Sprintf(", sum(CASE WHEN gap = %d THEN 2 WHEN gap IN (%d, %d) THEN -1 ELSE 0 END) AS y%d", d, d-1, d+1, d)
	}
	return s
}

func excessProducts() string {
	s := ""
	for _, d := range neighbours {
		s += fmt.Sprintf(", sum(y%d) AS y%d, sum(y%d * y%d) AS yy%d, sum(y%d * gaps) AS yx%d", d, d, d, d, d, d, d)
	}
	return s
}

// masked makes told of cells: the groups of each table without those from 1 to
// below the minimum, and without as many of the next smallest as it takes that
// none of them can be worked out from the base: at least two are held back, and
// what they sum to leaves room for any of them to be the minimum, the others
// being at least 1. Where that cannot be, the table is shut. A base below the
// minimum is held back itself.
const masked = `ordered AS (
	SELECT t, c, n, row_number() OVER (PARTITION BY t ORDER BY n, c) AS k, sum(n) OVER (PARTITION BY t ORDER BY n, c ROWS UNBOUNDED PRECEDING) AS run,
		sum(n) OVER (PARTITION BY t) AS base, sum(CASE WHEN n < {minimum} THEN 1 ELSE 0 END) OVER (PARTITION BY t) AS small
	FROM cells WHERE n > 0 AND c IS NOT NULL),
cut AS (SELECT t, min(k) AS cut FROM ordered WHERE k >= 2 AND k >= small AND run - (k - 1) >= {minimum} GROUP BY t),
told AS (
	SELECT o.t, o.c, CASE WHEN o.small = 0 OR o.k > cut.cut THEN o.n END AS n, 0 AS shut FROM ordered AS o LEFT JOIN cut ON cut.t = o.t
	UNION ALL
	SELECT o.t, '', CASE WHEN max(o.base) >= {minimum} THEN max(o.base) END, CASE WHEN max(o.small) > 0 AND max(cut.cut) IS NULL THEN 1 ELSE 0 END
	FROM ordered AS o LEFT JOIN cut ON cut.t = o.t GROUP BY o.t)`

// extras are the numbers beside the tables: the rows given twice and those that
// overlap, those of them in another municipality, the gaps after a spell without an end, the squares of spells a person,
// the most spells of a person to whole tens, and the sums for the excess of
// gaps, where the gaps they are of come out.
func (q *query) extras() string {
	parts := []string{
		"SELECT 'extra', 'twice', " + least("sum(twice)") + ", NULL, NULL, NULL, '' FROM spell_profile",
		"SELECT 'extra', 'overlap', " + least("sum(overlapping)") + ", NULL, NULL, NULL, '' FROM spell_profile",
		"SELECT 'extra', 'moved', " + least("sum(moved)") + ", NULL, NULL, NULL, '' FROM spell_profile",
		"SELECT 'extra', 'open_gaps', " + least("sum(count)") + ", NULL, NULL, NULL, '' FROM gap_profile WHERE gap = -1",
		"SELECT 'extra', 'squares', CASE WHEN sum(count) >= {minimum} THEN CAST(sum(squares) AS bigint) END, NULL, NULL, NULL, '' FROM persons WHERE n > 0",
		"SELECT 'extra', 'gap_persons', " + least("sum(gap_persons)") + ", NULL, NULL, NULL, '' FROM persons",
		// That somebody has so many spells shows as a count that is held back does, not as a nought.
		"SELECT 'extra', 'most', CAST((max(most) + 9) / 10 * 10 AS bigint), NULL, NULL, NULL, '' FROM persons",
		// Of the persons with absence in the year all but a few may have a spell that begins in it.
		"SELECT 'extra', 'ten_days', " + least("sum(CASE WHEN days IS NOT NULL AND n = 0 THEN count ELSE 0 END)") + ", NULL, NULL, NULL, '' FROM persons",
	}
	for _, d := range neighbours {
		parts = append(parts, fmt.Sprintf("SELECT 'excess', '%d', CAST(sum(y%d) AS bigint), CAST(sum(yy%d) AS bigint), CAST(sum(yx%d) AS bigint), CAST(sum(xx) AS bigint), '' FROM persons"+
			" WHERE NOT EXISTS (SELECT 1 FROM gap_profile WHERE gap BETWEEN %d AND %d AND count < {minimum})"+
			" AND NOT EXISTS (SELECT 1 FROM told WHERE t = 'gaps' AND (c = '%d' AND n IS NULL OR shut = 1)) HAVING sum(gap_persons) >= {minimum}", d, d, d, d, d-1, d+1, d))
	}
	return strings.Join(parts, "\nUNION ALL ")
}

// least returns SQL of a sum without those from 1 to below the minimum.
func least(sum string) string {
	return "CASE WHEN " + sum + " BETWEEN 1 AND {minimum} - 1 THEN NULL ELSE CAST(coalesce(" + sum + ", 0) AS bigint) END"
}
