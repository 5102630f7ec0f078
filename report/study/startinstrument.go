package study

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// questionName is a name that every program takes for a question's.
var questionName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

// named gives the mapping's variables names that questions can have, and
// reports whether any had another.
func (st *starter) named() bool {
	taken := map[string]bool{}
	for _, v := range st.mapping.Variables {
		taken[v.Name] = true
	}
	renamed := map[string]string{}
	for i := range st.mapping.Variables {
		v := &st.mapping.Variables[i]
		if questionName.MatchString(v.Name) && len(survey.FindCPR(v.Name)) == 0 {
			continue
		}
		name := unused(plainName(survey.MaskCPR(v.Name)), taken)
		renamed[v.Name], v.Name = name, name
	}
	for i := range st.mapping.Variables {
		v := &st.mapping.Variables[i]
		v.OtherOf = cmp.Or(renamed[v.OtherOf], v.OtherOf)
		v.Label = spaced(v.Label)
	}
	return len(renamed) > 0
}

// unused returns the name, with a number where it is taken, and takes it.
func unused(name string, taken map[string]bool) string {
	first := name
	for n := 2; taken[name]; n++ {
		name = first + "_" + strconv.Itoa(n)
	}
	taken[name] = true
	return name
}

// drafted returns the questionnaire that the answers tell of. Open questions
// are sensitive.
func (st *starter) drafted() *survey.Instrument {
	in := &survey.Instrument{Title: survey.Words(st.title()), Language: st.language, Languages: []string{st.language}}
	taken := map[string]bool{}
	for _, v := range st.mapping.Variables {
		taken[v.Name] = true
	}
	for _, v := range st.mapping.Variables {
		if v.Role != "answer" || v.Remainder || st.data.Column(v.Name) == nil {
			continue
		}
		at := -1
		if st.rosters {
			at = slices.IndexFunc(st.blocks, func(b block) bool { return b.holds(v.Name) })
		}
		if at < 0 {
			in.Questions = append(in.Questions, question(v, v.Label, ""))
			continue
		}
		if name := rosterName(at); !slices.ContainsFunc(in.Rosters, func(r survey.Roster) bool { return r.Name == name }) {
			st.addRoster(in, name, st.blocks[at], taken)
		}
	}
	if st.cpr {
		in = in.Masked()
	}
	return in
}

// rosterName names the roster of a block, by its place among them.
func rosterName(at int) string {
	if at == 0 {
		return "case"
	}
	return "case_" + strconv.Itoa(at+1)
}

func (st *starter) addRoster(in *survey.Instrument, name string, b block, taken map[string]bool) {
	roster := survey.Roster{Name: name, Label: survey.Words(cmp.Or(b.word, st.words.caseWord)), Count: b.count, Prefix: b.prefix}
	if strings.TrimSpace(b.prefix) != b.prefix {
		roster.Prefix = "" // a cell keeps no blank at its end; the questions have the whole heading
	}
	in.Rosters = append(in.Rosters, roster)
	for _, q := range b.questions {
		v := q.of[0]
		v.Kind = q.kind(st.data)
		v.Options = q.options()
		rest := strings.TrimSuffix(strings.TrimPrefix(q.export, b.prefix), "{code}")
		v.Name = unused(plainName(strings.Trim(strings.TrimSuffix(rest, "{i}"), " _-.:")), taken)
		asked := question(v, q.label, q.export)
		asked.Roster = name
		in.Questions = append(in.Questions, asked)
	}
}

// question returns a mapped variable as a question. An empty export is its only
// column's heading; one with several is found by its name.
func question(v platform.MappedVariable, label, export string) survey.Question {
	q := survey.Question{Variable: survey.Variable{Name: v.Name, Label: survey.Words(cmp.Or(strings.TrimSpace(label), v.Name)), Kind: kindNamed(v.Kind)}, Export: export}
	switch {
	case export != "":
	case len(v.Columns) == 1 && !strings.ContainsAny(v.Columns[0], "{}"):
		q.Export = v.Columns[0]
	case q.Kind == survey.KindMultiple:
		q.Export = v.Name + "_{code}"
	default:
		q.Export = v.Name
	}
	if q.Kind == survey.KindText {
		q.Role = survey.RoleCoded // what people wrote is nobody's to print
		return q
	}
	if q.Kind != survey.KindSingle && q.Kind != survey.KindMultiple {
		return q
	}
	for _, o := range v.Options {
		q.Options = append(q.Options, survey.Option{Name: o.Name, Code: o.Code, Label: survey.Words(cmp.Or(strings.TrimSpace(o.Label), o.Name)), Meaning: meaningNamed(o.Meaning)})
	}
	return q
}

func kindNamed(name string) survey.Kind {
	for _, k := range []survey.Kind{survey.KindInteger, survey.KindDecimal, survey.KindDate, survey.KindSingle, survey.KindMultiple} {
		if k.String() == name {
			return k
		}
	}
	return survey.KindText
}

func meaningNamed(name string) survey.Meaning {
	switch name {
	case "dont_know":
		return survey.DontKnow
	case "refused":
		return survey.Refused
	case "not_relevant":
		return survey.NotRelevant
	case "none":
		return survey.None
	}
	return survey.Substantive
}

// danishLetters are written out as in names elsewhere.
var danishLetters = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "é", "e", "ö", "oe", "ä", "ae", "ü", "ue")

// plainName returns words as a name: small letters, digits and underscores.
func plainName(words string) string {
	const most = 48
	var b strings.Builder
	for _, c := range danishLetters.Replace(strings.ToLower(words)) {
		switch {
		case '0' <= c && c <= '9' || 'a' <= c && c <= 'z':
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	name := strings.TrimRight(b.String()[:min(most, b.Len())], "_")
	if name == "" || '0' <= name[0] && name[0] <= '9' {
		name = "q_" + name
	}
	return strings.TrimRight(name, "_")
}
