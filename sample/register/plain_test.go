package register

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPlain holds the short way with rows to the long one: what a register
// comes to, its rows in every shape, is the same without it.
func TestPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 56))
	text := csvOf(invented(r, 2000))
	undated := strings.NewReplacer("2013-0", "x", "2014-1", "y").Replace(text) // some dates are none
	for i, line := range strings.Split(strings.TrimSpace(text), "\n")[1:400] {
		f := strings.Split(line, ",")
		f[i%7] = []string{"", " ", "  2014-05-06 ", "06-05-2014", "6.5.2014", "20140506", "2014-02-30", "x", "1949-12-31", "2079-01-01", "a-longer-field-than-all"}[i%11]
		text += strings.Join(f[:7-i%5/4], ",") + []string{"\n", "\r\n"}[i%2]
	}
	for name, content := range map[string]string{
		"odd rows":  text,
		"no dates":  undated,
		"day first": dayFirst(text),
		"ends":      strings.ReplaceAll(text, "\n", "\r\n"),
		"reversed":  swapped(text),
		"personal":  strings.Replace(text, "Person", "CPR", 1),
	} {
		s := Source{Path: file(t, "spells.csv", []byte(content)), Key: []byte("0123456789abcdef")}
		read := func(plainly bool) (all []record, f faults, n int) {
			o, err := s.open()
			require.NoError(t, err)
			defer o.file.Close()
			r := newReader(o, newPlaces(o.encoding), s.Key, Definitions{}.filled())
			require.NotNil(t, r.roles)
			if !plainly {
				r.roles = nil
			}
			var buffer []byte
			for {
				block, number, ok := o.take(&buffer)
				if !ok {
					break
				}
				r.block(block, number)
			}
			for p := range parts {
				all = append(all, (&sorter{places: make([]uint16, mostMunicipality)}).sort(records([]*heap{r.heap}, p))...)
			}
			return all, r.faults, r.rows
		}
		want, wantFaults, wantRows := read(false)
		got, gotFaults, gotRows := read(true)
		assert.Greater(t, len(want), 100, name)
		assert.Equal(t, want, got, name)
		assert.Equal(t, wantFaults, gotFaults, name)
		assert.Equal(t, wantRows, gotRows, name)
	}
}

// TestPlainIsTaken holds the rows that most registers have to the short way.
func TestPlainIsTaken(t *testing.T) {
	for _, row := range []string{"7,2014-01-31,2014-02-01,14,Ærøskøbing", "1234567,31-01-2014,28.02.2014,1,Vejle", "0123456789ab,2014-01-31,2014-02-01,14,Vejle"} {
		text := "person,start,slut,sagsart,kommune\n" + row
		o, err := Source{Path: file(t, "spells.csv", []byte(text))}.open()
		require.NoError(t, err)
		defer o.file.Close()
		r := newReader(o, newPlaces("utf-8"), nil, Definitions{}.filled())
		rest, ok := r.plain([]byte(row + "\r\n" + row + row))
		assert.True(t, ok, row)
		assert.Equal(t, row+row, string(rest))
	}
}

// dayFirst writes dates as 05-03-2014.
func dayFirst(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		f := strings.Split(line, ",")
		for k, s := range f {
			if len(s) == 10 && s[4] == '-' {
				f[k] = s[8:] + "-" + s[5:7] + "-" + s[:4]
			}
		}
		lines[i] = strings.Join(f, ",")
	}
	return strings.Join(lines, "\n")
}

// swapped turns the columns round.
func swapped(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		f := strings.Split(line, ",")
		slices.Reverse(f)
		lines[i] = strings.Join(f, ",")
	}
	return strings.Join(lines, "\n")
}
