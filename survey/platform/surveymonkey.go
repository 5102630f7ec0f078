package platform

import (
	"slices"
	"strings"
)

var surveyMonkeyPlatform = platform{
	name: "surveymonkey", title: "SurveyMonkey",
	sees: func(p *page) (float64, string, int) {
		first, second := p.row(0), p.row(1)
		responses, gaps, doubled := 0, 0, 0
		for column, s := range second {
			if strings.Contains(strings.ToLower(s), "response") || monkeyWord(s) {
				responses++
			}
			if s != "" && at(first, column) == "" {
				gaps++
			}
			if s != "" && at(first, column) != "" {
				doubled++
			}
		}
		id := p.column("Respondent ID", "RespondentID", "respondent_id")
		two := id >= 0 && at(second, id) == "" && responses+gaps > 0
		collector := p.column("Collector ID", "CollectorID", "collector_id") >= 0
		switch {
		case id >= 0 && collector && two:
			return 1, "the columns Respondent ID and Collector ID and a second row of options and Response", 2
		case id >= 0 && collector:
			return 0.95, "the columns Respondent ID and Collector ID", 1
		case two && responses > 0:
			return 0.9, "the column Respondent ID and a second row of options and Response", 2
		case responses > 1 && gaps > 0 && doubled < len(second) && at(second, 0) == "":
			return 0.7, "a second row of options and Response", 2
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.identity("Respondent ID", "RespondentID", "respondent_id")
		d.times("started", "Start Date", "StartDate", "date_created")
		d.times("ended", "End Date", "EndDate", "date_modified")
		d.personal("IP Address", "Email Address", "First Name", "Last Name", "FirstName", "LastName", "email_address", "ip_address")
		d.ignore("Collector ID", "CollectorID", "collector_id", "Custom Data 1", "CustomData1", "LastModified")
		if len(d.rows) < 2 {
			d.gathers(separated(" - "), false)
			return
		}
		for column := 1; column <= len(d.h.names); column++ {
			if d.done[column] || d.named(column) == "" || at(d.rows[0], column-1) == "" {
				continue
			}
			d.monkeyQuestion(column)
		}
	},
}

// monkeyWord reports whether a word of the second row stands over a question
// that has one column.
func monkeyWord(s string) bool {
	return slices.Contains([]string{"response", "open-ended response", "svar", "antwort", "åbent svar", "réponse"}, strings.ToLower(s))
}

// monkeyQuestion decides about a question and the columns to its right whose
// first row is blank.
func (d *draft) monkeyQuestion(column int) {
	question := d.rows[0][column-1]
	var members []member
	var texts []int
	answer := 0
	for c := column; c <= len(d.h.names) && (c == column || at(d.rows[0], c-1) == "" && at(d.rows[1], c-1) != ""); c++ {
		option := at(d.rows[1], c-1)
		d.labels[c-1] = question
		switch {
		case monkeyWord(option) || option == "":
			answer = c
		case isOther(option) && !d.oneValue(member{column: c, code: option, label: option}):
			texts = append(texts, c)
			if len(texts) == 1 {
				members = append(members, member{column: c, code: option, label: option, filled: true})
			}
		default:
			members = append(members, member{column: c, code: option, label: option})
			d.labels[c-1] = question + " – " + option
		}
	}
	of := ""
	switch {
	case d.fold(question, question, members):
		of = d.m.Variables[len(d.m.Variables)-1].Name
	case answer > 0 && len(members) == len(texts):
		v := d.infer(answer)
		v.Label, v.Name = question, shortName(question, answer-1)
		of = d.add(v).Name
	}
	for _, c := range texts {
		if of != "" {
			d.text(c, of, "")
		}
	}
}
