package sheet

// quick reads the cells that come next and stand whole in the buffer in the
// form nearly every program writes, and stops before the first that does not:
//
//	<c r="B2" s="1" t="s"><v>12</v></c>
//
// It makes of them what readCells makes and takes a fifth of the time. A cell
// with anything unusual about it, right or wrong, is left to readCells.
func (r *sheetReader) quick(m *markup) {
	if m.selfClosed || r.slow {
		return
	}
	for {
		n := r.quickCell(m.buffer[m.at:])
		if n == 0 {
			return
		}
		m.at += n
	}
}

// Parts of a cell as nearly every program writes them.
const (
	cellValue     = "<v>"
	cellValueEnd  = "</v></c>"
	cellInline    = "<is><t>"
	cellInlineEnd = "</t></is></c>"
)

// quickCell reads the cell that b begins with and returns its length, or 0 if
// it is not one to read here.
func (r *sheetReader) quickCell(b []byte) int {
	if len(b) < 4 || b[0] != '<' || b[1] != 'c' {
		return 0
	}
	row, column, kind, shown, i := r.row, r.column+1, valueNumber, asNumber, 2
	for i+4 < len(b) && b[i] == ' ' {
		if b[i+2] != '=' || b[i+3] != '"' {
			return 0
		}
		name, from := b[i+1], i+4
		if name == 'r' {
			var length int
			row, column, length = leadingAddress(b[from:])
			if i = from + length; length == 0 || i >= len(b) || b[i] != '"' {
				return 0
			}
			i++
			continue
		}
		for i = from; i < len(b) && (b[i] >= '0' && b[i] <= '9' || b[i]|0x20 >= 'a' && b[i]|0x20 <= 'z'); i++ {
		}
		if i >= len(b) || b[i] != '"' {
			return 0
		}
		value, ok := b[from:i], true
		i++
		switch name {
		case 's':
			var style int
			if style, ok = index(value); ok && style < len(r.formats) {
				shown = r.formats[style]
			}
		case 't':
			kind = kindOf(value)
		default:
			ok = false
		}
		if !ok {
			return 0
		}
	}
	if i+1 >= len(b) || column > MaxColumns {
		return 0
	}
	if b[i] == '/' && b[i+1] == '>' {
		r.row, r.column = row, column
		return i + 2
	}
	if b[i] != '>' {
		return 0
	}
	i++
	switch {
	case kind != valueInline && begins(b[i:], cellValue):
		i += len(cellValue)
	case kind == valueInline && begins(b[i:], cellInline):
		i += len(cellInline)
	default:
		return 0
	}
	from, end := i, len(cellValueEnd)
	for i < len(b) && b[i] != '<' {
		// References, line ends and other alphabets are readCells' to judge.
		if b[i] < ' ' || b[i] >= 0x80 || b[i] == '&' {
			return 0
		}
		i++
	}
	if kind == valueInline {
		end = len(cellInlineEnd)
		if !begins(b[i:], cellInlineEnd) {
			return 0
		}
	} else if !begins(b[i:], cellValueEnd) {
		return 0
	}
	r.row, r.column = row, column
	r.quickValue(kind, shown, b[from:i])
	return i + end
}

// begins reports whether b begins with a constant, which compiles to a
// comparison of words.
func begins(b []byte, s string) bool { return len(b) >= len(s) && string(b[:len(s)]) == s }

// quickValue adds the cell of a value. Plain numbers and shared texts, which
// are most, are written where they are to stand.
func (r *sheetReader) quickValue(kind valueKind, shown display, value []byte) {
	switch {
	case kind == valueNumber && shown == asNumber:
		if n, ok := decimal(value); ok {
			if p := r.gather.place(r.row, r.column); p != nil {
				p.Type, p.Number = Number, n
				r.gather.keepRaw(p, value)
			}
			return
		}
	case kind == valueShared:
		if n, ok := index(value); ok && n < len(r.shared) {
			if text := r.shared[n]; text != "" {
				if p := r.gather.place(r.row, r.column); p != nil {
					p.Type, p.Text = Text, text
				}
			}
			return
		}
	}
	c, fault := r.typed(kind, shown, value)
	if fault != "" {
		r.report(r.row, r.column, fault)
		return
	}
	r.add(c, value)
}
