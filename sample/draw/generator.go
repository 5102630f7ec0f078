package draw

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"strconv"
)

// Generator gives random numbers that any program with SHA-256 can give again.
// A number is the digest of a text that says what it is for:
//
//	stikprove-draw-1
//	SEED
//	PURPOSE
//	KEY
//
// in UTF-8, lines parted by a line feed and none at the end. SEED is decimal,
// PURPOSE and KEY are those of the draw, see [Purpose]. Units are put in random
// order by comparing their digests byte by byte; a uniform number is
// (k+½)/2⁵², where k is the digest's first 52 bits, its first 13 hexadecimal
// digits.
//
// A unit's digest follows from the seed and its id, so that a unit that is
// added to the frame or leaves it does not move the others, and two draws with
// one seed from two waves' frames have as many units in common as can be.
//
// Source: permanent random numbers, Ohlsson (1995), in Business Survey Methods,
// 153–169. The hash is FIPS 180-4's.
type Generator struct{ Seed uint64 }

// GeneratorName stands in every log and changes with any number that is drawn.
const GeneratorName = "stikprove-draw-1"

// Purpose is what a random number decides about. Keys are a unit's id, a PSU's
// or a stratum's name, or a name and a number with a line feed between.
type Purpose string

// The purposes.
const (
	OfUnit  Purpose = "unit"   // key: the unit's id
	OfPSU   Purpose = "psu"    // key: the PSU
	OfStart Purpose = "start"  // key: the stratum; where a systematic draw begins
	OfTrial Purpose = "trial"  // key: the trial, the stratum, the id or PSU; Sampford
	OfCheck Purpose = "accept" // key: the trial, the stratum; Sampford
	OfStep  Purpose = "step"   // key: the step, the stratum; Tillé
)

// digest is a number of 256 bits.
type digest [sha256.Size]byte

// Digest returns the digest for a purpose and a key, whose parts are joined by
// line feeds.
func (g Generator) Digest(p Purpose, key ...string) [sha256.Size]byte {
	text := make([]byte, 0, 128)
	text = append(text, GeneratorName+"\n"...)
	text = strconv.AppendUint(text, g.Seed, 10)
	text = append(text, '\n')
	text = append(text, p...)
	for _, part := range key {
		text = append(text, '\n')
		text = append(text, part...)
	}
	return sha256.Sum256(text)
}

// Uniform returns a number in (0, 1) for a purpose and a key.
func (g Generator) Uniform(p Purpose, key ...string) float64 { return uniform(g.Digest(p, key...)) }

func uniform(d digest) float64 {
	const bits = 52
	k := binary.BigEndian.Uint64(d[:8]) >> (64 - bits)
	return (float64(k) + 0.5) / (1 << bits)
}

func (d digest) compare(other digest) int { return bytes.Compare(d[:], other[:]) }
