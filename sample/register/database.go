package register

import (
	"context"
	"fmt"
	network "net"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgconn/ctxwatch"

	"stikprove/survey"
)

// Database is a register that stays where it lies: a table, or a view, of
// spells in PostgreSQL or an engine that speaks its protocol. What is counted is
// counted there, in a transaction that reads only.
type Database struct {
	// URL is postgres://host/database, or the name of an environment variable
	// behind a $ that holds it. What it leaves out, the password above all,
	// comes from PGPASSWORD, PGSERVICEFILE, ~/.pgpass and the like, as for
	// PostgreSQL's own programs.
	URL     string
	Table   string // name, behind its schema and a point where it has one
	Columns Columns
	Timeout time.Duration // of a statement; half an hour where 0
}

// IsDatabase reports whether a source is the address of a database.
func IsDatabase(source string) bool {
	return strings.HasPrefix(source, "postgres://") || strings.HasPrefix(source, "postgresql://") || strings.HasPrefix(source, "$")
}

// statementTime is how long a statement may take where nothing is said, and
// connectTime how long a server may take to answer.
const (
	statementTime = 30 * time.Minute
	connectTime   = 10 * time.Second
)

// config returns how to connect. No message holds the address itself: it may
// have a password.
func (d Database) config() (*pgx.ConnConfig, error) {
	address := d.URL
	if name, variable := strings.CutPrefix(address, "$"); variable {
		if address = os.Getenv(name); address == "" {
			return nil, survey.Problem{Variable: name, Message: "the environment variable is not set; want the address of a database, postgres://host/database"}
		}
	}
	if _, err := url.Parse(address); err != nil || !IsDatabase(address) || strings.HasPrefix(address, "$") {
		return nil, survey.Problem{Variable: "database", Message: "the address cannot be read; want postgres://host/database (a sign such as / or @ in a password is written %2F or %40)"}
	}
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return nil, survey.Problem{Variable: "database", Message: "the address or what the environment adds to it (PGSERVICE, PGSERVICEFILE, PGSSLMODE and the like) cannot be read; want postgres://host/database"}
	}
	if config.ConnectTimeout == 0 || config.ConnectTimeout > time.Hour {
		config.ConnectTimeout = connectTime
	}
	config.RuntimeParams["application_name"] = "stikprove"
	// The server is told to stop: a query whose client has gone runs on.
	config.BuildContextWatcherHandler = func(c *pgconn.PgConn) ctxwatch.Handler {
		return &pgconn.CancelRequestContextWatcherHandler{Conn: c, DeadlineDelay: 5 * time.Second}
	}
	return config, nil
}

// Name returns what messages call the table: where it is, without user,
// password or settings.
func (d Database) Name() string {
	config, err := d.config()
	if err != nil {
		return d.Table
	}
	return placeOf(config) + " " + d.Table
}

// DatabaseName returns the name of the database, without where it is.
func (d Database) DatabaseName() string {
	config, err := d.config()
	if err != nil {
		return ""
	}
	return config.Database
}

func placeOf(config *pgx.ConnConfig) string {
	host := config.Host
	if config.Port != 5432 && !strings.HasPrefix(host, "/") {
		host = network.JoinHostPort(host, strconv.Itoa(int(config.Port)))
	}
	return "postgres://" + host + "/" + config.Database
}

// source returns the source line of tables. A report need not tell where a
// database is.
func (d Database) source() survey.Text {
	config, err := d.config()
	if err != nil {
		return nil
	}
	return text(fmt.Sprintf("Registret over forløb, tabellen %s i databasen %s", d.Table, config.Database),
		fmt.Sprintf("The register of spells, table %s of the database %s", d.Table, config.Database))
}

// identifier returns the table's name as SQL writes it.
func (d Database) identifier() string {
	return pgx.Identifier(strings.Split(d.Table, ".")).Sanitize()
}

// session is a connection with a transaction that reads one state of the
// database.
type session struct {
	conn   *pgx.Conn
	tx     pgx.Tx
	errors wording
}

// open connects and begins. The caller closes.
func (d Database) open(ctx context.Context) (*session, error) {
	config, err := d.config()
	if err != nil {
		return nil, err
	}
	if d.Timeout <= 0 {
		d.Timeout = statementTime
	}
	s := &session{errors: wording{name: placeOf(config), table: d.Table, user: config.User, timeout: d.Timeout}}
	if s.conn, err = pgx.ConnectConfig(ctx, config); err != nil {
		return nil, s.errors.of(ctx, err)
	}
	if s.tx, err = s.conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}); err == nil {
		_, err = s.tx.Exec(ctx, fmt.Sprintf("SET LOCAL statement_timeout = %d", d.Timeout.Milliseconds()))
	}
	if err != nil {
		s.close()
		return nil, s.errors.of(ctx, err)
	}
	return s, nil
}

// close ends the transaction, which has changed nothing, and the connection.
func (s *session) close() {
	ctx, cancel := context.WithTimeout(context.Background(), connectTime)
	defer cancel()
	if s.tx != nil {
		_ = s.tx.Rollback(ctx) // the connection's end rolls back too
	}
	_ = s.conn.Close(ctx)
}

// rows runs a query and hands each row's values to take.
func (s *session) rows(ctx context.Context, query string, take func(pgx.Rows) error, args ...any) error {
	rows, err := s.tx.Query(ctx, query, args...)
	if err == nil {
		for err == nil && rows.Next() {
			err = take(rows)
		}
		rows.Close()
		if err == nil {
			err = rows.Err()
		}
	}
	if err != nil {
		return s.errors.of(ctx, err)
	}
	return nil
}
