package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// parcel is the parts of a Word file by name.
type parcel map[string][]byte

// mostBytes is how large a file may be when unpacked.
const mostBytes = 512 << 20

// openParcel reads a zip file.
func openParcel(content []byte) (parcel, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	p, room := parcel{}, int64(mostBytes)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(io.LimitReader(r, room+1))
		_ = r.Close()
		if err != nil {
			return nil, err
		}
		if room -= int64(len(part)); room < 0 {
			return nil, errors.New("larger than any report")
		}
		p[partName(f.Name)] = part
	}
	return p, nil
}

// partName returns the name of a part as relations have it; some programs write
// names their system's way.
func partName(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/")
}

// write writes the parts in one order and with one time, so that the same parts
// give the same bytes.
func (p parcel) write(w io.Writer) error {
	z := zip.NewWriter(w)
	names := slices.Sorted(maps.Keys(p))
	// Some programs look at the first part to tell what the file is.
	if i := slices.Index(names, typesPart); i > 0 {
		names = slices.Insert(slices.Delete(names, i, i+1), 0, typesPart)
	}
	for _, name := range names {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		if path.Ext(name) == ".png" || path.Ext(name) == ".jpeg" || path.Ext(name) == ".jpg" {
			h.Method = zip.Store // packed already
		}
		part, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(p[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

// replaceParts returns the zip file content with some parts replaced; all others are
// copied as they are packed.
func replaceParts(content []byte, changed parcel) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		part, ok := changed[partName(f.Name)]
		if !ok {
			if err := w.Copy(f); err != nil {
				return nil, err
			}
			continue
		}
		h := &zip.FileHeader{Name: f.Name, Method: f.Method, Modified: f.Modified}
		to, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// typesPart says what the other parts are.
const typesPart = "[Content_Types].xml"

// relation leads from a part to another.
type relation struct {
	id, kind, target string
	outside          bool // target is an address
}

// Kinds of relation, after the address that all begin with.
const (
	kindDocument  = "/officeDocument"
	kindStyles    = "/styles"
	kindNumbering = "/numbering"
	kindSettings  = "/settings"
	kindFootnotes = "/footnotes"
	kindHeader    = "/header"
	kindFooter    = "/footer"
	kindImage     = "/image"
	kindLink      = "/hyperlink"
	kindExtended  = "/extended-properties"
	kindCore      = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)

// relsOf returns the name of the part that holds a part's relations, or the
// package's where part is empty.
func relsOf(part string) string {
	if part == "" {
		return "_rels/.rels"
	}
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// relations reads the relations of a part, with targets as names of parts. A
// part without any has none.
func (p parcel) relations(part string) ([]relation, error) {
	source, ok := p[relsOf(part)]
	if !ok {
		return nil, nil
	}
	root, err := parseXML(source)
	if err != nil {
		return nil, err
	}
	var out []relation
	for _, n := range root.children {
		r := relation{id: n.attr("Id"), kind: n.attr("Type"), target: n.attr("Target"), outside: n.attr("TargetMode") == "External"}
		if !r.outside {
			r.target = resolve(part, r.target)
		}
		out = append(out, r)
	}
	return out, nil
}

// resolve returns the name of the part that target leads to from part.
func resolve(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(path.Dir(part), target)
}

// related returns the part of a kind that a part leads to; empty for none.
func related(relations []relation, kind string) string {
	for _, r := range relations {
		if strings.HasSuffix(r.kind, kind) && !r.outside {
			return r.target
		}
	}
	return ""
}
