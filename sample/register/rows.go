package register

import "bytes"

// reader turns rows into records. It serves one goroutine.
type reader struct {
	file    *opened
	kinds   [][]byte
	until   Day
	ids     *identifier
	places  *view
	sexes   *view
	origins *view
	heap    *heap
	faults  faults
	lines   []int // lines of each block read, by number
	rows    int
	byYear  [lastYear + 1 - baseYear]int // spells of the study's kinds that begin
	fields  [][]byte
	joined  []byte
	yearly  Day // the last year looked up: its first day, and the next one's
	next    Day
	year    int
	at      place
	needed  int // fields up to the last column that is read
}

// block reads the rows of a block of whole lines.
func (r *reader) block(text []byte, number int) {
	r.at = place{number, 0}
	for len(text) > 0 {
		r.at.line++
		text = r.line(text)
	}
	for len(r.lines) <= number {
		r.lines = append(r.lines, 0)
	}
	r.lines[number] = r.at.line
}

// line splits the first line of text into fields and keeps its record. It
// returns what follows the line.
func (r *reader) line(text []byte) []byte {
	fields, separator := r.fields[:0], r.file.separator
	from := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c > ';' && c != separator: // letters, most of them
		case c == separator:
			fields = append(fields, text[from:i])
			from = i + 1
			if len(fields) == r.needed {
				r.fields = fields
				end := bytes.IndexByte(text[i:], '\n')
				if end < 0 {
					end = len(text) - i - 1
				}
				r.row(fields)
				return text[i+end+1:]
			}
		case c == '\n':
			r.last(append(fields, text[from:i]))
			return text[i+1:]
		case c == '"' && i == from:
			end := bytes.IndexByte(text, '\n') + 1
			if end == 0 {
				end = len(text)
			}
			r.quoted(text[:end])
			return text[end:]
		}
	}
	r.last(append(fields, text[from:]))
	return nil
}

// last takes the fields of a line that ends with the last of them.
func (r *reader) last(fields [][]byte) {
	r.fields = fields
	n := len(fields) - 1
	fields[n] = bytes.TrimSuffix(fields[n], []byte{'\r'})
	if n == 0 && len(bytes.TrimSpace(fields[0])) == 0 {
		return // an empty line
	}
	r.row(fields)
}

// quoted splits a line in which fields stand in quotes.
func (r *reader) quoted(line []byte) {
	line = bytes.TrimRight(line, "\r\n")
	fields, joined := r.fields[:0], r.joined[:0]
	for at := 0; at <= len(line) && len(fields) < r.needed; {
		if at == len(line) || line[at] != '"' {
			end := bytes.IndexByte(line[at:], r.file.separator)
			if end < 0 {
				end = len(line) - at
			}
			fields = append(fields, line[at:at+end])
			at += end + 1
			continue
		}
		from := len(joined)
		for at++; ; at++ {
			if at >= len(line) {
				r.fields, r.joined = fields, joined
				r.rows++
				r.faults.at(BadQuotes, r.at)
				return
			}
			if line[at] == '"' {
				at++
				if at >= len(line) || line[at] != '"' {
					break
				}
			}
			joined = append(joined, line[at])
		}
		for ; at < len(line) && line[at] != r.file.separator; at++ {
			joined = append(joined, line[at]) // what stands behind a quote belongs to the field
		}
		fields = append(fields, joined[from:len(joined):len(joined)])
		at++
	}
	r.fields, r.joined = fields, joined
	r.row(fields)
}

// field returns a column's field without blanks around it, empty where the file
// has no such column.
func (r *reader) field(fields [][]byte, c column) []byte {
	at := r.file.found.at[c]
	if at < 0 {
		return nil
	}
	f := fields[at]
	if len(f) > 0 && (f[0] <= ' ' || f[len(f)-1] <= ' ') {
		f = bytes.TrimSpace(f)
	}
	return f
}

// row keeps the record of a row, or counts what is wrong with it.
func (r *reader) row(fields [][]byte) {
	r.rows++
	if len(fields) <= r.file.found.last {
		r.faults.at(TooFewFields, r.at)
		return
	}
	id := r.field(fields, personColumn)
	if len(id) == 0 {
		r.faults.at(NoPerson, r.at)
		return
	}
	f := r.period(fields)
	if f.start == 0 {
		return
	}
	r.heap.add(record{r.ids.person(id), f.pack()})
}

// period reads all of a row but who it is of; start is 0 where the row is left
// out.
func (r *reader) period(row [][]byte) (f fields) {
	start, ok := parseDay(r.field(row, startColumn))
	if !ok {
		r.faults.at(BadStart, r.at)
		return f
	}
	end := r.until
	if written := r.field(row, endColumn); len(written) > 0 {
		if end, ok = parseDay(written); !ok {
			r.faults.at(BadEnd, r.at)
			return f
		}
	} else {
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
	r.rest(&f, row)
	return f
}

// firstDay and lastDay bound the days a spell may have.
var (
	firstDay, _ = dayOf(firstYear, 1, 1)
	lastDay, _  = dayOf(lastYear, 12, 31)
)

// rest reads what a file may have beside the period.
func (r *reader) rest(f *fields, row [][]byte) {
	if r.file.found.has(kindColumn) {
		f.other = true
		kind := r.field(row, kindColumn)
		for _, own := range r.kinds {
			if string(kind) == string(own) {
				f.other = false
			}
		}
	}
	if r.file.found.has(municipalityColumn) {
		if text := r.field(row, municipalityColumn); len(text) == 0 {
			r.faults.at(NoMunicipality, r.at)
		} else {
			f.municipality = r.places.of(text)
		}
	}
	if !f.other {
		r.byYear[r.yearOf(f.start)-baseYear]++
		r.person(f, row)
	}
}

// person reads what a file may have of the person. It is read of the study's
// spells alone.
func (r *reader) person(f *fields, row [][]byte) {
	if r.file.found.has(sexColumn) {
		if f.sex = uint8(r.sexes.of(r.field(row, sexColumn))); f.sex == 0 {
			r.faults.at(BadSex, r.at)
		}
	}
	if r.file.found.has(originColumn) {
		if f.origin = uint8(r.origins.of(r.field(row, originColumn))); f.origin == 0 {
			r.faults.at(BadOrigin, r.at)
		}
	}
	if r.file.found.has(birthColumn) {
		var ok bool
		if f.age, ok = ageOf(r.field(row, birthColumn), f.start, r.yearOf(f.start)); !ok {
			r.faults.at(BadBirth, r.at)
		}
	}
}

// yearOf returns the year of a day. Rows near each other are often of one.
func (r *reader) yearOf(d Day) int {
	if d <= r.yearly || d > r.next {
		r.year, _, _ = d.Date()
		r.yearly, r.next = yearStart[r.year-baseYear], yearStart[r.year+1-baseYear]
	}
	return r.year
}
