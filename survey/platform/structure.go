package platform

import (
	"cmp"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// structure is what SurveyXact tells of its variables.
//
// Names in the file may be cut to eight characters and numbered.
type structure struct {
	variables []described
	labels    map[string][]survey.Option // by key of the variable's name in the file
}

// described is a row of the sheet Structure.
type described struct {
	question, variable, kind, subKind, text, value, choice string
}

// label reads the rows of Labels, which has no headings.
func (s *structure) label(g *sheet.Grid) {
	for row := 1; row <= g.Rows(); row++ {
		name, code := key(cellText(g.Cell(row, 1))), clean(cellText(g.Cell(row, 2)))
		if name != "" && code != "" {
			label := oneLine(cellText(g.Cell(row, 3)))
			s.labels[name] = append(s.labels[name], survey.Option{Name: code, Code: code, Label: survey.Words(cmp.Or(label, code))})
		}
	}
}

// describe reads the rows of Structure; blanks in the columns of the question
// mean that the row above goes on.
func (s *structure) describe(g *sheet.Grid) {
	at := map[string]int{}
	for column := 1; column <= g.Columns(); column++ {
		at[key(cellText(g.Cell(1, column)))] = column
	}
	var above described
	for row := 2; row <= g.Rows(); row++ {
		text := func(heading string) string { return oneLine(cellText(g.Cell(row, at[strings.ToLower(heading)]))) }
		d := described{
			question: text("questionName"), variable: text("variableName"), kind: text("questionType"), subKind: text("subType"),
			text: text("questionText"), value: text("choiceValue"), choice: text("choiceText"),
		}
		if d.question == "" {
			d.question, d.kind, d.subKind, d.text = above.question, above.kind, above.subKind, above.text
			d.variable = cmp.Or(d.variable, above.variable)
		}
		if d.question == "" {
			continue
		}
		d.variable = cmp.Or(d.variable, d.full())
		s.variables = append(s.variables, d)
		above = d
	}
}

// full returns the name a column would have if names were not cut.
func (d described) full() string {
	if strings.EqualFold(d.subKind, "Multiple") && d.value != "" {
		return d.question + "_" + d.value
	}
	return d.question
}

// instrument returns what the file itself tells of the questionnaire. Nothing
// in it says which options mean don't know or which questions are repeated.
// Variables of background, by key, are no questions.
func (s *structure) instrument(background map[string]bool) *survey.Instrument {
	in := &survey.Instrument{}
	at := map[string]int{}
	for _, d := range s.variables {
		if isMetadata(d.question) || isMetadata(d.variable) || background[key(d.variable)] {
			continue
		}
		k, seen := at[key(d.question)]
		if !seen {
			k = len(in.Questions)
			at[key(d.question)] = k
			q := survey.Question{Export: d.question}
			q.Name, q.Label, q.Kind = asciiName(d.question, k), survey.Words(cmp.Or(d.text, d.question)), d.asked()
			switch q.Kind {
			case survey.KindSingle:
				q.Options = s.labels[key(d.variable)]
			case survey.KindMultiple:
				q.Export += "_{code}"
			}
			in.Questions = append(in.Questions, q)
		}
		q := &in.Questions[k]
		if q.Kind != survey.KindSingle && q.Kind != survey.KindMultiple || d.value == "" || q.Option(d.value) >= 0 {
			continue
		}
		q.Options = append(q.Options, survey.Option{Name: d.value, Code: d.value, Label: survey.Words(cmp.Or(d.choice, d.value))})
	}
	return in
}

// asked returns the kind of question.
func (d described) asked() survey.Kind {
	switch strings.ToLower(d.subKind) {
	case "single":
		return survey.KindSingle
	case "multiple":
		return survey.KindMultiple
	case "double":
		return survey.KindDecimal
	case "integer":
		return survey.KindInteger
	case "date":
		return survey.KindDate
	}
	return survey.KindText
}

// checkLabels reports codes that the file gives the label of another option
// of the instrument: the codes have moved since the instrument was written.
func (r *reader) checkLabels() {
	for _, f := range r.fields {
		if f.question.Kind != survey.KindSingle || f.lacking {
			continue
		}
		column := f.columns[0]
		v := r.mapping.reads(r.headings.names[column-1])
		if v == nil || r.layout.Labels == "" {
			continue
		}
		for _, labelled := range v.Options {
			at, known := f.codes[labelled.Code]
			if other, moved := f.labels[key(labelled.Label)]; known && moved && at != other {
				r.problem(r.layout.Heading, column, f.question.Name, "got code "+survey.Quote(labelled.Code)+" with the label "+survey.Quote(labelled.Label)+
					" in sheet "+r.layout.Labels+", want "+survey.Quote(f.question.Options[at].Label.In(r.language)))
			}
		}
	}
}

// isMetadata reports whether SurveyXact itself made the variable.
func isMetadata(name string) bool {
	name = strings.ToLower(name)
	for _, made := range []string{"respondentid", "responde", "statoverall", "statcompletion", "statdistribution", "statinternal", "statcreation", "statsource", "statcollect", "stato_", "statc_", "statd_", "stats_", "stat_"} {
		if name == made || strings.HasPrefix(name, made) && strings.Trim(name[len(made):], "_0123456789") == "" {
			return true
		}
	}
	return false
}

// asciiName returns a variable name for a heading: ASCII letters, digits and
// underscores. n, the place from 0, names a heading that has none of them.
func asciiName(heading string, n int) string {
	var b strings.Builder
	for _, c := range strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa", "Æ", "Ae", "Ø", "Oe", "Å", "Aa", "é", "e", "ö", "oe", "ä", "ae", "ü", "ue").Replace(heading) {
		switch {
		case c < 128 && (c == '_' || c == '-' || c == '.' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'):
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	name := strings.TrimRight(b.String(), "_")
	if name == "" {
		return "column_" + strconv.Itoa(n+1)
	}
	if name != heading {
		name = strings.ToLower(name)
	}
	return name
}
