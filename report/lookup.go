package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"stikprove/survey"
)

// A lookup is what stands between {{ and }}: a verb and the names it looks a
// number, table, figure or section up by. It is part of an Outline only;
// [Arrange] puts what it finds in its place.
type lookup struct {
	verb  string
	names []string
	at    position
}

// placement is a table, a figure or quotations put in the text.
type placement struct{ lookup }

func (lookup) inline()   {}
func (placement) block() {}

// position is where something stands in the file of an outline; lines and
// columns are from 1.
type position struct {
	file         string
	line, column int
}

// The verbs, with how many names each takes and how it is written.
var verbs = map[string]struct {
	least, most int
	usage       string
}{
	"pct":        {2, 3, `pct "table" "row" ["column"]`},
	"n":          {2, 3, `n "table" "row" ["column"]`},
	"ci":         {2, 3, `ci "table" "row" ["column"]`},
	"words":      {2, 3, `words "table" "row" ["column"]`},
	"total":      {1, 3, `total "table" ["row" ["column"]]`},
	"N":          {1, 3, `N "table" ["row or column"]`},
	"eligible":   {1, 1, `eligible "table"`},
	"answered":   {1, 1, `answered "table"`},
	"psus":       {1, 1, `psus "table"`},
	"change":     {2, 2, `change "table" "row"`},
	"verdict":    {2, 2, `verdict "table" "row"`},
	"given":      {1, 1, `given "39 %"`},
	"see":        {1, 2, `see "id" or see "table" "id"`},
	"table":      {1, 1, `table "id"`},
	"figure":     {1, 1, `figure "id"`},
	"mean":       {1, 2, `mean "table" ["column"]`},
	"difference": {4, 4, `difference "table" "row" "column" "column"`},
	"fine":       {1, 1, `fine "why"`},
	"quotes":     {1, 1, `quotes "theme"`},
}

// places reports whether the verb puts a block in the text.
func (l lookup) places() bool { return l.verb == "table" || l.verb == "figure" || l.verb == "quotes" }

// quotes are the marks a name may stand in: word processors turn straight ones
// into these, each language its own way.
const quotes = "\"“”„‟»«"

// parseLookup reads what stands between the braces. The fault says what is
// wrong with it and is empty otherwise.
func parseLookup(body string) (l lookup, fault string) {
	body = strings.TrimFunc(body, unicode.IsSpace)
	end := strings.IndexFunc(body, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) })
	if end < 0 {
		end = len(body)
	}
	l.verb = body[:end]
	known := slices.Sorted(maps.Keys(verbs))
	verb, ok := verbs[l.verb]
	switch {
	case l.verb == "":
		return l, `nothing to look up; want for instance {{ pct "table" "row" }}`
	case !ok:
		fault = fmt.Sprintf("no look-up %q", survey.Clip(l.verb))
		if near := survey.DidYouMean(l.verb, known); near != "" {
			return l, fault + near
		}
		return l, fault + "; want one of " + strings.Join(known, ", ")
	}
	for rest := strings.TrimLeftFunc(body[end:], unicode.IsSpace); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		first, mark := utf8.DecodeRuneInString(rest)
		if !strings.ContainsRune(quotes, first) {
			word, _, _ := strings.Cut(rest, " ")
			return l, fmt.Sprintf("got %s, want a name in quotation marks: {{ %s }}", survey.Clip(word), verb.usage)
		}
		rest = rest[mark:]
		closing := strings.IndexAny(rest, quotes)
		if closing < 0 {
			return l, fmt.Sprintf("the name %s has no closing quotation mark", survey.Clip(strconv.Quote(rest)))
		}
		l.names = append(l.names, strings.TrimFunc(rest[:closing], unicode.IsSpace))
		_, mark = utf8.DecodeRuneInString(rest[closing:])
		rest = rest[closing+mark:]
	}
	if len(l.names) < verb.least || len(l.names) > verb.most {
		return l, fmt.Sprintf("got %d names, want {{ %s }}", len(l.names), verb.usage)
	}
	return l, ""
}

// lookupNode is a look-up in goldmark's tree, or what is wrong with one.
type lookupNode struct {
	ast.BaseInline
	lookup lookup
	fault  string
}

var kindLookup = ast.NewNodeKind("Lookup")

// Kind returns the node's kind, for goldmark.
func (n *lookupNode) Kind() ast.NodeKind { return kindLookup }

// Dump prints the node, for goldmark.
func (n *lookupNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Verb": n.lookup.verb}, nil)
}

// lookupParser makes lookupNodes of {{ … }}. It is tried before emphasis and
// links, so that names may hold any sign.
type lookupParser struct{}

// Trigger returns what a look-up begins with.
func (lookupParser) Trigger() []byte { return []byte{'{'} }

// Parse reads a look-up, which ends on the line it begins on.
func (lookupParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[0] != '{' || line[1] != '{' {
		return nil
	}
	n := &lookupNode{}
	n.SetPos(segment.Start)
	body := string(line[2:])
	end := strings.Index(body, "}}")
	if next := strings.Index(body, "{{"); end < 0 || next >= 0 && next < end {
		n.fault = "{{ is not closed by }} on its line"
		block.Advance(2)
		return n
	}
	n.lookup, n.fault = parseLookup(body[:end])
	block.Advance(end + 4)
	return n
}
