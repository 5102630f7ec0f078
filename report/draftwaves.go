package report

import (
	"fmt"
	"strings"

	"stikprove/sample/crosstab"
)

// waves returns what a table of two waves shows: a sentence for each row whose
// change is beyond chance, in the verdict's own word, or that there is none.
func (w *drafter) waves(t *crosstab.Table) []string {
	m := t.Comparison
	names := []string{"{first}", w.heading(m.Waves[0].Name), "{last}", w.heading(m.Waves[1].Name)}
	out := []string{w.fill(t, w.say.against, names...)}
	judged := false
	for i, r := range t.Rows {
		verdict := m.Changes[i].Verdict
		judged = judged || verdict == crosstab.NotShown
		if verdict != crosstab.Higher && verdict != crosstab.Lower || t.Cells[i][1].Suppressed != crosstab.Shown || !lookable(r.ID) {
			continue
		}
		out = append(out, w.fill(t, w.say.changed, append(names, "{row}", w.quote(w.RowLabel(r)),
			"{verdict}", fmt.Sprintf("{{ verdict %q %q }}", t.ID, r.ID), "{change}", fmt.Sprintf("{{ change %q %q }}", t.ID, r.ID))...))
	}
	if len(out) == 1 && judged {
		out = append(out, w.say.unchanged)
	}
	return out
}

// sinceEarlier is the heading of the tables of two waves.
func (w *drafter) sinceEarlier(t *crosstab.Table) string {
	return strings.ReplaceAll(w.say.since, "{first}", t.Comparison.Waves[0].Name)
}
