package study

import (
	"fmt"
	"strings"

	"stikprove/report"
	"stikprove/survey"
)

// keptAsPictures says which figures of a Word file with charts are pictures all
// the same.
func (s *Study) keptAsPictures(data *Data, d *report.Document) {
	if !s.charts {
		return
	}
	var kept []string
	for _, f := range d.Figures {
		if f.Chart(d.Language) == nil {
			kept = append(kept, fmt.Sprintf("%s (%s)", f.ID, f.Figure.Spec.Kind))
		}
	}
	if len(kept) > 0 {
		data.Notes = append(data.Notes, survey.Problem{File: "report.docx", Message: "pictures, not charts, since Word has none of their kind or all of it is hidden: " + strings.Join(kept, ", ")})
	}
}
