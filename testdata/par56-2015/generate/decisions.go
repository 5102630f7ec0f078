package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

// undecidable is the one text the study lists under two categories (appendix
// 2): no rule can settle it, so a coder's decision by case does.
const undecidable = "piskesmæld"

// writeDecisions writes the decisions of the made-up coder "evaluator", by
// respondent and block.
func writeDecisions(path string, cases []*caseFile) error {
	decided := filter(cases, func(c *caseFile) bool { return c.text == undecidable })
	sort.Slice(decided, func(i, j int) bool {
		a, b := decided[i], decided[j]
		return a.respondent < b.respondent || a.respondent == b.respondent && a.number < b.number
	})
	var b strings.Builder
	b.WriteString("id,category,combination,coder,date,reason\n")
	for _, c := range decided {
		fmt.Fprintf(&b, "%d-%d,%s,0,evaluator,%s-12-14,the study lists this text under both physical and other\n",
			c.respondent, c.number, c.category, version)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
