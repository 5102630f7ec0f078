package sheet

import (
	"errors"
	"fmt"
	"strconv"

	"stikprove/survey"
)

// maxProblems is the most cells of a sheet that are reported: a broken program
// breaks them all alike.
const maxProblems = 1000

// sheetReader reads the cells of a worksheet part.
type sheetReader struct {
	gather    gatherer
	formats   []display
	shared    []string
	date1904  bool
	problem   survey.Problem // with the file and the sheet of all problems
	problems  survey.Problems
	row       int // the row and column being read
	column    int
	merged    []Range
	texts     interner
	dates     map[float64]Cell // of the serials met
	value     []byte           // the text of <v>
	inline    []byte           // the text of <is>
	hasValue  bool
	hasInline bool
	twice     bool // the cell has two values
	slow      bool // no cell is read by quick, to test that it changes nothing
}

// report adds a problem at a cell.
func (r *sheetReader) report(row, column int, message string) {
	if len(r.problems) == maxProblems {
		message, row, column = "further cells that cannot be read are not listed", 0, 0
	}
	if len(r.problems) <= maxProblems {
		p := r.problem
		p.Row, p.Column, p.Message = row, column, message
		r.problems = append(r.problems, p)
		r.gather.mute = true // what was read does not count any more
	}
}

// read reads the part to its end, so that whatever is wrong with it shows. The
// error has no address; r.row says where reading stopped.
func (r *sheetReader) read(m *markup) error {
	for {
		e, err := m.next()
		if err != nil {
			return err
		}
		switch {
		case e == ended:
			return nil
		case e != opened:
		case m.depth() == 1:
			if name := string(m.name); name != "worksheet" {
				return fmt.Errorf("the part is a <%.40s>, not a worksheet", name)
			}
		case string(m.name) == "sheetData":
			if err := r.readRows(m); err != nil {
				return err
			}
			r.row = 0
		case string(m.name) == "mergeCells":
			if err := r.readMerged(m); err != nil {
				return err
			}
		default:
			if err := m.skip(); err != nil {
				return err
			}
		}
	}
}

// readRows reads the rows of the sheet. A row that does not say its number
// follows the one before.
func (r *sheetReader) readRows(m *markup) error {
	next := 1
	for {
		e, err := m.next()
		if err != nil || e == closed || e == ended {
			return err
		}
		if e != opened {
			continue
		}
		if string(m.name) != "row" {
			if err := m.skip(); err != nil {
				return err
			}
			continue
		}
		row := next
		if b, ok := m.attribute("r"); ok {
			n, err := strconv.Atoi(string(b))
			if err != nil {
				return fmt.Errorf("a row is numbered %.20q", b)
			}
			row = n
		}
		if row < 1 || row > MaxRows {
			return fmt.Errorf("a row is numbered %d, want 1 to %d", row, MaxRows)
		}
		hidden, _ := m.attribute("hidden")
		if r.gather.hide(row, truth(hidden)); r.gather.stopped != nil {
			return r.gather.stopped
		}
		r.row, r.column, next = row, 0, row+1
		if err := r.readCells(m); err != nil {
			return err
		}
	}
}

// readCells reads the cells of a row. A cell that does not say its address
// follows the one before.
func (r *sheetReader) readCells(m *markup) error {
	for {
		r.quick(m)
		e, err := m.next()
		if err != nil || e == closed || e == ended {
			return err
		}
		if e != opened {
			continue
		}
		if string(m.name) != "c" {
			if err := m.skip(); err != nil {
				return err
			}
			continue
		}
		r.column++
		if b, ok := m.attribute("r"); ok {
			var good bool
			if r.row, r.column, good = address(b); !good {
				return fmt.Errorf("a cell has the address %.20q", b)
			}
		}
		if r.column > MaxColumns {
			return errors.New("a row has more cells than a sheet has columns")
		}
		if err := r.readCell(m); err != nil {
			return err
		}
	}
}

// address reads a cell's address such as "H14".
func address(b []byte) (row, column int, ok bool) {
	row, column, length := leadingAddress(b)
	return row, column, length > 0 && length == len(b)
}

// leadingAddress reads the address that b begins with; the length is 0 where
// it begins with none.
func leadingAddress(b []byte) (row, column, length int) {
	i := 0
	for ; i < len(b) && (b[i]|0x20) >= 'a' && (b[i]|0x20) <= 'z'; i++ {
		if column = column*26 + int(b[i]|0x20-'a') + 1; column > MaxColumns {
			return 0, 0, 0
		}
	}
	digits := i
	for ; i < len(b) && b[i] >= '0' && b[i] <= '9'; i++ {
		if row = row*10 + int(b[i]-'0'); row > MaxRows {
			return 0, 0, 0
		}
	}
	if digits == 0 || row == 0 {
		return 0, 0, 0
	}
	return row, column, i
}
