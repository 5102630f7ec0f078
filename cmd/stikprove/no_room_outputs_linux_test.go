package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whatever command writes, on a full disk and on one that can only be read it
// gives one sentence, what stood there still stands and nothing lies beside it.
func TestNoRoomForOutputs(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=160k"); err != nil {
		t.Skipf("wants a small disk of its own, which root can have: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	study := exampleCopy(t)
	dir := t.TempDir()
	key, people := filepath.Join(dir, "key"), filepath.Join(dir, "people.csv")
	require.NoError(t, os.WriteFile(key, []byte(strings.Repeat("secret", 5)), 0o600))
	require.NoError(t, os.WriteFile(people, []byte("w,sex\n"+strings.Repeat("1,f\n2,m\n", 20_000)), 0o644))
	margins := filepath.Join(dir, "margins.csv")
	require.NoError(t, os.WriteFile(margins, []byte("variable,category,count\nsex,f,30000\nsex,m,30000\n"), 0o644))
	sheets := []string{filepath.Join(dir, "a.xlsx"), filepath.Join(dir, "b.xlsx")}
	for i, sheet := range sheets {
		cmd, talk := start(t, "review", study, "--all", "--out", sheet)
		require.NoError(t, cmd.Run(), talk)
		decide(t, sheet, 0)
		decide(t, sheet, 1+i)
	}
	spells := filepath.Join(study, "data", "spells.csv")
	outputs := map[string][]string{ // by the file that stands there already
		"draw.csv":    {"draw", study, "--n", "90", "--seed", "1", "--replace", "--out", disk},
		"clean.csv":   {"read", people, "--to", "clean.csv"},
		"clean.xlsx":  {"read", people, "--to", "clean.xlsx"},
		"map.yaml":    {"read", filepath.Join(study, "data", "jobcentres.xlsx"), "--mapping", "map.yaml"},
		"weigh.csv":   {"weigh", people, "--weights", "w", "--margins", margins, "--to", "weigh.csv"},
		"third.xlsx":  {"agree", sheets[0], sheets[1], "--adjudicate", "third.xlsx"},
		"words.xlsx":  {"code", "scheme", "--out", "words.xlsx"},
		"sick.csv":    {"register", spells, "--key", key, "--persons", "sick.csv"},
		"review.xlsx": {"review", study, "--all", "--out", "review.xlsx"},
		"stikprove.1": {"man", "--out", disk},
		"chart.svg":   {"figure", study, "municipality", "--out", "chart.svg"},
		"filled.txt":  {"form", study, "--blank", "--out", "."}, // which writes over no form
		"form.xlsx":   {"form", study, "--xlsform", "form.xlsx"},
		"remind.xlsx": {"status", study, "--out", "remind.xlsx"},
		"begun.txt":   {"new", "begun", "--from", people},
		"wave.txt":    {"new", "wave", "--from", study, "--wave", "2026"},
		"said.txt":    {"draft", study, "--out", "text.md"},
	}
	for name := range outputs {
		require.NoError(t, os.WriteFile(filepath.Join(disk, name), []byte("old"), 0o644))
	}
	var filled int64
	for size := int64(64 << 10); size > 0; size /= 2 { // to the last page
		if f, err := os.OpenFile(filepath.Join(disk, "filler"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644); err == nil {
			n, _ := f.Write(make([]byte, size))
			filled += int64(n)
			require.NoError(t, f.Close())
		}
	}
	require.Positive(t, filled)
	before := files(t, disk)
	for _, kind := range []struct{ name, want string }{
		{"full", `there is no room left on the disk: no space left on device`},
		{"to be read only", `the disk can only be read: read-only file system`},
	} {
		if kind.name != "full" {
			require.NoError(t, syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, "size=160k"))
		}
		for name, args := range outputs {
			cmd, talk := start(t, args...)
			cmd.Dir = disk
			assert.Error(t, cmd.Run(), "%v on a disk that is %s", args, kind.name)
			assert.Equal(t, exitBug, cmd.ProcessState.ExitCode(), "%v", args)
			assert.Regexp(t, `(?m)^stikprove: writing \S+: `+kind.want+`\n\z`, talk.String(), "%v, %s", args, name)
		}
		assert.Equal(t, before, files(t, disk), kind.name)
	}
}
