package register

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"stikprove/survey"
)

// DatabaseOptions say what is counted in a database.
type DatabaseOptions struct {
	Options
	// Minimum is the smallest count that leaves the database; 1 for all.
	Minimum int
	// Begun holds all spells begun in the year by municipality, where they are
	// not in the table, see [Counts.Begun]; nil for none.
	Begun     map[string]int
	BegunFile string // what messages call it
}

// CountDatabase counts a register where it lies. What comes out are the groups
// of the tables, without those from 1 to below the minimum and without those
// that would give them back; no row of the register, no id and no date of a
// person leaves the database. Two statements read the table once each, to count
// the problems of rows and to make the tables; a third tests patterns where a table
// of them is wanted.
//
// The error is a [survey.Problem] or several where the address, the table, the
// user's rights or the rows are at fault, and another where the server or the
// way to it is. A context that is done cancels the query at the server.
func CountDatabase(ctx context.Context, d Database, o DatabaseOptions) (*Counts, error) {
	if setting, err := o.Check(); err != nil {
		return nil, survey.Problem{Variable: setting, Message: err.Error()}
	}
	if o.Stop == nil {
		o.Stop = []Kind{TooFewFields, BadQuotes}
	}
	s, err := d.open(ctx)
	if err != nil {
		return nil, err
	}
	defer s.close()
	columns, err := s.columns(ctx, d)
	if err != nil {
		return nil, s.instead(ctx, d, err)
	}
	if o.NoPersons {
		columns.forget(sexColumn, birthColumn, originColumn)
	}
	c := &counting{session: s, minimum: max(o.Minimum, 1)}
	c.Counts = &Counts{Definitions: o.filled(), File: d.Name(), found: columns.found, Label: d.source(), held: &heldBack{}}
	c.query = &query{table: d.identifier(), columns: columns, Definitions: c.Definitions, minimum: c.minimum}
	for _, kind := range c.Kinds {
		if columns.has(kindColumn) {
			c.args = append(c.args, kind)
		}
	}
	if !columns.has(kindColumn) {
		c.query.Kinds = nil
	}
	if err := c.problems(ctx); err != nil {
		return nil, err
	}
	// What stops a run stops it before the long query.
	if err := c.stopped(o.Stop); err != nil {
		return nil, err
	}
	if err := c.tables(ctx, o.Begun); err != nil {
		return nil, err
	}
	if err := c.stopped(o.Stop); err != nil {
		return nil, err
	}
	if o.Patterns {
		if err := c.patterns(ctx); err != nil {
			return nil, err
		}
	}
	if o.Begun != nil {
		return c.Counts, c.Begun(o.BegunFile, o.Begun).Err()
	}
	return c.Counts, nil
}

// counting is one run of CountDatabase.
type counting struct {
	*Counts
	*session
	query   *query
	args    []any // the kinds
	minimum int
	most    int // spells of a person in the year, rounded up to tens
}

// instead names the nearest table where there is none so called.
func (s *session) instead(ctx context.Context, d Database, err error) error {
	var problem survey.Problem
	if !errors.As(err, &problem) || problem.Message != "no table "+survey.Quote(d.Table) {
		return err
	}
	_ = s.tx.Rollback(ctx) // nothing more can be asked in it
	var names []string
	rows, wrong := s.conn.Query(ctx, "SELECT CASE WHEN table_schema = 'public' THEN table_name ELSE table_schema || '.' || table_name END FROM information_schema.tables"+
		" WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1")
	if wrong == nil {
		names, wrong = pgx.CollectRows(rows, pgx.RowTo[string])
	}
	if wrong == nil {
		problem.Message += survey.Instead(d.Table, names)
	}
	return problem
}

// problems counts the problems of rows and finds the year.
func (c *counting) problems(ctx context.Context) error {
	sql, kinds := c.query.problems()
	return c.rows(ctx, sql, func(r pgx.Rows) error {
		var rows, year *int64
		ns := make([]*int64, len(kinds))
		into := []any{&rows, &year, &c.forever}
		for i := range ns {
			into = append(into, &ns[i])
		}
		if err := r.Scan(into...); err != nil {
			return err
		}
		c.Rows = int(known(rows))
		if c.Year == 0 {
			c.Year = lastYear
			if year != nil {
				c.Year = int(*year)
			}
			c.query.Year = c.Year
		}
		for i, k := range kinds {
			c.problem(k, ns[i])
			if k == NoEnd {
				c.query.opened = c.Until == 0 && c.Open != OpenLeaveOut && (ns[i] == nil || *ns[i] > 0)
			}
		}
		return nil
	}, c.args...)
}

