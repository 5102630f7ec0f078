package study

import (
	"cmp"
	"maps"
	"slices"

	"stikprove/survey"
)

// respondents reads a file of which a row is a respondent, each of them once:
// see repeats in study.yaml. Beside the problems of cells it returns the rows
// that could be read.
func (s *Study) respondents(name string, from source, instrument *survey.Instrument) (*survey.Dataset, error) {
	rule := repeatRules[from.Repeats]
	asked := instrument
	if instrument != nil && rule != survey.RefuseRepeats {
		asked = instrument.Repeatable()
	}
	d, cells := s.dataset(name, from, asked)
	if d == nil {
		return nil, cells
	}
	id := from.ID
	if instrument != nil {
		if rule == survey.RefuseRepeats && (id == "" || id == identityOf(instrument)) {
			return d, cells // the instrument's own identities are refused already
		}
		var err error
		if d, err = d.WithIdentities(); err != nil {
			return nil, err
		}
		id = cmp.Or(id, identityOf(instrument))
	}
	if id == "" {
		if rule != survey.RefuseRepeats {
			return nil, survey.Problem{File: s.file, Variable: "sources." + name, Message: "repeats wants an id, the variable that identifies the respondent"}
		}
		return d, cells
	}
	once, err := d.Unrepeated(id, rule)
	if once == nil {
		var all survey.Problems
		all.Add(from.File, cells)
		all.Add(from.File, err)
		return d, all.Err()
	}
	return once, cells
}

// identityOf names the first question that identifies the respondent, or "".
func identityOf(in *survey.Instrument) string {
	for _, q := range in.Questions {
		if q.Role == survey.RoleID && q.Roster == "" {
			return q.Name
		}
	}
	return ""
}

// withoutLinked returns the instrument that a source's own sheet answers: the
// rosters that came by themselves are not there, and the columns they are
// linked by are.
func (s *Study) withoutLinked(name string, in *survey.Instrument) *survey.Instrument {
	for _, other := range slices.Sorted(maps.Keys(s.config.Sources)) {
		from := s.config.Sources[other]
		if from.To == name {
			in = in.WithoutRoster(s.questions(&Data{Instrument: in}, from), from.index())
		}
	}
	return in
}
