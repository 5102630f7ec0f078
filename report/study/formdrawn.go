package study

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/form"
)

// Columns of the list that the command draw writes.
const (
	drawnStatus = "draw_status"
	drawnPSU    = "draw_psu"
	drawnWord   = "drawn"
)

// drawn reads the cases that were drawn: their respondent stands in the column
// of the study's id, or in that of the draw's first-stage units; a column with
// the name of a question holds what is known of them.
func (m *formMaker) drawn() error {
	r, err := ReadFile([]string{m.o.Drawn}, FileOptions{Sheet: m.o.Sheet, Unit: "cases", MaskCPR: m.study.config.Privacy.CPR == maskCPR, Password: m.o.Password})
	if err != nil {
		return err
	}
	if len(r.Problems) > 0 || len(r.Units) == 0 {
		m.study.problems = append(m.study.problems, r.Problems...)
		return nil
	}
	list := r.Units[0]
	home := list.Column(m.id)
	if home == nil {
		home = list.Column(drawnPSU)
	}
	if home == nil {
		m.study.problems = append(m.study.problems, survey.Problem{File: r.Files[0], Message: fmt.Sprintf("no column %s or %s that says whose the cases are", survey.Quote(m.id), drawnPSU)})
		return nil
	}
	var label *survey.Column
	if m.o.Label != "" {
		if label = list.Column(m.o.Label); label == nil {
			m.study.problems = append(m.study.problems, survey.Problem{File: r.Files[0], Message: list.NoVariable(m.o.Label, "the list")})
			return nil
		}
	}
	most := 0
	for _, roster := range m.in.Rosters {
		most = max(most, roster.Count)
	}
	m.cases = map[string][]form.FillInCase{}
	var order []string
	for row := range list.Rows() {
		if status := list.Column(drawnStatus); status != nil && status.Answer(row) != drawnWord {
			continue // in reserve
		}
		who, at := strings.TrimSpace(home.Answer(row)), list.Cell(row, home.Name)
		switch {
		case who == "":
			at.Message = "got nothing, want whose the case is"
			m.study.problems = append(m.study.problems, at)
			continue
		case m.respondents != nil && !slices.Contains(m.respondents, who):
			at.Message = "got " + survey.Quote(who) + ", which the frame does not have" + survey.DidYouMean(who, m.respondents)
			m.study.problems = append(m.study.problems, at)
			continue
		case len(m.cases[who]) == most:
			at.Message = fmt.Sprintf("got a case more than the %d that the instrument has room for", most)
			m.study.problems = append(m.study.problems, at)
			continue
		}
		c := form.FillInCase{Known: map[string]string{}}
		if label != nil {
			c.Label = survey.MaskCPR(label.Answer(row))
		}
		for _, q := range m.in.Questions {
			if known := list.Column(q.Name); q.Roster != "" && known != nil && known.Answer(row) != "" {
				c.Known[q.Name] = known.Answer(row)
			}
		}
		if m.cases[who] == nil {
			order = append(order, who)
		}
		m.cases[who] = append(m.cases[who], c)
	}
	if m.respondents == nil {
		m.respondents = order
	}
	return nil
}
