package whole

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

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
	var inside atomic.Int32 // the race detector does not see locks of files
	var together atomic.Bool
	done := make(chan bool)
	for range 8 {
		go func() {
			unlock := Lock(dir)
			if inside.Add(1) > 1 {
				together.Store(true)
			}
			inside.Add(-1)
			unlock()
			done <- true
		}()
	}
	for range 8 {
		<-done
	}
	assert.False(t, together.Load())
	assert.Empty(t, names(t, dir))
}

// On Windows a file that is open in Excel cannot be replaced, and the number it
// says so with is not always the same.
func TestBecauseOnWindows(t *testing.T) {
	open := "writing tables.xlsx: it is open in another program, such as Excel, or may not be changed; close it there and run this again: "
	for _, c := range []struct {
		number syscall.Errno
		made   bool
		want   string
	}{
		{sharingViolation, true, open},
		{sharingViolation, false, open},
		{lockViolation, true, open},
		{accessDenied, true, open},
		{diskFull, false, "writing tables.xlsx: there is no room left on the disk: "},
		{handleDiskFull, true, "writing tables.xlsx: there is no room left on the disk: "},
	} {
		err := &os.LinkError{Op: "rename", Old: "out/.~stikprove-1/2", New: "out/tables.xlsx", Err: c.number}
		assert.EqualError(t, because("windows", "out/tables.xlsx", err, c.made), c.want+c.number.Error())
		assert.NotContains(t, because("linux", "out/tables.xlsx", err, c.made).Error(), "Excel")
	}
	err := because("linux", "a", &fs.PathError{Op: "open", Path: "a", Err: syscall.EROFS}, false)
	assert.EqualError(t, err, "writing a: the disk can only be read: read-only file system")
}

// Where the output is a link, what it leads to is written and the link stays.
func TestWriteThroughLink(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	file, link := filepath.Join(elsewhere, "decisions.csv"), filepath.Join(dir, "decisions.csv")
	require.NoError(t, os.WriteFile(file, []byte("old"), 0o644))
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no links here")
	}
	require.NoError(t, WriteBytes(link, []byte("new")))
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, "new", string(content))
	stat, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, stat.Mode()&fs.ModeSymlink)
	assert.Equal(t, []string{"decisions.csv"}, names(t, elsewhere))
}

// A device is written and stays one.
func TestWriteDevice(t *testing.T) {
	before, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	link := filepath.Join(t.TempDir(), "null") // so that a mistake here hurts nobody
	if err := os.Symlink(os.DevNull, link); err != nil || before.Mode().IsRegular() {
		t.Skip("no such device here")
	}
	require.NoError(t, WriteBytes(link, []byte("x")))
	after, err := os.Stat(os.DevNull)
	require.NoError(t, err)
	assert.Equal(t, before.Mode(), after.Mode())
}

// What a killed run left goes with the next, once it is a day old; what may be
// another run's or another program's stays.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-25 * time.Hour)
	for _, name := range []string{".~a.csv-123", ".~a.csv-new", ".~lock.a.csv#", ".~b.csv-123", ".~stikprove-77/x", ".~stikprove-88"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, nil, 0o644))
		require.NoError(t, os.Chtimes(path, old, old))
	}
	require.NoError(t, os.Chtimes(filepath.Join(dir, ".~stikprove-77"), old, old))
	require.NoError(t, os.WriteFile(filepath.Join(dir, ".~a.csv-456"), nil, 0o644))
	require.NoError(t, WriteBytes(filepath.Join(dir, "a.csv"), nil))
	assert.Equal(t, []string{".~a.csv-456", ".~a.csv-new", ".~b.csv-123", ".~lock.a.csv#", ".~stikprove-77", ".~stikprove-88", "a.csv"}, names(t, dir))
	_, remove, err := Folder(dir)
	require.NoError(t, err)
	remove()
	assert.Equal(t, []string{".~a.csv-456", ".~a.csv-new", ".~b.csv-123", ".~lock.a.csv#", "a.csv"}, names(t, dir))
}
