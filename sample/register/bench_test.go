package register

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
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
	var line []byte
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
		line = strconv.AppendInt(line[:0], int64(1000000+person), 10)
		line = appendDay(append(line, ','), start)
		line = appendDay(append(line, ','), start+Day(length-1))
		line = append(line, ",Kommune "...)
		line = strconv.AppendInt(append(line, byte('0'+at/10)), int64(at%10), 10)
		line = strconv.AppendInt(append(line, ','), int64(kind), 10)
		line = append(line, ',', "KM"[person%2], ',')
		line = append(strconv.AppendInt(line, int64(1950+person%45), 10), '\n')
		_, _ = w.Write(line)
	}
	require.NoError(tb, w.Flush())
	require.NoError(tb, f.Close())
	return path
}

func appendDay(line []byte, d Day) []byte {
	year, month, day := d.Date()
	line = strconv.AppendInt(line, int64(year), 10)
	return append(line, '-', byte('0'+month/10), byte('0'+month%10), '-', byte('0'+day/10), byte('0'+day%10))
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
