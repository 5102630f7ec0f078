package report

import (
	"fmt"
	"strings"
)

// Coded says how many texts a scheme coded and who decided, for the account of
// the method.
type Coded struct {
	Scheme, Version string
	Rules           int     // by the scheme's rules
	Memory          int     // as people decided on the same text before
	Learned         int     // guessed from what was learned
	Decided         int     // by a person
	Uncoded         int     // without content
	NotCoded        int     // not understood, for review
	Agreed          *Agreed // nil where two coders were not compared
}

// Agreed says how far two coders agree on a scheme's codes.
type Agreed struct {
	Units            int     // that both coded
	Same             int     // that both coded alike
	Kappa, Low, High float64 // Cohen's, with its interval; NaN for none
	Level            float64 // of the interval, in (0, 1)
}

// codedWords are the words of the account.
type codedWords struct {
	open                                               string // scheme, version, descriptions
	rules, memory, learned, decided, uncoded, notCoded string // count, percentage
	and                                                string // before the last
	agreed                                             string // same, units, percentage, kappa
	interval                                           string // level, low, high
}

// coded words how the texts of one coding were coded, and by whom. Ways that no
// text went are left out, but for rules and people.
func (l Language) codedText(k Coded) string {
	all := k.Rules + k.Memory + k.Learned + k.Decided + k.Uncoded + k.NotCoded
	var parts []string
	for _, way := range []struct {
		words  string
		n      int
		always bool
	}{
		{l.coded.rules, k.Rules, true}, {l.coded.memory, k.Memory, false}, {l.coded.learned, k.Learned, false},
		{l.coded.decided, k.Decided, true}, {l.coded.uncoded, k.Uncoded, false}, {l.coded.notCoded, k.NotCoded, false},
	} {
		if way.n > 0 || way.always {
			parts = append(parts, fmt.Sprintf(way.words, l.Number(way.n), l.ofAll(way.n, all)))
		}
	}
	last := len(parts) - 1
	text := fmt.Sprintf(l.coded.open, k.Scheme, k.Version, l.Number(all)) + strings.Join(parts[:last], ", ") + l.coded.and + parts[last] + "."
	if a := k.Agreed; a != nil {
		text += " " + fmt.Sprintf(l.coded.agreed, l.Number(a.Same), l.Number(a.Units), l.ofAll(a.Same, a.Units), l.Decimal(a.Kappa, 2))
		if a.Low <= a.High { // neither is NaN
			text += fmt.Sprintf(l.coded.interval, l.Level(a.Level), l.Decimal(a.Low, 2), l.Decimal(a.High, 2))
		}
		text += "."
	}
	return text
}

// ofAll is a count's share of all as a whole percentage, half rounded up.
func (l Language) ofAll(n, all int) string {
	if all == 0 {
		return l.Absent
	}
	return l.withSign(l.Number((200*n + all) / (2 * all)))
}
