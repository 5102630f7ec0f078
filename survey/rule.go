package survey

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Rule is a condition of the questionnaire, parsed from a small part of
// XPath as XLSForm writes it. Make one with [ParseRule]; it is immutable.
type Rule struct {
	Source string // as written

	root      node
	questions []string // sorted
	inOrder   []string // the same, as the source names them first
	self      bool     // it asks about the question it stands at
}

// Questions returns the names of the questions the rule asks about, each once
// and sorted. The question the rule stands at, written ".", is not among them.
func (r *Rule) Questions() []string { return slices.Clone(r.questions) }

// Holds reports whether the rule is true of one row. answer gives the row's
// answer to the question called name as [Column.Answer] writes it, "" where
// there is none; the name "." asks for the question the rule stands at.
//
// As in XPath, = and != compare as numbers when one side is a number and
// otherwise letter by letter, so that option names are never read as numbers;
// <, <=, > and >= compare numbers, where a day such as 2015-03-31 counts as
// its number of days since 1970-01-01. A comparison by size with something
// that is neither is false. + and - count in the same way, so that the days
// between two dates are their difference; with something that is neither a
// number nor a day they come to nothing that can be compared.
func (r *Rule) Holds(answer func(name string) string) bool {
	return r.root.value(answer).truth()
}

// value is what an expression comes to: exactly one of the three.
type value struct {
	kind   valueKind
	truly  bool
	number float64
	text   string
}

type valueKind uint8

const (
	isText valueKind = iota
	isNumber
	isTruth
)

func truth(b bool) value        { return value{kind: isTruth, truly: b} }
func number(n float64) value    { return value{kind: isNumber, number: n} }
func characters(s string) value { return value{kind: isText, text: s} }

func (v value) truth() bool {
	switch v.kind {
	case isNumber:
		return v.number != 0 && !math.IsNaN(v.number)
	case isText:
		return v.text != ""
	default:
		return v.truly
	}
}

func (v value) size() float64 {
	switch v.kind {
	case isNumber:
		return v.number
	case isTruth:
		if v.truly {
			return 1
		}
		return 0
	}
	s := strings.TrimSpace(v.text)
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return float64(day.Unix() / 86400)
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && strings.Trim(s, "-.0123456789") == "" {
		return n
	}
	return math.NaN()
}

// node is a part of a rule. Trees are at most maxDepth deep, so evaluation may
// recurse.
type node interface {
	value(answer func(string) string) value
}

type (
	literal    struct{ is value }
	answerOf   struct{ question string }
	all        []node // and
	either     []node // or
	not        struct{ of node }
	comparison struct {
		operator    string
		left, right node
	}
	selected struct{ of, option node }
	sum      []term // + and -
	term     struct {
		of   node
		sign float64 // 1 or -1
	}
	countSelected struct{ of node }
)

func (n literal) value(func(string) string) value         { return n.is }
func (n answerOf) value(answer func(string) string) value { return characters(answer(n.question)) }
func (n not) value(answer func(string) string) value      { return truth(!n.of.value(answer).truth()) }

func (n all) value(answer func(string) string) value {
	for _, part := range n {
		if !part.value(answer).truth() {
			return truth(false)
		}
	}
	return truth(true)
}

func (n either) value(answer func(string) string) value {
	for _, part := range n {
		if part.value(answer).truth() {
			return truth(true)
		}
	}
	return truth(false)
}

func (n comparison) value(answer func(string) string) value {
	a, b := n.left.value(answer), n.right.value(answer)
	switch n.operator {
	case "=":
		return truth(same(a, b))
	case "!=":
		return truth(!same(a, b))
	case "<":
		return truth(a.size() < b.size())
	case "<=":
		return truth(a.size() <= b.size())
	case ">":
		return truth(a.size() > b.size())
	default:
		return truth(a.size() >= b.size())
	}
}

func same(a, b value) bool {
	switch {
	case a.kind == isTruth || b.kind == isTruth:
		return a.truth() == b.truth()
	case a.kind == isNumber || b.kind == isNumber:
		return a.size() == b.size()
	default:
		return a.text == b.text
	}
}

func (n sum) value(answer func(string) string) value {
	total := 0.0
	for _, t := range n {
		total += t.sign * t.of.value(answer).size()
	}
	return number(total)
}

func (n selected) value(answer func(string) string) value {
	chosen := strings.Fields(n.of.value(answer).text)
	return truth(slices.Contains(chosen, n.option.value(answer).text))
}

func (n countSelected) value(answer func(string) string) value {
	return number(float64(len(strings.Fields(n.of.value(answer).text))))
}
