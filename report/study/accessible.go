package study

import (
	"strings"

	"stikprove/report"
	"stikprove/report/render"
	"stikprove/report/render/docx"
	"stikprove/survey"
)

// inaccessible lists what keeps a report from those who do not see it, or not
// well: in the document, and in its files as they would be written.
func inaccessible(d *report.Document, outputs []output) survey.Problems {
	problems := report.Inaccessible(d)
	for _, o := range outputs {
		var faults []string
		switch {
		case o.File == "report.html":
			faults = render.Inaccessible(o.content)
		case o.File == "tables.xlsx":
			faults = render.InaccessibleBook(o.content)
		case strings.HasSuffix(o.File, ".docx"):
			faults = docx.Inaccessible(o.content)
		}
		for _, fault := range faults {
			problems = append(problems, survey.Problem{File: o.File, Message: fault})
		}
	}
	for i, p := range problems {
		if p.File == "" {
			problems[i].File = "report"
		}
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
