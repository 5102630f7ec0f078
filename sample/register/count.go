package register

import (
	"crypto/rand"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"stikprove/survey"
)

// Options say what is counted.
type Options struct {
	Definitions
	// Stop lists the kinds of problem that stop a run. [TooFewFields] and
	// [BadQuotes] where nil.
	Stop []Kind
	// Patterns says that the starts of persons' spells are kept and tested.
	Patterns bool
	// NoPersons says that sex, birth and origin are not read: no table of
	// persons by them can be made then.
	NoPersons bool
	// Workers is the number of goroutines; the number of processors where 0.
	Workers int
}

// Counts are the sums of a register.
type Counts struct {
	Definitions     // filled in, with the year
	Rows        int // rows read
	Problems    []Problem
	File        string // base name
	sums        sums
	names       []string // of municipalities by number
	found       found
	forever     bool       // some ends are a day that is none
	suspects    []suspects // in no order of persons
	key         []byte
	begun       map[string]int // all spells begun by municipality, where a table tells
	held        *heldBack      // what a database did not tell; nil of a file
	atDatabase  *tested        // what the test of patterns came to there

	Label survey.Text // the study's own source line; one from File where empty
}

// Count reads a register. The error is a [survey.Problem] or several where the
// file or its rows are at fault: every kind of problem that stops the run.
func Count(s Source, o Options) (*Counts, error) {
	if setting, err := o.Check(); err != nil {
		return nil, survey.Problem{Variable: setting, Message: err.Error()}
	}
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Stop == nil {
		o.Stop = []Kind{TooFewFields, BadQuotes}
	}
	if s.Key == nil {
		s.Key = make([]byte, 32)
		if _, err := rand.Read(s.Key); err != nil {
			return nil, err
		}
	}
	file, err := s.open()
	if err != nil {
		return nil, err
	}
	defer file.file.Close()
	if o.NoPersons {
		file.found.forget(sexColumn, birthColumn, originColumn)
	}
	c := &Counts{Definitions: o.Definitions.filled(), File: s.name(), found: file.found, key: s.Key}
	heaps, all, places, err := c.read(file, s, o)
	if err != nil {
		return nil, err
	}
	c.tally(heaps, o, all, places)
	before, n := make([]int, len(all.lines)), file.before
	for i, lines := range all.lines {
		before[i], n = n, n+lines
	}
	c.Problems = all.faults.problems(before)
	return c, c.stopped(o.Stop)
}

// read reads the file on several goroutines into a heap each. The reader that
// is returned holds what they counted, and the numbers what those of
// municipalities become.
func (c *Counts) read(file *opened, s Source, o Options) ([]*heap, *reader, []uint16, error) {
	var heaps []*heap
	var readers []*reader
	known := newPlaces(file.encoding)
	var group sync.WaitGroup
	for range o.Workers {
		r := newReader(file, known, s.Key, c.Definitions)
		readers, heaps = append(readers, r), append(heaps, r.heap)
		group.Go(func() {
			var buffer []byte
			for {
				text, number, ok := file.take(&buffer)
				if !ok {
					return
				}
				r.block(text, number)
			}
		})
	}
	group.Wait()
	if file.err != nil {
		return nil, nil, nil, s.unreadable(file.err)
	}
	if known.full() {
		return nil, nil, nil, s.problem("more than %d municipalities; is %s the column of municipalities?", mostMunicipality, columnNames[municipalityColumn])
	}
	all := readers[0]
	for _, r := range readers[1:] {
		all.join(r)
	}
	becomes := known.ranked()
	c.Rows, c.names, c.forever = all.rows, known.names, all.forever
	if c.Year == 0 {
		c.Year = yearOfMost(all.byYear[:])
	}
	return heaps, all, becomes, nil
}

func newReader(file *opened, known *places, key []byte, d Definitions) *reader {
	r := &reader{
		file: file, until: d.Until, ids: newIdentifier(file.personal, key), places: newView(known.number),
		origins: newView(originOf), heap: &heap{}, needed: file.found.last + 1,
		columns: file.found.at, separator: file.separator,
	}
	r.roles = roles(r.columns, r.needed)
	r.persons = slices.Contains(r.roles, laterRole)
	r.starts = make([]int32, r.needed+1)
	for c := range r.letters {
		r.letters[c] = uint8(sexOf(string(rune(c))))
	}
	for _, kind := range d.Kinds {
		r.kinds = append(r.kinds, []byte(kind))
	}
	return r
}

// join adds what another counted.
func (r *reader) join(other *reader) {
	r.rows += other.rows
	r.forever = r.forever || other.forever
	r.faults.add(&other.faults)
	addAll(r.byYear[:], other.byYear[:])
	for len(r.lines) < len(other.lines) {
		r.lines = append(r.lines, 0)
	}
	addAll(r.lines[:len(other.lines)], other.lines)
}

// yearOfMost returns the year with most spells, the latest of several.
func yearOfMost(byYear []int) int {
	most := 0
	for i, n := range byYear {
		if n >= byYear[most] {
			most = i
		}
	}
	if byYear[most] == 0 {
		return lastYear
	}
	return baseYear + most
}

// tally sorts the parts and adds their persons up on several goroutines.
func (c *Counts) tally(heaps []*heap, o Options, all *reader, places []uint16) {
	tallies := make([]*tally, o.Workers)
	var next atomic.Int64
	var group sync.WaitGroup
	for i := range tallies {
		t := newTally(c.Definitions, len(c.names), o.Patterns)
		tallies[i] = t
		group.Go(func() {
			s := sorter{places: places}
			for {
				p := int(next.Add(1)) - 1
				if p >= parts {
					return
				}
				t.part(s.sort(records(heaps, p)))
			}
		})
	}
	group.Wait()
	for i, t := range tallies {
		if i > 0 {
			tallies[0].sums.add(&t.sums)
		}
		c.suspects = append(c.suspects, t.suspects)
		for k, n := range t.n {
			all.faults.n[k] += n
		}
	}
	c.sums = tallies[0].sums
}

// stopped returns the problems that stop a run.
func (c *Counts) stopped(stop []Kind) error {
	var problems survey.Problems
	for _, p := range c.Problems {
		if slices.Contains(stop, p.Kind) {
			problems = append(problems, p.Said(c.File))
		}
	}
	return problems.Err()
}
