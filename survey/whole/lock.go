package whole

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Lock waits until no other run on this machine holds the lock of path, a file
// or folder that need not be there, and takes it. It is given back by unlock
// or at the end of the program, however that comes.
//
// What is locked is a file in the system's folder for temporary ones, so that
// nothing is left beside path. Where that cannot be had, as when another user
// made it, nobody is kept out: unlock then does nothing. The file goes when the
// lock is given back, except on Windows, which cannot remove one that is open.
func Lock(path string) (unlock func()) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	file := filepath.Join(os.TempDir(), "stikprove-"+hex.EncodeToString(sum[:8])+".lock")
	for {
		f, err := lockedfile.OpenFile(file, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return func() {}
		}
		if stands(f, file) {
			track(file)
			return func() {
				untrack(file)
				if runtime.GOOS != "windows" {
					_ = os.Remove(file) // while it is held: who waits for it sees that it is gone
				}
				_ = f.Close()
			}
		}
		_ = f.Close() // the one before us removed it, and another may have made it anew
	}
}

// stands reports whether a lock that was got is the one that others find.
func stands(f *lockedfile.File, file string) bool {
	got, err := f.Stat()
	there, missing := os.Stat(file)
	return err == nil && missing == nil && os.SameFile(got, there)
}
