package register

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// writeSpells writes n invented spells, in no order of persons, with 5.7 spells
// a person in the year as the study's register has, and returns the file's path.
func writeSpells(tb testing.TB, n int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "spells.csv")
	f, err := os.Create(path)
	require.NoError(tb, err)
	w := bufio.NewWriterSize(f, 1<<20)
	_, _ = w.WriteString("person,start,end,municipality,kind,sex,birth\n") // an error shows again at Flush
	state := uint64(56)
	below := func(n uint64) int {
		state++
		return int(mixed(state*0x9e3779b97f4a7c15) % n)
	}
	first, _ := dayOf(2013, 1, 1)
	persons := uint64(max(1, n*10/57))
	for range n {
		person := below(persons)
		start := first + Day(below(912))
		length := 1
		if below(10) > 5 {
			length += below(1 + uint64(below(60)))
		}
		kind := 14
		if below(4) == 0 {
			kind = 1
		}
		at := int(mixed(uint64(person)) % 98)
		fmt.Fprintf(w, "%d,%s,%s,Kommune %02d,%d,%c,%d\n", 1000000+person, start, start+Day(length-1), at, kind, "KM"[person%2], 1950+person%45)
	}
	require.NoError(tb, w.Flush())
	require.NoError(tb, f.Close())
	return path
}

// BenchmarkCount reads and counts a register of 500,000 spells.
func BenchmarkCount(b *testing.B) {
	path := writeSpells(b, 500_000)
	info, err := os.Stat(path)
	require.NoError(b, err)
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		_, err := Count(Source{Path: path}, Options{})
		require.NoError(b, err)
	}
}
