package audit

import (
	"strings"
)

// captions checks that no two tables and no two figures have one number.
func (a *auditor) captions() {
	first := map[string]*Claim{}
	for _, c := range a.claims {
		if c.Kind != Caption {
			continue
		}
		a.checked(RuleCaption)
		key := strings.ToLower(strings.Trim(strings.Join(strings.Fields(c.Value), " "), ".: "))
		if before := first[key]; before != nil {
			a.find(c, RuleCaption, Impossible, a.say("%s, which is also %s", "%s, som også er %s", c.Value, before.place()), a.say("a number of its own", "sit eget nummer"))
			continue
		}
		first[key] = c
	}
}

// styles asks where percentages are written in several ways.
func (a *auditor) styles(c *Claim) {
	a.checked(RuleStyle)
	ways := c.items()
	if len(ways) < 2 {
		return
	}
	var told []string
	for _, w := range ways {
		told = append(told, w.value+" × "+w.label)
	}
	a.find(c, RuleStyle, Question, list(told), a.say("one way throughout", "én måde hele vejen"))
}
