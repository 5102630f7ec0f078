package register

import "bytes"

// reader turns rows into records. It serves one goroutine.
type reader struct {
	file    *opened
	kinds   [][]byte
	until   Day
	ids     *identifier
	places  *view
	origins *view
	heap    *heap
	faults  faults
	lines   []int // lines of each block read, by number
	rows    int
	forever bool                         // some ends are a day that is none, see forever
	byYear  [lastYear + 1 - baseYear]int // spells of the study's kinds that begin

	columns   [columnCount]int // where they stand, -1 for none
	needed    int              // fields up to the last column that is read
	separator byte
	text      []byte     // holds the fields of the row
	starts    []int32    // of the fields in text, and one behind the end of the last
	joined    []byte     // a line without its quotes
	quotes    bool       // there are some in the block
	letters   [256]uint8 // sexes written with one letter

	roles   []role // of the fields up to the last that is read, see plain
	persons bool   // there are fields with what is of the person
	months  months
	at      place
}

// block reads the rows of a block of whole lines.
func (r *reader) block(text []byte, number int) {
	r.at = place{number, 0}
	r.quotes = bytes.IndexByte(text, '"') >= 0
	plainly := !r.quotes && r.roles != nil
	for len(text) > 0 {
		r.at.line++
		if plainly {
			if rest, ok := r.plain(text); ok {
				text = rest
				continue
			}
		}
		text = r.line(text)
	}
	for len(r.lines) <= number {
		r.lines = append(r.lines, 0)
	}
	r.lines[number] = r.at.line
}

// field returns a column's field of the row without blanks around it, empty
// where the file has no such column.
func (r *reader) field(c column) []byte {
	at := r.columns[c]
	if at < 0 {
		return nil
	}
	f := r.text[r.starts[at] : r.starts[at+1]-1]
	if len(f) > 0 && (f[0] <= ' ' || f[len(f)-1] <= ' ') {
		f = bytes.TrimSpace(f)
	}
	return f
}

// row keeps the record of a row, or counts what is wrong with it.
func (r *reader) row(text []byte, fields int) {
	r.rows++
	r.text = text
	if fields < r.needed {
		r.faults.at(TooFewFields, r.at)
		return
	}
	id := r.field(personColumn)
	if len(id) == 0 {
		r.faults.at(NoPerson, r.at)
		return
	}
	f := r.period()
	if f.start == 0 {
		return
	}
	r.heap.add(record{r.ids.person(id), f.pack()})
}

// period reads all of a row but who it is of; start is 0 where the row is left
// out.
func (r *reader) period() (f fields) {
	start, ok := r.day(r.field(startColumn))
	if !ok {
		r.faults.at(BadStart, r.at)
		return f
	}
	end, written := r.until, r.field(endColumn)
	open := len(written) == 0
	if !open {
		if end, ok = r.day(written); !ok {
			if open = forever(written); !open {
				r.faults.at(BadEnd, r.at)
				return f
			}
			end = r.until
			r.forever = true
		}
	}
	if open {
		r.faults.at(NoEnd, r.at)
		if end != 0 {
			end = max(end, start)
		}
	}
	switch {
	case start < firstDay || start > lastDay || end != 0 && (end < firstDay || end > lastDay):
		r.faults.at(FarDate, r.at)
		return f
	case end != 0 && end < start:
		r.faults.at(EndBeforeStart, r.at)
		return f
	}
	f.start, f.length, f.age = start, openLength, noAge
	if end != 0 {
		f.length = uint16(end - start + 1)
	}
	r.rest(&f)
	return f
}

// firstDay and lastDay bound the days a spell may have.
var (
	firstDay, _ = dayOf(firstYear, 1, 1)
	lastDay, _  = dayOf(lastYear, 12, 31)
)

// rest reads what a file may have beside the period.
func (r *reader) rest(f *fields) {
	if r.columns[kindColumn] >= 0 {
		f.other = true
		kind := r.field(kindColumn)
		for _, own := range r.kinds {
			if string(kind) == string(own) {
				f.other = false
			}
		}
	}
	if r.columns[municipalityColumn] >= 0 {
		if text := r.field(municipalityColumn); len(text) == 0 {
			r.faults.at(NoMunicipality, r.at)
		} else {
			f.municipality = r.places.of(text)
		}
	}
	if !f.other {
		r.byYear[f.start.year()-baseYear]++
		r.person(f)
	}
}

// person reads what a file may have of the person. It is read of the study's
// spells alone.
func (r *reader) person(f *fields) {
	if r.columns[sexColumn] >= 0 {
		if f.sex = r.sex(r.field(sexColumn)); f.sex == 0 {
			r.faults.at(BadSex, r.at)
		}
	}
	if r.columns[originColumn] >= 0 {
		if f.origin = uint8(r.origins.of(r.field(originColumn))); f.origin == 0 {
			r.faults.at(BadOrigin, r.at)
		}
	}
	if r.columns[birthColumn] >= 0 {
		var ok bool
		if f.age, ok = ageOf(r.field(birthColumn), f.start, f.start.year()); !ok {
			r.faults.at(BadBirth, r.at)
		}
	}
}

// sex returns the number of a sex.
func (r *reader) sex(text []byte) uint8 {
	if len(text) == 1 {
		return r.letters[text[0]]
	}
	return uint8(sexOf(string(text)))
}

// day reads a date.
func (r *reader) day(b []byte) (Day, bool) {
	if len(b) == 10 {
		if day, _, ok := r.months.of(b); ok {
			return day, true
		}
	}
	return parseDay(b)
}
