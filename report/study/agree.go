package study

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/coding/review"
	"stikprove/survey"
)

// AgreeOptions says how two coders are compared.
type AgreeOptions struct {
	Adjudicate string // workbook to write for whoever settles the differences; empty for none
	Progress   Progress
}

// agreementLevel is the confidence level of the intervals.
const agreementLevel = 0.95

// Agreement is how far two coders agree, with who they are.
type Agreement struct {
	A, B  string   // files, or the study whose rules they are
	Units []string // ids, in the order of coding.Agreement's indexes
	Level float64
	coding.Agreement
	Differences []Difference
	AloneA      int // units that only A has at all
	AloneB      int
}

// Difference is a unit on which two coders differ.
type Difference struct {
	ID   string
	A, B coding.Verdict
	Text string // empty where neither coder's file has it; health data
}

// Agree compares two coders. Each is a review workbook, a file of codes with
// columns id and category, or a study, which stands for its rules alone.
func Agree(a, b string, o AgreeOptions) (*Agreement, error) {
	var problems survey.Problems
	first, err := openCoder(a, o.Progress)
	problems.Add(a, err)
	second, err := openCoder(b, o.Progress)
	problems.Add(b, err)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	if err := comparable(first, second); err != nil {
		return nil, err
	}
	g := &Agreement{A: first.Name, B: second.Name, Level: agreementLevel, Units: review.Together(first, second)}
	var va, vb []coding.Verdict
	for _, id := range g.Units {
		x, inA := first.Verdicts[id]
		y, inB := second.Verdicts[id]
		if !inA {
			g.AloneB++
		}
		if !inB {
			g.AloneA++
		}
		va, vb = append(va, x), append(vb, y)
	}
	g.Agreement = coding.Agree(va, vb, codeNames(first, second), agreementLevel)
	if g.Both == 0 {
		return nil, survey.Problem{File: g.A, Message: "no unit is coded both here and in " + g.B + "; are the ids the same?"}
	}
	shown := survey.NewPseudonyms() // ids may be personal numbers
	for _, i := range g.Differ {
		id := g.Units[i]
		g.Differences = append(g.Differences, Difference{ID: shown.Replace(id), A: va[i], B: vb[i], Text: survey.MaskCPR(textOf(id, first, second))})
	}
	if o.Adjudicate != "" {
		return g, adjudicate(o.Adjudicate, g, first, second)
	}
	return g, nil
}

// openCoder reads a coder's codes.
func openCoder(path string, progress Progress) (*review.Coder, error) {
	stat, err := os.Stat(path)
	if err == nil && !stat.IsDir() && !slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path))) || err != nil {
		return review.ReadCodes(path)
	}
	s, err := Load(path)
	if err != nil {
		return nil, err
	}
	r, err := s.reviewed("", progress)
	if err != nil {
		return nil, err
	}
	c := coding.NewCoder(r.scheme)
	for i := range r.cases {
		r.cases[i].Coding = c.Code(r.cases[i].Text)
	}
	return review.NewCoder(s.file+" (rules)", r.header, r.codes, r.cases), nil
}

// comparable refuses coders of two studies, waves or codings, where both say
// which theirs is.
func comparable(a, b *review.Coder) error {
	if a.Header == nil || b.Header == nil {
		return nil
	}
	x, y := a.Header, b.Header
	if x.Study != y.Study || x.Wave != y.Wave || x.Variable != y.Variable {
		return survey.Problem{File: b.Name, Message: "of another study, wave or variable than " + a.Name}
	}
	return nil
}

// codeNames lists the codes in the order of whichever coder knows it.
func codeNames(coders ...*review.Coder) []string {
	var names []string
	for _, c := range coders {
		for _, code := range c.Codes {
			if !slices.Contains(names, code.Name) {
				names = append(names, code.Name)
			}
		}
	}
	return names
}

func textOf(id string, coders ...*review.Coder) string {
	for _, c := range coders {
		if t := c.Texts[id]; t != "" {
			return t
		}
	}
	return ""
}

// adjudicate writes the sheet on which the differences are settled. It needs to
// know the study, which one of the coders must tell.
func adjudicate(path string, g *Agreement, a, b *review.Coder) error {
	from := a
	if from.Header == nil {
		from = b
	}
	if from.Header == nil {
		return survey.Problem{File: g.A, Message: "neither this nor " + g.B + " tells the texts; for a sheet to adjudicate on, one must be a review workbook or the study"}
	}
	h := *from.Header
	h.Coders = g.A + ", " + g.B
	var cases []review.Case
	for _, id := range g.Units {
		c := review.Case{ID: id, Text: textOf(id, a, b), A: a.Verdicts[id], B: b.Verdicts[id]}
		if c.A.Category != "" && c.B.Category != "" {
			cases = append(cases, c)
		}
	}
	return review.NewAdjudication(h, from.Codes, cases).Write(path)
}
