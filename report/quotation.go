package report

import (
	"slices"
	"strings"

	"stikprove/survey"
)

// Quotation is what somebody said in an interview. By says who in general
// terms, such as a role; it is for the maker to see that it is nobody's name
// and no description of a single person.
type Quotation struct {
	Theme string // what it is placed by
	Text  survey.Text
	By    survey.Text // empty where nothing may be said
}

// themes returns the themes of the quotations in the order they stand in.
func (a *arranger) themes() []string {
	var out []string
	for _, q := range a.content.Quotations {
		if !slices.Contains(out, q.Theme) {
			out = append(out, q.Theme)
		}
	}
	return out
}

// quotations returns the quotations on a theme, each a block of its own.
func (a *arranger) quotations(p placement) []Block {
	theme := p.names[0]
	if !slices.Contains(a.themes(), theme) {
		message := "no quotations on " + survey.Quote(theme)
		if len(a.content.Quotations) == 0 {
			message += "; the study has no interviews"
		}
		a.problem(p.at, message+survey.Instead(theme, a.themes()))
		return nil
	}
	a.placed["quotes "+theme] = a.problemAt(p.at, "")
	var out []Block
	for _, q := range a.content.Quotations {
		if q.Theme != theme {
			continue
		}
		said := Quote{Blocks: []Block{Paragraph{Text: []Inline{Words{a.Quoted(a.label(q.Text))}}}}}
		if by := a.label(q.By); by != "" {
			said.Blocks = append(said.Blocks, Paragraph{Text: []Inline{Words{enDash + nbsp + upperFirst(by)}}})
		}
		out = append(out, said)
	}
	return out
}

// unplaced returns a finding for each theme that the text leaves out.
func (a *arranger) unplaced() survey.Problems {
	var out survey.Problems
	for _, theme := range a.themes() {
		if _, ok := a.placed["quotes "+theme]; !ok {
			out = append(out, survey.Problem{File: a.content.Outline.file, Message: "the quotations on " + survey.Quote(theme) +
				` are nowhere in the text; want {{ quotes "` + strings.ReplaceAll(theme, `"`, "") + `" }} on a line of its own, or none in the study`})
		}
	}
	return out
}
