package whole

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Lock waits until no other run on this machine holds the lock of path, a file
// or folder that need not be there, and takes it. It is given back by unlock
// or at the end of the program, however that comes.
//
// What is locked is a file in the system's folder for temporary ones, so that
// nothing is left beside path. Where that cannot be had, as when another user
// made it, nobody is kept out: unlock then does nothing.
func Lock(path string) (unlock func()) {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	file := filepath.Join(os.TempDir(), "stikprove-"+hex.EncodeToString(sum[:8])+".lock")
	unlock, err := lockedfile.MutexAt(file).Lock()
	if err != nil {
		return func() {}
	}
	return unlock
}
