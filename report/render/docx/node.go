package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"sort"
	"strings"
)

// Namespaces of the parts that are read.
const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	drawingSpace  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	inlineSpace   = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	vectorSpace   = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
	strictSpace   = "http://purl.oclc.org/ooxml/"
)

// node is an element of a part and the bytes it stands in. Parts are changed by
// replacing bytes, so that all others stay as their writer had them.
type node struct {
	space, name string
	prefix      string // with its colon; empty for none
	attrs       []xml.Attr
	text        string // its own, without its children's
	from, to    int    // the whole element
	inner, end  int    // its content; end is to where it is written <like/>
	parent      *node
	children    []*node
}

// parseXML reads a part as a tree.
func parseXML(source []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(source))
	root := &node{}
	at, scopes := root, []map[string]string{{"xml": "http://www.w3.org/XML/1998/namespace"}}
	for {
		from := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset())
		switch token := token.(type) {
		case xml.StartElement:
			scope := scopeOf(scopes[len(scopes)-1], token.Attr)
			scopes = append(scopes, scope)
			n := &node{space: scope[token.Name.Space], name: token.Name.Local, from: from, inner: to, parent: at}
			if token.Name.Space != "" {
				n.prefix = token.Name.Space + ":"
			}
			for _, a := range token.Attr {
				if a.Name.Space != "" && a.Name.Space != "xmlns" {
					a.Name.Space = scope[a.Name.Space]
				}
				n.attrs = append(n.attrs, a)
			}
			at.children = append(at.children, n)
			at = n
			if len(scopes) > 1000 {
				return nil, errors.New("too deep")
			}
		case xml.EndElement:
			if at == root || at.name != token.Name.Local {
				return nil, errors.New("elements are not closed in order")
			}
			at.end, at.to = from, to
			at, scopes = at.parent, scopes[:len(scopes)-1]
		case xml.CharData:
			at.text += string(token)
		}
	}
	if at != root || len(root.children) != 1 {
		return nil, errors.New("not one element")
	}
	only := root.children[0]
	only.parent = nil
	return only, nil
}

// scopeOf returns what prefixes mean within an element.
func scopeOf(outer map[string]string, attrs []xml.Attr) map[string]string {
	scope, own := outer, false
	for _, a := range attrs {
		prefix, declares := a.Name.Local, a.Name.Space == "xmlns"
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			prefix, declares = "", true
		}
		if !declares {
			continue
		}
		if !own {
			own, scope = true, map[string]string{}
			for k, v := range outer {
				scope[k] = v
			}
		}
		scope[prefix] = a.Value
	}
	return scope
}

// is reports whether the node is an element of the word namespace so called.
func (n *node) is(name string) bool { return n.space == wordSpace && n.name == name }

// child returns the first child of the word namespace so called, or nil.
func (n *node) child(name string) *node {
	if n != nil {
		for _, c := range n.children {
			if c.is(name) {
				return c
			}
		}
	}
	return nil
}

// attr returns an attribute by its local name, whatever its namespace.
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name && a.Name.Space != "xmlns" {
				return a.Value
			}
		}
	}
	return ""
}

// val returns the attribute val of the child so called.
func (n *node) val(name string) string { return n.child(name).attr("val") }

// walk calls visit with n and everything below it, in order. Where visit
// returns false what is below a node is left out.
func (n *node) walk(visit func(*node) bool) {
	if n == nil || !visit(n) {
		return
	}
	for _, c := range n.children {
		c.walk(visit)
	}
}

// within returns the nearest node above n so called, or nil.
func (n *node) within(name string) *node {
	for p := n.parent; p != nil; p = p.parent {
		if p.is(name) {
			return p
		}
	}
	return nil
}

// edit puts words in the place of the bytes from from to to.
type edit struct {
	from, to int
	with     string
}

// last returns the edit that puts words at the end of an element.
func (n *node) last(source []byte, words string) edit {
	if n.end < n.to {
		return edit{n.end, n.end, words}
	}
	open := strings.TrimSuffix(strings.TrimSuffix(string(source[n.from:n.to]), ">"), "/") // <like/>
	return edit{n.from, n.to, open + ">" + words + "</" + n.prefix + n.name + ">"}
}

// apply makes edits in source. Of two that overlap the outer is made.
func apply(source []byte, edits []edit) []byte {
	if len(edits) == 0 {
		return source
	}
	sort.SliceStable(edits, func(i, j int) bool {
		if edits[i].from != edits[j].from {
			return edits[i].from < edits[j].from
		}
		return edits[i].to > edits[j].to && edits[j].from != edits[j].to
	})
	var out bytes.Buffer
	done := 0
	for _, e := range edits {
		if e.from < done {
			continue
		}
		out.Write(source[done:e.from])
		out.WriteString(e.with)
		done = e.to
	}
	out.Write(source[done:])
	return out.Bytes()
}

// sanitize returns s without what XML has no place for.
func sanitize(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20 || r == 0xfffe || r == 0xffff || r == 0xfffd:
			return -1
		}
		return r
	}, s)
}
