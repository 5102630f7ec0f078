package whole

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// onItsWay stands before the name of a file that is not yet in its place. It
// hides the file in most systems.
const onItsWay = ".~"

// Write puts a file at path with what fill writes. A file that stands there
// keeps its permissions; a new one may be read by everybody and written by its
// owner. Its folder must be there. Where path is a link, the file it leads to is
// written; a device such as /dev/stdout is written as it is.
//
// The error names the file and says why it could not be written: no room, no
// permission, open in another program.
func Write(path string, fill func(io.Writer) error) error {
	mode := fs.FileMode(0o644)
	if stat, err := os.Stat(path); err == nil {
		mode = stat.Mode().Perm()
	}
	return WriteMode(path, mode, fill)
}

// WriteMode is [Write] with the permissions the file shall have, whatever they
// were before.
func WriteMode(path string, mode fs.FileMode, fill func(io.Writer) error) error {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
	case stat.IsDir():
		return fmt.Errorf("writing %s: a folder stands in the place of the file", filepath.Base(path))
	case !stat.Mode().IsRegular():
		return through(path, fill)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sweep(filepath.Dir(path), filepath.Base(path)+"-")
	f, err := create(path)
	if err != nil {
		return Because(path, err)
	}
	defer untrack(f.Name())
	out := bufio.NewWriter(f)
	if err = fill(out); err == nil {
		err = out.Flush()
	}
	if err == nil { // a full network drive may say so no sooner
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Chmod(f.Name(), mode)
	}
	if err == nil {
		if err = Commit(func() error { return os.Rename(f.Name(), path) }); err == nil {
			return nil
		}
		_ = os.Remove(f.Name()) // the error that brought us here says more
		return NotReplaced(path, err)
	}
	_ = os.Remove(f.Name())
	return Because(path, err)
}

// create makes a file on its way to path.
func create(path string) (f *os.File, err error) {
	err = Commit(func() error {
		if f, err = os.CreateTemp(filepath.Dir(path), onItsWay+filepath.Base(path)+"-*"); err == nil {
			underway.paths[f.Name()] = true
		}
		return err
	})
	return f, err
}

// through writes what cannot be put in place: a device or a pipe.
func through(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return Because(path, err)
	}
	out := bufio.NewWriter(f)
	if err = fill(out); err == nil {
		err = out.Flush()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return Because(path, err)
	}
	return nil
}

// WriteBytes is [Write] of content that is at hand.
func WriteBytes(path string, content []byte) error {
	return Write(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}
