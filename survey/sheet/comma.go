package sheet

import (
	"bytes"
)

// commaColumns returns the columns whose numbers have a decimal comma. Where
// the study says which, it is every column of numbers or none.
func (d *delimited) commaColumns(told *bool) []int {
	if told != nil && !*told {
		return nil
	}
	var columns []commaColumn
	r, begun := d.records(d.separator), false
	for {
		there, err := r.next()
		if err != nil || !there || len(r.fields) > MaxColumns {
			break
		}
		for len(columns) < len(r.fields) {
			columns = append(columns, commaColumn{})
		}
		begun = begun || dataRow(r.fields, len(columns))
		for i, field := range r.fields {
			columns[i].weigh(field, begun)
		}
	}
	// 1,234 may be a thousand with an English comma. Other columns, and a
	// semicolon between fields, tell that the comma is decimal.
	sure := told != nil || d.separator == ';'
	for _, c := range columns {
		sure = sure || c.fits() && c.sure
	}
	var found []int
	for i, c := range columns {
		if c.fits() && (sure || c.sure) || told != nil && c.grouped && c.other == 0 {
			found = append(found, i+1)
		}
	}
	return found
}

// commaColumn is what the values of a column say of its decimal mark.
type commaColumn struct {
	commas int  // numbers with one
	other  int  // values with digits that are no such number
	sure   bool // one of them cannot be a thousand
	begun  bool // a number was met
	// grouped says that points stand between thousands, if the comma is decimal.
	grouped bool
}

// dataRow reports whether a row of a sheet so wide is below the headings, which
// number questions but hold no numbers: half of it is filled, and a field is a
// number.
func dataRow(fields [][]byte, width int) bool {
	filled, numbers := 0, 0
	for _, field := range fields {
		if v := bytes.TrimSpace(field); len(v) > 0 {
			filled++
			if _, _, ok := commaNumber(v); ok {
				numbers++
			}
		}
	}
	return 2*filled > width && numbers > 0
}

// weigh looks at one value; begun says that headings are above it. Words such
// as Ved ikke say nothing.
func (c *commaColumn) weigh(field []byte, begun bool) {
	if c.other > 0 {
		return // nothing can make it fit again
	}
	v := bytes.TrimSpace(field)
	if bytes.IndexFunc(v, func(r rune) bool { return r >= '0' && r <= '9' }) < 0 {
		return
	}
	comma, sure, ok := commaNumber(v)
	switch {
	case ok:
		c.begun = true
		c.sure = c.sure || sure
		c.grouped = c.grouped || bytes.IndexByte(v, '.') >= 0
		if comma {
			c.commas++
		}
	case begun || c.begun:
		c.other++
	}
}

// fits reports whether all numbers of the column fit and one has a comma.
func (c *commaColumn) fits() bool { return c.commas > 0 && c.other == 0 }

// commaNumber reports whether v is a number with a decimal comma or a whole
// one, with or without points between thousands; whether it has a comma; and
// whether the comma cannot stand between thousands.
func commaNumber(v []byte) (comma, sure, ok bool) {
	if v[0] == '-' || v[0] == '+' {
		v = v[1:]
	}
	whole, decimals, comma := bytes.Cut(v, []byte(","))
	if comma && !digitsOnly(decimals) {
		return false, false, false
	}
	first, rest, grouped := bytes.Cut(whole, []byte("."))
	if !digitsOnly(first) || grouped && len(first) > 3 {
		return false, false, false
	}
	for more := grouped; more; {
		var group []byte
		if group, rest, more = bytes.Cut(rest, []byte(".")); len(group) != 3 || !digitsOnly(group) {
			return false, false, false
		}
	}
	sure = comma && (len(decimals) != 3 || grouped || len(whole) > 3 || whole[0] == '0')
	return comma, sure, true
}

// digitsOnly reports whether b is one digit or more.
func digitsOnly(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}
