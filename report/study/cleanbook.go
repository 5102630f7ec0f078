package study

import (
	"fmt"
	"strconv"
	"time"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// csvField returns a cell's value as a field of a CSV file.
func csvField(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return sheet.Inert(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return fmt.Sprint(value)
}

// codebookHeadings are the columns of a codebook.
var codebookHeadings = []string{"unit", "column", "variable", "label", "kind", "role", "code", "name", "option", "meaning", "count", "present", "not_answered", "not_asked", "not_returned"}

var (
	roleWords    = map[survey.Role]string{survey.RoleAnswer: "answer", survey.RoleID: "id", survey.RoleWeight: "weight", survey.RoleCoded: "coded", survey.RolePersonal: "personal"}
	meaningWords = map[survey.Meaning]any{survey.DontKnow: "dont_know", survey.Refused: "refused", survey.NotRelevant: "not_relevant", survey.None: "none", survey.NotCoded: "not_coded"}
)

// codebookRows returns the codebook of every unit: a row for each variable and
// one for each option under it. Column is the heading in the data; it is empty
// of what is not written.
func codebookRows(tables []*cleanTable, o CleanOptions) [][]any {
	headings := make([]any, len(codebookHeadings))
	for k, heading := range codebookHeadings {
		headings[k] = heading
	}
	rows := [][]any{headings}
	for _, t := range tables {
		columns := map[string][]any{}
		for _, c := range t.columns {
			columns[c.Name] = append(columns[c.Name], c.heading)
		}
		for _, e := range t.of.Codebook().Entries {
			var heading any
			written := columns[e.Name]
			if len(written) > 0 && e.Kind != survey.KindMultiple {
				heading = written[0]
			}
			rows = append(rows, []any{t.of.Unit(), heading, e.Name, e.Label.In(o.Language), e.Kind.String(), roleWords[e.Role],
				nil, nil, nil, nil, nil, e.Present, e.NotAnswered, e.NotAsked, e.NotReturned})
			for k, option := range e.Options {
				if heading = nil; k < len(written) && e.Kind == survey.KindMultiple {
					heading = written[k]
				}
				rows = append(rows, []any{t.of.Unit(), heading, e.Name, nil, nil, nil,
					codeCell(optionCode(option)), codeCell(option.Name), option.Label.In(o.Language), meaningWords[option.Meaning], e.Counts[k]})
			}
		}
	}
	return rows
}

// absenceRows returns what stands for values that are not there.
func absenceRows() [][]any {
	return [][]any{
		{"cell", "absence", "means"},
		{nil, survey.NotAnswered.String(), "asked, and left blank"},
		{cleanNotAsked, survey.NotAsked.String(), "routed past: the question did not apply"},
		{cleanNotReturned, survey.NotReturned.String(), "the unit did not come back"},
	}
}
