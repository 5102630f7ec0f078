package platform

import (
	"slices"
	"strings"

	"stikprove/survey"
)

// Names of the variables that platforms add to the answers.
const (
	respondentName = "respondentid"
	statusName     = "status"
)

// statuses are how far a respondent came.
var statuses = []survey.Option{
	{Name: "new", Label: survey.Text{"da": "Ny", "en": "New"}},
	{Name: "distributed", Label: survey.Text{"da": "Distribueret", "en": "Distributed"}},
	{Name: "partial", Label: survey.Text{"da": "Nogen svar", "en": "Partly completed"}},
	{Name: "completed", Label: survey.Text{"da": "Gennemført", "en": "Completed"}},
	{Name: "rejected", Label: survey.Text{"da": "Frafaldet", "en": "Rejected"}},
	{Name: "preview", Label: survey.Text{"da": "Forhåndsvisning", "en": "Preview"}},
	{Name: "test", Label: survey.Text{"da": "Test", "en": "Test"}},
}

// Places in statuses.
const (
	partial   = 2
	completed = 3
	rejected  = 4
	preview   = 5
	test      = 6
)

// before says which of the statuses that rules give a row counts: test and
// preview, then what is least complete.
var before = [...]int{test: 0, preview: 1, rejected: 2, 0: 3, 1: 4, partial: 5, completed: 6}

// readStatus reads how far each respondent came. Where the file does not tell
// it leaves r.status nil, and everybody is taken to have completed what they
// wrote anything of.
func (r *reader) readStatus() {
	rules := r.mapping.Status.Rules
	var columns []int
	for _, rule := range rules {
		column := r.headings.find(rule.Column)
		if column == 0 {
			r.unsure, r.statusLost = true, true
			r.problem(r.layout.Heading, 0, statusName, "no column "+survey.Quote(rule.Column)+survey.DidYouMean(rule.Column, r.headings.known()))
			return
		}
		columns = append(columns, column)
	}
	if len(columns) == 0 {
		return
	}
	r.statusColumns = columns
	r.status = slices.Repeat([]int16{-1}, len(r.rows))
	for k, rule := range rules {
		r.apply(rule, columns[k])
	}
	if r.mapping.Status.Exclusive {
		r.sayStatuses()
		return
	}
	for _, column := range columns {
		r.sayUnknown(column)
	}
}

// sayUnknown notes the words of a column that says how far respondents came,
// where nothing tells what they mean and so nothing how far those came.
func (r *reader) sayUnknown(column int) {
	first, counts := map[string]int{}, map[string]int{}
	var words []string
	for i := range r.rows {
		c := r.table.cell(i, column)
		if r.status[i] >= 0 || blank(c) {
			continue
		}
		word := clean(cellText(c))
		if counts[word]++; counts[word] == 1 {
			first[word] = r.rows[i]
			words = append(words, word)
		}
	}
	const most = 5
	for _, word := range words[:min(most, len(words))] {
		r.notes = append(r.notes, r.at(first[word], column, statusName, "it is not known how far respondents with "+shown(word)+" came, so that it is left open; rows: "+thousands(counts[word])+"; say it in the mapping"))
	}
}

// apply gives every row the status that a rule says.
func (r *reader) apply(rule StatusRule, column int) {
	s := r.table.store(column)
	says := remembered(s, func(i int) int16 {
		words := key(cellText(s.cell(i)))
		name, ok := rule.Values[words]
		switch {
		case ok:
		case words == "":
			name = rule.Blank
		default:
			name = rule.Filled
		}
		return int16(slices.IndexFunc(statuses, func(o survey.Option) bool { return o.Name == name }))
	})
	for i, row := range r.rows {
		k, had := *says(i), r.status[i]
		switch {
		case k < 0:
		case had >= 0 && r.mapping.Status.Exclusive:
			r.problem(row, column, statusName, "got two statuses, "+statuses[had].Name+" and "+statuses[k].Name+", want one")
		case had < 0 || before[k] < before[had]:
			r.status[i] = k
		}
	}
}

// returned reports whether row i came back, in part at least.
func (r *reader) returned(i int) bool {
	return r.status == nil || r.status[i] < 0 || r.status[i] >= partial && r.status[i] != rejected
}

// completedRow reports whether row i was answered to the end, so that a zero
// is an answer.
func (r *reader) completedRow(i int) bool {
	return r.status == nil || !r.mapping.ZeroWhenBlank || r.status[i] >= completed && r.status[i] != rejected
}

// statusColumn returns the variable status, or nil where the platform does not
// tell or the instrument asks for it itself.
func (r *reader) statusColumn() *survey.Column {
	if r.status == nil || r.in.Question(statusName) != nil || r.named(statusName) != nil {
		return nil
	}
	options := statuses[:preview]
	if slices.ContainsFunc(r.status, func(k int16) bool { return k >= preview }) {
		options = statuses
	}
	v := survey.Variable{Name: statusName, Options: options, Ordered: true, Label: survey.Text{"da": "Status", "en": "Status"}}
	missing := make([]survey.Missing, len(r.status))
	for i, k := range r.status {
		if k < 0 {
			missing[i] = survey.NotAnswered
		}
	}
	return survey.NewSingle(v, r.status, missing).From([][]int{r.statusColumns})
}

// checkIdentities reports rows that have no identity or another row's. Without
// an instrument nobody has said that rows must differ, so that it is a note.
func (r *reader) checkIdentities(f *field) {
	if f.lacking {
		r.unsure = true
		return
	}
	column, name := f.columns[0], f.question.Name
	first := make(map[string]int, len(r.rows))
	alike := make(map[string]int, len(r.rows))
	var doubled, nothing []int
	for i, row := range r.rows {
		id := f.column.Answer(i)
		full := r.identity(f, i, id)
		at, again := first[full]
		switch {
		case f.wrong[i]: // there is a problem already
			r.unsure = true
		case id == "" && r.lost(i):
		case id == "" && r.returned(i) && !r.given:
			nothing = append(nothing, row)
		case id == "" && r.returned(i):
			r.unsure = true
			r.problem(row, column, name, "got nothing, want what identifies the respondent")
		case id == "":
		case again && !r.given:
			doubled = append(doubled, row)
		case again:
			r.unsure = true
			r.problem(row, column, name, survey.Again(shown(id), survey.CellName(at, column)))
		default:
			first[full] = row
			if at := alike[key(full)]; at > 0 && r.given {
				r.notes = append(r.notes, r.at(row, column, name, shown(id)+" differs from "+survey.CellName(at, column)+" in capital letters only, and counts as another respondent"))
			}
			alike[key(full)] = row
		}
	}
	if len(doubled) > 0 {
		r.notes = append(r.notes, r.at(doubled[0], column, name, "rows that identify a respondent who stands above: "+thousands(len(doubled))))
	}
	if len(nothing) > 0 {
		r.notes = append(r.notes, r.at(nothing[0], column, name, "rows that do not identify the respondent: "+thousands(len(nothing))))
	}
}

// identity returns what must be row i's alone: its id, with the event and the
// repeat where the platform has them.
func (r *reader) identity(f *field, i int, id string) string {
	if len(r.mapping.Keys) == 0 || r.mapping.ID != r.headings.names[f.columns[0]-1] {
		return id
	}
	parts := []string{id}
	for _, name := range r.mapping.Keys {
		parts = append(parts, cellText(r.table.cell(i, r.headings.columns[key(name)])))
	}
	return strings.Join(parts, "\x00")
}
