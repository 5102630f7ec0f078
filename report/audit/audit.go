package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// Sure says how sure a finding is.
type Sure string

// The degrees of sureness.
const (
	Impossible Sure = "impossible" // the printed numbers cannot all be right, however they were rounded
	Unlikely   Sure = "unlikely"   // only an unusual reading makes them right
	Question   Sure = "question"   // arithmetic does not decide it, a person must
)

// Rule names what a finding breaks.
type Rule string

// The rules.
const (
	RuleShare      Rule = "share"      // no count of the base gives the share
	RuleCount      Rule = "count"      // the count printed beside it does not
	RuleBase       Rule = "base"       // shares that need different bases, or a base worded as another
	RuleSum        Rule = "sum"        // what does not add up
	RuleNote       Rule = "note"       // rounding notes
	RuleRest       Rule = "rest"       // a rest that is not told
	RuleRetold     Rule = "retold"     // the same fact told twice differently
	RuleUnit       Rule = "unit"       // units or times that change places
	RuleWords      Rule = "words"      // fraction words against shares
	RuleFew        Rule = "few"        // much said of few cases
	RuleTimes      Rule = "times"      // multiples that their two numbers do not give
	RuleTable      Rule = "table"      // text against table
	RuleCaption    Rule = "caption"    // numbers of tables used twice
	RuleBands      Rule = "bands"      // bands that touch or leave holes
	RuleRanking    Rule = "ranking"    // order and cut
	RuleBreakdown  Rule = "breakdown"  // kinds that cannot reach their total
	RuleLabel      Rule = "label"      // one thing in two categories
	RuleDisclosure Rule = "disclosure" // small counts
	RuleStyle      Rule = "style"      // percentages written in several ways
	RuleStudy      Rule = "study"      // another number in the study's own tables
)

// Finding is one thing that is not as it could be.
type Finding struct {
	Claim      string `json:"claim"` // id
	Rule       Rule   `json:"rule"`
	Place      string `json:"place"`
	Printed    string `json:"printed"`
	Consistent string `json:"consistent"` // what would be
	Sure       Sure   `json:"sure"`
}

// Power is how many of the whole per cents 0 to 100 no count of a base gives.
type Power struct {
	Base       int64 `json:"base"`
	Shares     int   `json:"shares"`     // checked
	Impossible int   `json:"impossible"` // of 101
}

// Result is what an audit came to.
type Result struct {
	Findings []Finding    `json:"findings"`
	Checked  map[Rule]int `json:"checked"` // comparisons made, those that led to findings among them
	Rounded  int          `json:"rounded"` // differences that rounding explains, and that are no findings
	Powers   []Power      `json:"powers"`
	Notes    []string     `json:"notes"` // what the numbers tell beside
	Claims   int          `json:"claims"`
}

// auditor checks one list of claims.
type auditor struct {
	claims  []*Claim
	by      map[string]*Claim
	danish  bool
	result  *Result
	powered map[int64]int
}

// Audit checks claims against each other. Findings are worded in language, da
// or en, and stand in the order of the claims.
//
// The error is [survey.Problems] where claims cannot be read: ids that are
// missing, doubled or unknown, numbers that are none.
func Audit(claims []*Claim, language string) (*Result, error) {
	a := &auditor{claims: claims, by: map[string]*Claim{}, danish: language == "da", powered: map[int64]int{},
		result: &Result{Checked: map[Rule]int{}, Claims: len(claims), Findings: []Finding{}, Powers: []Power{}, Notes: []string{}}}
	if err := a.index(); err != nil {
		return nil, err
	}
	for _, c := range claims {
		if check := checks[c.Kind]; check != nil {
			check(a, c)
		}
	}
	a.labels()
	a.captions()
	for n, shares := range a.powered {
		a.result.Powers = append(a.result.Powers, Power{Base: n, Shares: shares, Impossible: impossibleOf(n)})
	}
	slices.SortFunc(a.result.Powers, func(x, y Power) int { return cmp.Compare(x.Base, y.Base) })
	return a.result, nil
}

var checks = map[Kind]func(*auditor, *Claim){
	Percentage: (*auditor).percentage,
	Count:      (*auditor).small,
	Words:      (*auditor).words,
	Base:       (*auditor).commonBase,
	Sum:        (*auditor).sum,
	Product:    (*auditor).product,
	Whole:      (*auditor).whole,
	Parts:      (*auditor).rest,
	Shares:     (*auditor).shares,
	Mean:       (*auditor).mean,
	Union:      (*auditor).union,
	Same:       (*auditor).same,
	Bands:      (*auditor).bands,
	Ranking:    (*auditor).ranking,
	Placed:     (*auditor).placed,
	Breakdown:  (*auditor).breakdown,
	Times:      (*auditor).times,
	Styles:     (*auditor).styles,
}

// checked counts a comparison.
func (a *auditor) checked(r Rule) { a.result.Checked[r]++ }

// related are the kinds that say which numbers belong together. Where a program
// read that from a text, nothing that follows from it is called impossible.
var related = map[Kind]bool{Sum: true, Union: true, Breakdown: true, Ranking: true, Placed: true, Parts: true, Same: true}

// find adds a finding.
func (a *auditor) find(c *Claim, r Rule, sure Sure, printed, consistent string) {
	if c.Drawn && related[c.Kind] && sure == Impossible {
		sure = Unlikely
	}
	a.result.Findings = append(a.result.Findings, Finding{
		Claim: c.ID, Rule: r, Place: survey.MaskCPR(c.place()), Printed: survey.MaskCPR(printed), Consistent: survey.MaskCPR(consistent), Sure: sure,
	})
}

// note adds what the numbers tell beside.
func (a *auditor) note(c *Claim, words string) {
	a.result.Notes = append(a.result.Notes, survey.MaskCPR(c.place()+": "+words))
}

// say words something in the audit's language.
func (a *auditor) say(english, danish string, args ...any) string {
	if a.danish {
		return fmt.Sprintf(danish, args...)
	}
	return fmt.Sprintf(english, args...)
}

// list joins names as they stand in a sentence.
func list(names []string) string { return strings.Join(names, ", ") }
