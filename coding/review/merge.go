package review

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
)

// Merge says how a workbook is taken in.
type Merge struct {
	Study       Header // what the study is now
	Cases       []Case // of the study, all that have a text
	Decisions   []coding.Decision
	Coder       string // who reads the sheet in; rows without a name are theirs
	Today       string // ISO 8601; of rows without a date
	OtherScheme bool   // take a sheet made with another version of the scheme
}

// Result counts what a workbook came to. Counts are of rows.
type Result struct {
	New       int // decided for the first time
	Changed   int // decided otherwise by the same coder
	Unchanged int // decided so already
	Left      int // not decided
}

// Merge returns the study's decisions with those of the workbook. The error is
// a [survey.Problems] with everything that speaks against it: another study's
// or wave's sheet, another version of the scheme, rows that are missing, doubled
// or changed, codes that there are not, and cases that another coder has
// decided otherwise. There are no decisions then.
func (f *Filled) Merge(m Merge) ([]coding.Decision, Result, error) {
	problems := append(survey.Problems(nil), f.foreign(m)...)
	if len(problems) > 0 {
		return nil, Result{}, problems.Err() // rows of another study would all be wrong
	}
	if f.Kind == Blind {
		return nil, Result{}, survey.Problem{File: f.File, Message: "a blind sheet, whose codes are one coder's of several: compare it with stikprove agree, and read in the sheet that --adjudicate writes"}
	}
	problems = append(problems, f.problems...)
	problems = append(problems, f.changed(m)...)
	decisions, result := slices.Clone(m.Decisions), Result{}
	texts := make(map[string]string, len(m.Cases))
	for _, c := range m.Cases {
		texts[c.ID] = c.Text
	}
	at := make(map[string]int, len(decisions))
	for i, d := range decisions {
		if d.Wave == "" || d.Wave == f.Wave {
			at[d.Unit] = i
		}
	}
	for _, r := range f.Rows {
		v := r.Verdict()
		if v.Category == "" && v.Combination == nil {
			result.Left++
			continue
		}
		d := m.decision(f, r, v, texts[r.ID])
		i, decided := at[r.ID]
		switch {
		case !decided:
			at[r.ID] = len(decisions)
			decisions = append(decisions, d)
			result.New++
		case stale(decisions[i], texts[r.ID]):
			decisions[i] = d
			result.Changed++
		case same(decisions[i], v):
			result.Unchanged++
			if decisions[i].Coder == d.Coder && d.Reason != "" {
				decisions[i].Reason = d.Reason
			}
		case decisions[i].Coder == m.Coder && (r.Coder == "" || r.Coder == m.Coder):
			decisions[i] = d
			result.Changed++
		default:
			problems = append(problems, survey.Problem{File: f.File, Sheet: f.Tab, Row: r.Line, Column: f.columns[columnCategory], Variable: string(columnCategory),
				Message: fmt.Sprintf("unit %s is decided otherwise by another coder, %s; nothing is overwritten: agree with them, or undo theirs first", survey.Quote(r.ID), survey.Quote(decisions[i].Coder))})
		}
	}
	if err := problems.Err(); err != nil {
		return nil, Result{}, err
	}
	return decisions, result, nil
}

// decision is what a row comes to.
func (m Merge) decision(f *Filled, r Row, v coding.Verdict, text string) coding.Decision {
	d := coding.Decision{
		Unit: r.ID, Category: v.Category, Combination: v.Combination, Coder: r.Coder, Date: r.Date,
		Reason: r.Comment, Wave: f.Wave, Hash: coding.TextHash(text),
	}
	if d.Coder == "" {
		d.Coder = m.Coder
	}
	if d.Date == "" {
		d.Date = m.Today
	}
	return d
}

// same reports whether a decision says all that a verdict says.
func same(d coding.Decision, v coding.Verdict) bool {
	if v.Category != "" && v.Category != d.Category {
		return false
	}
	return v.Combination == nil || d.Combination != nil && *d.Combination == *v.Combination
}

// stale reports whether a decision was made on another text than a unit has
// now, so that it stands no longer.
func stale(d coding.Decision, text string) bool {
	return d.Hash != "" && d.Hash != coding.TextHash(text)
}

