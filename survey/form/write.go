package form

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Write writes in as an XLSForm at path. The same instrument gives the same
// bytes, and [Read] of the file gives the same instrument.
//
// Questions of one section stand in a group, those of a roster in a repeat.
// Questions with the same options share a list, named for the first of them.
// Notes and what is computed stand where they stood. What a rule asks about or a
// label mentions and the instrument does not have, such as the time of the
// device, becomes a hidden field, so that other programs take the form; nothing
// fills it in.
//
// The error is made of [survey.Problems] where the instrument is no form: a
// name twice or not a name, no label, no options, a roster in two places.
func Write(path string, in *survey.Instrument) error {
	w := &writer{file: filepath.Base(path), in: in, lists: map[string]string{}}
	w.check()
	if err := w.problems.Err(); err != nil {
		return err
	}
	w.languages = w.spoken()
	questions := w.survey()
	sheets := []sheet.Sheet{{Name: "survey", Rows: questions}, {Name: "choices", Rows: w.choices()}, {Name: "settings", Rows: w.settings()}}
	return sheet.Write(path, sheet.Properties{Title: in.Title.In(in.Language), Language: in.Language}, sheets...)
}

// writer is an instrument on its way to a form.
type writer struct {
	file      string
	in        *survey.Instrument
	languages []string          // columns of words; "" is the one without a language
	lists     map[string]string // name of a list by what is in it
	order     []survey.Question // the first question of each list
	problems  survey.Problems
}

// spoken returns the languages that the instrument has words in, the default
// first.
func (w *writer) spoken() []string {
	languages := slices.Clone(w.in.Languages)
	add := func(t survey.Text) {
		for _, language := range slices.Sorted(maps.Keys(t)) {
			if language = w.column(language); !slices.Contains(languages, language) {
				languages = append(languages, language)
			}
		}
	}
	for _, line := range lines(w.in) {
		q := line.question
		add(q.Label)
		for _, o := range q.Options {
			add(o.Label)
		}
	}
	slices.SortStableFunc(languages, func(a, b string) int { return cmp.Compare(btoi(a != w.in.Language), btoi(b != w.in.Language)) })
	return languages
}

// column returns the language whose column words in a language stand in: words
// for every language stand in the default one's.
func (w *writer) column(language string) string { return cmp.Or(language, w.in.Language) }

// words returns t in every language, nil where it has none.
func (w *writer) words(t survey.Text) []any {
	row := make([]any, len(w.languages))
	for i, language := range w.languages {
		s, ok := t[language]
		if !ok && language == w.in.Language {
			s = t[""]
		}
		row[i] = text(s)
	}
	return row
}

// text returns s as a cell: an empty one where it is empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// headed returns the headings of words in every language.
func (w *writer) headed(heading string) []any {
	row := make([]any, len(w.languages))
	for i, language := range w.languages {
		if row[i] = heading; language != "" {
			row[i] = heading + "::" + languageName(language)
		}
	}
	return row
}

// row puts cells and rows of cells into one row.
func row(parts ...any) []any {
	var cells []any
	for _, p := range parts {
		switch p := p.(type) {
		case []any:
			cells = append(cells, p...)
		case string:
			cells = append(cells, text(p))
		default:
			cells = append(cells, p)
		}
	}
	return cells
}

// choices returns the sheet of options.
func (w *writer) choices() [][]any {
	rows := [][]any{row("list_name", "name", w.headed("label"), "code", "missing", "exclusive", "order")}
	for _, q := range w.order {
		for _, o := range q.Options {
			rows = append(rows, row(w.list(q), o.Name, w.words(o.Label), o.Code, meaningName(o.Meaning), yesCell(o.Exclusive), yesCell(q.Ordered)))
		}
	}
	return rows
}

// list returns the name of the list that q's options are in.
func (w *writer) list(q survey.Question) string {
	key := fmt.Sprint(q.Ordered, q.Options) // fmt prints maps in order
	if w.lists[key] == "" {
		w.lists[key] = q.Name
		w.order = append(w.order, q)
	}
	return w.lists[key]
}

