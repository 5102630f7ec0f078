package study

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stikprove/survey"
)

// csvField returns a cell's value as a field of a CSV file.
func csvField(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return inert(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return fmt.Sprint(value)
}

// inert puts an apostrophe before a text that Excel would take for a formula.
// Numbers may begin with a sign.
func inert(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil || s == "-" {
		return s
	}
	return "'" + s
}

var (
	roleWords    = map[survey.Role]string{survey.RoleAnswer: "answer", survey.RoleID: "id", survey.RoleWeight: "weight", survey.RoleCoded: "coded", survey.RolePersonal: "personal"}
	meaningWords = map[survey.Meaning]any{survey.DontKnow: "dont_know", survey.Refused: "refused", survey.NotRelevant: "not_relevant", survey.None: "none"}
)

// codebookRows returns the codebook of every unit: a row for each variable and
// one for each option under it. Column is the heading in the data; it is empty
// of what is not written.
func codebookRows(tables []*cleanTable, o CleanOptions) [][]any {
	rows := [][]any{{"unit", "column", "variable", "label", "kind", "role", "code", "option", "meaning", "count", "present", "not_answered", "not_asked", "not_returned"}}
	for _, t := range tables {
		headings := map[string][]any{}
		for _, c := range t.columns {
			headings[c.Name] = append(headings[c.Name], c.heading)
		}
		for _, e := range t.of.Codebook().Entries {
			var heading any
			written := headings[e.Name]
			if len(written) > 0 && e.Kind != survey.KindMultiple {
				heading = written[0]
			}
			rows = append(rows, []any{t.of.Unit(), heading, e.Name, e.Label.In(o.Language), e.Kind.String(), roleWords[e.Role],
				nil, nil, nil, nil, e.Present, e.NotAnswered, e.NotAsked, e.NotReturned})
			for k, option := range e.Options {
				if heading = nil; k < len(written) && e.Kind == survey.KindMultiple {
					heading = written[k]
				}
				rows = append(rows, []any{t.of.Unit(), heading, e.Name, nil, nil, nil,
					codeCell(optionCode(option)), option.Label.In(o.Language), meaningWords[option.Meaning], e.Counts[k]})
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
