package platform

import (
	"math"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// value is what a cell comes to as an answer.
type value struct {
	index   int16
	bits    uint64
	number  float64
	text    string
	missing survey.Missing
	wrong   string
}

// read fills f from every row.
func (r *reader) read(f *field) {
	n := len(r.rows)
	f.missing = make([]survey.Missing, n)
	switch f.question.Kind {
	case survey.KindSingle:
		f.index = slices.Repeat([]int16{-1}, n)
	case survey.KindMultiple:
		f.bits, f.zeros = make([]uint64, n), make([]bool, n)
	case survey.KindText:
		f.texts = make([]string, n)
	case survey.KindInteger, survey.KindDecimal:
		// readNumbers may have them already
	default:
		f.numbers = make([]float64, n)
	}
	for i := range r.rows {
		f.missing[i] = survey.NotAnswered
		if !r.returned(i) && f.question.Role != survey.RoleID && !f.metadata {
			f.missing[i] = survey.NotReturned
			r.leaveOut(f, i)
		}
	}
	switch {
	case f.lacking:
	case f.question.Kind == survey.KindMultiple && !f.inCell:
		r.readOptions(f)
	default:
		r.readCells(f)
	}
	if f.isNumber() && f.numbers == nil {
		f.numbers = make([]float64, n)
	}
	f.column = f.made()
}

// leaveOut notes a value of a row that did not come back.
func (r *reader) leaveOut(f *field, i int) {
	for _, column := range f.columns {
		c := r.table.cell(i, column)
		if !blank(c) && !isNotChosen(key(cellText(c))) {
			r.lock.Lock()
			r.left[i] = true
			r.lock.Unlock()
		}
	}
}

// readCells fills f, whose answers stand in one cell each.
func (r *reader) readCells(f *field) {
	s := r.table.store(f.columns[0])
	if s != nil && s.form == formNumbers && f.isNumber() && !f.remainder {
		r.readNumbers(f, s)
		return
	}
	if f.isNumber() {
		f.numbers = make([]float64, len(r.rows))
	}
	if s == nil || s.form != formCodes {
		for i := range r.rows {
			v := r.evaluate(f, s.cell(i))
			r.take(f, i, &v)
		}
		return
	}
	values := make([]value, len(s.dict.cells))
	for code, c := range s.dict.cells {
		values[code] = r.evaluate(f, c)
	}
	for i, code := range s.codes {
		r.take(f, i, &values[code])
	}
}

// take makes v the answer of row i, unless the row did not come back.
func (r *reader) take(f *field, i int, v *value) {
	switch {
	case f.missing[i] == survey.NotReturned:
		return
	case v.wrong != "":
		r.wrong(f, i, f.columns[0], v.wrong)
		if f.question.Kind == survey.KindText && !f.remainder {
			c := r.table.cell(i, f.columns[0])
			f.missing[i], f.texts[i] = survey.Present, clean(cellText(c)) // something was written
		}
		return
	}
	if f.missing[i] = v.missing; v.missing != survey.Present {
		return
	}
	switch f.question.Kind {
	case survey.KindSingle:
		f.index[i] = v.index
	case survey.KindMultiple:
		f.bits[i] = v.bits
	case survey.KindText:
		f.texts[i] = v.text
	default:
		f.numbers[i] = v.number
	}
}

// evaluate returns what a cell of f comes to.
func (r *reader) evaluate(f *field, c sheet.Cell) value {
	if blank(c) {
		return value{missing: survey.NotAnswered}
	}
	v := &f.question.Variable
	if f.isNumber() && !f.remainder {
		return f.evaluateNumber(c)
	}
	s := clean(cellText(c))
	if m, ok := f.missingCode(s); ok {
		return value{missing: m}
	}
	var got value
	switch {
	case f.remainder:
		return r.remainder(f, c, s)
	case v.Kind == survey.KindSingle:
		return r.evaluateSingle(f, c, s)
	case v.Kind == survey.KindMultiple:
		return r.evaluateSeveral(f, c, s)
	case v.Kind == survey.KindText && f.mapped != nil && f.mapped.Role == roleTime:
		got.text, got.wrong = parseMoment(c, f.order)
	case v.Kind == survey.KindText:
		got.text, got.wrong = parseText(c)
	default:
		got.number, got.wrong = parseDate(*v, c, f.order)
	}
	return got
}

// evaluateNumber is evaluate for a number. What the cell of one means it means
// by its value, so that millions of them are never written as text.
func (f *field) evaluateNumber(c sheet.Cell) value {
	m, absent := survey.Present, false
	if c.Type == sheet.Number {
		m, absent = f.absentNumbers[math.Float64bits(c.Number)]
	} else {
		m, absent = f.missingCode(clean(cellText(c)))
	}
	if absent {
		return value{missing: m}
	}
	n, wrong := parseNumber(f.question.Variable, c, f.comma)
	return value{number: n, wrong: wrong}
}

func (r *reader) evaluateSingle(f *field, c sheet.Cell, s string) value {
	wrong := unreadable(c, "an option")
	if wrong != "" {
		return value{wrong: wrong}
	}
	k := f.option(s)
	if k < 0 {
		k = f.open
	}
	if k < 0 {
		return value{wrong: got(f.question.Variable, c) + ", want one of " + r.options(f.question.Variable)}
	}
	return value{index: int16(k)}
}

func (r *reader) evaluateSeveral(f *field, c sheet.Cell, s string) value {
	if wrong := unreadable(c, "options"); wrong != "" {
		return value{wrong: wrong}
	}
	chosen, rest := f.several(s)
	switch {
	case len(rest) > 0 && f.open >= 0:
		chosen |= 1 << f.open
	case len(rest) > 0:
		return value{wrong: got(f.question.Variable, c) + ", want some of " + r.options(f.question.Variable)}
	}
	if chosen == 0 {
		return value{missing: survey.NotAnswered}
	}
	return value{bits: chosen}
}

// remainder returns the words of a cell that name no option of the question
// whose "other" f is.
func (r *reader) remainder(f *field, c sheet.Cell, s string) value {
	if unreadable(c, "") != "" {
		return value{missing: survey.NotAnswered} // a problem of the question
	}
	if f.parent.question.Kind == survey.KindSingle {
		if f.parent.option(s) >= 0 {
			return value{missing: survey.NotAnswered}
		}
		return value{text: s}
	}
	_, rest := f.parent.several(s)
	if len(rest) == 0 {
		return value{missing: survey.NotAnswered}
	}
	return value{text: strings.Join(rest, f.mark+f.parent.mark)}
}

// wrong keeps a problem of f's cell in row i, so that questions routed by it
// are not judged.
func (r *reader) wrong(f *field, i, column int, message string) {
	r.problem(r.rows[i], column, f.question.Name, message)
	if f.wrong == nil {
		f.wrong = map[int]bool{}
	}
	f.wrong[i] = true
}

// options lists the labels of v's options, as many as fit a line.
func (r *reader) options(v survey.Variable) string {
	const most = 12
	var quoted []string
	for _, o := range v.Options[:min(most, len(v.Options))] {
		quoted = append(quoted, survey.Quote(o.Label.In(r.language)))
	}
	list := strings.Join(quoted, ", ")
	if more := len(v.Options) - most; more > 0 {
		list += " and " + thousands(more) + " more"
	}
	return list
}

// readOptions fills f, which has a column per option.
func (r *reader) readOptions(f *field) {
	absent := make([]survey.Missing, len(r.rows))
	troubled := map[int]bool{}
	for k, column := range f.columns {
		s := r.table.store(column)
		choice := remembered(s, func(i int) choice { return f.choice(k, s.cell(i)) })
		for i := range r.rows {
			if f.missing[i] == survey.NotReturned {
				continue
			}
			switch c := choice(i); {
			case c.wrong != "":
				r.wrong(f, i, column, c.wrong)
				troubled[i] = true
			case c.chosen:
				f.bits[i] |= 1 << k
			case c.zero:
				f.zeros[i] = true
			case c.missing == survey.NotAsked, c.missing == survey.NotReturned:
				absent[i] = c.missing
			}
		}
	}
	for i := range r.rows {
		switch {
		case f.missing[i] == survey.NotReturned:
		case f.bits[i] != 0:
			f.missing[i], f.zeros[i] = survey.Present, false
		case troubled[i]:
			f.zeros[i] = false
		case !f.zeros[i] && absent[i] != survey.Present:
			f.missing[i] = absent[i]
		}
	}
}

// choice is what the cell of an option comes to; the zero choice is a blank.
type choice struct {
	chosen, zero bool
	missing      survey.Missing
	wrong        string
}

// choice returns what a cell in the column of option k comes to.
func (f *field) choice(k int, c sheet.Cell) choice {
	if blank(c) {
		return choice{}
	}
	if wrong := unreadable(c, "1 or 0"); wrong != "" {
		return choice{wrong: wrong}
	}
	if m, ok := f.missingCode(clean(cellText(c))); ok {
		return choice{missing: m}
	}
	s := key(cellText(c))
	switch {
	case f.chosen != nil && f.chosen[k] != "":
		if s == f.chosen[k] {
			return choice{chosen: true}
		}
	case s == "1", f.anyText != nil && f.anyText[k] && !isNotChosen(s):
		return choice{chosen: true}
	}
	switch {
	case isNotChosen(s):
		return choice{zero: true}
	case isChosen(s), f.labels[s] == k && f.option(s) == k:
		return choice{chosen: true}
	}
	return choice{wrong: got(f.question.Variable, c) + ", want 1 or 0"}
}
