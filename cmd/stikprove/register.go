package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stikprove/report/render"
	"stikprove/report/study"
	"stikprove/survey"
)

type registerOptions struct {
	format string
	study.RegisterOptions
}

func newRegister() *cobra.Command {
	var o registerOptions
	var label string
	cmd := &cobra.Command{
		Use:   "register FILE | register STUDY | register postgres://HOST/DATABASE --table T",
		Short: "Spells of absence to the tables of a population",
		Long: `Register reads a register of spells of absence, a row each with a person, a start
and an end, and where the file has them the municipality, the kind, the sex, the
birth and the origin, and makes the tables of the year: who has spells of the
kinds that the study is of, where, how long, how many, how far apart, in which
patterns.

A file is delimited text, as it is or compressed by gzip; its columns are found
by their Danish or English names. A table of a PostgreSQL database is counted
where it lies: only groups of tables come out, and none below the minimum. What
the address leaves out, the password above all, is taken from PGPASSWORD,
~/.pgpass or a service file (PGSERVICEFILE). Of a study, study.yaml says all of
it under register. Counts from 1 to below the minimum are hidden, with those that would
give them back. Personal numbers are replaced by a keyed hash as they are read;
the key is the study's, in a file (--key) or in STIKPROVE_KEY.
` + exitCodes,
		Example: "  stikprove register testdata/par56-2015/data/spells.csv --begun testdata/par56-2015/data/spells-begun.csv\n" +
			"  stikprove register testdata/par56-2015 --tables spell-length,gaps --format json\n" +
			"  stikprove register postgres://host/register --table spells",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if label != "" {
				o.Called = survey.Words(label)
			}
			return runRegister(cmd, args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.Language, "language", "", "da or en (default the study's own, da for a file)")
	f.StringSliceVar(&o.Tables, "tables", nil, "ids of the tables wanted (default all)")
	f.StringVar(&o.Begun, "begun", "", "of a file: table of all spells begun, by municipality")
	f.StringSliceVar(&o.ColumnList, "columns", nil, "of a file: where headings do not tell, such as person=Borger,start=Fra")
	f.IntVar(&o.Year, "year", 0, "of a file: calendar year (default the one in which most spells begin)")
	f.StringSliceVar(&o.Kinds, "kind", nil, "of a file: kinds of spell the study is of (default 14)")
	f.StringVar(&label, "kind-label", "", "of a file: what spells of those kinds are called (default \"spells of kind 14\")")
	f.StringVar(&o.KindID, "kind-id", "", "of a file: id of their column (default own)")
	f.StringVar(&o.Join, "join", "", "of a file: rows that are one spell: adjoining, overlapping or none (default adjoining)")
	f.StringVar(&o.YearBy, "year-by", "", "of a file: which spells are the year's: start or any_day (default start)")
	f.StringVar(&o.Open, "open", "", "of a file: spells without an end: own_row or leave_out (default own_row)")
	f.StringVar(&o.Until, "until", "", "of a file: day at which spells without an end are taken to end")
	f.StringSliceVar(&o.Stop, "stop", nil, "of a file: kinds of problem that stop the run (default too_few_fields,bad_quotes)")
	f.StringVar(&o.Separator, "separator", "", "of a file: what stands between fields, where a guess is wrong")
	f.StringVar(&o.Encoding, "encoding", "", "of a file: utf-8, utf-16le, utf-16be, windows-1252 or macintosh, where a guess is wrong")
	f.IntVar(&o.Minimum, "minimum", 0, "of a file: smallest count that may be printed (default 5)")
	f.Float64Var(&o.Level, "level", 0, "of a file: confidence level of the intervals (default 0.95)")
	f.StringVar(&o.Key, "key", "", "of a file: file with the key that personal numbers are hashed with")
	f.StringVar(&o.Table, "table", "", "of a database: the table or view of spells, such as spells or schema.spells")
	f.DurationVar(&o.Timeout, "timeout", 0, "of a database: how long a query may take (default 30m)")
	f.StringVar(&o.Persons, "persons", "", "of a file: write the persons with a pattern here, by pseudonym")
	return cmd
}

// ofFile are the flags that a study does not take: study.yaml says it.
var ofFile = []string{"begun", "columns", "year", "kind", "kind-label", "kind-id", "join", "year-by", "open", "until", "stop", "separator", "encoding",
	"minimum", "level", "key", "persons", "table", "timeout"}

// ofText are the flags that a database has no use for, and ofTable those that a
// file has none for.
var (
	ofText  = []string{"separator", "encoding", "key", "persons"}
	ofTable = []string{"table", "timeout"}
)

func runRegister(cmd *cobra.Command, path string, o registerOptions) error {
	if err := checkRegister(&o); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	reading, err := readRegister(cmd, path, o, line.say)
	line.clear()
	if err != nil {
		return err
	}
	for _, p := range reading.Problems {
		fmt.Fprintln(cmd.ErrOrStderr(), p)
	}
	out := cmd.OutOrStdout()
	if o.format == "json" {
		return render.JSON(out, reading.Document)
	}
	for i, t := range reading.Tables {
		if i > 0 {
			fmt.Fprintln(out)
		}
		if err := render.Text(out, t, reading.Language, terminalWidth()); err != nil {
			return err
		}
	}
	return nil
}

// checkRegister refuses flags that cannot be and takes the columns apart.
func checkRegister(o *registerOptions) error {
	if err := checkLanguage(o.Language); err != nil {
		return err
	}
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if o.Minimum < 0 {
		return usageError{fmt.Errorf("--minimum %d: want a count from 1", o.Minimum)}
	}
	if o.Level != 0 && !(o.Level > 0 && o.Level < 1) {
		return usageError{fmt.Errorf("--level %v: want a share between 0 and 1", o.Level)}
	}
	if flag, err := o.Check(); err != nil {
		return usageError{fmt.Errorf("--%s: %w", flag, err)}
	}
	return nil
}

// readRegister reads a study's register or a file.
func readRegister(cmd *cobra.Command, path string, o registerOptions, progress study.Progress) (*study.RegisterReading, error) {
	if study.IsDatabase(path) {
		return readDatabase(cmd, path, o, progress)
	}
	stat, err := os.Stat(path)
	if ext := strings.ToLower(filepath.Ext(path)); err != nil || !stat.IsDir() && ext != ".yaml" && ext != ".yml" {
		if err := refuse(cmd, ofTable, "a database; "+path+" is a file"); err != nil {
			return nil, err
		}
		return study.ReadRegister(path, o.RegisterOptions, progress)
	}
	if err := refuse(cmd, ofFile, "a file; a study says it in study.yaml, under register"); err != nil {
		return nil, err
	}
	s, err := study.Load(path)
	if err != nil {
		return nil, err
	}
	return s.Register(o.Language, o.Tables, progress)
}

// readDatabase reads a register in a database.
func readDatabase(cmd *cobra.Command, address string, o registerOptions, progress study.Progress) (*study.RegisterReading, error) {
	if err := refuse(cmd, ofText, "a file; no row of a database comes out of it"); err != nil {
		return nil, err
	}
	if o.Table == "" {
		return nil, usageError{errors.New("--table: want the table or view of spells in the database, such as spells or schema.spells")}
	}
	if o.Timeout < 0 || o.Timeout > 0 && o.Timeout < time.Second {
		return nil, usageError{fmt.Errorf("--timeout %s: want a time from 1s", o.Timeout)}
	}
	return study.ReadRegister(address, o.RegisterOptions, progress)
}