// foreign says what of the header is not the study's.
func (f *Filled) foreign(m Merge) survey.Problems {
	var problems survey.Problems
	add := func(format string, args ...any) {
		problems = append(problems, survey.Problem{File: f.File, Message: fmt.Sprintf(format, args...)})
	}
	switch {
	case f.Study != m.Study.Study:
		add("the sheet is of another study, %s; this one is %s", survey.Quote(f.Study), survey.Quote(m.Study.Study))
	case f.Wave != m.Study.Wave:
		add("the sheet is of wave %s; this study is wave %s", survey.Quote(f.Wave), survey.Quote(m.Study.Wave))
	case f.Variable != m.Study.Variable:
		add("the sheet is of the coding %s, want %s", survey.Quote(f.Variable), survey.Quote(m.Study.Variable))
	case f.Hash != m.Study.Hash && !m.OtherScheme:
		add("the sheet was made with version %s of scheme %s (%.8s), and the study now has version %s (%.8s); see that the codes still mean the same and say --other-scheme, or write a new sheet",
			f.Version, f.Scheme, f.Hash, m.Study.Version, m.Study.Hash)
	}
	return problems
}

// changed says which rows are not those that were written, or not the study's.
func (f *Filled) changed(m Merge) survey.Problems {
	before := len(f.problems)
	written := make(map[string]string, len(f.expected)) // check sum of each id
	whose := make(map[string]string, len(f.expected))   // id of each check sum
	for _, e := range f.expected {
		written[e.id], whose[e.check] = e.check, e.id
	}
	texts := make(map[string]string, len(m.Cases))
	for _, c := range m.Cases {
		texts[c.ID] = c.Text
	}
	line := make(map[string]int, len(f.Rows))
	met := make(map[string]bool, len(f.Rows))
	for _, r := range f.Rows {
		check, known := written[r.ID]
		owner := whose[r.check]
		met[r.ID], met[owner] = true, true
		now, there := texts[r.ID]
		switch {
		case line[r.ID] > 0:
			f.problem(r.Line, columnID, "unit %s stands in row %d already", survey.Quote(r.ID), line[r.ID])
		case r.ID == "":
			f.problem(r.Line, columnID, "the id is gone%s", f.was(owner))
		case !known:
			f.problem(r.Line, columnID, "no such unit on the sheet as it was written; was the id changed?%s", f.was(owner))
		case owner != "" && owner != r.ID:
			f.problem(r.Line, columnID, "the id was changed%s", f.was(owner))
		case !there:
			f.problem(r.Line, columnID, "unit %s is no longer in the study, or has no text", survey.Quote(r.ID))
		case r.rebuilt != check && !sameSpace(r.Text, shown(now)):
			f.problem(r.Line, columnText, "the text of unit %s is not the study's: it was changed here, or in the study after the sheet was written (text withheld)", survey.Quote(r.ID))
		case r.rebuilt != check:
			f.problem(r.Line, columnSuggestion, "the suggestion for unit %s, or its check sum, was changed; pick another code in the column for it", survey.Quote(r.ID))
		case !sameSpace(r.Text, shown(now)):
			f.problem(r.Line, columnText, "the text of unit %s has changed in the study since the sheet was written; write a new one (text withheld)", survey.Quote(r.ID))
		}
		if line[r.ID] == 0 {
			line[r.ID] = r.Line
		}
	}
	var missing []string
	for _, e := range f.expected {
		if !met[e.id] {
			missing = append(missing, e.id)
		}
	}
	if len(missing) > 0 {
		f.problem(0, columnID, "rows of %d of the %d units are missing: %s", len(missing), len(f.expected), few(missing))
	}
	found := slices.Clone(f.problems[before:])
	f.problems = f.problems[:before]
	return found
}

// was says whose row it was, where that can be told.
func (f *Filled) was(id string) string {
	if id == "" {
		return ""
	}
	return "; the row is that of unit " + survey.Quote(id)
}

// few lists ids, not more than fit in a line.
func few(ids []string) string {
	const most = 20
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return strings.Join(ids[:most], ", ") + fmt.Sprintf(" and %d more", len(ids)-most)
}

func sameSpace(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}
