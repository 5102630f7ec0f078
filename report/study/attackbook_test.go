package study

import (
	"fmt"
	"html"
	"path"
	"regexp"
	"strconv"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

var (
	bookCell   = regexp.MustCompile(`(?s)<c r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)`)
	bookText   = regexp.MustCompile(`(?s)<(?:si|is)>(.*?)</(?:si|is)>`)
	bookValue  = regexp.MustCompile(`<v>([^<]*)</v>`)
	bookSheet  = regexp.MustCompile(`<sheet [^>]*name="([^"]*)"`)
	chartRange = regexp.MustCompile(`(?s)<(?:c:)?f>([^<]*)</(?:c:)?f>\s*<(?:c:)?(?:num|str)Cache>(.*?)</(?:c:)?(?:num|str)Cache>`)
	chartList  = regexp.MustCompile(`(?s)<c:(tx|cat|val)>(.*?)</c:(?:tx|cat|val)>`)
	chartPoint = regexp.MustCompile(`(?s)<(?:c:)?pt idx="(\d+)"[^>]*>\s*<(?:c:)?v>([^<]*)<`)
	bookRange  = regexp.MustCompile(`^'?([^'!]*)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$`)
)

// sheetCells are the cells of a sheet by row and column, from 1.
type sheetCells map[[2]int]string

// cellsOf reads a sheet's XML.
func cellsOf(part string, strs []string) sheetCells {
	out := sheetCells{}
	for _, m := range bookCell.FindAllStringSubmatch(part, -1) {
		row, _ := strconv.Atoi(m[2])
		at := [2]int{row, lettersOf(m[1])}
		switch v := bookValue.FindStringSubmatch(m[4]); {
		case strings.Contains(m[3], `t="s"`) && v != nil:
			if i, _ := strconv.Atoi(v[1]); i < len(strs) {
				out[at] = strs[i]
			}
		case bookText.MatchString(m[4]):
			out[at] = plainText(m[4])
		case v != nil:
			out[at] = v[1]
		}
	}
	return out
}

func plainText(s string) string { return html.UnescapeString(markup.ReplaceAllString(s, "")) }

// stringsOf reads the texts that the sheets of a workbook share.
func stringsOf(part string) []string {
	var out []string
	for _, m := range bookText.FindAllStringSubmatch(part, -1) {
		out = append(out, plainText(m[1]))
	}
	return out
}

// lettersOf returns the number of a column.
func lettersOf(s string) int {
	n := 0
	for _, c := range s {
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// readBook reads tables.xlsx: the cells of each sheet, the charts' own copies of
// them, what is said in place of charts, and the sheet of numbers in the text.
func (a *attacker) readBook(of reading) {
	const book = "tables.xlsx/xl/"
	strs := stringsOf(of.parts[book+"sharedStrings.xml"])
	sheets := map[string]sheetCells{}
	for i, m := range bookSheet.FindAllStringSubmatch(of.parts[book+"workbook.xml"], -1) {
		name := html.UnescapeString(m[1])
		sheets[name] = cellsOf(of.parts[fmt.Sprintf("%sworksheets/sheet%d.xml", book, i+1)], strs)
		if _, id, ok := strings.Cut(name, " "); ok && tableOf(of.doc, id) != nil {
			a.readSheet(of, tableOf(of.doc, id), sheets[name])
			continue
		}
		for at, tag := range sheets[name] { // numbers in the text, by what they are looked up by
			if at[1] == 5 && strings.Count(tag, "/") >= 2 {
				a.tellTag(of, tag, sheets[name][[2]int{at[0], 1}], "tables.xlsx, "+name)
				a.tellTag(of, tag, sheets[name][[2]int{at[0], 4}], "tables.xlsx, "+name)
			}
		}
	}
	for _, name := range sortedKeys(of.parts) {
		part := of.parts[name]
		switch {
		case strings.HasPrefix(name, book+"drawings/"):
			a.speak(of, part, "tables.xlsx, alternative text")
		case strings.HasPrefix(name, book+"charts/"):
			for _, m := range chartRange.FindAllStringSubmatch(part, -1) {
				ref := bookRange.FindStringSubmatch(html.UnescapeString(m[1]))
				if ref == nil {
					continue
				}
				cells := sheetCells{}
				for at, words := range sheets[ref[1]] { // labels stay, numbers are the chart's
					if _, err := strconv.ParseFloat(words, 64); err != nil || at[1] == 1 {
						cells[at] = words
					}
				}
				row, _ := strconv.Atoi(ref[3])
				for _, p := range chartPoint.FindAllStringSubmatch(m[2], -1) {
					i, _ := strconv.Atoi(p[1])
					at := [2]int{row + i, lettersOf(ref[2])}
					if ref[5] == ref[3] {
						at = [2]int{row, lettersOf(ref[2]) + i}
					}
					cells[at] = p[2]
				}
				if _, id, ok := strings.Cut(ref[1], " "); ok && tableOf(of.doc, id) != nil {
					a.readSheet(of, tableOf(of.doc, id), cells)
				}
			}
		}
	}
}

// readSheet reads the numbers of a table's sheet, by its headings.
func (a *attacker) readSheet(of reading, t *report.Table, cells sheetCells) {
	head := 0
	for row := 1; row < 20 && head == 0; row++ {
		if cells[[2]int{row, 1}] == t.Stub {
			head = row
		}
	}
	row := head
	for _, line := range t.Rows {
		row++
		if head == 0 || cells[[2]int{row, 1}] != line.Label {
			return
		}
		column := 1
		for k := range line.Cells {
			h := t.Heads[k]
			column++
			if h.Measure == report.MeasureInterval || h.Measure == report.MeasureSpread {
				column++
				continue
			}
			words := cells[[2]int{row, column}]
			x, err := strconv.ParseFloat(words, 64)
			c := line.Cells[k]
			if err != nil || line.Row < 0 && c.Measure != report.MeasureBase && c.Measure != report.MeasureCount {
				continue
			}
			where := "tables.xlsx, " + t.ID
			r := line.Row
			switch c.Measure {
			case report.MeasureCount, report.MeasureBase:
				if t.ID != "gap-excess" && (r < 0 || c.Measure == report.MeasureCount || t.Of.Percent == crosstab.OfRow) {
					a.is(a.count(of.wave, t.Of, r, h.Column), x, where)
				}
			case report.MeasureShare:
				a.share(of, t.Of, r, h.Column, x-1e-9, x+1e-9, where)
			case report.MeasureMean:
				if n := a.count(of.wave, t.Of, -1, h.Column); a.low[n] == a.high[n] {
					a.is(a.total(of.wave, t.Of, r, h.Column), x*a.low[n], where)
				}
			case report.MeasureTotal:
				a.is(a.total(of.wave, t.Of, r, h.Column), x, where)
			}
		}
	}
}

// readChart reads a chart of the Word file, or the sheet of the workbook in it:
// labels down and across, with the shares that are printed.
func (a *attacker) readChart(of reading, figure, name, part string) {
	var t *report.Table
	for _, f := range of.doc.Figures {
		if f.ID == figure {
			t = f.Table
		}
	}
	if t == nil {
		return
	}
	at := labelled(t)
	tell := func(row, column, words string, only bool) {
		row, _, _ = strings.Cut(row, " (n")
		column, _, _ = strings.Cut(column, " (n")
		x, err := strconv.ParseFloat(words, 64)
		id, known := at[row+", "+column]
		if !known && only {
			id, known = at[row]
		}
		if err == nil && known {
			a.tell(of, id, report.MeasureShare, strings.Replace(strconv.FormatFloat(100*x, 'g', 8, 64), ".", ",", 1), name)
		}
	}
	if strings.Contains(name, "/charts/") {
		for _, series := range strings.Split(part, "<c:ser>")[1:] {
			lists := map[string][]string{}
			for _, m := range chartList.FindAllStringSubmatch(series, -1) {
				var list []string
				for _, p := range chartPoint.FindAllStringSubmatch(m[2], -1) {
					for i, _ := strconv.Atoi(p[1]); len(list) <= i; {
						list = append(list, "")
					}
					list[len(list)-1] = html.UnescapeString(p[2])
				}
				lists[m[1]] = list
			}
			for i := range min(len(lists["cat"]), len(lists["val"])) {
				tell(lists["cat"][i], strings.Join(lists["tx"], ""), lists["val"][i], true)
			}
		}
		return
	}
	if path.Base(name) != "sheet1.xml" {
		return
	}
	cells := cellsOf(part, stringsOf(of.parts[strings.TrimSuffix(name, "worksheets/sheet1.xml")+"sharedStrings.xml"]))
	for where, words := range cells {
		if where[0] > 1 && where[1] > 1 {
			tell(cells[[2]int{where[0], 1}], cells[[2]int{1, where[1]}], words, where[1] == 2)
		}
	}
}
