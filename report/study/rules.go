package study

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"stikprove/report"
	"stikprove/survey"
)

// editRule is an item of the rules file: when or check, in the grammar of
// [survey.ParseRule]. A row is at fault where when holds, or where check does
// not.
type editRule struct {
	place
	ID       string      `yaml:"id"`
	Sample   string      `yaml:"sample"` // the source whose rows are held against it
	When     string      `yaml:"when"`
	Check    string      `yaml:"check"`
	Severity string      `yaml:"severity"` // error, warning or note
	Text     survey.Text `yaml:"text"`     // what is wrong; of a note, a sentence for the report
}

// severities are the words for what a rule leads to.
var severities = map[string]survey.Severity{
	"error": survey.SeverityError, "warning": survey.SeverityWarning, "note": survey.SeverityNote,
}

// Found is what an edit rule found that does not stop the run.
type Found struct {
	survey.Violation
	Source string // the sample
}

// holdRules holds the study's edit rules against its data. Rows at fault by a
// rule of severity error become problems.
func (s *Study) holdRules(data *Data) error {
	file := s.config.Rules
	if file == "" {
		return nil
	}
	source, err := s.inputs.read(file)
	if err != nil {
		return s.keep(s.file, err)
	}
	var rules []editRule
	s.problems = append(s.problems, decodeAt(file, source, &rules, "rules")...)
	taken := map[string]bool{}
	for i, r := range rules {
		path := fmt.Sprintf("rules[%d]", i+1)
		if r.ID != "" && taken[r.ID] {
			s.addIn(file, r.place, path, "two rules are called %q", r.ID)
		}
		taken[r.ID] = true
		rule, wrong := r.rule(s.config.Sources)
		for _, w := range wrong {
			s.addIn(file, r.place, path, "%s", w)
		}
		if len(wrong) == 0 {
			s.holdRule(data, file, r, rule)
		}
	}
	return nil
}

func (s *Study) holdRule(data *Data, file string, r editRule, rule survey.EditRule) {
	d := data.Datasets[r.Sample]
	if d == nil {
		return // what could not be read has problems of its own
	}
	found, err := d.Violations([]survey.EditRule{rule})
	if err != nil {
		s.addIn(file, r.place, "", "%v", err)
		return
	}
	if rule.Severity != survey.SeverityError {
		data.Found = append(data.Found, Found{Violation: found[0], Source: r.Sample})
		return
	}
	for _, p := range found[0].Cells {
		if s.blamed.excuses(rule, p) {
			continue
		}
		p.Message = "rule " + rule.ID + ": " + rule.Text.In(cmp.Or(s.language, s.config.Language))
		p.Line = p.Line || p.Sheet == "" && p.Column == 0 // a derived value in delimited text has a line only
		s.problems = append(s.problems, p)
	}
}

// rule checks what is written and returns it for package survey, or all that is
// wrong with it.
func (r editRule) rule(sources map[string]source) (survey.EditRule, []string) {
	rule := survey.EditRule{ID: r.ID, Text: r.Text, Must: r.Check != ""}
	severity, known := severities[r.Severity]
	rule.Severity = severity
	var wrong []string
	if r.ID == "" {
		wrong = append(wrong, "want an id")
	}
	if _, sampled := sources[r.Sample]; r.Sample == "" {
		wrong = append(wrong, "want the sample whose rows are held against the rule")
	} else if !sampled {
		wrong = append(wrong, "no source "+survey.Quote(r.Sample)+survey.Instead(r.Sample, slices.Sorted(maps.Keys(sources))))
	}
	if !known {
		wrong = append(wrong, "severity: got "+survey.Quote(r.Severity)+", want error, warning or note")
	}
	if len(r.Text) == 0 {
		wrong = append(wrong, "want a text that says what is wrong")
	}
	for _, tag := range report.LanguageTags() {
		if len(r.Text) > 0 && !r.Text.Has(tag) && known && severity == survey.SeverityNote {
			wrong = append(wrong, fmt.Sprintf("text: want words in %q too; a note is printed in the report", tag))
		}
	}
	if (r.When == "") == (r.Check == "") {
		return rule, append(wrong, "want either when (a row is at fault where it holds) or check (where it does not)")
	}
	var err error
	if rule.Rule, err = survey.ParseRule(r.When + r.Check); err != nil {
		word := "when"
		if rule.Must {
			word = "check"
		}
		wrong = append(wrong, word+": "+err.Error())
	}
	return rule, wrong
}

// ruleNotes are the rules that the report is to tell of. A count under the
// disclosure minimum, or so near to all that the rest is under it, is not told.
func (s *Study) ruleNotes(data *Data, severity survey.Severity) []report.RuleNote {
	var notes []report.RuleNote
	for _, f := range data.Found {
		n := len(f.Rows)
		if f.Severity != severity || n == 0 {
			continue
		}
		design := s.design(f.Source)
		rest := f.Held - n
		least := s.config.Disclosure.Minimum
		notes = append(notes, report.RuleNote{
			Text: f.Text, Unit: design.Label, N: s.printed(f.Source, n), Of: s.printed(f.Source, f.Held),
			Hidden: !design.Open && (n < least || rest > 0 && rest < least),
		})
	}
	return notes
}
