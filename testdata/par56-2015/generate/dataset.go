package main

import (
	"fmt"
	"slices"
	"strings"
)

// datasetSheet has one row per invited jobcentre. A multiple question is 0 in
// every column also for those who never saw it: so does the platform.
func datasetSheet(rows []*respondent) sheet {
	s := sheet{name: "Dataset"}
	var header []any
	columns := variables()
	for _, v := range columns {
		header = append(header, v.name)
		width := float64(len(v.name) + 2)
		if v.sub == "String" {
			width = 28
		}
		s.widths = append(s.widths, max(width, 11)) // a date needs 11 to be seen
	}
	s.add(header...)
	for _, row := range rows {
		answers := row.answers()
		var cells []any
		for _, v := range columns {
			value := answers[v.name]
			if value == nil && v.sub == "Multiple" {
				value = 0
			}
			cells = append(cells, value)
		}
		s.add(cells...)
	}
	return s
}

// answers returns a row's cells by column; what is not there is blank.
func (row *respondent) answers() map[string]any {
	cells := map[string]any{
		respondentID:                               row.id,
		fmt.Sprint("statoverall_", row.status):     1,
		questionNamed(partOne, "jobcentre").export: row.centre.name,
	}
	if row.status == distributed {
		return cells
	}
	put := answerer{cells: cells, questions: partOne}
	put.one("has_consultants", row.hasConsultants)
	if row.hasConsultants == "yes" {
		put.value("consultants", row.consultants)
	}
	put.one("caseworkers_reach_out", row.reachOut)
	if row.reachOut == "yes" {
		put.value("caseworkers_percent", row.caseworkersPercent)
	}
	if row.earlyPercent >= 0 {
		put.value("early_percent", row.earlyPercent)
	}
	put.one("early_contact", row.earlyContact)
	put.one("contact_when", row.contactWhen)
	put.value("contact_text", row.contactText)
	if row.status == completed {
		for i, c := range row.cases {
			c.answer(answerer{cells: cells, questions: partTwo,
				prefix: strings.ReplaceAll(partTwo[0].export, "{i}", fmt.Sprint(i+1))})
		}
	}
	return cells
}

func (c *caseFile) answer(put answerer) {
	put.one("sick_pay_case", c.sickPay)
	put.value("first_made", c.firstMade)
	put.many("measures", c.measures)
	put.value("measures_other", c.measuresOther)
	put.many("changes", c.changes)
	put.value("changes_other", c.changesOther)
	put.value("refunds", c.refunds)
	put.one("refund_pattern", c.pattern)
	put.value("refund_pattern_text", c.patternText)
	if put.asks("flexjob") {
		put.one("flexjob", c.flexjob)
		put.value("flexjob_text", c.flexjobText)
	}
	if put.asks("home_work") {
		put.one("home_work", c.homeWork)
	}
	put.one("firm_size", c.firmSize)
	put.one("industry", c.industry)
	put.value("job_title", c.jobTitle)
	put.value("work_kind", c.workKind)
	put.value("condition_text", c.text)
}

// answerer puts answers into the cells of the questions' export columns.
type answerer struct {
	cells     map[string]any
	questions []question
	prefix    string
}

// asks reports whether the wave asks a question.
func (a answerer) asks(name string) bool {
	return slices.ContainsFunc(a.questions, func(q question) bool { return q.name == name })
}

func (a answerer) value(name string, value any) {
	a.cells[a.prefix+questionNamed(a.questions, name).export] = value
}

// one puts the code of a chosen option; an empty choice stays blank.
func (a answerer) one(name, chosen string) {
	if chosen != "" {
		q := questionNamed(a.questions, name)
		a.cells[a.prefix+q.export] = listNamed(q.list).code(chosen)
	}
}

// many puts 1 into the column of every chosen option.
func (a answerer) many(name string, chosen []string) {
	q := questionNamed(a.questions, name)
	for _, option := range chosen {
		code := fmt.Sprint(listNamed(q.list).code(option))
		a.cells[a.prefix+strings.ReplaceAll(q.export, "{code}", code)] = 1
	}
}

func questionNamed(questions []question, name string) question {
	for _, q := range questions {
		if q.name == name {
			return q
		}
	}
	panic("no question " + name)
}
