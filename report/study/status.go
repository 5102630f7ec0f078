package study

import (
	"maps"
	"slices"
	"strings"

	"stikprove/sample"
	outcomes "stikprove/sample/response"
	"stikprove/survey"
)

// StatusOptions say what is asked of a survey in the field.
type StatusOptions struct {
	By         string  // a variable of the frame; empty for none
	Margin     float64 // half the width of the interval to be reached; 0 for no such question
	Proportion float64 // of a proportion expected to be so
	Language   string  // of text and workbooks; the study's own where empty
	Progress   Progress
}

// Status is how far a survey has come: who has answered which part. It tells
// of every respondent whether it answered, and nothing of what.
type Status struct {
	ID          string // the frame's variable that names the respondents
	Parts       []StatusPart
	Respondents []StatusRespondent // in the order of the frame
	Groups      []StatusGroup      // by the variable asked for; all respondents last
	Days        []StatusDay        // by day, where the export tells
	Precision   *StatusPrecision   // nil where it was not asked for
	Notes       []survey.Problem

	study    *Study
	by       string
	language string
	frame    *survey.Dataset
	labels   map[string]survey.Text // of the instrument's questions
}

// StatusPart is a source of answers: the respondents' own, or their cases.
type StatusPart struct {
	Source string
	Wanted int // cases that each respondent gives; 0 of the respondents' own answers
}

// State is how far a respondent has come.
type State uint8

// The states, from none to complete.
const (
	StateNone State = iota
	StatePartial
	StateComplete
)

var stateNames = [...]string{"none", "partial", "complete"}

// String returns the state's name as the machine format writes it.
func (s State) String() string { return stateNames[s] }

// StatusRespondent is a unit of the frame.
type StatusRespondent struct {
	ID          string
	State       State // complete where every part is
	Parts       []StatusAnswers
	Disposition outcomes.Disposition
	Day         string // 2015-03-31, or "" where nobody tells
	Remind      bool   // not complete, and neither refusing nor outside the population
}

// StatusAnswers is what a respondent gave of a part.
type StatusAnswers struct {
	State   State
	Missing []string // names of the questions to be answered that are not
	Cases   int      // that are complete
	Begun   int      // cases that are not
}

// StatusGroup is the respondents with one value of a variable of the frame.
type StatusGroup struct {
	outcomes.Tally
	States [3]int // respondents by [State]
	Rates  outcomes.Rates
}

// StatusDay is the respondents who answered on a day, and up to it.
type StatusDay struct {
	Day          string
	Answers, All int
}

