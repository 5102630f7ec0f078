package platform

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// scales are the answers of scales that questionnaires use, Danish and English,
// each from its one end to the other. Answers that mean the same stand
// together, with a bar between them.
var scales = [][]string{
	{ // agreement
		"strongly agree|completely agree|totally agree|fully agree|meget enig|helt enig|fuldt enig|fuldstændig enig|fuldstændigt enig",
		"agree|mostly agree|enig|overvejende enig|mest enig",
		"somewhat agree|partly agree|slightly agree|tend to agree|delvist enig|delvis enig|lidt enig|nogenlunde enig",
		"neither agree nor disagree|neither agree or disagree|neither|neither nor|neutral|undecided|hverken enig eller uenig|hverken eller|hverken/eller|både og",
		"somewhat disagree|partly disagree|slightly disagree|tend to disagree|delvist uenig|delvis uenig|lidt uenig|noget uenig",
		"disagree|mostly disagree|uenig|overvejende uenig|mest uenig",
		"strongly disagree|completely disagree|totally disagree|fully disagree|meget uenig|helt uenig|fuldt uenig|fuldstændig uenig|fuldstændigt uenig",
	},
	{ // satisfaction
		"extremely satisfied|completely satisfied|yderst tilfreds|helt tilfreds",
		"very satisfied|meget tilfreds",
		"satisfied|mostly satisfied|tilfreds|overvejende tilfreds",
		"somewhat satisfied|fairly satisfied|slightly satisfied|delvist tilfreds|nogenlunde tilfreds",
		"neither satisfied nor dissatisfied|neither|neither nor|neutral|hverken tilfreds eller utilfreds|hverken eller|hverken/eller",
		"somewhat dissatisfied|fairly dissatisfied|slightly dissatisfied|delvist utilfreds|noget utilfreds|lidt utilfreds",
		"dissatisfied|mostly dissatisfied|unsatisfied|utilfreds|overvejende utilfreds",
		"very dissatisfied|very unsatisfied|meget utilfreds",
		"extremely dissatisfied|completely dissatisfied|yderst utilfreds|helt utilfreds",
	},
	{ // frequency
		"always|altid", "almost always|næsten altid", "very often|meget ofte", "usually|most of the time|for det meste|som regel",
		"often|frequently|ofte", "sometimes|now and then|occasionally|af og til|nogle gange|somme tider|en gang imellem|indimellem",
		"seldom|rarely|sjældent|sjælden", "very rarely|very seldom|meget sjældent", "hardly ever|almost never|næsten aldrig", "never|aldrig",
	},
	{ // how often
		"several times a day|flere gange om dagen|flere gange dagligt", "daily|every day|dagligt|hver dag", "several times a week|flere gange om ugen",
		"weekly|every week|once a week|ugentligt|hver uge|en gang om ugen", "several times a month|flere gange om måneden",
		"monthly|every month|once a month|månedligt|hver måned|en gang om måneden", "several times a year|flere gange om året",
		"yearly|annually|every year|once a year|årligt|hvert år|en gang om året", "less often|more seldom|sjældnere", "never|aldrig",
	},
	{ // quality
		"excellent|fremragende", "very good|virkelig god|meget god|meget godt", "good|god|godt",
		"fair|acceptable|average|neither good nor bad|neither good nor poor|nogenlunde|acceptabel|acceptabelt|middel|hverken god eller dårlig|hverken godt eller dårligt|hverken eller",
		"poor|bad|dårlig|dårligt", "very poor|very bad|meget dårlig|meget dårligt",
	},
	{ // importance
		"extremely important|yderst vigtig|yderst vigtigt|helt afgørende", "very important|meget vigtig|meget vigtigt", "important|vigtig|vigtigt",
		"somewhat important|fairly important|moderately important|noget vigtig|noget vigtigt|nogenlunde vigtig|nogenlunde vigtigt",
		"neither important nor unimportant|neutral|hverken eller", "slightly important|less important|not very important|lidt vigtig|lidt vigtigt|mindre vigtig|mindre vigtigt",
		"unimportant|not important|not at all important|uvigtig|uvigtigt|ikke vigtig|ikke vigtigt|slet ikke vigtig|slet ikke vigtigt",
	},
	{ // likelihood
		"extremely likely|yderst sandsynlig|yderst sandsynligt", "very likely|meget sandsynlig|meget sandsynligt", "likely|sandsynlig|sandsynligt",
		"somewhat likely|fairly likely|noget sandsynligt|nogenlunde sandsynligt", "neither likely nor unlikely|neutral|hverken sandsynligt eller usandsynligt|hverken eller",
		"somewhat unlikely|not very likely|mindre sandsynligt", "unlikely|not likely|usandsynlig|usandsynligt", "very unlikely|not at all likely|meget usandsynlig|meget usandsynligt",
		"extremely unlikely|yderst usandsynlig|yderst usandsynligt",
	},
	{ // degree
		"to a very high degree|to a very great extent|to a very large extent|i meget høj grad", "to a high degree|to a great extent|to a large extent|i høj grad",
		"to some degree|to some extent|i nogen grad", "to a lesser degree|to a lesser extent|to a small extent|to a small degree|i mindre grad",
		"to a low degree|i lav grad|i ringe grad|i begrænset omfang", "to a very low degree|to a very small extent|i meget lav grad|i meget ringe grad", "not at all|slet ikke",
	},
	{ // amount
		"extremely|yderst", "very much|a great deal|very|rigtig meget|meget", "much|a lot|quite a bit|en del|ret meget", "moderately|somewhat|noget|i nogen grad", "slightly|a little|lidt", "not at all|slet ikke",
	},
	{ // change
		"much better|meget bedre", "better|somewhat better|a little better|bedre|noget bedre|lidt bedre", "unchanged|about the same|the same|no change|uændret|det samme|nogenlunde det samme",
		"worse|somewhat worse|a little worse|dårligere|værre|noget dårligere|lidt dårligere", "much worse|meget dårligere|meget værre",
	},
	{ // size of a change
		"increased a lot|much more|much higher|meget mere|steget meget", "increased|more|higher|mere|flere|højere|steget", "unchanged|about the same|the same|no change|uændret|det samme",
		"decreased|less|fewer|lower|mindre|færre|lavere|faldet", "decreased a lot|much less|much lower|meget mindre|faldet meget",
	},
	{ // favour
		"very favorably|very favourably|very favorable|very favourable|very positive|meget positiv|meget positivt",
		"favorably|favourably|favorable|favourable|positive|positiv|positivt",
		"somewhat favorably|somewhat favourably|somewhat favorable|somewhat favourable|somewhat positive|overvejende positiv|overvejende positivt",
		"neither favorably nor unfavorably|neither favourably nor unfavourably|neither positive nor negative|neutral|neutralt|hverken positiv eller negativ|hverken positivt eller negativt|hverken eller",
		"somewhat unfavorably|somewhat unfavourably|somewhat unfavorable|somewhat unfavourable|somewhat negative|overvejende negativ|overvejende negativt",
		"unfavorably|unfavourably|unfavorable|unfavourable|negative|negativ|negativt",
		"very unfavorably|very unfavourably|very unfavorable|very unfavourable|very negative|meget negativ|meget negativt",
	},
	{ // schooling
		"no schooling|ingen", "primary school|less than high school|less than high school degree|grundskole|folkeskole", "high school|high school degree|secondary school|gymnasial uddannelse|gymnasium|ungdomsuddannelse",
		"vocational training|erhvervsuddannelse|erhvervsfaglig uddannelse|faglært", "some college|some college or associate degree|associate degree|kort videregående uddannelse",
		"college degree|bachelor degree|bachelor's degree|mellemlang videregående uddannelse|bacheloruddannelse|bachelor",
		"graduate degree|master's degree|master degree|lang videregående uddannelse|kandidatuddannelse|kandidat", "professional degree (md, jd, etc.)|professional degree", "phd|ph.d|doctorate|forskeruddannelse",
	},
	{"yes|ja", "yes, partly|partly|in part|ja, delvist|delvist|delvis|til dels", "maybe|perhaps|måske", "no|nej"},
	{"true|sandt", "false|falsk"},
	{"very easy|meget let|meget nemt", "easy|let|nemt", "neither easy nor difficult|hverken let eller svært|hverken nemt eller svært|hverken eller", "difficult|hard|svært|vanskeligt", "very difficult|very hard|meget svært|meget vanskeligt"},
	{"low|lav|lavt", "medium|middle|middel|mellem", "high|høj|højt"},
	{"small|lille", "medium|mellem|mellemstor", "large|big|stor"},
}

