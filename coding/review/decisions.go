package review

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"

	"stikprove/coding"
	"stikprove/survey/whole"
)

// WriteDecisions writes a decisions file, which is whole then or as it was.
// Semicolons and a byte order mark are kept where the file has them.
func WriteDecisions(path string, decisions []coding.Decision) error {
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return whole.Because(path, err)
	}
	return whole.WriteBytes(path, decisionBytes(before, decisions))
}

// decisionBytes returns the file, written as before was.
func decisionBytes(before []byte, decisions []coding.Decision) []byte {
	const mark = "\ufeff"
	var out bytes.Buffer
	if bytes.HasPrefix(before, []byte(mark)) {
		out.WriteString(mark)
	}
	w := csv.NewWriter(&out)
	first, _, _ := bytes.Cut(before, []byte("\n"))
	if bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		w.Comma = ';'
	}
	// A buffer takes everything, so that the writer has no error to tell.
	_ = w.Write(coding.DecisionColumns)
	for _, d := range decisions {
		_ = w.Write([]string{d.Unit, d.Category, combination(d.Combination), d.Coder, d.Date, d.Reason, d.Wave, d.Hash})
	}
	w.Flush()
	return out.Bytes()
}

// combination is yes or no as a decisions file writes it.
func combination(yes *bool) string {
	switch {
	case yes == nil:
		return ""
	case *yes:
		return "1"
	}
	return "0"
}

// Undo returns decisions without those of a coder in a wave, and how many those
// were. Decisions that name no wave are of the wave this, the study's own.
func Undo(decisions []coding.Decision, coder, wave, this string) (left []coding.Decision, n int) {
	for _, d := range decisions {
		of := d.Wave
		if of == "" {
			of = this
		}
		if d.Coder == coder && of == wave {
			n++
			continue
		}
		left = append(left, d)
	}
	return left, n
}
