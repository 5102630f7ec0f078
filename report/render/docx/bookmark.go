package docx

import (
	"strconv"
	"strings"

	"stikprove/report"
)

// bookmarks are what fields lead to, by the document's anchors. Their names
// begin with a line, which hides them from lists of bookmarks.
type bookmarks struct {
	named      map[string]string
	sections   map[string]bool // headings with a number
	unnumbered map[string]bool // and without
	taken      map[string]bool
	id         int // of the last
}

// newBookmarks names a bookmark for all that a document may refer to.
func newBookmarks(d *report.Document, t *Template) bookmarks {
	b := bookmarks{named: map[string]string{}, sections: map[string]bool{}, unnumbered: map[string]bool{}, taken: map[string]bool{}, id: 100}
	t.document.walk(func(n *node) bool {
		if n.is("bookmarkStart") {
			b.taken[strings.ToLower(n.attr("name"))] = true
			if id, err := strconv.Atoi(n.attr("id")); err == nil && id < 1<<30 {
				b.id = max(b.id, id)
			}
		}
		return true
	})
	b.collect(d.Blocks)
	if len(d.Method) > 0 || d.Version != "" {
		b.named["colophon"] = b.claim("colophon")
		b.unnumbered["colophon"] = true
	}
	return b
}

func (b *bookmarks) collect(blocks []report.Block) {
	for _, block := range blocks {
		switch block := block.(type) {
		case report.Heading:
			b.named[block.ID] = b.claim(block.ID)
			if block.Number != "" {
				b.sections[block.ID] = true
			} else {
				b.unnumbered[block.ID] = true
			}
		case *report.Table:
			b.named[block.Anchor] = b.claim(block.Anchor)
		case *report.Figure:
			b.named[block.Anchor] = b.claim(block.Anchor)
		}
	}
}

// claim returns a name for a bookmark that no other has. Word allows letters,
// digits and lines, forty of them.
func (b *bookmarks) claim(anchor string) string {
	const most = 34
	name := "_R_" + strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return '_'
	}, anchor)
	name = name[:min(len(name), most)]
	got := name
	for i := 2; b.taken[strings.ToLower(got)]; i++ {
		got = name + "_" + strconv.Itoa(i)
	}
	b.taken[strings.ToLower(got)] = true
	return got
}

// bookmark writes content within the bookmark of an anchor, if it has one.
func (f *writer) bookmark(anchor string, content func()) {
	name, ok := f.marks.named[anchor]
	if !ok {
		content()
		return
	}
	f.marked(name, content)
}

// marked writes content within a bookmark.
func (f *writer) marked(name string, content func()) {
	f.marks.id++
	id := strconv.Itoa(f.marks.id)
	f.put(`<w:bookmarkStart w:id="`, id, `" w:name="`, name, `"/>`)
	content()
	f.put(`<w:bookmarkEnd w:id="`, id, `"/>`)
}
