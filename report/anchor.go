package report

import (
	"strconv"
	"strings"
)

// anchors keeps the addresses of a document unique.
type anchors struct{ taken map[string]bool }

// newAnchors returns anchors without those that a page has of its own.
func newAnchors() *anchors {
	return &anchors{taken: map[string]bool{"text": true, "contents": true, "footnotes": true, "colophon": true, "top": true}}
}

// claim returns the address wanted, or one like it where it is taken.
func (a *anchors) claim(wanted string) string {
	got := wanted
	for i := 2; a.taken[got]; i++ {
		got = wanted + "-" + strconv.Itoa(i)
	}
	a.taken[got] = true
	return got
}

// slugID returns an id as it may stand in a link. Unlike slug it keeps what
// an id is made of as it is.
func slugID(id string) string {
	safe := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '-':
			return r
		}
		return '-'
	}, spelt.Replace(id))
	if safe == "" {
		return "x"
	}
	return safe
}

// claim returns the address of a printed number.
func (y *layout) claim(row string, column int, measure string) string {
	parts := []string{"t", slugID(y.of.ID), slugID(row)}
	if id := y.of.Columns[column].ID; !y.single && id != measure {
		parts = append(parts, slugID(id))
	}
	return y.anchors.claim(strings.Join(append(parts, measure), "-"))
}
