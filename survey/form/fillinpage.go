package form

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Widths of columns, in characters.
const (
	numberWidth   = 5.0
	questionWidth = 52.0
	answerWidth   = 34.0
	caseWidth     = 26.0
	hintWidth     = 46.0
	lineHeight    = 15.0 // points
	textHeight    = 36.0 // of a row with room for words
)

// pager lays out one sheet of answers.
type pager struct {
	*filler
	part string
	p    sheet.Page
	row  int
}

// page returns the sheet of a part: the roster's name, or "" for the survey.
func (w *filler) page(part string, all []line) sheet.Page {
	g := &pager{filler: w, part: part, p: sheet.Page{Name: w.sheets[part], Frozen: fillInHead}}
	width := answerWidth
	if part != "" {
		width = caseWidth
	}
	g.p.Widths = []float64{0, 0, 0, numberWidth, questionWidth}
	for range w.blocks[part] {
		g.p.Widths = append(g.p.Widths, width)
	}
	g.p.Widths = append(g.p.Widths, hintWidth)
	g.top()
	section := ""
	g.row = fillInHead
	for _, l := range all {
		if !w.asked(l, part) {
			continue
		}
		if s := w.words(l.question.Section); s != section {
			if section = s; s != "" {
				g.row++
				g.put(numberColumn, s, sheet.LookSection, g.last()-numberColumn+1)
				g.height(2 * lineHeight)
			}
		}
		g.row++
		switch {
		case l.aside:
			g.put(questionColumn, w.words(l.question.Label), sheet.LookHint, 1)
			g.fit(w.words(l.question.Label), "")
		default:
			g.question(l.question)
		}
	}
	return g.p
}

// last returns the column of guidance, which is the last.
func (g *pager) last() int { return answerColumn + g.blocks[g.part] }

func (g *pager) put(column int, value any, look sheet.PageLook, across int) {
	g.p.Cells = append(g.p.Cells, sheet.PageCell{Row: g.row, Column: column, Value: value, Look: look, Across: across})
}

// mark writes what the program finds the row by.
func (g *pager) mark(key, export, way string) {
	g.put(keyColumn, key, sheet.LookText, 1)
	g.put(exportColumn, export, sheet.LookText, 1)
	g.put(wayColumn, way, sheet.LookText, 1)
}

func (g *pager) height(points float64) {
	for len(g.p.Heights) < g.row {
		g.p.Heights = append(g.p.Heights, 0)
	}
	g.p.Heights[g.row-1] = points
}

// fit makes the row high enough for its words.
func (g *pager) fit(question, hint string) {
	n := max(broken(question, questionWidth), broken(hint, hintWidth*11/9)) // guidance is in smaller letters
	g.height(lineHeight*float64(n) + 3)
}

// broken returns the lines that a text takes in a column.
func broken(s string, width float64) int {
	n := 0
	for _, paragraph := range strings.Split(s, "\n") {
		n += 1 + int(float64(utf8.RuneCountInString(paragraph))/width)
	}
	return n
}

// top writes the title, the respondent and the headings.
func (g *pager) top() {
	roster := fillInSurvey
	prefix, count := "", 1
	for _, r := range g.Instrument.Rosters {
		if r.Name == g.part {
			roster, prefix, count = r.Name, r.Prefix, r.Count
		}
	}
	g.row = fillInTitled
	g.mark(fillInPart+roster, prefix, "")
	g.put(numberColumn, g.words(g.Instrument.Title), sheet.LookTitle, 1)
	g.height(24)

	g.row = fillInNumbers
	g.mark(fillInBlock, "", strconv.Itoa(count))
	for block := range g.blocks[g.part] {
		g.put(answerColumn+block, block+1, sheet.LookText, 1)
	}
	g.height(-1)

	g.row = fillInWho
	name, export, label := g.ID, g.ID, g.ID
	if q := identity(g.Instrument); q != nil {
		name, export, label = q.Name, q.Export, g.words(q.Label)
	}
	if name != "" {
		look := sheet.LookAnswerText
		if g.Respondent != "" {
			look = sheet.LookFixed
		}
		g.mark(name, export, fillInKnown)
		g.put(questionColumn, label, sheet.LookQuestion, 1)
		var who any
		if g.Respondent != "" {
			who = g.Respondent
		}
		g.put(answerColumn, who, look, g.blocks[g.part])
		g.height(lineHeight + 5)
	}

	g.row = fillInHead
	g.put(numberColumn, g.say["number"], sheet.LookHead, 1)
	g.put(questionColumn, g.say["question"], sheet.LookHead, 1)
	tall := 1
	for block := range g.blocks[g.part] {
		head := g.say["answer"]
		if g.part != "" {
			head = fmt.Sprintf("%s %d", g.p.Name, block+1)
			if g.Cases != nil && g.Cases[block].Label != "" {
				head += "\n" + g.Cases[block].Label
				tall = 2
			}
		}
		g.put(answerColumn+block, head, sheet.LookHead, 1)
	}
	g.put(g.last(), g.say["guidance"], sheet.LookHead, 1)
	g.height(lineHeight*float64(tall) + 3)
}

// question writes the rows of a question.
func (g *pager) question(q survey.Question) {
	if q.Computed != "" {
		g.mark(q.Name, q.Export, fillInNone)
		g.height(-1)
		return
	}
	label, hint := g.words(q.Label), g.guidance(q)
	if q.Required {
		label += " *"
	}
	g.put(numberColumn, g.numbers[q.Name], sheet.LookQuestion, 1)
	g.put(questionColumn, label, sheet.LookQuestion, 1)
	g.put(g.last(), hint, sheet.LookHint, 1)
	g.fit(label, hint)
	if q.Kind == survey.KindText {
		g.height(max(g.p.Heights[g.row-1], textHeight))
	}
	first := g.row
	if q.Kind == survey.KindMultiple {
		g.boxes(q)
	} else {
		g.answers(q)
	}
	g.shade(q, first)
}

// answers writes the cells of a question that has one for each case.
func (g *pager) answers(q survey.Question) {
	way, look := "", sheet.LookAnswer
	switch q.Kind {
	case survey.KindSingle:
		way, look = fmt.Sprintf("%s%d", fillInList, g.list(q)), sheet.LookAnswerText
	case survey.KindText:
		look = sheet.LookAnswerText
	case survey.KindDate:
		look = sheet.LookAnswerDate
	}
	given := false
	for block := range g.blocks[g.part] {
		at := survey.CellName(g.row, answerColumn+block)
		if known, ok := g.given(q, block); ok {
			given = true
			g.put(answerColumn+block, known, sheet.LookFixed, 1)
			continue
		}
		g.put(answerColumn+block, nil, look, 1)
		g.limit(q, at, block)
	}
	if given {
		way = fillInKnown + " " + way
	}
	g.mark(q.Name, q.Export, strings.TrimSpace(way))
}

// given returns the answer that is known of a case beforehand, as its cell
// shows it.
func (g *pager) given(q survey.Question, block int) (string, bool) {
	if g.part == "" || g.Cases == nil {
		return "", false
	}
	known, ok := g.Cases[block].Known[q.Name]
	for k, o := range q.Options {
		if known == code(o) || known == o.Name || known == g.words(o.Label) {
			return g.shown(q, k), ok
		}
	}
	return known, ok
}

// boxes writes a row with a box for each option.
func (g *pager) boxes(q survey.Question) {
	for _, o := range q.Options {
		g.row++
		export, way := strings.ReplaceAll(q.Export, "{code}", code(o)), fillInBox
		if export == q.Export {
			way = fillInJoined + code(o)
		}
		label := "– " + g.words(o.Label)
		g.mark(q.Name+"/"+o.Name, export, way)
		g.put(questionColumn, label, sheet.LookQuestion, 1)
		for block := range g.blocks[g.part] {
			g.put(answerColumn+block, nil, sheet.LookAnswerBox, 1)
		}
		g.fit(label, "")
	}
	first, last := g.row-len(q.Options)+1, g.row
	g.p.Choices = append(g.p.Choices, sheet.PageChoice{
		Cells: survey.CellName(first, answerColumn) + ":" + survey.CellName(last, g.last()-1),
		From:  sheet.RangeOf(fillInLists, 2*g.list(ticks)-1, 3, 3), Error: g.say["tick"],
	})
}

// ticks is the list of what stands in a box.
var ticks = survey.Question{Variable: survey.Variable{Options: []survey.Option{{Name: "x", Label: survey.Words("x")}}}}
