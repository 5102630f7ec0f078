package main

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// columns are the headings of the export: the name, the words above the answers
// and Qualtrics' own mark of the column. The last six were known before anybody
// answered and are carried along as embedded data.
var columns = [][2]string{
	{"StartDate", "Start Date"}, {"EndDate", "End Date"}, {"Status", "Response Type"}, {"Progress", "Progress"}, {"Finished", "Finished"},
	{"RecordedDate", "Recorded Date"}, {"ResponseId", "Response ID"},
	{"Q1", "How many people work here?"}, {"Q2", "What is the main activity?"},
	{"Q3", "Have you tried to hire anyone in the past twelve months?"}, {"Q4", "Was at least one vacancy hard to fill?"},
	{"Q5", "What was the main reason that it was hard to fill?"},
	{"Q6_1", "Where do you look for people? - Job sites"}, {"Q6_2", "Where do you look for people? - Newspapers"},
	{"Q6_3", "Where do you look for people? - Social media"}, {"Q6_4", "Where do you look for people? - Our own network"},
	{"Q6_5", "Where do you look for people? - The public employment service"}, {"Q6_6", "Where do you look for people? - None of these"},
	{"Q7_1", "How far do you agree? - Lack of staff limits what we can take on"},
	{"Q7_2", "How far do you agree? - We train people ourselves rather than look for trained ones"},
	{"Q7_3", "How far do you agree? - The public employment service knows what we need"},
	{"Q7_4", "How far do you agree? - We do much to keep older employees"},
	{"Q8", "How many will work here in a year's time?"},
	{"Q9", "How many hours of training has an employee had in the past year, on average?"},
	{"workplace", "workplace"}, {"municipality", "municipality"}, {"county", "county"}, {"register_size", "register_size"},
	{"municipalities", "municipalities"}, {"workplaces", "workplaces"},
}

// answersFile writes those who answered as Qualtrics does, under three rows of
// headings.
func answersFile(drawn []*workplace) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	var names, words, marks []string
	for _, c := range columns {
		names, words = append(names, c[0]), append(words, c[1])
		marks = append(marks, fmt.Sprintf(`{"ImportId":%q}`, c[0]))
	}
	w.Write(names)
	w.Write(words)
	w.Write(marks)
	n := 0
	for _, u := range drawn {
		if !u.answered {
			continue
		}
		at := fmt.Sprintf("2026-03-%02d 10:%02d:00", 2+n%27, n%60)
		own := map[string]string{"StartDate": at, "EndDate": at, "RecordedDate": at, "Status": "IP Address", "ResponseId": fmt.Sprintf("R_%04d", n+1),
			"workplace": strconv.Itoa(u.id), "municipality": u.in.name, "county": counties[u.in.county].name, "register_size": sizes[u.size],
			"municipalities": strconv.Itoa(counties[u.in.county].places), "workplaces": strconv.Itoa(len(u.in.works))}
		var row []string
		for _, name := range names {
			if own[name] != "" {
				row = append(row, own[name])
			} else {
				row = append(row, u.answers[name])
			}
		}
		w.Write(row)
		n++
	}
	w.Flush() // a strings.Builder takes everything
	return b.String()
}

// frameFile lists the workplaces that were drawn.
func frameFile(drawn []*workplace) string {
	var b strings.Builder
	b.WriteString("workplace,municipality,county,register_size\n")
	for _, u := range drawn {
		fmt.Fprintf(&b, "%d,%s,%s,%s\n", u.id, u.in.name, counties[u.in.county].name, sizes[u.size])
	}
	return b.String()
}

// marginsFile counts all workplaces of the country.
func marginsFile(places []*municipality) string {
	in, of := make([]int, len(counties)), make([]int, len(sizes))
	for _, m := range places {
		in[m.county] += len(m.works)
		for _, w := range m.works {
			of[w.size]++
		}
	}
	var b strings.Builder
	b.WriteString("variable,category,count\n")
	for c, n := range in {
		fmt.Fprintf(&b, "county,%s,%d\n", counties[c].name, n)
	}
	for s, n := range of {
		fmt.Fprintf(&b, "register_size,%s,%d\n", sizes[s], n)
	}
	return b.String()
}
