package review

import (
	"strings"
	"time"

	"stikprove/survey/sheet"
)

// dateForms are the ways people write a day, the Danish before any other.
var dateForms = []string{"2006-01-02", "02-01-2006", "2-1-2006", "02.01.2006", "2.1.2006", "02/01/2006", "2/1/2006", "20060102"}

// date returns the day in a row's date column, as 2006-01-02, or "".
func (f *Filled) date(g *sheet.Grid, line int) string {
	at := f.columns[columnDate]
	if at == 0 {
		return ""
	}
	cell := g.Cell(line, at)
	text := strings.TrimSpace(cell.Text)
	if cell.Type == sheet.Date && len(text) >= len("2006-01-02") {
		text = text[:len("2006-01-02")]
	}
	if text == "" {
		return ""
	}
	for _, form := range dateForms {
		if day, err := time.Parse(form, text); err == nil && cell.Type != sheet.Number {
			return day.Format("2006-01-02")
		}
	}
	f.problem(line, columnDate, "want a day such as 2015-03-31, or nothing (what stands there is withheld)")
	return ""
}
