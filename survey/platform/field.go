package platform

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// field is a question, in one block if it is repeated, bound to its columns.
type field struct {
	question *survey.Question
	block    int   // from 0
	columns  []int // from 1: one, or one per option
	codes    map[string]int
	labels   map[string]int // key of a label in any language: the option

	index   []int16
	bits    []uint64
	numbers []float64
	texts   []string
	missing []survey.Missing
	zeros   []bool       // KindMultiple: nothing chosen, but zeros written
	wrong   map[int]bool // rows with a problem, from 0
	column  *survey.Column
}

// bind returns the fields of the instrument. A column that is not there is a
// problem.
func (r *reader) bind() []*field {
	counts := map[string]int{"": 1}
	for _, roster := range r.in.Rosters {
		counts[roster.Name] = roster.Count
	}
	var fields []*field
	for i := range r.in.Questions {
		q := &r.in.Questions[i]
		for block := range counts[q.Roster] {
			f := &field{question: q, block: block}
			export := strings.ReplaceAll(q.Export, "{i}", strconv.Itoa(block+1))
			if q.Kind == survey.KindMultiple && strings.Contains(export, "{code}") {
				for _, o := range q.Options {
					f.columns = append(f.columns, r.column(q, strings.ReplaceAll(export, "{code}", code(o))))
				}
			} else {
				f.columns = []int{r.column(q, export)}
			}
			if slices.Contains(f.columns, 0) {
				continue
			}
			f.recognises()
			fields = append(fields, f)
		}
	}
	return fields
}

// column returns the column of a question, or 0 and keeps the problem.
func (r *reader) column(q *survey.Question, export string) int {
	column := r.headings.find(export)
	if column == 0 {
		r.problem(r.layout.Heading, 0, q.Name, "no column "+survey.Quote(export)+survey.DidYouMean(export, r.headings.known()))
	}
	return column
}

func code(o survey.Option) string { return cmp.Or(o.Code, o.Name) }

// recognises makes the tables of what stands for an option: its code, its
// name where that is no other's code, and its labels where they are different.
func (f *field) recognises() {
	f.codes, f.labels = map[string]int{}, map[string]int{}
	for k, o := range f.question.Options {
		f.codes[code(o)] = k
	}
	for k, o := range f.question.Options {
		if _, taken := f.codes[o.Name]; !taken {
			f.codes[o.Name] = k
		}
		for _, words := range o.Label {
			if other, taken := f.labels[key(words)]; taken && other != k {
				f.labels[key(words)] = -1
				continue
			}
			f.labels[key(words)] = k
		}
	}
}

// option returns the option that s stands for, or -1.
func (f *field) option(s string) int {
	if k, ok := f.codes[s]; ok {
		return k
	}
	if k, ok := f.labels[key(s)]; ok {
		return k
	}
	return -1
}

// made returns the column of what was read so far.
func (f *field) made() *survey.Column {
	missing := f.missing
	if !slices.ContainsFunc(missing, func(m survey.Missing) bool { return m != survey.Present }) {
		missing = nil
	}
	var c *survey.Column
	switch v := f.question.Variable; v.Kind {
	case survey.KindSingle:
		c = survey.NewSingle(v, f.index, missing)
	case survey.KindMultiple:
		c = survey.NewMultiple(v, f.bits, missing)
	case survey.KindText:
		c = survey.NewText(v, f.texts, missing)
	default:
		c = survey.NewNumber(v, f.numbers, missing)
	}
	return c.From([][]int{f.columns})
}

// exclusive returns an option of row i that excludes others and was chosen
// with others, or -1.
func (f *field) exclusive(i int) int {
	if f.question.Kind != survey.KindMultiple || bits.OnesCount64(f.bits[i]) < 2 {
		return -1
	}
	for k, o := range f.question.Options {
		if o.Exclusive && f.bits[i]&(1<<k) != 0 {
			return k
		}
	}
	return -1
}
