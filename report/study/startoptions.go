package study

import (
	"slices"
	"strings"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// Bounds of what is taken for options among texts.
const (
	mostWords   = 15 // options
	longestWord = 60 // characters
	leastOf     = 3  // respondents to each
)

// choices takes texts of a plain table for answers to choose from, where there
// are few of them, short, and each was given by several: nobody's own words
// become a category. Questions side by side that share their answers have the
// same options, whatever was chosen in each of them, and are read so on every
// platform that does not list its options. It reports whether any were found.
func (st *starter) choices(d *survey.Dataset) bool {
	found := false
	st.mapping.Variables = slices.Clone(st.mapping.Variables)
	all := st.mapping.Variables
	for i := 0; i < len(all); {
		w := wordsOf(st.mapping.Platform, all[i], d)
		n := 1
		for w != nil && i+n < len(all) && w.join(wordsOf(st.mapping.Platform, all[i+n], d)) {
			n++
		}
		if options := w.options(); options != nil && (n > 1 || !w.listed) {
			for k := range n {
				all[i+k].Kind, all[i+k].Options, found = survey.KindSingle.String(), options, true
			}
			i += n
			continue
		}
		if options := wordsOf(st.mapping.Platform, all[i], d).options(); options != nil && all[i].Kind == survey.KindText.String() {
			all[i].Kind, all[i].Options, found = survey.KindSingle.String(), options, true
		}
		i++
	}
	return found
}

// words are the different texts of a column or of some side by side, in the
// order met, and which respondents gave each.
type words struct {
	joined bool // of several questions
	listed bool // the platform's way with texts has taken them for options
	texts  []string
	by     map[string]map[int]bool // by text in small letters: rows
}

// wordsOf returns the texts of a variable, nil where they are no options: too
// many, too long, or numbers of persons.
func wordsOf(platformName string, v platform.MappedVariable, d *survey.Dataset) *words {
	c := d.Column(v.Name)
	if v.Role != "answer" || len(v.Columns) != 1 || v.Remainder || v.OtherOf != "" || c == nil {
		return nil
	}
	w := &words{by: map[string]map[int]bool{}}
	switch {
	case v.Kind == survey.KindText.String() && c.Kind == survey.KindText && platformName == "plain":
	case v.Kind == survey.KindSingle.String() && c.Kind == survey.KindSingle && !slices.ContainsFunc(v.Options, func(o platform.MappedOption) bool { return o.Code != o.Label }):
		w.listed = true
	default:
		return nil
	}
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present && !w.add(strings.TrimSpace(wordIn(c, i)), i) {
			return nil
		}
	}
	if len(w.texts) == 0 {
		return nil
	}
	return w
}

// wordIn returns an answer as it was given.
func wordIn(c *survey.Column, row int) string {
	if c.Kind == survey.KindSingle {
		return c.Options[c.Index(row)].Code
	}
	return c.Text(row)
}

// add adds a text of a respondent, and reports whether it can be an option.
func (w *words) add(text string, row int) bool {
	key := strings.ToLower(text)
	if w.by[key] == nil {
		w.by[key] = map[int]bool{}
		w.texts = append(w.texts, text)
	}
	w.by[key][row] = true
	return w.listed || len(w.texts) <= mostWords && utf8.RuneCountInString(text) <= longestWord && len(survey.FindCPR(text)) == 0
}

// join adds the texts of the next question, where most of the fewer of them are
// those of the questions before, and reports whether it did.
func (w *words) join(next *words) bool {
	if next == nil || next.listed != w.listed {
		return false
	}
	shared, most := 0, len(w.texts)+len(next.texts)
	for key := range next.by {
		if w.by[key] != nil {
			shared++
		}
	}
	fewer := min(len(w.texts), len(next.texts))
	if shared < 2 && shared < fewer || 2*shared <= fewer || most-shared > mostWords {
		return false
	}
	w.joined = true
	for _, text := range next.texts {
		for row := range next.by[strings.ToLower(text)] {
			w.add(text, row)
		}
	}
	return true
}

// common reports whether every text was given by several respondents. Where
// questions side by side share two such texts or more, the fewer others are
// answers of the same scale that are seldom chosen.
func (w *words) common() bool {
	several := 0
	for _, rows := range w.by {
		if len(rows) >= leastOf {
			several++
		}
	}
	return several == len(w.by) || w.joined && several >= 2 && 2*several >= len(w.by)
}

// options returns the texts as options in order, so that questions with the
// same answers have the same options; nil where they are none.
func (w *words) options() []platform.MappedOption {
	if w == nil || !w.listed && !w.common() {
		return nil
	}
	platform.InOrder(w.texts, func(s string) string { return s })
	var options []platform.MappedOption
	taken := map[string]bool{}
	for _, text := range w.texts {
		o := platform.MappedOption{Name: unused(strings.TrimPrefix(plainName(text), "q_"), taken), Code: text, Label: text}
		switch strings.ToLower(text) {
		case "ved ikke", "don't know", "don’t know", "do not know":
			o.Meaning = "dont_know"
		}
		options = append(options, o)
	}
	return options
}
