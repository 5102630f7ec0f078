package whole

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func names(t *testing.T, dir string) []string {
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestWriteKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
	path := filepath.Join(t.TempDir(), "a")
	require.NoError(t, WriteBytes(path, []byte("1")))
	stat, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o644), stat.Mode().Perm())
	require.NoError(t, os.Chmod(path, 0o640))
	require.NoError(t, WriteBytes(path, []byte("2")))
	stat, err = os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o640), stat.Mode().Perm())
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "2", string(content))
}

// What breaks off half-way leaves the old file and nothing beside it.
func TestWriteBrokenOff(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	require.NoError(t, WriteBytes(path, []byte("old")))
	err := Write(path, func(w io.Writer) error {
		_, _ = w.Write(make([]byte, 1<<20))
		return syscall.ENOSPC
	})
	require.ErrorContains(t, err, "writing a: there is no room left on the disk")
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "old", string(content))
	assert.Equal(t, []string{"a"}, names(t, dir))
}

func TestBecause(t *testing.T) {
	dir := t.TempDir()
	assert.ErrorContains(t, WriteBytes(filepath.Join(dir, "none", "a"), nil), "writing a: there is no folder "+filepath.Join(dir, "none"))
	assert.EqualError(t, WriteBytes(dir, nil), "writing "+filepath.Base(dir)+": a folder stands in the place of the file")
	err := Because("x/a.xlsx", &fs.PathError{Op: "open", Path: "x/.~a.xlsx-1", Err: fs.ErrPermission})
	assert.EqualError(t, err, "writing a.xlsx: no permission to write in x: permission denied")
	assert.ErrorIs(t, err, fs.ErrPermission)
	assert.EqualError(t, Because("x/a", errors.New("odd")), "writing a: odd")
}

// A lock is taken by one at a time: the count of those inside never passes one.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	inside, most := 0, 0
	done := make(chan bool)
	for range 8 {
		go func() {
			unlock := Lock(dir)
			inside++ // the lock guards it; the race detector would say otherwise
			most = max(most, inside)
			inside--
			unlock()
			done <- true
		}()
	}
	for range 8 {
		<-done
	}
	assert.Equal(t, 1, most)
	assert.Empty(t, names(t, dir))
}
