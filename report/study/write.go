package study

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stikprove/survey/whole"
)

// output is a file of a report.
type output struct {
	entry
	content []byte
}

func newOutput(file string, content []byte) output {
	return output{entry: newEntry(file, content), content: content}
}

// write puts every output into dir, or none. All of them are on disk, in a
// folder within dir, before the first takes its place. Files of the same names
// are replaced, others are left alone.
func write(dir string, outputs []output) (err error) {
	made, err := makeFolders(dir, outputs)
	defer func() {
		for i := len(made) - 1; i >= 0 && err != nil; i-- {
			_ = os.Remove(made[i]) // nothing where something is in it
		}
	}()
	if err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	temporary, remove, err := whole.Folder(dir)
	if err != nil {
		return whole.Because(filepath.Join(dir, outputs[0].File), err)
	}
	// Deferred last, so that it is gone before the folders it stands in.
	defer remove()
	written := make([]string, len(outputs))
	for i, o := range outputs {
		written[i] = filepath.Join(temporary, fmt.Sprint(i))
		if err := os.WriteFile(written[i], o.content, 0o644); err != nil {
			return whole.Because(o.path(dir), err)
		}
	}
	// Two runs into one folder take turns, so that what stands there in the end
	// is one report.
	defer whole.Lock(dir)()
	return whole.Commit(func() error { return move(dir, outputs, written) })
}

// move moves what was written to its place. A Word file may be open in Word, and
// a workbook in Excel, which on Windows keeps it from being replaced: they go
// first, and where one cannot be replaced those that have been are put back.
func move(dir string, outputs []output, written []string) (err error) {
	var undo []func()
	defer func() {
		for i := len(undo) - 1; i >= 0 && err != nil; i-- {
			undo[i]()
		}
	}()
	for _, first := range []bool{true, false} {
		for i, o := range outputs {
			path, old := o.path(dir), written[i]+".old"
			if opened := strings.HasSuffix(o.File, ".docx") || strings.HasSuffix(o.File, ".xlsx"); opened != first {
				continue
			}
			// A second name for the old file, where the disk has such: a file is
			// replaced in one step, and never away.
			linked := os.Link(path, old)
			if err := os.Rename(written[i], path); err != nil {
				return inWord(path, whole.NotReplaced(path, err))
			}
			switch {
			case linked == nil:
				undo = append(undo, func() { _ = os.Rename(old, path) })
			case errors.Is(linked, fs.ErrNotExist):
				undo = append(undo, func() { _ = os.Remove(path) })
			}
		}
	}
	return nil
}

func (o output) path(dir string) string { return filepath.Join(dir, filepath.FromSlash(o.File)) }

// makeFolders makes dir and the folders that outputs stand in, and returns
// those that were not there. The error says, too, that a folder stands where
// an output is to be written.
func makeFolders(dir string, outputs []output) (made []string, err error) {
	folders := []string{dir}
	for _, o := range outputs {
		folders = append(folders, filepath.Dir(o.path(dir)))
	}
	for _, folder := range folders {
		_, err := os.Stat(folder)
		if errors.Is(err, fs.ErrNotExist) {
			made = append(made, folder)
		}
		if err := whole.MakeAll(folder); err != nil {
			return made, err
		}
	}
	for _, o := range outputs {
		if stat, err := os.Stat(o.path(dir)); err == nil && stat.IsDir() {
			return made, fmt.Errorf("%s: a folder stands in the place of the file", o.path(dir))
		}
	}
	return made, nil
}