// Status tells who has answered so far. A part is complete where every question
// of it that the instrument requires and the respondent was asked has an answer
// or, where it requires none, where anything has; cases are where as many as
// were to be drawn are. Answers decide before what people noted: a disposition
// counts for respondents of whom nothing came, and that they are outside the
// population for all.
func (s *Study) Status(o StatusOptions) (*Status, error) {
	s = s.afresh()
	s.progress = o.Progress
	f := s.config.Frame
	if f == nil {
		s.add(place{}, "frame", "the study has no frame, want the list of those who were asked")
		return nil, s.problems.Err()
	}
	data := &Data{Datasets: map[string]*survey.Dataset{}, Samples: map[string]*sample.Sample{}}
	if err := s.readInstrument(data); err != nil {
		return nil, err
	}
	if err := s.readSources(data); err != nil {
		return nil, err
	}
	list, err := s.dataset("frame", source{File: f.File, Sheet: f.Sheet})
	if err := s.keep(f.File, err); err != nil {
		return nil, err
	}
	answered := data.Datasets[f.For]
	if list == nil || answered == nil {
		return nil, s.problems.Err()
	}
	list = s.private(list, f.ID)
	st := &Status{ID: f.ID, study: s, by: o.By, language: o.Language, frame: list, Notes: data.Notes}
	st.labels = map[string]survey.Text{}
	if data.Instrument != nil {
		for _, q := range data.Instrument.Questions {
			st.labels[q.Name] = q.Label
		}
	}
	if st.language == "" {
		st.language = s.config.Language
	}
	frame, err := sample.NewFrame(list, f.ID)
	if err := s.keep(s.file, err); err != nil {
		return nil, err
	}
	if len(s.problems) == 0 && answered.Rows() > 0 {
		s.problems = append(s.problems, frame.Missing(answered, f.ID)...)
	}
	if o.By != "" && list.Column(o.By) == nil {
		s.problems = append(s.problems, survey.Problem{Variable: "--by", Message: list.NoVariable(o.By, "the frame")})
	}
	sound := len(s.problems) == 0
	noted := st.dispositions()
	if sound { // of answers that could not be read, none can be said to be missing
		st.respondents(data)
		st.settle(noted)
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	st.group()
	st.byDay()
	if o.Margin > 0 {
		st.precision(o)
	}
	return st, nil
}

// respondents finds what every unit of the frame gave of every part.
func (st *Status) respondents(data *Data) {
	s, f := st.study, st.study.config.Frame
	answered := data.Datasets[f.For]
	rows := map[string]int{}
	if id := answered.Column(f.ID); id != nil {
		for row := range answered.Rows() {
			rows[survey.Same(id.Answer(row))] = row
		}
	}
	st.Parts = []StatusPart{{Source: f.For}}
	for _, name := range slices.Sorted(maps.Keys(s.config.Sources)) {
		from := s.config.Sources[name]
		if !from.isCases() || from.From != f.For && from.To != f.For || data.Datasets[name] == nil {
			continue
		}
		wanted := s.config.Designs[name].Draw
		if wanted == 0 && data.Instrument != nil {
			wanted = rosterCount(data.Instrument, s.questions(data, from))
		}
		st.Parts = append(st.Parts, StatusPart{Source: name, Wanted: max(wanted, 1)})
	}
	submitted := answered.Column("submitted")
	id := st.frame.Column(f.ID)
	for k := range st.frame.Rows() {
		r := StatusRespondent{ID: strings.TrimSpace(id.Answer(k))}
		row, came := rows[survey.Same(r.ID)]
		if !came {
			row = -1
		}
		for i, part := range st.Parts {
			roster := ""
			if i > 0 {
				roster = s.questions(data, s.config.Sources[part.Source])
			}
			r.Parts = append(r.Parts, part.answers(data, row, roster))
		}
		if came && submitted != nil && submitted.Kind == survey.KindText && len(submitted.Text(row)) >= len("2015-03-31") {
			r.Day = submitted.Text(row)[:len("2015-03-31")]
		}
		r.State = overall(r.Parts)
		st.Respondents = append(st.Respondents, r)
	}
}

// overall returns the state of all parts together.
func overall(parts []StatusAnswers) State {
	complete, any := true, false
	for _, p := range parts {
		complete = complete && p.State == StateComplete
		any = any || p.State != StateNone
	}
	switch {
	case complete:
		return StateComplete
	case any:
		return StatePartial
	}
	return StateNone
}

// answers returns what the respondent in a row of its source, −1 for none, gave
// of the part.
func (p StatusPart) answers(data *Data, row int, roster string) StatusAnswers {
	d := data.Datasets[p.Source]
	if row < 0 {
		return StatusAnswers{}
	}
	if p.Wanted == 0 {
		a := StatusAnswers{}
		a.State, a.Missing = rowState(data.Instrument, d, row, "")
		return a
	}
	var a StatusAnswers
	for k, of := range d.Respondents() {
		if of != row {
			continue
		}
		state, missing := rowState(data.Instrument, d, k, roster)
		if state == StateComplete {
			a.Cases++
			continue
		}
		a.Begun++
		for _, name := range missing {
			if !slices.Contains(a.Missing, name) {
				a.Missing = append(a.Missing, name)
			}
		}
	}
	switch {
	case a.Cases >= p.Wanted:
		a.State = StateComplete
	case a.Cases+a.Begun > 0:
		a.State = StatePartial
	}
	return a
}

// rowState returns how much of a row is answered: of the questions of a roster, "" for
// those asked once, or of all variables where there is no instrument.
func rowState(in *survey.Instrument, d *survey.Dataset, row int, roster string) (State, []string) {
	var missing []string
	any := false
	look := func(name string, required bool) {
		c := d.Column(name)
		if c == nil {
			return
		}
		switch c.Missing(row) {
		case survey.Present:
			any = true
		case survey.NotAnswered, survey.NotReturned:
			if required {
				missing = append(missing, name)
			}
		}
	}
	if in == nil {
		for _, c := range d.Columns() {
			if c.Role == survey.RoleAnswer {
				look(c.Name, false)
			}
		}
	} else {
		for _, q := range in.Questions {
			if q.Roster == roster && q.Role != survey.RoleID {
				look(q.Name, q.Required && q.Computed == "")
			}
		}
	}
	switch {
	case !any:
		return StateNone, missing
	case len(missing) > 0:
		return StatePartial, missing
	}
	return StateComplete, nil
}
