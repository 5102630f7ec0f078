package register

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// places are the municipalities of a file, numbered from 1 as they are met.
// Goroutines share them through a view each.
type places struct {
	mu       sync.Mutex
	encoding string
	numbers  map[string]uint16
	names    []string // by number, from 1
}

func newPlaces(encoding string) *places {
	return &places{encoding: encoding, numbers: map[string]uint16{}, names: []string{""}}
}

// number returns the number of a municipality as the file writes it, or 0 where
// there are more than a record can tell apart.
func (p *places) number(text string) uint16 {
	p.mu.Lock()
	defer p.mu.Unlock()
	name := cleaned(text, p.encoding)
	if n, known := p.numbers[name]; known {
		return n
	}
	if len(p.names) > mostMunicipality {
		return 0
	}
	n := uint16(len(p.names))
	p.numbers[name] = n
	p.names = append(p.names, name)
	return n
}

// ranked numbers the municipalities by name and returns what each number
// becomes, so that which of two a spell is in does not depend on which stands
// first in the file.
func (p *places) ranked() []uint16 {
	by := make([]uint16, len(p.names))
	for i := range by {
		by[i] = uint16(i)
	}
	slices.SortFunc(by[1:], func(a, b uint16) int { return strings.Compare(p.names[a], p.names[b]) })
	becomes, names := make([]uint16, len(by)), make([]string, len(by))
	for rank, n := range by {
		becomes[n], names[rank] = uint16(rank), p.names[n]
	}
	p.names = names
	return becomes
}

// full reports whether no more municipalities can be told apart.
func (p *places) full() bool { return len(p.names) > mostMunicipality }

// cleaned returns a field as text for print: in UTF-8, without blanks around
// it and without personal numbers.
func cleaned(text, encoding string) string {
	if encoding == "utf-8" && !utf8.ValidString(text) {
		encoding = "windows-1252" // what a head of ASCII did not tell
	}
	if out, err := io.ReadAll(sheet.Decoded(strings.NewReader(text), encoding)); err == nil {
		text = string(out)
	}
	return survey.MaskCPR(strings.TrimSpace(text))
}

// view finds numbers of texts that recur without a lock or a string. It serves
// one goroutine.
type view struct {
	slots  []viewed // a power of two of them
	used   int
	number func(text string) uint16
}

type viewed struct {
	hash   uint64
	text   []byte // nil for none
	number uint16
}

func newView(number func(string) uint16) *view {
	return &view{slots: make([]viewed, 1024), number: number}
}

// of returns the number of a text.
func (v *view) of(text []byte) uint16 {
	h := textHash(text)
	mask := uint64(len(v.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := &v.slots[i]
		if s.text == nil {
			return v.add(h, text)
		}
		if s.hash == h && bytes.Equal(s.text, text) {
			return s.number
		}
	}
}

// add looks a text up where it is known for all. Texts in excess of what can be
// told apart are not kept, so that memory does not follow them.
func (v *view) add(h uint64, text []byte) uint16 {
	n := v.number(string(text))
	if v.used > mostMunicipality {
		return n
	}
	if 4*v.used >= len(v.slots) {
		old := v.slots
		v.slots = make([]viewed, 4*len(old))
		for _, s := range old {
			if s.text != nil {
				v.put(s)
			}
		}
	}
	v.used++
	v.put(viewed{h, append([]byte{}, text...), n})
	return n
}

func (v *view) put(s viewed) {
	mask := uint64(len(v.slots) - 1)
	i := s.hash & mask
	for v.slots[i].text != nil {
		i = (i + 1) & mask
	}
	v.slots[i] = s
}

// textHash mixes a text's words of eight bytes, the last of which may hold some
// of the one before again.
func textHash(text []byte) uint64 {
	n := len(text)
	h := uint64(n)
	switch {
	case n >= 8:
		for at := 0; at < n-8; at += 8 {
			h = (h ^ binary.LittleEndian.Uint64(text[at:])) * 0x9fb21c651e98df25
			h ^= h >> 32
		}
		h ^= binary.LittleEndian.Uint64(text[n-8:])
	case n >= 4:
		h ^= uint64(binary.LittleEndian.Uint32(text))<<32 | uint64(binary.LittleEndian.Uint32(text[n-4:]))
	case n > 0:
		h ^= uint64(text[0])<<16 | uint64(text[n/2])<<8 | uint64(text[n-1])
	}
	h = (h ^ h>>32) * 0x9fb21c651e98df25
	return h ^ h>>32
}
