package register

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math/bits"
)

// identifier makes persons' numbers of ids. It serves one goroutine.
//
// Two different ids of at most 8 bytes never have the same number. Longer ones
// and personal numbers are hashed to 64 bits: among four million persons the
// chance that any two coincide is below one in a million.
type identifier struct {
	personal bool // ids are personal numbers
	mac      hash.Hash
	last     []byte // the id seen last, and its number
	number   uint64
	sum      [sha256.Size]byte
}

func newIdentifier(personal bool, key []byte) *identifier {
	return &identifier{personal: personal, mac: hmac.New(sha256.New, key)}
}

// person returns the number of an id, which is not empty.
func (p *identifier) person(id []byte) uint64 {
	if p.personal {
		return p.pseudonymised(id)
	}
	if len(id) <= 8 {
		var word uint64
		for _, c := range id {
			word = word<<8 | uint64(c)
		}
		return mixed(word)
	}
	return hashed(id)
}

// pseudonymised returns the keyed hash of a personal number, however it is
// written: with or without its hyphen, or without its first zero.
func (p *identifier) pseudonymised(id []byte) uint64 {
	if string(id) == string(p.last) {
		return p.number
	}
	p.last = append(p.last[:0], id...)
	var digits [10]byte
	n, plain := 0, true
	for _, c := range id {
		switch {
		case c >= '0' && c <= '9' && n < len(digits):
			digits[n] = c
			n++
		case c == '-' || c == ' ':
		default:
			plain = false
		}
	}
	p.mac.Reset()
	switch {
	case plain && n == 10:
		p.mac.Write(digits[:])
	case plain && n == 9:
		p.mac.Write([]byte{'0'})
		p.mac.Write(digits[:9])
	default:
		p.mac.Write(id)
	}
	p.number = binary.BigEndian.Uint64(p.mac.Sum(p.sum[:0]))
	return p.number
}

// pseudonym returns what a person is called in a list: a keyed hash of the
// person's number, which tells nothing without the key.
func pseudonym(key []byte, person uint64) string {
	mac := hmac.New(sha256.New, key)
	var word [8]byte
	binary.BigEndian.PutUint64(word[:], person)
	mac.Write([]byte("pseudonym"))
	mac.Write(word[:])
	return hex.EncodeToString(mac.Sum(nil)[:8])
}

// mixed spreads a word over all bits, one to one.
//
// Source: Steele, Lea and Flood (2014), the finaliser of SplitMix64.
func mixed(z uint64) uint64 {
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// hashed returns a hash of an id of more than 8 bytes.
func hashed(id []byte) uint64 {
	h := uint64(len(id)) * 0x9e3779b97f4a7c15
	for len(id) >= 8 {
		high, low := bits.Mul64(h^binary.LittleEndian.Uint64(id), 0xa0761d6478bd642f)
		h = high ^ low ^ h<<1
		id = id[8:]
	}
	var word uint64
	for _, c := range id {
		word = word<<8 | uint64(c)
	}
	high, low := bits.Mul64(h^word, 0xe7037ed1a0b428db)
	return mixed(high ^ low ^ h)
}
