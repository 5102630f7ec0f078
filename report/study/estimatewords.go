package study

import (
	"fmt"
	"strings"

	estimates "stikprove/sample/estimate"
)

// estimateWords are the words of estimates printed as text. The machine formats
// have those of English.
type estimateWords struct {
	statistics map[string]string // by their names in the machine formats
	categories map[string]string // ways to estimate a total
	silent     string            // the total if those who did not answer differed, K
	equal      string
	heads      []string // n, estimate, se, df, interval
	deffs      []string // deff, effective n
	to         string   // between the ends of an interval
	comma      bool     // decimals stand after a comma

	suppressed, restsOnN, noVariation string
	reasons                           map[estimates.Reason]string
}

var estimateWordsOf = map[string]estimateWords{
	"en": {
		silent: "ratio %v among the silent",
		equal:  "equal weights",
		heads:  []string{"n", "estimate", "se", "df", "%v %% interval"},
		deffs:  []string{"deff", "effective n"},
		to:     " to ",

		suppressed:  "rests on fewer than %d rows, or would tell of one that does",
		restsOnN:    "the interval rests on the number of rows, since the standard error is 0",
		noVariation: "the interval by %s has nothing to say where the standard error is 0; beta, wilson and clopper-pearson have",
		reasons: map[estimates.Reason]string{
			estimates.Empty:          "no row with a weight and an answer is in the domain",
			estimates.NoDenominator:  "what is divided by sums to 0",
			estimates.NoSampling:     "a census has no sampling error",
			estimates.NoDegrees:      "no degrees of freedom, so no interval",
			estimates.LonelyUnit:     "a stratum with one unit has no variance",
			estimates.NoReplicates:   "the replicate weights could not be made",
			estimates.NoneReplicated: "no replicate has a value: the weights could not be adjusted on any, or nobody of the domain is in them",
		},
	},
	"da": {
		statistics: map[string]string{"mean": "gennemsnit", "total": "total", "ratio": "forhold", "quantile": "fraktil", "proportion": "andel", "variance": "varians"},
		categories: map[string]string{"ratio": "forhold", "separate": "forhold i hver gruppe", "regression": "regression", "poststratified": "efterstratificeret"},
		silent:     "forhold %v blandt de tavse",
		equal:      "ens vægte",
		heads:      []string{"n", "estimat", "standardfejl", "frihedsgrader", "%v %%-interval"},
		deffs:      []string{"designeffekt", "effektivt n"},
		to:         " til ",
		comma:      true,

		suppressed:  "hviler på færre end %d rækker eller ville røbe et tal, der gør",
		restsOnN:    "intervallet hviler på antallet af rækker, da standardfejlen er 0",
		noVariation: "intervallet ved %s siger intet, hvor standardfejlen er 0; det gør beta, wilson og clopper-pearson",
		reasons: map[estimates.Reason]string{
			estimates.Empty:          "ingen række med vægt og svar er i domænet",
			estimates.NoDenominator:  "det, der divideres med, summer til 0",
			estimates.NoSampling:     "en totaltælling har ingen stikprøveusikkerhed",
			estimates.NoDegrees:      "ingen frihedsgrader og derfor intet interval",
			estimates.LonelyUnit:     "et stratum med én enhed har ingen varians",
			estimates.NoReplicates:   "replikatvægtene kunne ikke dannes",
			estimates.NoneReplicated: "intet replikat har en værdi: vægtene kunne ikke justeres på noget, eller ingen fra domænet er med",
		},
	},
}

// words returns what is to be said of an estimate, or "".
func (w estimateWords) words(v Estimated, minimum int) string {
	switch {
	case v.Suppressed:
		return fmt.Sprintf(w.suppressed, minimum)
	case v.Note == estimates.RestsOnN:
		return w.restsOnN
	case v.Why == estimates.NoVariation:
		return fmt.Sprintf(w.noVariation, v.Method)
	}
	return w.reasons[v.Why]
}

// name says what is estimated.
func (w estimateWords) name(v Estimated) string {
	statistic := v.Statistic
	if own := w.statistics[statistic]; own != "" {
		statistic = own
	}
	name := statistic + " " + v.Variable
	if v.Quantile > 0 {
		name += " " + w.number(exactly(v.Quantile))
	}
	switch {
	case v.guessed:
		name += " (" + w.number(fmt.Sprintf(w.silent, v.times)) + ")"
	case v.Category != "" && v.Statistic == "total":
		category := v.Category
		if own := w.categories[category]; own != "" {
			category = own
		}
		name += " (" + category + ")"
	case v.Category != "":
		name += " = " + v.Category
	}
	if v.Equal {
		name += ", " + w.equal
	}
	return name
}

// number gives a written number the language's decimal sign.
func (w estimateWords) number(written string) string {
	if w.comma {
		return decimalComma(written)
	}
	return written
}

// decimalComma gives a number that is written the decimal sign of Danish.
func decimalComma(written string) string { return strings.ReplaceAll(written, ".", ",") }
