package report

import (
	"regexp"
	"strings"
)

// way is what a verdict says of the numbers beside it.
type way int

const (
	above       way = iota // one is larger than another
	below                  // one is smaller than another
	risen                  // the later is larger than the earlier
	fallen                 // the later is smaller than the earlier
	apart                  // they differ, or go together
	strongly               // they differ by much
	significant            // they differ beyond chance
	most                   // one is the largest of all
	least                  // one is the smallest of all
)

// verdict is a set of phrases that say one thing of numbers. A phrase is looked
// for among words in small letters with a blank between, see [line].
type verdict struct {
	way     way
	pattern *regexp.Regexp
}

// verdictWords are a language's verdicts.
type verdictWords struct {
	verdicts []verdict
	harmless *regexp.Regexp // phrases that hold the words of a verdict and are none
	negated  *regexp.Regexp // words shortly before a verdict that deny it
	than     string         // stands between two that are compared
	articles []string       // may stand before a number
	number   *regexp.Regexp // a number, or what begins one, in words
	several  *regexp.Regexp // a number of those a superlative is of
	ofSample *regexp.Regexp // that a superlative is of the sample only
}

// phrases returns a pattern of alternatives between blanks.
func phrases(alternatives ...string) *regexp.Regexp {
	return regexp.MustCompile(" (?:" + strings.Join(alternatives, "|") + ") ")
}

// aWord is one word of a phrase.
const aWord = `[^ ]+`

var danishVerdicts = verdictWords{
	verdicts: []verdict{
		{above, phrases(`højere`, `hyppigere`, `oftere`, `flere(?: `+aWord+`){0,6} end`, `mere(?: `+aWord+`){0,3} end`,
			`mere (?:udbredt|udbredte|almindelig|almindeligt|almindelige|sandsynlig|sandsynligt)`,
			`større (?:end|andel|andele|antal|del|risiko|omfang)`, `(?:er|var|bliver|blev|lidt|noget|langt|meget) større`,
			`dobbelt så`, aWord+` gange så`, `længere end`, `overrepræsenteret`, `overrepræsenterede`)},
		{below, phrases(`lavere`, `sjældnere`, `færre(?: `+aWord+`){0,6} end`, `færre`, `mindre (?:end|andel|andele|risiko|omfang|udbredt|udbredte|hyppig|hyppigt|hyppige|almindelig|almindeligt|almindelige|sandsynlig|sandsynligt)`,
			`(?:er|var|bliver|blev|lidt|noget|langt|meget) mindre`, `kortere end`, `halvt så`, `underrepræsenteret`, `underrepræsenterede`)},
		{risen, phrases(`steget`, `stiger`, `steg`, `stige`, `stigende`, `stigning`, `stigningen`, `stigninger`, `vokset`, `vokser`, `voksede`, `voksende`, `vækst`, `væksten`,
			`øget`, `øges`, `øgedes`, `forøget`, `forøges`, `forøgelse`, `forøgelsen`, `fordoblet`, `fordobles`, `fordobling`, `fordoblingen`, `tredoblet`, `fremgang`, `fremgangen`)},
		{fallen, phrases(`faldet`, `falder`, `faldt`, `falde`, `faldende`, `fald`, `nedgang`, `nedgangen`, `aftaget`, `aftagende`, `mindsket`, `mindskes`,
			`formindsket`, `halveret`, `halveres`, `halvering`, `halveringen`, `tilbagegang`, `tilbagegangen`)},
		{apart, phrases(`forskel`, `forskellen`, `forskelle`, `forskellene`, `hænger sammen`, `hang sammen`, `sammenhæng`, `sammenhængen`, `sammenhænge`,
			`korrelerer`, `korreleret`, `korrelation`, `korrelationen`, `adskiller sig`, `skiller sig ud`)},
		{strongly, phrases(`markant`, `markante`, `betydelig`, `betydeligt`, `betydelige`, `væsentlig`, `væsentligt`, `væsentlige`, `kraftigt`, `drastisk`, `tydeligt`, `iøjnefaldende`)},
		{significant, phrases(`signifikant`, `signifikante`, `statistisk sikker`, `statistisk sikkert`, `statistisk sikre`)},
		{most, phrases(`flest`, `størst`, `største`, `hyppigst`, `hyppigste`, `højest`, `højeste`, `mest (?:udbredt|udbredte|almindelig|almindeligt|almindelige)`)},
		{least, phrases(`færrest`, `er mindst (?:i|for|blandt|hos|på)`, `mindste`, `lavest`, `laveste`, `sjældnest`, `sjældneste`, `mindst (?:udbredt|udbredte|almindelig|almindeligt|almindelige)`)},
	},
	harmless: phrases(`(?:i|så|hvert|alle|dette|sådant|begge|værste|bedste) fald`, `fald(?:er|et|t|e) (?:ind|under|inden|uden|bort|sammen|på|i)`, `(?:i|den|denne|anden) sammenhæng`,
		`øget(?: `+aWord+`)? (?:risiko|sygdomsrisiko|fravær|sygefravær)`, `højere (?:uddannelse|uddannelser|læreanstalter)`, `højeste? (?:(?:gennemført|fuldført|afsluttet|opnået|gennemførte|fuldførte|afsluttede|opnåede) )?(?:uddannelse|uddannelsesniveau)`, `noget mindre`, `mere og mere`,
		`(?:flest|størst|højest|lavest|færrest) mulig[et]?`, `største del(?:en)?`, `(?:i|som) (?:det )?(?:højeste|mindste) (?:grad|retsinstans)`, `i det mindste`, `højest (?:\d+|en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti)`,
		`(?:blandt|hos|med|i|for|af) (?:den|det|de)(?: `+aWord+`)? (?:største|hyppigste|højeste|mindste|laveste|sjældneste)`),
	negated: phrases(`ikke`, `ingen`, `intet`, `hverken`, `næppe`),
	than:    "end", articles: []string{"de", "det", "den"},
	several: regexp.MustCompile(`^(?:to|tre|fire|fem|seks|syv|otte|ni|ti|\d+)$`), ofSample: phrases(`i stikprøven`),
	number: regexp.MustCompile(`^(?:en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|` +
		`(?:\p{L}+og)?(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)|hundrede|tusind|halvdelen|halvt|hver|nogen|nogensinde|før|nok)$`),
}

