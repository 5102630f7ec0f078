package survey

import (
	"fmt"
	"strings"
)

// Duplicates says what becomes of a case that is given twice.
type Duplicates uint8

// The ways with a case given twice.
const (
	RefuseDuplicates Duplicates = iota // it is a problem
	KeepDuplicates                     // both are kept, and it is noted
	FirstDuplicate                     // the first is kept, and the others are noted
)

// chanceAnswers is the number of answers up to which two cases may well be
// alike by chance, and likeness is only noted.
const chanceAnswers = 4

// Once returns the cases with those given twice treated as the rule says. Two
// cases of one respondent are the same where they have the same key or, where
// cases have none, where all their answers are: equal answers under different
// keys, or fewer than five of them, are noted only.
//
// The error is [Problems]. It panics where d's rows are no cases.
func (d *Dataset) Once(rule Duplicates) (*Dataset, error) {
	var problems Problems
	var again, alike []Problem
	var kept []int
	keys, answers := map[string]int{}, map[string]int{}
	for i, respondent := range d.cases.respondents {
		key, said, n := d.caseKey(i), "", 0
		said, n = d.caseAnswers(i)
		of := fmt.Sprintf("%d\x00", respondent)
		first, twice := keys[of+key]
		like, same := answers[of+said]
		if twice = twice && key != ""; !twice && same && n > chanceAnswers && d.cases.key == "" {
			first, twice = like, true
		}
		switch {
		case twice && rule == RefuseDuplicates:
			p := d.caseCell(i)
			p.Message = "the case is given twice, first in " + Addresses([]Problem{d.caseCell(first)}, 1) +
				"; mend it, or say duplicates: keep or first"
			problems = append(problems, p)
		case twice:
			again = append(again, d.caseCell(i))
		case same && n > 0:
			alike = append(alike, d.caseCell(i))
		}
		if !twice || rule != FirstDuplicate {
			kept = append(kept, i)
		}
		if _, known := keys[of+key]; !known {
			keys[of+key] = i
		}
		if !same {
			answers[of+said] = i
		}
	}
	if problems != nil {
		return nil, problems.Err()
	}
	var notes []Problem
	if len(again) > 0 {
		what := "kept twice"
		if rule == FirstDuplicate {
			what = "left out after the first"
		}
		notes = append(notes, d.caseNote("cases given twice, %s: %d (%s)", what, len(again), Addresses(again, 5)))
	}
	if len(alike) > 0 {
		notes = append(notes, d.caseNote("cases with the same answers as another of their respondent: %d (%s)", len(alike), Addresses(alike, 5)))
	}
	return d.Picked(kept).Noted(notes...), nil
}

// caseKey returns the key of the case in row, or "".
func (d *Dataset) caseKey(row int) string {
	if d.cases.key == "" {
		return ""
	}
	return Same(d.Column(d.cases.key).Answer(row))
}

// caseAnswers returns all answers of the case in row, and how many they are.
func (d *Dataset) caseAnswers(row int) (string, int) {
	var b strings.Builder
	n := 0
	for _, name := range d.cases.own {
		answer := d.Column(name).Answer(row)
		if answer != "" {
			n++
		}
		b.WriteString(answer)
		b.WriteByte(0)
	}
	return b.String(), n
}
