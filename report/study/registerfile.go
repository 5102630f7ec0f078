package study

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"

	"stikprove/report"
	"stikprove/sample/register"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// RegisterOptions say how a register outside a study is read. Of a study's
// register only Language, Persons and the tables may be said.
type RegisterOptions struct {
	Register
	ColumnList []string // person=Borger and so on
	Separator  string
	Encoding   string
	Table      string        // of a database: name of the table of spells
	Timeout    time.Duration // of a database: how long a query may take; half an hour where 0
	Minimum    int           // smallest count that may be printed; 5 where 0
	Level      float64       // of the intervals; 0.95 where 0
	Language   string        // da where empty
	Persons    string        // file to write the pseudonyms of persons with a pattern to; empty for none
}

// RegisterReading is what a register came to.
type RegisterReading struct {
	*report.Document
	Rows     int
	Problems survey.Problems // what was seen and does not stop anybody
}

// Check returns the flag of the first value that cannot be, and what is wrong.
func (o *RegisterOptions) Check() (flag string, err error) {
	for _, pair := range o.ColumnList {
		key, heading, ok := strings.Cut(pair, "=")
		into := o.Columns.named(strings.TrimSpace(key))
		if !ok || into == nil {
			return "columns", fmt.Errorf("%s: want a list such as person=Borger,start=Fra, with %s", pair, strings.Join(registerColumnNames, ", "))
		}
		*into = strings.TrimSpace(heading)
	}
	d, setting, err := o.definitions()
	if err == nil {
		setting, err = d.Check()
	}
	if err != nil {
		return strings.ReplaceAll(setting, "_", "-"), err
	}
	_, err = o.stop()
	return "stop", err
}

var registerColumnNames = []string{"person", "start", "end", "municipality", "kind", "sex", "birth", "origin"}

// named returns the heading of a column, or nil.
func (c *registerColumns) named(key string) *string {
	into := map[string]*string{"person": &c.Person, "start": &c.Start, "end": &c.End, "municipality": &c.Municipality,
		"kind": &c.Kind, "sex": &c.Sex, "birth": &c.Birth, "origin": &c.Origin}
	return into[key]
}

// ReadRegister makes the tables of a file of spells, or of a table of them in
// the database that path is the address of.
func ReadRegister(path string, o RegisterOptions, progress Progress) (*RegisterReading, error) {
	progress.say("reading the spells")
	o.from = source{Separator: o.Separator, Encoding: o.Encoding, Table: o.Table}
	if o.Minimum == 0 {
		o.Minimum = 5
	}
	if o.Level == 0 {
		o.Level = 0.95
	}
	if o.Language == "" {
		o.Language = "da"
	}
	r := o.Register
	if o.Persons != "" && !register.NeedsPatterns(r.Tables) {
		r.Tables = append(r.Tables[:len(r.Tables):len(r.Tables)], "pattern")
	}
	counts, err := r.countAt(path, o)
	if err != nil {
		return nil, err
	}
	progress.say("tabulating")
	tables, err := counts.Tables(o.Tables, o.Minimum, o.Level)
	if err != nil {
		return nil, err
	}
	if o.Persons != "" {
		if err := writePersons(o.Persons, o.Key, counts); err != nil {
			return nil, err
		}
	}
	document, err := report.Arrange(report.Content{Version: Version, Tables: tables}, o.Language)
	if err != nil {
		return nil, err
	}
	reading := &RegisterReading{Document: document, Rows: counts.Rows}
	for _, p := range counts.Problems {
		reading.Problems = append(reading.Problems, p.Said(counts.File))
	}
	return reading, nil
}

// writePersons writes the persons whose spells show a pattern, by pseudonym.
// Without the study's key the pseudonyms would mean nothing.
func writePersons(path, key string, counts *register.Counts) error {
	if secret, _ := readKey(key); secret == nil {
		return survey.Problem{Variable: keyVariable, Message: "a list of persons is by pseudonym, which wants the study's key: --key FILE, or this environment variable"}
	}
	return whole.WriteMode(path, 0o600, func(w io.Writer) error { return personsCSV(w, counts.PatternPersons()) })
}

func personsCSV(to io.Writer, persons []register.PatternPerson) error {
	w := csv.NewWriter(to)
	_ = w.Write([]string{"pseudonym", "starts", "weekday", "interval"}) // an error shows again below
	for _, p := range persons {
		_ = w.Write([]string{p.Pseudonym, fmt.Sprint(p.Starts), yesNo(p.Weekday), yesNo(p.Interval)})
	}
	w.Flush()
	return w.Error()
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// Register makes the tables of a study's register alone. An empty language is
// the study's own.
func (s *Study) Register(language string, tables []string, progress Progress) (*RegisterReading, error) {
	if s.config.Register == nil {
		return nil, survey.Problem{File: s.file, Message: "the study has no register; name a file of spells under sources and say register"}
	}
	s = s.afresh()
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	if language == "" {
		language = s.config.Language
	}
	if len(tables) > 0 {
		r := *s.config.Register
		r.Tables = tables
		s.config.Register = &r
	}
	progress.say("reading the spells")
	data := &Data{}
	made, err := s.registerTables(data)
	if err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	c := s.config
	document, err := report.Arrange(report.Content{Study: c.Study, Wave: c.Wave, Version: Version, Notice: c.Notice, Tables: made}, language)
	if err != nil {
		return nil, err
	}
	return &RegisterReading{Document: document, Rows: data.Spells.N, Problems: data.Notes}, nil
}
