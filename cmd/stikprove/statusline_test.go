package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// On a terminal each stage is written over the one before, and the last is
// wiped out. Nothing is written to a pipe or a file.
func TestStatusLine(t *testing.T) {
	var terminal bytes.Buffer
	line := &statusLine{to: &terminal}
	line.say("a.csv: 10,000 rows")
	line.say("a.csv: 20,000 rows")
	line.clear()
	line.clear()
	assert.Equal(t, "\r\033[Ka.csv: 10,000 rows …\r\033[Ka.csv: 20,000 rows …\r\033[K", terminal.String())

	read, write, err := os.Pipe()
	require.NoError(t, err)
	defer read.Close()
	line = newStatusLine(write)
	line.say("a.csv: 10,000 rows")
	line.clear()
	require.NoError(t, write.Close())
	var piped bytes.Buffer
	_, err = piped.ReadFrom(read)
	require.NoError(t, err)
	assert.Empty(t, piped.String())
}
