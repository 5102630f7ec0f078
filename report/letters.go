package report

import "unicode/utf8"

// Lettered returns how many signs the longest letters of a column of t have, by
// head: room that the other numbers of the column leave, so that digits stand
// under each other. It is nought in a column without letters.
func (t *Table) Lettered() []int {
	room := make([]int, len(t.Heads))
	for _, row := range t.Rows {
		for k, c := range row.Cells {
			if k < len(room) {
				room[k] = max(room[k], utf8.RuneCountInString(c.Letters))
			}
		}
	}
	return room
}
