package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Where the result does not come out, the run has not ended well: whatever the
// command, it says so in one sentence.
func TestResultNotWritten(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("wants /dev/full")
	}
	example := filepath.Join("..", "..", "testdata", "par56-2015")
	frame := filepath.Join(example, "data", "frame.xlsx")
	for _, args := range [][]string{
		{"--help"}, {"help", "table"}, {"--version"}, {"completion", "bash"}, {"plan", "--proportion", "0.39", "--margin", "0.05"},
		{"check", example}, {"code", example}, {"table", example, "condition"}, {"table", example, "condition", "--format", "json"},
		{"estimate", example, "--sample", "cases", "--proportion", "condition", "--format", "csv"}, {"read", frame}, {"read", frame, "--format", "json"},
		{"draw", example, "--n", "3", "--seed", "1"}, {"register", example, "--tables", "gaps"},
	} {
		full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		require.NoError(t, err)
		cmd, talk := start(t, args...)
		cmd.Stdout = full
		assert.Error(t, cmd.Run(), "%v", args)
		assert.Equal(t, exitBug, cmd.ProcessState.ExitCode(), "%v", args)
		assert.Equal(t, "stikprove: writing the result: there is no room left on the disk\n", talk.String(), "%v", args)
		require.NoError(t, full.Close())
	}
	// A reader such as head that has enough.
	var talk bytes.Buffer
	read, write, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, read.Close())
	cmd := exec.Command("stikprove", "help", "table")
	cmd.Stdout, cmd.Stderr = write, &talk
	assert.Error(t, cmd.Run())
	assert.Equal(t, exitBug, cmd.ProcessState.ExitCode())
	assert.Equal(t, "stikprove: the result was not read to its end; what it was handed to has stopped\n", talk.String())
	require.NoError(t, write.Close())
}
