package report

// draftWords are the sentences that a first draft is made of. Between braces
// stand: {row}, {next} and {column}, {other}, labels in quotation marks; {pct},
// {pct2}, {n}, {N}, {total}, {mean}, {mean2}, {ci}, {eligible}, {answered} and
// {psus}, look-ups; {unit} and {psuUnit}, what is counted; {see}, a reference.
type draftWords struct {
	summary, study, register, method string // headings
	intro                            string // of the section on who answered
	responded                        string // a row of a table of response

	largest, largestBare   string // one row of several that exclude each other, known to be the largest
	next                   string // and the one after it
	first, firstBare       string // the row that is the largest as it happens
	second                 string // and the one after it
	tied                   string // {row}, {next}: two rows of the same size
	yes                    string // a question of yes and no
	commonest, ofAnswers   string // of several answers, known to be the commonest
	given, givenOfAnswers  string // the commonest as it happens
	none                   string // a way of not telling
	net, netOfAnswers      string
	nets                   string // one more net
	ofWhich                string
	known                  string // a share known from elsewhere
	fits, fitsNot          string
	answer                 string // opens the shares of a battery; {column}
	shares                 string // opens other shares
	is                     string // between an opening and its shares
	share                  string // one of them
	and                    string // before the last of several
	extremes               string // the smallest and the largest of many
	sum                    string
	mean, meanBare, spread string
	meanEnds               string // the groups of the highest and the lowest mean
	meanShown              string // the same where some are hidden
	groups, groupsOf       string // a table by groups
	furthest               string // the two groups furthest apart in a row
	apart, notApart        string // what the test finds
	range_                 string // {row}, {other}: the least and the most of rows
	rangeAll               string // and the whole
	tooSmall               string
	plain                  string // nothing but where the numbers are

	census, censusRate string // paragraphs on method
	clusters, sampled  string
	ofRegister         string
	hidden             string

	interviews, interviewed string // heading, and a sentence

	since, against     string // two waves, {first} and {last}: heading, and where they stand
	changed, unchanged string // {row}, {verdict}, {change}: a row; that no change is shown
}

var danishDraft = draftWords{
	summary: "Sammenfatning", study: "Undersøgelsen", register: "Registret", method: "Bilag: Metode og data",
	intro:     "{see} viser, hvor mange der har svaret.",
	responded: "{n} af {eligible} {unit} har svaret på {row} ({pct}).",

	largest: "Den største gruppe er {row} med {pct} af de {N} {unit}", largestBare: "Den største gruppe er {row} med {pct}",
	next:  "; derefter kommer {row} med {pct}",
	first: "{row} udgør {pct} af de {N} {unit}", firstBare: "{row} udgør {pct}", second: " og {row} {pct}",
	tied: "{row} og {next} udgør hver {pct}",
	yes:  "Svaret er {row} for {pct} af de {N} {unit}",

	commonest: "Det hyppigste svar er {row}, som gælder {pct} af de {N} {unit}", ofAnswers: "Det hyppigste svar er {row} med {pct} af svarene",
	given: "Svaret {row} gælder {pct} af de {N} {unit}", givenOfAnswers: "Svaret {row} udgør {pct} af svarene",
	none: "For {pct} er svaret {row}.",
	net:  "{row} udgør tilsammen {pct}", netOfAnswers: "{row} gælder for {pct}", nets: "{row} {pct}",
	ofWhich: "Rækken {row} går på tværs af grupperne og udgør {pct}.",
	known:   "Den kendte andel for {row} er {pct} ({column}).",
	fits:    "Testen under tabellen viser ingen sikker afvigelse fra den kendte fordeling.", fitsNot: "Testen under tabellen viser, at fordelingen er statistisk sikkert en anden end den kendte.",
	answer: "Andelen med svaret {column}", shares: "Andelen", is: " er ", share: "{pct} for {row}", and: " og ",
	extremes: " går fra {pct2} for {next} til {pct} for {row}",
	sum:      "Summen er {total} for de {n} {unit}, der har oplyst et tal.",
	mean:     "Gennemsnittet er {mean}{spread} for de {N} {unit}", meanBare: "Gennemsnittet er {mean}{spread}", spread: " ({level} {ci})",
	meanShown: "I de grupper, der kan vises, går det fra {mean2} i gruppen {other} til {mean} i gruppen {column}.",
	meanEnds:  "Det går fra {mean2} i gruppen {other} til {mean} i gruppen {column}.",
	groups:    "{see} viser fordelingen i hver gruppe.", groupsOf: "{see} viser fordelingen efter {column}.",
	furthest: "{row} udgør {pct} i gruppen {column} mod {pct2} i gruppen {other}.",
	apart:    "Testen under tabellen viser, at grupperne er statistisk sikkert forskellige.", notApart: "Testen under tabellen viser ingen sikker forskel mellem grupperne.",
	range_: "Andelen med {column} går fra {pct} ({row}) til {pct2} ({next})", rangeAll: "; for {row} er den {pct}",
	tooSmall: "Tallene i {see} er for små til at blive vist.",
	plain:    "Tallene står i {see}.",

	census: "Alle {unit} er spurgt.", censusRate: "Alle {eligible} {unit} er spurgt, og {answered} har svaret.",
	clusters: "Stikprøven har {N} {unit} fra {psus} {psuUnit}. Usikkerheden tager hensyn til, at de hænger sammen i klynger.", sampled: "Stikprøven har {N} {unit}.",
	ofRegister: "Tallene omfatter alle i registret og har derfor ingen stikprøveusikkerhed.",
	hidden:     "Tal, der kan føre til enkeltpersoner, er fjernet fra tabeller, figurer og tekst.",

	interviews: "Interview", interviewed: "{see} viser, hvem der har deltaget i interview.",

	since: "Udviklingen siden {first}", against: "{see} holder {last} op mod {first}.",
	changed: "Tallet for {row} er {verdict} i {last} end i {first} ({change}).", unchanged: "Der er ikke påvist nogen ændring.",
}

