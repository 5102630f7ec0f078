package review

import (
	"cmp"
	"fmt"
	"time"

	"stikprove/coding"
	"stikprove/survey/sheet"
)

// column names a column of the sheet with the rows.
type column string

// The columns.
const (
	columnID           column = "id"
	columnText         column = "text"
	columnSuggestion   column = "suggestion"
	columnSuggested    column = "suggested_combination"
	columnConfidence   column = "confidence"
	columnReason       column = "reason"
	columnA            column = "a"
	columnACombination column = "a_combination"
	columnB            column = "b"
	columnBCombination column = "b_combination"
	columnCategory     column = "category"
	columnCombination  column = "combination"
	columnAccept       column = "accept"
	columnComment      column = "comment"
	columnCoder        column = "coder"
	columnDate         column = "date"
	columnCheck        column = "check"
)

// columnsOf lists the columns of each kind of sheet.
var columnsOf = map[Kind][]column{
	Review: {columnID, columnText, columnSuggestion, columnSuggested, columnConfidence, columnReason, columnCategory,
		columnCombination, columnAccept, columnComment, columnCoder, columnDate, columnCheck},
	Blind: {columnID, columnText, columnCategory, columnCombination, columnComment, columnCoder, columnDate, columnCheck},
	Adjudication: {columnID, columnText, columnA, columnACombination, columnB, columnBCombination, columnCategory,
		columnCombination, columnComment, columnCoder, columnDate, columnCheck},
}

// looks says how each column looks.
var looks = map[column]sheet.FillColumn{
	columnID: {Width: 12}, columnText: {Width: 48, Wrap: true}, columnSuggestion: {Width: 20, Wrap: true},
	columnSuggested: {Width: 13}, columnConfidence: {Width: 11, Kind: sheet.FillRate}, columnReason: {Width: 44, Wrap: true},
	columnA: {Width: 20, Wrap: true}, columnACombination: {Width: 13}, columnB: {Width: 20, Wrap: true}, columnBCombination: {Width: 13},
	columnCategory: {Width: 22, Wrap: true, Kind: sheet.FillPick}, columnCombination: {Width: 13, Kind: sheet.FillPick},
	columnAccept: {Width: 11, Kind: sheet.FillPick}, columnComment: {Width: 30, Wrap: true, Kind: sheet.FillText},
	columnCoder: {Width: 12, Kind: sheet.FillText}, columnDate: {Width: 12, Kind: sheet.FillDate}, columnCheck: {Hidden: true},
}

// machine is the hidden sheet that says what a workbook is.
const machine = "stikprove"

// format is the first line of that sheet: what it is and in which version.
const format = "stikprove review 1"

// Write writes the sheet as a workbook; the same sheet gives the same bytes.
func (s *Sheet) Write(path string) error {
	w := in(s.Language)
	return sheet.WriteFillIn(path, sheet.Properties{Title: w.title, Subject: s.Study, Language: s.Language},
		s.guide(w), s.rows(w), s.codeList(w), s.machine(w))
}

// guide is the first sheet: the instructions, and what the workbook was made of.
func (s *Sheet) guide(w words) sheet.FillIn {
	f := sheet.FillIn{Plain: true, Columns: []sheet.FillColumn{{Width: 18}, {Width: 90, Wrap: true}}}
	f.Name = w.guide
	f.Rows = append(f.Rows, []any{w.title + ": " + s.Study})
	values := []string{s.Study, s.Wave, s.Variable, s.Scheme, s.Version, s.Hash, fmt.Sprint(len(s.Cases)), s.Seed, s.Coders}
	for i, value := range values {
		if value != "" {
			f.Rows = append(f.Rows, []any{w.facts[i], value})
		}
	}
	f.Rows = append(f.Rows, nil)
	for i, paragraph := range w.guides[s.Kind] {
		f.Rows = append(f.Rows, []any{fmt.Sprintf("%d.", i+1), paragraph})
	}
	return f
}

