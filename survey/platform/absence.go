package platform

import (
	"slices"

	"stikprove/survey"
)

// settle decides why each blank is blank and reports the values that the
// questionnaire rules out. It is called when every field has been read, since
// routing looks at other questions.
func (r *reader) settle() {
	questions := map[string][]*field{} // by name
	blocks := map[blockOf][]*field{}
	for _, f := range r.fields {
		questions[f.question.Name] = append(questions[f.question.Name], f)
		blocks[f.in()] = append(blocks[f.in()], f)
	}
	// Routing is judged by what was read, so nothing is changed before all
	// questions have been settled.
	settled := make([][]survey.Missing, len(r.fields))
	sideBySide(len(r.fields), func(k int) {
		f := r.fields[k]
		seen := f.sees(questions)
		settled[k] = slices.Clone(f.missing)
		for i := range r.rows {
			switch {
			case f.missing[i] == survey.NotAsked: // the file says so
			case f.question.Role == survey.RoleID && f.question.Roster == "": // checked as an identity
			case f.missing[i] == survey.NotReturned:
			case f.question.Roster != "" && empty(blocks[f.in()], i), r.status == nil && !r.wrote[i]:
				settled[k][i] = survey.NotReturned
			default:
				settled[k][i] = r.settleOne(f, i, seen)
			}
		}
	})
	for k, f := range r.fields {
		f.missing = settled[k]
		f.column = f.made()
	}
}

// blockOf is a block of a roster, or the respondent.
type blockOf struct {
	roster string
	block  int
}

func (f *field) in() blockOf { return blockOf{f.question.Roster, f.block} }

// sees returns the fields that f's rules ask about, by the name they use.
func (f *field) sees(questions map[string][]*field) map[string]*field {
	seen := map[string]*field{".": f}
	for _, rule := range []*survey.Rule{f.question.Relevant, f.question.Constraint} {
		if rule == nil {
			continue
		}
		for _, name := range rule.Questions() {
			for _, other := range questions[name] {
				if other.question.Roster == "" || other.in() == f.in() {
					seen[name] = other
				}
			}
		}
	}
	return seen
}

// empty reports whether row i holds nothing but blanks and zeros in fields.
func empty(fields []*field, i int) bool {
	return !slices.ContainsFunc(fields, func(f *field) bool { return f.wrong[i] || !f.column.Blank(i) })
}

// settleOne returns why row i has no value of f, or Present, and reports a
// value that should not be there.
func (r *reader) settleOne(f *field, i int, seen map[string]*field) survey.Missing {
	q, present := f.question, f.missing[i] == survey.Present
	if present && q.Relevant == nil && q.Constraint == nil && q.Kind != survey.KindMultiple {
		return survey.Present
	}
	for _, other := range seen {
		if other.lacking || other.wrong[i] {
			return f.missing[i] // there is a problem already
		}
	}
	answer := func(name string) string {
		if other := seen[name]; other != nil {
			return other.column.Answer(i)
		}
		return ""
	}
	if q.Relevant != nil && !q.Relevant.Holds(answer) {
		if present {
			r.problem(r.rows[i], f.filled(i), q.Name, r.had(f, i)+", want nothing: asked only where "+q.Relevant.Source)
		}
		return survey.NotAsked
	}
	switch {
	case present:
		r.check(f, i, answer)
		return survey.Present
	case f.zeros != nil && f.zeros[i] && f.bits[i] == 0 && !f.wrong[i] && r.completedRow(i) && !slices.ContainsFunc(q.Options, func(o survey.Option) bool { return o.Exclusive }):
		return survey.Present // nothing chosen, and nothing was the way to say so
	}
	return survey.NotAnswered
}

// check reports an answer that excludes others and has them, or that breaks
// its constraint.
func (r *reader) check(f *field, i int, answer func(string) string) {
	q := f.question
	if k := f.exclusive(i); k >= 0 {
		column := f.columns[min(k, len(f.columns)-1)]
		message := "got " + survey.Quote(q.Options[k].Label.In(r.language)) + " with other options, want it alone"
		if q.Sensitive() {
			message = "got an option with others that it excludes, want it alone (text withheld)"
		}
		r.problem(r.rows[i], column, q.Name, message)
		return
	}
	if q.Constraint == nil || q.Constraint.Holds(answer) {
		return
	}
	want := ", want " + q.Constraint.Source
	if words := q.ConstraintMessage.In(r.language); words != "" {
		want = ": " + words
	}
	r.problem(r.rows[i], f.filled(i), q.Name, r.had(f, i)+want)
}

// had words the value of row i.
func (r *reader) had(f *field, i int) string {
	if f.question.Kind == survey.KindMultiple && !f.question.Sensitive() {
		return "got " + survey.Quote(f.column.Answer(i))
	}
	return got(f.question.Variable, r.table.cell(i, f.columns[0]))
}

// filled returns the column to point at for row i: that of the first option
// chosen, where there is one per option.
func (f *field) filled(i int) int {
	if len(f.columns) > 1 {
		for k, column := range f.columns {
			if f.bits[i]&(1<<k) != 0 {
				return column
			}
		}
	}
	return f.columns[0]
}

// seeWhoWrote finds the rows with a value in any column but an identity. A
// nought is a value where a number is asked for, and none where it stands for
// an option that was not chosen.
func (r *reader) seeWhoWrote() {
	r.wrote = make([]bool, len(r.rows))
	for _, f := range r.fields {
		if f.question.Role == survey.RoleID {
			continue
		}
		number := f.question.Kind == survey.KindInteger || f.question.Kind == survey.KindDecimal
		for i := range r.rows {
			r.wrote[i] = r.wrote[i] || f.wrong[i] || !f.column.Blank(i) || number && f.missing[i] == survey.Present
		}
	}
}
