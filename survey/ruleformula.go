package survey

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// FormulaSheet is a sheet that a questionnaire is filled in on, as
// [Rule.Formula] has to know it.
type FormulaSheet struct {
	Question func(name string) *Question // "." asks for the one the rule stands at; nil where there is none
	// Cell returns the address of a question's answer, or of the boxes of one
	// with several answers, and with an option from 0 the address of its box;
	// "" where the sheet has none.
	Cell func(question string, option int) string
	// Shown returns what a cell holds where an option is the single answer.
	Shown func(question string, option int) string
}

// mostLiteral is the longest text that Excel takes between quotation marks in a
// formula.
const mostLiteral = 255

// secondsPerDay and epochSerial lead from a time to Excel's number of a day:
// 25,569 is 1970-01-01 in the date system that begins in 1900.
const (
	secondsPerDay = 86400
	epochSerial   = 25569
)

// Formula returns the rule as a formula of Excel and LibreOffice, without the
// leading =, which is true where [Rule.Holds] is. whole is false where parts
// joined by "and" are left out, since they are not checked or have no formula;
// the formula is "" where nothing of it has one.
//
// Options are compared by what their cells show, with EXACT, so that capital
// letters count and an option that is a number is found. A cell without a
// number is never smaller or larger than one, though a blank is 0 to Excel.
func (r *Rule) Formula(s FormulaSheet) (formula string, whole bool) {
	parts, joined := r.root.(all)
	if !joined {
		parts = all{r.root}
	}
	whole = true
	var terms []string
	for _, part := range parts {
		term, ok := s.truth(part)
		if ok {
			terms = append(terms, term)
		}
		whole = whole && ok
	}
	switch len(terms) {
	case 0:
		return "", false
	case 1:
		return terms[0], whole
	}
	return call("AND", terms...), whole
}

func call(function string, arguments ...string) string {
	return function + "(" + strings.Join(arguments, ",") + ")"
}

// truth returns a condition as a formula; ok is false where it has none.
func (s FormulaSheet) truth(n node) (formula string, ok bool) {
	switch n := n.(type) {
	case literal:
		return strings.ToUpper(strconv.FormatBool(n.is.truth())), true
	case answerOf:
		return s.filled(n.question)
	case all:
		return s.each("AND", n)
	case either:
		return s.each("OR", n)
	case not:
		inner, ok := s.truth(n.of)
		return call("NOT", inner), ok
	case comparison:
		return s.compare(n)
	case selected:
		of, isAnswer := n.of.(answerOf)
		option, isName := n.option.(literal)
		if isAnswer && isName {
			return s.chosen(of.question, option.is.text)
		}
	}
	return "", false
}

func (s FormulaSheet) each(function string, parts []node) (string, bool) {
	terms := make([]string, len(parts))
	for i, part := range parts {
		var ok bool
		if terms[i], ok = s.truth(part); !ok {
			return "", false
		}
	}
	return call(function, terms...), true
}

// filled says that a question is answered.
func (s FormulaSheet) filled(question string) (string, bool) {
	q, cell := s.Question(question), s.Cell(question, -1)
	switch {
	case q == nil || cell == "":
		return "", false
	case q.Kind == KindMultiple:
		return call("COUNTA", cell) + ">0", true
	}
	return call("LEN", cell) + ">0", true
}

// chosen says that the option with a name is among the answers. One that the
// question does not have never is.
func (s FormulaSheet) chosen(question, name string) (string, bool) {
	q := s.Question(question)
	if q == nil || len(q.Options) == 0 || s.Cell(question, -1) == "" {
		return "", false
	}
	k := q.Option(name)
	if k < 0 {
		return "FALSE", true
	}
	if q.Kind == KindMultiple {
		return call("LEN", s.Cell(question, k)) + ">0", true
	}
	quoted, ok := quotedText(s.Shown(question, k))
	return call("EXACT", s.Cell(question, -1), quoted), ok
}

