package audit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readDOCX reads the paragraphs and tables of a Word document. Deleted text,
// field codes and the contents are left out.
func readDOCX(source []byte) ([]block, error) {
	file, err := zip.NewReader(bytes.NewReader(source), int64(len(source)))
	if err != nil {
		return nil, errors.New("is no Word document (.docx)")
	}
	var blocks []block
	found := false
	for _, name := range []string{"word/document.xml", "word/footnotes.xml"} {
		part, err := file.Open(name)
		if err != nil {
			continue
		}
		found = true
		r := &wordReader{blocks: blocks, in: xml.NewDecoder(io.LimitReader(part, largest))}
		err = r.read()
		part.Close()
		if err != nil {
			return nil, fmt.Errorf("cannot be read as a Word document: %s is damaged", name)
		}
		blocks = r.blocks
	}
	if !found {
		return nil, errors.New("is no Word document (.docx)")
	}
	return blocks, nil
}

// wordReader goes through one part of a Word document.
type wordReader struct {
	in     *xml.Decoder
	blocks []block
	count  int // paragraphs outside tables

	text  strings.Builder
	style string
	depth int // of tables
	rows  [][]string
	row   []string
	cell  strings.Builder
	span  int
	wide  int // text taken: 0 outside w:t
}

// skipped are elements whose text nobody sees, or sees twice.
var skipped = map[string]bool{"del": true, "moveFrom": true, "instrText": true, "Fallback": true, "txbxContent": true, "delText": true, "drawing": true, "pict": true}

func (r *wordReader) read() error {
	for {
		token, err := r.in.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if skipped[t.Name.Local] {
				if err := r.in.Skip(); err != nil {
					return err
				}
				continue
			}
			r.start(t)
		case xml.EndElement:
			r.end(t.Name.Local)
		case xml.CharData:
			if r.wide > 0 {
				r.write(string(t))
			}
		}
	}
}

func (r *wordReader) write(s string) {
	if r.depth > 0 {
		r.cell.WriteString(s)
		return
	}
	r.text.WriteString(s)
}

func (r *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "t":
		r.wide++
	case "tab", "br", "cr":
		r.write(" ")
	case "noBreakHyphen":
		r.write("-")
	case "pStyle":
		r.style = strings.ToLower(attribute(t, "val"))
	case "tbl":
		r.depth++
	case "tr":
		if r.depth == 1 {
			r.row = nil
		}
	case "tc":
		if r.depth == 1 {
			r.cell.Reset()
			r.span = 1
		}
	case "gridSpan":
		if _, err := fmt.Sscan(attribute(t, "val"), &r.span); err != nil || r.span < 1 || r.span > 64 {
			r.span = 1
		}
	}
}

func (r *wordReader) end(name string) {
	switch name {
	case "t":
		r.wide = max(r.wide-1, 0)
	case "p":
		if r.depth > 0 {
			r.cell.WriteString(" ")
			return
		}
		r.paragraph()
	case "tc":
		if r.depth == 1 {
			r.row = append(r.row, strings.Join(strings.Fields(r.cell.String()), " "))
			for ; r.span > 1; r.span-- {
				r.row = append(r.row, "")
			}
		}
	case "tr":
		if r.depth == 1 {
			r.rows = append(r.rows, r.row)
		}
	case "tbl":
		if r.depth = max(r.depth-1, 0); r.depth == 0 {
			r.blocks = appended(r.blocks, block{kind: table, rows: r.rows}, fmt.Sprintf("¶ %d", r.count))
			r.rows = nil
		}
	}
}

func (r *wordReader) paragraph() {
	text, style := r.text.String(), r.style
	r.text.Reset()
	r.style = ""
	r.count++
	if strings.HasPrefix(style, "toc") || strings.HasPrefix(style, "indholdsfortegnelse") || strings.HasPrefix(style, "tableoffigures") || strings.HasPrefix(style, "listeoverfigurer") {
		return
	}
	kind := paragraph
	if strings.HasPrefix(style, "heading") || strings.HasPrefix(style, "overskrift") || style == "title" || style == "titel" {
		kind = heading
	}
	r.blocks = put(r.blocks, kind, text, fmt.Sprintf("¶ %d", r.count))
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
