package form

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"stikprove/survey"
)

// Print writes in as a questionnaire that can be read through: sections,
// numbered questions with their names and kinds, options with codes, whom a
// question is asked of and what an answer must satisfy. language is "da" or
// "en"; the instrument's own words fall back on its default language.
func Print(out io.Writer, in *survey.Instrument, language string) error {
	w := bufio.NewWriter(out)
	p := printer{w: w, in: in, language: language, words: printed["en"], numbers: map[string]int{}}
	if words, ok := printed[language]; ok {
		p.words = words
	}
	for i, q := range in.Questions {
		p.numbers[q.Name] = i + 1
	}
	p.title()
	roster, section := "", survey.Text(nil)
	for i, q := range in.Questions {
		if q.Roster != roster {
			if roster = q.Roster; roster != "" {
				p.roster(roster)
			} else {
				p.heading(p.words["not repeated"])
			}
			section = nil
		}
		if !maps.Equal(q.Section, section) {
			if section = q.Section; len(section) > 0 {
				p.heading(p.oneLine(section))
			}
		}
		p.question(i+1, q)
	}
	return w.Flush()
}

// printed is the words of a questionnaire, by language.
var printed = map[string]map[string]string{
	"en": {
		"text": "text", "integer": "whole number", "decimal": "number", "date": "date", "single": "one of %d", "multiple": "any of %d",
		"required": "required", "id": "identifies the respondent", "weight": "weight", "coded": "coded, sensitive", "personal": "personal, never leaves the program",
		"asked": "Asked if %s", "satisfies": "Must satisfy %s", "unchecked": "not checked", "is": "%d %s is “%s”", "has": "%d %s includes “%s”",
		"dont_know": "don't know", "refused": "refused", "not_relevant": "not relevant", "none": "none of these", "exclusive": "not with others",
		"roster": "%s, repeated %d times (%s)", "not repeated": "Asked once", "version": "version %s", "ordered": "from low to high", "questions": "%d questions",
	},
	"da": {
		"text": "tekst", "integer": "helt tal", "decimal": "tal", "date": "dato", "single": "ét af %d svar", "multiple": "et eller flere af %d svar",
		"required": "skal besvares", "id": "identificerer respondenten", "weight": "vægt", "coded": "kodes, følsom", "personal": "personlig, forlader aldrig programmet",
		"asked": "Stilles, hvis %s", "satisfies": "Skal opfylde %s", "unchecked": "kontrolleres ikke", "is": "%d %s er »%s«", "has": "%d %s omfatter »%s«",
		"dont_know": "ved ikke", "refused": "vil ikke svare", "not_relevant": "ikke relevant", "none": "ingen af dem", "exclusive": "ikke sammen med andre",
		"roster": "%s, gentages %d gange (%s)", "not repeated": "Stilles én gang", "version": "version %s", "ordered": "fra lav til høj", "questions": "%d spørgsmål",
	},
}

type printer struct {
	w        io.Writer
	in       *survey.Instrument
	language string
	words    map[string]string
	numbers  map[string]int // of each question
}

// oneLine returns a text in one line, in the language asked for or the
// instrument's own.
func (p *printer) oneLine(t survey.Text) string {
	language := p.language
	if !t.Has(language) {
		language = p.in.Language
	}
	return strings.Join(strings.Fields(t.In(language)), " ")
}

func (p *printer) title() {
	title := p.oneLine(p.in.Title)
	if title == "" {
		title = p.in.ID
	}
	var about []string
	if p.in.ID != "" && p.in.ID != title {
		about = append(about, p.in.ID)
	}
	if p.in.Version != "" {
		about = append(about, fmt.Sprintf(p.words["version"], p.in.Version))
	}
	about = append(about, fmt.Sprintf(p.words["questions"], len(p.in.Questions)))
	if len(p.in.Languages) > 0 {
		about = append(about, strings.Join(p.in.Languages, " "))
	}
	if title != "" {
		fmt.Fprintln(p.w, title)
	}
	fmt.Fprintf(p.w, "%s\n", strings.Join(about, ", "))
}

func (p *printer) heading(s string) { fmt.Fprintf(p.w, "\n== %s\n", s) }

func (p *printer) roster(name string) {
	i := slices.IndexFunc(p.in.Rosters, func(r survey.Roster) bool { return r.Name == name })
	if i < 0 {
		p.heading(name)
		return
	}
	r := p.in.Rosters[i]
	p.heading(fmt.Sprintf(p.words["roster"], p.oneLine(r.Label), r.Count, r.Name))
}

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
	if role := roleName(q.Role); role != "" {
		about = append(about, p.words[role])
	}
	if q.Ordered {
		about = append(about, p.words["ordered"])
	}
	fmt.Fprintf(p.w, "\n%3d  %s  [%s]\n", n, p.oneLine(q.Label), strings.Join(about, ", "))
	if hint := p.oneLine(q.Hint); hint != "" {
		fmt.Fprintf(p.w, "     %s\n", hint)
	}
	if q.Relevant != nil {
		p.rule("asked", q.Relevant, p.said(q.Relevant))
	}
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
		p.rule("satisfies", q.Constraint, said)
	}
}

func (p *printer) rule(word string, r *survey.Rule, said string) {
	said = fmt.Sprintf(p.words[word], strings.Join(strings.Fields(said), " "))
	if !r.Checked() {
		said += " [" + p.words["unchecked"] + "]"
	}
	fmt.Fprintf(p.w, "     %s\n", said)
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
	fmt.Fprintf(p.w, "       %*s  %s%s\n", width, code(o), p.oneLine(o.Label), mark)
}

// simple matches the two rules that most routing is made of.
var simple = regexp.MustCompile(`^(?:\$\{\s*([\w.-]+)\s*\}\s*=\s*|selected\(\s*\$\{\s*([\w.-]+)\s*\}\s*,\s*)['"]([^'"]*)['"]\s*\)?$`)

// said returns routing in words where it is simple, and otherwise as it is
// written.
func (p *printer) said(r *survey.Rule) string {
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
