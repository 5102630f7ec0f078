package register

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// testServer is the environment variable with the address of a PostgreSQL
// database in which tests may make tables.
const testServer = "STIKPROVE_TEST_POSTGRES"

// server returns the address, or skips the test.
func server(t testing.TB) string {
	t.Helper()
	address := os.Getenv(testServer)
	if address == "" {
		t.Skip("no database to test with: start a PostgreSQL (apt-get install postgresql; initdb -D data; pg_ctl -D data start; createdb test) " +
			"and set " + testServer + "=postgres://localhost/test")
	}
	return address
}

// loaded makes a table of a CSV text with a heading row, drops it when the test
// ends and returns it. Types are those of columns.
func loaded(t testing.TB, columns, text string) Database {
	t.Helper()
	address := server(t)
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address)
	require.NoError(t, err)
	name := fmt.Sprintf("spells_%08x", rand.Uint32())
	_, err = conn.Exec(ctx, "CREATE TABLE "+name+" ("+columns+")")
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := conn.Exec(ctx, "DROP TABLE "+name)
		assert.NoError(t, err)
		assert.NoError(t, conn.Close(ctx))
	})
	_, err = conn.PgConn().CopyFrom(ctx, strings.NewReader(text), "COPY "+name+" FROM STDIN (FORMAT csv, HEADER)")
	require.NoError(t, err)
	return Database{URL: address, Table: name}
}

// ugly draws a register of n rows with all that breaks counting.
func ugly(r *rand.Rand, n int) [][]string {
	first, _ := dayOf(2012, 1, 1)
	rows := [][]string{{"person", "start", "slut", "sagsart", "kommune", "køn", "født", "herkomst"}}
	var before []string
	for i := range n {
		person := r.IntN(1 + n/7)
		start := first + Day(r.IntN(1200))
		end := fmt.Sprint(start + Day(r.IntN(1+r.IntN(60))))
		place := fmt.Sprintf("By %02d", person%90)
		sex, birth, origin := "KM"[person%2:person%2+1], fmt.Sprint(1930+person%75), []string{"D", "D", "EI", "EV", "II", "Indvandrer, vestlig"}[person%6]
		switch r.IntN(60) {
		case 0:
			end = fmt.Sprint(start - Day(1+r.IntN(9)))
		case 1, 2:
			end = ""
		case 3:
			place = fmt.Sprintf("By %02d", r.IntN(98)) // another
		case 4:
			place = ""
		case 5:
			sex, birth = "X", ""
		case 6:
			origin = "fra Mars"
		case 7:
			end = "1949-06-01"
		case 10:
			end = "9999-12-31"
		case 11:
			end = "2999-12-31"
		case 8:
			start, _ = ParseDay("2012-02-29")
			end = start.String()
		case 9:
			person = -1
		}
		if i > 0 && i <= 2000 { // a person with 2,000 spells
			person, start = 0, first+Day(i)
			end = start.String()
		}
		if i > 3000 && i%17 < 9 { // one who is absent by the week
			person, start = n+i/400, first+Day(7*(i%400/2)+366)
			end = start.String()
		}
		id := fmt.Sprintf("%06d", person)
		if person < 0 {
			id = ""
		}
		row := []string{id, start.String(), end, []string{"14", "14", "14", "2"}[r.IntN(4)], place, sex, birth, origin}
		if before != nil && r.IntN(25) == 0 {
			row = append([]string{}, before...) // twice
			if r.IntN(3) == 0 {
				row[4] = fmt.Sprintf("By %02d", r.IntN(98))
			}
		}
		rows, before = append(rows, row), row
	}
	return rows
}

func csvText(t testing.TB, rows [][]string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	require.NoError(t, w.WriteAll(rows))
	return b.String()
}

const uglyColumns = `person text, start date, slut date, sagsart smallint, kommune text, "køn" char(1), "født" int, herkomst text`

// both counts a register as a file and in a database.
func both(t *testing.T, d Database, text string, o Options, minimum int) (*Counts, *Counts) {
	t.Helper()
	o.Stop = []Kind{}
	here, err := Count(Source{Path: file(t, "spells.csv", []byte(text))}, o)
	require.NoError(t, err)
	there, err := CountDatabase(context.Background(), d, DatabaseOptions{Options: o, Minimum: minimum})
	require.NoError(t, err)
	return here, there
}

