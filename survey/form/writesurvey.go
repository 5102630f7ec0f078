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
	hints := slices.ContainsFunc(w.in.Questions, func(q survey.Question) bool { return len(q.Hint) > 0 }) ||
		slices.ContainsFunc(w.in.Asides, func(a survey.Aside) bool { return len(a.Hint) > 0 })
	computed := slices.ContainsFunc(w.in.Questions, func(q survey.Question) bool { return q.Computed != "" }) ||
		slices.ContainsFunc(w.in.Asides, func(a survey.Aside) bool { return a.Computed != "" })
	optional := func(wanted bool, cells ...any) []any {
		if !wanted {
			return nil
		}
		return cells
	}
	rows := [][]any{row("type", "name", w.headed("label"), optional(hints, w.headed("hint")...), "required", "relevant", "constraint",
		optional(messages, w.headed("constraint_message")...), optional(computed, "calculation"), "repeat_count", "export", "kind")}
	// add adds a row; rosters, asides and questions differ in what they leave
	// empty.
	add := func(kind string, q survey.Question, count any, export string) {
		rows = append(rows, row(kind, q.Name, w.words(q.Label), optional(hints, w.words(q.Hint)...), yesCell(q.Required), ruleSource(q.Relevant),
			ruleSource(q.Constraint), optional(messages, w.words(q.ConstraintMessage)...), optional(computed, text(q.Computed)), count, export, roleName(q.Role)))
	}
	for _, name := range w.hidden() {
		add("hidden", labelled(name, nil), nil, "")
	}
	roster, section, sections := "", survey.Text(nil), 0
	// enter closes and opens groups and repeats, so that q can be written.
	enter := func(q survey.Question) {
		if section != nil && (!maps.Equal(q.Section, section) || q.Roster != roster) {
			rows, section = append(rows, row("end_group")), nil
		}
		if roster != "" && q.Roster != roster {
			rows, roster = append(rows, row("end_repeat")), ""
		}
		if q.Roster != roster {
			roster = q.Roster
			r := w.in.Rosters[slices.IndexFunc(w.in.Rosters, func(r survey.Roster) bool { return r.Name == roster })]
			add("begin_repeat", labelled(r.Name, r.Label), r.Count, r.Prefix)
		}
		if section == nil && len(q.Section) > 0 {
			section = q.Section
			sections = w.free("section_", sections+1)
			add("begin_group", labelled("section_"+strconv.Itoa(sections), section), nil, "")
		}
	}
	for _, line := range lines(w.in) {
		q := line.question
		enter(q)
		switch {
		case !line.aside:
			export := w.own(q)
			if export == usualExport(q.Name, q.Kind) && q.Computed == "" {
				export = ""
			}
			add(w.typeName(q), q, nil, export)
		case q.Computed != "":
			add("calculate", q, nil, "")
		default:
			add("note", q, nil, "")
		}
	}
	enter(survey.Question{})
	return rows
}

// free returns the first number from n that makes, after word, a name that no
// question or roster has.
func (w *writer) free(word string, n int) int {
	for ; ; n++ {
		name := word + strconv.Itoa(n)
		if w.in.Question(name) == nil && !slices.ContainsFunc(w.in.Asides, func(a survey.Aside) bool { return a.Name == name }) &&
			!slices.ContainsFunc(w.in.Rosters, func(r survey.Roster) bool { return r.Name == name }) {
			return n
		}
	}
}

func (w *writer) typeName(q survey.Question) string {
	if q.Computed != "" {
		return "calculate"
	}
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

// hidden returns the names that rules, formulas and labels mention and nothing
// in the instrument has.
func (w *writer) hidden() []string {
	names, taken := map[string]bool{}, map[string]bool{}
	mention := func(sources ...string) {
		for _, s := range sources {
			for _, found := range questionReference.FindAllStringSubmatch(s, -1) {
				names[found[1]] = isQuestionName(found[1])
			}
		}
	}
	said := func(texts ...survey.Text) {
		for _, t := range texts {
			mention(slices.Collect(maps.Values(t))...)
		}
	}
	for _, line := range lines(w.in) {
		q := line.question
		taken[q.Name] = true
		mention(ruleSource(q.Relevant), ruleSource(q.Constraint), q.Computed)
		said(q.Label, q.Hint, q.ConstraintMessage, q.Section)
		for _, o := range q.Options {
			said(o.Label)
		}
	}
	for _, r := range w.in.Rosters {
		said(r.Label)
		taken[r.Name] = true // a rule may count a repeat's blocks
	}
	maps.DeleteFunc(names, func(name string, usable bool) bool {
		return !usable || taken[name]
	})
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
