package survey

import (
	"strings"
	"unicode/utf8"
)

// tokenKind says what a token of a rule is.
type tokenKind uint8

const (
	tokenEnd      tokenKind = iota
	tokenName               // a word: and, or, or a function
	tokenQuestion           // ${...}: text is the name
	tokenSelf               // .
	tokenNumber
	tokenString // text is what stands between the quotes
	tokenSign   // an operator, parenthesis or comma
	tokenBad    // text says what is wrong
)

type token struct {
	kind tokenKind
	text string
	at   int // byte offset in the source
}

// next reads the token that begins at or after p.at.
func (p *ruleParser) next() {
	for p.at < len(p.source) && strings.IndexByte(" \t\r\n", p.source[p.at]) >= 0 {
		p.at++
	}
	rest := p.source[p.at:]
	p.token = token{at: p.at}
	take := func(kind tokenKind, length int) {
		p.token.kind, p.token.text = kind, rest[:length]
		p.at += length
	}
	switch {
	case rest == "":
	case strings.HasPrefix(rest, "${"):
		end := strings.IndexByte(rest, '}')
		if end < 0 {
			take(tokenBad, len(rest))
			return
		}
		take(tokenQuestion, end+1)
		p.token.text = strings.TrimSpace(rest[2:end])
		if !isWord(p.token.text) {
			p.token.kind, p.token.text = tokenBad, rest[:end+1]
		}
	case rest[0] == '\'' || rest[0] == '"':
		end := strings.IndexByte(rest[1:], rest[0])
		if end < 0 {
			take(tokenBad, len(rest))
			return
		}
		take(tokenString, end+2)
		p.token.text = rest[1 : end+1]
	case isDigit(rest[0]) || len(rest) > 1 && rest[0] == '.' && isDigit(rest[1]):
		take(tokenNumber, span(rest, func(c byte) bool { return isDigit(c) || c == '.' }))
	case rest[0] == '.' && !strings.HasPrefix(rest, "..") && !strings.HasPrefix(rest, "./"):
		take(tokenSelf, 1)
	case isLetter(rest[0]):
		take(tokenName, span(rest, isWordByte))
	default:
		for _, sign := range []string{"!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "*", "|", "/", "..", "."} {
			if strings.HasPrefix(rest, sign) {
				take(tokenSign, len(sign))
				return
			}
		}
		_, size := utf8.DecodeRuneInString(rest)
		take(tokenBad, size)
	}
}

func isDigit(c byte) bool    { return '0' <= c && c <= '9' }
func isLetter(c byte) bool   { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' }
func isWordByte(c byte) bool { return isLetter(c) || isDigit(c) || c == '-' || c == '.' }

func isWord(s string) bool {
	return s != "" && isLetter(s[0]) && span(s, isWordByte) == len(s)
}

func span(s string, in func(byte) bool) int {
	n := 0
	for n < len(s) && in(s[n]) {
		n++
	}
	return n
}
