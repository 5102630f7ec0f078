package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// beyond reads a question from the column that holds its answers in one cell,
// and not from members, a column per option, where cells name options that
// have no column: a form that changed while it was out has columns of its last
// version only. It reports whether it did.
func (d *draft) beyond(joined int, members []member, label string) bool {
	codes := map[string]bool{}
	for _, m := range members {
		if strings.ContainsAny(m.code, " ,") {
			return false
		}
		codes[m.code] = true
	}
	fits, more := true, map[string]bool{}
	d.table.store(joined).each(func(c sheet.Cell, _ int) bool {
		s := clean(cellText(c))
		if d.isMissingWord(s) {
			return true
		}
		for _, name := range strings.Fields(s) {
			fits = fits && len(name) <= 40 && strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789_-.") == ""
			if !codes[name] {
				more[name] = true
			}
		}
		return fits
	})
	if !fits || len(more) == 0 || len(codes)+len(more) > mostMultiple {
		return false
	}
	v := MappedVariable{Name: d.nameOf(joined), Label: label, Kind: survey.KindMultiple.String(), Columns: []string{d.named(joined)}, Separator: " "}
	for _, m := range members {
		v.Options = append(v.Options, MappedOption{Code: m.code, Label: m.label})
		d.done[m.column] = true
		d.m.Ignored = append(d.m.Ignored, d.named(m.column))
	}
	for _, code := range sortedNumbers(more) {
		v.Options = append(v.Options, MappedOption{Code: code, Label: code})
	}
	nameOptions(v.Options)
	d.add(v)
	d.guess("%s: the cells name options that have no column, %s; the answers are read from the cells", survey.Quote(d.named(joined)), quoteAll(sortedNumbers(more)))
	return true
}
