package sheet

import (
	"bytes"
	"strconv"
)

// readCell reads the cell just opened and adds it to the grid. What is wrong
// with its value is reported; the error is for what is wrong with the XML.
func (r *sheetReader) readCell(m *markup) error {
	kind, shown := cellKind(m, r.formats)
	formula := false
	r.value, r.inline, r.hasValue, r.hasInline = r.value[:0], r.inline[:0], false, false
	for depth := m.depth(); m.depth() >= depth; {
		e, err := m.next()
		if err != nil {
			return err
		}
		if e != opened {
			continue
		}
		switch string(m.name) {
		case "v":
			r.hasValue = true
			r.value, err = m.gather(r.value)
		case "is":
			r.hasInline = true
			r.inline, err = richText(m, r.inline)
		case "f":
			formula = true
			err = m.skip()
		default:
			err = m.skip()
		}
		if err != nil {
			return err
		}
	}
	c, fault := r.typed(kind, shown)
	if fault != "" {
		r.report(r.row, r.column, fault)
		return nil
	}
	c.Formula = formula
	// A formula whose result is text of no length has <v></v> and type "str".
	c.Uncached = formula && c.Type == Empty && !r.hasInline && !(kind == valueString && r.hasValue)
	r.gather.add(r.row, r.column, c)
	return nil
}

// valueKind is the type a cell declares for its value.
type valueKind uint8

const (
	valueNumber valueKind = iota
	valueShared           // a number of a shared string
	valueString           // text, a formula's result
	valueInline
	valueBool
	valueError
	valueDate // ISO text
	valueUnknown
)

// cellKind returns the type the cell just opened declares and how its style
// shows numbers. A style that is no number or not in the list is that of an
// unstyled cell: some programs write s="".
func cellKind(m *markup, formats []display) (valueKind, display) {
	kind, shown := valueNumber, asNumber
	for _, a := range m.attributes {
		switch string(a.name) {
		case "s":
			if n, err := strconv.Atoi(string(a.value)); err == nil && n >= 0 && n < len(formats) {
				shown = formats[n]
			}
		case "t":
			switch string(a.value) {
			case "n", "":
				kind = valueNumber
			case "s":
				kind = valueShared
			case "str":
				kind = valueString
			case "inlineStr":
				kind = valueInline
			case "b":
				kind = valueBool
			case "e":
				kind = valueError
			case "d":
				kind = valueDate
			default:
				kind = valueUnknown
			}
		}
	}
	return kind, shown
}

// typed makes a cell of what was read, or says what is wrong with it. It never
// repeats the value, which may be about a person's health.
func (r *sheetReader) typed(kind valueKind, shown display) (Cell, string) {
	if r.hasInline && (kind == valueInline || !r.hasValue) {
		return textCell(unescape(r.inline)), ""
	}
	if len(r.value) == 0 {
		return Cell{}, ""
	}
	switch kind {
	case valueString, valueInline:
		return textCell(r.intern(r.value)), ""
	case valueError:
		return Cell{Type: Error, Text: r.intern(r.value)}, ""
	}
	v := bytes.TrimSpace(r.value)
	if len(v) == 0 {
		return Cell{}, ""
	}
	switch kind {
	case valueShared:
		n, err := strconv.Atoi(string(v))
		if err != nil || n < 0 || n >= len(r.shared) {
			return Cell{}, "the cell refers to a text that the workbook does not have"
		}
		return textCell(r.shared[n]), ""
	case valueBool:
		if c, ok := boolCell(v); ok {
			return c, ""
		}
		return Cell{}, "the cell is stored as TRUE or FALSE and holds neither"
	case valueDate:
		if c, ok := datedText(string(v)); ok {
			return c, ""
		}
		return Cell{}, "the cell is stored as a date and holds none"
	case valueNumber:
		n, ok := decimal(v)
		if !ok {
			return Cell{}, "the cell is stored as a number and holds none"
		}
		if shown != asNumber {
			if c, ok := dated(n, shown, r.date1904); ok {
				return c, ""
			}
		}
		return Cell{Type: Number, Text: r.intern(v), Number: n}, ""
	}
	return Cell{}, "the cell is stored as a type that Excel does not have"
}

// textCell returns a Text cell, or an empty one for text of no length, which
// survey platforms store for a blank.
func textCell(text string) Cell {
	if text == "" {
		return Cell{}
	}
	return Cell{Type: Text, Text: text}
}

// boolCell reads a stored boolean.
func boolCell(v []byte) (Cell, bool) {
	switch string(bytes.ToLower(v)) {
	case "1", "true":
		return Cell{Type: Bool, Text: "TRUE", Number: 1}, true
	case "0", "false":
		return Cell{Type: Bool, Text: "FALSE"}, true
	}
	return Cell{}, false
}

// decimal reads a stored number: digits, point and exponent, nothing else that
// Go would take for one.
func decimal(v []byte) (float64, bool) {
	for _, c := range v {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(string(v), 64)
	return n, err == nil
}

// intern returns b as text. Answers repeat, so that short ones are kept once.
func (r *sheetReader) intern(b []byte) string {
	if s, ok := r.interned[string(b)]; ok {
		return s
	}
	s := unescape(b)
	if len(b) <= 32 && len(r.interned) < 1<<14 {
		r.interned[string(b)] = s
	}
	return s
}
