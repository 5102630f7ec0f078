package register

import (
	"cmp"
	"fmt"
	"slices"
)

// patterns writes the query that tests persons' starts. The critical values are
// its arguments, made as for a file by simulation: they depend on the weekday
// shares of all starts and the number of a person's starts alone. Its rows are
// as those of [query.counts], of the tables of patterns, and
//
//	"share", name, a, b, d, e  the shares of verdicts by chance and on planted patterns over the numbers of starts, in 1/10,000
//
// which are rounded so that no number of starts that few persons have shows.
func (q *query) patterns(args int) string {
	arrays := ""
	for i, kind := range []string{"int", "int", "int", "int"} {
		arrays += fmt.Sprintf("%sCAST($%d AS %s[])", comma(i), args+i+1, kind)
	}
	limits := ""
	names := "n, least_interval"
	for i := range 2 + 3*4 {
		kind := "int"
		if i >= 2 {
			kind = "float8"
			names += fmt.Sprintf(", share%d", i-2)
		}
		limits += fmt.Sprintf("%sCAST($%d AS %s[])", comma(i), args+4+i+1, kind)
	}
	shares := ""
	for i, name := range []string{"chance", "planted_weekday", "planted_interval"} {
		shares += "\nUNION ALL SELECT 'share', '" + name + "'"
		for v := range 4 {
			shares += fmt.Sprintf(", CAST(round(avg(share%d) * 10000) AS bigint)", 4*i+v)
		}
		shares += ", '' FROM tested JOIN limits USING (n) HAVING count(*) >= {minimum}"
	}
	return q.fill(`WITH spells AS (` + q.spells(false) + `),
rare AS (SELECT * FROM unnest(` + arrays + `) AS r (n, weekday, c, v)),
limits AS (SELECT * FROM unnest(` + limits + `) AS l (` + names + `)),
latest AS (
	SELECT person, place FROM (
		SELECT person, place, row_number() OVER (PARTITION BY person ORDER BY s DESC, e DESC, place DESC, attributes DESC) AS k FROM spells WHERE other = 0 AND in_year = 1) AS l
	WHERE k = 1),
starts AS (
	SELECT person, s, count(*) OVER (PARTITION BY person) AS n, s - lag(s) OVER (PARTITION BY person ORDER BY s) AS since
	FROM (SELECT DISTINCT person, s FROM spells WHERE other = 0 AND s > {first} AND s <= {last}) AS d),
tested_starts AS (SELECT person, CAST(n AS int) AS n, s, since FROM starts WHERE n BETWEEN ` + fmt.Sprint(leastStarts) + ` AND ` + fmt.Sprint(mostStarts) + `),
weekdays AS (
	SELECT d.person, max(r.v) AS v FROM (SELECT person, n, (s - 1) % 7 AS weekday, CAST(count(*) AS int) AS c FROM tested_starts GROUP BY 1, 2, 3) AS d
	JOIN rare AS r ON r.n = d.n AND r.weekday = d.weekday AND r.c = d.c GROUP BY d.person),
intervals AS (
	SELECT person, max(c) AS m FROM (SELECT person, since, count(*) AS c FROM tested_starts WHERE since <= ` + fmt.Sprint(mostBetween) + ` GROUP BY 1, 2) AS i GROUP BY person),
tested AS (
	SELECT p.person, p.n, l.place, w.v % 128 AS at_day, w.v IS NOT NULL AS weekday, coalesce(i.m, 0) > k.least_interval AS between_starts, coalesce(i.m, 0) AS m
	FROM (SELECT DISTINCT person, n FROM tested_starts) AS p JOIN latest AS l ON l.person = p.person JOIN limits AS k ON k.n = p.n
	LEFT JOIN weekdays AS w ON w.person = p.person LEFT JOIN intervals AS i ON i.person = p.person),
verdicts AS (
	SELECT place, CASE WHEN weekday THEN 1 ELSE 0 END + CASE WHEN between_starts THEN 2 ELSE 0 END AS verdict,
		greatest(CASE WHEN weekday THEN 100 * at_day / n ELSE 0 END, CASE WHEN between_starts THEN 100 * m / (n - 1) ELSE 0 END) AS kept FROM tested),
profile AS (
	SELECT place, verdict, CASE WHEN kept < 50 THEN '0' WHEN kept < 75 THEN '1' WHEN kept < 100 THEN '2' ELSE '3' END AS strength, count(*) AS count FROM verdicts GROUP BY 1, 2, 3),
cells AS (
	` + cell("pattern", "CAST(verdict AS text)", "profile", "1 = 1") + `
	UNION ALL ` + cell("pattern-size", "strength", "profile", "verdict > 0") + `),
` + masked + `,
` + q.patternPlaces() + `
SELECT t, c, CAST(n AS bigint) AS a, CAST(shut AS bigint) AS b, CAST(NULL AS bigint) AS d, CAST(NULL AS bigint) AS e, '' AS name FROM told
UNION ALL SELECT t, c, a, b, NULL, NULL, name FROM place_cells` + shares)
}

func (q *query) patternPlaces() string {
	return q.places("pattern-municipality", "SELECT place, sum(CASE WHEN verdict > 0 THEN count ELSE 0 END) AS own, sum(count) AS whole FROM profile GROUP BY place")
}

func comma(i int) string {
	if i > 0 {
		return ", "
	}
	return ""
}

// patternArguments are the critical values as [query.patterns] takes them: of
// each number of starts n, weekday and count c of starts on it that exceeds the
// critical value, a number v that rises with how improbable that is, and holds
// c in its last 7 bits; and of each n what the interval must exceed, with the
// shares of verdicts.
type patternArguments struct {
	n, weekday, c, v []int32
	limitN, interval []int32
	shares           [12][]float64
}

func newPatternArguments(ks []critical) patternArguments {
	var a patternArguments
	type at struct {
		rare       float64
		weekday, c int
	}
	for n := leastStarts; n < len(ks); n++ {
		k := &ks[n]
		if k.rare[0] == nil {
			continue // nobody has so many
		}
		var above []at
		for w, counts := range k.rare {
			for c, rare := range counts {
				if c > 0 && rare > k.weekday {
					above = append(above, at{rare, w, c})
				}
			}
		}
		// Of equal ones the first weekday counts, as in rarest.
		slices.SortFunc(above, func(x, y at) int { return cmp.Or(cmp.Compare(x.rare, y.rare), cmp.Compare(y.weekday, x.weekday)) })
		for rank, x := range above {
			a.n, a.weekday, a.c = append(a.n, int32(n)), append(a.weekday, int32(x.weekday)), append(a.c, int32(x.c))
			a.v = append(a.v, int32(rank<<7|x.c))
		}
		a.limitN, a.interval = append(a.limitN, int32(n)), append(a.interval, int32(k.interval))
		for v := range 4 {
			a.shares[v] = append(a.shares[v], k.null[v])
			a.shares[4+v] = append(a.shares[4+v], k.onWeekday[v])
			a.shares[8+v] = append(a.shares[8+v], k.atInterval[v])
		}
	}
	return a
}

// list returns the arguments in the order of the query's.
func (a patternArguments) list() []any {
	list := []any{a.n, a.weekday, a.c, a.v, a.limitN, a.interval}
	for _, s := range a.shares {
		list = append(list, s)
	}
	return list
}
