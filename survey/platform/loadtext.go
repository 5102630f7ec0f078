package platform

import "stikprove/survey/sheet"

// mostExpected is the most rows that memory is set apart for before they are
// read: those of the largest sheet.
const mostExpected = sheet.MaxRows

// loadText is load of delimited text. Columns of a block are stored side by
// side, since nothing of one asks for another.
func (t *table) loadText(w *sheet.Workbook, above int) error {
	n := counting{table: t, last: above}
	var places []int // of the block's rows in the table, -1 for none
	return w.Blocks(func(b *sheet.Block) error {
		places = places[:0]
		n.expected = min(b.Expected, mostExpected)
		for k := range b.Rows() {
			place, err := n.count(b, k, above)
			if err != nil {
				return err
			}
			places = append(places, place)
		}
		put := func(k, column int) {
			if field := b.Field(k, column); !blankText(field) {
				t.columns[column].addText(places[k], field)
			}
		}
		if b.Rows()*b.Widest() > 4*b.Fields() { // one long row among short ones
			for k, place := range places {
				for column := 0; place >= 0 && column < b.Width(k); column++ {
					put(k, column)
				}
			}
			return nil
		}
		sideBySide(min(b.Widest(), len(t.columns)), func(column int) {
			for k, place := range places {
				if place >= 0 && column < b.Width(k) {
					put(k, column)
				}
			}
		})
		return nil
	})
}

// blankText is blank for the field of a delimited text.
func blankText(field []byte) bool {
	if len(field) == 0 {
		return true
	}
	return (field[0] <= ' ' || field[0] >= 0x80) && blank(sheet.Cell{Type: sheet.Text, Text: string(field)})
}
