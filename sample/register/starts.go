package register

import "math/bits"

// mostBetween is how many days may lie between two starts: no interval above is
// fixed.
const mostBetween = 60

// weekdayCounts is how many days are on each weekday, in a byte each, of which
// the highest bit is free: a year has no more than 53 of a weekday.
type weekdayCounts uint64

// oneOn returns one day on weekday.
func oneOn(weekday int) weekdayCounts { return 1 << (8 * weekday) }

// of returns the count of a weekday.
func (c weekdayCounts) of(weekday int) int { return int(c >> (8 * weekday) & 0x7f) }

// reaches reports whether any weekday has as many as least has of it.
func (c weekdayCounts) reaches(least weekdayCounts) bool {
	const highest = 0x80808080808080
	return (c+highest-least)&highest != 0
}

// never is more than any weekday has.
const never = 0x7f

// shape is what the test looks at: how many starts each weekday has, and how
// often the commonest number of days between two starts comes.
type shape struct {
	weekdays weekdayCounts
	interval int
}

// shapeOf returns the shape of starts, days of the year from 0, rising. first is
// the weekday of the year's first.
func shapeOf(days []uint16, first int) shape {
	var between [mostBetween + 1]uint8
	var s shape
	for i, at := range days {
		s.weekdays += oneOn((first + int(at)) % 7)
		if i > 0 {
			if b := at - days[i-1]; b <= mostBetween {
				between[b]++
				s.interval = max(s.interval, int(between[b]))
			}
		}
	}
	return s
}

// starts is a set of days of a year that grows, with its shape kept day by day:
// a new day counts for its weekday and splits the interval that it falls in.
type starts struct {
	shape
	days    [8]uint64              // a bit each, from the second word, so that every day has 64 before and after
	between [mostBetween + 1]uint8 // how often each number of days between two starts comes
	times   [mostStarts]uint8      // how many numbers of days come so often
}

// add adds a day of the year, from 0, that is one of weekday, and reports
// whether it was not there.
func (s *starts) add(day int, weekday weekdayCounts) bool {
	word, at := day>>6+1, day&63
	own := s.days[word]
	if own>>at&1 != 0 {
		return false
	}
	// The 64 days before and after; 65 where there is no start among them.
	before := bits.LeadingZeros64(s.days[word-1]>>at|own<<(64-at)) + 1
	after := bits.TrailingZeros64(own>>at>>1|s.days[word+1]<<(63-at)) + 1
	s.days[word] = own | 1<<at
	s.weekdays += weekday
	s.split(before + after)
	s.join(before)
	s.join(after)
	return true
}

// join counts an interval.
func (s *starts) join(days int) {
	if days > mostBetween {
		return
	}
	n := s.between[days]
	s.times[n]--
	n++
	s.between[days] = n
	s.times[n]++
	s.interval = max(s.interval, int(n))
}

// split takes back an interval that is counted.
func (s *starts) split(days int) {
	if days > mostBetween {
		return
	}
	n := s.between[days]
	s.between[days]--
	s.times[n-1]++
	if s.times[n]--; s.times[n] == 0 && int(n) == s.interval {
		s.interval--
	}
}
