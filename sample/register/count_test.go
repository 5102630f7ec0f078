package register

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// file writes a register and returns its path.
func file(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

// counted counts a register without a minimum's hiding, with every table as
// text.
func counted(t testing.TB, content string, o Options) (*Counts, string) {
	t.Helper()
	o.Patterns = true
	c, err := Count(Source{Path: file(t, "spells.csv", []byte(content)), Key: []byte("0123456789abcdef")}, o)
	require.NoError(t, err)
	return c, printed(t, c)
}

func printed(t testing.TB, c *Counts) string {
	t.Helper()
	tables, err := c.Tables(nil, 1, 0.95)
	require.NoError(t, err)
	var b strings.Builder
	for _, table := range tables {
		b.WriteString(table.String())
	}
	return b.String()
}

// row is a spell of the slow way.
type row struct {
	person, municipality, kind string
	start, end                 int // days from 1 January 2013
}

// invented draws a register with everything that breaks counting: overlaps,
// rows given twice, several kinds, spells across a new year.
func invented(r *rand.Rand, n int) []row {
	var rows []row
	for range n {
		person := r.IntN(1 + n/6)
		start := r.IntN(800)
		w := row{fmt.Sprintf("%04d", person), fmt.Sprint("By", person%5), []string{"14", "14", "14", "2"}[r.IntN(4)], start, start + r.IntN(1+r.IntN(40))}
		rows = append(rows, w)
		if r.IntN(20) == 0 {
			rows = append(rows, w)
		}
	}
	return rows
}

func csvOf(rows []row) string {
	first, _ := dayOf(2013, 1, 1)
	var b strings.Builder
	b.WriteString("Person,Startdato,Slutdato,Sagsart,Kommune,Køn,Fødselsår\n")
	for _, w := range rows {
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s,%c,19%s5\n", w.person, first+Day(w.start), first+Day(w.end), w.kind, w.municipality, "KM"[w.person[3]%2], w.person[3:])
	}
	return b.String()
}

// slowly counts lengths, spells a person and gaps of kind 14 in 2014 the long
// way: by marking days.
func slowly(rows []row) (lengths, spells, gaps map[int]int) {
	lengths, spells, gaps = map[int]int{}, map[int]int{}, map[int]int{}
	days := map[string]map[int]bool{}
	for _, w := range rows {
		if w.kind != "14" {
			continue
		}
		if days[w.person] == nil {
			days[w.person] = map[int]bool{}
		}
		for d := w.start; d <= w.end; d++ {
			days[w.person][d] = true
		}
	}
	for _, marked := range days {
		n, before := 0, -1
		for d := 0; d < 900; d++ {
			if !marked[d] || marked[d-1] {
				continue
			}
			end := d
			for marked[end+1] {
				end++
			}
			if before >= 0 {
				gaps[d-before]++
			}
			before = end
			if d >= 365 && d < 730 {
				n++
				lengths[end-d+1]++
			}
		}
		if n > 0 {
			spells[n]++
		}
	}
	return lengths, spells, gaps
}

// TestCountSlowly holds the counts to those of another way.
func TestCountSlowly(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 56))
	for range 20 {
		rows := invented(r, 400)
		c, _ := counted(t, csvOf(rows), Options{Definitions: Definitions{Year: 2014}})
		lengths, spells, gaps := slowly(rows)
		for _, k := range []struct {
			name string
			got  []int
			want map[int]int
		}{{"lengths", c.sums.lengths[:], lengths}, {"spells", c.sums.spells[:], spells}, {"gaps", c.sums.gaps[:], gaps}} {
			got := map[int]int{}
			for i, n := range k.got {
				if n > 0 {
					got[i] = n
				}
			}
			want := map[int]int{}
			for i, n := range k.want {
				want[min(i, len(k.got)-1)] += n
			}
			assert.Equal(t, want, got, k.name)
		}
	}
}