// steps says where on each scale an answer stands.
var steps = func() []map[string]int {
	all := make([]map[string]int, len(scales))
	for i, scale := range scales {
		all[i] = map[string]int{}
		for at, step := range scale {
			for _, answer := range strings.Split(step, "|") {
				all[i][answer] = at
			}
		}
	}
	return all
}()

// InOrder sorts labels of options that nothing puts in order: along the scale
// they are the answers of, by the amounts they begin with ("2-4 years" before
// "11-20 years"), or else by the alphabet. What is beside any scale, such as
// don't know, stands last.
func InOrder[T any](options []T, label func(T) string) {
	type place struct {
		beside int // 0 for answers proper
		at     amount
		words  string
	}
	places := map[string]place{}
	var proper []string
	for _, o := range options {
		words := strings.Trim(key(label(o)), ". ")
		if plain := aside.ReplaceAllString(words, ""); plain != "" && beside(words) == 0 {
			words = plain
		}
		p := place{beside: beside(words), words: words}
		if p.beside == 0 {
			proper = append(proper, words)
		}
		places[label(o)] = p
	}
	at := along(proper)
	for l, p := range places {
		p.at = at[p.words]
		places[l] = p
	}
	slices.SortStableFunc(options, func(a, b T) int {
		x, y := places[label(a)], places[label(b)]
		return cmp.Or(cmp.Compare(x.beside, y.beside), x.at.compare(y.at), cmp.Compare(x.words, y.words), cmp.Compare(label(a), label(b)))
	})
}

