package study

import (
	"strings"

	"stikprove/report"
	"stikprove/report/render"
	"stikprove/report/render/docx"
	"stikprove/survey"
)

// inaccessible lists what in a document keeps a report from those who do not
// see it, or not well.
func inaccessible(d *report.Document) survey.Problems {
	problems := report.Inaccessible(d)
	for i, p := range problems {
		if p.File == "" {
			problems[i].File = "report"
		}
	}
	return problems
}

// inaccessible lists what in a file of a report keeps it from them.
func (o output) inaccessible() survey.Problems {
	var faults []string
	switch {
	case o.File == "report.html":
		faults = render.Inaccessible(o.content)
	case o.File == "tables.xlsx":
		faults = render.InaccessibleBook(o.content)
	case strings.HasSuffix(o.File, ".docx"):
		faults = docx.Inaccessible(o.content)
	}
	var problems survey.Problems
	for _, fault := range faults {
		problems = append(problems, survey.Problem{File: o.File, Message: fault})
	}
	return problems
}

// passable returns the error of a report that is not to be written as it is, or
// what was found where that is accepted.
func passable(problems survey.Problems, accepted bool) (survey.Problems, error) {
	if accepted || len(problems) == 0 {
		return problems.Sorted(), nil
	}
	return nil, append(problems.Sorted(), survey.Problem{Message: "nothing was written, as these would keep readers from the report; " +
		"--accept-inaccessible writes it all the same"})
}
