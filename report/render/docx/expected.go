package docx

import (
	"strconv"
	"strings"

	"stikprove/report"
)

// expected is what a document says under a tag.
type expected struct {
	tag    string // without hash
	text   string
	title  string
	hidden bool           // disclosure removed it
	of     string         // id of the table whose cell or line it is
	figure *report.Figure // whose picture it is
}

// expectation is what a document says, by tag and in its order.
type expectation struct {
	say    report.Language
	order  []string
	tagged map[string]expected
	tables map[string]*report.Table // that the text has
}

// expect lists what Write would tag.
func expect(d *report.Document) *expectation {
	say, _ := report.LanguageOf(d.Language)
	e := &expectation{say: say, tagged: map[string]expected{}, tables: map[string]*report.Table{}}
	e.blocks(d.Blocks)
	for _, n := range d.Notes {
		e.inlines(n.Text)
	}
	for i, text := range d.Method {
		e.line("method/"+strconv.Itoa(i+1), text, "")
	}
	return e
}

func (e *expectation) add(x expected) {
	if _, again := e.tagged[x.tag]; !again {
		e.order = append(e.order, x.tag)
		e.tagged[x.tag] = x
	}
}

func (e *expectation) line(name, text, table string) {
	if text != "" {
		tag, _ := cutHash(hashedTag("text:", name, text))
		e.add(expected{tag: tag, text: text, of: table})
	}
}

func (e *expectation) blocks(blocks []report.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			e.inlines(b.Text)
		case report.Paragraph:
			e.inlines(b.Text)
		case report.Quote:
			e.blocks(b.Blocks)
		case report.List:
			for _, item := range b.Items {
				e.blocks(item)
			}
		case *report.Table:
			e.table(b)
		case *report.Figure:
			e.line("figure/"+b.ID+"/caption", b.Caption, "")
			if b.Figure != nil {
				tag, _ := cutHash(figureTag(b))
				e.add(expected{tag: tag, text: b.Figure.Alt, figure: b})
				e.chartLines(b, e.say.Tag)
			}
		}
	}
}

func (e *expectation) table(t *report.Table) {
	e.tables[t.ID] = t
	e.line(t.ID+"/caption", captionOf(t), t.ID)
	for _, row := range t.Rows {
		for k, c := range row.Cells {
			if c.Text != "" && k < len(t.Heads) {
				e.add(expected{tag: cellTag(t, row, k), text: lettered(c), hidden: c.Hidden, of: t.ID})
			}
		}
	}
	e.line(t.ID+"/notes", strings.Join(t.Notes, " "), t.ID)
	e.line(t.ID+"/source", t.Source, t.ID)
}

func (e *expectation) inlines(text []report.Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case report.Emphasis:
			e.inlines(in.Text)
		case report.Link:
			e.inlines(in.Text)
		case report.Value:
			e.add(e.value(in))
		}
	}
}

// value returns what is expected of a number in the text.
func (e *expectation) value(v report.Value) expected {
	hidden := v.Hint == "" && strings.EqualFold(v.Text, e.say.NotShown)
	return expected{tag: fitTag(v.Key), text: v.Text, title: fitTitle(v.Hint), hidden: hidden}
}
