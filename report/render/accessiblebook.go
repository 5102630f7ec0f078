package render

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
)

// InaccessibleBook lists what in a workbook as [Workbook] writes it keeps readers
// from it who do not see it or not well, a sentence each: no title or language,
// a sheet without a name of its own, without words in its first cell, which is
// where reading begins, or without a row of headings that stays and is printed on
// every page, charts without words. What is left to a person is not looked at.
func InaccessibleBook(book []byte) []string {
	parts, err := bookParts(book)
	if err != nil {
		return []string{"the workbook cannot be read: " + err.Error()}
	}
	c := &bookCheck{parts: parts}
	c.properties()
	c.sheets()
	return c.faults
}

// bookCheck is a workbook being looked through.
type bookCheck struct {
	parts  map[string][]byte
	faults []string
}

func (c *bookCheck) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

func bookParts(book []byte) (map[string][]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, err
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		if path.Ext(f.Name) != ".xml" && path.Ext(f.Name) != ".rels" {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			return nil, err
		}
		r.Close()
	}
	return parts, nil
}

// properties looks for title and language.
func (c *bookCheck) properties() {
	var core struct {
		Title    string `xml:"title"`
		Language string `xml:"language"`
	}
	if err := xml.Unmarshal(c.parts["docProps/core.xml"], &core); err != nil || strings.TrimSpace(core.Title) == "" {
		c.fault("the workbook has no title")
	}
	if strings.TrimSpace(core.Language) == "" {
		c.fault("the workbook has no language")
	}
}

var (
	bookFrozen      = regexp.MustCompile(`<pane [^>]*state="frozen"[^>]*>`)
	bookFirst       = regexp.MustCompile(`<c r="A1"[^>]*>\s*<(?:v|is)>`)
	bookPicture     = regexp.MustCompile(`<xdr:cNvPr [^>]*>`)
	bookAlternative = regexp.MustCompile(` descr="[^"]*[^" ][^"]*"`)
	bookUnnamed     = regexp.MustCompile(`^(?:Sheet|Ark) ?\d+$`)
)

// sheets looks through each sheet in the order they stand.
func (c *bookCheck) sheets() {
	var list struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	targets, err := related(c.parts["xl/_rels/workbook.xml.rels"])
	if e := xml.Unmarshal(c.parts["xl/workbook.xml"], &list); err != nil || e != nil || len(list.Sheets) == 0 {
		c.fault("the workbook has no sheets that can be read")
		return
	}
	for _, s := range list.Sheets {
		name := path.Join("xl", strings.TrimPrefix(targets[s.ID], "/xl/"))
		sheet := c.parts[name]
		if strings.TrimSpace(s.Name) == "" || bookUnnamed.MatchString(s.Name) {
			c.fault("sheet %q is not called by what it holds", s.Name)
		}
		if !bookFirst.Match(sheet) {
			c.fault("sheet %q begins with an empty cell", s.Name)
		}
		if pane := bookFrozen.Find(sheet); !bytes.Contains(pane, []byte(" ySplit=")) {
			c.fault("sheet %q has no row of headings that stays", s.Name)
		}
		drawings, _ := related(c.parts[path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")])
		for _, target := range drawings {
			drawing := c.parts[path.Join(path.Dir(name), target)]
			if strings.HasPrefix(target, "/") {
				drawing = c.parts[target[1:]]
			}
			for _, picture := range bookPicture.FindAll(drawing, -1) {
				if !bookAlternative.Match(picture) {
					c.fault("a chart on sheet %q has no alternative text", s.Name)
				}
			}
		}
	}
}

// related returns the targets of a part's relationships by their ids.
func related(part []byte) (map[string]string, error) {
	var list struct {
		Relationships []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	targets := map[string]string{}
	if part == nil {
		return targets, nil
	}
	err := xml.Unmarshal(part, &list)
	for _, r := range list.Relationships {
		targets[r.ID] = r.Target
	}
	return targets, err
}
