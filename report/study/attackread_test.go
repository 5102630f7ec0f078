package study

import (
	"encoding/json"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
)

// tell takes what stands in a cell, or beside its name, for what it is: a count,
// a share of units, a count of a base. Where says in which output.
func (a *attacker) tell(of reading, at cellID, measure, words, where string) {
	t := tableOf(of.doc, at.table)
	if t == nil {
		return
	}
	r, c := -1, -1
	for i, row := range t.Of.Rows {
		if row.ID == at.row {
			r = i
		}
	}
	for i, column := range t.Of.Columns {
		if column.ID == at.column && column.Kind != crosstab.Reference {
			c = i
		}
	}
	if c < 0 || r < 0 && at.row != "" {
		return
	}
	words = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(html.UnescapeString(words))
	k := a.count(of.wave, t.Of, r, c)
	if t.ID == "gap-excess" && measure == report.MeasureCount {
		return // no count, but a difference that is rounded
	}
	if m := countOf.FindStringSubmatch(words); m != nil {
		a.is(k, danish(m[1]), where)
		return
	}
	m := danishNumber.FindString(words)
	if m == "" {
		return
	}
	switch measure {
	case report.MeasureCount, report.MeasureBase:
		a.is(k, danish(m), where)
	case report.MeasureShare:
		x := danish(m)
		decimals := 0
		if _, after, ok := strings.Cut(m, ","); ok {
			decimals = len(after)
		}
		half := 0.5 / math.Pow10(decimals)
		a.share(of, t.Of, r, c, (x-half)/100, (x+half)/100, where)
	}
}

var (
	danishNumber = regexp.MustCompile(`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`)
	countOf      = regexp.MustCompile(`(\d[\d.]*) (?:af|of) \d`)
)

// danish reads a Danish number.
func danish(s string) float64 {
	x, _ := strconv.ParseFloat(strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), 64)
	return x
}

// is takes a count, or a total, for known.
func (a *attacker) is(k int, x float64, where string) {
	a.numbers++
	a.where[k] = append(a.where[k], where)
	a.bound(k, x, x)
}

// share keeps a share, whose base may be found later. Of weighted units it says
// nothing of the count.
func (a *attacker) share(of reading, t *crosstab.Table, r, c int, low, high float64, where string) {
	a.numbers++
	base := a.count(of.wave, t, -1, c)
	all := len(t.Columns) - 1
	for ; all > 0 && t.Columns[all].Kind != crosstab.All; all-- {
	}
	switch t.Percent {
	case crosstab.OfRow:
		base = a.count(of.wave, t, r, all)
	case crosstab.OfTotal:
		base = a.count(of.wave, t, -1, all)
	}
	if a.weighted[of.wave+"/"+t.Sample] || t.Comparison != nil && a.weighted[t.Comparison.Waves[c].Name+"/"+t.Sample] {
		return
	}
	if t.ID == "gap-excess" {
		a.excess = append(a.excess, toldShare{a.count(of.wave, t, r, c), base, low, high, where})
		return
	}
	a.shares = append(a.shares, toldShare{a.count(of.wave, t, r, c), base, low, high, where})
}

