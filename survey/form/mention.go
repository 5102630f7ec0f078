package form

import (
	"maps"
	"slices"
	"strings"

	"stikprove/survey"
)

// mentionable returns the names that a text of the form may mention.
func (w *walk) mentionable() map[string]bool {
	known := maps.Clone(w.groups)
	maps.Copy(known, w.passed)
	for name := range w.names {
		known[name] = true
	}
	for at := range w.siblings { // under another name now
		known[at.name] = true
	}
	return known
}

// mentions says which texts of t mention a question that the form does not
// have. Other programs refuse such a form.
func (r *reader) mentions(t *table) {
	for heading, languages := range t.columns {
		if !slices.Contains(translated, heading) || r.known == nil {
			continue
		}
		for _, columns := range languages {
			for _, column := range columns {
				for row := 2; row <= t.grid.Rows(); row++ {
					r.mention(t, row, column, heading)
				}
			}
		}
	}
}

func (r *reader) mention(t *table, row, column int, heading string) {
	for _, found := range questionReference.FindAllStringSubmatch(clean(cellText(t.grid.Cell(row, column))), -1) {
		// "last-saved#" asks for an answer of the time before.
		name := strings.TrimPrefix(found[1], "last-saved#")
		if !r.known[asciiName(name)] {
			r.warn(t, row, column, t.text(row, "name"), "the %s mentions %s, which the form does not have", heading, survey.Quote(name))
		}
	}
}
