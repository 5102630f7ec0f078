package whole

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
)

// Because returns why the file at path could not be written, in a sentence
// that names the file and no other: not the one that was on its way to it.
func Because(path string, err error) error { return because(runtime.GOOS, path, err, false) }

// NotReplaced is [Because] of a file that is made and could not be brought to
// its place. Windows then says no more than that access is denied, and what
// keeps it is the file that stands there: others could be made beside it.
func NotReplaced(path string, err error) error { return because(runtime.GOOS, path, err, true) }

// because is Because on a system of that name, as package runtime has it.
func because(system, path string, err error, made bool) error {
	file := filepath.Base(path)
	windows := func(want ...syscall.Errno) bool {
		var number syscall.Errno
		return system == "windows" && errors.As(err, &number) && slices.Contains(want, number)
	}
	switch {
	case errors.Is(err, syscall.ENOSPC), windows(diskFull, handleDiskFull):
		return fmt.Errorf("writing %s: there is no room left on the disk: %w", file, bare(err))
	case windows(sharingViolation, lockViolation), made && windows(accessDenied):
		return fmt.Errorf("writing %s: it is open in another program, such as Excel, or may not be changed; close it there and run this again: %w", file, bare(err))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("writing %s: no permission to write in %s: %w", file, filepath.Dir(path), bare(err))
	case errors.Is(err, syscall.EROFS):
		return fmt.Errorf("writing %s: the disk can only be read: %w", file, bare(err))
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
// everywhere. Elsewhere a file that is open can be replaced.
const (
	accessDenied     = 5
	sharingViolation = 32
	lockViolation    = 33
	handleDiskFull   = 39
	diskFull         = 112
)
