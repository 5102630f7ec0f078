package report

import (
	"fmt"
	"regexp"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// The appendices that come of themselves, named in [Content].Appendices.
const (
	AppendixMethod        = "method"        // how the numbers were made, and how far the data hold
	AppendixQuestionnaire = "questionnaire" // the questionnaire as fielded
	AppendixDefinitions   = "definitions"   // what the words and signs of the tables mean
)

// Appendices lists them in the order they are usually printed.
var Appendices = []string{AppendixMethod, AppendixQuestionnaire, AppendixDefinitions}

// Appendix is one of a report's appendices: one that comes of itself, or a text
// that the study adds.
type Appendix struct {
	Name  string      // of one that comes of itself, see [Appendices]
	Title survey.Text // of a text
	Text  *Outline    // by [Outline.ParseAppendix]; nil for one that comes of itself
}

// appendixWords are a language's words in them.
type appendixWords struct {
	questionnaire, definitions string // headings
	once                       string // heading of questions outside a roster, after one
	repeated, repeatedOnce     string // label of a roster, times
	kinds                      map[survey.Kind]string
	several                    string
	asked, askedSome           string // number of a question, answer
	terms                      []term
	validity                   validityWords
}

// term is a word or sign, what it means, and which tables it stands in.
type term struct {
	word, meaning string
	in            func(*crosstab.Table) bool
}

// appendices returns the study's appendices, each under a heading without
// number.
func (a *arranger) appendices() []Block {
	var out []Block
	for _, of := range a.content.Appendices {
		switch name := of.Name; {
		case of.Text != nil:
			out = append(append(out, a.titled(1, a.label(of.Title))), a.numbered(of.Text.blocks)...)
		case name == AppendixMethod:
			out = append(out, a.validity()...)
		case name == AppendixQuestionnaire && a.content.Instrument != nil:
			out = append(out, a.questionnaire(a.content.Instrument)...)
		case name == AppendixDefinitions:
			out = append(out, a.definitions()...)
		}
	}
	return out
}

// titled returns a heading of an appendix.
func (a *arranger) titled(level int, words string) Block {
	h := heading{Heading: Heading{Level: level, ID: slug(words), Text: []Inline{Words{words}}}, unnumbered: true}
	a.nameHeading(&h)
	return h
}

// questionnaire returns the questions with their answers, as they were asked.
func (a *arranger) questionnaire(in *survey.Instrument) []Block {
	w := a.appendix
	out := []Block{a.titled(1, w.questionnaire)}
	numbers := map[string]int{}
	for i, q := range in.Questions {
		numbers[q.Name] = i + 1
	}
	roster, section := "", ""
	for i, q := range in.Questions {
		if q.Roster != roster {
			if roster, section = q.Roster, ""; roster == "" {
				out = append(out, a.titled(2, w.once))
			} else {
				out = append(out, a.titled(2, a.rosterTitle(in, roster)))
			}
		}
		if s := a.asked(in, q.Section); s != section {
			if section = s; s != "" && roster == "" {
				out = append(out, a.titled(2, s))
			} else if s != "" {
				out = append(out, a.titled(3, s))
			}
		}
		out = append(out, a.question(in, i+1, q, numbers)...)
	}
	return out
}

func (a *arranger) rosterTitle(in *survey.Instrument, name string) string {
	for _, r := range in.Rosters {
		if r.Name != name {
			continue
		}
		label := a.asked(in, r.Label)
		if label == "" {
			label = name
		}
		if r.Count == 1 {
			return fmt.Sprintf(a.appendix.repeatedOnce, label)
		}
		return fmt.Sprintf(a.appendix.repeated, label, a.Number(r.Count))
	}
	return name
}

// question returns one question: its words, whom it was asked of, and how it is
// answered.
func (a *arranger) question(in *survey.Instrument, n int, q survey.Question, numbers map[string]int) []Block {
	w := a.appendix
	label := a.asked(in, q.Label)
	if label == "" {
		label = q.Name
	}
	text := []Inline{Emphasis{Strong: true, Text: []Inline{Words{a.Number(n) + "." + nbsp + label}}}}
	var about []string
	if q.Relevant != nil {
		about = append(about, a.routing(in, q.Relevant.Source, numbers))
	}
	if hint := a.asked(in, q.Hint); hint != "" {
		about = append(about, sentence(hint))
	}
	if q.Kind == survey.KindMultiple {
		about = append(about, w.several)
	} else if kind := w.kinds[q.Kind]; kind != "" {
		about = append(about, kind)
	}
	if len(about) > 0 {
		between := " "
		if !strings.ContainsAny(label[len(label)-1:], ".?!:") {
			between += enDash + " "
		}
		text = append(text, Words{between + strings.Join(about, " ")})
	}
	out := []Block{Paragraph{Text: text}}
	var options List
	for _, o := range q.Options {
		label := a.asked(in, o.Label)
		if label == "" {
			label = o.Name
		}
		options.Items = append(options.Items, []Block{Paragraph{Text: []Inline{Words{label}}}})
	}
	if len(options.Items) > 0 {
		out = append(out, options)
	}
	return out
}

// asked returns the questionnaire's words in the report's language or, where it
// has none, its own. Personal numbers are masked.
func (a *arranger) asked(in *survey.Instrument, t survey.Text) string {
	language := a.Tag
	if !t.Has(language) {
		language = in.Language
	}
	return survey.MaskCPR(tie(strings.Join(strings.Fields(t.In(language)), " ")))
}

// simpleRoute matches the two rules that most routing is made of.
var simpleRoute = regexp.MustCompile(`^(?:\$\{\s*([\w.-]+)\s*\}\s*=\s*|selected\(\s*\$\{\s*([\w.-]+)\s*\}\s*,\s*)['"]([^'"]*)['"]\s*\)?$`)

// routing says whom a question was asked of; a rule of more than one part only
// that it was not asked of all.
func (a *arranger) routing(in *survey.Instrument, rule string, numbers map[string]int) string {
	if m := simpleRoute.FindStringSubmatch(strings.TrimSpace(rule)); m != nil {
		if q := in.Question(m[1] + m[2]); q != nil && q.Option(m[3]) >= 0 {
			return fmt.Sprintf(a.appendix.asked, a.Number(numbers[q.Name]), a.Quoted(a.asked(in, q.Options[q.Option(m[3])].Label)))
		}
	}
	return a.appendix.askedSome
}

// definitions returns what the tables' words and signs mean, of those that
// stand in one of them.
func (a *arranger) definitions() []Block {
	l := List{}
	for _, t := range a.appendix.terms {
		for _, of := range a.content.Tables {
			if t.in(of) {
				l.Items = append(l.Items, []Block{Paragraph{Text: []Inline{Emphasis{Strong: true, Text: []Inline{Words{t.word}}}, Words{": " + tie(t.meaning)}}}})
				break
			}
		}
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []Block{a.titled(1, a.appendix.definitions), l}
}

// What a term is told of.
func always(*crosstab.Table) bool { return true }

func hasGroups(t *crosstab.Table) bool { return len(columnsOf(t, crosstab.Group)) > 0 }

func hasLevel(t *crosstab.Table) bool {
	for _, row := range t.Cells {
		for _, c := range row {
			if t.Level > 0 && hasInterval(c) {
				return true
			}
		}
	}
	return false
}

func hasTests(t *crosstab.Table) bool   { return len(t.Tests) > 0 }
func hasLetters(t *crosstab.Table) bool { return t.Adjustment != "" }

func hasRow(kind crosstab.RowKind) func(*crosstab.Table) bool {
	return func(t *crosstab.Table) bool {
		for _, r := range t.Rows {
			if r.Kind == kind {
				return true
			}
		}
		return false
	}
}

func hasDontKnow(t *crosstab.Table) bool { return hasNote(t, crosstab.NoteDontKnowIn) }
func hasClusters(t *crosstab.Table) bool { return t.Base.PSUs > 0 }
func hasWeights(t *crosstab.Table) bool  { return hasNote(t, crosstab.NoteWeighted) }
func isCensus(t *crosstab.Table) bool    { return t.Base.Census }
