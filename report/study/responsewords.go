package study

import (
	"fmt"

	"stikprove/survey"
)

// responseWords are the words of rates, and of answers held against a frame, by
// language. The machine format has those of English.
var responseWords = map[string]map[string]string{
	"da": {
		"code": "kode", "means": "betyder", "rows": "rækker", "all": "alle",
		"e":         "e, den del af UH og UO, der hører til populationen, er %s",
		"estimated": "anslået ved proportional fordeling: dem, der hører til, blandt dem, hvor det vides (CASRO)",
		"given":     "oplyst",
		"weighted":  "rater er vægtede, antal er ikke",
		"source":    "rater er dem i AAPOR's Standard Definitions; I besvaret, P delvis, R afslag, NC ikke truffet, O andet, UH og UO uvist om de hører til populationen, NE hører ikke til",

		"answered": "%d af %d enheder svarede, %s",
		"heads":    "\tenheder\tsvarede\tsvarprocent\trammen\tsvarede\tstandardiseret forskel",
		"mean":     "%s (gennemsnit)",
		"tests":    "tests er af enheder uden vægte",
		"R":        "R-indikator %s, uden sin skævhed %s; tilbøjeligheden til at svare har gennemsnit %s og standardafvigelse %s",
		"CV":       "variationskoefficient af tilbøjeligheden %s (%s uden skævhed): intet gennemsnit er forkert med flere standardafvigelser, så vidt disse variable viser",
		"note":     "bemærk: %s",
		"nobody":   "%s: ingen svarede i kategorien %s, så dens tilbøjelighed er 0, og dens koefficient har ingen værdi",
		"everyone": "%s: alle svarede i kategorien %s, så dens tilbøjelighed er 1, og dens koefficient har ingen værdi",
		"silent":   "intet estimat er vægtet: ingen svarede i klassen %s; læg den sammen med en anden",
		"effects":  "gennemsnit af\tn\tsom besvaret\tstandardfejl\tvægtet\tstandardfejl\tforskel",
		"classes":  "vægtet ved %d klasser af %s: de tavses vægte går til dem, der svarede i deres klasse", "propensity": "tilbøjeligheden",
		"no test": "%s: ingen test, da der kun er én side eller én kategori",
		"welch":   "%s: t = %s med %s frihedsgrader (Welch), p = %s",
		"pearson": "%s: χ² = %s med %s frihedsgrader (Pearson), p = %s",
		"least":   "; det mindste forventede antal er %s, under 5",
		"left":    "; %d enheder har ingen værdi og er udeladt",
		"below":   "under %s",
	},
	"en": {
		"code": "code", "means": "means", "rows": "rows", "all": "all",
		"e":         "e, the share of UH and UO that is eligible, is %s",
		"estimated": "estimated by proportional allocation: eligible of those whose eligibility is known (CASRO)",
		"given":     "given",
		"weighted":  "rates are weighted, counts are not",
		"source":    "rates are those of AAPOR's Standard Definitions; I complete, P partial, R refusal, NC no contact, O other, UH and UO unknown eligibility, NE not eligible",

		"answered": "%d of %d units answered, %s",
		"heads":    "\tunits\tanswered\trate\tframe\tanswered\tstandardised difference",
		"mean":     "%s (mean)",
		"tests":    "tests are of units without weights",
		"R":        "R-indicator %s, with its bias taken out %s; propensities have mean %s and standard deviation %s",
		"CV":       "coefficient of variation of propensities %s (%s with the bias taken out): no mean is off by more standard deviations, as far as these variables tell",
		"note":     "note: %s",
		"nobody":   "%s: nobody answered in category %s, so that its propensity is 0 and its coefficient has no value",
		"everyone": "%s: everybody answered in category %s, so that its propensity is 1 and its coefficient has no value",
		"silent":   "no estimate is weighted: nobody answered in class %s; join it with another",
		"effects":  "mean of\tn\tas answered\tse\tweighted\tse\tdifference",
		"classes":  "weighted by %d classes of %s: the weights of the silent go to those who answered in their class", "propensity": "propensity",
		"no test": "%s: no test, since one side or one category is all there is",
		"welch":   "%s: t = %s with %s degrees of freedom (Welch), p = %s",
		"pearson": "%s: χ² = %s with %s degrees of freedom (Pearson), p = %s",
		"least":   "; the least expected count is %s, below 5",
		"left":    "; %d units have no value and are left out",
		"below":   "below %s",
	},
}

// notes says which propensities are 0 or 1.
func (f *FrameAnswered) notes(say map[string]string) []string {
	var notes []string
	for _, x := range f.Model.Extremes {
		words := say["nobody"]
		if x.Everybody {
			words = say["everyone"]
		}
		notes = append(notes, fmt.Sprintf(words, x.Variable, survey.Quote(x.Category)))
	}
	return notes
}
