package report

import (
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"stikprove/sample/crosstab"
)

// minus is the sign before a negative number; a hyphen is too short and breaks
// from its number.
const minus = "\u2212"

// enDash stands between the ends of a range, without spaces.
const enDash = "\u2013"

// Number returns a whole number with the language's thousands sign.
func (l Language) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if rest, negative := strings.CutPrefix(digits, "-"); negative {
		sign, digits = minus, rest
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.thousands + digits[i:]
	}
	return sign + digits
}

// Decimal returns x with so many decimals, half rounded up from its shortest
// decimal form, away from nought. A number that does not exist is the sign for
// that.
func (l Language) Decimal(x float64, decimals int) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return l.Absent
	}
	scaled := roundHalfUp(math.Abs(x), decimals)
	digits := scaled.String()
	fraction := ""
	if decimals > 0 {
		for len(digits) <= decimals {
			digits = "0" + digits
		}
		fraction = l.decimal + digits[len(digits)-decimals:]
		digits = digits[:len(digits)-decimals]
	}
	sign := ""
	if x < 0 && scaled.Sign() != 0 {
		sign = minus
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.thousands + digits[i:]
	}
	return sign + digits + fraction
}

// Percentage returns a share in [0, 1] as a whole percentage with its sign.
func (l Language) Percentage(share float64) string { return l.withSign(l.wholePercent(share)) }

// wholePercent returns a share in [0, 1] as a whole percentage without sign.
func (l Language) wholePercent(share float64) string {
	if math.IsNaN(share) {
		return l.Absent
	}
	return l.Number(percentOfFloat(share))
}

// CellPercent returns the share of a shown cell as a whole percentage without
// sign. The cell's counts decide where its share is their fraction.
func (l Language) CellPercent(c crosstab.Cell) string {
	p, ok := percentOf(c)
	if !ok {
		return l.Absent
	}
	return l.Number(p)
}

// CellInterval returns the ends of a shown cell's interval as whole
// percentages without sign.
func (l Language) CellInterval(c crosstab.Cell) string {
	if !hasInterval(c) {
		return l.Absent
	}
	return l.wholePercent(c.Low) + enDash + l.wholePercent(c.High)
}

// withSign puts the percent sign after a number that has digits.
func (l Language) withSign(number string) string {
	if number == l.Absent {
		return number
	}
	return number + l.percentSign
}

func hasInterval(c crosstab.Cell) bool {
	return c.Suppressed == crosstab.Shown && !math.IsNaN(c.Low) && !math.IsNaN(c.High) && c.High > 0
}

// equallyWeighted reports whether the cell's share is the fraction of its
// counts. The tolerance is what a sum of equal weights may be off by.
func equallyWeighted(c crosstab.Cell) bool {
	return c.Base > 0 && math.Abs(c.P-float64(c.N)/float64(c.Base)) < 1e-9
}

// percentOf returns a cell's share as a whole percentage, half rounded up. From
// counts it is exact; a float such as 0.285 is just below or above the half,
// and which is chance.
func percentOf(c crosstab.Cell) (int, bool) {
	switch {
	case c.Suppressed != crosstab.Shown || math.IsNaN(c.P):
		return 0, false
	case c.Percent.Set:
		return c.Percent.Value, true
	case equallyWeighted(c):
		return (200*c.N + c.Base) / (2 * c.Base), true
	default:
		return percentOfFloat(c.P), true
	}
}

// percentOfFloat rounds a share to a whole percentage, half up in its shortest
// decimal form: the one a person would have typed.
func percentOfFloat(share float64) int {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return 0
	}
	p := int(roundHalfUp(math.Abs(share), 2).Int64())
	if share < 0 {
		return -p
	}
	return p
}

// roundHalfUp returns x times 10 to the decimals, rounded half up, worked out
// in whole numbers. x is finite and at least 0.
func roundHalfUp(x float64, decimals int) *big.Int {
	exact, _ := new(big.Rat).SetString(strconv.FormatFloat(x, 'f', -1, 64))
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	exact.Mul(exact, new(big.Rat).SetInt(scale))
	exact.Add(exact, big.NewRat(1, 2))
	return new(big.Int).Quo(exact.Num(), exact.Denom())
}

var (
	paragraphSign = regexp.MustCompile(`(§§?) (\d|\p{L})`)
	baseSign      = regexp.MustCompile(`\b([Nn]) = ?`)
	unitSign      = regexp.MustCompile(`(\d) (%|pct\.|kr\.|mio\.|mia\.)`)
)

// tie puts hard spaces where a line must not break: after a paragraph sign,
// inside "N = 195" and before a percent sign.
func tie(s string) string {
	if !strings.ContainsAny(s, "§%=.") {
		return s
	}
	s = paragraphSign.ReplaceAllString(s, "$1"+nbsp+"$2")
	s = baseSign.ReplaceAllString(s, "$1"+nbsp+"="+nbsp)
	return unitSign.ReplaceAllString(s, "$1"+nbsp+"$2")
}
