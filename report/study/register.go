package study

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"stikprove/sample/crosstab"
	"stikprove/sample/register"
	"stikprove/survey"
)

// keyVariable is the environment variable with the secret that personal numbers
// of a register are hashed with. It stands in no file of a study but the one
// that key names.
const keyVariable = "STIKPROVE_KEY"

// Register says how a file of spells of absence becomes tables, see package
// register.
//
//	sources:
//	  spells: {file: data/spells.csv}     # or {database: postgres://host/name, table: spells}
//	register:
//	  begun: data/spells-begun.csv      # all spells begun, by municipality
//	  columns: {person: Borger, start: Fra}   # where their names do not tell
//	  key: secret.txt                   # or the environment variable STIKPROVE_KEY
//	  year: 2014
//	  kinds: ["14"]
//	  kind_label: {da: § 56-forløb, en: spells under section 56}   # what spells of those kinds are called
//	  kind_id: par56                    # and the id of their column
//	  join: adjoining                   # overlapping or none
//	  year_by: start                    # or any_day
//	  open: own_row                     # or leave_out
//	  until: 2015-06-30                 # the day spells without an end are taken to end
//	  stop: [too_few_fields, bad_quotes]
//	  tables: [person-age, spell-length]      # all where left out
type Register struct {
	place
	Source  string          `yaml:"source"` // spells where left out
	Begun   string          `yaml:"begun"`
	Columns registerColumns `yaml:"columns"`
	Key     string          `yaml:"key"`
	Year    int             `yaml:"year"`
	Kinds   []string        `yaml:"kinds"`
	Called  survey.Text     `yaml:"kind_label"`
	KindID  string          `yaml:"kind_id"`
	Join    string          `yaml:"join"`
	YearBy  string          `yaml:"year_by"`
	Open    string          `yaml:"open"`
	Until   string          `yaml:"until"`
	Stop    []string        `yaml:"stop"`
	Label   survey.Text     `yaml:"label"` // source line below the tables
	Tables  []string        `yaml:"tables"`

	from source   // the file, or the database
	held []string // tables that the sample is held against, see [fromRegister]
	hush bool     // no table of the register is printed
}

// registerColumns are headings, as [register.Columns] has them.
type registerColumns struct {
	place
	Person       string `yaml:"person"`
	Start        string `yaml:"start"`
	End          string `yaml:"end"`
	Municipality string `yaml:"municipality"`
	Kind         string `yaml:"kind"`
	Sex          string `yaml:"sex"`
	Birth        string `yaml:"birth"`
	Origin       string `yaml:"origin"`
}

// takeRegister takes the register's source from the others, which are read into
// memory, and checks what is said of it.
func (s *Study) takeRegister() {
	r := s.config.Register
	if r == nil {
		return
	}
	if r.Source == "" {
		r.Source = "spells"
	}
	s.known(r.place, "register.source", r.Source)
	r.from = s.config.Sources[r.Source]
	if _, ok := s.config.Sources[r.Source]; ok {
		s.checkRegisterSource("sources."+r.Source, r)
	}
	delete(s.config.Sources, r.Source)
	if s.config.Disclosure.Register == 0 {
		s.config.Disclosure.Register = 5
	}
	d, path, err := r.definitions()
	if err == nil {
		path, err = d.Check()
	}
	if err != nil {
		s.add(r.place, "register."+path, "%v", err)
	}
	if _, err := r.stop(); err != nil {
		s.add(r.place, "register.stop", "%v", err)
	}
	for i, id := range r.Tables {
		if !slices.Contains(register.TableIDs, id) {
			s.add(r.place, fmt.Sprintf("register.tables[%d]", i+1), "no table %s of a register%s", survey.Quote(id), survey.Instead(id, register.TableIDs))
		}
	}
}

// tableIDs returns the tables asked for, all where none are named.
func (r *Register) tableIDs() []string {
	if r == nil || r.hush {
		return nil
	}
	if len(r.Tables) > 0 {
		return r.Tables
	}
	return register.TableIDs
}

// definitions returns the definitions, or the setting that is wrong.
func (r *Register) definitions() (register.Definitions, string, error) {
	d := register.Definitions{Year: r.Year, Kinds: r.Kinds, KindLabel: r.Called, KindID: r.KindID, Join: register.Join(r.Join), YearBy: register.YearBy(r.YearBy), Open: register.Open(r.Open)}
	if r.Until != "" {
		var ok bool
		if d.Until, ok = register.ParseDay(r.Until); !ok {
			return d, "until", fmt.Errorf("got %s, want a date such as 2015-06-30", survey.Quote(r.Until))
		}
	}
	return d, "", nil
}

// stop returns the kinds of problem that stop the run; nil where it says
// nothing of them.
func (r *Register) stop() ([]register.Kind, error) {
	if r.Stop == nil {
		return nil, nil
	}
	kinds := []register.Kind{}
	for _, name := range r.Stop {
		k, ok := register.KindNamed(name)
		if !ok {
			return nil, fmt.Errorf("no kind of problem %s%s", survey.Quote(name), survey.Instead(name, register.KindNames()))
		}
		kinds = append(kinds, k)
	}
	return kinds, nil
}

