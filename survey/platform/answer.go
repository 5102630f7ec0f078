package platform

import (
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// chosenWords and notChosenWords are what stands in the column of an option
// that was chosen and of one that was not, besides 1 and 0.
var (
	chosenWords    = []string{"1", "true", "valgt", "selected", "chosen"}
	notChosenWords = []string{"0", "false", "ikke valgt", "not selected", "not chosen"}
)

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
	default:
		f.numbers = make([]float64, n)
	}
	for i, row := range r.rows {
		f.missing[i] = survey.NotAnswered
		switch {
		case !r.returned(i) && f.question.Role != survey.RoleID:
			f.missing[i] = survey.NotReturned
			r.leaveOut(f, i)
		case f.question.Kind == survey.KindMultiple:
			r.readMultiple(f, i)
		default:
			if c := r.grid.Cell(row, f.columns[0]); !blank(c) {
				r.readOne(f, i, c)
			}
		}
	}
	f.column = f.made()
}

// leaveOut notes a value of a row that did not come back.
func (r *reader) leaveOut(f *field, i int) {
	for _, column := range f.columns {
		c := r.grid.Cell(r.rows[i], column)
		if !blank(c) && !slices.Contains(notChosenWords, key(cellText(c))) {
			r.left[i] = true
		}
	}
}

// readOne fills row i from a cell that is not blank.
func (r *reader) readOne(f *field, i int, c sheet.Cell) {
	v := f.question.Variable
	wrong := ""
	switch v.Kind {
	case survey.KindSingle:
		k := -1
		if wrong = unreadable(c, "an option"); wrong == "" {
			k = f.option(clean(cellText(c)))
		}
		if k < 0 && wrong == "" {
			wrong = got(v, c) + ", want one of " + r.options(v)
		}
		f.index[i] = int16(k)
	case survey.KindText:
		f.texts[i], wrong = parseText(v, c)
	case survey.KindDate:
		f.numbers[i], wrong = parseDate(v, c)
	default:
		f.numbers[i], wrong = parseNumber(v, c)
	}
	if wrong != "" {
		r.wrong(f, i, f.columns[0], wrong)
		return
	}
	f.missing[i] = survey.Present
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
	var labels []string
	for _, o := range v.Options[:min(most, len(v.Options))] {
		labels = append(labels, o.Label.In(r.language))
	}
	list := survey.QuoteAll(labels)
	if more := len(v.Options) - most; more > 0 {
		list += " and " + thousands(more) + " more"
	}
	return list
}

// readMultiple fills row i of a question with several answers.
func (r *reader) readMultiple(f *field, i int) {
	row, v := r.rows[i], f.question.Variable
	if len(f.columns) == 1 && !strings.Contains(f.question.Export, "{code}") {
		c := r.grid.Cell(row, f.columns[0])
		if blank(c) {
			return
		}
		wrong := unreadable(c, "options")
		chosen, ok := f.several(clean(cellText(c)))
		if wrong == "" && !ok {
			wrong = got(v, c) + ", want some of " + r.options(v)
		}
		if wrong != "" {
			r.wrong(f, i, f.columns[0], wrong)
		} else if chosen != 0 {
			f.bits[i], f.missing[i] = chosen, survey.Present
		}
		return
	}
	zeros := false
	for k, column := range f.columns {
		c := r.grid.Cell(row, column)
		if blank(c) {
			continue
		}
		wrong, s := unreadable(c, "1 or 0"), c.Text
		if s != "0" && s != "1" {
			s = key(cellText(c))
		}
		switch {
		case wrong != "":
		case slices.Contains(chosenWords, s):
			f.bits[i] |= 1 << k
		case slices.Contains(notChosenWords, s):
			zeros = true
		case f.labels[s] == k && s != "" && f.option(s) == k: // the label itself
			f.bits[i] |= 1 << k
		default:
			wrong = got(v, c) + ", want 1 or 0"
		}
		if wrong != "" {
			r.wrong(f, i, column, wrong)
			zeros = false
		}
	}
	if f.bits[i] != 0 {
		f.missing[i] = survey.Present
	}
	f.zeros[i] = zeros && f.bits[i] == 0
}

// several returns the options named in one cell: codes with blanks between, or
// labels with semicolons. It reports false where one is not an option.
func (f *field) several(s string) (chosen uint64, ok bool) {
	parts := []string{s}
	switch {
	case f.option(s) >= 0:
	case strings.Contains(s, ";"):
		parts = strings.Split(s, ";")
	default:
		parts = strings.Fields(s)
	}
	for _, part := range parts {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		k := f.option(part)
		if k < 0 {
			return 0, false
		}
		chosen |= 1 << k
	}
	return chosen, true
}
