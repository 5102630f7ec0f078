package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
)

// Kind says what a sheet is for.
type Kind string

// The kinds of sheet.
const (
	Review       Kind = "review"       // suggestions to check
	Blind        Kind = "blind"        // texts without suggestions, for a second coder
	Adjudication Kind = "adjudication" // two coders' codes, for a third person
)

// Header says what a sheet was made of. All of it is checked on the way back.
type Header struct {
	Kind                  Kind
	Study, Wave           string
	Variable              string // which of the study's codings
	Scheme, Version, Hash string // of the coding scheme
	Language              string // tag
	Seed                  string // of a blind sheet's order; empty otherwise
	Coders                string // of an adjudication: the two that are compared
}

// Code is one of the values that can be picked.
type Code struct {
	Name  string
	Label survey.Text
}

// Codes returns a scheme's categories as codes, [coding.Uncoded] last.
func Codes(s *coding.Scheme) []Code {
	var codes []Code
	for _, c := range s.Categories {
		codes = append(codes, Code{c.Name, c.Label})
	}
	return append(codes, Code{coding.Uncoded, survey.Text{"da": danish.uncoded, "en": english.uncoded}})
}

// Case is a row of a sheet.
type Case struct {
	ID, Text string
	Coding   coding.Coding    // the suggestion; not used by a blind sheet
	Decision *coding.Decision // what stands decided; nil for nothing
	A, B     coding.Verdict   // of an adjudication
}

// Sheet is a sheet to be filled in.
type Sheet struct {
	Header
	Codes []Code
	Cases []Case // in the order they are printed
}

// New returns a sheet for review: of all cases, or of those a person should look
// at. What needs eyes first stands first: what is for review, the least sure
// first, then the rest in the same order.
func New(h Header, codes []Code, cases []Case, all bool) *Sheet {
	h.Kind = Review
	s := &Sheet{Header: h, Codes: codes}
	for _, c := range cases {
		if all || c.Coding.Review {
			s.Cases = append(s.Cases, c)
		}
	}
	slices.SortStableFunc(s.Cases, func(a, b Case) int {
		if a.Coding.Review != b.Coding.Review {
			if a.Coding.Review {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Coding.Confidence, b.Coding.Confidence)
	})
	return s
}

// NewBlind returns a sheet for a second coder: sample cases, or all where it is
// 0, in an order drawn from seed. The draw can be repeated by any program: ids
// are sorted by the SHA-256 of the seed in digits, a tab and the id, and the
// first are taken.
func NewBlind(h Header, codes []Code, cases []Case, sample int, seed uint64) *Sheet {
	h.Kind, h.Seed = Blind, fmt.Sprint(seed)
	s := &Sheet{Header: h, Codes: codes, Cases: slices.Clone(cases)}
	slices.SortFunc(s.Cases, func(a, b Case) int { return cmp.Compare(lot(h.Seed, a.ID), lot(h.Seed, b.ID)) })
	if sample > 0 {
		s.Cases = s.Cases[:min(sample, len(s.Cases))]
	}
	return s
}

func lot(seed, id string) string {
	sum := sha256.Sum256([]byte(seed + "\t" + id))
	return string(sum[:])
}

// NewAdjudication returns a sheet for whoever settles two coders' differences.
// Differences stand first.
func NewAdjudication(h Header, codes []Code, cases []Case) *Sheet {
	h.Kind, h.Seed = Adjudication, ""
	s := &Sheet{Header: h, Codes: codes, Cases: slices.Clone(cases)}
	slices.SortStableFunc(s.Cases, func(a, b Case) int { return cmp.Compare(a.agreed(), b.agreed()) })
	return s
}

// agreed is 1 where both coders say the same and 0 otherwise.
func (c Case) agreed() int {
	same := c.A.Category == c.B.Category && (c.A.Combination == nil) == (c.B.Combination == nil)
	if same && (c.A.Combination == nil || *c.A.Combination == *c.B.Combination) {
		return 1
	}
	return 0
}

// shown returns a text as a sheet shows it: civil registration numbers masked,
// control characters as spaces, and cut where Excel would cut it.
func shown(text string) string {
	text = survey.MaskCPR(strings.ToValidUTF8(text, "\ufffd"))
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	const most = 10_000
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

// check is the check sum of a row: whose it is, what it says and what was
// suggested. Space is left out of it: programs that save workbooks change it.
func (h Header) check(id, text, suggestion, combination string) string {
	space := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	sum := sha256.Sum256([]byte(strings.Join([]string{
		string(h.Kind), h.Study, h.Wave, h.Variable, h.Hash, id, space(text), space(suggestion), space(combination),
	}, "\x00")))
	return hex.EncodeToString(sum[:6])
}
