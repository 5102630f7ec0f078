package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"sort"
)

// writeArchive writes a workbook's parts to path in a fixed order and at a
// fixed time. They are stored, not compressed: what compress/flate makes of
// the same text may change with the version of Go, and the bytes are compared.
func writeArchive(path string, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	parts := in.File
	sort.Slice(parts, func(i, j int) bool { return before(parts[i].Name, parts[j].Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		if err := storePart(w, part); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}

// before puts the content types first, where programs that guess a file's
// kind from its first bytes look for them.
func before(a, b string) bool {
	const first = "[Content_Types].xml"
	if a == first || b == first {
		return a == first && b != first
	}
	return a < b
}

func storePart(w *zip.Writer, part *zip.File) error {
	r, err := part.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store, Modified: stamp})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, r)
	return err
}
