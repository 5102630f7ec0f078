package form

import (
	"strconv"

	"stikprove/survey"
)

// aside reads a row that no respondent answers. Notes and what is computed are
// kept; what the device fills in is metadata and passed over. A computed value
// that names its column in the export is a question: it is in the data.
func (w *walk) aside(row int, kind written) {
	if kind.computed && w.t.text(row, "export") != "" {
		if q, ok := w.question(row, kind); ok {
			q.Kind, q.Computed = survey.KindText, w.formula(row, q.Name)
			w.add(row, q)
		}
		return
	}
	name := ""
	if written := w.t.text(row, "name"); isQuestionName(asciiName(written)) {
		name, _ = w.name(row)
	} else if kind.computed {
		w.name(row) // says what is wrong with it
	}
	if !kind.note && !kind.computed {
		return
	}
	a := survey.Aside{
		Name: name, Label: w.t.words(row, "label", w.fallback), Hint: w.t.words(row, "hint", w.fallback),
		Section: w.section(), Roster: w.inside(), Relevant: w.relevant(row, name), Before: len(w.in.Questions),
	}
	if len(a.Label) == 0 {
		a.Label, a.Hint = a.Hint, nil
	}
	if kind.computed {
		a.Computed = w.formula(row, name)
	} else if len(a.Label) == 0 {
		w.warn(w.t, row, max(w.t.column("label"), w.t.column("type")), name, "the note has no label")
		return
	}
	w.in.Asides = append(w.in.Asides, a)
}

// formula returns what the form computes, as it is written.
func (w *walk) formula(row int, name string) string {
	formula := source(w.t.text(row, "calculation"))
	if formula == "" {
		w.warn(w.t, row, w.t.column("type"), name, "the form computes it and does not say how")
		return "''" // an empty text
	}
	return formula
}

// nameNotes gives the notes names whose own are no names here. Nothing asks
// about them.
func (w *walk) nameNotes() {
	n := 0
	for i := range w.in.Asides {
		a := &w.in.Asides[i]
		for a.Name == "" {
			n++
			if name := "note_" + strconv.Itoa(n); w.names[name] == 0 {
				a.Name = name
			}
		}
	}
}
