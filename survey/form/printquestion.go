package form

import (
	"fmt"
	"regexp"
	"strings"

	"stikprove/survey"
)

// question prints one question; what belongs to it stands under it.
func (p *printer) question(n int, q survey.Question) {
	kind := p.words[q.Kind.String()]
	if strings.Contains(kind, "%d") {
		kind = fmt.Sprintf(kind, len(q.Options))
	}
	about := []string{q.Name, kind}
	if q.Required {
		about = append(about, p.words["required"])
	}
	if q.Computed != "" {
		about = append(about, p.words["computed"])
	}
	if role := roleName(q.Role); role != "" {
		about = append(about, p.words[role])
	}
	if q.Ordered {
		about = append(about, p.words["ordered"])
	}
	p.line("\n%3d  %s  [%s]", n, p.oneLine(q.Label), strings.Join(about, ", "))
	p.hint(q)
	p.rule("asked", q.Relevant)
	width := 0
	for _, o := range q.Options {
		width = max(width, len([]rune(code(o))))
	}
	for _, o := range q.Options {
		p.option(o, width)
	}
	if q.Constraint != nil {
		said := q.Constraint.Source
		if message := p.oneLine(q.ConstraintMessage); message != "" {
			said += " (" + message + ")"
		}
		p.said("satisfies", q.Constraint, said)
	}
	p.formula(q)
}

// aside prints what is shown or computed.
func (p *printer) aside(q survey.Question) {
	mark, about, when := "*", "note", "shown"
	if q.Computed != "" {
		mark, about, when = "=", "computed", "computed if"
	}
	label := p.oneLine(q.Label)
	if label != "" {
		label += "  "
	}
	p.line("\n%3s  %s[%s, %s]", mark, label, q.Name, p.words[about])
	p.hint(q)
	p.rule(when, q.Relevant)
	p.formula(q)
}

func (p *printer) hint(q survey.Question) {
	if hint := p.oneLine(q.Hint); hint != "" {
		p.line("     %s", hint)
	}
}

func (p *printer) formula(q survey.Question) {
	if q.Computed != "" {
		p.line("     %s [%s]", fmt.Sprintf(p.words["formula"], strings.Join(strings.Fields(q.Computed), " ")), p.words["unchecked"])
	}
}

// rule prints routing, in words where it is simple.
func (p *printer) rule(word string, r *survey.Rule) {
	if r != nil {
		p.said(word, r, p.inWords(r))
	}
}

// said prints a rule and whether it is checked.
func (p *printer) said(word string, r *survey.Rule, said string) {
	said = fmt.Sprintf(p.words[word], strings.Join(strings.Fields(said), " "))
	switch {
	case r.Checked():
	case r.InPart():
		said += " [" + p.words["in part"] + "]"
	default:
		said += " [" + p.words["unchecked"] + "]"
	}
	p.line("     %s", said)
}

func (p *printer) option(o survey.Option, width int) {
	var marks []string
	if o.Meaning != survey.Substantive {
		marks = append(marks, p.words[meaningName(o.Meaning)])
	}
	if o.Exclusive {
		marks = append(marks, p.words["exclusive"])
	}
	mark := ""
	if len(marks) > 0 {
		mark = "  [" + strings.Join(marks, ", ") + "]"
	}
	p.line("       %*s  %s%s", width, code(o), p.oneLine(o.Label), mark)
}

// simple matches the two rules that most routing is made of.
var simple = regexp.MustCompile(`^(?:\$\{\s*([\w.-]+)\s*\}\s*=\s*|selected\(\s*\$\{\s*([\w.-]+)\s*\}\s*,\s*)['"]([^'"]*)['"]\s*\)?$`)

// inWords returns routing in words where it is simple, and otherwise as it is
// written.
func (p *printer) inWords(r *survey.Rule) string {
	m := simple.FindStringSubmatch(strings.TrimSpace(r.Source))
	if m == nil {
		return r.Source
	}
	word, name := "is", m[1]
	if name == "" {
		word, name = "has", m[2]
	}
	q := p.in.Question(name)
	if q == nil || q.Option(m[3]) < 0 {
		return r.Source
	}
	return fmt.Sprintf(p.words[word], p.numbers[name], name, p.oneLine(q.Options[q.Option(m[3])].Label))
}
