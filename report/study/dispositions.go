package study

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	outcomes "stikprove/sample/response"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// dispositionHeading heads the codes in the workbook of dispositions. It is the
// same in every language, so that a study's file is read whoever made it.
const dispositionHeading = "disposition"

// noted is a disposition that somebody noted, and where.
type noted struct {
	is outcomes.Disposition
	at survey.Problem
}

// dispositions returns what people noted of respondents, by their id: in the
// workbook that the study names, if it is there, and in the frame.
func (st *Status) dispositions() map[string]noted {
	s, f := st.study, st.study.config.Frame
	all := map[string]noted{}
	known := map[string]bool{}
	var ids []string
	id := st.frame.Column(f.ID)
	if id == nil {
		return all
	}
	for row := range st.frame.Rows() {
		ids = append(ids, strings.TrimSpace(id.Answer(row)))
		known[survey.Same(id.Answer(row))] = true
	}
	keep := func(who, code string, at survey.Problem) {
		at.Variable = dispositionHeading
		if d, ok := (outcomes.Mapping{}).Of(strings.TrimSpace(code)); ok {
			all[survey.Same(who)] = noted{d, at}
			return
		}
		at.Message = "got " + survey.Quote(code) + ", want I, P, R, NC, O, UH, UO, NE or a code of AAPOR such as 2.1"
		s.problems = append(s.problems, at)
	}
	if f.Disposition != "" {
		if c := st.frame.Column(f.Disposition); c == nil {
			s.add(f.place, "frame.disposition", "%s", st.frame.NoVariable(f.Disposition, "the frame"))
		} else {
			for row := range st.frame.Rows() {
				if code := strings.TrimSpace(c.Answer(row)); code != "" {
					keep(id.Answer(row), code, st.frame.Cell(row, f.Disposition))
				}
			}
		}
	}
	grid := st.dispositionSheet()
	if grid == nil {
		return all
	}
	who, code := 0, 0
	for column := 1; column <= grid.Columns(); column++ {
		switch heading := strings.TrimSpace(grid.Cell(1, column).Text); {
		case strings.EqualFold(heading, f.ID):
			who = column
		case strings.EqualFold(heading, dispositionHeading):
			code = column
		}
	}
	if who == 0 || code == 0 {
		s.problems = append(s.problems, survey.Problem{File: grid.File(), Sheet: grid.Sheet(), Row: 1, Message: "want the headings " + survey.Quote(f.ID) + " and " + survey.Quote(dispositionHeading)})
		return all
	}
	first := map[string]int{}
	for row := 2; row <= grid.Rows(); row++ {
		name, said := strings.TrimSpace(grid.Cell(row, who).Text), strings.TrimSpace(grid.Cell(row, code).Text)
		at := survey.Problem{File: grid.File(), Sheet: grid.Sheet(), Row: row, Column: who, Variable: f.ID}
		switch {
		case name == "" && said == "":
			continue
		case !known[survey.Same(name)]:
			at.Message = "got " + survey.Quote(name) + ", which the frame does not have" + survey.DidYouMean(name, ids)
			s.problems = append(s.problems, at)
			continue
		case first[survey.Same(name)] > 0:
			at.Message = "got " + survey.Quote(name) + " again, first in " + survey.CellName(first[survey.Same(name)], who) + "; want each respondent once"
			s.problems = append(s.problems, at)
			continue
		}
		first[survey.Same(name)] = row
		if at.Column = code; said != "" {
			keep(name, said, at)
		}
	}
	return all
}

// dispositionSheet reads the workbook of dispositions, nil where the study
// names none or it is not made yet.
func (st *Status) dispositionSheet() *sheet.Grid {
	s := st.study
	name := s.config.Dispositions
	if name == "" {
		return nil
	}
	if _, err := os.Stat(s.inputs.path(name)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	w, err := s.workbook(source{File: name}, nil)
	if err != nil {
		s.problems.Add(name, err)
		return nil
	}
	sheets := w.Sheets()
	if len(sheets) == 0 && w.Kind() != "delimited text" {
		s.problems = append(s.problems, survey.Problem{File: name, Message: "all sheets are hidden; unhide the one with the dispositions"})
		return nil
	}
	grid, err := w.Read(append(sheets, "")[0])
	if err != nil {
		s.problems.Add(name, err)
		return nil
	}
	return grid
}

// settle gives every respondent its disposition: by its answers and, of those
// without any, by what was noted. Who is silent and of whom nothing is noted
// counts as not contacted.
func (st *Status) settle(of map[string]noted) {
	for i := range st.Respondents {
		r := &st.Respondents[i]
		n, said := of[survey.Same(r.ID)]
		switch {
		case said && n.is == outcomes.NotEligible:
			r.Disposition = outcomes.NotEligible
		case r.State == StateComplete:
			r.Disposition = outcomes.Interview
		case r.State == StatePartial:
			r.Disposition = outcomes.Partial
		case said && (n.is == outcomes.Interview || n.is == outcomes.Partial):
			n.at.Message = "got " + n.is.String() + ", and nothing has come from " + survey.Quote(r.ID)
			st.study.problems = append(st.study.problems, n.at)
		case said:
			r.Disposition = n.is
		default:
			r.Disposition = outcomes.NonContact
		}
		refused := said && n.is == outcomes.Refusal
		r.Remind = r.State != StateComplete && !refused && r.Disposition != outcomes.NotEligible
	}
}
