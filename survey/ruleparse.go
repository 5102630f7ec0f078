package survey

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrUnsupported is in the error of [ParseRule] where the source may well be
// good XPath but lies outside the part that is understood here. A caller may
// then leave the rule unchecked and say so.
var ErrUnsupported = errors.New("not among what can be checked here")

// maxDepth bounds the nesting of parentheses and functions. The deepest rule
// met in real forms has 6 levels.
const maxDepth = 50

// ParseRule parses a condition such as
//
//	${contact}='1' and not(selected(., 'none') and count-selected(.) > 1)
//
// It understands ${question}, the question itself as ".", numbers, quoted
// strings, + and -, = != < <= > >=, and, or, parentheses, and the functions
// not, selected, count-selected, true and false. The error says what was found and
// wanted at which character, counted from 1; it wraps ErrUnsupported where the
// source uses another function, operator or path.
func ParseRule(source string) (*Rule, error) {
	p := &ruleParser{source: source}
	p.next()
	root, err := p.either(0)
	if err != nil {
		return nil, err
	}
	if p.token.kind != tokenEnd {
		return nil, p.unexpected(`"and", "or" or the end`)
	}
	r := &Rule{Source: source, root: root, self: p.self}
	for _, name := range p.questions {
		if !slices.Contains(r.inOrder, name) {
			r.inOrder = append(r.inOrder, name)
		}
	}
	r.questions = slices.Sorted(slices.Values(r.inOrder))
	return r, nil
}

// ruleParser reads a rule from left to right, a token ahead.
type ruleParser struct {
	source    string
	at        int // byte offset after token
	token     token
	questions []string
	self      bool // "." was met
}

// unexpected returns the error for p.token where want was wanted.
func (p *ruleParser) unexpected(want string) error {
	at := utf8.RuneCountInString(p.source[:p.token.at]) + 1
	t := p.token
	switch {
	case t.kind == tokenEnd:
		return fmt.Errorf("character %d: got the end, want %s", at, want)
	case t.kind == tokenSign && strings.Contains("+-*|/..", t.text), t.kind == tokenName && (t.text == "div" || t.text == "mod"):
		return fmt.Errorf("character %d: %q is %w", at, t.text, ErrUnsupported)
	case t.kind == tokenBad && strings.ContainsAny(t.text[:min(3, len(t.text))], "‘’“”"):
		return fmt.Errorf("character %d: got the quote %s, want a straight one", at, t.text)
	case t.kind == tokenBad && (t.text[0] == '\'' || t.text[0] == '"'):
		return fmt.Errorf("character %d: the quote does not end", at)
	case t.kind == tokenBad && t.text[0] == '$':
		return fmt.Errorf("character %d: got %s, want a question as ${name}", at, Quote(t.text))
	}
	return fmt.Errorf("character %d: got %s, want %s", at, Quote(t.text), want)
}

func (p *ruleParser) isWord(s string) bool { return p.token.kind == tokenName && p.token.text == s }
func (p *ruleParser) isSign(s string) bool { return p.token.kind == tokenSign && p.token.text == s }

func (p *ruleParser) either(depth int) (node, error) {
	return p.chain("or", depth, p.both, func(parts []node) node { return either(parts) })
}

func (p *ruleParser) both(depth int) (node, error) {
	return p.chain("and", depth, p.comparison, func(parts []node) node { return all(parts) })
}

// chain parses one or more parts with word between them.
func (p *ruleParser) chain(word string, depth int, part func(int) (node, error), join func([]node) node) (node, error) {
	var parts []node
	for {
		n, err := part(depth)
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
		if !p.isWord(word) {
			break
		}
		p.next()
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	return join(parts), nil
}

func (p *ruleParser) comparison(depth int) (node, error) {
	left, err := p.sum(depth)
	if err != nil {
		return nil, err
	}
	operator := p.token.text
	if p.token.kind != tokenSign || !slices.Contains([]string{"=", "!=", "<", "<=", ">", ">="}, operator) {
		return left, nil
	}
	p.next()
	right, err := p.sum(depth)
	if err != nil {
		return nil, err
	}
	return comparison{operator, left, right}, nil
}

// sum parses one or more operands with + or - between them, from the left.
func (p *ruleParser) sum(depth int) (node, error) {
	left, err := p.operand(depth)
	if err != nil || !p.isSign("+") && !p.isSign("-") {
		return left, err
	}
	s := sum{{of: left, sign: 1}}
	for p.isSign("+") || p.isSign("-") {
		part := term{sign: 1}
		if p.isSign("-") {
			part.sign = -1
		}
		p.next()
		if part.of, err = p.operand(depth); err != nil {
			return nil, err
		}
		s = append(s, part)
	}
	return s, nil
}

func (p *ruleParser) operand(depth int) (node, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("parentheses are nested more than %d deep", maxDepth)
	}
	t := p.token
	switch {
	case t.kind == tokenQuestion:
		p.questions = append(p.questions, t.text)
		p.next()
		return answerOf{t.text}, nil
	case t.kind == tokenSelf:
		p.self = true
		p.next()
		return answerOf{"."}, nil
	case t.kind == tokenString:
		p.next()
		return literal{characters(t.text)}, nil
	case t.kind == tokenNumber:
		return p.number(1)
	case p.isSign("-"):
		p.next()
		if p.token.kind == tokenNumber {
			return p.number(-1)
		}
		return nil, p.unexpected("a number")
	case p.isSign("("):
		p.next()
		n, err := p.either(depth + 1)
		if err != nil {
			return nil, err
		}
		return n, p.expect(")")
	case t.kind == tokenName && t.text != "and" && t.text != "or":
		return p.call(depth)
	}
	return nil, p.unexpected("a question, a number, a quoted string or a function")
}

func (p *ruleParser) number(sign float64) (node, error) {
	n, err := strconv.ParseFloat(p.token.text, 64)
	if err != nil {
		return nil, p.unexpected("a number")
	}
	p.next()
	return literal{number(sign * n)}, nil
}

func (p *ruleParser) expect(sign string) error {
	if !p.isSign(sign) {
		return p.unexpected(`"` + sign + `"`)
	}
	p.next()
	return nil
}

// ruleFunctions gives the number of arguments and the node of each function.
var ruleFunctions = map[string]struct {
	arguments int
	node      func([]node) node
}{
	"not":            {1, func(a []node) node { return not{a[0]} }},
	"selected":       {2, func(a []node) node { return selected{a[0], a[1]} }},
	"count-selected": {1, func(a []node) node { return countSelected{a[0]} }},
	"true":           {0, func([]node) node { return literal{truth(true)} }},
	"false":          {0, func([]node) node { return literal{truth(false)} }},
}

func (p *ruleParser) call(depth int) (node, error) {
	name := p.token
	at := utf8.RuneCountInString(p.source[:name.at]) + 1
	function, known := ruleFunctions[name.text]
	if !known {
		return nil, fmt.Errorf("character %d: %s is %w", at, Quote(name.text), ErrUnsupported)
	}
	p.next()
	if err := p.expect("("); err != nil {
		return nil, err
	}
	var arguments []node
	for !p.isSign(")") {
		if len(arguments) > 0 {
			if err := p.expect(","); err != nil {
				return nil, err
			}
		}
		n, err := p.either(depth + 1)
		if err != nil {
			return nil, err
		}
		arguments = append(arguments, n)
	}
	p.next()
	if len(arguments) != function.arguments {
		return nil, fmt.Errorf("character %d: %s has %d arguments, want %d", at, name.text, len(arguments), function.arguments)
	}
	return function.node(arguments), nil
}
