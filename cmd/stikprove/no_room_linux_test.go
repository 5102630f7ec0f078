package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A disk that is full and a folder that may not be written in give one
// sentence, and what stood there still stands.
func TestNoRoom(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=600k"); err != nil {
		t.Skipf("wants a small disk of its own, which root can have: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(disk, 0) })
	study := exampleCopy(t)
	out := filepath.Join(disk, "out")
	cmd, talk := start(t, "report", study, "--out", out)
	assert.Error(t, cmd.Run())
	assert.Equal(t, exitBug, cmd.ProcessState.ExitCode())
	assert.Regexp(t, `(?m)^stikprove: writing \S+: there is no room left on the disk: no space left on device\n\z`, talk.String())
	assert.NoDirExists(t, out)

	decisions := filepath.Join(disk, "decisions.csv")
	content, err := os.ReadFile(filepath.Join(study, "decisions.csv"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(decisions, content, 0o644))
	sheet := filepath.Join(disk, "review.xlsx")
	require.NoError(t, os.WriteFile(filepath.Join(disk, "filler"), make([]byte, 600<<10-2*4096-len(content)/4096*4096), 0o644))
	cmd, talk = start(t, "review", study, "--all", "--out", sheet)
	assert.Error(t, cmd.Run())
	assert.Equal(t, exitBug, cmd.ProcessState.ExitCode())
	assert.Regexp(t, `(?m)^stikprove: writing review.xlsx: there is no room left on the disk`, talk.String())
	assert.NoFileExists(t, sheet)
}
