package sheet

import (
	"fmt"

	"stikprove/survey"
)

// Blocks of text: large enough that handing one over costs nothing beside its
// rows, few and small enough to stay near the processor.
const (
	blockBytes  = 256 << 10
	blockRows   = 8 << 10
	blocksAhead = 4
)

// Block is rows of delimited text that follow one another, as bytes in UTF-8:
// millions of fields make no strings that nobody keeps.
type Block struct {
	// First is the number of the first row, counted from 1. A row without
	// anything in it is one of them.
	First int
	// Expected is about how many rows the whole text has, by those read so far.
	Expected int

	data   []byte
	ends   []int32 // of the fields in data
	stops  []int32 // of the rows in ends
	widest int
	err    error // why there are no more blocks
}

// Rows returns the number of rows.
func (b *Block) Rows() int { return len(b.stops) }

// Widest returns the most fields that a row has.
func (b *Block) Widest() int { return b.widest }

// Fields returns the number of fields in all rows.
func (b *Block) Fields() int { return len(b.ends) }

// Width returns the number of fields of the i-th row, from 0.
func (b *Block) Width(i int) int { return int(b.stops[i]) - b.start(i) }

// start returns the place of a row's first field in ends.
func (b *Block) start(i int) int {
	if i == 0 {
		return 0
	}
	return int(b.stops[i-1])
}

// Field returns the k-th field of the i-th row, both from 0. It is the
// caller's until its function returns.
func (b *Block) Field(i, k int) []byte {
	at, from := b.start(i)+k, int32(0)
	if at > 0 {
		from = b.ends[at-1]
	}
	return b.data[from:b.ends[at]]
}

// add adds a row.
func (b *Block) add(fields [][]byte) {
	for _, field := range fields {
		b.data = append(b.data, field...)
		b.ends = append(b.ends, int32(len(b.data)))
	}
	b.stops = append(b.stops, int32(len(b.ends)))
	b.widest = max(b.widest, len(fields))
}

// empty reports whether the i-th row has nothing in it.
func (b *Block) empty(i int) bool {
	from := int32(0)
	if at := b.start(i); at > 0 {
		from = b.ends[at-1]
	}
	return b.stops[i] == 0 || b.ends[b.stops[i]-1] == from
}

// Blocks calls f for the rows of delimited text, block by block, while the rows
// behind are found on another processor. Otherwise it is as [Workbook.Each]; it
// panics if the file is a workbook.
func (w *Workbook) Blocks(f func(*Block) error) error {
	d := w.source.(*delimited)
	full, empty, stop := make(chan *Block, blocksAhead), make(chan *Block, blocksAhead), make(chan struct{})
	for range blocksAhead {
		empty <- &Block{}
	}
	go d.fill(w.file, full, empty, stop)
	defer func() {
		close(stop)
		for range full { // until nobody reads the file
		}
	}()
	tell := w.told(sheetEntry{}, func(Row) error { return nil })
	for b := range full {
		for i := 0; w.progress != nil && i < b.Rows(); i++ {
			if !b.empty(i) {
				_ = tell(Row{})
			}
		}
		if b.Rows() > 0 {
			if err := f(b); err != nil {
				return err
			}
		}
		if b.err != nil {
			return b.err
		}
		empty <- b
	}
	return nil
}

// fill fills blocks until the text ends or nobody wants more.
func (d *delimited) fill(file string, full chan<- *Block, empty <-chan *Block, stop <-chan struct{}) {
	defer close(full)
	r, size, read := d.records(d.separator), d.contents.size, 0
	if d.encoding == encodingLittle || d.encoding == encodingBig {
		size /= 2
	}
	for row := 1; ; {
		var b *Block
		select {
		case <-stop:
			return
		case b = <-empty:
		}
		b.First, b.data, b.ends, b.stops, b.widest = row, b.data[:0], b.ends[:0], b.stops[:0], 0
		more := true
		for more && len(b.data) < blockBytes && len(b.stops) < blockRows {
			var err error
			if more, err = r.next(); err == nil && len(r.fields) > MaxColumns {
				err = d.tooWide(file, row)
			} else if err != nil {
				err = survey.Problem{File: file, Row: row, Column: len(r.spans) + 1, Message: err.Error()}
			}
			if err != nil {
				b.err, more = err, false
				break
			}
			if more {
				b.add(r.fields)
				row++
			}
		}
		read += len(b.data) + len(b.ends) // a mark stands behind each field
		b.Expected = int(float64(size) / float64(max(read, 1)) * float64(row))
		full <- b // never more blocks than it has room for
		if !more {
			return
		}
	}
}

// tooWide says that a row has more fields than a sheet has columns.
func (d *delimited) tooWide(file string, row int) error {
	return survey.Problem{File: file, Row: row, Column: MaxColumns, Message: fmt.Sprintf("more than %d fields in a row", MaxColumns)}
}