var englishDraft = draftWords{
	summary: "Summary", study: "The study", register: "The register", method: "Appendix: Method and data",
	intro:     "{see} shows how many answered.",
	responded: "{n} of {eligible} {unit} answered {row} ({pct}).",

	largest: "The largest group is {row} with {pct} of the {N} {unit}", largestBare: "The largest group is {row} with {pct}",
	next:  "; next comes {row} with {pct}",
	first: "{row} makes up {pct} of the {N} {unit}", firstBare: "{row} makes up {pct}", second: " and {row} {pct}",
	tied: "{row} and {next} make up {pct} each",
	yes:  "The answer is {row} for {pct} of the {N} {unit}",

	commonest: "The commonest answer is {row}, given for {pct} of the {N} {unit}", ofAnswers: "The commonest answer is {row} with {pct} of the answers",
	given: "The answer {row} is given for {pct} of the {N} {unit}", givenOfAnswers: "The answer {row} makes up {pct} of the answers",
	none: "For {pct} the answer is {row}.",
	net:  "Together, {row} makes up {pct}", netOfAnswers: "{row} holds for {pct}", nets: "{row} {pct}",
	ofWhich: "The row {row} cuts across the groups and makes up {pct}.",
	known:   "The known share of {row} is {pct} ({column}).",
	fits:    "The test below the table finds no certain departure from the known distribution.", fitsNot: "The test below the table finds that the distribution is not the known one.",
	answer: "The share who answered {column}", shares: "The share", is: " is ", share: "{pct} for {row}", and: " and ",
	extremes: " runs from {pct2} for {next} to {pct} for {row}",
	sum:      "The sum is {total} for the {n} {unit} that gave a number.",
	mean:     "The mean is {mean}{spread} for the {N} {unit}", meanBare: "The mean is {mean}{spread}", spread: " ({level} {ci})",
	meanShown: "In the groups that can be shown it runs from {mean2} in the group {other} to {mean} in the group {column}.",
	meanEnds:  "It runs from {mean2} in the group {other} to {mean} in the group {column}.",
	groups:    "{see} shows the distribution in each group.", groupsOf: "{see} shows the distribution by {column}.",
	furthest: "{row} makes up {pct} in the group {column} against {pct2} in the group {other}.",
	apart:    "The test below the table finds that the groups differ beyond chance.", notApart: "The test below the table finds no certain difference between the groups.",
	range_: "The share with {column} runs from {pct} ({row}) to {pct2} ({next})", rangeAll: "; for {row} it is {pct}",
	tooSmall: "The numbers in {see} are too small to be shown.",
	plain:    "The numbers are in {see}.",

	census: "All {unit} were asked.", censusRate: "All {eligible} {unit} were asked, and {answered} answered.",
	clusters: "The sample has {N} {unit} from {psus} {psuUnit}. The uncertainty allows for their going together in clusters.", sampled: "The sample has {N} {unit}.",
	ofRegister: "The numbers are of everybody in the register and have no sampling error.",
	hidden:     "Numbers that could lead to a person are removed from tables, figures and text.",

	interviews: "Interviews", interviewed: "{see} shows who took part in interviews.",

	since: "What has changed since {first}", against: "{see} holds {last} against {first}.",
	changed: "The number for {row} is {verdict} in {last} than in {first} ({change}).", unchanged: "No change is shown.",
}
