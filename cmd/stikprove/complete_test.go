package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// completions returns what the program answers a shell that asks what may come
// in place of the last argument, without descriptions.
func completions(t *testing.T, args ...string) []string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitDone, run(append([]string{"__complete"}, args...), &stdout, &stderr), stderr.String())
	lines := strings.Split(strings.TrimSpace(stdout.String()), "\n")
	var words []string
	for _, line := range lines[:len(lines)-1] { // the last is what the shell is to do with them
		word, _, _ := strings.Cut(line, "\t")
		words = append(words, word)
	}
	return words
}

// The Tab key completes the study's own names.
func TestComplete(t *testing.T) {
	example := filepath.Join("..", "..", "testdata", "par56-2015")
	frame := filepath.Join(example, "data", "frame.xlsx")
	assert.Equal(t, []string{"response", "agreements"}, completions(t, "table", example, "")[:2])
	assert.Subset(t, completions(t, "estimate", example, "--by", ""), []string{"region", "condition_five", "case_id", "condition_stress", "first_year"})
	assert.Contains(t, completions(t, "estimate", example, "--by", "region,f"), "region,firm_size")
	assert.Contains(t, completions(t, "estimate", example, "--ratio", "refunds/"), "refunds/agreements")
	assert.Equal(t, []string{"jobcentre", "region", "municipalities", "invited", "note"}, completions(t, "table", frame, "--rows", ""))
	assert.Equal(t, []string{"jobcentre", "region", "municipalities", "invited", "note"}, completions(t, "response", "answers.csv", "--frame", frame, "--by", ""))
	assert.Contains(t, completions(t, "register", example, "--tables", "gaps,"), "gaps,pattern")
	assert.Contains(t, completions(t, "trace", example, ""), "condition/")
	assert.Contains(t, completions(t, "figure", example, ""), "industry")
	assert.Contains(t, completions(t, "compare", example, example, ""), "condition-by-industry")
	assert.Contains(t, completions(t, "ta"), "table")

	for flag, want := range map[string]string{
		"table --language": "da en", "table --format": "text csv json", "draw --method": "srs systematic pps sampford tille",
		"estimate --replicates": "jk1 jkn brr fay bootstrap canty given", "weigh --calibrate": "rake linear raking logit", "read --cpr": "refuse mask",
		"read --instrument": "xlsx", "completion": "bash fish powershell zsh", "help code": "evaluate scheme",
	} {
		assert.Equal(t, strings.Fields(want), completions(t, append(strings.Fields(flag), "")...), flag)
	}
	// What cannot be read has no names, and says nothing in their place.
	assert.Empty(t, completions(t, "table", filepath.Join(example, "none"), ""))
	assert.Empty(t, completions(t, "table", "none.csv", "--rows", ""))
	assert.Empty(t, completions(t, "report", example, ""))
}

// However long a file, no more than its first rows are read: what is wrong with
// the last one is not met.
func TestCompleteReadsHeadings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long.csv")
	long := "office;region\n" + strings.Repeat("o1;North\n", 200_000) + "o2;\"never closed\x00\n"
	require.NoError(t, os.WriteFile(path, []byte(long), 0o644))
	assert.Equal(t, []string{"office", "region"}, completions(t, "table", path, "--rows", ""))
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitProblems, run([]string{"table", path, "--rows", "region"}, &stdout, &stderr))
}

// The script of each shell names the program, and asks it for the names.
func TestCompletionScripts(t *testing.T) {
	for _, shell := range []string{"bash", "fish", "powershell", "zsh"} {
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitDone, run([]string{"completion", shell}, &stdout, &stderr))
		assert.Contains(t, stdout.String(), "__complete", shell)
		assert.Contains(t, stdout.String(), "stikprove", shell)
	}
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitUsage, run([]string{"completion", "tcsh"}, &stdout, &stderr))
	assert.Equal(t, "stikprove: no shell \"tcsh\"; want bash, fish, powershell, zsh; see stikprove completion --help\n", stderr.String())
}
