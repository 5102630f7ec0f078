package report

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"stikprove/report/figure"
	"stikprove/survey"
)

// Inaccessible lists what keeps readers who do not see the report, or not well,
// from reading it, a problem each: a document without language or title,
// headings out of order, tables without heads, figures without words or with
// words for their file, pictures that are not drawn from a table of the report,
// lettering too pale. None is a document that every format can be made
// accessible from; what a format adds is checked where it is written.
//
// Source: the Danish act on accessible public websites (act 692 of 8 June 2018),
// which asks for WCAG 2.1 at level AA (criteria 1.1.1, 1.3.1, 1.4.3, 1.4.5,
// 2.4.2, 2.4.4, 2.4.6 and 3.1.1), and what the Danish Agency for Labour Market
// and Recruitment asks of reports it is delivered.
func Inaccessible(d *Document) survey.Problems {
	c := &gate{document: d}
	if _, ok := LanguageOf(d.Language); !ok {
		c.fault("report", "no language is set that reports are printed in")
	}
	if strings.TrimSpace(d.Title) == "" {
		c.fault("title", "the report has none; want one in %s", d.Language)
	}
	c.blocks(d.Blocks)
	placed := map[*Table]bool{}
	for _, t := range d.Tables {
		placed[t] = true
		c.table(t)
	}
	for _, f := range d.Figures {
		c.figure(f, placed)
	}
	for _, n := range d.Notes {
		c.text(fmt.Sprintf("footnote %d", n.Number), n.Text)
	}
	return c.problems
}

// gate is a document being looked through.
type gate struct {
	document *Document
	problems survey.Problems
	level    int // of the last heading; 0 before the first
}

func (c *gate) fault(where, format string, args ...any) {
	c.problems = append(c.problems, survey.Problem{Variable: where, Message: fmt.Sprintf(format, args...)})
}

func (c *gate) blocks(blocks []Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			c.heading(b)
		case Paragraph:
			c.text("paragraph "+survey.Quote(survey.Clip(plain(b.Text))), b.Text)
		case List:
			for _, item := range b.Items {
				c.blocks(item)
			}
		case Quote:
			c.blocks(b.Blocks)
		}
	}
}

// heading holds a heading to the one before it: who moves from heading to
// heading takes a level that is missing for a part of the report.
func (c *gate) heading(h Heading) {
	words := strings.TrimSpace(plain(h.Text))
	where := "heading " + survey.Quote(survey.Clip(words))
	switch {
	case words == "":
		c.fault("heading "+h.ID, "it has no words")
	case c.level == 0 && h.Level != 1:
		c.fault(where, "the first is of level %d, want 1: one # before it", h.Level)
	case h.Level > c.level+1 && c.level > 0:
		c.fault(where, "of level %d after one of level %d; want %d at most: %s", h.Level, c.level, c.level+1, strings.Repeat("#", c.level+1))
	}
	c.level = h.Level
	c.text(where, h.Text)
}

// text looks for links that a reader who hears them one by one cannot tell
// apart.
func (c *gate) text(where string, text []Inline) {
	for _, in := range text {
		switch in := in.(type) {
		case Link:
			if strings.TrimSpace(plain(in.Text)) == "" {
				c.fault(where, "the link to %s has no words", survey.Clip(in.URL))
			}
			c.text(where, in.Text)
		case Emphasis:
			c.text(where, in.Text)
		}
	}
}

// table looks for the headings that tell what a number is.
func (c *gate) table(t *Table) {
	where := "table " + t.ID
	if strings.TrimSpace(t.Caption) == "" {
		c.fault(where, "it has no title")
	}
	if strings.TrimSpace(t.Summary) == "" {
		c.fault(where, "it has no summary for those who cannot see it")
	}
	if strings.TrimSpace(t.Stub) == "" {
		c.fault(where, "the column of row labels has no heading; give the variable in the rows a label")
	}
	if len(t.Heads) == 0 {
		c.fault(where, "it has no columns with a heading")
	}
	for k, h := range t.Heads {
		if strings.TrimSpace(h.Text) == "" {
			c.fault(where, "column %d has no heading; give its option a label", k+1)
		}
	}
	spanned := 0
	for _, s := range t.Spans {
		spanned += s.Columns
	}
	if t.Spans != nil && spanned != len(t.Heads) {
		c.fault(where, "the headings over its columns are over %d, it has %d", spanned, len(t.Heads))
	}
	for i, row := range t.Rows {
		if strings.TrimSpace(row.Label) == "" {
			c.fault(where, "row %d has no heading; give its option a label", i+1)
		}
		if len(row.Cells) != len(t.Heads) && !row.Heading {
			c.fault(where, "row %d has %d cells under %d headings", i+1, len(row.Cells), len(t.Heads))
		}
	}
}

var pictureFile = regexp.MustCompile(`(?i)^[^\s]+\.(svg|png|jpe?g|gif|emf|wmf|bmp|tiff?|pdf)$`)

// figure looks for words in place of the picture, and for the numbers as text.
func (c *gate) figure(f *Figure, placed map[*Table]bool) {
	where := "figure " + f.ID
	if f.Figure == nil {
		c.fault(where, "it has no drawing")
		return
	}
	alt := strings.TrimSpace(f.Figure.Alt)
	switch {
	case alt == "":
		c.fault(where, "it has no alternative text")
	case pictureFile.MatchString(alt), alt == f.ID, alt == path.Base(f.Anchor):
		c.fault(where, "its alternative text is the name of a file or an id: %s", survey.Quote(alt))
	}
	if strings.TrimSpace(f.Caption) == "" || strings.TrimSpace(f.Figure.Title) == "" {
		c.fault(where, "it has no title")
	}
	if f.Table == nil || !placed[f.Table] {
		c.fault(where, "a picture whose numbers and words are in no table of the report as text")
	}
	for _, pale := range f.Figure.Pale() {
		c.fault(where, "%s", pale)
	}
}

// Legible reports whether lettering of so many points has the contrast to its
// background that it needs; colours are 0xRRGGBB.
func Legible(letters, background uint32, points float64, bold bool) bool {
	return figure.Legible(letters, background, points, bold)
}
