package register

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzCount holds every text to being counted or refused, never to a panic, and
// its counts to adding up.
func FuzzCount(f *testing.F) {
	for _, seed := range []string{
		troubled, "person;start;slut\n1;2014-01-01;2014-01-02\n", "person,start\n\"1\",2014-01-01", "cpr\tfra\ttil\n0101801111\t1.2.2014\t\n",
		"\uFEFFid;start\r\n1;20140101\r\n", "sep=;\nid;start\n1;2014-01-01", "\xff\xfei\x00d\x00;\x00", "\x1f\x8b", "# \n# \n", "id;start;end\n1;2014-01-01;\"2014-01-02\"x\n",
		"id;start;end\n;;\n\"\";\"\";\"\n",
	} {
		f.Add([]byte(seed))
	}
	path := filepath.Join(f.TempDir(), "spells.csv")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := Count(Source{Path: path, Key: []byte("key")}, Options{Stop: []Kind{}})
		if err != nil {
			return
		}
		if spells := total(c.sums.lengths[:]) + c.sums.openSpells; spells > c.Rows || c.sums.persons > spells {
			t.Fatalf("%d rows, %d spells, %d persons", c.Rows, spells, c.sums.persons)
		}
		if persons := total(c.sums.spells[:]); persons != c.sums.persons {
			t.Fatalf("%d persons by spells, %d in all", persons, c.sums.persons)
		}
		if _, err := c.Tables(nil, 5, 0.95); err != nil {
			t.Fatal(err)
		}
	})
}
