package register

// suspects are persons with enough spells in the year for a test of patterns,
// with the days their spells start. Memory follows the spells of those persons,
// two bytes each.
type suspects struct {
	starts  []uint16 // days of the year, from 0, rising and different, person after person
	persons []suspect
	few     int // persons with too few to be tested
	many    int // and with so many that hardly a day is free
}

// suspect is a person tested.
type suspect struct {
	person       uint64
	n            uint16 // starts
	municipality uint16 // of the latest spell
}

// A person is tested who has leastStarts to mostStarts different days on which
// a spell begins in the year. Below, chance gives any shape; above, the year has
// too few days left for a shape to mean anything.
const (
	leastStarts = 6
	mostStarts  = 120
)

// add keeps a person's starts. latest is the latest spell of the year.
func (s *suspects) add(own []spell, latest spell, first, last Day) {
	from, before := len(s.starts), Day(-1)
	for _, o := range own {
		if start := o.start(); start > first && start <= last && start != before {
			s.starts = append(s.starts, uint16(start-first-1))
			before = start
		}
	}
	n := len(s.starts) - from
	if n < leastStarts || n > mostStarts {
		s.starts = s.starts[:from]
		if n < leastStarts {
			s.few++
		} else {
			s.many++
		}
		return
	}
	s.persons = append(s.persons, suspect{latest.person, uint16(n), latest.municipality()})
}
