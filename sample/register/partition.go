package register

import "slices"

// Records are kept in parts by the highest bits of the person, so that all of a
// person's are in one and each part can be sorted by itself.
const (
	partBits  = 8
	parts     = 1 << partBits
	chunkSize = 128 // records of a part are kept in chunks of so many
	arenaSize = 256 // chunks that are made at a time
)

// heap is the records that one goroutine read, n by part. The chunks of a part
// are full but for the last.
type heap struct {
	chunks [parts][]*chunk
	last   [parts]*chunk
	n      [parts]uint32
	arena  []chunk
}

type chunk [chunkSize]record

// add keeps a record.
func (h *heap) add(r record) {
	p := r.person >> (64 - partBits)
	n := h.n[p] % chunkSize
	if n == 0 {
		h.grow(p)
	}
	h.last[p][n] = r
	h.n[p] = n + 1
}

// grow gives a part an empty chunk.
func (h *heap) grow(p uint64) {
	if len(h.arena) == 0 {
		h.arena = make([]chunk, arenaSize)
	}
	h.last[p] = &h.arena[0]
	h.chunks[p] = append(h.chunks[p], &h.arena[0])
	h.arena = h.arena[1:]
}

// records returns the records of a part of all heaps, chunk by chunk.
func records(heaps []*heap, p int) [][]record {
	var all [][]record
	for _, h := range heaps {
		for i, c := range h.chunks[p] {
			if i == len(h.chunks[p])-1 {
				all = append(all, c[:(h.n[p]-1)%chunkSize+1])
			} else {
				all = append(all, c[:])
			}
		}
	}
	return all
}

// sorter sorts parts, one after another. It serves one goroutine.
type sorter struct {
	sorted []record
	ends   []int32
	places []uint16 // what each number of a municipality becomes, see [places.ranked]
}

// most is the largest bucket that is sorted by insertion.
const most = 24

// sort returns the records of chunks by person and rest. The result is valid
// until the next call.
//
// The bits below a part's own spread the records over as many buckets as there
// are records; a bucket holds a person or two and is sorted by itself.
func (s *sorter) sort(chunks [][]record) []record {
	n := 0
	for _, c := range chunks {
		n += len(c)
	}
	if n == 0 {
		return nil
	}
	width := 1
	for 1<<width < n && width < 24 {
		width++
	}
	shift := 64 - partBits - width
	mask := uint64(1)<<width - 1
	s.sorted = slices.Grow(s.sorted[:0], n)[:n]
	s.ends = slices.Grow(s.ends[:0], 1<<width+1)[:1<<width+1]
	ends := s.ends
	clear(ends)
	for _, c := range chunks {
		for i := range c {
			ends[c[i].person>>shift&mask+1]++
		}
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	for _, c := range chunks {
		for _, r := range c {
			k := r.person >> shift & mask
			r.rest = r.rest&^placeBits | uint64(s.places[r.municipality()])<<municipalityShift
			s.sorted[ends[k]] = r
			ends[k]++
		}
	}
	from := int32(0)
	for _, end := range ends[:1<<width] {
		if end-from > 1 {
			sortBucket(s.sorted[from:end])
		}
		from = end
	}
	return s.sorted
}

// sortBucket sorts a few records, or many of one person.
func sortBucket(rs []record) {
	if len(rs) > most {
		slices.SortFunc(rs, func(a, b record) int {
			switch {
			case before(a, b):
				return -1
			case before(b, a):
				return 1
			}
			return 0
		})
		return
	}
	for i := 1; i < len(rs); i++ {
		r := rs[i]
		j := i
		for ; j > 0 && before(r, rs[j-1]); j-- {
			rs[j] = rs[j-1]
		}
		rs[j] = r
	}
}