// TestOrder holds the tables to being the same in every order of the rows and
// with any number of goroutines.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 56))
	rows := invented(r, 3000)
	_, want := counted(t, csvOf(rows), Options{Workers: 1})
	for workers := 1; workers <= 3; workers++ {
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		_, got := counted(t, csvOf(rows), Options{Workers: workers})
		assert.Equal(t, want, got)
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.person, b.person) })
	_, got := counted(t, csvOf(rows), Options{})
	assert.Equal(t, want, got, "sorted")
}

// TestDialects holds the tables to being the same however the text is written.
func TestDialects(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 56))
	text := strings.ReplaceAll(csvOf(invented(r, 300)), "By", "Ærøkøbing ")
	_, want := counted(t, text, Options{})
	encoded := func(s string, err error) string { require.NoError(t, err); return s }
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for name, as := range map[string]string{
		"semicolons":   strings.ReplaceAll(text, ",", ";"),
		"tabs":         strings.ReplaceAll(text, ",", "\t"),
		"Windows":      strings.ReplaceAll(text, "\n", "\r\n"),
		"mark":         "\uFEFF" + text,
		"remarks":      "# Opdigtet; intet er sandt\n# heller ikke dette\n" + text,
		"sep":          "sep=;\r\n" + strings.ReplaceAll(text, ",", ";"),
		"no last line": strings.TrimSuffix(text, "\n"),
		"quotes":       strings.ReplaceAll(strings.ReplaceAll(text, "Ærøkøbing 1", `"Ærøkøbing 1"`), ",14,", `,"14",`),
		"blanks":       strings.ReplaceAll(text, ",", " , "),
		"windows-1252": encoded(charmap.Windows1252.NewEncoder().String(text)),
		"utf-16":       encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)),
		"gzip":         packed.String(),
	} {
		_, got := counted(t, as, Options{})
		assert.Equal(t, want, got, name)
	}
}

// TestIDs holds ids to being who they say.
func TestIDs(t *testing.T) {
	for _, k := range []struct {
		heading, a, b string
		same          bool
	}{
		{"id", "7", "007", false}, // leading zeros are a part of an id
		{"id", "a", "A", false},
		{"id", "person-0000000001", "person-0000000002", false},
		{"id", "abcdefgh", "abcdefghi", false},
		{"cpr", "010190-1111", "0101901111", true}, // a personal number has many looks
		{"cpr", "101901111", "0101901111", true},
		{"cpr", "0101901111", "0201901111", false},
		{"id", "010190-1111", "0101901111", true}, // and need not be called so
	} {
		text := fmt.Sprintf("%s;start;slut\n%s;2014-01-01;2014-01-01\n%s;2014-03-01;2014-03-01\n", k.heading, k.a, k.b)
		c, _ := counted(t, text, Options{})
		want := 2
		if k.same {
			want = 1
		}
		assert.Equal(t, want, c.sums.persons, "%s %s %s", k.heading, k.a, k.b)
	}
}

// TestKey holds the key to changing pseudonyms and nothing else.
func TestKey(t *testing.T) {
	text := "cpr;start;slut\n"
	for week := range 20 {
		day, _ := ParseDay("2014-01-06")
		text += fmt.Sprintf("0101901111;%s;%s\n", day+Day(7*week), day+Day(7*week))
	}
	for i := range 100 {
		day, _ := ParseDay("2014-01-06")
		text += fmt.Sprintf("%010d;%s;%s\n", i, day+Day(i), day+Day(i))
	}
	var tables, names []string
	for _, key := range []string{"the first key of all", "another key than it"} {
		c, err := Count(Source{Path: file(t, "spells.csv", []byte(text)), Key: []byte(key)}, Options{Patterns: true})
		require.NoError(t, err)
		tables = append(tables, printed(t, c))
		persons := c.PatternPersons()
		require.Len(t, persons, 1)
		assert.True(t, persons[0].Weekday)
		assert.Equal(t, 20, persons[0].Starts)
		assert.NotContains(t, persons[0].Pseudonym, "010190")
		names = append(names, persons[0].Pseudonym)
	}
	assert.Equal(t, tables[0], tables[1])
	assert.NotEqual(t, names[0], names[1])
}
