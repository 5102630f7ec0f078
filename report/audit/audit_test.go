package audit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestImpossibleOf holds the power to arithmetic: below 100 neighbouring counts
// are more than a per cent apart, so the n + 1 counts from 0 to n give n + 1
// different whole per cents, and 101 - (n + 1) are left.
func TestImpossibleOf(t *testing.T) {
	for n, want := range map[int64]int{1: 99, 2: 98, 65: 35, 84: 16, 99: 1, 100: 0, 195: 0} {
		assert.Equal(t, want, impossibleOf(n), n)
	}
}

func TestParsePrinted(t *testing.T) {
	a := &auditor{}
	for _, c := range []struct {
		text    string
		percent bool // a bare number is one
		want    string
		is      bool // a percentage
	}{
		{"39 %", false, "38.5–39.5", true},
		{"39\u00a0%", false, "38.5–39.5", true},
		{"39", true, "38.5–39.5", true},
		{"0", true, "0–0.5", true},
		{"6,6 pct.", false, "6.6–6.7", true}, // 6.55 to 6.65, written with one decimal
		{"15.759", false, "15,759", false},
		{"15,759", false, "15,759", false},
		{"1 234 567", false, "1,234,567", false},
		{"ca. 21.000", false, "20,500–21,500", false},
		{"godt 320.000", false, "320,000–330,000", false},
		{"more than 30,000", false, "30,000 or more", false},
		{"knap 50 %", false, "45–50", true},
		{"1-2 %", false, "0.5–2.5", true},
		{"8 ud af 10", false, "78.5–81.5", true},
		{"en fjerdedel", false, "23.5–26.5", true},
		{"ca. 1/3", false, "29.3–37.3", true},
		{"knap halvdelen", false, "44–50", true},
		{"alle", false, "100", true},
	} {
		p, ok := parsePrinted(c.text, c.percent)
		if assert.True(t, ok, c.text) {
			assert.Equal(t, c.want, a.spanned(p.in), c.text)
			assert.Equal(t, c.is, p.percent, c.text)
		}
	}
	for _, text := range []string{"", "many", "39 %%", "12 / 0", "-", "2 ud af 1", "1.2.3 %"} {
		_, ok := parsePrinted(text, false)
		assert.False(t, ok, text)
	}
}

func TestParseBand(t *testing.T) {
	for label, want := range map[string]string{
		"Under 30": "..29", "50 år eller ældre": "50..", "Mellem 30-49": "30..49", "med 100 ansatte og derover": "100..", "mere end 8 uger": "63..",
		"2-4 weeks": "14..28", "10 dage til 2 uger": "10..14", "7 days": "7..7", "100+": "100..", "Mellem 6-10 forløb": "6..10", "1.000-1.999": "1000..1999",
	} {
		b, ok := parseBand(label)
		if !assert.True(t, ok, label) {
			continue
		}
		first, last := "", ""
		if !(b.hiOpen && b.lo == 0) {
			first = (&auditor{danish: true}).count(b.first())
		}
		if l, closed := b.last(); closed {
			last = (&auditor{danish: true}).count(l)
		}
		assert.Equal(t, want, strings.ReplaceAll(first+".."+last, "1.", "1"), label)
	}
	_, ok := parseBand("Ved ikke")
	assert.False(t, ok)
}

// audited runs claims and returns claim, rule and sureness of what is found.
func audited(t *testing.T, claims ...*Claim) []string {
	t.Helper()
	r, err := Audit(claims, "en")
	require.NoError(t, err)
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Claim+" "+string(f.Rule)+" "+string(f.Sure))
	}
	return out
}

// TestSound holds what must not be accused.
func TestSound(t *testing.T) {
	for name, claims := range map[string][]*Claim{
		"81 against 80 is rounding": {{ID: "s", Kind: Sum, Value: "81 %", Of: []string{"a = 57 %", "b = 16 %", "c = 7 %"}}},
		"six solutions":             {{ID: "w", Kind: Whole, Base: "195", Of: []string{"a = 41", "b = 10", "c = 30", "d = 19"}}},
		"70 is 136 of 195": {{ID: "a", Kind: Percentage, Value: "39 %", Base: "195", Count: "76"}, {ID: "b", Kind: Percentage, Value: "31 %", Base: "195", Count: "60"},
			{ID: "s", Kind: Sum, Value: "70 %", Base: "195", Of: []string{"a", "b"}}},
		"85 and 65 of 84":        {{ID: "a", Kind: Percentage, Value: "85 %", Base: "84", Count: "71"}, {ID: "b", Kind: Percentage, Value: "65 %", Base: "84", Count: "55"}},
		"7 of 21,000 of 320,000": {{ID: "p", Kind: Percentage, Value: "7 %", Count: "ca. 21.000", Base: "godt 320.000"}},
		"one base":               {{ID: "n", Kind: Base}, {ID: "a", Kind: Percentage, Value: "91 %", Base: "n", Count: "84"}, {ID: "b", Kind: Percentage, Value: "71 %", Base: "n", Count: "65"}},
		"rounded with note":      {{ID: "w", Kind: Whole, Note: "yes", Of: []string{"a = 33", "b = 33", "c = 33"}}},
		"bands":                  {{ID: "b", Kind: Bands, Least: "0", Of: []string{"Under 30", "30-49", "50 or older"}}},
		"years":                  {{ID: "b", Kind: Bands, Of: []string{"2012", "2014", "2015"}}},
		"offices":                {{ID: "c", Kind: Count, Value: "2", Unit: "jobcentres"}},
	} {
		assert.Empty(t, audited(t, claims...), name)
	}
}

