package whole

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"syscall"
)

// Because returns why the file at path could not be written, in a sentence
// that names the file and no other: not the one that was on its way to it.
func Because(path string, err error) error {
	file := filepath.Base(path)
	switch {
	case full(err):
		return fmt.Errorf("writing %s: there is no room left on the disk: %w", file, bare(err))
	case open(err):
		return fmt.Errorf("writing %s: it is open in another program; close it there: %w", file, bare(err))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("writing %s: no permission to write in %s: %w", file, filepath.Dir(path), bare(err))
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("writing %s: there is no folder %s: %w", file, filepath.Dir(path), bare(err))
	}
	return fmt.Errorf("writing %s: %w", file, bare(err))
}

// bare returns an error of the system without the path it happened at.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return number
	}
	return err
}

// Windows has numbers of its own, which package syscall does not name
// everywhere.
const (
	sharingViolation = 32
	handleDiskFull   = 39
	diskFull         = 112
)

func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || windows(err, diskFull) || windows(err, handleDiskFull)
}

// open reports whether Windows keeps a file from being replaced since a program
// has it open. Elsewhere a file that is open can be replaced.
func open(err error) bool { return windows(err, sharingViolation) }

func windows(err error, want syscall.Errno) bool {
	var number syscall.Errno
	return runtime.GOOS == "windows" && errors.As(err, &number) && number == want
}
