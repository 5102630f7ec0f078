package main

import (
	"fmt"
	"strconv"
)

// reasons are invented answers to why a vacancy was hard to fill, by what they
// are about. The last of each kind name two things.
var reasons = [][]string{
	{"no qualified applicants", "Lack of experience", "Applicants without the right skills", "no one with a driving licence", "Missing certificates", "poor language skills", "lack of skills and low pay"},
	{"Low pay", "we cannot match the wages in town", "Salary too low", "pay"},
	{"Shift work", "evening and weekend hours", "Unsocial hours", "part-time only", "heavy work", "Shift work, low pay"},
	{"No bus out here", "Poor public transport", "too far from town", "long commute", "Commute and shift work"},
	{"Hardly any applicants", "No applicants at all", "few applicants", "nobody applied"},
	{"other", "Hard to say", "The season is short"},
}

// answer decides who answers and fills the answers in. Every number here is
// invented.
func answer(r *random, drawn []*workplace) {
	for i, w := range drawn {
		w.answers = map[string]string{}
		if w.answered = r.chance([]int{72, 80, 88}[w.size]); !w.answered {
			continue
		}
		put := func(column string, code int) { w.answers[column] = strconv.Itoa(code) }
		w.answers["Finished"], w.answers["Progress"] = "True", "100"
		w.answers["Q1"] = strconv.Itoa([]int{1 + r.below(9), 10 + r.below(40), 50 + r.below(160)}[w.size])
		put("Q2", w.sector+1)
		shortage := w.in.shortage + []int{0, 12, -5, 15, 18, -15}[w.sector]
		put("Q3", 1+r.of(45+12*w.size, 50-10*w.size, 3))
		if w.answers["Q3"] == "1" {
			w.vacancy(r, put, shortage)
		}
		for c, p := range []int{58, 14, 41, 63, 22} {
			if r.chance(p) {
				put(fmt.Sprint("Q6_", c+1), 1)
			}
		}
		if !w.any("Q6_", 5) {
			put("Q6_6", 1)
		}
		if i%31 == 7 { // stopped before the last page
			w.answers["Finished"], w.answers["Progress"] = "False", "60"
			continue
		}
		for item, lean := range []int{55, 40, 30, 62} {
			lean += (w.in.shortage - 58) / 2
			put(fmt.Sprint("Q7_", item+1), 1+r.of(lean/3, lean, 30, 80-lean, 20, 8))
		}
		put("Q8", 1+r.of(24+6*w.size, 55, 14, 7))
		if r.chance(93) {
			w.answers["Q9"] = fmt.Sprintf("%d.%d", 2+r.below(14)+6*w.size, 5*r.below(2))
		} else {
			w.answers["Q9"] = "-99"
		}
	}
}

// vacancy answers the questions asked of those who tried to fill one.
func (w *workplace) vacancy(r *random, put func(string, int), shortage int) {
	put("Q4", 1+r.of(shortage, 100-shortage, 4))
	if w.answers["Q4"] != "1" {
		return
	}
	far := 3
	if w.in.transports {
		far = 18
	}
	about := reasons[r.of(30, 14, []int{10, 12, 16, 30, 30, 6}[w.sector], far, 16, 5)]
	w.answers["Q5"] = about[r.below(len(about))]
}

// any reports whether one of the first n columns of a multiple question is set.
func (w *workplace) any(prefix string, n int) bool {
	for i := range n {
		if w.answers[fmt.Sprint(prefix, i+1)] != "" {
			return true
		}
	}
	return false
}
