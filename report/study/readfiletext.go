package study

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/form"
)

// Text writes the reading for people, in English but for labels: what the
// files are and by what they were recognised, a line per variable with its
// kind and counts, guesses and notes. A form is written as a questionnaire, in
// language. Problems are left to the caller.
func (r *FileReading) Text(w io.Writer, language string) error {
	var b strings.Builder
	if r.Form && r.Instrument != nil {
		if err := form.Print(&b, r.Instrument, language); err != nil {
			return err
		}
	}
	if r.Platform != "" && !r.Form {
		fmt.Fprintf(&b, "%s: %s", strings.Join(r.Files, ", "), r.Platform)
		if r.Sheet != "" {
			fmt.Fprintf(&b, ", sheet '%s'", r.Sheet)
		}
		b.WriteByte('\n')
	}
	for _, g := range r.Guesses {
		fmt.Fprintf(&b, "  %s\n", g)
	}
	for _, d := range r.Units {
		fmt.Fprintf(&b, "\n%s: %d rows, %d variables\n", d.Unit(), d.Rows(), len(d.Columns()))
		unitText(&b, d.Codebook(), language)
	}
	if len(r.Notes) > 0 {
		b.WriteByte('\n')
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	_, err := io.WriteString(w, survey.MaskCPR(b.String()))
	return err
}

// unitText writes a line per variable. Columns of counts that are nought all
// the way down are left out.
func unitText(b *strings.Builder, book *survey.Codebook, language string) {
	counts := []struct {
		heading string
		of      func(survey.Entry) int
	}{
		{"present", func(e survey.Entry) int { return e.Present }},
		{"not answered", func(e survey.Entry) int { return e.NotAnswered }},
		{"not asked", func(e survey.Entry) int { return e.NotAsked }},
		{"not returned", func(e survey.Entry) int { return e.NotReturned }},
	}
	lines := make([][]string, len(book.Entries)+1)
	lines[0] = []string{"variable", "kind"}
	for i, e := range book.Entries {
		kind := e.Kind.String()
		if len(e.Options) > 0 {
			kind += " of " + strconv.Itoa(len(e.Options))
		}
		lines[i+1] = []string{e.Name, kind}
	}
	for k, c := range counts {
		sum := 0
		for _, e := range book.Entries {
			sum += c.of(e)
		}
		if sum == 0 && k > 0 {
			continue
		}
		lines[0] = append(lines[0], c.heading)
		for i, e := range book.Entries {
			lines[i+1] = append(lines[i+1], strconv.Itoa(c.of(e)))
		}
	}
	lines[0] = append(lines[0], "label")
	for i, e := range book.Entries {
		label := strings.Join(strings.Fields(e.Label.In(language)), " ")
		if r := []rune(label); len(r) > 60 {
			label = string(r[:59]) + "…"
		}
		lines[i+1] = append(lines[i+1], label)
	}
	aligned(b, lines)
}

// aligned writes lines in columns: words to the left, the counts between the
// second and the last to the right.
func aligned(b *strings.Builder, lines [][]string) {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for k, s := range line {
			widths[k] = max(widths[k], utf8.RuneCountInString(s))
		}
	}
	for _, line := range lines {
		var row strings.Builder
		for k, s := range line {
			pad := strings.Repeat(" ", widths[k]-utf8.RuneCountInString(s))
			if k > 1 && k < len(line)-1 {
				s = pad + s
			} else {
				s += pad
			}
			row.WriteString("  " + s)
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
}