var englishVerdicts = verdictWords{
	verdicts: []verdict{
		{above, phrases(`higher`, `more often`, `more (?:likely|common|frequent|frequently|widespread)`, `more(?: `+aWord+`){0,6} than`,
			`(?:greater|larger|bigger) (?:than|share|shares|proportion|number)`, `(?:is|are|was|were|much|far|somewhat|slightly) (?:greater|larger|bigger)`,
			`twice as`, aWord+` times as`, `longer than`, `overrepresented`)},
		{below, phrases(`lower`, `less (?:often|likely|common|frequent|frequently|widespread)`, `less(?: `+aWord+`){0,6} than`, `fewer(?: `+aWord+`){0,6} than`, `fewer`, `smaller (?:than|share|shares|proportion|number)`,
			`(?:is|are|was|were|much|far|somewhat|slightly) smaller`, `rarer`, `half as`, `shorter than`, `underrepresented`)},
		{risen, phrases(`risen`, `rose`, `rises`, `rising`, `a rise`, `the rise`, `increase`, `increases`, `increased`, `increasing`, `increasingly`, `grown`, `grew`, `grows`, `growing`, `growth`, `doubled`, `tripled`)},
		{fallen, phrases(`fallen`, `fell`, `falls`, `falling`, `a fall`, `the fall`, `decrease`, `decreases`, `decreased`, `decreasing`, `decline`, `declines`, `declined`, `declining`, `dropped`, `drops`, `halved`)},
		{apart, phrases(`difference`, `differences`, `differ`, `differs`, `differed`, `associated with`, `correlated`, `correlates`, `correlation`, `correlations`, `stands? out`)},
		{strongly, phrases(`sharp`, `sharply`, `marked`, `markedly`, `considerable`, `considerably`, `substantial`, `substantially`, `dramatic`, `dramatically`, `drastic`, `drastically`, `striking`, `strikingly`)},
		{significant, phrases(`significant`, `significantly`, `statistically certain`)},
		{most, phrases(`the most`, `most (?:common|commonly|frequent|frequently|often|widespread|likely)`, `largest`, `biggest`, `greatest`, `highest`, `commonest`)},
		{least, phrases(`fewest`, `smallest`, `lowest`, `rarest`, `the least`, `least (?:common|commonly|frequent|frequently|often|widespread|likely)`)},
	},
	harmless: phrases(`gives? rise`, `increased(?: `+aWord+`)? (?:risk|absence)`, `falls? (?:under|within|into|on|outside|below)`, `fell (?:under|within|into|on|outside)`, `higher (?:education|secondary)`,
		`highest (?:(?:completed|attained) )?(?:level of )?(?:education|schooling|qualifications?)`,
		`lower (?:back|secondary|limbs?|leg)`, `marked (?:as|by|with)`, `is marked`, `are marked`,
		`(?:at|for) the (?:most|least)`, `the most (?:recent|recently|important|part)`, `(?:at|to) (?:the )?(?:greatest|lowest|highest) (?:level|degree|extent)`, `the greatest possible`,
		`(?:among|with|in|for|by|of) the(?: `+aWord+`)? (?:largest|biggest|greatest|highest|commonest|smallest|lowest|rarest)`),
	negated: phrases(`not`, `no`, `neither`, `nor`, `hardly`, `never`, `cannot`),
	than:    "than", articles: []string{"the", "those"},
	several: regexp.MustCompile(`^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$`), ofSample: phrases(`in the sample`),
	number: regexp.MustCompile(`^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|` +
		`twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|hundreds|thousand|thousands|half|ever|before|enough)$`),
}
