package render

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// parts collects a workbook's parts and writes them in one order and with one
// time, so that the same tables give the same bytes.
type parts struct {
	to   *zip.Writer
	held map[string]*bytes.Buffer
}

func newParts(w io.Writer) excelize.ZipWriter {
	return &parts{to: zip.NewWriter(w), held: map[string]*bytes.Buffer{}}
}

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	p.held[name] = new(bytes.Buffer)
	return p.held[name], nil
}

// AddFS adds the files of fsys, which excelize never asks for.
func (p *parts) AddFS(fsys fs.FS) error { return p.to.AddFS(fsys) }

// contentTypes is the part that says what the others are; by name it comes
// first, which is where some programs look to tell a workbook.
const contentTypes = "[Content_Types].xml"

// imageType is a type of picture. excelize lists all it knows, in no order;
// the workbook has none.
var imageType = regexp.MustCompile(`<Default Extension="\w+" ContentType="image/[\w.-]+"></Default>`)

// Close writes the parts.
func (p *parts) Close() error {
	for _, name := range slices.Sorted(maps.Keys(p.held)) {
		w, err := p.to.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		content := p.held[name].Bytes()
		if name == contentTypes {
			content = imageType.ReplaceAll(content, nil)
		}
		if _, err := w.Write(content); err != nil {
			return err
		}
	}
	return p.to.Close()
}
