package report

import (
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Document is a report ready to print in one language.
type Document struct {
	Language string // tag, such as "da"
	Study    string // name of the study
	Wave     string
	Title    string
	Subtitle string
	Notice   string   // what a reader must know of the data first; empty for nothing
	Method   []string // how the numbers were made, a paragraph each, for the colophon
	Version  string   // of the program
	Warnings []string // what edit rules found that an editor is to look at, for a copy that is reviewed
	Blocks   []Block
	Tables   []*Table  // every table of the study in the order of their numbers
	Figures  []*Figure // every figure of the study in the order of their numbers
	Notes    []Note    // footnotes in the order of their numbers
	Waves    *Waves    // of tables that compare two waves; nil where there are none
	// Findings are what the text is warned of: verdicts that no test carries,
	// and numbers typed by hand. They keep nothing from being printed.
	Findings survey.Problems

	look func(key string) (Value, bool)
}

// Look returns the number that a [Value] with that key would hold, also of one
// that the text does not have. There is none where the tables have no such cell.
func (d *Document) Look(key string) (Value, bool) {
	if d.look == nil {
		return Value{}, false
	}
	return d.look(key)
}

// Block is a part of a document: a [Heading], [Paragraph], [List], [Quote],
// [Table], [Figure] or [Rule].
type Block interface{ block() }

// Heading opens a section.
type Heading struct {
	Level  int    // from 1
	ID     string // unique in the document; fit for a link
	Number string // such as "2.1"; empty for none
	Text   []Inline
}

// Paragraph is running text.
type Paragraph struct {
	Text []Inline
	File string // of the text that it begins in; empty where it is not of one
	Line int    // of that file, from 1
}

// List is a list of items, each of one or more blocks.
type List struct {
	Ordered bool
	Items   [][]Block
}

// Quote is a quotation.
type Quote struct{ Blocks []Block }

// Rule is a line between parts.
type Rule struct{}

// Table is a numbered table with its cells as they are printed.
type Table struct {
	Number  int
	ID      string // the crosstab's
	Anchor  string // fit for a link
	Caption string // without the word "Table" and the number
	Unit    string // what the numbers are, such as "Pct."; empty where each column says so itself
	Stub    string // heading of the row labels
	// Spans are the headings over several columns, in order; nil for none.
	Spans   []Span
	Heads   []Head
	Rows    []Line
	Notes   []string // below the table, in order, without the word "Note"
	Source  string   // below the notes, without the word "Source"
	Summary string   // what the table shows, for those who cannot see it
	Of      *crosstab.Table
}

// Span is a heading over Columns columns.
type Span struct {
	Text    string
	Columns int
}

// Head is the heading of one column.
type Head struct {
	Text    string
	Measure string // n, pct, ci, reference, base or total, see MeasureCount and those after it
	Column  int    // index of the crosstab's column
}

// Line is a printed row.
type Line struct {
	Label   string
	Heading bool // heads the rows of a variable, up to the next heading; has no cells
	Kind    crosstab.RowKind
	Row     int // index of the crosstab's row; -1 of a heading and of a line of bases where it has no total
	Cells   []Printed
}

// Printed is one printed number. Its anchor is unique in the document.
type Printed struct {
	Text    string
	Anchor  string
	Hidden  bool    // removed by disclosure; Text is the sign for that
	Letters string  // of the columns that the number is larger than beyond chance, with commas; empty for none
	Measure string  // as a Head's; a line of bases has counts under heads of shares
	Value   float64 // what Text was rounded from, shares in [0, 1]; NaN where there is none
}

// Figure is a numbered figure.
type Figure struct {
	Number  int
	ID      string
	Anchor  string
	Caption string
	Figure  *figure.Figure
	Table   *Table  // the table it shows
	Values  []Value // the numbers looked up in its title
}

// Note is a footnote.
type Note struct {
	Number int
	Text   []Inline
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (List) block()      {}
func (Quote) block()     {}
func (*Table) block()    {}
func (*Figure) block()   {}
func (Rule) block()      {}

// Inline is a part of a text: [Words], [Emphasis], [Link], [Value],
// [Reference] or [NoteMark].
type Inline interface{ inline() }

// Words is plain text.
type Words struct{ Text string }

// Emphasis is text set apart, in italics or bold.
type Emphasis struct {
	Strong bool
	Text   []Inline
}

// Link leads to an address outside the document.
type Link struct {
	URL  string
	Text []Inline
}

// Value is a number looked up in a table.
type Value struct {
	Text   string // as printed
	Key    string // measure, table, row and column it was looked up by
	Anchor string // of the printed cell it stands in; empty where that is not printed
	Hint   string // count, base and table in words; holds nothing that is hidden
	// Definition says what it is a number of: the title of its table, and its
	// row and column there.
	Definition string
	File       string // of the text, where it is looked up; empty in a figure's title
	Line       int    // of that file, from 1; 0 in a figure's title
}

// Reference leads to a table, figure or section of the document.
type Reference struct {
	Text   string
	Anchor string
}

// NoteMark leads to the footnote of that number.
type NoteMark struct{ Number int }

func (Words) inline()     {}
func (Emphasis) inline()  {}
func (Link) inline()      {}
func (Value) inline()     {}
func (Reference) inline() {}
func (NoteMark) inline()  {}

// Plain returns the words of a text without what sets them apart and without
// the marks of footnotes.
func Plain(text []Inline) string { return plain(text) }
