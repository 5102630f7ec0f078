//go:build linux

package register

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// peerFile is the environment variable that names the file a process of its own
// counts, see TestCountAlone.
const peerFile = "STIKPROVE_TEST_SPELLS"

// alone is what TestCountAlone prints.
type alone struct{ Persons, Lengths, Gaps, Begun, Twice int }

// TestCountAlone is the other process of the benchmarks below: what it costs is
// what its operating system says of it, start-up and all.
func TestCountAlone(t *testing.T) {
	path := os.Getenv(peerFile)
	if path == "" {
		t.Skip("run by the benchmarks")
	}
	c, err := Count(Source{Path: path}, Options{Definitions: Definitions{Year: 2014, Join: JoinNone}, NoPersons: true})
	require.NoError(t, err)
	_, err = c.Tables([]string{"municipality", "spell-length", "spells-per-person", "gaps"}, 5, 0.95)
	require.NoError(t, err)
	out := alone{Persons: c.sums.persons, Lengths: total(c.sums.lengths[:]), Gaps: total(c.sums.gaps[:])}
	for _, n := range c.sums.places {
		out.Begun += n[1]
	}
	for _, p := range c.Problems {
		if p.Kind == Twice {
			out.Twice = p.N
		}
	}
	line, err := json.Marshal(out)
	require.NoError(t, err)
	fmt.Printf("%s\n", line)
}

// cost is what a process took.
type cost struct {
	wall, processor time.Duration
	out             string
	megabytes       int
}

func run(b *testing.B, command *exec.Cmd) cost {
	b.Helper()
	begun := time.Now()
	out, err := command.Output()
	require.NoError(b, err)
	state := command.ProcessState
	return cost{time.Since(begun), state.UserTime() + state.SystemTime(), string(out), int(state.SysUsage().(*syscall.Rusage).Maxrss >> 10)}
}

func countAlone(b *testing.B, path string) (cost, alone) {
	b.Helper()
	self, err := os.Executable()
	require.NoError(b, err)
	command := exec.Command(self, "-test.run", "^TestCountAlone$")
	command.Env = append(os.Environ(), peerFile+"="+path)
	took := run(b, command)
	var got alone
	require.NoError(b, json.NewDecoder(strings.NewReader(took.out)).Decode(&got))
	return took, got
}

// BenchmarkPeer counts 5,000,000 spells, every row a spell, and has DuckDB
// count the same file in the same run, a process each. It is skipped where node
// does not find @duckdb/node-api, which is installed by npm in a folder outside
// the repository and named in NODE_PATH.
func BenchmarkPeer(b *testing.B) {
	script, err := filepath.Abs(filepath.Join("..", "..", "testdata", "reference", "peer.cjs"))
	require.NoError(b, err)
	if err := exec.Command("node", "-e", "require('@duckdb/node-api')").Run(); err != nil {
		b.Skip("node or @duckdb/node-api is not installed: npm install @duckdb/node-api, and name its node_modules in NODE_PATH")
	}
	path := writeSpells(b, 5_000_000)
	for b.Loop() {
		ours, got := countAlone(b, path)
		theirs := run(b, exec.Command("node", script, path))
		for name, k := range map[string]struct{ n, apart int }{
			"persons": {got.Persons, 0}, "lengths": {got.Lengths, got.Twice}, "gaps": {got.Gaps, got.Twice}, "municipalities": {got.Begun, got.Twice},
		} { // DuckDB counts a row given twice twice
			var rows, sum int
			_, line, _ := strings.Cut("\n"+theirs.out, "\n"+name+" ")
			_, err := fmt.Sscan(line, &rows, &sum)
			require.NoError(b, err)
			assert.InDelta(b, sum, k.n, float64(k.apart), name)
		}
		b.ReportMetric(ours.wall.Seconds(), "s")
		b.ReportMetric(ours.processor.Seconds(), "cpu-s")
		b.ReportMetric(float64(ours.megabytes), "MB")
		b.ReportMetric(theirs.wall.Seconds(), "s-duckdb")
		b.ReportMetric(theirs.processor.Seconds(), "cpu-s-duckdb")
		b.ReportMetric(float64(theirs.megabytes), "MB-duckdb")
	}
}

// BenchmarkSizes counts registers of 0.1 to 20 million spells, a process each.
func BenchmarkSizes(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := writeSpells(b, n)
			for b.Loop() {
				took, _ := countAlone(b, path)
				b.ReportMetric(took.wall.Seconds(), "s")
				b.ReportMetric(took.processor.Seconds(), "cpu-s")
				b.ReportMetric(float64(took.megabytes), "MB")
			}
		})
	}
}