// alike holds two tables to the same cells, but for those that other hides.
func alike(t *testing.T, table, other *crosstab.Table) (hidden int) {
	t.Helper()
	rows := map[string]int{}
	for i, r := range other.Rows {
		rows[r.ID] = i
	}
	for i, r := range table.Rows {
		k, ok := rows[r.ID]
		if !ok {
			hidden++
			continue
		}
		for c := range table.Columns {
			want, got := table.Cells[i][c], other.Cells[k][c]
			if got.Suppressed != crosstab.Shown || want.Suppressed != crosstab.Shown {
				hidden++
				continue
			}
			words := fmt.Sprint(table.ID, " ", r.ID, " ", table.Columns[c].ID)
			assert.Equal(t, [2]int{want.N, want.Base}, [2]int{got.N, got.Base}, words)
			tolerance := 1e-12
			if table.Columns[c].Kind == crosstab.Reference {
				tolerance = 5.1e-5 // rounded by the database, or not told
				if math.IsNaN(got.P) {
					continue
				}
			}
			for _, pair := range [][2]float64{{want.P, got.P}, {want.SE, got.SE}, {want.Low, got.Low}, {want.High, got.High}} {
				if math.IsNaN(pair[0]) {
					assert.True(t, math.IsNaN(pair[1]), words)
					continue
				}
				assert.InDelta(t, pair[0], pair[1], tolerance, words)
			}
		}
	}
	return hidden
}

// TestDatabase holds the tables of a database to those of a file, every cell of
// them, under every definition.
func TestDatabase(t *testing.T) {
	server(t)
	text := csvText(t, ugly(rand.New(rand.NewPCG(7, 56)), 6_000))
	d := loaded(t, uglyColumns, text)
	until, _ := ParseDay("2014-06-30")
	for i, settings := range []Definitions{
		{}, {Join: JoinOverlapping}, {Join: JoinNone}, {YearBy: ByAnyDay}, {Open: OpenLeaveOut}, {Until: until}, {Year: 2012}, {Year: 2020},
		{Kinds: []string{"2", "14"}}, {Join: JoinNone, YearBy: ByAnyDay, Year: 2013}, {Join: JoinOverlapping, Open: OpenLeaveOut, Year: 2013},
	} {
		here, there := both(t, d, text, Options{Definitions: settings, Patterns: i == 2}, 1)
		same(t, here, there)
	}
}

// TestDatabaseLarge is the same of 200,000 spells, and of the worked example's.
func TestDatabaseLarge(t *testing.T) {
	server(t)
	text := csvText(t, ugly(rand.New(rand.NewPCG(8, 56)), 200_000))
	here, there := both(t, loaded(t, uglyColumns, text), text, Options{Patterns: true}, 1)
	same(t, here, there)

	example, err := os.ReadFile(filepath.Join("..", "..", "testdata", "par56-2015", "data", "spells.csv"))
	require.NoError(t, err)
	_, rows, _ := strings.Cut(string(example), "\n") // a remark
	d := loaded(t, `person text, start date, slut date, sagsart text, kommune text, "køn" text, "fødselsår" text, herkomst text`, strings.ReplaceAll(rows, ";", ","))
	here, there = both(t, d, rows, Options{Patterns: true}, 1)
	same(t, here, there)
	begun, err := ReadBegun(filepath.Join("..", "..", "testdata", "par56-2015", "data", "spells-begun.csv"))
	require.NoError(t, err)
	require.NoError(t, here.Begun("begun.csv", begun).Err())
	there, err = CountDatabase(context.Background(), d, DatabaseOptions{Minimum: 1, Begun: begun})
	require.NoError(t, err)
	ids := []string{"municipality", "municipality-lowest", "municipality-highest"}
	want, err := here.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	got, err := there.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	for i := range want {
		assert.Equal(t, want[i].Rows, got[i].Rows)
		assert.Zero(t, alike(t, want[i], got[i]))
	}
}

