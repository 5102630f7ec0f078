package platform

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// lacked is a question with the names of its columns that are not there.
type lacked struct {
	*field
	names []string
}

// lack keeps a question whose columns are not all there, to be reported when
// all questions have been bound. Its field has no answers.
func (r *reader) lack(f *field, names ...string) {
	f.lacking = true
	if len(names) > 0 {
		r.lacked = append(r.lacked, lacked{f, names})
	}
}

// unbound returns the headings of f's columns that were not found.
func (f *field) unbound() []string {
	var names []string
	for k, name := range exports(f.question, f.block) {
		if k < len(f.columns) && f.columns[k] == 0 {
			names = append(names, name)
		}
	}
	return names
}

// sayLacking reports the questions without their columns, a line each. Where
// most columns are not there the sheet is another than was meant, which is the
// only thing to say: it then returns false.
func (r *reader) sayLacking(fields []*field) bool {
	who := "mapping"
	if r.given {
		who = "questionnaire"
	}
	var missing []string
	found := 0
	for _, l := range r.lacked {
		missing = append(missing, l.names...)
	}
	for _, f := range fields {
		found += len(f.columns)
		if f.lacking {
			found -= len(f.unbound())
		}
	}
	const few = 3
	if len(missing) > max(few, found) {
		known := r.headings.known()
		r.problems = survey.Problems{r.at(0, 0, "", fmt.Sprintf("this sheet holds %s of the %s columns the %s names; its first columns are %s; is it another sheet or export?",
			thousands(found), thousands(found+len(missing)), who, quoteAll(known[:min(few, len(known))])))}
		return false
	}
	doubled := r.headings.doubled
	if !r.sayDoubled {
		doubled = nil
	}
	for _, l := range r.lacked {
		message := "no column " + survey.Quote(l.names[0]) + survey.DidYouMean(l.names[0], r.headings.known())
		if len(l.names) > 1 {
			message = "no columns " + survey.QuoteAll(l.names)
		}
		if len(missing) == 1 && len(doubled) == 1 { // a heading that was written over
			for column, first := range doubled {
				message = fmt.Sprintf("no column %s; the heading %s stands both in %s and in %s", survey.Quote(missing[0]),
					shown(headingOf(r.layout.headingRows(), column-1)), survey.CellName(r.layout.Heading, first), survey.CellName(r.layout.Heading, column))
			}
			doubled = nil
		}
		r.problem(r.layout.Heading, 0, l.question.Name, message)
	}
	for column, first := range doubled {
		r.problem(r.layout.Heading, column, "", "got the heading "+shown(headingOf(r.layout.headingRows(), column-1))+" again, first in "+survey.CellName(r.layout.Heading, first))
	}
	return true
}

// quoteAll lists headings as they stand in cells.
func quoteAll(words []string) string {
	var quoted []string
	for _, s := range words {
		quoted = append(quoted, shown(s))
	}
	return strings.Join(quoted, ", ")
}

// sayStatuses reports, in one line, the columns without which rows have no
// status, and otherwise each such row.
func (r *reader) sayStatuses() {
	var without []int
	for i := range r.rows {
		if r.status[i] < 0 {
			without = append(without, i)
		}
	}
	if len(without) == 0 {
		return
	}
	var names []string
	rules := r.mapping.Status.Rules
	for k, s := range statuses[:partial+3] {
		says := func(rule StatusRule) bool { return rule.Values["1"] == s.Name }
		if stem, numbered := strings.CutSuffix(rules[0].Column, rules[0].Column[len(rules[0].Column)-1:]); numbered && !slices.ContainsFunc(rules, says) {
			names = append(names, stem+fmt.Sprint(k+1))
		}
	}
	if len(names) > 0 {
		r.unsure, r.statusLost = true, true
		word := "no column "
		if len(names) > 1 {
			word = "no columns "
		}
		r.problem(r.layout.Heading, 0, statusName, fmt.Sprintf("%s%s, and nothing else says how far the respondents of %s rows came", word, survey.QuoteAll(names), thousands(len(without))))
		return
	}
	for _, i := range without {
		r.problem(r.rows[i], r.statusColumns[0], statusName, "got no status, want a 1 in one of statoverall_1 to statoverall_5")
	}
}

// lost reports whether row i has no status since the column that says it is
// not there.
func (r *reader) lost(i int) bool { return r.statusLost && (r.status == nil || r.status[i] < 0) }

// checkPlatform says what the platform writes and this export lacks: without
// its identities rows cannot be found again, and without its labels nobody has
// checked that codes mean what the instrument says.
func (r *reader) checkPlatform() {
	for _, name := range r.layout.lacks {
		if r.in.Question(name) == nil {
			r.unsure = true
			r.problem(r.layout.Heading, 0, name, "no column "+survey.Quote(name)+", which "+r.layout.known().title+" identifies respondents by; export the dataset with it")
		}
	}
	for _, name := range r.layout.unlabelled {
		r.note("no sheet " + survey.Quote(name) + ", so that the codes are not checked against it")
	}
}

// sayLacking says what SurveyXact writes and this export does not have.
func (d *draft) sayLacking() {
	if d.m.ID == "" {
		d.lacks = append(d.lacks, respondentName)
		d.guess("no column %s; rows have no identity of the platform's", survey.Quote(respondentName))
	}
	w := d.page.workbook
	if d.table.delimited || len(d.beside) > 0 || !strings.HasPrefix(strings.ToLower(d.Sheet), "dataset") {
		return
	}
	if !w.Has("Labels") {
		d.unlabelled = append(d.unlabelled, "Labels")
	}
	if !w.Has("Structure") && !w.Has("Variables") {
		d.unlabelled = append(d.unlabelled, "Structure")
	}
	for _, name := range d.unlabelled {
		d.guess("no sheet %s, which SurveyXact's workbooks have", survey.Quote(name))
	}
}
