package sheet

import (
	"bytes"
	"strconv"
)

// readCell reads the cell just opened and adds it to the row. What is wrong
// with its value is reported; the error is for what is wrong with the XML.
func (r *sheetReader) readCell(m *markup) error {
	kind, shown := cellKind(m, r.formats)
	formula := false
	r.value, r.inline, r.hasValue, r.hasInline, r.twice = r.value[:0], r.inline[:0], false, false, false
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
			r.twice = r.twice || r.hasValue
			r.hasValue = true
			r.value, err = m.gather(r.value)
		case "is":
			r.twice = r.twice || r.hasInline
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
	c, fault := r.typed(kind, shown, r.value)
	switch {
	case r.twice:
		fault = "the cell has two values"
	case r.hasInline && (kind == valueInline || !r.hasValue):
		c, fault = textCell(r.texts.text(r.inline, unescape)), ""
	}
	if fault != "" {
		r.report(r.row, r.column, fault)
		return nil
	}
	c.Formula = formula
	// A formula whose result is text of no length has <v></v> and type "str".
	c.Uncached = formula && c.Type == Empty && !r.hasInline && !(kind == valueString && r.hasValue)
	r.add(c, r.value)
	return nil
}

// add adds the cell that has been read; value is what it is stored as.
func (r *sheetReader) add(c Cell, value []byte) {
	if c.Type == Number {
		r.gather.add(r.row, r.column, c, bytes.TrimSpace(value))
	} else {
		r.gather.add(r.row, r.column, c, nil)
	}
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
			kind = kindOf(a.value)
		}
	}
	return kind, shown
}

// kindOf returns the type that the attribute t names (ECMA-376, part 1,
// 18.18.11).
func kindOf(t []byte) valueKind {
	switch string(t) {
	case "n", "":
		return valueNumber
	case "s":
		return valueShared
	case "str":
		return valueString
	case "inlineStr":
		return valueInline
	case "b":
		return valueBool
	case "e":
		return valueError
	case "d":
		return valueDate
	}
	return valueUnknown
}

// typed makes a cell of a value, or says what is wrong with it. It never
// repeats the value, which may be about a person's health. A Number has no
// Text.
func (r *sheetReader) typed(kind valueKind, shown display, value []byte) (Cell, string) {
	if len(value) == 0 {
		return Cell{}, ""
	}
	switch kind {
	case valueString, valueInline:
		return textCell(r.texts.text(value, unescape)), ""
	case valueError:
		return Cell{Type: Error, Text: r.texts.text(value, unescape)}, ""
	}
	v := bytes.TrimSpace(value)
	if len(v) == 0 {
		return Cell{}, ""
	}
	switch kind {
	case valueShared:
		if n, ok := index(v); ok && n < len(r.shared) {
			return textCell(r.shared[n]), ""
		}
		return Cell{}, "the cell refers to a text that the workbook does not have"
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
			if c, ok := r.dated(n, shown); ok {
				return c, ""
			}
		}
		return Cell{Type: Number, Number: n}, ""
	}
	return Cell{}, "the cell is stored as a type that Excel does not have"
}

// dated is [dated] for a serial number of this workbook. Days repeat, so that
// their text is kept.
func (r *sheetReader) dated(serial float64, shown display) (Cell, bool) {
	if c, ok := r.dates[serial]; ok && shown == asDate {
		return c, true
	}
	c, ok := dated(serial, shown, r.date1904)
	if ok && shown == asDate && len(r.dates) < internCount {
		if r.dates == nil {
			r.dates = make(map[float64]Cell)
		}
		r.dates[serial] = c
	}
	return c, ok
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