// count reads the register in the file at path.
func (r *Register) count(path, begun, key string) (*register.Counts, error) {
	secret, err := readKey(key)
	if err != nil {
		return nil, err
	}
	d, _, err := r.definitions()
	if err != nil {
		return nil, err
	}
	stop, err := r.stop()
	if err != nil {
		return nil, err
	}
	from := register.Source{Path: path, Name: r.from.File, Key: secret, Encoding: r.from.Encoding, Columns: r.Columns.headings()}
	if r.from.Separator != "" {
		from.Separator, _ = utf8.DecodeRuneInString(r.from.Separator)
	}
	counts, err := register.Count(from, r.options(d, stop))
	if err != nil {
		return nil, err
	}
	counts.Label = r.Label
	if begun == "" {
		return counts, nil
	}
	all, err := register.ReadBegun(begun)
	if err != nil {
		return nil, err
	}
	return counts, counts.Begun(filepath.Base(begun), all).Err()
}

// options are what is counted for the tables asked for.
func (r *Register) options(d register.Definitions, stop []register.Kind) register.Options {
	read := r.read()
	return register.Options{Definitions: d, Stop: stop, Patterns: register.NeedsPatterns(read), NoPersons: !register.NeedsPersons(read)}
}

// headings returns the columns as the register has them.
func (c registerColumns) headings() register.Columns {
	return register.Columns{Person: c.Person, Start: c.Start, End: c.End, Municipality: c.Municipality, Kind: c.Kind, Sex: c.Sex, Birth: c.Birth, Origin: c.Origin}
}

// readKey returns the study's secret from a file or, where none is named, from
// the environment; nil where there is none. It stands in no message.
func readKey(path string) ([]byte, error) {
	secret := os.Getenv(keyVariable)
	if path != "" {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, survey.Problem{File: filepath.Base(path), Message: "the file with the key cannot be read"}
		}
		secret = string(content)
	}
	secret = strings.TrimSpace(secret)
	if secret == "" && path == "" {
		return nil, nil
	}
	if len(secret) < 16 {
		return nil, survey.Problem{Variable: keyVariable, Message: "the key is shorter than 16 characters; want a secret that nobody guesses"}
	}
	if key, err := hex.DecodeString(secret); err == nil {
		return key, nil
	}
	return []byte(secret), nil
}

// lacksRegister reports the register's files that are not there.
func (s *Study) lacksRegister() {
	for _, file := range []string{s.config.Register.from.File, s.config.Register.Begun} {
		if file == "" {
			continue
		}
		if _, err := os.Stat(s.inputs.path(file)); os.IsNotExist(err) {
			s.problems = append(s.problems, survey.Problem{File: file, Message: "no such file; the study names it"})
		}
	}
}

// registerTables makes the register's tables, where the study has one.
func (s *Study) registerTables(data *Data) ([]*crosstab.Table, error) {
	made, err := s.registerAside(data)
	if err != nil {
		return nil, err
	}
	return made()
}

// registerAside counts the register and returns what waits for its tables, which
// are made meanwhile. A run reads the register once.
func (s *Study) registerAside(data *Data) (func() ([]*crosstab.Table, error), error) {
	none := func() ([]*crosstab.Table, error) { return nil, nil }
	r := s.config.Register
	if r == nil || r.from.File == "" && r.from.Database == "" {
		return none, nil
	}
	if len(s.problems) > 0 {
		s.lacksRegister() // millions of rows are not read in vain
		return none, nil
	}
	if s.spells == nil {
		counts, err := s.registerCounts(data)
		if err != nil || counts == nil {
			return none, err
		}
		s.spells = counts
	}
	if r.hush {
		return none, nil
	}
	tables := sync.OnceValues(func() ([]*crosstab.Table, error) {
		return s.spells.Tables(r.Tables, s.config.Disclosure.Register, s.config.Level)
	})
	go func() {
		defer func() { _ = recover() }() // who waits has the panic too
		_, _ = tables()
	}()
	return func() ([]*crosstab.Table, error) {
		made, err := tables()
		return made, s.keep(s.spells.File, err)
	}, nil
}

// registerCounts counts the register; nil where it has problems, which are kept.
func (s *Study) registerCounts(data *Data) (*register.Counts, error) {
	r := s.config.Register
	if r.from.Database != "" {
		return s.databaseCounts(data)
	}
	begun, key := "", ""
	if r.Begun != "" {
		s.inputs.record(r.Begun)
		begun = s.inputs.path(r.Begun)
	}
	if r.Key != "" {
		key = s.inputs.path(r.Key)
	}
	s.inputs.recordLarge(r.from.File)
	counts, err := r.count(s.inputs.path(r.from.File), begun, key)
	if err != nil {
		return nil, s.keep(r.from.File, err)
	}
	data.Spells = Count{r.Source, counts.Rows}
	for _, p := range counts.Problems {
		data.Notes = append(data.Notes, p.Said(r.from.File))
	}
	return counts, nil
}
