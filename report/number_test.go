package report

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/crosstab"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int][2]string{
		0:        {"0", "0"},
		999:      {"999", "999"},
		15759:    {"15.759", "15,759"},
		-1234567: {"\u22121.234.567", "\u22121,234,567"},
	} {
		assert.Equal(t, want[0], danish.Number(n))
		assert.Equal(t, want[1], english.Number(n))
	}
}

func TestDecimal(t *testing.T) {
	assert.Equal(t, "1.234,5", danish.Decimal(1234.45, 1), "half up, where half to even gives 4")
	assert.Equal(t, "1,234.5", english.Decimal(1234.45, 1))
	assert.Equal(t, "0,05", danish.Decimal(0.045, 2))
	assert.Equal(t, "3", danish.Decimal(2.5, 0), "fmt gives 2")
	assert.Equal(t, "\u22123", danish.Decimal(-2.5, 0))
	assert.Equal(t, "0", danish.Decimal(-0.2, 0), "no minus before nought")
	assert.Equal(t, "–", danish.Decimal(math.NaN(), 1))
	assert.Equal(t, "–", danish.Decimal(math.Inf(1), 1))
}

func TestPercentIsRoundedFromTheCounts(t *testing.T) {
	tests := []struct {
		n, base int
		want    string
	}{
		{80, 195, "41"}, {76, 195, "39"}, {45, 195, "23"},
		{1, 200, "1"}, // 0.5: half up
		{57, 200, "29"},
		{29, 200, "15"}, // 0.145 as a float lies below the half
		{23, 40, "58"},  // 0.575 as well
		{0, 195, "0"}, {195, 195, "100"},
	}
	for _, test := range tests {
		c := crosstab.Cell{N: test.n, Base: test.base, P: float64(test.n) / float64(test.base)}
		assert.Equal(t, test.want, danish.CellPercent(c), "%d of %d", test.n, test.base)
	}
}

func TestPercentOfAWeightedShare(t *testing.T) {
	assert.Equal(t, "29", danish.CellPercent(crosstab.Cell{N: 3, Base: 31, P: 0.285}))
	assert.Equal(t, "–", danish.CellPercent(crosstab.Cell{P: math.NaN()}))
	assert.Equal(t, "55\u00a0%", danish.Percentage(0.545))
	assert.Equal(t, "55%", english.Percentage(0.545))
}

func TestInterval(t *testing.T) {
	assert.Equal(t, "34–48", danish.CellInterval(crosstab.Cell{N: 80, Base: 195, P: 80. / 195, Low: 0.341, High: 0.475}))
	assert.Equal(t, "–", danish.CellInterval(crosstab.Cell{Low: math.NaN(), High: math.NaN()}))
}

func TestHalfUpAgreesWithWholeNumbers(t *testing.T) {
	for base := 1; base <= 400; base++ {
		for n := 0; n <= base; n++ {
			p, ok := percentOf(crosstab.Cell{N: n, Base: base, P: float64(n) / float64(base)})
			assert.True(t, ok)
			// p is the only whole number with p−½ ≤ 100n/base < p+½.
			if (2*p-1)*base > 200*n || 200*n >= (2*p+1)*base {
				t.Fatalf("%d of %d is not %d per cent", n, base, p)
			}
		}
	}
}

func TestTie(t *testing.T) {
	for in, want := range map[string]string{
		"efter § 56 og §§ 7-9": "efter §\u00a056 og §§\u00a07-9",
		"(N = 195)":            "(N\u00a0=\u00a0195)",
		"N = ":                 "N\u00a0=\u00a0",
		"et 95 %-interval":     "et 95\u00a0%-interval",
		"39 pct. af 12 kr.":    "39\u00a0pct. af 12\u00a0kr.",
		"ingen tal":            "ingen tal",
	} {
		assert.Equal(t, want, tie(in))
	}
}

func TestShareWords(t *testing.T) {
	for share, want := range map[float64][2]string{
		0:          {"ingen", "none"},
		0.02:       {"færre end hver tyvende", "fewer than one in twenty"},
		0.1:        {"hver tiende", "one in ten"},
		20. / 195:  {"hver tiende", "one in ten"},
		0.23:       {"knap hver fjerde", "just under one in four"},
		0.4:        {"fire ud af ti", "four in ten"},
		0.41:       {"godt fire ud af ti", "just over four in ten"},
		0.45:       {"mere end fire ud af ti", "more than four in ten"},
		0.48:       {"knap halvdelen", "just under half"},
		0.5:        {"halvdelen", "half"},
		0.504:      {"halvdelen", "half"},
		0.55:       {"mere end halvdelen", "more than half"},
		0.99:       {"næsten alle", "nearly all"},
		1:          {"alle", "all"},
		math.NaN(): {"ikke opgjort", "not available"},
	} {
		assert.Equal(t, want[0], danish.ShareWords(share), "%v", share)
		assert.Equal(t, want[1], english.ShareWords(share), "%v", share)
	}
}

// Every phrase is within its bound: see ShareWords.
func TestShareWordsAreNeverWrong(t *testing.T) {
	byPhrase := map[string]float64{}
	for f, s := range english.shares.parts {
		byPhrase[s] = f.share()
	}
	cut := func(s, prefix string) (float64, bool) {
		if len(s) <= len(prefix) || s[:len(prefix)] != prefix {
			return 0, false
		}
		f, ok := byPhrase[s[len(prefix):]]
		return f, ok
	}
	for i := 1; i < 1000; i++ {
		p := float64(i) / 1000
		s := english.ShareWords(p)
		if f, ok := byPhrase[s]; ok {
			assert.InDelta(t, f, p, 0.0051, s)
		} else if f, ok := cut(s, english.shares.under); ok {
			assert.Less(t, p, f, s)
			assert.InDelta(t, f, p, 0.0301, s)
		} else if f, ok := cut(s, english.shares.over); ok {
			assert.Greater(t, p, f, s)
			assert.InDelta(t, f, p, 0.0301, s)
		} else if f, ok := cut(s, english.shares.more); ok {
			assert.Greater(t, p, f, s)
			assert.InDelta(t, f, p, 0.07, s)
		} else {
			assert.True(t, p < 0.05 || p >= nearlyAll, "%v: %s", p, s)
		}
	}
}

// A base is written alike in both languages, its parts on one line.
func TestBaseInPrint(t *testing.T) {
	base := crosstab.Base{N: 15759, Unit: both("sager efter § 56", "cases under § 56")}
	assert.Equal(t, "N~=~15.759 sager efter §~56", tilde(tie(danish.BaseOf(base))))
	assert.Equal(t, "N~=~15,759 cases under §~56", tilde(tie(english.BaseOf(base))))
	base.Suppressed = crosstab.Primary
	assert.Equal(t, "N~=~•", tilde(danish.BaseOf(base)))
}

// The interval of a mean has an en dash between its ends and a minus before what
// is negative; a half is rounded away from nought.
func TestIntervalOfAMean(t *testing.T) {
	c := crosstab.Cell{Low: -1.25, High: 2.35}
	assert.Equal(t, "\u22121,3\u20132,4", danish.meanInterval(c, 1))
	assert.Equal(t, "\u22121.3\u20132.4", english.meanInterval(c, 1))
}
