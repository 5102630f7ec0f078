package platform

import (
	"cmp"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
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
		groups[question] = append(groups[question], member{column: column, code: option, label: option})
	}
	for _, question := range order {
		d.gather(question, groups[question], strict)
	}
}

func (d *draft) gather(question string, members []member, strict bool) {
	var texts []member
	label := d.relabel(question, members)
	for i := range members {
		m := &members[i]
		if (isOther(m.label) || isOther(m.code)) && !d.oneValue(*m) {
			m.filled = true
			texts = append(texts, *m)
		}
	}
	if strict && d.allOnes(members) {
		return // codes of a scale, perhaps: nobody left anything unchosen
	}
	if strict && slices.ContainsFunc(members, func(m member) bool { return !m.filled && !d.onlyWords(m.column) }) || len(texts) > 1 {
		return
	}
	joined := d.h.columns[key(question)]
	if joined > 0 && !d.done[joined] && d.labels[joined-1] != "" {
		label = d.labels[joined-1]
	}
	if joined > 0 && !d.done[joined] && len(texts) == 0 && d.beyond(joined, members, label) {
		return
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
		d.guess("%s: the same answers stand in one cell and in a column per option; they are read once", survey.Quote(question))
	}
}

// allOnes reports whether every row has 1 in every one of columns.
func (d *draft) allOnes(members []member) bool {
	for _, m := range members {
		n := 0
		d.table.store(m.column).each(func(c sheet.Cell, times int) bool {
			if cellText(c) == "1" {
				n += times
			}
			return true
		})
		if n < len(d.table.rows) || n == 0 {
			return false
		}
	}
	return true
}

// onlyWords reports whether a column holds nothing but words for chosen and
// not chosen.
func (d *draft) onlyWords(column int) bool {
	m := []member{{column: column}}
	return d.folds(m) && m[0].chosen == ""
}

// oneValue reports whether a column holds nothing, or one value as an option
// does: a word for chosen, a code, or its own name.
func (d *draft) oneValue(m member) bool {
	fits, only := true, ""
	d.table.store(m.column).each(func(c sheet.Cell, _ int) bool {
		s := key(cellText(c))
		_, number := plainNumber(s)
		own := number || isChosen(s) || s == key(m.label) || s == key(m.code)
		switch {
		case isNotChosen(s), d.isAbsent(clean(cellText(c))):
		case own && (only == "" || only == s):
			only = s
		default:
			fits = false
		}
		return fits
	})
	return fits
}

// relabel gives members the label of their option where the platform tells
// beside the headings: what their words do not have in common. It returns
// what was asked, the words that they have in common.
func (d *draft) relabel(question string, members []member) string {
	if len(members) < 2 || d.labels[members[0].column-1] == "" {
		return question
	}
	common := d.labels[members[0].column-1]
	for _, m := range members[1:] {
		words := d.labels[m.column-1]
		n := 0
		for n < len(common) && n < len(words) && common[n] == words[n] {
			n++
		}
		common = common[:n]
	}
	end := strings.LastIndexAny(common, "-:[")
	if end <= 0 {
		return strings.TrimSpace(d.labels[members[0].column-1])
	}
	for i := range members {
		option := d.labels[members[i].column-1][end+1:]
		if common[end] == '[' {
			option = strings.TrimSuffix(option, "]")
		}
		if option = strings.TrimSpace(option); option != "" {
			members[i].label = option
		}
	}
	asked := strings.Trim(common[:end], " -:")
	return cmp.Or(strings.TrimSpace(strings.TrimSuffix(asked, "- Selected Choice")), question)
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
			// the option stands in the name, as in q_4_text, or is called other
			if isOther(o.Label) && v.OtherOption == "" || strings.HasSuffix(strings.ToLower(v.Name), strings.ToLower("_"+o.Code+"_text")) {
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
		if before, ok := strings.CutSuffix(key(v.Label), suffix); ok { // names may be cut
			if of, found := byLabel[before]; found {
				return of, true
			}
		}
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
