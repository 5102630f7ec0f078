package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readmeRoot is a folder that README's commands can be run in: the worked
// example lies where it does in the repository, and what they write is thrown
// away.
func readmeRoot(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	example := filepath.Join("testdata", "par56-2015")
	require.NoError(t, os.CopyFS(filepath.Join(root, example), os.DirFS(filepath.Join("..", "..", example))))
	return root
}

// TestReadmeCommands runs every command that README shows.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	ci, err := os.ReadFile(filepath.Join("..", "..", ".ci", "run"))
	require.NoError(t, err)
	t.Chdir(readmeRoot(t))
	shown := 0
	for _, line := range commandLines(string(readme)) {
		if args, ok := strings.CutPrefix(line, "go run ./cmd/stikprove "); ok {
			var stdout, stderr bytes.Buffer
			assert.Equal(t, exitDone, run(strings.Fields(args), &stdout, &stderr), "%s\n%s", line, &stderr)
			shown++
			continue
		}
		assert.Contains(t, string(ci), "\n"+line+"\n", "what is no command of ours is run by CI")
	}
	assert.GreaterOrEqual(t, shown, 4)
	assert.FileExists(t, filepath.Join("out", "report.html"))
}

// commandLines returns the lines of the fenced blocks marked sh.
func commandLines(text string) []string {
	var lines []string
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(text, -1) {
		lines = append(lines, strings.Split(strings.TrimSpace(block[1]), "\n")...)
	}
	return lines
}

// TestReadmeLinks follows README's links within the repository.
func TestReadmeLinks(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	assert.Less(t, strings.Count(string(readme), "\n"), 200, "README is short")
	for _, link := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(string(readme), -1) {
		if !strings.Contains(link[1], "://") {
			_, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(link[1])))
			assert.NoError(t, err)
		}
	}
}

// TestReadmePicture holds README's picture to what the program draws; -update
// redraws it.
func TestReadmePicture(t *testing.T) {
	picture := filepath.Join("..", "..", "testdata", "par56-2015", "example.svg")
	var stdout, stderr bytes.Buffer
	out := filepath.Join(t.TempDir(), "drawn.svg")
	args := []string{"figure", filepath.Join("..", "..", "testdata", "par56-2015"), "condition-by-industry", "--out", out, "--language", "en"}
	require.Equal(t, exitDone, run(args, &stdout, &stderr), stderr.String())
	drawn, err := os.ReadFile(out)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile(picture, drawn, 0o644))
	}
	kept, err := os.ReadFile(picture)
	require.NoError(t, err)
	assert.Equal(t, string(kept), string(drawn), "run go test ./cmd/stikprove -update")
}
