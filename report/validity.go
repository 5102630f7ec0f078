package report

import (
	"fmt"
	"strings"

	"stikprove/survey"
)

// Returned is what came back of a sample, for the account of the data.
type Returned struct {
	Unit, PSUUnit survey.Text // in the plural
	Census        bool
	Eligible      int // units that were asked; 0 where that is not known
	Units         int // units that came back
	PSUs          int // that they are from; 0 where units were drawn themselves
	Least, Most   int // units of one PSU; 0 where they must not be told
	Questions     int // that were put to these units
	Unanswered    []Unanswered
}

// Unanswered says how many did not answer a question that was put to them.
type Unanswered struct {
	Question survey.Text
	N, Of    int  // units without an answer, and units that had the question
	Hidden   bool // N must not be told
}

// validityWords are a language's words in the account of the data.
type validityWords struct {
	method, returned, unanswered, found string // headings
	rate                                string // units, eligible with unit, percentage
	came                                string // units
	from                                string // PSUs
	each, eachFrom                      string // units of a cluster; from, to
	missing                             string // question, count, base, percentage
	few, most                           string // question, base
	others, all                         string // questions, unit
	stopped                             string
}

// validity returns the appendix on method and on how far the data hold: the
// study's own account, how texts were coded, what came back, what is missing in it and what was found
// in it. The colophon then says the rest.
func (a *arranger) validity() []Block {
	w := a.appendix.validity
	out := []Block{a.titled(1, w.method)}
	for _, text := range a.ownMethod() {
		out = append(out, wordsOnly(text))
	}
	if len(a.content.Returned) > 0 {
		out = append(out, a.titled(2, w.returned))
		l := List{}
		for _, r := range a.content.Returned {
			l.Items = append(l.Items, []Block{wordsOnly(a.returned(r))})
		}
		out = append(out, l)
	}
	headed := false
	for _, r := range a.content.Returned {
		if r.Questions == 0 || r.Units == 0 {
			continue
		}
		if !headed {
			headed = true
			out = append(out, a.titled(2, w.unanswered))
		}
		out = append(out, a.unanswered(r)...)
	}
	out = append(out, a.titled(2, w.found), wordsOnly(w.stopped))
	for _, text := range a.ruleNotes() {
		out = append(out, wordsOnly(text))
	}
	return out
}

// returned says what came back of a sample.
func (a *arranger) returned(r Returned) string {
	w := a.appendix.validity
	if r.Eligible > 0 {
		return fmt.Sprintf(w.rate, a.Number(r.Units), a.Units(r.Eligible, r.Unit), a.ofAll(r.Units, r.Eligible))
	}
	words := fmt.Sprintf(w.came, a.Units(r.Units, r.Unit))
	if r.PSUs > 0 {
		words += fmt.Sprintf(w.from, a.Units(r.PSUs, r.PSUUnit))
		switch {
		case r.Most == 0:
		case r.Least == r.Most:
			words += fmt.Sprintf(w.each, a.Number(r.Most))
		default:
			words += fmt.Sprintf(w.eachFrom, a.Number(r.Least), a.Number(r.Most))
		}
	}
	return words + "."
}

// unanswered lists the questions of a sample that some did not answer.
func (a *arranger) unanswered(r Returned) []Block {
	w := a.appendix.validity
	unit := a.label(r.Unit)
	if len(r.Unanswered) == 0 {
		return []Block{wordsOnly(fmt.Sprintf(w.all, upperFirst(unit), a.Number(r.Questions)))}
	}
	out := []Block{Paragraph{Text: []Inline{Emphasis{Strong: true, Text: []Inline{Words{upperFirst(unit)}}}}}}
	l := List{}
	for _, u := range r.Unanswered {
		question := strings.TrimRight(survey.MaskCPR(a.label(u.Question)), ".:")
		words := ""
		switch of := a.Number(u.Of); {
		case !u.Hidden:
			words = fmt.Sprintf(w.missing, question, a.Number(u.N), of, a.ofAll(u.N, u.Of))
		case 2*u.N < u.Of:
			words = fmt.Sprintf(w.few, question, of)
		default:
			words = fmt.Sprintf(w.most, question, of)
		}
		l.Items = append(l.Items, []Block{wordsOnly(words)})
	}
	out = append(out, l)
	if rest := r.Questions - len(r.Unanswered); rest > 0 {
		out = append(out, wordsOnly(fmt.Sprintf(w.others, a.Number(rest))))
	}
	return out
}

// wordsOnly returns a paragraph of plain words.
func wordsOnly(words string) Paragraph { return Paragraph{Text: []Inline{Words{tie(words)}}} }
