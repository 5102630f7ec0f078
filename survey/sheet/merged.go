package sheet

import (
	"bytes"
	"errors"
	"fmt"
)

// maxMerged is the most merged ranges of a sheet. A form of a thousand rows
// has some thousands.
const maxMerged = 100_000

// readMerged reads the merged ranges, which stand behind the rows (ECMA-376,
// part 1, 18.3.1.55).
func (r *sheetReader) readMerged(m *markup) error {
	return m.children(func() error {
		ref, ok := m.attribute("ref")
		if string(m.name) != "mergeCell" || !ok {
			return nil
		}
		block, ok := rangeOf(ref)
		if !ok {
			return fmt.Errorf("merged cells have the address %.40q", ref)
		}
		if len(r.merged) == maxMerged {
			return errTooManyMerged
		}
		r.merged = append(r.merged, block)
		return nil
	})
}

// errTooManyMerged is said of a sheet that no person made.
var errTooManyMerged = errors.New("it has more than 100,000 merged ranges")

// rangeOf reads the address of a range such as "B2:D2". Corners may be given
// in any order, and one cell is a range of itself.
func rangeOf(b []byte) (Range, bool) {
	first, last, two := bytes.Cut(b, []byte(":"))
	if !two {
		last = first
	}
	r1, c1, ok1 := address(first)
	r2, c2, ok2 := address(last)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}
