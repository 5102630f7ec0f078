package register

import (
	"context"
	"errors"
	"fmt"
	network "net"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"stikprove/survey"
)

// wording makes one sentence of what a database or the way to it does. What the
// server says itself is passed on by its code alone, since its words may hold
// what stands in a row.
type wording struct {
	name, table, user string
	timeout           time.Duration
}

// of words an error. It is a [survey.Problem] where the user can mend it by
// another address, password, table or right, and otherwise the system's.
func (w wording) of(ctx context.Context, err error) error {
	if words, is := w.ended(ctx, err); is {
		return errors.New(w.name + ": " + words)
	}
	var server *pgconn.PgError
	if !errors.As(err, &server) {
		return errors.New(w.name + ": " + w.unreachable(err))
	}
	if words, is := w.toMend(server); is {
		return survey.Problem{File: w.name, Message: words}
	}
	return errors.New(w.name + ": " + w.system(server))
}

// ended words what stopped a query that was on its way.
func (w wording) ended(ctx context.Context, err error) (string, bool) {
	var server *pgconn.PgError
	code := ""
	if errors.As(err, &server) {
		code = server.Code
	}
	switch {
	case ctx.Err() != nil:
		return "stopped before the database was done; the query was cancelled there", true
	case code == "57014" && strings.Contains(server.Message, "timeout"):
		return fmt.Sprintf("a query took more than the %s it may; give more time, or the table an index on the persons", w.timeout), true
	case code == "57014":
		return "the query was cancelled at the server", true
	case code == "57P01", code == "57P02":
		return "the server ended the connection half-way (it was shut down or restarted, or somebody ended the query); run again", true
	case code == "57P03":
		return "the server is starting up, shutting down or recovering; run again when it is ready", true
	}
	return "", false
}

// toMend words what the user can mend.
func (w wording) toMend(server *pgconn.PgError) (string, bool) {
	switch code := server.Code; {
	case code == "28P01":
		return "the password of user " + survey.Quote(w.user) + " is wrong, or none was given; set PGPASSWORD or a line in ~/.pgpass", true
	case strings.HasPrefix(code, "28"):
		return "the server does not let user " + survey.Quote(w.user) + " in from here; ask its administrator", true
	case code == "3D000":
		return "the server has no such database", true
	case code == "42501":
		return "user " + survey.Quote(w.user) + " may not read the table " + survey.Quote(w.table) + "; ask for GRANT SELECT on it", true
	case code == "42P01", code == "3F000":
		return "no table " + survey.Quote(w.table), true
	case code == "42703":
		return "a column that the register had is gone", true
	}
	return "", false
}

// system words what the server could not do.
func (w wording) system(server *pgconn.PgError) string {
	switch code := server.Code; {
	case code == "53100":
		return "the server's disk is full"
	case code == "53300":
		return "the server has no connection free"
	case strings.HasPrefix(code, "53"):
		return "the server has too little memory or room for the query"
	case strings.HasPrefix(code, "42"), strings.HasPrefix(code, "0A"):
		return "the server does not understand the query (SQLSTATE " + code + "); PostgreSQL 15 and 18 are what was tried"
	}
	return "the server stopped at an error (SQLSTATE " + server.Code + ")"
}

// unreachable words an error on the way to the server.
func (w wording) unreachable(err error) string {
	var lookup *network.DNSError
	var way network.Error
	var connecting *pgconn.ConnectError
	switch {
	case errors.As(err, &lookup):
		return "no such host"
	case !errors.As(err, &connecting):
		return "the connection broke off half-way; run again"
	case errors.As(err, &way) && way.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return "the server does not answer; is the host right, and is there a way to it?"
	case strings.Contains(err.Error(), "tls"), strings.Contains(err.Error(), "TLS"), strings.Contains(err.Error(), "x509"):
		return "no encrypted connection that can be trusted; see sslmode and sslrootcert of PostgreSQL"
	}
	return "the server cannot be reached: nothing listens there"
}
