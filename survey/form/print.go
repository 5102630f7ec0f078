package form

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"stikprove/survey"
)

// Print writes in as a questionnaire that can be read through: sections,
// numbered questions with their names and kinds, options with codes, whom a
// question is asked of and what an answer must satisfy, and between them what
// the form shows (*) and computes (=). language is "da" or "en"; the
// instrument's own words fall back on its default language. Personal numbers
// are masked.
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
	for _, line := range lines(in) {
		q := line.question
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
		if line.aside {
			p.aside(q)
		} else {
			p.question(p.numbers[q.Name], q)
		}
	}
	return w.Flush()
}

// printed is the words of a questionnaire, by language.
var printed = map[string]map[string]string{
	"en": {
		"text": "text", "integer": "whole number", "decimal": "number", "date": "date", "single": "one of %d", "multiple": "any of %d",
		"required": "required", "id": "identifies the respondent", "weight": "weight", "coded": "coded, sensitive", "personal": "personal, never leaves the program",
		"asked": "Asked if %s", "satisfies": "Must satisfy %s", "unchecked": "not checked", "in part": "not all checked", "is": "%d %s is “%s”", "has": "%d %s includes “%s”",
		"dont_know": "don't know", "refused": "refused", "not_relevant": "not relevant", "none": "none of these", "exclusive": "not with others",
		"roster": "%s, repeated %d times (%s)", "once": "%s, repeated %d time (%s)", "not repeated": "Asked once", "version": "version %s",
		"ordered": "from low to high", "questions": "%d questions", "question": "%d question", "shown": "Shown if %s", "computed if": "Computed if %s", "formula": "Computed as %s",
		"note": "shown", "computed": "computed",
	},
	"da": {
		"text": "tekst", "integer": "helt tal", "decimal": "tal", "date": "dato", "single": "ét af %d svar", "multiple": "et eller flere af %d svar",
		"required": "skal besvares", "id": "identificerer respondenten", "weight": "vægt", "coded": "kodes, følsom", "personal": "personlig, forlader aldrig programmet",
		"asked": "Stilles, hvis %s", "satisfies": "Skal opfylde %s", "unchecked": "kontrolleres ikke", "in part": "kontrolleres kun delvis", "is": "%d %s er »%s«", "has": "%d %s omfatter »%s«",
		"dont_know": "ved ikke", "refused": "vil ikke svare", "not_relevant": "ikke relevant", "none": "ingen af dem", "exclusive": "ikke sammen med andre",
		"roster": "%s, gentages %d gange (%s)", "once": "%s, gentages %d gang (%s)", "not repeated": "Stilles én gang", "version": "version %s",
		"ordered": "fra lav til høj", "questions": "%d spørgsmål", "question": "%d spørgsmål", "shown": "Vises, hvis %s", "computed if": "Beregnes, hvis %s", "formula": "Beregnes som %s",
		"note": "vises", "computed": "beregnes",
	},
}

type printer struct {
	w        io.Writer
	in       *survey.Instrument
	language string
	words    map[string]string
	numbers  map[string]int // of each question
}

// line writes one line.
func (p *printer) line(format string, args ...any) {
	fmt.Fprintln(p.w, survey.MaskCPR(fmt.Sprintf(format, args...)))
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
		about = append(about, survey.MaskCPR(p.in.ID))
	}
	if version := p.in.Version; version != "" {
		if strings.Trim(version, "0123456789") != "" { // ten digits are the time, as SurveyCTO writes it
			version = survey.MaskCPR(version)
		}
		about = append(about, fmt.Sprintf(p.words["version"], version))
	}
	about = append(about, p.counted(len(p.in.Questions), "question", "questions"))
	if len(p.in.Languages) > 0 {
		about = append(about, survey.MaskCPR(strings.Join(p.in.Languages, " ")))
	}
	if title != "" {
		p.line("%s", title)
	}
	fmt.Fprintln(p.w, strings.Join(about, ", "))
}

// counted returns n with the word for one or for several.
func (p *printer) counted(n int, one, several string) string {
	if n == 1 {
		several = one
	}
	return fmt.Sprintf(p.words[several], n)
}

func (p *printer) heading(s string) { p.line("\n== %s", s) }

func (p *printer) roster(name string) {
	i := slices.IndexFunc(p.in.Rosters, func(r survey.Roster) bool { return r.Name == name })
	if i < 0 {
		p.heading(name)
		return
	}
	r, words := p.in.Rosters[i], "roster"
	if r.Count == 1 {
		words = "once"
	}
	p.heading(fmt.Sprintf(p.words[words], p.oneLine(r.Label), r.Count, r.Name))
}
