package main

// Responses, of 92 invited (appendix 1): 84 answered about their organisation,
// 65 of them for three cases each. That 92 were invited is our choice; see
// cannot_be_met in published.yaml.
const (
	answeredOrganisation = 84
	answeredCases        = 65
	casesEach            = 3
)

// respondent is a jobcentre's row of the export.
type respondent struct {
	id     int
	centre *jobcentre
	status status

	hasConsultants     string
	consultants        int // 0 when not asked
	reachOut           string
	caseworkersPercent float64 // 0 when not asked
	earlyPercent       float64 // below 0 when left blank
	earlyContact       string
	contactWhen        string
	contactText        string

	cases [casesEach]*caseFile
}

// status is the platform's overall status of a response, by its code.
type status int

const (
	distributed status = 2 // never opened
	partial     status = 3 // part 1 only
	completed   status = 4
)

// dealRespondents returns the 92 rows in the order of the mailing list.
func dealRespondents(centres []*jobcentre, cases []*caseFile) []*respondent {
	r := newRandom("response")
	statuses := shuffle(r, spread([]quota[status]{{completed, answeredCases},
		{partial, answeredOrganisation - answeredCases}, {distributed, len(centres) - answeredOrganisation}}))
	var rows, answered, complete []*respondent
	for i, centre := range centres {
		row := &respondent{id: 1001 + i, centre: centre, status: statuses[i]}
		rows = append(rows, row)
		if row.status != distributed {
			answered = append(answered, row)
		}
		if row.status == completed {
			complete = append(complete, row)
		}
	}
	dealOrganisation(newRandom("organisation"), answered)
	dealCases(newRandom("cases"), complete, cases)
	return rows
}

// organised is who reaches out to workplaces: consultants, caseworkers.
// Published are 71 (85 %) with consultants, 55 (65 %) whose caseworkers reach
// out and 2 with neither (section "Jobcentrets virksomhedsrettede indsats"),
// so 44 have both. The two who do not know of their caseworkers are ours.
var organised = []quota[[2]string]{
	{[2]string{"yes", "yes"}, 44}, {[2]string{"yes", "no"}, 25}, {[2]string{"yes", "dont_know"}, 2},
	{[2]string{"no", "yes"}, 11}, {[2]string{"no", "no"}, 2},
}

// consultantsOf71: most have 1 to 4 (same section); here 61 of the 71.
var consultantsOf71 = []quota[int]{{1, 19}, {2, 22}, {3, 13}, {4, 7}, {5, 4}, {6, 3}, {8, 2}, {10, 1}}

// contacting: 67 of 84 (80 %) have a procedure for early contact, of whom 33,
// just under half, always make contact and the rest when it is relevant
// (section "Procedure for tidlig kontakt").
var contacting = []quota[[2]string]{{[2]string{"yes", "always"}, 33}, {[2]string{"yes", "when_relevant"}, 34},
	{[2]string{"no", ""}, 12}, {[2]string{"dont_know", ""}, 5}}

// The shares in per cent, and how many left the early share blank, are ours.
var (
	caseworkerShares = []float64{5, 10, 10, 15, 20, 20, 25, 30, 33.3, 40, 50, 50, 75, 80, 100}
	earlyShares      = []float64{2, 5, 5, 10, 10, 12.5, 15, 20, 20, 25, 30, 40, 50, 60, 75, 90}
	earlyBlank       = 3
	contactDescribed = 7
)

func dealOrganisation(r *random, answered []*respondent) {
	effort, contact := shuffle(r, spread(organised)), shuffle(r, spread(contacting))
	numbers := shuffle(r, spread(consultantsOf71))
	for i, row := range answered {
		row.hasConsultants, row.reachOut = effort[i][0], effort[i][1]
		row.earlyContact, row.contactWhen = contact[i][0], contact[i][1]
		if row.hasConsultants == "yes" {
			row.consultants, numbers = numbers[0], numbers[1:]
		}
		if row.reachOut == "yes" {
			row.caseworkersPercent = caseworkerShares[r.below(len(caseworkerShares))]
		}
		row.earlyPercent = earlyShares[r.below(len(earlyShares))]
	}
	for _, row := range pick(r, answered, earlyBlank, nil) {
		row.earlyPercent = -1
	}
	described := filter(answered, func(row *respondent) bool { return row.earlyContact == "yes" })
	for i, row := range pick(r, described, contactDescribed, nil) {
		texts := contactTexts[row.contactWhen]
		row.contactText = texts[i%len(texts)]
	}
}

// dealCases hands the cases to the jobcentres. Each leans to one category, in
// the ratio 3 to 2: a little alike, as cases from one office are.
func dealCases(r *random, complete []*respondent, cases []*caseFile) {
	left := append([]*caseFile(nil), cases...)
	order := shuffle(r, append([]*respondent(nil), complete...))
	for _, row := range order {
		leaning := cases[r.below(len(cases))].category
		row.cases = [casesEach]*caseFile(pick(r, left, casesEach, func(c *caseFile) int {
			if c.category == leaning {
				return 3
			}
			return 2
		}))
		for i, c := range row.cases {
			c.respondent, c.number = row.id, i+1
		}
		left = filter(left, func(c *caseFile) bool { return c.number == 0 })
	}
}
