package platform

import (
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// quoted folds the columns v_12, v_13 and on that EFS writes for the options of
// one question. Their names say no more than that they stand one after another.
// What speaks for it is that EFS numbers the answers of other questions from 1
// and writes 0 for nothing but "not quoted": columns that hold 0 and 1 only,
// both of them somewhere, whose absences stand in the same rows, since a
// question is asked whole.
func (d *draft) quoted() {
	var run []member
	before := 0
	flush := func() {
		if len(run) > 1 {
			first, last := run[0].code, run[len(run)-1].code
			if d.fold("v_"+first, "v_"+first+" – v_"+last, run) {
				d.guess("%s to %s are columns of 0 and 1 that were asked of the same people; two questions beside each other look the same: divide them in the mapping if they are", survey.Quote("v_"+first), survey.Quote("v_"+last))
			}
		}
		run = nil
	}
	for column := 1; column <= len(d.h.names); column++ {
		number, ok := strings.CutPrefix(d.named(column), "v_")
		n, err := strconv.Atoi(number)
		if d.done[column] || !ok || err != nil || !d.zerosAndOnes(column) {
			flush()
			continue
		}
		if len(run) > 0 && (n != before+1 || !d.absentAlike(run[0].column, column)) {
			flush()
		}
		run, before = append(run, member{column: column, code: number, label: "v_" + number}), n
	}
	flush()
}

// zerosAndOnes reports whether a column holds both 0 and 1 and, besides codes
// for absences, nothing else.
func (d *draft) zerosAndOnes(column int) bool {
	seen, fits := map[string]bool{}, true
	d.table.store(column).each(func(c sheet.Cell, _ int) bool {
		if s := clean(cellText(c)); !d.isMissingWord(s) {
			seen[s] = true
			fits = s == "0" || s == "1"
		}
		return fits
	})
	return fits && seen["0"] && seen["1"]
}

// absentAlike reports whether two columns have the same absences in the same
// rows.
func (d *draft) absentAlike(a, b int) bool {
	absent := func(column, i int) string {
		if s := clean(cellText(d.table.cell(i, column))); s == "" || d.isMissingWord(s) {
			return s + "."
		}
		return ""
	}
	for i := range d.table.rows {
		if absent(a, i) != absent(b, i) {
			return false
		}
	}
	return true
}
