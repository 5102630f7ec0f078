package platform

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// bind returns the fields of the instrument, or of the mapping where there is
// none. A column that is not there is a problem.
func (r *reader) bind() []*field {
	if !r.given {
		return r.bindMapping(func(v *MappedVariable) bool { return v.Role == roleAnswer })
	}
	counts := map[string]int{"": 1}
	for _, roster := range r.in.Rosters {
		counts[roster.Name] = roster.Count
	}
	var fields []*field
	for i := range r.in.Questions {
		q := &r.in.Questions[i]
		for block := range counts[q.Roster] {
			f := r.bindQuestion(q, block)
			if slices.Contains(f.columns, 0) {
				if f.mapped = r.alike(q); f.mapped == nil {
					r.lack(f, f.unbound()...)
				} else if !r.bindAlike(f) {
					r.lack(f)
				}
			}
			r.prepare(f)
			fields = append(fields, f)
		}
	}
	return fields
}

// bindQuestion binds a question to the columns that its export names; one that
// is not there is 0.
func (r *reader) bindQuestion(q *survey.Question, block int) *field {
	f := &field{question: q, block: block, open: -1}
	for _, name := range exports(q, block) {
		f.columns = append(f.columns, r.headings.find(name))
	}
	f.inCell = q.Kind == survey.KindMultiple && !strings.Contains(q.Export, "{code}")
	var names []string
	for _, column := range f.columns {
		if column == 0 {
			return f
		}
		names = append(names, r.headings.names[column-1])
	}
	f.mapped = r.mapping.reads(names...)
	return f
}

// exports returns the headings of a question's columns.
func exports(q *survey.Question, block int) []string {
	export := strings.ReplaceAll(q.Export, "{i}", strconv.Itoa(block+1))
	if q.Kind != survey.KindMultiple || !strings.Contains(export, "{code}") {
		return []string{export}
	}
	var names []string
	for _, o := range q.Options {
		names = append(names, strings.ReplaceAll(export, "{code}", code(o)))
	}
	return names
}

// alike returns the mapping's variable that is a question of the instrument
// under another heading: it has its name, or its label in any language.
func (r *reader) alike(q *survey.Question) *MappedVariable {
	if q.Roster != "" {
		return nil
	}
	if v := r.mapping.find(q.Name); v != nil {
		return v
	}
	var found *MappedVariable
	for i := range r.mapping.Variables {
		v := &r.mapping.Variables[i]
		same := strings.EqualFold(v.Name, q.Export) && q.Export != ""
		for _, words := range q.Label {
			same = same || key(oneLine(words)) == key(v.Label)
		}
		if same && !v.Remainder {
			if found != nil {
				return nil
			}
			found = v
		}
	}
	return found
}

// bindAlike binds a question to the columns of f.mapped, option by option.
func (r *reader) bindAlike(f *field) bool {
	v := f.mapped
	f.columns, f.chosen, f.anyText = nil, nil, nil
	f.inCell = f.question.Kind == survey.KindMultiple && v.Separator != ""
	f.recognises()
	if f.question.Kind != survey.KindMultiple || f.inCell || len(v.Options) == 0 {
		if len(v.Columns) != 1 {
			f.columns = make([]int, len(exports(f.question, f.block)))
			r.lack(f, f.unbound()...)
			return false
		}
		f.inCell = f.question.Kind == survey.KindMultiple
		f.columns = []int{r.headings.find(v.Columns[0])}
		return f.columns[0] > 0
	}
	f.columns, f.chosen = make([]int, len(f.question.Options)), make([]string, len(f.question.Options))
	f.anyText = make([]bool, len(f.question.Options))
	for _, o := range v.Options {
		k := f.option(o.Code)
		if k < 0 {
			k = f.option(o.Label)
		}
		if k >= 0 {
			f.columns[k], f.chosen[k], f.anyText[k] = r.headings.find(o.Column), key(o.Chosen), o.Filled
		}
	}
	if slices.Contains(f.columns, 0) {
		for k, column := range f.columns {
			if column == 0 {
				r.problem(r.layout.Heading, 0, f.question.Name, "no column for the option "+survey.Quote(f.question.Options[k].Label.In(r.language)))
			}
		}
		return false
	}
	return true
}

