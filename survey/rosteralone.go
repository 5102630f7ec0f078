package survey

import (
	"cmp"
	"slices"
	"strings"
)

// RosterAlone returns the questions of a roster as an instrument of their own,
// for cases that stand in a sheet by themselves, and those questions whose rules
// ask about the respondent's answers, with these rules only: they are to be
// checked once the cases are joined, see [Dataset.Routed]. headings are the sheet's: a question's column is headed by its
// export without the block's prefix, by its name, or by the roster's name, a
// slash and its name; several answers may have a column for each option.
// beside names the sheet's columns that link and identify the cases.
//
// What identifies a unit is an ordinary answer there, since a respondent has
// several cases.
func (in *Instrument) RosterAlone(roster string, headings []string, beside ...string) (*Instrument, []Question) {
	out := &Instrument{Title: in.Title, ID: in.ID, Version: in.Version, Language: in.Language, Languages: in.Languages}
	at := slices.IndexFunc(in.Rosters, func(r Roster) bool { return r.Name == roster })
	prefix := ""
	if at >= 0 {
		prefix = in.Rosters[at].Prefix
	}
	var later []Question
	for _, q := range in.Questions {
		if q.Roster != roster {
			continue
		}
		q.Export = headed(q, roster, strings.TrimPrefix(q.Export, prefix), headings)
		if q.Roster = ""; q.Role == RoleID {
			q.Role = RoleAnswer
		}
		asked := q
		if asked.Relevant, asked.Constraint = nil, nil; in.outside(roster, q.Relevant) {
			asked.Relevant, q.Relevant = q.Relevant, nil
		}
		if in.outside(roster, q.Constraint) {
			asked.Constraint, q.Constraint = q.Constraint, nil
		}
		if asked.Relevant != nil || asked.Constraint != nil {
			later = append(later, asked)
		}
		out.Questions = append(out.Questions, q)
	}
	for _, name := range beside {
		if name == "" || out.Question(name) != nil {
			continue
		}
		q := Question{Variable: Variable{Name: name, Label: Words(name)}, Export: name}
		if asked := in.Question(name); asked != nil {
			q.Label, q.Role = asked.Label, asked.Role
			if q.Export = headed(*asked, roster, asked.Export, headings); q.Role == RoleID {
				q.Role = RoleAnswer
			}
		}
		out.Questions = append(out.Questions, q)
	}
	return out, later
}

// outside reports whether the rule asks about a question that is not in the
// roster.
func (in *Instrument) outside(roster string, rule *Rule) bool {
	return rule != nil && slices.ContainsFunc(rule.Questions(), func(name string) bool {
		q := in.Question(name)
		return q == nil || q.Roster != roster
	})
}

// Without returns in without the question called name.
func (in *Instrument) Without(name string) *Instrument {
	out := *in
	out.Questions = slices.DeleteFunc(slices.Clone(in.Questions), func(q Question) bool { return q.Name == name })
	return &out
}

// headed returns the export that fits the headings, or the first that could
// where none does.
func headed(q Question, roster, export string, headings []string) string {
	candidates := []string{export, q.Name, roster + "/" + q.Name}
	if q.Kind == KindMultiple {
		for _, separator := range []string{"/", "_", "___", "."} {
			candidates = append(candidates, q.Name+separator+"{code}", roster+"/"+q.Name+separator+"{code}")
		}
	}
	for _, c := range candidates {
		wanted := c
		if len(q.Options) > 0 && strings.Contains(c, "{code}") {
			wanted = strings.ReplaceAll(c, "{code}", cmp.Or(q.Options[0].Code, q.Options[0].Name))
		}
		if slices.ContainsFunc(headings, func(h string) bool { return strings.EqualFold(Same(h), Same(wanted)) }) {
			return c
		}
	}
	return export
}

// WithoutRoster returns in without the questions of a roster, which came by
// themselves, and with a text question for each of the names it does not ask:
// columns that cases are linked by.
func (in *Instrument) WithoutRoster(roster string, beside ...string) *Instrument {
	out := *in
	out.Questions, out.Rosters = nil, nil
	for _, q := range in.Questions {
		if q.Roster != roster || roster == "" {
			out.Questions = append(out.Questions, q)
		}
	}
	for _, r := range in.Rosters {
		if r.Name != roster {
			out.Rosters = append(out.Rosters, r)
		}
	}
	for _, name := range beside {
		if name != "" && out.Question(name) == nil {
			out.Questions = append(out.Questions, Question{Variable: Variable{Name: name, Label: Words(name)}, Export: name})
		}
	}
	return &out
}