// TestSeeded holds one claim or two for each rule that must be found.
func TestSeeded(t *testing.T) {
	for name, c := range map[string]struct {
		claims []*Claim
		want   string
	}{
		// 7/84 = 8.3 %, 8/84 = 9.5 % -> 10
		"share": {[]*Claim{{ID: "p", Kind: Percentage, Value: "9 %", Base: "84"}}, "p share impossible"},
		// 20/84 = 23.8 %
		"count": {[]*Claim{{ID: "p", Kind: Percentage, Value: "25 %", Base: "84", Count: "20"}}, "p count impossible"},
		"sum":   {[]*Claim{{ID: "s", Kind: Sum, Value: "36", Of: []string{"3", "2", "30"}}}, "s sum impossible"},
		// three shares rounded are at most 1.5 off
		"whole":    {[]*Claim{{ID: "w", Kind: Whole, Of: []string{"a = 50", "b = 30", "c = 17"}}}, "w sum impossible"},
		"counts":   {[]*Claim{{ID: "w", Kind: Whole, Value: "195", Unit: "cases", Of: []string{"a = 76", "b = 60", "c = 60"}}}, "w sum impossible"},
		"product":  {[]*Claim{{ID: "m", Kind: Product, Value: "195", Of: []string{"66", "3"}}}, "m sum impossible"},
		"union":    {[]*Claim{{ID: "u", Kind: Union, Value: "30 %", Of: []string{"a = 36", "b = 7"}}}, "u sum impossible"},
		"mean":     {[]*Claim{{ID: "m", Kind: Mean, Value: "9,5", Of: []string{"1-2 = 50", "3-4 = 50"}}}, "m sum impossible"},
		"holes":    {[]*Claim{{ID: "b", Kind: Bands, Of: []string{"0-9", "11-19", "20+"}}}, "b bands question"},
		"touching": {[]*Claim{{ID: "b", Kind: Bands, Of: []string{"0-10", "10-20", "over 20"}}}, "b bands impossible"},
		"few":      {[]*Claim{{ID: "c", Kind: Count, Value: "1", Unit: "persons"}}, "c disclosure question"},
		"order":    {[]*Claim{{ID: "r", Kind: Ranking, Value: "top 3", Of: []string{"a = 9", "b = 7", "c = 8"}}}, "r ranking impossible"},
		"majority": {[]*Claim{{ID: "p", Kind: Percentage, Value: "41 %"}, {ID: "w", Kind: Words, Value: "hovedparten", Of: []string{"p"}}}, "w words unlikely"},
		"too few":  {[]*Claim{{ID: "b", Kind: Breakdown, Value: "45", Each: "1-2", Parts: "16", Of: []string{"a = 11"}, Unit: "offices"}}, "b breakdown impossible"},
		"styles":   {[]*Claim{{ID: "s", Kind: Styles, Of: []string{"39 % = 4", "39% = 1"}}}, "s style question"},
		// 40 of 100 is 40
		"shares": {[]*Claim{{ID: "k", Kind: Whole, Unit: "cases", Of: []string{"a = 40", "b = 60"}}, {ID: "p", Kind: Whole, Of: []string{"a = 41", "b = 59"}},
			{ID: "s", Kind: Shares, Of: []string{"k", "p"}}}, "p count impossible"},
	} {
		assert.Contains(t, audited(t, c.claims...), c.want, name)
	}
}

func TestAuditRefuses(t *testing.T) {
	_, err := Audit([]*Claim{{ID: "a", Kind: "percent", Value: "3 %"}, {ID: "a", Kind: Percentage, Value: "many"}, {ID: "s", Kind: Sum, Value: "3", Of: []string{"b", "1"}}, {Kind: Count, Value: "3"}}, "en")
	require.Error(t, err)
	for _, words := range []string{`got "percent", want one of percentage`, "the id is given twice", `a.value: got "many"`, `no claim "b"`, "needs an id"} {
		assert.Contains(t, err.Error(), words)
	}
}

// TestRings holds that claims which call on each other end.
func TestRings(t *testing.T) {
	assert.NotPanics(t, func() {
		audited(t, &Claim{ID: "a", Kind: Percentage, Value: "50 %", Base: "b"}, &Claim{ID: "b", Kind: Percentage, Value: "50 %", Base: "a"},
			&Claim{ID: "s", Kind: Same, Of: []string{"a", "b"}}, &Claim{ID: "t", Kind: Sum, Value: "1", Of: []string{"t", "t"}})
	})
}
