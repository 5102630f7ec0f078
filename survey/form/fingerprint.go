package form

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Fingerprint returns 16 characters that two instruments share when they ask the
// same: questions, options, words, routing and limits. Title and version do not
// count.
func Fingerprint(in *survey.Instrument) string {
	w := &writer{in: in, lists: map[string]string{}}
	w.languages = w.spoken()
	rows := append(w.survey(), w.choices()...)
	sum := sha256.New()
	for _, row := range rows {
		_, _ = fmt.Fprintf(sum, "%q\n", fmt.Sprint(row...)) // a hash takes everything
	}
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// Outdated reports whether a form that [WriteFillIn] made is of another
// instrument than in, or of it as it was before it was changed.
func Outdated(w *sheet.Workbook, in *survey.Instrument) bool {
	if in == nil || !IsFillIn(w) {
		return false
	}
	g, err := w.Read(fillInLists)
	if err != nil {
		return false // reading its answers says why
	}
	if print := filledText(g.Cell(1, fingerprintColumn)); print != "" {
		return print != Fingerprint(in)
	}
	version := filledText(g.Cell(1, versionColumn))
	return version != "" && version != in.Version
}

// Where the sheet out of sight says what a form was made of, in its first row.
const (
	instrumentColumn = iota + 2
	versionColumn
	fingerprintColumn
)