// TestDatabaseTypes: a year of birth as a date or text, times of day, personal
// numbers however they are written, and municipalities by number.
func TestDatabaseTypes(t *testing.T) {
	text := "cpr,start,slut,sagsart,kommune,født\n" +
		"010180-1111,2014-01-06 08:00,2014-01-06 16:00,14,101,1980-01-07\n0101801111,2014-02-03,2014-02-03,14,101,1980-01-07\n" +
		"101801111,2014-03-03,2014-03-03,7,751,1980-01-07\n0202901111,2014-03-03,,14,751,1960-03-04\n"
	want, err := Count(Source{Path: file(t, "spells.csv", []byte(text))}, Options{Stop: []Kind{}})
	require.NoError(t, err)
	for _, columns := range []string{
		`cpr text, start timestamp, slut timestamp, sagsart int, kommune smallint, "født" date`,
		`cpr varchar(20), start timestamp, slut date, sagsart char(4), kommune char(10), "født" text`,
	} {
		got, err := CountDatabase(context.Background(), loaded(t, columns, text), DatabaseOptions{Options: Options{Stop: []Kind{}}, Minimum: 1})
		require.NoError(t, err)
		ids := []string{"person-age", "municipality", "spell-length", "spells-per-person", "gaps", "ten-days", "two-years"}
		here, err := want.Tables(ids, 1, 0.95)
		require.NoError(t, err)
		there, err := got.Tables(ids, 1, 0.95)
		require.NoError(t, err)
		for i := range here {
			assert.Equal(t, here[i].Rows, there[i].Rows)
			assert.Zero(t, alike(t, here[i], there[i]))
		}
		assert.Equal(t, 2, want.sums.persons)
	}
}

// same holds every cell of every table, and every problem, to being the same.
func same(t *testing.T, here, there *Counts) {
	t.Helper()
	assert.Equal(t, here.Year, there.Year)
	assert.Equal(t, here.Rows, there.Rows)
	for i := range here.Problems {
		here.Problems[i].Rows = nil
	}
	assert.Equal(t, here.Problems, there.Problems)
	ids := tablesOf(there.atDatabase != nil)
	want, err := here.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	got, err := there.Tables(ids, 1, 0.95)
	require.NoError(t, err)
	require.Equal(t, len(want), len(got))
	for i := range want {
		assert.Equal(t, want[i].Rows, got[i].Rows)
		assert.Zero(t, alike(t, want[i], got[i]))
	}
}

// TestDatabaseMinimum holds what leaves a database to the minimum: whatever is
// shown is right, nothing small is, and nothing small can be worked out.
func TestDatabaseMinimum(t *testing.T) {
	server(t)
	for _, n := range []int{3, 30, 120, 400, 3000} {
		text := csvText(t, ugly(rand.New(rand.NewPCG(uint64(n), 56)), n))
		d := loaded(t, uglyColumns, text)
		here, there := both(t, d, text, Options{Definitions: Definitions{Year: 2013}, Patterns: n > 1000}, 5)
		ids := tablesOf(n > 1000)
		want, err := here.Tables(ids, 1, 0.95)
		require.NoError(t, err)
		got, err := there.Tables(ids, 5, 0.95)
		require.NoError(t, err)
		for i := range want {
			alike(t, want[i], got[i])
			for r, row := range got[i].Rows {
				for c := range got[i].Columns {
					if got[i].Columns[c].Kind != crosstab.Reference {
						assert.False(t, got[i].Cells[r][c].N > 0 && got[i].Cells[r][c].N < 5, "%d: %s %s", n, got[i].ID, row.ID)
					}
				}
			}
			assert.Empty(t, disclosure.Audit(got[i:i+1], disclosure.Rules{Minimum: 5}), "%d: %s\n%s", n, got[i].ID, got[i])
		}
		for _, p := range there.Problems {
			assert.False(t, p.N > 0 && p.N < 5, p.Kind)
		}
	}
}

// tablesOf returns all tables, or all but those of patterns.
func tablesOf(patterns bool) []string {
	if patterns {
		return TableIDs
	}
	return slices.DeleteFunc(slices.Clone(TableIDs), func(id string) bool { return strings.HasPrefix(id, "pattern") })
}
