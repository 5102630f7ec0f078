package audit

import (
	"math/big"
	"strconv"
	"strings"
)

// fractions are the words that say a share, numerator and denominator.
var fractions = withTenths(map[string][2]int64{
	"half": {1, 2}, "a half": {1, 2}, "one half": {1, 2}, "halvdelen": {1, 2}, "den halve": {1, 2}, "every second": {1, 2}, "hver anden": {1, 2},
	"a third": {1, 3}, "one third": {1, 3}, "a quarter": {1, 4}, "one quarter": {1, 4}, "a fourth": {1, 4}, "a fifth": {1, 5}, "one fifth": {1, 5}, "a tenth": {1, 10}, "one tenth": {1, 10},
	"en tredjedel": {1, 3}, "en fjerdedel": {1, 4}, "en femtedel": {1, 5}, "en sjettedel": {1, 6}, "en ottendedel": {1, 8}, "en tiendedel": {1, 10},
	"every third": {1, 3}, "every fourth": {1, 4}, "every fifth": {1, 5}, "every tenth": {1, 10},
	"hver tredje": {1, 3}, "hver fjerde": {1, 4}, "hver femte": {1, 5}, "hver sjette": {1, 6}, "hver ottende": {1, 8}, "hver tiende": {1, 10}, "hver tyvende": {1, 20},
	"two thirds": {2, 3}, "to tredjedele": {2, 3}, "three quarters": {3, 4}, "tre fjerdedele": {3, 4}, "two fifths": {2, 5}, "to femtedele": {2, 5},
	"three fifths": {3, 5}, "tre femtedele": {3, 5}, "four fifths": {4, 5}, "fire femtedele": {4, 5},
	"all": {1, 1}, "every one": {1, 1}, "every": {1, 1}, "everybody": {1, 1}, "alle": {1, 1}, "samtlige": {1, 1}, "none": {0, 1}, "ingen": {0, 1},
	"the majority": {-1, 1}, "most": {-1, 1}, "langt de fleste": {-2, 1}, "hovedparten": {-1, 1}, "flertallet": {-1, 1}, "de fleste": {-1, 1}, "langt hovedparten": {-2, 1}, "the great majority": {-2, 1},
})

// withTenths adds so many of so many in words: seven in ten, fire ud af fem.
func withTenths(fractions map[string][2]int64) map[string][2]int64 {
	english := []string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	danish := []string{"", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"}
	for n := int64(3); n <= 10; n++ {
		for k := int64(1); k < n; k++ {
			fractions[english[k]+" in "+english[n]] = [2]int64{k, n}
			fractions[english[k]+" out of "+english[n]] = [2]int64{k, n}
			fractions[danish[k]+" ud af "+danish[n]] = [2]int64{k, n}
		}
	}
	return fractions
}

// How far a share may lie from a fraction word, in points: 1.5 for the bare
// word, 4 after "about", 6 on its one side after "just under" and "just over".
// All and none are exact; a majority is over half, a great one over 60.
const (
	tenthsPlain = 15
	tenthsAbout = 40
	tenthsSide  = 60
)

// parseWord reads a fraction in words, as "8 ud af 10" or as "1/4".
func parseWord(s string, h hedge) (printed, bool) {
	f, ok := fractions[s]
	if m := ofForm.FindStringSubmatch(s); !ok && m != nil {
		a, _ := strconv.ParseInt(m[1], 10, 64) // the pattern has six digits at most
		b, _ := strconv.ParseInt(m[2], 10, 64)
		// Eight of ten is a round way of saying 80 per cent; 76 of 195 is two
		// counts, and exact.
		if b == 0 || a > b || b > 10 {
			return printed{}, false
		}
		f, ok = [2]int64{a, b}, true
	}
	if !ok {
		return printed{}, false
	}
	p := printed{percent: true, loose: true, unit: rat(1)}
	switch {
	case f[0] == -1:
		p.point, p.in = rat(50), span{lo: rat(50), loOpen: true, hi: rat(100)}
		return p, true
	case f[0] == -2:
		p.point, p.in = rat(60), span{lo: rat(60), hi: rat(100)}
		return p, true
	}
	p.point = big.NewRat(100*f[0], f[1])
	if f[0] == 0 || f[0] == f[1] {
		switch {
		case h == plain:
			p.in, p.loose = exactly(p.point), false
		case f[0] == 0: // almost none
			p.in = span{lo: rat(0), hi: rat(10)}
		default: // almost all
			p.in = span{lo: rat(90), hi: rat(100)}
		}
		return p, true
	}
	p.in = around(p.point, h)
	return p, true
}

// around is what a fraction word can stand for.
func around(point *big.Rat, h hedge) span {
	by := func(tenths int64, sign int64) *big.Rat {
		return new(big.Rat).Add(point, big.NewRat(sign*tenths, 10))
	}
	switch h {
	case about:
		return span{lo: by(tenthsAbout, -1), hi: by(tenthsAbout, 1)}
	case under:
		return span{lo: by(tenthsSide, -1), hi: point, hiOpen: true}
	case over:
		return span{lo: point, loOpen: true, hi: by(tenthsSide, 1)}
	case more:
		return span{lo: point, loOpen: true, hi: rat(100)}
	case less:
		return span{lo: rat(0), hi: point, hiOpen: true}
	}
	return span{lo: by(tenthsPlain, -1), hi: by(tenthsPlain, 1)}
}

// multiples are words for how many times.
var multiples = map[string]int64{"two": 2, "twice": 2, "half": 2, "halvt": 2, "to": 2, "dobbelt": 2, "three": 3, "tre": 3, "four": 4, "fire": 4, "five": 5, "fem": 5, "ten": 10, "ti": 10}

// parseTimes reads "three times", "tre gange", "3", "twice".
func parseTimes(text string) (int64, bool) {
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if n, ok := multiples[w]; ok {
			return n, true
		}
		if n, err := strconv.ParseInt(w, 10, 32); err == nil && n > 1 {
			return n, true
		}
	}
	return 0, false
}
