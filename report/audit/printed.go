package audit

import (
	"math/big"
	"regexp"
	"strings"
)

// printed is a number or a word for one as a report prints it, and what it can
// stand for.
type printed struct {
	text    string
	in      span
	point   *big.Rat // the number itself, or what the word says
	unit    *big.Rat // of the last printed digit
	percent bool
	loose   bool // a word, or a number with "about" before it
}

// sharp reports whether the number is as exact as its digits.
func (p printed) sharp() bool { return !p.loose }

// hedge is how a number is loosened.
type hedge int

const (
	plain hedge = iota
	about
	under // just under
	over  // just over
	more  // more than
	less  // less than
)

// hedges are the words before a number, longest first where one begins another.
var hedges = []struct {
	words string
	is    hedge
}{
	{"just under", under}, {"nearly", under}, {"almost", under}, {"virtually", under}, {"stort set", under}, {"knap", under}, {"næsten", under}, {"lidt under", under}, {"close to", under},
	{"just over", over}, {"slightly more than", over}, {"a little over", over}, {"godt", over}, {"lidt over", over}, {"well over", more},
	{"more than", more}, {"over", more}, {"above", more}, {"mere end", more}, {"flere end", more}, {"mindst", more}, {"at least", more},
	{"less than", less}, {"fewer than", less}, {"under", less}, {"below", less}, {"mindre end", less}, {"færre end", less}, {"højst", less}, {"at most", less},
	{"about", about}, {"around", about}, {"roughly", about}, {"approximately", about}, {"approx.", about}, {"some", about}, {"ca.", about}, {"ca", about}, {"cirka", about}, {"omkring", about}, {"omtrent", about},
}

// Decimal signs and thousands are told apart by the digits: a group of three
// after a sign is thousands, unless the number is a percentage.
var (
	number      = `\d{1,3}(?:[. \x{00a0}\x{202f},]\d{3})+(?:[.,]\d{1,6})?|\d{1,15}(?:[.,]\d{1,6})?`
	percentSign = `%|pct\.?|procent|per cent|percent`
	printedForm = regexp.MustCompile(`(?i)^(` + number + `)(?:\s?[-–]\s?(` + number + `))?\s*(` + percentSign + `)?$`)
	ofForm      = regexp.MustCompile(`(?i)^(\d{1,6})\s*(?:/|ud af|af|out of|of|in)\s*(\d{1,6})$`)
	bareNumber  = regexp.MustCompile(`^[\d.,\s–-]+$`)
	grouped     = regexp.MustCompile(`^\d{1,3}(?:[. \x{00a0}\x{202f},]\d{3})+$`)
)

// parsePrinted reads what a report prints: "39 %", "15.759", "ca. 21.000",
// "1-2 %", "8 ud af 10", "en fjerdedel", "just under half". A bare number is a
// percentage where percent says so.
func parsePrinted(text string, percent bool) (printed, bool) {
	s := strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " "))
	h, s := hedged(s)
	p, ok := parseWord(s, h)
	if !ok {
		p, ok = parseDigits(s, h, percent)
	}
	p.text = strings.TrimSpace(text)
	if ok && p.percent && percent && bareNumber.MatchString(p.text) {
		p.text += " %"
	}
	return p, ok
}

// hedged parts the words that loosen a number from it.
func hedged(s string) (hedge, string) {
	h := plain
	for again := true; again; {
		again = false
		for _, w := range hedges {
			if rest, ok := strings.CutPrefix(s, w.words+" "); ok {
				s, h, again = rest, w.is, true
				break
			}
		}
	}
	return h, s
}

func parseDigits(s string, h hedge, percent bool) (printed, bool) {
	m := printedForm.FindStringSubmatch(s)
	if m == nil {
		return printed{}, false
	}
	p := printed{percent: percent || m[3] != "", loose: h != plain}
	var ok bool
	if p.point, p.unit, ok = parseNumber(m[1], m[3] != ""); !ok {
		return printed{}, false
	}
	half := new(big.Rat).Mul(p.unit, big.NewRat(1, 2))
	if m[2] != "" {
		to, _, ok := parseNumber(m[2], m[3] != "")
		if !ok || to.Cmp(p.point) < 0 {
			return printed{}, false
		}
		p.loose = true
		p.in = span{lo: new(big.Rat).Sub(p.point, half), hi: new(big.Rat).Add(to, half), hiOpen: true}
		p.point = new(big.Rat).Quo(new(big.Rat).Add(p.point, to), rat(2))
	} else {
		p.in = p.stands(h, half)
	}
	if p.in.lo != nil && p.in.lo.Sign() < 0 {
		p.in.lo = rat(0)
	}
	return p, true
}

// stands is what a number can stand for: a percentage half its last digit to
// either side, half rounded up; a count itself. A hedge widens to the last
// digit that is not nought, a percentage by 5 points at least after "just
// under" and "just over", and by 1.5 after "about".
func (p printed) stands(h hedge, half *big.Rat) span {
	wide := zeros(p.point, p.unit)
	if h == under || h == over {
		if p.percent && wide.Cmp(rat(5)) != 0 {
			wide = rat(5)
		}
	} else {
		wide = new(big.Rat).Quo(wide, rat(2))
		if least := big.NewRat(3, 2); p.percent && wide.Cmp(least) < 0 {
			wide = least
		}
	}
	switch h {
	case about:
		return span{lo: new(big.Rat).Sub(p.point, wide), hi: new(big.Rat).Add(p.point, wide)}
	case under:
		return span{lo: new(big.Rat).Sub(p.point, wide), hi: p.point, hiOpen: true}
	case over:
		return span{lo: p.point, hi: new(big.Rat).Add(p.point, wide)}
	case more:
		return span{lo: p.point}
	case less:
		return span{lo: rat(0), hi: p.point}
	}
	if !p.percent && p.unit.Cmp(rat(1)) == 0 {
		return exactly(p.point)
	}
	return span{lo: new(big.Rat).Sub(p.point, half), hi: new(big.Rat).Add(p.point, half), hiOpen: true}
}

// zeros is the place of the last digit that is not nought: 1,000 for 21,000.
func zeros(point, unit *big.Rat) *big.Rat {
	z := new(big.Rat).Set(unit)
	if point.Sign() == 0 {
		return z
	}
	for range 15 {
		next := new(big.Rat).Mul(z, rat(10))
		if !new(big.Rat).Quo(point, next).IsInt() {
			return z
		}
		z = next
	}
	return z
}

// parseNumber reads digits with a decimal sign or thousands, and the unit of
// the last digit.
func parseNumber(s string, percent bool) (value, unit *big.Rat, ok bool) {
	if grouped.MatchString(s) && !percent {
		s = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s)
	} else if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		whole := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, s[:i])
		s = whole + "." + s[i+1:]
	}
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(s)
	value, ok = new(big.Rat).SetString(s)
	unit = rat(1)
	if i := strings.IndexByte(s, '.'); i >= 0 {
		for range len(s) - i - 1 {
			unit.Quo(unit, rat(10))
		}
	}
	return value, unit, ok
}
