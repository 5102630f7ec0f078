package report

import "regexp"

// typedWords are the words by which a language's typed numbers are known.
type typedWords struct {
	before    *regexp.Regexp // a number after one of these is a name, a limit or a time
	after     *regexp.Regexp // a number before one of these is a length of time, an age or a price
	numbers   *regexp.Regexp // shares and large numbers in words
	recurring *regexp.Regexp // follows "every third" where that is a time
}

const danishTens = `(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)`
const danishOnes = `(?:nul|en|én|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)`

var danishTyped = typedWords{
	before: regexp.MustCompile(`^(?:kapitel|kap|afsnit|bilag|tabel|figur|stk|nr|nummer|side|s|trin|fase|del|version|uge|kvartal|lov|skema|spørgsmål|runde|niveau|` +
		`kl|under|over|mindst|højst|maksimalt|end|fyldt|op|til|fra|artikel|litra|pkt|punkt|seed|år|gruppe)$`),
	after: regexp.MustCompile(`^(?:år|års|årig|årige|årigt|måned|måneder|måneders|uge|uger|ugers|dag|dage|dages|time|timer|timers|minut|minutter|` +
		`kr|kroner|mio|mia|km|pct|procent|procentpoint|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|orden)$`),
	numbers: phrases(`(?:`+danishOnes+`|[^ ]+og`+danishTens+`|`+danishTens+`|hundrede) (?:procent|pct)`,
		`(?:en|én|to|tre|fire|fem) (?:halvdel|tredjedel|fjerdedel|femtedel|sjettedel|syvendedel|ottendedel|niendedel|tiendedel)(?:e|en)?`,
		`(?:halvdelen|tredjedelen|fjerdedelen|femtedelen|tiendedelen)`, `hver (?:anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|tolvte|femtende|tyvende)`,
		`(?:`+danishOnes+`|\d+) ud af (?:`+danishOnes+`|\d+)`, danishOnes+`og`+danishTens, danishTens, `(?:`+danishOnes+` )?(?:hundrede|tusind|tusinde)`),
	recurring: regexp.MustCompile(`^(?:dag|uge|måned|gang|år|time|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)$`),
}

const englishOnes = `(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`
const englishTens = `(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: (?:one|two|three|four|five|six|seven|eight|nine))?`

var englishTyped = typedWords{
	before: regexp.MustCompile(`^(?:chapter|section|sections|appendix|table|figure|no|number|page|p|step|phase|part|version|week|quarter|act|form|question|wave|level|` +
		`at|under|over|least|most|than|below|above|to|from|article|point|item|paragraph|seed|aged|age|year|group)$`),
	after: regexp.MustCompile(`^(?:year|years|yearold|month|months|week|weeks|day|days|hour|hours|minute|minutes|dkk|eur|kroner|percent|percentage|per|` +
		`january|february|march|april|may|june|july|august|september|october|november|december)$`),
	numbers: phrases(`(?:`+englishOnes+`|`+englishTens+`|a hundred) (?:percent|per cent)`,
		`(?:a|one) (?:third|quarter|fifth|tenth) of`, `one (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)`,
		`(?:two|three|four|five) (?:thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)`, `(?:^|[^ ]+ )?half (?:of )?(?:the|all|them|these|those)`,
		`(?:`+englishOnes+`|\d+) (?:in|out of) (?:`+englishOnes+`|a hundred)`, englishTens, `(?:a|`+englishOnes+`) (?:hundred|thousand)`),
	recurring: regexp.MustCompile(`^(?:years?|months?|weeks?|days?|hours?|minutes?)$`),
}