func tableOf(d *report.Document, id string) *report.Table {
	for _, t := range d.Tables {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// read takes the numbers out of every file of a report.
func (a *attacker) read(of reading) {
	a.readJSON(of)
	a.readPage(of)
	a.readWord(of)
	a.readBook(of)
	a.readPictures(of)
	for _, m := range changedTo.FindAllStringSubmatch(of.parts["changes"], -1) {
		a.tellTag(of, m[1], m[2], "changes")
	}
}

var changedTo = regexp.MustCompile(`(\S+/\S+): "[^"]*" -> "([^"]*)"`)

// tellTag takes words for the number that a tag names.
func (a *attacker) tellTag(of reading, tag, words, where string) {
	names := strings.Split(html.UnescapeString(strings.TrimPrefix(tag, "cell:")), "/")
	if len(names) < 3 {
		return
	}
	at := cellID{names[0], names[1], crosstab.AllID}
	if len(names) == 4 {
		at.column = names[2]
	}
	if names[1] == "base" {
		at.row = ""
	}
	a.tell(of, at, names[len(names)-1], words, where)
}

func (a *attacker) readJSON(of reading) {
	var file struct {
		Tables []struct {
			ID      string
			Base    map[string]any // n is not N
			Cells   [][]map[string]any
			Changes []struct {
				Row        string
				Difference *float64
			}
		}
	}
	if json.Unmarshal([]byte(of.parts["tables.json"]), &file) != nil {
		return
	}
	for _, t := range file.Tables {
		printed := tableOf(of.doc, t.ID)
		for c, column := range printed.Of.Columns {
			if n, ok := t.Base["n"].(float64); ok && column.Kind == crosstab.All && !printed.Of.OfAnswers && printed.Of.Comparison == nil && printed.Of.RowSections == nil {
				a.is(a.count(of.wave, printed.Of, -1, c), n, "tables.json")
			}
		}
		for r, row := range t.Cells {
			for c, cell := range row {
				if printed.Of.Columns[c].Kind == crosstab.Reference {
					continue
				}
				k := a.count(of.wave, printed.Of, r, c)
				n, counted := cell["n"].(float64)
				if counted && t.ID != "gap-excess" {
					a.is(k, n, "tables.json")
				}
				kind := printed.Of.Rows[r].Kind
				if mean, ok := cell["mean"].(float64); ok && kind == crosstab.Mean && counted {
					a.is(a.total(of.wave, printed.Of, r, c), mean*n, "tables.json")
				}
				if total, ok := cell["N"].(float64); ok && kind == crosstab.Sum {
					a.is(a.total(of.wave, printed.Of, r, c), total, "tables.json")
				}
				if p, ok := cell["p"].(float64); ok && kind != crosstab.Total && kind != crosstab.Mean && kind != crosstab.Sum {
					a.share(of, printed.Of, r, c, p-1e-9, p+1e-9, "tables.json")
				}
			}
		}
		for r, change := range t.Changes { // the one wave and the difference tell the other
			if m := printed.Of.Comparison.Changes[r]; change.Difference == nil || len(m.Parts[0])+len(m.Parts[1]) > 0 {
				continue
			}
			for w := range 2 {
				m := printed.Of.Comparison.Waves[w]
				other := printed.Of.Comparison.Waves[1-w].Table
				at, err := other.Row(change.Row)
				column, _ := other.Column(printed.Of.Comparison.Column[1-w])
				if err != nil || other.Cells[at][column].Suppressed != crosstab.Shown {
					continue
				}
				p := other.Cells[at][column].P + *change.Difference*float64(2*w-1)
				a.share(of, printed.Of, r, w, p-1e-9, p+1e-9, "tables.json, change from "+m.Name)
			}
		}
	}
}

var (
	pageCell     = regexp.MustCompile(`<td id="([^"]+)"([^>]*)>(.*?)</td>`)
	pageValue    = regexp.MustCompile(`(?s)<a class="value" href="#([^"]+)"([^>]*)>(.*?)</a>(<span class="hint".*?</span>)?`)
	spokenNumber = regexp.MustCompile(`(?s)<desc[^>]*>(.*?)</desc>|\b(?:descr|aria-label|alt|title)="([^"]*)"`)
	markup       = regexp.MustCompile(`<[^>]*>|class="[^"]*"|\bid="[^"]*"|aria-describedby="[^"]*"`)
	wordControl  = regexp.MustCompile(`(?s)<w:sdtPr>(?:<w:alias w:val="([^"]*)"/>)?<w:tag w:val="([^"]+)"/>.*?<w:sdtContent>(.*?)</w:sdtContent>`)
	drawnCell    = regexp.MustCompile(`(?s)data-cell="([^"/]+)/([^"]+)"(/?>)(.*?)\n`)
)

// readPage reads report.html: cells with their attributes, and numbers in the
// text with what is shown on hovering over them.
func (a *attacker) readPage(of reading) {
	page := of.parts["report.html"]
	type spot struct {
		at      cellID
		measure string
	}
	spots := map[string]spot{}
	for _, t := range of.doc.Tables {
		for _, line := range t.Rows {
			for k, c := range line.Cells {
				s := spot{cellID{t.ID, "", t.Of.Columns[t.Heads[k].Column].ID}, c.Measure}
				if line.Row >= 0 {
					s.at.row = t.Of.Rows[line.Row].ID
				}
				if c.Measure == report.MeasureBase && line.Row >= 0 && t.Of.Percent != crosstab.OfRow {
					continue
				}
				spots[c.Anchor] = s
			}
		}
	}
	for _, m := range pageCell.FindAllStringSubmatch(page, -1) {
		s := spots[m[1]]
		a.tell(of, s.at, s.measure, markup.ReplaceAllString(m[2], "")+" "+markup.ReplaceAllString(m[3], ""), "report.html, table")
	}
	for _, m := range pageValue.FindAllStringSubmatch(page, -1) {
		s, ok := spots[m[1]]
		if !ok {
			continue
		}
		words := markup.ReplaceAllString(m[3], "")
		if s.measure = report.MeasureCount; strings.Contains(words, "%") {
			s.measure = report.MeasureShare
		} else if t := tableOf(of.doc, s.at.table).Of; a.weighted[of.wave+"/"+t.Sample] || slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Sum || r.Kind == crosstab.Mean }) {
			continue // a weighted count, a total or a mean
		}
		a.tell(of, s.at, s.measure, words, "report.html, text")
		a.tell(of, s.at, "", markup.ReplaceAllString(m[2]+" "+m[4], " "), "report.html, hint")
	}
	a.speak(of, page, "report.html, alternative text")
}

