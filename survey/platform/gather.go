package platform

import (
	"slices"
	"strings"

	"stikprove/survey"
)

// parse splits a heading into the question and the option of a column; ok is
// false of a heading that has none.
type parse func(heading string) (question, option string, ok bool)

// bracketed splits "Question [option]".
func bracketed(heading string) (question, option string, ok bool) {
	question, option, ok = strings.Cut(heading, "[")
	if !ok || !strings.HasSuffix(option, "]") {
		return heading, "", false
	}
	return strings.TrimSpace(question), strings.TrimSpace(strings.TrimSuffix(option, "]")), true
}

// separated splits at the last of a mark.
func separated(mark string) parse {
	return func(heading string) (string, string, bool) { return stem(heading, mark) }
}

// gathers folds the columns that parse takes for options of one question.
// Where strict is set only words for chosen and not chosen make them options,
// as where a grid has headings of the same shape. A column of the question's
// own name holds the same answers in one cell and is read no more; a column of
// texts named as an "other" is paired with the question.
func (d *draft) gathers(by parse, strict bool) {
	groups := map[string][]member{}
	var order []string
	for column := 1; column <= len(d.h.names); column++ {
		if d.done[column] || d.named(column) == "" {
			continue
		}
		question, option, ok := by(d.named(column))
		if !ok || strings.HasSuffix(option, "comment") || strings.EqualFold(option, "TEXT") {
			continue
		}
		if groups[question] == nil {
			order = append(order, question)
		}
		groups[question] = append(groups[question], member{column: column, code: option, label: d.optionLabel(column, option)})
	}
	for _, question := range order {
		d.gather(question, groups[question], strict)
	}
}

func (d *draft) gather(question string, members []member, strict bool) {
	var texts []member
	members = slices.DeleteFunc(members, func(m member) bool {
		other := isOther(m.label) || isOther(m.code)
		if other && !d.folds([]member{m}) {
			texts = append(texts, m)
			return true
		}
		return false
	})
	if strict && slices.ContainsFunc(members, func(m member) bool { return !d.onlyWords(m.column) }) {
		return
	}
	label := d.questionLabel(question, members)
	joined := d.h.columns[key(question)]
	if joined > 0 && !d.done[joined] && d.labels[joined-1] != "" {
		label = d.labels[joined-1]
	}
	if !d.fold(question, label, members) {
		return
	}
	name := d.m.Variables[len(d.m.Variables)-1].Name
	for _, m := range texts {
		d.text(m.column, name, "")
	}
	if joined > 0 && !d.done[joined] {
		d.done[joined] = true
		d.m.Ignored = append(d.m.Ignored, d.named(joined))
		d.guess("%s: the same answers stand in one cell and in a column per option; they are read once", quote(question))
	}
}

// onlyWords reports whether a column holds nothing but words for chosen and
// not chosen.
func (d *draft) onlyWords(column int) bool {
	m := []member{{column: column}}
	return d.folds(m) && m[0].chosen == ""
}

// optionLabel returns what an option is called where the platform tells beside
// the heading: the end of the text of its column.
func (d *draft) optionLabel(column int, option string) string {
	words := d.labels[column-1]
	for _, mark := range []string{" - ", "- "} {
		if _, after, ok := stem(words, mark); ok {
			return after
		}
	}
	return option
}

// questionLabel returns what was asked in columns: what their texts have in
// common before the option.
func (d *draft) questionLabel(question string, members []member) string {
	if len(members) == 0 || d.labels[members[0].column-1] == "" {
		return question
	}
	words := d.labels[members[0].column-1]
	if before, _, ok := stem(words, " - "); ok {
		words = before
	}
	return strings.TrimSuffix(strings.TrimSpace(words), " - Selected Choice")
}

// text makes a column the text of a question's option "other".
func (d *draft) text(column int, of, option string) {
	v := MappedVariable{Name: of + "_other", Label: d.label(column), Kind: survey.KindText.String(), Columns: []string{d.named(column)}, OtherOf: of, OtherOption: option}
	if q := d.m.find(of); q != nil && option == "" {
		for _, o := range q.Options {
			if isOther(o.Label) {
				v.OtherOption = o.Name
			}
		}
	}
	d.add(v)
}

// pair finds the texts that were written at an "other": a question whose words
// are another's with "other" behind them, or whose name is with _other.
func (d *draft) pair() {
	byLabel, byName := map[string]int{}, map[string]int{}
	for i, v := range d.m.Variables {
		if v.Role == roleAnswer && v.OtherOf == "" {
			if _, taken := byLabel[key(v.Label)]; !taken {
				byLabel[key(v.Label)] = i
			}
			byName[strings.ToLower(v.Name)] = i
		}
	}
	for i := range d.m.Variables {
		v := &d.m.Variables[i]
		if v.Kind != survey.KindText.String() || v.OtherOf != "" || v.Role != roleAnswer {
			continue
		}
		of, found := d.asked(v, byLabel, byName)
		if !found || of == i || len(d.m.Variables[of].Options) == 0 {
			continue
		}
		v.OtherOf = d.m.Variables[of].Name
		for _, o := range d.m.Variables[of].Options {
			if isOther(o.Label) {
				v.OtherOption = o.Name
			}
		}
	}
}

func (d *draft) asked(v *MappedVariable, byLabel, byName map[string]int) (int, bool) {
	for _, mark := range []string{" - ", ": ", " – "} {
		if before, after, ok := stem(v.Label, mark); ok && isOther(after) {
			if of, found := byLabel[key(before)]; found {
				return of, true
			}
		}
	}
	name := strings.ToLower(v.Name)
	for _, suffix := range []string{"_other", "_andet", "_txt", "_text", "_oth", "_o", "_specify"} {
		if before, ok := strings.CutSuffix(name, suffix); ok {
			if of, found := byName[before]; found {
				return of, true
			}
			if i := strings.LastIndexByte(before, '_'); i > 0 { // q_4_text
				if of, found := byName[before[:i]]; found {
					return of, true
				}
			}
		}
	}
	return 0, false
}
