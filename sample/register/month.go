package register

import (
	"encoding/binary"
	"math/bits"
)

// months remember how months are written, so that a date of ten characters is
// a look-up and the two digits of its day. It serves one goroutine.
type months [512]writtenMonth

// writtenMonth is a month by the eight characters of a date that are not its
// day, the year's first: "2014-03-", or "2014.03." of 05.03.2014.
type writtenMonth struct {
	text   uint64
	before Day   // the day before its first
	year   int16 // after baseYear
	days   uint8
}

// of returns the day and the year after baseYear of a date as 2014-03-05 or
// 05-03-2014, with any mark of [parseDay]; false where it is written otherwise
// or there is no such day. It takes the first ten bytes of b.
func (m *months) of(b []byte) (d Day, year int16, ok bool) {
	_ = b[9]
	text, tens, ones := binary.LittleEndian.Uint64(b), b[8]-'0', b[9]-'0'
	if b[4] != '-' { // the day stands first: the year is turned to where it stands else
		text, tens, ones = bits.RotateLeft64(binary.LittleEndian.Uint64(b[2:]), 32), b[0]-'0', b[1]-'0'
	}
	// The last digits of year and month: no two months of ten years share a slot.
	w := &m[text>>24&0x0f|text>>36&0x10|text>>43&0x1e0]
	if w.text != text && !w.learn(text) {
		return 0, 0, false
	}
	day := tens*10 + ones
	if tens > 3 || ones > 9 || day-1 >= w.days {
		return 0, 0, false
	}
	return w.before + Day(day), w.year, true
}

// learn makes w the month that text writes, where it is one.
func (w *writtenMonth) learn(text uint64) bool {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], text)
	if b[4] != b[7] || !mark(b[4]) {
		return false
	}
	first, ok := numbered(b[0], b[1], b[2], b[3], b[5], b[6], '0', '1')
	if !ok {
		return false
	}
	year, month, _ := first.Date()
	days := &monthStart[leapYear[year-baseYear]]
	*w = writtenMonth{text, first - 1, int16(year - baseYear), uint8(days[month+1] - days[month])}
	return true
}
