package register

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

const fewSpells = "person,start,slut\n1,2014-01-01,2014-01-02\n2,2014-02-01,2014-02-02\n"

// fails counts with no minimum and returns the sentence that it ends with, and
// whether it is the user's to mend.
func fails(t *testing.T, ctx context.Context, d Database, o Options) (string, bool) {
	t.Helper()
	_, err := CountDatabase(ctx, d, DatabaseOptions{Options: o, Minimum: 1})
	require.Error(t, err)
	var problem survey.Problem
	var problems survey.Problems
	mend := errors.As(err, &problem) || errors.As(err, &problems)
	assert.NotContains(t, err.Error(), "\n", "one sentence")
	assert.NotContains(t, err.Error(), "hemmelig")
	return err.Error(), mend
}

// execute runs statements at the server and undoes them when the test ends.
func execute(t *testing.T, do, undo string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, server(t))
	require.NoError(t, err)
	_, err = conn.Exec(ctx, do)
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := conn.Exec(ctx, undo)
		assert.NoError(t, err)
		assert.NoError(t, conn.Close(ctx))
	})
}

// with returns the address changed.
func with(t *testing.T, change func(*url.URL)) string {
	t.Helper()
	u, err := url.Parse(server(t))
	require.NoError(t, err)
	change(u)
	return u.String()
}

// TestDatabaseProblems holds what the user can mend to one sentence that says
// what.
func TestDatabaseProblems(t *testing.T) {
	d := loaded(t, "person int, start date, slut date", fewSpells)
	odd := loaded(t, "person int, start text, slut date", fewSpells)
	role := fmt.Sprintf("stikprove_%08x", rand.Uint32())
	execute(t, "CREATE ROLE "+role+" LOGIN PASSWORD 'hemmelig-rigtig'", "DROP ROLE "+role)
	as := func(password string) string {
		return with(t, func(u *url.URL) { u.User = url.UserPassword(role, password) })
	}
	ctx := context.Background()
	for _, k := range []struct {
		name string
		d    Database
		want string
	}{
		{"table", Database{URL: d.URL, Table: strings.ToUpper(d.Table)}, `no table "` + strings.ToUpper(d.Table) + `"`},
		{"schema", Database{URL: d.URL, Table: "nowhere." + d.Table}, `no table "nowhere.` + d.Table + `"`},
		{"column", Database{URL: d.URL, Table: d.Table, Columns: Columns{End: "slutt"}}, `end: no column "slutt"; did you mean "slut"?`},
		{"type", odd, `start: the column "start" is of type text, want a date; a view can cast it`},
		{"database", Database{URL: with(t, func(u *url.URL) { u.Path = "/nowhere" }), Table: d.Table}, "the server has no such database"},
		{"rights", Database{URL: as("hemmelig-rigtig"), Table: d.Table}, `user "` + role + `" may not read the table "` + d.Table + `"; ask for GRANT SELECT on it`},
		{"address", Database{URL: "postgres://hemmelig:hemmelig@host:port/x", Table: d.Table}, "the address cannot be read"},
		{"variable", Database{URL: "$STIKPROVE_NOWHERE", Table: d.Table}, "STIKPROVE_NOWHERE: the environment variable is not set"},
	} {
		said, mend := fails(t, ctx, k.d, Options{})
		assert.Contains(t, said, k.want, k.name)
		assert.True(t, mend, k.name)
	}
	t.Run("password", func(t *testing.T) {
		wrong := Database{URL: as("hemmelig-forkert"), Table: d.Table}
		if conn, err := pgx.Connect(ctx, wrong.URL); err == nil {
			_ = conn.Close(ctx)
			t.Skip("this server asks for no passwords")
		}
		said, mend := fails(t, ctx, wrong, Options{})
		assert.Contains(t, said, `the password of user "`+role+`" is wrong, or none was given; set PGPASSWORD or a line in ~/.pgpass`)
		assert.True(t, mend)
	})
}