// bindMapping returns the fields of the mapping's variables that are so.
func (r *reader) bindMapping(so func(*MappedVariable) bool) []*field {
	var fields []*field
	for i := range r.mapping.Variables {
		v := &r.mapping.Variables[i]
		if !so(v) {
			continue
		}
		q, wrong := v.question()
		if wrong != "" {
			r.problem(0, 0, v.Name, wrong)
			continue
		}
		var lacking []string
		f := &field{question: q, mapped: v, open: -1, inCell: v.Separator != "", remainder: v.Remainder}
		for _, name := range v.Columns {
			column := r.headings.find(name)
			if column == 0 {
				lacking = append(lacking, name)
			}
			f.columns = append(f.columns, column)
		}
		for _, o := range v.Options {
			f.chosen, f.anyText = append(f.chosen, key(o.Chosen)), append(f.anyText, o.Filled)
		}
		if len(lacking) > 0 {
			r.lack(f, lacking...)
		}
		r.prepare(f)
		fields = append(fields, f)
	}
	for _, f := range fields {
		if !f.remainder {
			continue
		}
		for _, of := range fields {
			if of.question.Name == f.mapped.OtherOf {
				f.parent, of.open = of, of.question.Option(f.mapped.OtherOption)
			}
		}
	}
	return slices.DeleteFunc(fields, func(f *field) bool { return f.remainder && f.parent == nil })
}

// bindMetadata returns the fields of the platform's own columns: with an
// instrument the identity and the times that it does not ask for, and without
// one those that tell who somebody is as well.
func (r *reader) bindMetadata() []*field {
	fields := r.bindMapping(func(v *MappedVariable) bool {
		if !r.given {
			return v.Role != roleAnswer
		}
		taken := r.in.Question(v.Name) != nil || len(v.Columns) == 1 && r.headings.bound[r.headings.columns[key(v.Columns[0])]]
		return (v.Role == roleID || v.Role == roleTime) && !taken
	})
	for _, f := range fields {
		f.metadata = true
	}
	slices.SortStableFunc(fields, func(a, b *field) int {
		return boolToInt(a.question.Role != survey.RoleID) - boolToInt(b.question.Role != survey.RoleID)
	})
	return fields
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// prepare makes what reading f's cells needs.
func (r *reader) prepare(f *field) {
	f.recognises()
	if f.lacking {
		return
	}
	f.absent = map[string]survey.Missing{}
	codes := r.mapping.Missing
	if v := f.mapped; v != nil {
		codes = append(codes[:len(codes):len(codes)], v.Missing...)
		f.comma, f.order = v.DecimalComma, v.DateOrder
		if f.inCell {
			f.mark = v.Separator
		}
	}
	for _, c := range codes {
		f.absent[strings.ToLower(c.Value)] = survey.NotAnswered
		switch c.Means {
		case notAsked:
			f.absent[strings.ToLower(c.Value)] = survey.NotAsked
		case notReturned:
			f.absent[strings.ToLower(c.Value)] = survey.NotReturned
		}
	}
	f.absentNumbers = map[uint64]survey.Missing{}
	for words := range f.absent {
		if n, ok := plainNumber(words); ok && strconv.FormatFloat(n, 'f', -1, 64) == words {
			if m, absent := f.missingCode(words); absent {
				f.absentNumbers[math.Float64bits(n)] = m
			}
		} else if strings.ContainsAny(words, "0123456789") {
			f.absentAsWritten = true
		}
	}
	if r.given && f.question.Kind == survey.KindDate && f.order == "" {
		f.order, _ = dateOrder(r.table.store(f.columns[0]))
	}
}
