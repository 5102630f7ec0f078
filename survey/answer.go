package survey

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
)

// Answer returns row i's value as rules and exports write it: an option's
// name, the names of the chosen options with blanks between, a number without
// needless decimals, a day as 2015-03-31, or the text itself. It is "" where
// the value is absent or nothing was chosen.
func (c *Column) Answer(i int) string {
	if c.Missing(i) != Present {
		return ""
	}
	switch c.Kind {
	case KindText:
		return c.texts[i]
	case KindSingle:
		return c.Options[c.index[i]].Name
	case KindMultiple:
		var names []string
		for b := c.bits[i]; b != 0; b &= b - 1 {
			names = append(names, c.Options[bits.TrailingZeros64(b)].Name)
		}
		return strings.Join(names, " ")
	case KindDate:
		return c.Date(i).Format(time.DateOnly)
	default:
		return strconv.FormatFloat(c.numbers[i], 'f', -1, 64)
	}
}

// Blank reports whether row i's value is absent, nothing chosen, or the
// number 0: what a platform writes for somebody it never asked.
func (c *Column) Blank(i int) bool {
	if c.Missing(i) != Present {
		return true
	}
	switch c.Kind {
	case KindText:
		return strings.TrimSpace(c.texts[i]) == ""
	case KindMultiple:
		return c.bits[i] == 0
	case KindInteger, KindDecimal:
		return c.numbers[i] == 0
	default:
		return false
	}
}
