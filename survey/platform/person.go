package platform

import (
	"fmt"
	"slices"

	"stikprove/survey"
)

// Names of the variables that SurveyXact adds to the answers.
const (
	respondentName = "respondentid"
	statusName     = "status"
)

// statuses are what statoverall_1 to statoverall_5 say of a respondent.
var statuses = []survey.Option{
	{Name: "new", Label: survey.Text{"da": "Ny", "en": "New"}},
	{Name: "distributed", Label: survey.Text{"da": "Distribueret", "en": "Distributed"}},
	{Name: "partial", Label: survey.Text{"da": "Nogen svar", "en": "Partly completed"}},
	{Name: "completed", Label: survey.Text{"da": "Gennemført", "en": "Completed"}},
	{Name: "rejected", Label: survey.Text{"da": "Frafaldet", "en": "Rejected"}},
}

const (
	partial   = 2
	completed = 3
)

// readStatus reads how far each respondent came. Where the file does not tell
// it leaves r.status nil, and everybody is taken to have completed what they
// wrote anything of.
func (r *reader) readStatus() {
	var columns []int
	for k := range statuses {
		columns = append(columns, r.headings.find(fmt.Sprintf("statoverall_%d", k+1)))
	}
	first := slices.IndexFunc(columns, func(column int) bool { return column > 0 })
	if first < 0 {
		return
	}
	r.statusColumns = columns
	r.status = make([]int16, len(r.rows))
	for i, row := range r.rows {
		r.status[i] = -1
		for k, column := range columns {
			if column == 0 {
				continue
			}
			switch s := key(cellText(r.grid.Cell(row, column))); {
			case s != "1" && s != "true" && s != "valgt":
			case r.status[i] >= 0:
				r.problem(row, column, statusName, "got two statuses, "+statuses[r.status[i]].Name+" and "+statuses[k].Name+", want one")
			default:
				r.status[i] = int16(k)
			}
		}
		if r.status[i] < 0 {
			r.problem(row, columns[first], statusName, "got no status, want a 1 in one of statoverall_1 to statoverall_5")
		}
	}
}

// returned reports whether row i came back, in part at least.
func (r *reader) returned(i int) bool {
	return r.status == nil || r.status[i] == partial || r.status[i] == completed || r.status[i] < 0
}

// completedRow reports whether row i was answered to the end.
func (r *reader) completedRow(i int) bool { return r.status == nil || r.status[i] == completed }

// metadata returns the columns SurveyXact adds, where the instrument does not
// ask for them itself.
func (r *reader) metadata() []*survey.Column {
	var columns []*survey.Column
	taken := func(name string) bool { return r.in.Question(name) != nil }
	if !taken(respondentName) && r.respondents != nil {
		v := survey.Variable{Name: respondentName, Role: survey.RoleID, Label: survey.Text{"da": "Respondent", "en": "Respondent"}}
		columns = append(columns, survey.NewText(v, r.respondents, nil).From([][]int{{r.headings.find(respondentName)}}))
	}
	if !taken(statusName) && r.status != nil {
		v := survey.Variable{Name: statusName, Options: statuses, Ordered: true, Label: survey.Text{"da": "Status", "en": "Status"}}
		missing := make([]survey.Missing, len(r.status))
		for i, k := range r.status {
			if k < 0 {
				missing[i] = survey.NotAnswered
			}
		}
		columns = append(columns, survey.NewSingle(v, r.status, missing).From([][]int{r.statusColumns}))
	}
	return columns
}

// readRespondents reads SurveyXact's own identity of each respondent.
func (r *reader) readRespondents() {
	column := r.headings.find(respondentName)
	if column == 0 {
		return
	}
	r.respondents = make([]string, len(r.rows))
	v := survey.Variable{Name: respondentName, Role: survey.RoleID}
	for i, row := range r.rows {
		c := r.grid.Cell(row, column)
		s, wrong := parseText(v, c)
		if wrong != "" {
			r.problem(row, column, v.Name, wrong)
		}
		r.respondents[i] = s
	}
	r.checkIdentities(v, column, func(i int) string { return r.respondents[i] })
}

// checkIdentities reports rows that have no identity or another row's.
func (r *reader) checkIdentities(v survey.Variable, column int, identity func(int) string) {
	first := make(map[string]int, len(r.rows))
	for i, row := range r.rows {
		id := identity(i)
		at, doubled := first[id]
		switch {
		case id == "" && r.returned(i):
			r.problem(row, column, v.Name, "got nothing, want what identifies the respondent")
		case id == "":
		case doubled:
			r.problem(row, column, v.Name, "got "+survey.Quote(id)+" again, first in "+survey.CellName(at, column))
		default:
			first[id] = row
		}
	}
}
