package main

import (
	"fmt"
	"strings"
)

// variable is a column of the export.
type variable struct {
	question   string // questionName, the same for all columns of a multiple question
	name       string
	text       string
	typ        string // Closed or Open
	sub        string // Single, Multiple, String, Double or Date
	code       int    // of a multiple question's option
	choiceText string
	list       string // choices of a single question
}

// The platform's own columns.
const respondentID = "respondentid"

var statusTexts = []string{"Ny", "Distribueret", "Nogen svar", "Gennemført", "Frafaldet"}

// variables returns the columns of the Dataset sheet: the platform's, part 1,
// and the three blocks of part 2 side by side.
func variables() []variable {
	list := []variable{{question: respondentID, name: respondentID, text: "Respondentid", typ: "Open", sub: "Double"}}
	for i, text := range statusTexts {
		list = append(list, variable{question: "statoverall", name: fmt.Sprint("statoverall_", i+1),
			text: "Samlet status", typ: "Closed", sub: "Multiple", code: i + 1, choiceText: text})
	}
	for _, q := range partOne {
		list = append(list, columnsOf(q, "", "")...)
	}
	for i := range casesEach {
		prefix := strings.ReplaceAll(partTwo[0].export, "{i}", fmt.Sprint(i+1))
		for _, q := range partTwo[1:] {
			list = append(list, columnsOf(q, prefix, fmt.Sprintf("%d. sag: ", i+1))...)
		}
	}
	return list
}

// columnsOf returns the columns of one question; none for a group's ends.
func columnsOf(q question, prefix, intro string) []variable {
	v := variable{question: prefix + q.export, name: prefix + q.export, text: intro + q.label.da, typ: "Open", list: q.list}
	switch q.form {
	case "text":
		v.sub = "String"
	case "integer", "decimal":
		v.sub = "Double"
	case "date":
		v.sub = "Date"
	case "select_one":
		v.typ, v.sub = "Closed", "Single"
	case "select_multiple":
		return columnsOfMultiple(q, prefix, intro)
	default:
		return nil
	}
	return []variable{v}
}

func columnsOfMultiple(q question, prefix, intro string) []variable {
	var list []variable
	for i, c := range listNamed(q.list).choices {
		list = append(list, variable{
			question:   prefix + strings.TrimSuffix(q.export, "_{code}"),
			name:       prefix + strings.ReplaceAll(q.export, "{code}", fmt.Sprint(i+1)),
			text:       intro + q.label.da,
			typ:        "Closed",
			sub:        "Multiple",
			code:       i + 1,
			choiceText: c.label.da,
		})
	}
	return list
}

// exportSheets writes the answers the way the platform exports them: value
// labels without a header, codes with one header row, and the questions.
func exportSheets(rows []*respondent) []sheet {
	return []sheet{labelsSheet(), datasetSheet(rows), structureSheet()}
}

func labelsSheet() sheet {
	s := sheet{name: "Labels", widths: []float64{22, 8, 60}}
	for _, v := range variables() {
		switch v.sub {
		case "Single":
			for i, c := range listNamed(v.list).choices {
				s.add(v.name, i+1, c.label.da)
			}
		case "Multiple":
			s.add(v.name, 0, "Ikke valgt")
			s.add(v.name, 1, "Valgt")
		}
	}
	return s
}

func structureSheet() sheet {
	s := sheet{name: "Structure", widths: []float64{22, 22, 14, 12, 60, 12, 60}}
	s.add("questionName", "variableName", "questionType", "subType", "questionText", "choiceValue", "choiceText")
	for _, v := range variables() {
		switch v.sub {
		case "Single":
			for i, c := range listNamed(v.list).choices {
				s.add(v.question, v.name, v.typ, v.sub, v.text, i+1, c.label.da)
			}
		case "Multiple":
			s.add(v.question, v.name, v.typ, v.sub, v.text, v.code, v.choiceText)
		default:
			s.add(v.question, v.name, v.typ, v.sub, v.text)
		}
	}
	return s
}
