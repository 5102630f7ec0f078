package docx

import (
	"fmt"
	"strings"
)

// Change is what an update did to one number, line or picture, or why it did
// nothing.
type Change struct {
	Kind   string // Changed and those after it
	Tag    string // without hash; "table:ID" for a whole table
	Old    string // what the file said; empty where it is hidden now
	New    string // what it says, or would
	Places int    // how many times
}

// Kinds of change.
const (
	Changed = "changed" // a number or line is another
	Redrawn = "redrawn" // a picture
	Rebuilt = "rebuilt" // a table, which has other rows or columns now
	Kept    = "kept"    // somebody has rewritten what would have changed
	Deleted = "deleted" // somebody has deleted it and left its place
	Unknown = "unknown" // the study has no such number any more
	Missing = "missing" // the file has it no more
)

// String returns the change on a line.
func (c Change) String() string {
	s := fmt.Sprintf("%-8s %s", c.Kind, c.Tag)
	old, now := quoted(c.Old), quoted(c.New)
	switch {
	case c.Kind == Changed && c.Old == "":
		s += ": -> " + now
	case c.Kind == Changed:
		s += ": " + old + " -> " + now
	case c.Kind == Kept && c.New != "":
		s += ": somebody rewrote it; it would now be " + now
	case c.Kind == Unknown:
		s += ": the study has no such number; the file goes on saying " + old
	case c.Kind == Deleted:
		s += ": deleted in the file, with its place left; not filled in"
	case c.Kind == Missing:
		s += ": not in the file"
	case c.Kind == Rebuilt:
		s += ": other rows or columns; its widths are set anew"
	}
	if c.New != "" && c.Kind == Rebuilt {
		s += "; " + c.New
	}
	if c.Places > 1 {
		s += fmt.Sprintf(" (%d places)", c.Places)
	}
	return s
}

func quoted(s string) string {
	return `"` + strings.Join(strings.Fields(strings.ReplaceAll(s, nbsp, " ")), " ") + `"`
}

// changes collects changes; the same one in several places is one.
type changes struct{ list []Change }

func (c *changes) add(n Change) {
	for i, other := range c.list {
		if other.Kind == n.Kind && other.Tag == n.Tag && other.Old == n.Old && other.New == n.New {
			c.list[i].Places++
			return
		}
	}
	n.Places = 1
	c.list = append(c.list, n)
}
