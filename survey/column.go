package survey

import (
	"fmt"
	"math"
	"time"
)

// Column is a variable with its values, one per row of a dataset. It is
// immutable. Which of the value methods may be called follows from the
// variable's kind; calling another is a programmer's mistake and panics.
type Column struct {
	Variable
	index   []int16   // KindSingle: position in Options, -1 where absent
	bits    []uint64  // KindMultiple: bit i set where option i is chosen
	numbers []float64 // KindInteger, KindDecimal, KindDate
	texts   []string  // KindText
	missing []Missing // nil where every value is present

	// blocks holds, for each roster block (one block where there is no
	// roster), the sheet column each option or the whole question was read
	// from, counted from 1; of rows from several files, for each file and in
	// it for each block. Nil for derived columns.
	blocks [][]int

	// home says where the values stand when it is not where the dataset's rows
	// do: a respondent's answers that a case from another sheet carries.
	home *home
}

// home is the origin of values and, per row, the row there.
type home struct {
	origin Origin
	rows   []int
}

// NewSingle returns a column of single answers. index holds positions in
// v.Options, or any negative number where missing says the value is absent.
// It panics if the lengths differ or an index is out of range.
func NewSingle(v Variable, index []int16, missing []Missing) *Column {
	v.Kind = KindSingle
	c := &Column{Variable: v, index: index, missing: checkMissing(v.Name, len(index), missing)}
	for i, k := range index {
		if c.Missing(i) == Present && (k < 0 || int(k) >= len(v.Options)) {
			panic(fmt.Sprintf("survey: %s: row %d: option %d of %d", v.Name, i, k, len(v.Options)))
		}
	}
	return c
}

// NewMultiple returns a column of multiple answers: bit i of a row is set
// where option i was chosen. It panics if the lengths differ, there are more
// than 64 options, or a bit stands for none of them.
func NewMultiple(v Variable, bits []uint64, missing []Missing) *Column {
	if len(v.Options) > 64 {
		panic("survey: " + v.Name + ": more than 64 options")
	}
	for i, b := range bits {
		if b>>len(v.Options) != 0 {
			panic(fmt.Sprintf("survey: %s: row %d: bits %b for %d options", v.Name, i, b, len(v.Options)))
		}
	}
	v.Kind = KindMultiple
	return &Column{Variable: v, bits: bits, missing: checkMissing(v.Name, len(bits), missing)}
}

// NewNumber returns a column of numbers; v.Kind says whether they are whole
// numbers, decimals or days since 1970-01-01.
func NewNumber(v Variable, numbers []float64, missing []Missing) *Column {
	if v.Kind != KindInteger && v.Kind != KindDecimal && v.Kind != KindDate {
		panic("survey: " + v.Name + ": not a kind of number: " + v.Kind.String())
	}
	return &Column{Variable: v, numbers: numbers, missing: checkMissing(v.Name, len(numbers), missing)}
}

// NewText returns a column of texts.
func NewText(v Variable, texts []string, missing []Missing) *Column {
	v.Kind = KindText
	return &Column{Variable: v, texts: texts, missing: checkMissing(v.Name, len(texts), missing)}
}

func checkMissing(name string, rows int, missing []Missing) []Missing {
	if missing != nil && len(missing) != rows {
		panic(fmt.Sprintf("survey: %s: %d absences for %d rows", name, len(missing), rows))
	}
	return missing
}

// From returns a copy of c that remembers where it was read: one inner slice
// per roster block (one where there is no roster) with the sheet columns,
// counted from 1, of the question or of each of its options in order.
func (c *Column) From(blocks [][]int) *Column {
	d := *c
	d.blocks = blocks
	return &d
}

// Rows returns the number of rows.
func (c *Column) Rows() int {
	switch c.Kind {
	case KindSingle:
		return len(c.index)
	case KindMultiple:
		return len(c.bits)
	case KindText:
		return len(c.texts)
	default:
		return len(c.numbers)
	}
}

// Missing returns why row i has no value, or Present.
func (c *Column) Missing(i int) Missing {
	if c.missing == nil {
		return Present
	}
	return c.missing[i]
}

// Index returns the position in Options of row i's answer, or -1 where absent.
func (c *Column) Index(i int) int {
	if c.Missing(i) != Present {
		return -1
	}
	return int(c.index[i])
}

// Bits returns row i's chosen options, bit k for option k; 0 where absent.
func (c *Column) Bits(i int) uint64 {
	if c.Missing(i) != Present {
		return 0
	}
	return c.bits[i]
}

// Number returns row i's number, or NaN where absent. A date is in days since
// 1970-01-01.
func (c *Column) Number(i int) float64 {
	if c.Missing(i) != Present {
		return math.NaN()
	}
	return c.numbers[i]
}

// Text returns row i's text, or "" where absent.
func (c *Column) Text(i int) string {
	if c.Missing(i) != Present {
		return ""
	}
	return c.texts[i]
}

// Date returns row i's day, or the zero Time where absent.
func (c *Column) Date(i int) time.Time {
	n := c.Number(i)
	if math.IsNaN(n) {
		return time.Time{}
	}
	return time.Unix(int64(n)*86400, 0).UTC()
}
