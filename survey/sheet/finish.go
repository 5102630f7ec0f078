package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"regexp"
	"slices"
)

// Finish returns a workbook that excelize has written with its parts in one
// order, so that the same sheets give the same bytes, without the types of
// pictures that are not in it, and with what a font is in the order of the
// standard (ECMA-376, Part 1, 18.8.22), which excelize writes as it goes.
func Finish(workbook []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(z.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	out.Grow(len(workbook))
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if mend := mended[f.Name]; mend != nil {
			err = rewrite(w, f, mend)
		} else {
			err = w.Copy(f)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// mended holds what is done to parts, by their names.
var mended = map[string]func([]byte) []byte{
	"[Content_Types].xml": func(part []byte) []byte { return imageType.ReplaceAll(part, nil) },
	"xl/styles.xml":       func(part []byte) []byte { return fontElement.ReplaceAllFunc(part, fontInOrder) },
}

// rewrite copies a part, mended.
func rewrite(to *zip.Writer, f *zip.File, mend func([]byte) []byte) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	part, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(mend(part))
	return err
}

var (
	// imageType is a type of picture. Where a workbook has a drawing excelize
	// lists all it knows, in no order; none of ours has a picture.
	imageType   = regexp.MustCompile(`<Default Extension="\w+" ContentType="image/[\w.-]+"></Default>`)
	fontElement = regexp.MustCompile(`<font>.*?</font>`)
	fontChild   = regexp.MustCompile(`<(\w+)[^>]*></\w+>`)
)

// fontOrder is the order of what a font is.
var fontOrder = []string{"b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"}

// fontInOrder returns a font element with its children in order.
func fontInOrder(font []byte) []byte {
	children := fontChild.FindAllSubmatch(font, -1)
	slices.SortStableFunc(children, func(a, b [][]byte) int {
		return cmp.Compare(slices.Index(fontOrder, string(a[1])), slices.Index(fontOrder, string(b[1])))
	})
	out := []byte("<font>")
	for _, c := range children {
		out = append(out, c[0]...)
	}
	return append(out, "</font>"...)
}
