package audit

import (
	"regexp"
	"strings"
)

var timesAs = regexp.MustCompile(`(?i)\b((?:more than |almost |nearly |about |around |roughly |over |just over |just under |mere end |næsten |knap |godt |ca\. |omkring |cirka )?` +
	`(?:twice|dobbelt|half|halvt|(?:two|three|four|five|six|ten|to|tre|fire|fem|seks|ti|\d{1,2}) (?:times|gange)))\s+(?:as|så)\s+(?:many|much|large|high|often|common|likely|frequent|mange|meget|stor|store|stort|høj|høje|højt|ofte|hyppig|almindelig)`)

// times draws a multiple: of the two shares that the sentence gives, or of the
// cases it rests on.
func (d *drawer) times(s, where string, drawn []*Claim) {
	m := timesAs.FindStringSubmatch(s)
	if m == nil || len(s) > longest {
		return
	}
	shares := mentionsIn(s)
	if len(shares) == 2 && len(anyPercent.FindAllString(s, 3)) == 2 {
		c := d.add(Times, where, quoted(s), strings.ToLower(m[1]))
		for _, p := range shares {
			c.Of = append(c.Of, entry(p.label, p.value))
		}
		return
	}
	for _, p := range drawn { // of the sentence
		if p.Kind == Percentage && p.Base != "" && len(shares) == 1 {
			d.add(Times, where, quoted(s), strings.ToLower(m[1])).Of = []string{p.ID}
			return
		}
	}
}
