package register

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// role is what a field of a row is read for.
type role uint8

// The roles. What is of the person is read when the row is known to be of the
// study's kinds.
const (
	startRole role = iota
	endRole
	personRole
	municipalityRole
	kindRole
	laterRole
	unread
)

// roles returns what each field up to the last that is read is for; nil where
// one is for two things or there are no ends, which plain does not know.
func roles(columns [columnCount]int, needed int) []role {
	if columns[endColumn] < 0 {
		return nil
	}
	out := make([]role, needed)
	for i := range out {
		out[i] = unread
	}
	for c, at := range columns {
		if at < 0 {
			continue
		}
		if out[at] != unread {
			return nil
		}
		out[at] = [columnCount]role{personRole, startRole, endRole, municipalityRole, kindRole, laterRole, laterRole, laterRole}[c]
	}
	return out
}

// plain reads the first row of text where it is written as most are: nothing in
// quotes or with blanks around it, each of the columns filled, dates of ten
// characters, and nothing wrong with it. Otherwise it keeps nothing and returns
// false: the row is for line, which knows every row and takes twice as long.
//
// It is one function, as each of its parts is but a few instructions.
func (r *reader) plain(text []byte) (rest []byte, ok bool) {
	separator := r.separator
	separators, ends := uint64(separator)*every, uint64('\n')*every
	var f fields
	var end Day
	var year int16
	var person uint64
	f.length, f.age = openLength, noAge
	at := 0 // where the field begins
	for i, role := range r.roles {
		if len(text)-at < 16 {
			return nil, false
		}
		stop := at + 10 // where it ends
		if role == startRole || role == endRole {
			day, of, ok := r.months.of(text[at:stop])
			if !ok || day < firstDay || day > lastDay {
				return nil, false
			}
			if role == startRole {
				f.start, year = day, of
			} else {
				end = day
			}
		} else {
			stop = at
			word := binary.LittleEndian.Uint64(text[at:])
			found := equal(word, separators) | equal(word, ends)
			short := found != 0 // of seven characters at most
			for found == 0 {
				if stop += 8; stop+8 > len(text) {
					return nil, false
				}
				w := binary.LittleEndian.Uint64(text[stop:])
				found = equal(w, separators) | equal(w, ends)
			}
			stop += bits.TrailingZeros64(found) >> 3
			if text[stop] == '\n' && stop > at && text[stop-1] == '\r' {
				stop--
			}
			field := text[at:stop]
			if role < laterRole && (len(field) == 0 || field[0] <= ' ' || field[len(field)-1] <= ' ') {
				return nil, false
			}
			switch role {
			case personRole:
				if short && !r.ids.personal {
					person = mixed(bits.ReverseBytes64(word) >> (64 - 8*len(field)))
				} else {
					person = r.ids.person(field)
				}
			case municipalityRole:
				f.municipality = r.places.of(field)
			case kindRole:
				f.other = true
				for _, own := range r.kinds {
					if string(field) == string(own) {
						f.other = false
					}
				}
			}
		}
		r.starts[i+1] = int32(stop + 1)
		if text[stop] != separator { // then the row ends
			if text[stop] == '\r' {
				stop++
			}
			if text[stop] != '\n' || i < len(r.roles)-1 {
				return nil, false
			}
		}
		at = stop + 1
	}
	if end < f.start {
		return nil, false
	}
	f.length = uint16(end - f.start + 1)
	r.rows++
	if !f.other {
		r.byYear[year]++
		if r.persons {
			r.text = text[:at]
			r.person(&f)
		}
	}
	r.heap.add(record{person, f.pack()})
	if text[at-1] == '\n' {
		return text[at:], true
	}
	if at+8 <= len(text) {
		if found := equal(binary.LittleEndian.Uint64(text[at:]), ends); found != 0 {
			return text[at+bits.TrailingZeros64(found)>>3+1:], true
		}
	}
	next := bytes.IndexByte(text[at:], '\n')
	if next < 0 {
		return nil, true
	}
	return text[at+next+1:], true
}
