package whole

import (
	"cmp"
	"maps"
	"os"
	"slices"
	"sync"
)

// folderName begins the names of folders for what is on its way.
const folderName = "stikprove-"

// underway is what is not yet in its place. Its lock is held while files are
// moved there, so that a program is not cancelled in the midst of it.
var underway = struct {
	sync.Mutex
	paths map[string]bool
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
	path, err = os.MkdirTemp(dir, onItsWay+folderName)
	if err != nil {
		return "", nil, err
	}
	track(path)
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

// Cancel removes what is not yet in its place. Nothing can be brought there
// any more: the program is to end at once.
func Cancel() {
	underway.Lock() // for good
	for range 2 {   // again for the file that may have been made in a folder meanwhile; no other can be
		for _, path := range slices.Sorted(maps.Keys(underway.paths)) {
			_ = os.RemoveAll(path) // what is left is hidden, and disturbs no other run
		}
	}
}
