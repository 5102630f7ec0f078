package main

import "sort"

// A pattern in the refund requests is published as 6 % of the cases, and as
// three times as frequent where a flexjob was raised. 4 of 26 against 8 of 156
// is exactly three times, and 12 of 195 is 6 %. The 13 who do not know whether
// a flexjob was raised have no pattern. (Section "Mønstre i udbetaling af
// sygedagpenge"; the bases are ours.)
const (
	flexjobRaised        = 26
	flexjobDontKnow      = 13
	patternWithFlexjob   = 4
	patternWithout       = 8
	patternDontKnow      = 9 // ours; all among those who do not know of a flexjob
	flexjobTextsOf26     = 19
	refundsOfPatternFrom = 6 // a pattern needs some requests to show
)

// requests are the numbers of refund requests. Published is only that most
// cases have very few; the counts are ours.
var requests = []quota[int]{{0, 62}, {1, 38}, {2, 30}, {3, 20}, {4, 12}, {5, 8}, {6, 4}, {7, 3}, {8, 3}, {9, 1}, {10, 2},
	{12, 3}, {14, 2}, {17, 1}, {19, 1}, {23, 2}, {28, 1}, {34, 1}, {41, 1}}

// dealRefunds gives every case its pattern, flexjob and number of requests.
func dealRefunds(cases []*caseFile) {
	r := newRandom("refunds")
	for _, c := range cases {
		c.pattern, c.flexjob = "no", "no"
	}
	rehabilitation := filter(cases, (*caseFile).isRehabilitation)
	patterned := pick(r, rehabilitation, patternWithFlexjob+patternWithout, nil)
	for i, c := range patterned {
		c.pattern = "yes"
		c.patternText = patternTexts[r.below(len(patternTexts))]
		if i < patternWithFlexjob {
			c.flexjob = "yes"
		}
	}
	others := filter(cases, func(c *caseFile) bool { return c.pattern == "no" })
	// A flexjob comes up "typically at the end of a sick-pay case" (summary,
	// "Mønstre i udbetaling").
	for _, c := range pick(r, others, flexjobRaised-patternWithFlexjob, func(c *caseFile) int {
		if c.sickPay == "yes" {
			return 4
		}
		return 1
	}) {
		c.flexjob = "yes"
	}
	for i, c := range pick(r, others, flexjobDontKnow, func(c *caseFile) int {
		if c.flexjob == "yes" {
			return 0
		}
		return 1
	}) {
		c.flexjob = "dont_know"
		if i < patternDontKnow {
			c.pattern = "dont_know"
		}
	}
	raised := filter(cases, func(c *caseFile) bool { return c.flexjob == "yes" })
	for _, c := range pick(r, raised, flexjobTextsOf26, nil) {
		c.flexjobText = flexjobTexts[r.below(len(flexjobTexts))]
	}
	dealRequests(r, cases, patterned)
}

// dealRequests gives the cases with a pattern their numbers from the upper
// end, and the others the rest: older agreements rather more.
func dealRequests(r *random, cases, patterned []*caseFile) {
	numbers := shuffle(r, spread(requests))
	many := filter(numbers, func(n int) bool { return n >= refundsOfPatternFrom })
	few := filter(numbers, func(n int) bool { return n < refundsOfPatternFrom })
	for i, c := range patterned {
		c.refunds = many[i]
	}
	left := append(few, many[len(patterned):]...)
	sort.Ints(left)
	without := filter(cases, func(c *caseFile) bool { return c.pattern != "yes" })
	// Rank by age of the agreement with as much noise as signal.
	rank := make(map[*caseFile]int, len(without))
	for _, c := range without {
		rank[c] = (2015-c.firstMade.Year())*2 + r.below(12)
	}
	sort.SliceStable(without, func(i, j int) bool { return rank[without[i]] < rank[without[j]] })
	for i, c := range without {
		c.refunds = left[i]
	}
}
