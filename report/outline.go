package report

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"stikprove/survey"
)

// Outline is the evaluator's text, parsed: headings, paragraphs, lists,
// quotations and footnotes, with look-ups where numbers, tables and figures
// go. It holds no number. It is immutable and may be arranged many times.
//
// A look-up is a verb and names in quotation marks of any kind:
//
//	{{ pct "size" "under_50" }}        a share: "41 %"
//	{{ n "size" "under_50" }}          a count
//	{{ ci "size" "under_50" }}         its interval: "34–48 %"
//	{{ words "size" "under_50" }}      a share in words: "four in ten"
//	{{ total "agreements" }}           a total of a number
//	{{ mean "days" }}                  a mean; with a column, of its units
//	{{ difference "t" "r" "a" "b" }}   column a's share less column b's: "12 percentage points"
//	{{ N "size" }}                     the base; with a row or column, of its shares
//	{{ eligible "response" }}          units in the population
//	{{ answered "response" }}          units that answered
//	{{ psus "size" }}                  PSUs in the sample
//	{{ change "size" "under_50" }}     of a table that compares waves: "+4.2 percentage points"
//	{{ verdict "size" "under_50" }}    what may be said of it: "no change shown"
//	{{ see "size" }}                   a reference: "Table 3"
//	{{ given "39 %" }}                 a number from elsewhere, as its source has it
//	{{ fine "why" }}                   prints nothing: what is found of its sentence is meant, see [Document].Findings
//
// A third name is the table's column; everybody is meant where there is none.
// The interval of a mean is {{ ci "days" "mean" }}.
// Where a table and a figure have the same id, {{ see "figure" "size" }} is the
// figure. On a line of its own {{ table "size" }}
// or {{ figure "size" }} places a table or figure, and {{ quotes "theme" }} what
// was said of a theme in interviews.
type Outline struct {
	file   string
	blocks []Block
	notes  [][]Inline
	before int // footnotes of the texts that are printed before

	passages []passage // in the order they are read; those of footnotes last
}

// heading is a Heading before it has its number.
type heading struct {
	Heading
	unnumbered bool
	at         position
}

// ParseOutline parses the text of file. The error is a [survey.Problems] with
// everything that is wrong with it.
func ParseOutline(file string, source []byte) (*Outline, error) {
	return parseOutline(file, source, false, 0)
}

// ParseAppendix parses the text of an appendix, which is printed under a title
// of its own after o, the text before it, or nil where there is none. Its
// headings have no numbers and stand a level below the title; its footnotes go
// on from those of o. The error is that of [ParseOutline].
func (o *Outline) ParseAppendix(file string, source []byte) (*Outline, error) {
	before := 0
	if o != nil {
		before = o.before + len(o.notes)
	}
	return parseOutline(file, source, true, before)
}

func parseOutline(file string, source []byte, appendix bool, before int) (*Outline, error) {
	if !utf8.Valid(source) {
		return nil, survey.Problems{{File: file, Message: "not UTF-8 text; save it again with that encoding"}}
	}
	p := &outlineParser{file: file, source: bytes.TrimPrefix(source, []byte("\ufeff")), appendix: appendix, before: before}
	p.findLines()
	markdown := goldmark.New(
		goldmark.WithExtensions(extension.Footnote),
		goldmark.WithParserOptions(
			parser.WithHeadingAttribute(),
			parser.WithInlineParsers(util.Prioritized(lookupParser{}, 50)),
			parser.WithASTTransformers(util.Prioritized(unusedNotes{p}, 100)),
		))
	root := markdown.Parser().Parse(text.NewReader(p.source))
	o := &Outline{file: file, before: before}
	o.blocks = p.blocks(root, true)
	o.notes, o.passages = p.notes, p.passages
	if err := p.problems.Err(); err != nil {
		return nil, err
	}
	return o, nil
}

// outlineParser turns goldmark's tree into blocks and gathers problems.
type outlineParser struct {
	file     string
	source   []byte
	lines    []int // offset of each line's first byte
	notes    [][]Inline
	level    int // of the last heading
	appendix bool
	before   int // footnotes of the texts before
	running  *running
	passages []passage
	problems survey.Problems
}

func (p *outlineParser) findLines() {
	p.lines = []int{0}
	for i, b := range p.source {
		if b == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
}

// position returns the line and column of a byte, both from 1; columns are
// counted in characters.
func (p *outlineParser) position(offset int) position {
	offset = max(0, min(offset, len(p.source)))
	line := sort.SearchInts(p.lines, offset+1) - 1
	return position{p.file, line + 1, utf8.RuneCount(p.source[p.lines[line]:offset]) + 1}
}

// problem notes what is wrong at an offset.
func (p *outlineParser) problem(offset int, message string) {
	at := p.position(offset)
	p.problems = append(p.problems, survey.Problem{File: p.file, Row: at.line, Column: at.column, Line: true, Message: message})
}

// start returns where a block begins.
func (p *outlineParser) start(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if at := n.Pos(); at >= 0 {
			return at
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}
