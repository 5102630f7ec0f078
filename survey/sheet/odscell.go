package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// odsValue is what the attributes of an .ods cell say (OpenDocument 1.3, part
// 3, 19.385 and on).
type odsValue struct {
	kind, value, date, time, truth, text string
	fault, formula                       bool
}

// readCell reads the cell just opened, which stands in column.
func (r *tableReader) readCell(column int) (Placed, error) {
	v, err := r.attributesOf(column)
	if err != nil {
		return Placed{}, err
	}
	r.text = r.text[:0]
	if err := r.readText(); err != nil {
		return Placed{}, err
	}
	p, fault := r.typed(v)
	if fault != "" {
		r.report(column, fault)
		return Placed{}, nil
	}
	p.Column, p.Formula = column, v.formula
	p.Uncached = v.formula && v.kind == "" && p.Type == Empty
	return p, nil
}

// attributesOf reads the attributes of the cell just opened, and takes down
// which cells it is merged of.
func (r *tableReader) attributesOf(column int) (odsValue, error) {
	var v odsValue
	spans := [2]int{1, 1}
	for _, a := range r.attributes {
		name := string(a.name)
		b, err := r.resolve(a.value)
		if err != nil {
			return v, err
		}
		s := string(b)
		if name == "calcext:value-type" {
			v.fault = s == "error"
			continue
		}
		if strings.HasPrefix(name, "calcext:") {
			continue
		}
		switch name[strings.IndexByte(name, ':')+1:] {
		case "value-type":
			v.kind = s
		case "value":
			v.value = s
		case "date-value":
			v.date = s
		case "time-value":
			v.time = s
		case "boolean-value":
			v.truth = s
		case "string-value":
			v.text = s
		case "formula":
			v.formula = true
		case "number-rows-spanned":
			spans[0], _ = strconv.Atoi(s)
		case "number-columns-spanned":
			spans[1], _ = strconv.Atoi(s)
		}
	}
	if spans[0] > 1 || spans[1] > 1 {
		if len(r.merged) == maxMerged {
			return v, errTooManyMerged
		}
		r.merged = append(r.merged, Range{r.row, column,
			min(r.row+max(min(spans[0], MaxRows), 1)-1, MaxRows), min(column+max(min(spans[1], MaxColumns), 1)-1, MaxColumns)})
	}
	return v, nil
}

// typed makes a cell of a value, or says what is wrong with it.
func (r *tableReader) typed(v odsValue) (Placed, string) {
	text := r.text
	if v.text != "" {
		text = []byte(v.text)
	}
	if v.fault {
		return Placed{Cell: Cell{Type: Error, Text: r.texts.text(text, plainText)}}, ""
	}
	switch v.kind {
	case "", "string":
		return Placed{Cell: textCell(r.texts.text(text, plainText))}, ""
	case "float", "percentage", "currency":
		if n, ok := decimal([]byte(strings.TrimSpace(v.value))); ok {
			return r.number(n, strings.TrimSpace(v.value)), ""
		}
		return Placed{}, "the cell is stored as a number and holds none"
	case "boolean":
		if c, ok := boolCell([]byte(v.truth)); ok {
			return Placed{Cell: c}, ""
		}
		return Placed{}, "the cell is stored as TRUE or FALSE and holds neither"
	case "date":
		if c, ok := datedText(v.date); ok {
			return Placed{Cell: c}, ""
		}
		return Placed{}, "the cell is stored as a date and holds none"
	case "time":
		if days, ok := duration(v.time); ok {
			if c, ok := dated(days, asTime, false); ok && days < 1 {
				return Placed{Cell: c}, ""
			}
			return r.number(days, strconv.FormatFloat(days, 'g', -1, 64)), ""
		}
		return Placed{}, "the cell is stored as a time and holds none"
	}
	return Placed{}, "the cell is stored as a type that LibreOffice does not have"
}

// number returns a Number.
func (r *tableReader) number(n float64, raw string) Placed {
	from := len(r.raw)
	r.raw = append(r.raw, raw...)
	return Placed{Cell: Cell{Type: Number, Number: n}, Raw: r.raw[from:len(r.raw):len(r.raw)]}
}

// duration reads a time such as PT14H30M00.5S as days (XML Schema, part 2,
// 3.2.6; LibreOffice writes no years, months or days).
func duration(s string) (float64, bool) {
	rest, negative := strings.CutPrefix(s, "-")
	rest, ok := strings.CutPrefix(rest, "PT")
	if !ok || rest == "" {
		return 0, false
	}
	var h, m, sec float64
	for _, unit := range []struct {
		letter string
		into   *float64
	}{{"H", &h}, {"M", &m}, {"S", &sec}} {
		number, after, found := strings.Cut(rest, unit.letter)
		if !found {
			continue
		}
		// Seconds have had a decimal comma in some versions.
		n, ok := decimal([]byte(strings.Replace(number, ",", ".", 1)))
		if !ok || n < 0 || n > float64(100*365*24*time.Hour/time.Second) {
			return 0, false
		}
		*unit.into, rest = n, after
	}
	days := (h*3600 + m*60 + sec) / 86400
	if negative {
		days = -days
	}
	return days, rest == ""
}

// readText gathers the text of the cell just opened: its paragraphs, a line
// each. A comment on the cell is none of its text.
func (r *tableReader) readText() error {
	paragraphs, inside := 0, 0
	for depth := r.depth(); r.depth() >= depth; {
		e, err := r.next()
		if err != nil {
			return err
		}
		switch {
		case e == content && inside > 0 && r.depth() >= inside:
			r.addText()
		case e != opened:
		case inside > 0 && r.depth() > inside:
			err = r.inText()
		case string(r.name) == "p" || string(r.name) == "h":
			if paragraphs++; paragraphs > 1 {
				r.text = append(r.text, '\n')
			}
			inside = r.depth()
		default:
			err = r.skip()
		}
		if err != nil {
			return err
		}
		if len(r.text) > maxToken {
			return fmt.Errorf("a text of more than %d bytes", maxToken)
		}
	}
	return nil
}

// addText appends the text just read. Line ends in it are blanks, a break being
// an element of its own; runs of blanks stay, since LibreOffice keeps them,
// though OpenDocument 1.3, part 3, 6.1.2 would fold them.
func (r *tableReader) addText() {
	for _, c := range r.markup.text {
		if space(c) {
			c = ' '
		}
		r.text = append(r.text, c)
	}
}

// inText reads an element inside a paragraph: blanks, which XML would fold,
// and formatting, whose text is read on.
func (r *tableReader) inText() error {
	switch string(r.name) {
	case "s":
		n := 1
		if s, err := r.local("c"); err != nil {
			return err
		} else if s != "" {
			n, _ = strconv.Atoi(s)
		}
		r.text = append(r.text, strings.Repeat(" ", min(max(n, 1), 1<<15))...)
	case "tab":
		r.text = append(r.text, '\t')
	case "line-break":
		r.text = append(r.text, '\n')
	case "annotation", "annotation-end", "note", "ruby-text", "bookmark", "frame":
		return r.skip()
	}
	return nil
}