func quotedText(text string) (string, bool) {
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`, len([]rune(text)) <= mostLiteral
}

func (s FormulaSheet) compare(n comparison) (string, bool) {
	if n.operator != "=" && n.operator != "!=" {
		return s.sizes(n.left, n.right, n.operator)
	}
	formula, ok := s.equal(n.left, n.right)
	if n.operator == "!=" {
		formula = call("NOT", formula)
	}
	return formula, ok
}

func (s FormulaSheet) equal(a, b node) (string, bool) {
	if _, first := a.(literal); first {
		a, b = b, a
	}
	answer, isAnswer := a.(answerOf)
	with, isLiteral := b.(literal)
	if !isAnswer || !isLiteral {
		return s.sizes(a, b, "=")
	}
	q, cell := s.Question(answer.question), s.Cell(answer.question, -1)
	switch {
	case q == nil || cell == "" || with.is.kind == isTruth:
		return "", false
	case with.is.kind == isText && with.is.text == "":
		filled, ok := s.filled(answer.question)
		return call("NOT", filled), ok
	case len(q.Options) > 0:
		return s.equalOption(answer.question, q, with.is)
	case q.Kind == KindText && with.is.kind == isText:
		quoted, ok := quotedText(with.is.text)
		return call("EXACT", cell, quoted), ok
	}
	return s.sizes(a, b, "=")
}

// equalOption says that an option, and no other, is the answer. A number means
// the option whose name is that number.
func (s FormulaSheet) equalOption(question string, q *Question, v value) (string, bool) {
	name := v.text
	if v.kind == isNumber {
		k := slices.IndexFunc(q.Options, func(o Option) bool { return characters(o.Name).size() == v.number })
		if k < 0 {
			return "FALSE", true
		}
		name = q.Options[k].Name
	}
	chosen, ok := s.chosen(question, name)
	if q.Kind == KindMultiple {
		return call("AND", chosen, call("COUNTA", s.Cell(question, -1))+"=1"), ok
	}
	return chosen, ok
}

// sizes compares two numbers, each of which must be one.
func (s FormulaSheet) sizes(a, b node, operator string) (string, bool) {
	left, numbers, ok := s.size(a)
	if !ok {
		return "", false
	}
	right, more, ok := s.size(b)
	terms := append(append([]string{}, numbers...), more...)
	if terms = append(terms, left+operator+right); len(terms) == 1 {
		return terms[0], ok
	}
	// IF, since AND asks for all of its parts and a text would make it an error.
	return call("IF", and(terms[:len(terms)-1]), terms[len(terms)-1], "FALSE"), ok
}

func and(terms []string) string {
	if len(terms) == 1 {
		return terms[0]
	}
	return call("AND", terms...)
}

// size returns a number as a formula, with what must hold for it to be one.
func (s FormulaSheet) size(n node) (formula string, numbers []string, ok bool) {
	switch n := n.(type) {
	case literal:
		return literalSize(n.is)
	case answerOf:
		q, cell := s.Question(n.question), s.Cell(n.question, -1)
		if q == nil || cell == "" {
			return "", nil, false
		}
		guard := []string{call("ISNUMBER", cell)}
		switch q.Kind {
		case KindInteger, KindDecimal:
			return cell, guard, true
		case KindDate:
			return fmt.Sprintf("(INT(%s)-%d)", cell, epochSerial), guard, true
		}
	case countSelected:
		of, isAnswer := n.of.(answerOf)
		if !isAnswer || s.Question(of.question) == nil || s.Cell(of.question, -1) == "" {
			return "", nil, false
		}
		return call("COUNTA", s.Cell(of.question, -1)), nil, true
	case sum:
		for i, t := range n {
			part, more, ok := s.size(t.of)
			if !ok {
				return "", nil, false
			}
			if _, inner := t.of.(sum); inner {
				part = "(" + part + ")"
			}
			switch {
			case t.sign < 0:
				formula += "-"
			case i > 0:
				formula += "+"
			}
			formula, numbers = formula+part, append(numbers, more...)
		}
		return formula, numbers, true
	}
	return "", nil, false
}

// literalSize is size of a number or a day that a rule holds.
func literalSize(v value) (string, []string, bool) {
	if day, err := time.Parse(time.DateOnly, v.text); v.kind == isText && err == nil {
		return strconv.FormatInt(day.Unix()/secondsPerDay, 10), nil, true
	}
	n := v.size()
	if v.kind == isTruth || math.IsNaN(n) {
		return "", nil, false
	}
	return strconv.FormatFloat(n, 'f', -1, 64), nil, true
}
