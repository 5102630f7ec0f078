package register

// record is a row as it is kept: 16 bytes without a pointer. Records of one
// person sort by rest as: the study's kinds before others, then by start, then
// by length with an open end last. What follows breaks ties, so that any order
// of the rows gives the same order of the records.
type record struct {
	person uint64
	rest   uint64
}

// The parts of rest, from the highest bit: other kind 1, start 16, length 16,
// municipality 14, age 7, sex 2, origin 4; four are spare.
const (
	originShift       = 4
	sexShift          = originShift + 4
	ageShift          = sexShift + 2
	municipalityShift = ageShift + 7
	lengthShift       = municipalityShift + 14
	startShift        = lengthShift + 16
	otherShift        = startShift + 16

	placeBits = uint64(mostMunicipality) << municipalityShift

	openLength       = 1<<16 - 1 // of a spell without an end
	noAge            = 1<<7 - 1
	mostAge          = noAge - 1
	mostMunicipality = 1<<14 - 1
)

// fields are the parts of a record. length is in days, openLength for none.
type fields struct {
	other        bool // not of the study's kinds
	start        Day
	length       uint16
	municipality uint16 // 0 for none
	age          uint8  // at the start, noAge where not known
	sex          uint8
	origin       uint8
}

func (f fields) pack() uint64 {
	r := uint64(f.start)<<startShift | uint64(f.length)<<lengthShift | uint64(f.municipality)<<municipalityShift |
		uint64(f.age)<<ageShift | uint64(f.sex)<<sexShift | uint64(f.origin)<<originShift
	if f.other {
		r |= 1 << otherShift
	}
	return r
}

func (r record) other() bool          { return r.rest>>otherShift != 0 }
func (r record) start() Day           { return Day(r.rest >> startShift & (1<<16 - 1)) }
func (r record) length() uint16       { return uint16(r.rest >> lengthShift) }
func (r record) municipality() uint16 { return uint16(r.rest >> municipalityShift & mostMunicipality) }
func (r record) age() uint8           { return uint8(r.rest >> ageShift & noAge) }
func (r record) sex() uint8           { return uint8(r.rest >> sexShift & 3) }
func (r record) origin() uint8        { return uint8(r.rest >> originShift & 15) }

// period is the part of rest that a row given twice has twice.
func (r record) period() uint64 { return r.rest >> lengthShift }

// before orders records by person, then by rest.
func before(a, b record) bool {
	return a.person < b.person || a.person == b.person && a.rest < b.rest
}
