package docx

import (
	"fmt"
	"strconv"

	"stikprove/report"
)

// place is where a block stands: how deep in lists, and in which item.
type place struct {
	depth  int // of lists around it
	quoted bool
}

// paragraph is how a paragraph is set, beyond its style. A template's styles may
// not keep a caption with its table; the paragraph does.
type paragraph struct {
	style    string // its role
	keepNext bool
	list     string // empty for the style's own
	level    int    // of the list, from 0
	indent   int    // twips
	tight    bool   // no room after it
}

// paragraph writes a paragraph, its properties in the standard's order.
func (f *writer) paragraph(p paragraph, content func()) {
	f.put("<w:p><w:pPr>")
	f.val("pStyle", f.chosen.ids[p.style])
	if p.keepNext {
		f.put("<w:keepNext/>")
	}
	if f.begin {
		f.put("<w:pageBreakBefore/>")
		f.begin = false
	}
	if p.list != "" {
		f.put("<w:numPr>")
		f.val("ilvl", strconv.Itoa(p.level))
		f.val("numId", p.list)
		f.put("</w:numPr>")
	}
	if p.tight {
		f.put(`<w:spacing w:after="0"/>`)
	}
	if p.indent > 0 {
		f.put(`<w:ind w:left="`, strconv.Itoa(p.indent), `"/>`)
	}
	f.put("</w:pPr>")
	content()
	f.put("</w:p>")
}

// blocks writes blocks one after the other.
func (f *writer) blocks(blocks []report.Block, at place) error {
	for _, b := range blocks {
		if err := f.block(b, at); err != nil {
			return err
		}
	}
	return nil
}

func (f *writer) block(b report.Block, at place) error {
	switch b := b.(type) {
	case report.Heading:
		f.heading(b)
	case report.Paragraph:
		f.paragraph(at.paragraph(), func() { f.inlines(b.Text, face{}) })
	case report.List:
		return f.list(b, at)
	case report.Quote:
		at.quoted = true
		return f.blocks(b.Blocks, at)
	case report.Rule:
		f.paragraph(paragraph{style: roleRule}, func() {})
	case *report.Table:
		f.table(b)
	case *report.Figure:
		return f.figure(b)
	default:
		return fmt.Errorf("a block of kind %T has no form in Word", b)
	}
	return nil
}

// paragraph returns how running text is set at a place.
func (at place) paragraph() paragraph {
	switch {
	case at.quoted:
		return paragraph{style: roleQuote, indent: at.depth * listStep}
	case at.depth > 0:
		return paragraph{style: roleContinued, indent: at.depth * listStep}
	}
	return paragraph{style: roleNormal}
}

// heading writes a heading with the bookmark that contents and references lead
// to. Its number is Word's to count; one without is told so.
func (f *writer) heading(h report.Heading) {
	level := min(max(h.Level, 1), 6)
	p := paragraph{style: roleHeading + strconv.Itoa(level), keepNext: true}
	p.list, p.level = f.lists.heading(level, h.Number != "")
	f.paragraph(p, func() {
		f.bookmark(h.ID, func() { f.inlines(h.Text, face{}) })
	})
}

// list writes a list, an item's first paragraph with its bullet or number.
func (f *writer) list(l report.List, at place) error {
	role, id := roleBullet, f.lists.bullets(at.depth)
	if l.Ordered {
		role, id = roleNumbered, f.lists.ordered()
	}
	inner := place{depth: at.depth + 1, quoted: at.quoted}
	for _, item := range l.Items {
		if len(item) == 0 {
			continue
		}
		first, ok := item[0].(report.Paragraph)
		if ok {
			item = item[1:]
		}
		if !ok && len(item) > 0 { // the item opens with a list of its own
			if err := f.blocks(item, inner); err != nil {
				return err
			}
			continue
		}
		f.paragraph(paragraph{style: role, list: id, level: min(at.depth, deepest)}, func() { f.inlines(first.Text, face{}) })
		if err := f.blocks(item, inner); err != nil {
			return err
		}
	}
	return nil
}
