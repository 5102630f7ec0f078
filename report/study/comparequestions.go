package study

import (
	"stikprove/report"
	"stikprove/survey"
)

// questions notes what is asked in one wave only, in the order it was asked in.
// A question that went by another name counts as the same where the study says
// so.
func (c *comparing) questions() {
	now, then := c.after.data.Instrument, c.before.data.Instrument
	if now == nil || then == nil {
		return
	}
	kept := map[string]bool{}
	for i := range now.Questions {
		q := &now.Questions[i]
		there := c.mapping.there(q.Name)
		kept[there] = true
		if then.Question(there) == nil {
			c.change(report.WaveQuestionNew, c.wording(q), "", "")
		}
	}
	for i := range then.Questions {
		if q := &then.Questions[i]; !kept[q.Name] {
			c.change(report.WaveQuestionGone, c.wording(q), "", "")
		}
	}
}

// wording returns a question as it was asked.
func (c *comparing) wording(q *survey.Question) string {
	if s := q.Label.In(c.say.Tag); s != "" {
		return s
	}
	return q.Name
}

// declared notes the tables that the study says cannot be compared, whether or
// not anybody asked to compare them.
func (c *comparing) declared() {
	for _, a := range c.mapping.Apart {
		t := c.after.table(a.Table)
		if t == nil {
			t = c.before.table(a.Table)
		}
		if t != nil {
			c.note(report.WaveNote{Kind: report.WaveTableApart, Name: c.title(t), Own: a.Reason})
		}
	}
}