// problem keeps a number of rows with a problem; nil for one held back.
func (c *counting) problem(k Kind, n *int64) {
	switch {
	case n == nil:
		c.Problems = append(c.Problems, Problem{Kind: k, Under: c.minimum})
	case *n > 0:
		c.Problems = append(c.Problems, Problem{Kind: k, N: int(*n)})
	}
}

func known(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

// told is a row that the queries of tables return.
type told struct {
	table, group string
	a, b, d, e   *int64
	name         string
}

func (c *counting) tables(ctx context.Context, begun map[string]int) error {
	args := slices.Clone(c.args)
	for _, name := range slices.Sorted(maps.Keys(begun)) {
		args = append(args, name)
	}
	c.query.named = len(begun)
	err := c.each(ctx, c.query.counts(), args, c.take)
	slices.SortFunc(c.Problems, func(a, b Problem) int { return int(a.Kind) - int(b.Kind) })
	return err
}

// each hands the rows of a query of tables to take.
func (c *counting) each(ctx context.Context, sql string, args []any, take func(told)) error {
	return c.rows(ctx, sql, func(r pgx.Rows) error {
		var t told
		if err := r.Scan(&t.table, &t.group, &t.a, &t.b, &t.d, &t.e, &t.name); err != nil {
			return err
		}
		take(t)
		return nil
	}, args...)
}

// take keeps a row that the query of tables returns.
func (c *counting) take(t told) {
	switch t.table {
	case "extra", "excess":
		c.extra(t)
	case "municipality":
		c.held.places.take(t)
	case "own":
		if t.group == "" {
			c.held.base(t.table, t.a, t.b)
		} else {
			c.held.places.takeOwn(t)
		}
	default:
		c.group(t)
	}
}

// group keeps a group of a table, or its base.
func (c *counting) group(t told) {
	if t.group == "" {
		c.held.base(t.table, t.a, t.b)
		return
	}
	n := int(known(t.a))
	code, _ := strconv.Atoi(t.group)
	switch t.table {
	case "person-age":
		c.sums.ages[from(ageBands, t.group, noAge)] = n
	case "person-sex":
		c.sums.sexes[code], t.group = n, sexes[code]
	case "person-origin":
		c.sums.origins[code], t.group = n, origins[code]
	case "spells-per-person":
		c.sums.spells[from(spellBands, t.group, 0)] = n
	case "two-years":
		c.sums.spans[slices.Index([]string{"under_21_months", "21_to_24_months", "over_24_months"}, t.group)] = n
	case "ten-days":
		c.sums.days[slices.Index([]string{"under_10", "10", "over_10"}, t.group)] = n
	case "spell-length":
		if t.group == "open" {
			c.sums.openSpells = n
		} else {
			c.sums.lengths[from(lengthBands, t.group, 0)] = n
		}
	case "weekdays":
		c.sums.weekdays[code] = n
	case "gaps":
		c.sums.gaps[from(gapBands, t.group, 0)] = n
	}
	if t.a == nil {
		c.held.hold(t.table, t.group)
	}
}

// from returns the first number of a band, at which a database's count of the
// whole band stands.
func from(bands []band, id string, other int) int {
	if i := slices.IndexFunc(bands, func(b band) bool { return b.id == id }); i >= 0 {
		return bands[i].from
	}
	return other
}

// extra keeps a number beside the tables.
func (c *counting) extra(t told) {
	if t.table == "excess" {
		for i, d := range neighbours {
			if strconv.Itoa(d) == t.group {
				c.sums.excess[i] = ratioSums{y: int(known(t.a)), yy: int(known(t.b)), yx: int(known(t.d)), xx: int(known(t.e))}
				c.held.told("gap-excess", t.group)
			}
		}
		return
	}
	switch t.group {
	case "twice":
		c.problem(Twice, t.a)
	case "overlap":
		c.problem(Overlap, t.a)
	case "moved":
		c.problem(TwoPlaces, t.a)
	case "open_gaps":
		if c.sums.openGaps = int(known(t.a)); t.a == nil {
			c.sums.openGaps = 1 // it is only said that there are some
		}
	case "squares":
		c.sums.squares = int(known(t.a))
	case "gap_persons":
		c.sums.gapPersons = int(known(t.a))
	case "most":
		c.most = int(known(t.a))
	case "ten_days":
		if t.a == nil {
			c.held.shut("ten-days")
		}
	}
}
