package main

import "slices"

// The wave of 2026 is invented: there was none. It is dealt by the rules of the
// reconstruction from a seed of its own, so that where nothing below says
// otherwise it differs from 2015 by chance alone, and then changed by [later].
const laterSeed = 2026

// become2026 turns the questionnaire, the jobcentres and the marks of the
// reconstruction into those of the invented wave, until the returned function
// turns them back.
func become2026() (back func()) {
	was := struct {
		seed                                       uint64
		version, mark, subject, keywords, category string
		joined                                     map[string]string
		one, two                                   []question
		lists                                      []choiceList
	}{seed, version, mark, subject, keywords, category, joined, partOne, partTwo, choiceLists}
	seed, version = laterSeed, "2026"
	mark = "OPDIGTET: der har ikke været nogen undersøgelse i 2026; alle svar er lavet ved lodtrækning (frø 2026). Se README.md. " +
		"INVENTED: there was no study in 2026; all answers come from random draws (seed 2026). See README.md."
	subject, keywords, category = "Opdigtet / invented", "opdigtet; invented; § 56; 2026", "opdigtet"
	// Two island municipalities get a jobcentre of their own: 94 are invited.
	joined = map[string]string{}
	for name, with := range was.joined {
		if name != "Samsø" && name != "Læsø" {
			joined[name] = with
		}
	}
	partOne, partTwo, choiceLists = slices.Clone(partOne), slices.Clone(partTwo), slices.Clone(choiceLists)
	changeQuestions()
	return func() {
		seed, version, mark, subject, keywords, category = was.seed, was.version, was.mark, was.subject, was.keywords, was.category
		joined, partOne, partTwo, choiceLists = was.joined, was.one, was.two, was.lists
	}
}

// changeQuestions drops a question, adds one, rewords one, renames a category
// and splits another.
func changeQuestions() {
	partTwo = slices.DeleteFunc(partTwo, func(q question) bool { return q.name == "flexjob" || q.name == "flexjob_text" })
	at := slices.IndexFunc(partTwo, func(q question) bool { return q.name == "firm_size" })
	partTwo = slices.Insert(partTwo, at, question{form: "select_one", list: "yes_no", name: "home_work", export: "hjemme", required: true,
		label: bilingual{"Er der aftalt arbejde hjemmefra ved siden af aftalen?", "Was work from home agreed beside the agreement?"}})
	for i, q := range partTwo {
		if q.name == "sick_pay_case" {
			partTwo[i].label = bilingual{"Var der en åben sygedagpengesag, da aftalen blev indgået?", "Was a sick-pay case open when the agreement was made?"}
		}
	}
	for i, q := range partOne {
		if q.name == "early_percent" {
			partOne[i].label = bilingual{"I hvor stor en del af sygedagpengesagerne i 2026 er arbejdspladsen blevet inddraget tidligt?", "In what share of the sick-pay cases of 2026 was the workplace involved early?"}
		}
	}
	for i, l := range choiceLists {
		choices := slices.Clone(l.choices)
		switch l.name {
		case "industry":
			at := slices.IndexFunc(choices, func(c choice) bool { return c.name == "retail" })
			choices[at] = choice{name: "trade", label: bilingual{"Detail- og engroshandel", "Retail and wholesale trade"}}
		case "firm_size":
			at := slices.IndexFunc(choices, func(c choice) bool { return c.name == "over_100" })
			choices = slices.Replace(choices, at, at+1,
				choice{name: "from_101_to_250", label: bilingual{"101-250 ansatte", "101 to 250 employees"}},
				choice{name: "over_250", label: bilingual{"Mere end 250 ansatte", "More than 250 employees"}})
		}
		choiceLists[i].choices = choices
	}
}

