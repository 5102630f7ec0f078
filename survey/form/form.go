package form

import (
	"cmp"
	"fmt"
	"slices"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Read reads the XLSForm at path. The warnings, a line each, say what is kept
// without being understood or checked. The error is made of all the form's
// problems, as [survey.Problems].
func Read(path string) (*survey.Instrument, []string, error) {
	w, err := sheet.Open(path)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{file: w.File(), lists: map[string]*list{}, passed: map[string]bool{}}
	in := &survey.Instrument{}

	r.settings(r.table(w, "settings", false), in)
	if choices := r.table(w, "choices", false); choices != nil {
		r.choices(choices)
	}
	if questions := r.table(w, "survey", true); questions != nil {
		r.survey(questions, in)
	}
	if err := r.problems.Err(); err != nil {
		return nil, nil, err
	}
	in.Languages = r.languages
	if in.Language == "" && len(r.languages) > 0 {
		in.Language = r.languages[0]
	}
	slices.SortStableFunc(in.Languages, func(a, b string) int {
		return cmp.Compare(btoi(a != in.Language), btoi(b != in.Language))
	})
	warnings := make([]string, len(r.warnings))
	for i, p := range r.warnings.Sorted() {
		warnings[i] = p.String()
	}
	return in, slices.Compact(warnings), nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reader collects what a form holds and what is wrong with it.
type reader struct {
	file      string
	problems  survey.Problems
	warnings  survey.Problems
	languages []string // tags in order of appearance
	fallback  string   // the tag of labels without a language; may be empty
	lists     map[string]*list
	passed    map[string]bool // names that are there but are no questions of ours
}

func (r *reader) problem(t *table, row, column int, name, format string, args ...any) {
	r.problems = append(r.problems, t.at(row, column, name, fmt.Sprintf(format, args...)))
}

func (r *reader) warn(t *table, row, column int, name, format string, args ...any) {
	r.warnings = append(r.warnings, t.at(row, column, name, fmt.Sprintf(format, args...)))
}

// settings reads the title, identity and default language. t may be nil.
func (r *reader) settings(t *table, in *survey.Instrument) {
	if t == nil || t.grid.Rows() < 2 {
		return
	}
	const row = 2 // settings have one row under the heading
	in.ID = t.text(row, "form_id")
	in.Version = t.text(row, "version")
	if s := t.text(row, "default_language"); s != "" {
		in.Language = languageTag(s)
		r.fallback = in.Language
	}
	in.Title = t.words(row, "form_title", r.fallback)
}
