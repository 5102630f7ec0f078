package study

import (
	"cmp"
	"context"
	"path/filepath"
	"sync"
	"time"

	"stikprove/sample/register"
	"stikprove/survey"
)

// A register may stay where it lies: the tables are counted by the database,
// and nothing comes out below the minimum that the study says.
//
//	sources:
//	  spells: {database: postgres://host/name, table: spells, timeout: 30m}
//	  spells: {database: $REGISTER, table: schema.spells}   # the address in an environment variable
//
// A password belongs in PGPASSWORD, ~/.pgpass or a service file; one in the
// address is used and stands in no message and no output.

// IsDatabase reports whether a register is named by the address of a database.
func IsDatabase(name string) bool { return register.IsDatabase(name) }

// checkRegisterSource checks where the spells are said to be.
func (s *Study) checkRegisterSource(path string, r *Register) {
	from := r.from
	switch {
	case from.Database == "" && from.File == "":
		s.add(from.place, path, "want a file of spells, or a database and a table")
	case from.Database != "" && from.File != "":
		s.add(from.place, path, "has both file and database, want one of them")
	case from.Database != "" && !register.IsDatabase(from.Database):
		s.add(from.place, path+".database", "want postgres://host/database, or $NAME of an environment variable that holds it")
	case from.Database != "" && from.Table == "":
		s.add(from.place, path, "want the table that the spells are in")
	}
	if from.Timeout == "" {
		return
	}
	if t, err := time.ParseDuration(from.Timeout); err != nil || t < time.Second {
		s.add(from.place, path+".timeout", "got %s, want a time from 1s, such as 30m", survey.Quote(from.Timeout))
	}
}

// countAt reads the register in a file or a database.
func (r *Register) countAt(path string, o RegisterOptions) (*register.Counts, error) {
	if !register.IsDatabase(path) {
		return r.count(path, o.Begun, o.Key)
	}
	return r.countDatabase(register.Database{URL: path, Table: o.Table, Columns: r.Columns.headings(), Timeout: o.Timeout}, o.Begun, o.Minimum)
}

// databases are the counts that run in databases, until interrupted is done.
var (
	databases              sync.WaitGroup
	interrupted, interrupt = context.WithCancel(context.Background())
)

// StopDatabases cancels the queries that run in databases and waits until they
// have ended, at most some seconds. It is for a program that is about to end: a
// query whose client has gone runs on.
func StopDatabases() {
	interrupt()
	databases.Wait()
}

// countDatabase counts the register in its database.
func (r *Register) countDatabase(from register.Database, begun string, minimum int) (*register.Counts, error) {
	d, _, err := r.definitions()
	if err != nil {
		return nil, err
	}
	stop, err := r.stop()
	if err != nil {
		return nil, err
	}
	o := register.DatabaseOptions{Options: r.options(d, stop), Minimum: minimum, BegunFile: filepath.Base(begun)}
	if begun != "" {
		if o.Begun, err = register.ReadBegun(begun); err != nil {
			return nil, err
		}
	}
	databases.Add(1)
	defer databases.Done()
	counts, err := register.CountDatabase(interrupted, from, o)
	if err != nil {
		return nil, err
	}
	if len(r.Label) > 0 {
		counts.Label = r.Label
	}
	return counts, nil
}

// databaseCounts counts the register in its database; nil where it has
// problems, which are kept.
func (s *Study) databaseCounts(data *Data) (*register.Counts, error) {
	r := s.config.Register
	begun := ""
	if r.Begun != "" {
		s.inputs.record(r.Begun)
		begun = s.inputs.path(r.Begun)
	}
	timeout, _ := time.ParseDuration(cmp.Or(r.from.Timeout, "0s")) // checked when the study was loaded
	from := register.Database{URL: r.from.Database, Table: r.from.Table, Columns: r.Columns.headings(), Timeout: timeout}
	counts, err := r.countDatabase(from, begun, s.config.Disclosure.Register)
	if err != nil {
		return nil, s.keep(from.Name(), err)
	}
	data.Spells = Count{r.Source, counts.Rows}
	data.Database = &database{Name: from.DatabaseName(), Table: from.Table, Rows: counts.Rows}
	for _, p := range counts.Problems {
		data.Notes = append(data.Notes, p.Said(counts.File))
	}
	return counts, nil
}
