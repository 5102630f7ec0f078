package sheet

import "io"

// Blocks that are read ahead: enough that neither side waits for the other,
// few enough to stay in the processor's cache.
const (
	aheadBlock  = 128 << 10
	aheadBlocks = 4
)

// ahead reads in a goroutine of its own, so that a part is inflated on one
// processor while its cells are read on another.
type ahead struct {
	full  chan block
	empty chan []byte
	stop  chan struct{}
	ended chan struct{}
	block block  // the one being read
	rest  []byte // what of it is unread
}

// block is some bytes and why there are no more after them.
type block struct {
	data []byte
	err  error
}

// readAhead starts to read in, which nobody else may use until close.
func readAhead(in io.Reader) *ahead {
	a := &ahead{full: make(chan block, aheadBlocks), empty: make(chan []byte, aheadBlocks), stop: make(chan struct{}), ended: make(chan struct{})}
	for range aheadBlocks {
		a.empty <- make([]byte, aheadBlock)
	}
	go a.run(in)
	return a
}

// run fills blocks until in ends or the reader stops.
func (a *ahead) run(in io.Reader) {
	defer close(a.ended)
	for {
		select {
		case <-a.stop:
			return
		case data := <-a.empty:
			n, err := 0, error(nil)
			for n < len(data) && err == nil {
				var more int
				more, err = in.Read(data[n:])
				n += more
			}
			a.full <- block{data[:n], err} // never more blocks than it has room for
			if err != nil {
				return
			}
		}
	}
}

// Read implements [io.Reader].
func (a *ahead) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.block.err != nil {
			return 0, a.block.err
		}
		if a.block.data != nil {
			a.empty <- a.block.data[:aheadBlock]
		}
		a.block = <-a.full
		a.rest = a.block.data
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// close stops reading and waits until in is no longer used.
func (a *ahead) close() {
	close(a.stop)
	<-a.ended
}
