package whole

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// folderName begins the names of folders for what is on its way.
const folderName = "stikprove-"

// underway is what is not yet in its place. Its lock is held while such a thing
// is made, so that none is unknown here, and while files are moved to their
// places, so that a program is not cancelled in the midst of it.
var underway = struct {
	sync.Mutex
	paths map[string]bool
	made  []string // folders by MakeAll, each after the one it stands in
}{paths: map[string]bool{}}

func track(path string) {
	underway.Lock()
	defer underway.Unlock()
	underway.paths[path] = true
}

func untrack(path string) {
	underway.Lock()
	defer underway.Unlock()
	delete(underway.paths, path)
}

// Folder makes a folder within dir for files that are not yet in their place;
// an empty dir is the system's own for such. The caller calls remove when they
// are, or when they will not be.
func Folder(dir string) (path string, remove func(), err error) {
	sweep(cmp.Or(dir, os.TempDir()), folderName)
	err = Commit(func() error {
		if path, err = os.MkdirTemp(dir, onItsWay+folderName); err == nil {
			underway.paths[path] = true
		}
		return err
	})
	if err != nil {
		return "", nil, err
	}
	return path, func() {
		_ = os.RemoveAll(path) // what is left is hidden, and disturbs no other run
		untrack(path)
	}, nil
}

// Commit runs move, which brings files to their places, to its end before the
// program may be cancelled. move calls nothing else of this package.
func Commit(move func() error) error {
	underway.Lock()
	defer underway.Unlock()
	return move()
}

// MakeAll is [os.MkdirAll] of folders that files stand in, with the permissions
// 0755. A run that is cancelled makes none any more, and leaves none empty that
// it made.
func MakeAll(path string) error {
	return Commit(func() error {
		var missing []string
		for p := filepath.Clean(path); ; p = filepath.Dir(p) {
			if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) {
				break
			}
			missing = append(missing, p)
		}
		slices.Reverse(missing)
		underway.made = append(underway.made, missing...)
		return os.MkdirAll(path, 0o755)
	})
}

// Cancel removes what is not yet in its place. Nothing can be brought there
// any more: the program is to end at once.
func Cancel() {
	underway.Lock() // for good
	for _, path := range slices.Sorted(maps.Keys(underway.paths)) {
		discard(path)
	}
	for _, path := range slices.Backward(underway.made) {
		_ = os.Remove(path) // nothing where something is in it
	}
}

// discard removes a file or folder that others of this program may be writing to.
// They know it by its name: under another one no more can be made in it, and
// what was being made as it changed is removed by one of the next tries.
func discard(path string) {
	away := path + "0" // a name that sweep knows too, should we be killed
	if os.Rename(path, away) == nil {
		path = away
	}
	for range 100 {
		if os.RemoveAll(path) == nil {
			return
		}
		time.Sleep(time.Millisecond)
	}
}
