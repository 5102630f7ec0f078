package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Inaccessible lists what on a page as [HTML] writes it keeps readers from it
// who do not see it or not well, a sentence each: no language or title, headings
// out of order, tables without heads, pictures without words, ids used twice.
// What is left to a person, and to a browser, is not looked at.
func Inaccessible(page []byte) []string {
	c := &pageCheck{ids: map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return c.done()
		case err != nil:
			return append(c.faults, "the page cannot be read: "+err.Error())
		}
		switch token := token.(type) {
		case xml.StartElement:
			c.start(token)
		case xml.EndElement:
			c.end(token.Name.Local)
		case xml.CharData:
			c.words.Write(token)
		}
	}
}

// pageCheck is a page being read.
type pageCheck struct {
	faults  []string
	ids     map[string]bool
	open    []element
	words   strings.Builder // since the last element that is asked for its words
	heading int             // level of the last
	wanted  []string        // ids that labels lead to
	title   bool
}

// element is one that is open.
type element struct {
	name             string
	caption, columns bool // of a table
	title, described bool // of a picture
}

func (c *pageCheck) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func (c *pageCheck) start(e xml.StartElement) {
	at := map[string]string{}
	for _, a := range e.Attr {
		at[a.Name.Local] = strings.TrimSpace(a.Value)
	}
	if id := at["id"]; id != "" {
		if c.ids[id] {
			c.fault("the id %s is used twice", id)
		}
		c.ids[id] = true
	}
	for _, name := range []string{"aria-labelledby", "aria-describedby"} {
		c.wanted = append(c.wanted, strings.Fields(at[name])...)
	}
	name := e.Name.Local
	switch name {
	case "html":
		if at["lang"] == "" {
			c.fault("no language is set")
		}
	case "img":
		if alt, there := at["alt"]; !there || strings.HasSuffix(alt, ".png") || strings.HasSuffix(alt, ".svg") {
			c.fault("picture %s has no alternative text", at["src"])
		}
	case "svg":
		if at["role"] != "img" {
			c.fault("a drawing does not say that it is one picture (role img)")
		}
	case "title", "desc":
		if last := len(c.open) - 1; last >= 0 && c.open[last].name == "svg" {
			c.open[last].title = c.open[last].title || name == "title"
			c.open[last].described = c.open[last].described || name == "desc"
		}
		c.words.Reset()
	case "caption", "h1", "h2", "h3", "h4", "h5", "h6":
		c.words.Reset()
	case "th":
		if at["scope"] == "" {
			c.fault("a table's heading does not say what it heads (scope)")
		}
		for i := len(c.open) - 1; i >= 0; i-- {
			if c.open[i].name == "table" {
				c.open[i].columns = c.open[i].columns || strings.HasPrefix(at["scope"], "col")
				break
			}
		}
	}
	c.open = append(c.open, element{name: name})
}

func (c *pageCheck) end(name string) {
	last := len(c.open) - 1
	for last >= 0 && c.open[last].name != name {
		last--
	}
	if last < 0 {
		return
	}
	e := c.open[last]
	c.open = c.open[:last]
	words := strings.TrimSpace(c.words.String())
	switch name {
	case "title":
		if last > 0 && c.open[last-1].name == "head" {
			c.title = words != ""
		} else if last > 0 && c.open[last-1].name == "svg" && words == "" {
			c.fault("a drawing's title is empty")
		}
	case "desc":
		if words == "" {
			c.fault("a drawing has no alternative text")
		}
	case "caption":
		for i := range c.open {
			c.open[i].caption = c.open[i].caption || c.open[i].name == "table" && words != ""
		}
	case "table":
		if !e.caption {
			c.fault("a table has no title (caption)")
		}
		if !e.columns {
			c.fault("a table has no row of headings")
		}
	case "svg":
		if !e.title || !e.described {
			c.fault("a drawing has no title or no alternative text")
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		level := int(name[1] - '0')
		if level > c.heading+1 {
			c.fault("heading %q is of level %d after one of level %d", words, level, c.heading)
		}
		if words == "" {
			c.fault("a heading of level %d has no words", level)
		}
		c.heading = level
	}
}

// done returns what was found, with what can only be said at the end.
func (c *pageCheck) done() []string {
	if !c.title {
		c.fault("the page has no title")
	}
	for _, id := range c.wanted {
		if !c.ids[id] {
			c.fault("a label leads to %s, which is not there", id)
		}
	}
	return c.faults
}
