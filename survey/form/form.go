package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// IsForm reports whether w is an XLSForm: whether it has a sheet survey with
// the headings type and name, or with type and questions' types under it.
func IsForm(w *sheet.Workbook) bool {
	if !w.Has("survey") {
		return false
	}
	t := (&reader{file: w.File()}).table(w, "survey", false)
	if t == nil || t.column("type") == 0 {
		return false
	}
	for row := 2; row <= t.grid.Rows() && t.column("name") == 0; row++ {
		if s := t.text(row, "type"); s != "" {
			kind, _ := typed(s)
			return kind.begin || kind.options || kind.passed || kind.known
		}
	}
	return t.column("name") > 0
}

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

	settings, choices, questions := r.table(w, "settings", false), r.table(w, "choices", false), r.table(w, "survey", true)
	r.language(in, settings, choices, questions)
	r.settings(settings, in)
	if choices != nil {
		r.choices(choices)
	}
	if questions != nil {
		r.survey(questions, in)
		r.mentions(questions)
	}
	if choices != nil {
		r.mentions(choices)
	}
	if err := r.problems.Err(); err != nil {
		return nil, nil, err
	}
	warnings := make([]string, len(r.warnings))
	for i, p := range r.warnings.Sorted() {
		warnings[i] = p.String()
	}
	return in, slices.Compact(warnings), nil
}

// language finds the default language, which words without one are in. Where
// the form does not say it and has labels without a language, they are in
// none; otherwise it is the first to appear.
func (r *reader) language(in *survey.Instrument, tables ...*table) {
	unnamed := false
	for _, t := range tables {
		switch {
		case t == nil:
			continue
		case t.column("default_language") > 0:
			in.Language = languageTag(t.text(2, "default_language"))
		}
		for _, heading := range translated {
			for language := range t.columns[heading] {
				unnamed = unnamed || language == "" && heading == "label"
			}
		}
		for _, language := range t.languages {
			if !slices.Contains(r.languages, language) {
				r.languages = append(r.languages, language)
			}
		}
	}
	if in.Language == "" && !unnamed && len(r.languages) > 0 {
		in.Language = r.languages[0]
	}
	if in.Language != "" && !slices.Contains(r.languages, in.Language) {
		r.languages = append(r.languages, in.Language)
	}
	slices.SortStableFunc(r.languages, func(a, b string) int { return cmp.Compare(btoi(a != in.Language), btoi(b != in.Language)) })
	in.Languages, r.fallback = r.languages, in.Language
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
	languages []string // tags, the default first
	fallback  string   // the tag of labels without a language; may be empty
	lists     map[string]*list
	passed    map[string]bool // names that are there but are no questions of ours
	known     map[string]bool // names that a text may mention; nil before the questions are read
	doubles   bool            // a list may have a name twice
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
	r.doubles = yesWords[strings.ToLower(t.text(row, "allow_choice_duplicates"))]
	in.Title = t.words(row, "form_title", r.fallback)
}