// readWord reads the controls of report.docx with their titles, what is said in
// place of pictures, and the charts with the workbooks in them.
func (a *attacker) readWord(of reading) {
	for _, name := range sortedKeys(of.parts) {
		part := of.parts[name]
		switch {
		case strings.HasPrefix(name, "report.docx/word/embeddings/"), strings.HasPrefix(name, "report.docx/word/charts/"):
			file := strings.TrimPrefix(name, "report.docx/word/")
			a.readChart(of, strings.TrimPrefix(regexp.MustCompile(`/stikprove-[^/.]+`).FindString(file), "/stikprove-"), name, part)
		case strings.HasPrefix(name, "report.docx/word/") && strings.HasSuffix(name, ".xml"):
			for _, m := range wordControl.FindAllStringSubmatch(part, -1) {
				var words strings.Builder
				for _, w := range regexp.MustCompile(`<w:t[ >][^<]*`).FindAllString(m[3], -1) {
					words.WriteString(w[strings.Index(w, ">")+1:])
				}
				a.tellTag(of, m[2], words.String(), "report.docx, "+m[2])
				a.tellTag(of, m[2], m[1], "report.docx, title of "+m[2])
			}
			a.speak(of, part, "report.docx, alternative text")
		}
	}
}

// readPictures reads what is tied to a cell of a figure, and its description.
func (a *attacker) readPictures(of reading) {
	for _, f := range of.doc.Figures {
		name := "figures/" + f.ID + ".svg"
		for _, m := range drawnCell.FindAllStringSubmatch(of.parts[name], -1) {
			words := strings.TrimSpace(markup.ReplaceAllString(m[4], " "))
			if at := strings.LastIndex(words, ": "); at >= 0 {
				words = words[at:]
			}
			measure := report.MeasureCount
			if strings.Contains(words, "%") {
				measure = report.MeasureShare
			}
			a.tell(of, cellID{f.Table.ID, m[1], m[2]}, measure, words, name)
		}
		a.speak(of, of.parts[name], name+", description")
	}
}

// speak reads sentences that stand in place of pictures: "Row, column: 12 %;".
func (a *attacker) speak(of reading, part, where string) {
	for _, m := range spokenNumber.FindAllStringSubmatch(part, -1) {
		words := html.UnescapeString(m[1] + m[2])
		if !strings.Contains(words, ": ") {
			continue
		}
		var t *report.Table
		for _, f := range of.doc.Figures {
			if strings.Contains(words, ": "+f.Table.Caption) && (t == nil || len(f.Table.Caption) > len(t.Caption)) {
				t = f.Table
			}
		}
		if t == nil {
			continue
		}
		at := labelled(t)
		for _, h := range t.Heads { // a column that the figure is of
			if strings.Contains(words, ". "+h.Text+": ") {
				for _, line := range t.Rows {
					if line.Row >= 0 {
						at[line.Label] = cellID{t.ID, t.Of.Rows[line.Row].ID, t.Of.Columns[h.Column].ID}
					}
				}
			}
		}
		for _, clause := range regexp.MustCompile(`; |\. `).Split(words, -1) {
			name, number, ok := strings.Cut(clause, ": ")
			if id, known := at[name]; ok && known {
				number, _, _ = strings.Cut(number, "(")
				measure := report.MeasureCount
				if strings.Contains(number, "%") {
					measure = report.MeasureShare
				}
				a.tell(of, id, measure, number, where)
			}
		}
	}
}

// labelled returns the cells of a table by what they are called in words.
func labelled(t *report.Table) map[string]cellID {
	at := map[string]cellID{}
	for _, line := range t.Rows {
		if line.Row < 0 {
			continue
		}
		row := t.Of.Rows[line.Row].ID
		if k := len(t.Of.Columns) - 1; t.Of.Columns[k].Kind == crosstab.All {
			at[line.Label] = cellID{t.ID, row, crosstab.AllID}
			if t.Of.Percent == crosstab.OfRow { // all is no share
				at[line.Label] = cellID{t.ID, row, t.Of.Columns[0].ID}
			}
		}
		for _, h := range t.Heads {
			if h.Measure == report.MeasureShare || h.Measure == report.MeasureCount {
				at[line.Label+", "+h.Text] = cellID{t.ID, row, t.Of.Columns[h.Column].ID}
				at[h.Text+", "+line.Label] = cellID{t.ID, row, t.Of.Columns[h.Column].ID}
			}
		}
	}
	return at
}
