package study

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// choices takes texts of a plain table for answers to choose from, where there
// are few of them, short, and each was given several times: nobody's own words
// become a category. It reports whether any were.
func (st *starter) choices(d *survey.Dataset) bool {
	if st.mapping.Platform != "plain" {
		return false // the platform's own way with texts has looked at them
	}
	found := false
	st.mapping.Variables = slices.Clone(st.mapping.Variables)
	for i := range st.mapping.Variables {
		v := &st.mapping.Variables[i]
		c := d.Column(v.Name)
		if v.Role != "answer" || v.Kind != survey.KindText.String() || len(v.Columns) != 1 || v.Remainder || v.OtherOf != "" || c == nil || c.Kind != survey.KindText {
			continue
		}
		if options := optionsIn(c); options != nil {
			v.Kind, v.Options, found = survey.KindSingle.String(), options, true
		}
	}
	return found
}

// optionsIn returns the texts of c as options by the alphabet, so that questions
// with the same answers have the same options; nil where they are none.
func optionsIn(c *survey.Column) []platform.MappedOption {
	const (
		most    = 15 // options
		longest = 60 // characters
		least   = 3  // respondents to each
	)
	var words []string
	counts := map[string]int{}
	for i := range c.Rows() {
		if c.Missing(i) != survey.Present {
			continue
		}
		text := strings.TrimSpace(c.Text(i))
		key := strings.ToLower(text)
		if counts[key]++; counts[key] == 1 {
			words = append(words, text)
		}
		if len(words) > most || utf8.RuneCountInString(text) > longest || len(survey.FindCPR(text)) > 0 {
			return nil
		}
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Compare(strings.ToLower(a), strings.ToLower(b)) })
	var options []platform.MappedOption
	taken := map[string]bool{}
	for _, text := range words {
		if counts[strings.ToLower(text)] < least {
			return nil
		}
		o := platform.MappedOption{Name: unused(strings.TrimPrefix(plainName(text), "q_"), taken), Code: text, Label: text}
		switch strings.ToLower(text) {
		case "ved ikke", "don't know", "don’t know", "do not know":
			o.Meaning = "dont_know"
		}
		options = append(options, o)
	}
	return options
}
