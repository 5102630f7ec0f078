package register

// spell is one or more records of a person and kind that are one spell.
type spell struct {
	record
	end Day // 0 for an open one
}

// joiner makes spells of records. It serves one goroutine.
type joiner struct {
	definitions Definitions
	made        []spell // of the person, the study's kinds first, each by start
	n           [kindCount]int
}

// person makes the spells of one person's sorted records. They are valid until
// the next call.
func (j *joiner) person(records []record) []spell {
	j.made = j.made[:0]
	for i, r := range records {
		s := spell{record: r}
		if length := r.length(); length != openLength {
			s.end = r.start() + Day(length) - 1
		} else if j.definitions.Open == OpenLeaveOut {
			continue
		}
		if i > 0 && records[i-1].period() == r.period() {
			j.n[Twice]++
			if len(j.made) > 0 && j.made[len(j.made)-1].municipality() != r.municipality() {
				j.n[TwoPlaces]++
			}
			continue
		}
		if !j.joins(s) {
			j.made = append(j.made, s)
			continue
		}
		before := &j.made[len(j.made)-1]
		if s.end == 0 || before.end != 0 && s.end > before.end {
			before.end = s.end
		}
	}
	return j.made
}

// joins reports whether s is a part of the spell before it, and counts what
// overlaps. An open spell may have ended any day: nothing that starts later
// overlaps it or is a part of it.
func (j *joiner) joins(s spell) bool {
	if len(j.made) == 0 {
		return false
	}
	before := &j.made[len(j.made)-1]
	start := s.start()
	if before.other() != s.other() {
		return false
	}
	last := before.end
	if last == 0 {
		last = before.start()
	}
	if start <= last {
		j.n[Overlap]++
		if before.municipality() != s.municipality() {
			j.n[TwoPlaces]++
		}
		return j.definitions.Join != JoinNone
	}
	return j.definitions.Join == JoinAdjoining && before.end != 0 && start == last+1
}

// in reports whether the spell is one of the year from the day after first to
// last: by its start, or by any of its days.
func (s spell) in(anyDay bool, first, last Day) bool {
	start := s.start()
	if anyDay {
		return start <= last && (s.end == 0 || s.end > first)
	}
	return start > first && start <= last
}
