// Command pack packs a folder as .zip or .tar.gz so that the same files give
// the same bytes: by name, with one time, without owners, and with the
// permissions of a program or of a text.
//
//	go run ./.ci/pack FOLDER ARCHIVE SECONDS
package main

import (
	"archive/tar"
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: pack FOLDER ARCHIVE SECONDS")
		os.Exit(2)
	}
	if err := pack(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

// archive takes files one after the other.
type archive interface {
	add(name string, mode fs.FileMode, at time.Time, content []byte) error
	io.Closer
}

func pack(folder, to, seconds string) (err error) {
	at, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return err
	}
	f, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var a archive
	if strings.HasSuffix(to, ".zip") {
		a = newZip(f)
	} else {
		a = newTar(f)
	}
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // by name
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(filepath.Dir(folder), path)
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if strings.TrimSuffix(d.Name(), ".exe") == "stikprove" {
			mode = 0o755
		}
		return a.add(filepath.ToSlash(name), mode, time.Unix(at, 0).UTC(), content)
	})
	return errors.Join(err, a.Close())
}

type zipped struct{ *zip.Writer }

func newZip(w io.Writer) zipped {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	return zipped{z}
}

func (z zipped) add(name string, mode fs.FileMode, at time.Time, content []byte) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: at}
	h.SetMode(mode)
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write(content)
	}
	return err
}

type tarred struct {
	*tar.Writer
	outer *gzip.Writer
}

func newTar(w io.Writer) tarred {
	z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // the level is one there is
	return tarred{tar.NewWriter(z), z}
}

func (t tarred) add(name string, mode fs.FileMode, at time.Time, content []byte) error {
	h := &tar.Header{Name: name, Mode: int64(mode), Size: int64(len(content)), ModTime: at, Format: tar.FormatUSTAR}
	if err := t.WriteHeader(h); err != nil {
		return err
	}
	_, err := t.Write(content)
	return err
}

// Close ends the archive and what it is packed in.
func (t tarred) Close() error { return errors.Join(t.Writer.Close(), t.outer.Close()) }