// beside returns how far behind the answers proper one stands that is none: 0
// for an answer proper.
func beside(words string) int {
	switch meanings[words] {
	case "none":
		return 1
	case "not_relevant":
		return 3
	case "dont_know":
		return 4
	case "refused":
		return 5
	}
	switch {
	case isOther(words):
		return 2
	case words == "n/a", strings.HasSuffix(words, "(n/a)"):
		return 3
	}
	return 0
}

// along returns where answers stand: on the first scale that has all of them,
// or by their amounts where each has one. It is empty where they have no order.
func along(answers []string) map[string]amount {
	for _, scale := range steps {
		at := map[string]amount{}
		for _, a := range answers {
			if step, ok := scale[a]; ok {
				at[a] = amount{least: float64(step)}
			}
		}
		if len(at) == len(answers) {
			return at
		}
	}
	at := map[string]amount{}
	for _, a := range answers {
		n, ok := amountIn(a)
		if !ok {
			return nil
		}
		at[a] = n
	}
	return at
}

// amount is where a band of numbers begins. Side is -1 for what lies under it
// ("under 18") and 1 for what lies over it ("65 or more").
type amount struct {
	least float64
	side  int
}

func (a amount) compare(b amount) int {
	return cmp.Or(cmp.Compare(a.least, b.least), cmp.Compare(a.side, b.side))
}

var (
	aside = regexp.MustCompile(` ?\([^()]*\)$`) // "neither (neutral)"

	// Thousands are parted by dots, commas or spaces: "1.000-5.000 kr.".
	leadingAmount = regexp.MustCompile(`^(under|below|less than|fewer than|up to|mindre end|færre end|op til|over|above|more than|mere end|flere end|mellem|between|<|>|≤|≥)?[ =]*(?:kr\.?|dkk|[$€£])? ?(\d{1,3}(?:[., \x{a0}]\d{3})+|\d+(?:[.,]\d+)?)`)
	trailingSide  = regexp.MustCompile(`(\+|or more|or older|or over|and over|and above|eller flere|eller mere|eller derover|og derover|eller ældre|år og over)( |$)`)
	trailingUnder = regexp.MustCompile(`(or less|or fewer|or under|or younger|eller færre|eller mindre|eller derunder|og derunder|eller yngre)( |$)`)
	grouped       = regexp.MustCompile(`^\d{1,3}([., \x{a0}]\d{3})+$`)
)

// amountIn returns the amount that an answer begins with.
func amountIn(words string) (amount, bool) {
	switch words {
	case "none", "ingen", "nothing", "intet", "never", "aldrig":
		return amount{least: 0, side: -1}, true
	}
	m := leadingAmount.FindStringSubmatch(words)
	if m == nil {
		return amount{}, false
	}
	digits := strings.ReplaceAll(m[2], ",", ".")
	if grouped.MatchString(m[2]) {
		digits = strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "").Replace(m[2])
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return amount{}, false
	}
	a := amount{least: n}
	switch m[1] {
	case "under", "below", "less than", "fewer than", "up to", "mindre end", "færre end", "op til", "<", "≤":
		a.side = -1
	case "over", "above", "more than", "mere end", "flere end", ">", "≥":
		a.side = 1
	}
	switch {
	case trailingUnder.MatchString(words):
		a.side = -1
	case a.side == 0 && trailingSide.MatchString(words):
		a.side = 1
	}
	return a, true
}