// TestDatabaseUnreachable needs no server.
func TestDatabaseUnreachable(t *testing.T) {
	said, mend := fails(t, context.Background(), Database{URL: "postgres://a:hemmelig@127.0.0.1:1/x", Table: "spells"}, Options{})
	assert.Equal(t, "postgres://127.0.0.1:1/x: the server cannot be reached: nothing listens there", said)
	assert.False(t, mend)
	said, _ = fails(t, context.Background(), Database{URL: "postgres://a:hemmelig@nowhere.invalid/x", Table: "spells"}, Options{})
	assert.Equal(t, "postgres://nowhere.invalid/x: no such host", said)
}

// TestDatabaseEnds holds a query that is timed out, interrupted or ended at the
// server to one sentence, and to having ended there.
func TestDatabaseEnds(t *testing.T) {
	d := loaded(t, "person int, start date, slut date", fewSpells)
	slow := d.Table + "_slow"
	execute(t, "CREATE VIEW "+slow+" AS SELECT s.* FROM "+d.Table+" AS s, (SELECT pg_sleep(20)) AS z", "DROP VIEW "+slow)
	ctx := context.Background()
	d.Table, d.Timeout = slow, 300*time.Millisecond
	said, mend := fails(t, ctx, d, Options{})
	assert.Contains(t, said, "a query took more than the 300ms it may")
	assert.False(t, mend)

	d.Timeout = 0
	stopped, stop := context.WithTimeout(ctx, 500*time.Millisecond)
	defer stop()
	said, mend = fails(t, stopped, d, Options{})
	assert.Contains(t, said, "stopped before the database was done; the query was cancelled there")
	assert.False(t, mend)
	assert.Eventually(t, func() bool { return running(t) == 0 }, 5*time.Second, 50*time.Millisecond, "the query runs on")

	for function, want := range map[string]string{
		"pg_terminate_backend": "the server ended the connection half-way (it was shut down or restarted, or somebody ended the query); run again",
		"pg_cancel_backend":    "the query was cancelled at the server",
	} {
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			assert.Eventually(t, func() bool { return running(t) > 0 }, 5*time.Second, 20*time.Millisecond)
			ask(t, "SELECT count("+function+"(pid)) FROM pg_stat_activity "+sleeping)
		}()
		said, mend = fails(t, ctx, d, Options{})
		<-ended
		assert.Contains(t, said, want)
		assert.False(t, mend)
	}
}

// sleeping finds our queries of a slow view.
const sleeping = "WHERE application_name = 'stikprove' AND wait_event = 'PgSleep'"

// running counts our queries of a slow view that run at the server.
func running(t *testing.T) int {
	return ask(t, "SELECT count(*) FROM pg_stat_activity "+sleeping)
}

func ask(t *testing.T, query string) (n int) {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, server(t))
	if !assert.NoError(t, err) {
		return 0
	}
	defer conn.Close(ctx)
	assert.NoError(t, conn.QueryRow(ctx, query).Scan(&n))
	return n
}

// TestDatabaseEnvironment holds an address to being filled from a service file
// and a file of passwords, and what messages call it to holding neither user nor
// password. It needs no server.
func TestDatabaseEnvironment(t *testing.T) {
	services := file(t, "pg_service.conf", []byte("[ministry]\nhost=127.0.0.1\nport=1\nuser=anna\ndbname=register\n"))
	t.Setenv("PGSERVICEFILE", services)
	t.Setenv("PGPASSFILE", file(t, "pgpass", []byte("127.0.0.1:1:register:anna:hemmelig\n")))
	d := Database{URL: "postgres:///?service=ministry", Table: "spells"}
	config, err := d.config()
	require.NoError(t, err)
	assert.Equal(t, []any{"127.0.0.1", uint16(1), "anna", "hemmelig", "register"},
		[]any{config.Host, config.Port, config.User, config.Password, config.Database})
	assert.Equal(t, "postgres://127.0.0.1:1/register spells", d.Name())
	said, _ := fails(t, context.Background(), d, Options{})
	assert.Equal(t, "postgres://127.0.0.1:1/register: the server cannot be reached: nothing listens there", said)
	t.Setenv("PGSERVICE", "ministry")
	assert.Equal(t, d.Name(), Database{URL: "postgres://", Table: "spells"}.Name())
	said, mend := fails(t, context.Background(), Database{URL: "postgres:///?service=nowhere", Table: "spells"}, Options{})
	assert.Contains(t, said, "PGSERVICEFILE")
	assert.True(t, mend)
}
