package survey

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Band is an interval of numbers, both ends included; an end may be infinite.
type Band struct {
	Name     string // ASCII, the option's name
	Label    Text
	From, To float64 // in the variable's unit
}

// RowError is what is wrong with the value in one row of a column, which knows
// no address. See [Dataset.Cell].
type RowError struct {
	Row     int // from 0
	Message string
}

// Error returns the row, counted from 1, and the message.
func (e RowError) Error() string { return fmt.Sprintf("row %d: %s", e.Row+1, e.Message) }

// Banded returns the variable v, whose options are the bands, from c's
// numbers. Absences are carried. The error says that bands are not in order,
// overlap or, as a [RowError], leave a number of the data without a band.
func (c *Column) Banded(v Variable, bands []Band) (*Column, error) {
	if c.Kind != KindInteger && c.Kind != KindDecimal && c.Kind != KindDate {
		return nil, fmt.Errorf("%s: bands need numbers, and %s is %s", v.Name, c.Name, c.Kind)
	}
	v.Options, v.Ordered = nil, true
	for i, b := range bands {
		if !(b.From <= b.To) {
			return nil, fmt.Errorf("%s: band %s runs from %v to %v", v.Name, b.Name, b.From, b.To)
		}
		if i > 0 && b.From <= bands[i-1].To {
			return nil, fmt.Errorf("%s: band %s begins at %v, where band %s has not ended", v.Name, b.Name, b.From, bands[i-1].Name)
		}
		v.Options = append(v.Options, Option{Name: b.Name, Label: b.Label})
	}
	index := absent(c.Rows())
	for i := range index {
		if c.Missing(i) != Present {
			continue
		}
		n := c.numbers[i]
		k := slices.IndexFunc(bands, func(b Band) bool { return b.From <= n && n <= b.To })
		if k < 0 {
			return nil, RowError{Row: i, Message: fmt.Sprintf("got %v, want a number in one of the bands", n)}
		}
		index[i] = int16(k)
	}
	return NewSingle(v, index, c.missing), nil
}

// absent returns n indexes that stand for no option.
func absent(n int) []int16 { return slices.Repeat([]int16{-1}, n) }

// Years returns the variable v, the calendar year of each of c's days.
// Absences are carried. It panics if c does not hold days.
func (c *Column) Years(v Variable) *Column {
	if c.Kind != KindDate {
		panic("survey: " + c.Name + ": not a kind of day: " + c.Kind.String())
	}
	v.Kind = KindInteger
	years := make([]float64, c.Rows())
	for i := range years {
		if years[i] = math.NaN(); c.Missing(i) == Present {
			years[i] = float64(c.Date(i).Year())
		}
	}
	return NewNumber(v, years, c.missing)
}

// The options of a yes/no variable that was derived, and the one beside them
// where the source has an option that means it.
var (
	Yes     = Option{Name: "yes", Label: Text{"da": "Ja", "en": "Yes"}}
	No      = Option{Name: "no", Label: Text{"da": "Nej", "en": "No"}}
	Unknown = Option{Name: "dont_know", Label: Text{"da": "Ved ikke", "en": "Don't know"}, Meaning: DontKnow}
)

// AnyOf returns the yes/no variable v: yes where c's answer has at least one
// of the named options. Where it has none, and all it says is that the
// respondent does not know or will not tell, the answer is dont_know, an
// option that v has only if c has such options. Absences are carried. The
// error says that c has no options, or not one that is named.
func (c *Column) AnyOf(v Variable, names []string) (*Column, error) {
	wanted, err := c.mask(v.Name, names)
	if err != nil {
		return nil, err
	}
	var silent uint64
	for k, o := range c.Options {
		if o.Meaning == DontKnow || o.Meaning == Refused || o.Meaning == NotCoded {
			silent |= 1 << k
		}
	}
	v.Options = []Option{Yes, No}
	if silent != 0 {
		v.Options = append(v.Options, Unknown)
	}
	index := absent(c.Rows())
	for i := range index {
		switch chosen := c.chosen(i); {
		case c.Missing(i) != Present:
		case chosen&wanted != 0:
			index[i] = 0
		case chosen != 0 && chosen&^silent == 0:
			index[i] = 2
		default:
			index[i] = 1
		}
	}
	return NewSingle(v, index, c.missing), nil
}

// chosen returns row i's answers as bits, whether one or several may be given.
func (c *Column) chosen(i int) uint64 {
	if c.Missing(i) != Present {
		return 0
	}
	if c.Kind == KindSingle {
		return 1 << c.index[i]
	}
	return c.bits[i]
}

// mask returns the named options as bits. The error is in the words of the
// derived variable.
func (c *Column) mask(derived string, names []string) (uint64, error) {
	if c.Kind != KindSingle && c.Kind != KindMultiple || len(c.Options) > 64 {
		return 0, fmt.Errorf("%s: %s is not a question with up to 64 options", derived, c.Name)
	}
	var bits uint64
	for _, name := range names {
		k := c.Option(name)
		if k < 0 {
			return 0, fmt.Errorf("%s: %s has no option %q; it has %s", derived, c.Name, name, optionNames(c.Options))
		}
		bits |= 1 << k
	}
	return bits, nil
}

func optionNames(options []Option) string {
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.Name
	}
	return strings.Join(names, ", ")
}
