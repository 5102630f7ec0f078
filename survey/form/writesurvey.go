package form

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// typeNames are the types of questions without options.
var typeNames = map[survey.Kind]string{
	survey.KindText: "text", survey.KindInteger: "integer", survey.KindDecimal: "decimal", survey.KindDate: "date",
}

// survey returns the sheet of questions.
func (w *writer) survey() [][]any {
	messages := slices.ContainsFunc(w.in.Questions, func(q survey.Question) bool { return len(q.ConstraintMessage) > 0 })
	hints := slices.ContainsFunc(w.in.Questions, func(q survey.Question) bool { return len(q.Hint) > 0 })
	optional := func(wanted bool, cells []any) []any {
		if !wanted {
			return nil
		}
		return cells
	}
	rows := [][]any{row("type", "name", w.headed("label"), optional(hints, w.headed("hint")), "required", "relevant", "constraint",
		optional(messages, w.headed("constraint_message")), "repeat_count", "export", "kind")}
	// add adds a row; rosters and questions differ in what they leave empty.
	add := func(kind, name string, label survey.Text, q survey.Question, count any, export string) {
		rows = append(rows, row(kind, name, w.words(label), optional(hints, w.words(q.Hint)), yesCell(q.Required), ruleSource(q.Relevant),
			ruleSource(q.Constraint), optional(messages, w.words(q.ConstraintMessage)), count, export, roleName(q.Role)))
	}
	for _, name := range w.hidden() {
		add("hidden", name, nil, survey.Question{}, nil, "")
	}
	roster, section, sections := "", survey.Text(nil), 0
	leave := func(q survey.Question) {
		if section != nil && (!maps.Equal(q.Section, section) || q.Roster != roster) {
			rows, section = append(rows, row("end_group")), nil
		}
		if roster != "" && q.Roster != roster {
			rows, roster = append(rows, row("end_repeat")), ""
		}
	}
	for _, q := range w.in.Questions {
		leave(q)
		if q.Roster != roster {
			roster = q.Roster
			r := w.in.Rosters[slices.IndexFunc(w.in.Rosters, func(r survey.Roster) bool { return r.Name == roster })]
			add("begin_repeat", r.Name, r.Label, survey.Question{}, r.Count, r.Prefix)
		}
		if section == nil && len(q.Section) > 0 {
			section = q.Section
			sections = w.free("section_", sections+1)
			add("begin_group", "section_"+strconv.Itoa(sections), section, survey.Question{}, nil, "")
		}
		export := w.own(q)
		if export == usualExport(q.Name, q.Kind) {
			export = ""
		}
		add(w.typeName(q), q.Name, q.Label, q, nil, export)
	}
	leave(survey.Question{})
	return rows
}

// free returns the first number from n that makes, after word, a name that no
// question or roster has.
func (w *writer) free(word string, n int) int {
	for ; ; n++ {
		name := word + strconv.Itoa(n)
		if w.in.Question(name) == nil && !slices.ContainsFunc(w.in.Rosters, func(r survey.Roster) bool { return r.Name == name }) {
			return n
		}
	}
}

func (w *writer) typeName(q survey.Question) string {
	switch q.Kind {
	case survey.KindSingle:
		return "select_one " + w.list(q)
	case survey.KindMultiple:
		return "select_multiple " + w.list(q)
	}
	return typeNames[q.Kind]
}

func ruleSource(r *survey.Rule) string {
	if r == nil {
		return ""
	}
	return r.Source
}

// hidden returns the names that rules ask about and no question has.
func (w *writer) hidden() []string {
	names := map[string]bool{}
	for _, q := range w.in.Questions {
		for _, r := range []*survey.Rule{q.Relevant, q.Constraint} {
			for _, found := range questionReference.FindAllStringSubmatch(ruleSource(r), -1) {
				if name := found[1]; isQuestionName(name) && w.in.Question(name) == nil {
					names[name] = true
				}
			}
		}
	}
	for _, r := range w.in.Rosters {
		delete(names, r.Name) // a rule may count a repeat's blocks
	}
	return slices.Sorted(maps.Keys(names))
}

func (w *writer) prefix(roster string) string {
	for _, r := range w.in.Rosters {
		if r.Name == roster {
			return r.Prefix
		}
	}
	return ""
}

// own returns the export of q as it stands in its own row.
func (w *writer) own(q survey.Question) string {
	if q.Roster == "" {
		return q.Export
	}
	if prefix := w.prefix(q.Roster); prefix != "" {
		return strings.TrimPrefix(q.Export, prefix)
	}
	return strings.TrimSuffix(q.Export, "_{i}")
}
