package sheet

import (
	"errors"
	"strconv"
	"strings"
)

// display is how a number format shows a number.
type display uint8

const (
	asNumber display = iota
	asDate           // a date, with or without a time
	asTime           // a time of day
)

// maxStyles is more than Excel takes of cell styles, which is 65,490.
const maxStyles = 100_000

var errTooManyStyles = errors.New("it has more styles than Excel takes")

// readFormats reads how each cell style shows numbers; a cell names its style
// by its place in the list.
func (x *spreadsheet) readFormats() ([]display, error) {
	if _, ok := x.archive[x.styles]; !ok {
		return nil, nil
	}
	custom := make(map[int]display)
	var styles []int
	err := x.archive.each(x.styles, func(m *markup) error {
		switch string(m.name) {
		case "styleSheet":
			return nil
		case "numFmts":
			return m.children(func() error {
				if len(custom) > maxStyles {
					return errTooManyStyles
				}
				id, ok := m.number("numFmtId")
				code, err := m.word("formatCode")
				if ok {
					custom[id] = displayOf(code)
				}
				return err
			})
		case "cellXfs":
			return m.children(func() error {
				if len(styles) > maxStyles {
					return errTooManyStyles
				}
				id, _ := m.number("numFmtId")
				styles = append(styles, id)
				return nil
			})
		}
		return m.skip() // a number format elsewhere is of a conditional format
	})
	formats := make([]display, len(styles))
	for i, id := range styles {
		if d, ok := custom[id]; ok {
			formats[i] = d
		} else {
			formats[i] = builtin(id)
		}
	}
	return formats, err
}

// children calls visit for each child of the element just opened and passes
// the element. The visit reads the child's attributes only.
func (m *markup) children(visit func() error) error {
	for {
		e, err := m.next()
		switch {
		case err != nil:
			return err
		case e == closed:
			return nil
		case e == ended:
			return errors.New("the part breaks off")
		case e == opened:
			if err := visit(); err != nil {
				return err
			}
			if err := m.skip(); err != nil {
				return err
			}
		}
	}
}

// number returns the value of an attribute that is a whole number.
func (m *markup) number(name string) (int, bool) {
	b, _ := m.attribute(name)
	n, err := strconv.Atoi(string(b))
	return n, err == nil
}

// builtin returns how the number formats that have no code show a number.
// 27 to 36 and 50 to 58 are dates in East Asian Excel, 71 to 81 in Thai; they
// stand for no number format elsewhere.
//
// Source: ECMA-376, part 1, 18.8.30.
func builtin(id int) display {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58, id >= 71 && id <= 81:
		return asDate
	case id >= 18 && id <= 21, id == 45, id == 47:
		return asTime
	}
	return asNumber
}

// displayOf returns how a format code shows a number, by its first section.
// Elapsed time such as [h]:mm is a number of days and not a time of day.
//
// Codes are English in a file, but some programs write them as a Danish or
// German Excel shows them: å and j are years there, t is the hour.
func displayOf(code string) display {
	code = strings.TrimSpace(code)
	for _, general := range []string{"general", "standard", "generelt"} {
		if len(code) >= len(general) && strings.EqualFold(code[:len(general)], general) {
			return asNumber
		}
	}
	var calendar, month, clock, digits bool
	for i := 0; i < len(code) && code[i] != ';'; i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '"':
			i = past(code, i, '"')
		case code[i] == '\\', code[i] == '_', code[i] == '*':
			i++
		case code[i] == '[':
			end := past(code, i, ']')
			if code[end] == ']' && elapsed(code[i:end]) {
				return asNumber
			}
			i = end
		case code[i] == 'E' && i+1 < len(code) && (code[i+1] == '+' || code[i+1] == '-'):
			digits = true
		case code[i] == '#', code[i] == '?', code[i] == '0' && !clock:
			digits = true
		case c == 'y', c == 'd', c == 'e', c == 'j', strings.HasPrefix(code[i:], "å"), strings.HasPrefix(code[i:], "Å"):
			calendar = true
		case c == 'm':
			month = true
		case c == 'h', c == 's', c == 't':
			clock = true
		}
	}
	switch {
	case digits:
		return asNumber
	case calendar, month && !clock:
		return asDate
	case clock:
		return asTime
	}
	return asNumber
}

// elapsed reports whether what a bracket opens is hours, minutes or seconds
// that count on.
func elapsed(bracket string) bool {
	inside := strings.ToLower(strings.Trim(bracket[:min(len(bracket), 9)], "[]"))
	return inside != "" && strings.Trim(inside, "hmst") == ""
}

// past returns the place of the next stop after code[i], or the last place.
func past(code string, i int, stop byte) int {
	if n := strings.IndexByte(code[i+1:], stop); n >= 0 {
		return i + 1 + n
	}
	return len(code) - 1
}