// rows is the sheet to be filled in.
func (s *Sheet) rows(w words) sheet.FillIn {
	f := sheet.FillIn{}
	f.Name = w.sheets[s.Kind]
	var head []any
	for _, c := range columnsOf[s.Kind] {
		look := looks[c]
		switch c {
		case columnCategory:
			look.From = sheet.RangeOf(w.codes, 2, 2, 1+len(s.Codes))
		case columnCombination:
			look.From = sheet.RangeOf(w.codes, 4, 2, 3)
		case columnAccept:
			look.From = sheet.RangeOf(w.codes, 4, 2, 2)
		}
		if look.From != "" {
			look.Error = w.pick
		}
		f.Columns = append(f.Columns, look)
		head = append(head, w.headings[c])
	}
	f.Rows = append(f.Rows, head)
	for _, c := range s.Cases {
		var row []any
		for _, k := range columnsOf[s.Kind] {
			row = append(row, s.cell(w, c, k))
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// cell returns what stands in one column of a case's row.
func (s *Sheet) cell(w words, c Case, k column) any {
	switch k {
	case columnID:
		return c.ID
	case columnText:
		return shown(c.Text)
	case columnSuggestion:
		return s.label(cmp.Or(c.Coding.Category, coding.Uncoded))
	case columnSuggested:
		return w.answer(&c.Coding.Combination)
	case columnConfidence:
		return float64(int(c.Coding.Confidence*100+0.5)) / 100
	case columnReason:
		return c.Coding.Reason.In(s.Language)
	case columnA:
		return orNil(s.label(c.A.Category))
	case columnACombination:
		return orNil(w.answer(c.A.Combination))
	case columnB:
		return orNil(s.label(c.B.Category))
	case columnBCombination:
		return orNil(w.answer(c.B.Combination))
	case columnCheck:
		if s.Kind != Review {
			return s.check(c.ID, shown(c.Text), "", "")
		}
		return s.check(c.ID, shown(c.Text), s.label(cmp.Or(c.Coding.Category, coding.Uncoded)), w.answer(&c.Coding.Combination))
	}
	return s.filled(w, c, k)
}

// filled returns what stands filled in from the start: what is decided, or what
// both coders agree on.
func (s *Sheet) filled(w words, c Case, k column) any {
	if s.Kind == Adjudication && c.agreed() == 1 {
		switch k {
		case columnCategory:
			return orNil(s.label(c.A.Category))
		case columnCombination:
			return orNil(w.answer(c.A.Combination))
		}
	}
	if s.Kind != Review || c.Decision == nil || stale(*c.Decision, c.Text) {
		return nil
	}
	switch k {
	case columnCategory:
		return orNil(s.label(c.Decision.Category))
	case columnCombination:
		return orNil(w.answer(c.Decision.Combination))
	case columnComment:
		return orNil(c.Decision.Reason)
	case columnCoder:
		return orNil(c.Decision.Coder)
	case columnDate:
		if day, err := time.Parse("2006-01-02", c.Decision.Date); err == nil {
			return day
		}
		return orNil(c.Decision.Date)
	}
	return nil
}

// label returns what a code is called on the sheet.
func (s *Sheet) label(name string) string {
	for _, c := range s.Codes {
		if c.Name == name {
			return c.Label.In(s.Language)
		}
	}
	return name
}

func (w words) answer(yes *bool) string {
	switch {
	case yes == nil:
		return ""
	case *yes:
		return w.yes
	}
	return w.no
}

// orNil makes an empty text an empty cell.
func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// codeList is the sheet of codes that the drop-downs take theirs from.
func (s *Sheet) codeList(w words) sheet.FillIn {
	f := sheet.FillIn{Columns: []sheet.FillColumn{{Width: 16}, {Width: 50, Wrap: true}, {Width: 4}, {Width: 10}}}
	f.Name = w.codes
	f.Rows = [][]any{{w.code, w.label, nil, nil}}
	answers := []any{w.yes, w.no}
	for i, c := range s.Codes {
		row := []any{c.Name, c.Label.In(s.Language), nil, nil}
		if i < len(answers) {
			row[3] = answers[i]
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// machine is the sheet that says what the workbook is, to be read back.
func (s *Sheet) machine(w words) sheet.FillIn {
	f := sheet.FillIn{Hidden: true}
	f.Name = machine
	f.Rows = [][]any{{format}}
	for _, kv := range s.values() {
		f.Rows = append(f.Rows, []any{"header", kv[0], kv[1]})
	}
	for _, c := range s.Codes {
		f.Rows = append(f.Rows, []any{"code", c.Name, c.Label["da"], c.Label["en"], c.Label[""]})
	}
	for _, c := range s.Cases {
		f.Rows = append(f.Rows, []any{"row", c.ID, s.cell(w, c, columnCheck)})
	}
	return f
}

// values lists the header for the machine.
func (h Header) values() [][2]string {
	return [][2]string{
		{"kind", string(h.Kind)}, {"study", h.Study}, {"wave", h.Wave}, {"variable", h.Variable}, {"scheme", h.Scheme},
		{"version", h.Version}, {"hash", h.Hash}, {"language", h.Language}, {"seed", h.Seed}, {"coders", h.Coders},
	}
}
