package audit

import (
	"strings"
)

// mention is a percentage as it stands in a sentence.
type mention struct {
	value    string
	from, to int
	bracket  bool   // it stands in brackets, after what it is of
	label    string // the words it is of, as far as they can be told
}

// mentionsIn are the percentages of a sentence with the words they are of:
// those before a bracket, else those after the number, else those before it.
func mentionsIn(s string) []mention {
	var out []mention
	for _, m := range anyPercent.FindAllStringIndex(s, -1) {
		if rangeBefore.MatchString(s[:m[0]]) || m[0] > 0 && strings.ContainsRune("0123456789.,", rune(s[m[0]-1])) {
			continue
		}
		before, after := strings.TrimRight(s[:m[0]], " "), strings.TrimLeft(s[m[1]:], " ")
		out = append(out, mention{value: s[m[0]:m[1]], from: m[0], to: m[1],
			bracket: strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")")})
	}
	for i := range out {
		start, end := 0, len(s)
		if i > 0 {
			start = out[i-1].to
		}
		if i+1 < len(out) {
			end = out[i+1].from
		}
		before, after := s[start:out[i].from], s[out[i].to:end]
		if out[i].bracket {
			out[i].label = lastClause(before)
			continue
		}
		if out[i].label = firstClause(after); out[i].label == "" {
			out[i].label = lastClause(before)
		}
	}
	return out
}

// firstClause is a text until its first comma or the last "and" in it.
func firstClause(s string) string {
	s, _, _ = strings.Cut(s, ",")
	for _, and := range []string{" og ", " and ", " mens ", " while "} {
		if i := strings.LastIndex(s+" ", and); i > 0 {
			s = s[:i]
		}
	}
	return strings.Trim(s, " .;:()")
}

// lastClause is a text from its last comma or "and".
func lastClause(s string) string {
	s = strings.TrimRight(s, " (")
	for _, cut := range []string{",", " og ", " and ", ":"} {
		if i := strings.LastIndex(s, cut); i >= 0 {
			s = s[i+len(cut):]
		}
	}
	return strings.Trim(s, " .;:()")
}

// entry words a label and its value for the column of.
func entry(label, value string) string {
	label = strings.TrimSpace(strings.NewReplacer(";", ",", "=", "-", ":", "").Replace(label))
	if words := strings.Fields(label); len(words) > 8 {
		label = strings.Join(words[:8], " ")
	}
	if label == "" {
		label = "–"
	}
	return label + " = " + value
}
