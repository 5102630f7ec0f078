package study

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"stikprove/sample/draw"
)

// Text writes what was drawn for people: the method, seed and frame, what each
// stratum got and what was changed. No unit is named.
func (d *Drawing) Text(w io.Writer) error {
	r := d.result
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d drawn of %d units", r.Spec.Method, len(r.Drawn), r.Frame.Units())
	if n := r.Frame.PSUs(); n > 0 {
		fmt.Fprintf(&b, " in %d of %d first-stage units", psusDrawn(r), n)
	}
	if n := len(r.Replacements); n > 0 {
		fmt.Fprintf(&b, ", %d in reserve", n)
	}
	fmt.Fprintf(&b, "\nseed %d, generator %s\n", r.Spec.Seed, draw.GeneratorName)
	fmt.Fprintf(&b, "frame %s", d.file.File)
	if d.options.Sheet != "" {
		fmt.Fprintf(&b, ", sheet '%s'", d.options.Sheet)
	}
	fmt.Fprintf(&b, ", %d rows, sha256 %s\norder %s\n\n", d.rows, d.file.SHA256, frameOrder(d.options.Columns))
	aligned(&b, d.strataLines())
	summary := r.Summary()
	fmt.Fprintf(&b, "\ninclusion probabilities %s to %s; weights add to %s\n", short(summary.Least), short(summary.Most), short(summary.WeightSum))
	for _, line := range changeLines(r) {
		fmt.Fprintf(&b, "changed: %s\n", line)
	}
	for _, line := range append(drawNotes(r), d.notes...) {
		fmt.Fprintf(&b, "note: %s\n", line)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// psusDrawn returns the number of first-stage units drawn.
func psusDrawn(r *draw.Result) int {
	n := 0
	for _, s := range r.Strata {
		n += s.N
	}
	return n
}

// strataLines returns a line per stratum.
func (d *Drawing) strataLines() [][]string {
	lines := [][]string{{"stratum", "", "units", "drawn", "probability"}}
	clusters := d.result.Frame.PSUs() > 0
	if clusters {
		lines[0] = []string{"stratum", "", "first-stage units", "drawn", "units", "drawn", "probability"}
	}
	for _, s := range d.result.Strata {
		p := short(s.Least)
		if short(s.Most) != p {
			p += "–" + short(s.Most)
		}
		name := s.Name
		if name == "" {
			name = "all"
		}
		if clusters {
			lines = append(lines, []string{name, "", strconv.Itoa(s.PSUs), strconv.Itoa(s.N), strconv.Itoa(s.Units), strconv.Itoa(s.Taken), p})
		} else {
			lines = append(lines, []string{name, "", strconv.Itoa(s.Units), strconv.Itoa(s.N), p})
		}
	}
	return lines
}

// short returns a number as text of at most six figures.
func short(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }
