package report

import (
	"fmt"
	"regexp"
	"strings"
)

// A percentage typed by hand is right on the day it is typed. Nobody sees when
// the data change under it, so the text may not hold one.
var (
	typedPercent  = regexp.MustCompile(`(?i)\d[\d.,]*[\s\x{a0}]*(%|pct\b|procent|per[\s\x{a0}]?cent)`)
	doubleSign    = regexp.MustCompile(`(?i)` + lookedUp + `[\s\x{a0}]*(%|pct\b|procent|per[\s\x{a0}]?cent)`)
	levelFollows  = regexp.MustCompile(`(?i)^[-\s\x{a0}]*(konfidens|sikkerheds|confidence)`)
	withoutANote  = regexp.MustCompile(`\[\^[^\]\s]+\]`)
	looksLikeGrid = regexp.MustCompile(`(?m)^\s*\|?\s*:?-{3,}:?\s*\|`)
)

// lookedUp stands for a number that was looked up.
const lookedUp = "\x00"

// running is a paragraph's words as they follow each other, whatever emphasis
// they stand in, with where each piece came from.
type running struct {
	words  strings.Builder
	pieces []piece
	looked []looked
}

type piece struct{ at, offset int }

// add puts words from the source's offset at the end.
func (r *running) add(words string, offset int) {
	r.pieces = append(r.pieces, piece{r.words.Len(), offset})
	r.words.WriteString(words)
}

// offset returns where in the source the words at i came from.
func (r *running) offset(i int) int {
	found := 0
	for _, p := range r.pieces {
		if p.at > i {
			break
		}
		found = p.offset + i - p.at
	}
	return found
}

// check reports what must not stand in running text: typed percentages, a sign
// after a number that has one, and marks of footnotes that do not exist.
func (r *running) check(report func(offset int, message string)) {
	words := r.words.String()
	for _, m := range typedPercent.FindAllStringIndex(words, -1) {
		if levelFollows.MatchString(words[m[1]:]) {
			continue
		}
		report(r.offset(m[0]), fmt.Sprintf(`got "%s"; a percentage is looked up, not typed: {{ pct "table" "row" }}, or {{ given "39 %%" }} for one from elsewhere`,
			strings.ReplaceAll(words[m[0]:m[1]], nbsp, " ")))
	}
	for _, m := range doubleSign.FindAllStringIndex(words, -1) {
		report(r.offset(m[0]), "a percent sign after a look-up; pct, ci and total print what belongs to the number")
	}
	for _, m := range withoutANote.FindAllStringIndex(words, -1) {
		report(r.offset(m[0]), fmt.Sprintf("no footnote %s; want a line that begins with %[1]s:", words[m[0]:m[1]]))
	}
}
