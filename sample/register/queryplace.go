package register

import (
	"fmt"
	"strings"
)

// The kinds of row that a query has of municipalities.
const (
	noPlace    = "0"     // rows without a municipality
	namedPlace = "1"     // one by its name
	fewPlace   = "2"     // those whose names do not come out, together
	allPlaces  = "total" // all that have a municipality
)

// knownPlace returns SQL of a municipality among those in the query's
// arguments behind the kinds: its kind and name in one. Others' names do not
// come out.
func (q *query) knownPlace() string {
	var list []string
	for i := range q.named {
		list = append(list, fmt.Sprintf("$%d", len(q.Kinds)+i+1))
	}
	return "CASE WHEN place = '' THEN '" + noPlace + "' WHEN place IN (" + strings.Join(list, ", ") + ") THEN '" + namedPlace + "' || place ELSE '" + fewPlace + "' END"
}

// places makes place_cells of from, which has columns place, own and whole: the
// rows
//
//	table, kind, own, whole, name
//
// Only the names of municipalities with the minimum of whole come out; the
// others are one row. Where own, the others of whole, or whole are from 1 to
// below the minimum, own and the others are held back, and those of the next
// smallest municipalities until at least two rows are, which leave room for any
// of them to be the minimum, the others being at least 1; whole too, in the same
// way, of those where it leaves no such room. Where that cannot be everything is
// held back.
//
// The line of all is of those with a municipality. As the spells of all are
// known from another table, it is held back where the row without a
// municipality is.
func (q *query) places(table, from string) string {
	r := strings.NewReplacer("{table}", table, "{from}", from)
	return r.Replace(`place_named AS (
	SELECT c, name, sum(own) AS own, sum(whole) AS whole FROM (
		SELECT CASE WHEN place = '' THEN '0' WHEN whole < {minimum} THEN '2' ELSE '1' END AS c, CASE WHEN whole < {minimum} THEN '' ELSE place END AS name, own, whole FROM ({from}) AS raw) AS n
	GROUP BY c, name),
place_judged AS (
	SELECT *, CASE WHEN own BETWEEN 1 AND {minimum} - 1 OR whole - own BETWEEN 1 AND {minimum} - 1 OR whole BETWEEN 1 AND {minimum} - 1 THEN 1 ELSE 0 END AS small FROM place_named),
place_ordered AS (
	SELECT c, name, row_number() OVER o AS k, sum(own) OVER o AS run_own, sum(whole - own) OVER o AS run_other, sum(small) OVER () AS smalls
	FROM place_judged WHERE small = 1 OR c <> '0' WINDOW o AS (ORDER BY small DESC, CASE WHEN own = 0 OR own = whole THEN 1 ELSE 0 END, whole, c, name ROWS UNBOUNDED PRECEDING)),
place_cut AS (
	SELECT coalesce((SELECT max(smalls) FROM place_ordered), 0) AS smalls, (SELECT min(k) FROM place_ordered
		WHERE k >= 2 AND k >= smalls AND run_own - (k - 1) >= {minimum} AND run_other - (k - 1) >= {minimum}) AS cut),
place_held AS (
	SELECT j.c, j.name, j.own, j.whole, CASE WHEN p.smalls = 0 THEN 0 WHEN p.cut IS NULL THEN 2 WHEN o.k <= p.cut THEN 1 ELSE 0 END AS held
	FROM place_judged AS j CROSS JOIN place_cut AS p LEFT JOIN place_ordered AS o ON o.c = j.c AND o.name = j.name),
place_whole AS (
	SELECT c, name, row_number() OVER o AS k, sum(whole) OVER o AS run, sum(CASE WHEN whole <= {minimum} THEN 1 ELSE 0 END) OVER () AS smalls
	FROM place_held WHERE held = 1 WINDOW o AS (ORDER BY whole, c, name ROWS UNBOUNDED PRECEDING)),
place_sums AS (
	SELECT max(held) AS most, max(CASE WHEN c = '0' THEN held ELSE 0 END) AS unknown_held,
		(SELECT CASE WHEN max(smalls) > 0 THEN min(CASE WHEN k >= 2 AND k >= smalls AND run - (k - 1) >= {minimum} THEN k END) ELSE 0 END FROM place_whole) AS whole_cut,
		(SELECT count(*) FROM place_whole WHERE c = '0' AND smalls > 0) AS unknown_whole FROM place_held),
place_cells AS (
	SELECT '{table}' AS t, h.c, CASE WHEN h.held = 0 THEN CAST(h.own AS bigint) END AS a, CASE WHEN h.held = 0 OR h.held = 1 AND w.k > s.whole_cut THEN CAST(h.whole AS bigint) END AS b, h.name
	FROM place_held AS h CROSS JOIN place_sums AS s LEFT JOIN place_whole AS w ON w.c = h.c AND w.name = h.name
	UNION ALL
	SELECT '{table}', 'total', CASE WHEN s.most < 2 AND s.unknown_held = 0 THEN CAST(coalesce(sum(h.own), 0) AS bigint) END,
		CASE WHEN s.most < 2 AND s.unknown_whole = 0 THEN CAST(coalesce(sum(h.whole), 0) AS bigint) END, ''
	FROM place_sums AS s LEFT JOIN place_held AS h ON h.c <> '0' WHERE s.most IS NOT NULL GROUP BY s.most, s.unknown_held, s.unknown_whole)`)
}
