package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// saySheets says which sheets with something in them are not read, where the
// first was taken for want of a better reason.
func (d *draft) saySheets() {
	var names []string
	for _, name := range d.others {
		head, err := readHead(d.page.workbook, name, 1)
		if err == nil && len(head) > 0 && !isRepeat(head) {
			names = append(names, survey.Quote(name))
		}
	}
	if len(names) > 0 {
		d.guess("sheet %s is read, being the first; not read: %s", survey.Quote(d.Sheet), strings.Join(names, ", "))
	}
}

// isRepeat reports whether a sheet that begins so holds what was repeated for
// the respondents of another, as ODK's do.
func isRepeat(head []headRow) bool {
	return (&page{rows: head}).column("_parent_index", "_parent_table_name", "PARENT_KEY") >= 0
}

// uses marks a file as one that describes the answers.
func (l *Layout) uses(w *sheet.Workbook) {
	if l.used == nil {
		l.used = map[*sheet.Workbook]bool{}
	}
	l.used[w] = true
}

// refuseFiles reports the files that were given with the answers and describe
// nothing: what is in them would be lost in silence.
func (d *draft) refuseFiles() {
	for _, w := range d.beside {
		if !d.used[w] {
			d.faults.Add("", survey.Problem{File: w.File(), Message: "the file does not describe the answers in " + d.page.workbook.File() + "; read it by itself, or name it first if it holds the answers"})
		}
	}
}
