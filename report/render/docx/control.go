package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// control is a content control in a file.
type control struct {
	node    *node
	tag     string
	tagged  *node // the element that says so
	title   *node // and that of the title; nil for none
	content *node
	table   *node   // the table it stands in
	live    []*node // pieces of its text that nobody has deleted
	struck  bool    // it has text that somebody deleted with tracked changes, or is itself deleted
	asks    bool    // it shows what Word asks for in its place
}

// controlOf reads a control.
func controlOf(n *node) control {
	p := n.child("sdtPr")
	c := control{node: n, tagged: p.child("tag"), title: p.child("alias"), content: n.child("sdtContent"), table: n.within("tbl")}
	c.tag = c.tagged.attr("val")
	c.asks = p.child("showingPlcHdr") != nil
	c.struck = n.within("del") != nil || n.within("moveFrom") != nil
	if c.content == nil {
		c.tag = ""
		return c
	}
	if c.struck {
		return c
	}
	for _, child := range c.content.children {
		child.walk(func(m *node) bool {
			switch {
			case m.is("del"), m.is("moveFrom"):
				c.struck = true
				return false
			case m.is("sdt"): // a control within is read by itself
				return false
			case m.is("t"), m.is("tab") && m.parent.is("r"), m.is("br"):
				c.live = append(c.live, m)
			}
			return true
		})
	}
	return c
}

// text returns what a control says.
func (c control) text() string {
	var b strings.Builder
	for _, n := range c.live {
		switch n.name {
		case "tab":
			b.WriteByte('\t')
		case "br":
			b.WriteByte('\n')
		default:
			b.WriteString(n.text)
		}
	}
	return b.String()
}

// gone reports whether somebody deleted what the control said.
func (c control) gone() bool { return c.asks || strings.TrimSpace(c.text()) == "" }

// say returns the edits that make the control say text, in the lettering that
// its first words have.
func (c control) say(text string) []edit {
	var edits []edit
	said := false
	for _, n := range c.live {
		if said || !n.is("t") {
			edits = append(edits, edit{n.from, n.to, ""})
			continue
		}
		said = true
		m := markup{}
		m.words(text)
		words := m.String()
		if n.prefix != "w:" {
			words = strings.NewReplacer("<w:", "<"+n.prefix, "</w:", "</"+n.prefix).Replace(words)
		}
		edits = append(edits, edit{n.from, n.to, words})
	}
	return edits
}

// attrPrefixOr returns the prefix of attributes in an element with prefix p.
func attrPrefixOr(p string) string {
	if p == "" {
		return "w:"
	}
	return p
}

// capitalLike returns words with a capital where the words they replace had
// one, and without where they had none.
func capitalLike(words, old string) string {
	first, size := utf8.DecodeRuneInString(words)
	before, _ := utf8.DecodeRuneInString(old)
	switch {
	case !unicode.IsLetter(first) || !unicode.IsLetter(before):
		return words
	case unicode.IsUpper(before):
		return string(unicode.ToUpper(first)) + words[size:]
	}
	return string(unicode.ToLower(first)) + words[size:]
}
