package platform

import (
	"fmt"
	"math/bits"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// noteRows notes the rows that are not like others.
func (r *reader) noteRows() {
	if words := Untested(r.mapping.Platform); words != "" {
		r.note(words)
	}
	if r.table.hidden > 0 {
		r.note("rows that Excel does not show are read like the others: " + thousands(r.table.hidden))
	}
	if n := len(r.left); n > 0 {
		r.note("rows with answers and a status that says they were not returned, left out: " + thousands(n))
	}
	if r.status == nil && len(r.fields) > 0 {
		silent := 0
		for _, wrote := range r.wrote {
			silent += 1 - boolToInt(wrote)
		}
		if silent > 0 {
			r.note("rows without an answer, taken for not returned: " + thousands(silent))
		}
	}
	if r.given && r.mapping.Platform == surveyXact {
		return // the study's own account of who answered says it
	}
	counts := make([]int, len(statuses))
	for _, k := range r.status {
		if k >= 0 {
			counts[k]++
		}
	}
	for _, k := range []int{partial, preview, test} {
		if counts[k] > 0 {
			r.note(fmt.Sprintf("rows whose status is %s, kept and marked: %s", statuses[k].Name, thousands(counts[k])))
		}
	}
	r.noteTables()
}

// noteTables notes rows below a gap that look like the headings of another
// table.
func (r *reader) noteTables() {
	for _, i := range r.table.gaps {
		if i == 0 || i+1 >= len(r.rows) {
			continue
		}
		words, numbers := 0, false
		for column := 1; column <= len(r.table.columns) && words >= 0; column++ {
			c := r.table.cell(i, column)
			if blank(c) {
				continue
			}
			if _, number := plainNumber(clean(c.Text)); c.Type != sheet.Text || number {
				words = -1
				break
			}
			words++
			_, number := plainNumber(clean(cellText(r.table.cell(i+1, column))))
			numbers = numbers || number
		}
		if words > 1 && numbers {
			r.notes = append(r.notes, r.at(r.rows[i], 0, "", "the row stands below rows of nothing and looks like the headings of another table; it is read like the others"))
		}
	}
}

// noteOthers notes texts that were written at an option that was not chosen,
// and the reverse.
func (r *reader) noteOthers() {
	if r.given {
		return
	}
	for _, f := range r.fields {
		if f.mapped == nil || f.mapped.OtherOf == "" || f.mapped.OtherOption == "" || f.remainder {
			continue
		}
		of := r.named(f.mapped.OtherOf)
		if of == nil {
			continue
		}
		k := of.question.Option(f.mapped.OtherOption)
		if k < 0 {
			continue
		}
		without, silent := 0, 0
		for i := range r.rows {
			chosen := of.missing[i] == survey.Present && (of.question.Kind == survey.KindMultiple && of.bits[i]&(1<<k) != 0 || of.question.Kind == survey.KindSingle && of.index[i] == int16(k))
			written := f.missing[i] == survey.Present
			switch {
			case written && !chosen:
				without++
			case chosen && !written:
				silent++
			}
		}
		if without > 0 {
			r.notes = append(r.notes, r.at(0, f.columns[0], f.question.Name, "texts at an option that was not chosen: "+thousands(without)))
		}
		if silent > 0 {
			r.notes = append(r.notes, r.at(0, f.columns[0], f.question.Name, "the option was chosen and no text written: "+thousands(silent)))
		}
	}
}

// noteAlone notes options that say there is nothing to choose, such as "none of
// these" and "don't know", and were chosen with others.
func (r *reader) noteAlone() {
	if r.given {
		return
	}
	for _, f := range r.fields {
		for k, o := range f.question.Options {
			if f.question.Kind != survey.KindMultiple || o.Meaning == survey.Substantive {
				continue
			}
			n := 0
			for _, chosen := range f.bits {
				if chosen&(1<<k) != 0 && bits.OnesCount64(chosen) > 1 {
					n++
				}
			}
			if n > 0 {
				r.notes = append(r.notes, r.at(0, f.columns[0], f.question.Name, survey.Quote(o.Label.In(""))+" was chosen with other options: "+thousands(n)))
			}
		}
	}
}

// named returns the field of a question outside rosters, or nil.
func (r *reader) named(name string) *field {
	for _, f := range r.fields {
		if f.question.Name == name && f.question.Roster == "" {
			return f
		}
	}
	return nil
}

// noteRequired notes required questions that were left blank by respondents who
// completed, with the first of the cells.
func (r *reader) noteRequired() {
	if !r.given {
		return
	}
	const most = 5
	for _, f := range r.fields {
		if !f.question.Required || f.lacking {
			continue
		}
		var cells []survey.Problem
		for i, row := range r.rows {
			if f.missing[i] == survey.NotAnswered && !f.wrong[i] && (r.status == nil || r.status[i] == completed) {
				cells = append(cells, r.at(row, f.columns[0], "", ""))
			}
		}
		if len(cells) > 0 {
			where := strings.TrimPrefix(survey.Addresses(cells, most), r.at(0, 0, "", "").String())
			r.notes = append(r.notes, r.at(0, 0, f.question.Name, "required and left blank in "+thousands(len(cells))+" completed responses: "+strings.TrimLeft(where, "!: ")))
		}
	}
}
