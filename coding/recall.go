package coding

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stikprove/survey"
)

// TextHash returns what stands for a description in a decisions file, so that a
// text met again is known without being kept: 16 hexadecimal digits of the
// SHA-256 of the text in small letters, composed (NFC), with single spaces and
// without space and punctuation at its ends.
//
// Whoever has the hash and guesses a text can see that the guess is right: a
// decisions file is no less sensitive than the codes in it.
func TextHash(text string) string {
	text = strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(text))), " ")
	text = strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,;:!", r) })
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// recall is what people have decided on texts, by their hash.
type recall map[string][]Decision

// add remembers a decision on the text of a hash.
func (r recall) add(hash string, d Decision) {
	if hash != "" {
		r[hash] = append(r[hash], d)
	}
}

// apply gives k the code that all decisions on its text agree on. Where they
// differ it sends k to review. A decision that is silent on the category or on
// the combination leaves that to the others.
func (r recall) apply(s *Scheme, k Coding, text string) Coding {
	decisions := r[TextHash(text)]
	if len(decisions) == 0 {
		return k
	}
	var all Decision
	for _, d := range decisions {
		switch {
		case d.Category != "" && all.Category != "" && d.Category != all.Category,
			d.Combination != nil && all.Combination != nil && *d.Combination != *all.Combination:
			return k.sent("afgørelser om samme tekst er uenige", "decisions on the same text differ")
		}
		if d.Category != "" {
			all.Category = d.Category
		}
		if d.Combination != nil {
			all.Combination = d.Combination
		}
	}
	k = all.decide(s, k)
	k.DecidedBy = ByMemory
	k.Reason = survey.Text{
		"da": fmt.Sprintf("husket: samme tekst er afgjort af en person før (afgørelser: %d)", len(decisions)),
		"en": fmt.Sprintf("remembered: a person has decided the same text before (decisions: %d)", len(decisions)),
	}
	return k
}

// sent returns k sent to review, with a reason before those it has.
func (k Coding) sent(da, en string) Coding {
	k.Review = true
	k.Reason = survey.Text{"da": join(da, k.Reason.In("da")), "en": join(en, k.Reason.In("en"))}
	return k
}

// join puts a reason before others.
func join(first, rest string) string {
	if rest == "" {
		return first
	}
	return first + "; " + rest
}

// people lets decisions and the memory of them override what the rules and the
// learned fallback found: a decision on the unit first, then those on the same
// text. A decision on a text that has changed since is remembered for the text
// it was made on, and the unit goes to review.
func (o Options) people(codings []*Coding, text *survey.Column, own map[int]Decision) (changed int) {
	remembered := recall{}
	stale := map[int]bool{}
	for row := range codings {
		d, ok := own[row]
		if !ok || codings[row] == nil {
			continue
		}
		hash := TextHash(text.Text(row))
		stale[row] = d.Hash != "" && d.Hash != hash
		if d.Hash != "" {
			hash = d.Hash
		}
		remembered.add(hash, d)
	}
	for _, d := range o.Decisions {
		if !o.here(d) {
			remembered.add(d.Hash, d)
		}
	}
	for _, d := range o.Former {
		remembered.add(d.Hash, d)
	}
	if len(remembered) == 0 {
		return 0
	}
	for row, k := range codings {
		if k == nil {
			continue
		}
		var now Coding
		d, decided := own[row]
		switch {
		case decided && !stale[row]:
			now = d.decide(o.Scheme, *k)
		case decided:
			changed++
			now = remembered.apply(o.Scheme, *k, text.Text(row)).
				sent("teksten er ændret, siden sagen blev afgjort", "the text has changed since the case was decided")
		default:
			now = remembered.apply(o.Scheme, *k, text.Text(row))
		}
		codings[row] = &now
	}
	return changed
}

// here reports whether a decision is on the units of this wave.
func (o Options) here(d Decision) bool { return d.Wave == "" || d.Wave == o.Wave }