// What is changed in the cases, how many of each. All invented.
const (
	moved         = 60 // to the industry and job of another case, so that industries differ by chance
	toMind        = 34 // of the physical: now stress, depression and the like
	withoutSick   = 22 // of those made during a sick-pay case
	withMentor    = 19 // of those without measures
	sizesLearnt   = 16 // of the firms of unknown size
	atHome        = 58 // work from home was agreed
	atHomeUnknown = 9
	newConsult    = 9 // jobcentres that have got consultants
	fewerComplete = 3 // jobcentres that did not give cases
	fewerAnswered = 4 // jobcentres that did not answer at all
)

// later changes cases and answers from those of 2015 to those of 2026.
func later(cases []*caseFile, rows []*respondent) {
	laterCases(newRandom("later cases"), cases)
	laterRows(newRandom("later rows"), rows)
}

func laterCases(r *random, cases []*caseFile) {
	of := func(keep func(*caseFile) bool) []*caseFile { return filter(cases, keep) }
	for _, c := range pick(r, cases, moved, nil) {
		other := cases[r.below(len(cases))]
		c.industry, c.jobTitle, c.workKind = other.industry, other.jobTitle, other.workKind
	}
	for _, c := range pick(r, cases, moved, nil) {
		c.refunds = cases[r.below(len(cases))].refunds
	}
	minds := of(func(c *caseFile) bool { return c.category == "psychological" && !c.combination })
	for _, c := range pick(r, of(func(c *caseFile) bool { return c.category == "physical" && !c.combination && c.pattern != "yes" }), toMind, nil) {
		c.text, c.category = minds[r.below(len(minds))].text, "psychological"
	}
	for _, c := range pick(r, of(func(c *caseFile) bool { return c.sickPay == "yes" && !c.returning() }), withoutSick, nil) {
		c.sickPay = "no"
	}
	for _, c := range pick(r, of(func(c *caseFile) bool { return slices.Equal(c.measures, []string{"none"}) }), withMentor, nil) {
		c.measures = []string{"mentor"}
	}
	for _, c := range pick(r, of(func(c *caseFile) bool { return c.firmSize == "dont_know" }), sizesLearnt, nil) {
		c.firmSize = "under_50"
	}
	for i, c := range pick(r, cases, atHome+atHomeUnknown, nil) {
		if c.homeWork = "yes"; i >= atHome {
			c.homeWork = "dont_know"
		}
	}
	for _, c := range cases {
		if c.homeWork == "" {
			c.homeWork = "no"
		}
		if c.industry == "retail" {
			c.industry = "trade"
		}
		if c.firmSize == "over_100" {
			c.firmSize = []string{"from_101_to_250", "over_250", "over_250"}[r.below(3)]
		}
		c.firstMade = day{c.firstMade.AddDate(11, 0, 0)}
		for c.firstMade.Weekday() == 0 || c.firstMade.Weekday() == 6 {
			c.firstMade = day{c.firstMade.AddDate(0, 0, -1)}
		}
	}
}

func laterRows(r *random, rows []*respondent) {
	of := func(s status) []*respondent {
		return filter(rows, func(row *respondent) bool { return row.status == s })
	}
	without := filter(rows, func(row *respondent) bool { return row.status != distributed && row.hasConsultants == "no" })
	for _, row := range pick(r, without, newConsult, nil) {
		row.hasConsultants, row.consultants = "yes", 1+r.below(3)
	}
	for _, row := range pick(r, of(partial), fewerAnswered, nil) {
		row.status = distributed
	}
	for _, row := range pick(r, of(completed), fewerComplete, nil) {
		row.status = partial
		for i := range row.cases {
			row.cases[i].respondent, row.cases[i] = 0, nil
		}
	}
}

// aboutLater says in both languages that all of it is invented.
func aboutLater() sheet {
	s := sheet{name: "Om data", widths: []float64{110}}
	s.add("OPDIGTET. Der har ikke været nogen undersøgelse i 2026. Kommunernes navne og regioner er fakta; alt andet er opdigtet. Frø 2026.")
	s.add("INVENTED. There was no study in 2026. The municipalities' names and regions are facts; all else is invented. Seed 2026.")
	return s
}