func meaningName(m survey.Meaning) string {
	for name, meaning := range meanings {
		if meaning == m {
			return name
		}
	}
	return ""
}

func roleName(r survey.Role) string {
	for name, role := range roles {
		if role == r {
			return name
		}
	}
	return ""
}

func yesCell(b bool) any {
	if b {
		return "yes"
	}
	return nil
}

// settings returns the sheet of one row about the form.
func (w *writer) settings() [][]any {
	headings, values := row("form_title", "form_id", "version"), row(cmp.Or(w.in.Title[w.in.Language], w.in.Title[""]), w.in.ID, w.in.Version)
	if w.in.Language != "" {
		headings, values = append(headings, "default_language"), append(values, languageName(w.in.Language))
	}
	for _, language := range slices.Sorted(maps.Keys(w.in.Title)) {
		if language != "" && language != w.in.Language {
			headings, values = append(headings, "form_title::"+languageName(language)), append(values, w.in.Title[language])
		}
	}
	return [][]any{headings, values}
}

func (w *writer) problem(name, format string, args ...any) {
	w.problems = append(w.problems, survey.Problem{File: w.file, Variable: survey.MaskCPR(name), Message: survey.MaskCPR(fmt.Sprintf(format, args...))})
}

// check reports what other programs would refuse.
func (w *writer) check() {
	taken, exports := map[string]bool{}, map[string]bool{}
	take := func(name string) {
		switch {
		case !isQuestionName(name):
			w.problem("", "got the name %s, want a letter a to z or _ and then letters, digits, _, - and .", survey.Quote(name))
		case taken[name]:
			w.problem(name, "the name is taken")
		}
		taken[name] = true
	}
	for _, r := range w.in.Rosters {
		take(r.Name)
		if r.Count < 1 {
			w.problem(r.Name, "got %d blocks, want at least 1", r.Count)
		}
	}
	all := lines(w.in)
	if len(all) == 0 {
		w.problem("", "the instrument asks no questions")
	}
	left := map[string]bool{}
	for i, line := range all {
		q := line.question
		take(q.Name)
		if i > 0 && all[i-1].question.Roster != q.Roster {
			left[all[i-1].question.Roster] = true
		}
		known := slices.ContainsFunc(w.in.Rosters, func(r survey.Roster) bool { return r.Name == q.Roster })
		switch {
		case q.Roster == "":
		case !known:
			w.problem(q.Name, "no roster %s", survey.Quote(q.Roster))
		case left[q.Roster]:
			w.problem(q.Name, "roster %s ended before it, want its questions together", q.Roster)
		case line.aside:
		case inBlock(w.own(q), w.prefix(q.Roster)) != q.Export:
			w.problem(q.Name, "got the column %s, want it to begin with the roster's %s", survey.Quote(q.Export), survey.Quote(w.prefix(q.Roster)))
		}
		if line.aside {
			continue
		}
		if exports[q.Export] {
			w.problem(q.Name, "got the column %s, which another question is read from", survey.Quote(q.Export))
		}
		exports[q.Export] = true
		if strings.TrimSpace(q.Label.In(w.in.Language)) == "" {
			w.problem(q.Name, "the question has no label")
		}
		w.checkOptions(q)
	}
}

func (w *writer) checkOptions(q survey.Question) {
	if q.Kind != survey.KindSingle && q.Kind != survey.KindMultiple {
		return
	}
	if len(q.Options) == 0 {
		w.problem(q.Name, "the question has no options")
	}
	taken := map[string]bool{}
	for _, o := range q.Options {
		if o.Name == "" || taken[o.Name] || q.Kind == survey.KindMultiple && strings.ContainsAny(o.Name, " \t\n") {
			w.problem(q.Name, "got the option %s, want a name that no other option has and, where several may be chosen, no blanks in it", survey.Quote(o.Name))
		}
		taken[o.Name] = true
	}
}
