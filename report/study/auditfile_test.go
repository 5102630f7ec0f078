package study

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/audit"
)

var audits = filepath.Join("..", "..", "testdata", "audit")

// TestAuditOfPar56 holds the audit of the section 56 report of 2015 to what is
// known of it: what arithmetic decides is found with its numbers, what it does
// not decide is asked, and nothing else is said. The numbers are worked out by
// hand from the printed figures, half rounded up:
//
//	84/92 = 91.3 %, 84/93 = 90.3; 65/92 = 70.7 -> 71, 65/93 = 69.9 -> 70
//	0.6 x 195 = 117; 0.595 x 195 = 116.03, 0.605 x 195 = 117.98: 117 alone
//	11 + 16 x 2 = 43 < 45 = 11 + 17 x 2; 3 + 11 x 1 = 14
//	0 + 0 + 2 + 2 = 4; 7 + 50 + 42 = 99; 54 + 13 + 34 = 101
//	0.055 x 195 = 10.7, 0.065 x 195 = 12.7: 11 or 12
//	just under half of 80 is under 40
func TestAuditOfPar56(t *testing.T) {
	r, err := AuditFile(filepath.Join(audits, "par56-2015.yaml"), AuditOptions{Language: "en"}, nil)
	require.NoError(t, err)
	want := []struct {
		claim string
		rule  audit.Rule
		sure  audit.Sure
		words string // in what is printed or what would be consistent
	}{
		{"jobcentres", audit.RuleBase, audit.Unlikely, "need 92, 93, with nothing in common; cut off 92, rounded up 93; of 94 (jobcentres) they are 89 %, 69 %; of 98 (municipalities) they are 86 %, 66 %"},
		{"when", audit.RuleRetold, audit.Impossible, "60 % is 117 of 195"},
		{"years", audit.RuleRest, audit.Question, "28 % are not told of"},
		{"half-2015", audit.RuleWords, audit.Unlikely, "60 % needs another word"},
		{"quarter", audit.RuleWords, audit.Question, "23 % needs another word"},
		{"physical-kinds", audit.RuleDisclosure, audit.Question, "19 kinds"},
		{"medical-kinds", audit.RuleDisclosure, audit.Question, "18 kinds"},
		{"mental-kinds", audit.RuleBreakdown, audit.Question, "11 only if each has 1"},
		{"mental-kinds", audit.RuleDisclosure, audit.Question, "11 kinds"},
		{"other-kinds", audit.RuleBreakdown, audit.Unlikely, "16 kinds give 27–43, 17 only if each has 2"},
		{"other-kinds", audit.RuleDisclosure, audit.Question, "16–17 kinds"},
		{"national-size", audit.RuleNote, audit.Question, "add to 101"},
		{"benchmark", audit.RuleBands, audit.Question, `"50-100" against "50-99", "over 100" against "100 and over"`},
		{"benchmark", audit.RuleUnit, audit.Question, "agreements"},
		{"benchmark", audit.RuleUnit, audit.Question, "2013"},
		{"pattern-flexjob", audit.RuleFew, audit.Question, "11–12 cases"},
		{"consultants", audit.RuleBase, audit.Question, "the base is 84, which is 91 % of them"},
		{"contact", audit.RuleRetold, audit.Unlikely, "of about 80 % is 40 % or so"},
		{"agreements-persons", audit.RuleUnit, audit.Question, "21.000 persons"},
		{"t1-age", audit.RuleNote, audit.Question, "add to 99"},
		{"origin", audit.RuleSum, audit.Impossible, "they add to 4 %"},
		{"lowest", audit.RuleRanking, audit.Question, "8 of 10 share 4 %"},
		{"highest", audit.RuleRanking, audit.Question, "6 of 10 share 10 %"},
		{"highest-twice", audit.RuleRetold, audit.Impossible, "13 % (table 2) and 17 %"},
		{"highest-twice", audit.RuleRetold, audit.Unlikely, "Herning against Lemvig"},
		{"lowest-twice", audit.RuleRetold, audit.Impossible, "3 % (part 1) and 4 %"},
		{"lowest-twice", audit.RuleRetold, audit.Unlikely, "København against Lyngby-Taarbæk"},
		{"t3-length", audit.RuleNote, audit.Question, "add to 99"},
		{"t4-spells", audit.RuleNote, audit.Impossible, "the note is needless"},
		{"t5-bands", audit.RuleBands, audit.Impossible, `"10 days" and "10 days to 2 weeks"`},
		{"t5-bands", audit.RuleBands, audit.Question, "nothing for 1 before"},
		{"medical-kinds", audit.RuleLabel, audit.Question, "diabetes, migraine"},
		{"other-kinds", audit.RuleLabel, audit.Question, "whiplash"},
		{"t2-industry", audit.RuleCaption, audit.Impossible, "Table 2"},
	}
	var got, wanted []string
	for _, f := range r.Findings {
		got = append(got, f.Claim+" "+string(f.Rule)+" "+string(f.Sure))
	}
	for i, w := range want {
		wanted = append(wanted, w.claim+" "+string(w.rule)+" "+string(w.sure))
		if i < len(r.Findings) {
			f := r.Findings[i]
			assert.Contains(t, f.Printed+" / "+f.Consistent, w.words, w.claim)
		}
	}
	assert.Equal(t, wanted, got, "nothing that is sound is accused")
	// 101 whole per cents less the 85 that 0 to 84 of 84 give, where no two of
	// them round to one.
	assert.Equal(t, []audit.Power{{Base: 84, Shares: 2, Impossible: 16}, {Base: 195, Shares: 17, Impossible: 0}}, r.Powers)
	assert.Equal(t, 1, r.Rounded, "81 against 57 + 16 + 7 = 80")
	assert.Contains(t, strings.Join(r.Notes, "\n"), "524,321")
	assert.Contains(t, strings.Join(r.Notes, "\n"), "523,057.1 and 525,860.9")
}

// TestAuditAgainstExample holds the claims against tables made of data that
// were reconstructed to meet them.
func TestAuditAgainstExample(t *testing.T) {
	r, err := AuditFile(filepath.Join(audits, "par56-2015.yaml"), AuditOptions{Language: "en", Against: filepath.Join("..", "..", "testdata", "par56-2015")}, nil)
	require.NoError(t, err)
	assert.GreaterOrEqual(t, r.Checked[audit.RuleStudy], 9)
	for _, f := range r.Findings {
		assert.NotEqual(t, audit.RuleStudy, f.Rule, "%s: %s", f.Place, f.Consistent)
	}
}
