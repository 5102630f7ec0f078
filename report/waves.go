package report

import (
	"slices"
	"strings"

	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Waves is what readers are to know of two waves of a study before they see a
// number of both: what cannot be compared, and what is not as it was.
type Waves struct {
	Before, After string // the waves' names, such as "2015"
	Apart         []WaveNote
	Changed       []WaveNote
}

// WaveNote is one thing to know.
type WaveNote struct {
	Kind          WaveKind
	Name          string      // of the table, question or scheme it is about, in the language of print
	Part          string      // of an answer or category of it
	Before, After string      // how it was and is; counts, versions or words
	Own           survey.Text // the study's own words
}

// WaveKind says what a [WaveNote] tells.
type WaveKind string

// What cannot be compared.
const (
	WaveTableGone    WaveKind = "table_gone"    // the table is in the earlier wave only
	WaveTableNew     WaveKind = "table_new"     // in the later only
	WaveTableApart   WaveKind = "table_apart"   // Own says why
	WaveTableShape   WaveKind = "table_shape"   // its variables differ
	WaveTablePercent WaveKind = "table_percent" // percentages run another way
	WaveTableBase    WaveKind = "table_base"    // it counts other units
	WaveRowApart     WaveKind = "row_apart"     // Own says why
	WaveRowGone      WaveKind = "row_gone"
	WaveRowNew       WaveKind = "row_new"
	WaveRowParts     WaveKind = "row_parts" // it takes other rows together
	WaveRowSeveral   WaveKind = "row_several"
)

// What has changed.
const (
	WaveWording       WaveKind = "wording"
	WaveHint          WaveKind = "hint"
	WaveAnswerKind    WaveKind = "answer_kind" // one answer, several, a number
	WaveRouting       WaveKind = "routing"
	WaveQuestionNew   WaveKind = "question_new"
	WaveQuestionGone  WaveKind = "question_gone"
	WaveOptionNew     WaveKind = "option_new"
	WaveOptionGone    WaveKind = "option_gone"
	WaveOptionWording WaveKind = "option_wording"
	WaveMatched       WaveKind = "matched"     // the study holds categories for the same
	WaveDerived       WaveKind = "derived"     // by other rules
	WaveScheme        WaveKind = "scheme"      // another scheme, or version of it
	WaveDecisions     WaveKind = "decisions"   // how many texts persons decided
	WaveDesign        WaveKind = "design"      // how units were drawn
	WaveCensusPart    WaveKind = "census_part" // a census that not all answered
)

// waveWords are what a language says of two waves.
type waveWords struct {
	heading        string // {first}, {last}
	apart, changed string // headings
	nothingApart   string
	nothingChanged string
	notes          map[WaveKind]string
	several        map[WaveKind]string    // notes of a kind taken together: {n}, {names}
	kinds          map[survey.Kind]string // of answers
	census, sample string

	verdicts                   map[crosstab.Verdict]string
	change, p, verdict         string // headings
	points                     string // after a change of a share
	to                         string // between the ends of an interval that may be below nought
	unit, unitMean, unitSum    string
	adjusted                   map[association.Adjustment]string // {n}
	facts, shared, psus        string                            // {n}, {psus}
	incomplete                 string
	notShown, untested, single string
}

// waveNote words one thing to know.
func (l Language) waveNote(w Waves, n WaveNote) string {
	text := strings.NewReplacer(
		"{was}", l.Quoted(n.Before), "{is}", l.Quoted(n.After), "{name}", l.Quoted(n.Name), "{part}", l.Quoted(n.Part), "{before}", n.Before, "{after}", n.After,
		"{first}", w.Before, "{last}", w.After, "{own}", lowerFirst(strings.TrimSuffix(l.label(n.Own), ".")),
	).Replace(l.waves.notes[n.Kind])
	return sentence(text)
}

// waveNotes words all notes of one kind where the first of them stands, and none
// where the others do. One by itself is worded as ever.
func (l Language) waveNotes(w Waves, notes []WaveNote, at int) string {
	var names []string
	for i, n := range notes {
		switch {
		case n.Kind != notes[at].Kind:
		case i < at:
			return ""
		case !slices.Contains(names, l.Quoted(n.Name)):
			names = append(names, l.Quoted(n.Name))
		}
	}
	if len(names) == 1 {
		return l.waveNote(w, notes[at])
	}
	return sentence(strings.NewReplacer("{n}", l.Number(len(names)), "{names}", strings.Join(names, ", "), "{first}", w.Before, "{last}", w.After).
		Replace(l.waves.several[notes[at].Kind]))
}

// AnswerKind returns what answers of a kind are called.
func (l Language) AnswerKind(k survey.Kind) string { return l.waves.kinds[k] }

// DesignKind returns what a census or a sample is called.
func (l Language) DesignKind(census bool) string {
	if census {
		return l.waves.census
	}
	return l.waves.sample
}

// WaveSection is a heading with what stands below it.
type WaveSection struct {
	Heading string
	Lines   []string
}

// WaveSections words what is to be known of two waves, in the order of print:
// what cannot be compared, then what has changed. Each has a line where there
// is nothing.
func (l Language) WaveSections(w Waves) []WaveSection {
	section := func(heading, nothing string, notes []WaveNote) WaveSection {
		s := WaveSection{Heading: heading}
		for i, n := range notes {
			line := l.waveNote(w, n)
			if l.waves.several[n.Kind] != "" {
				line = l.waveNotes(w, notes, i)
			}
			if line != "" && !slices.Contains(s.Lines, line) {
				s.Lines = append(s.Lines, line)
			}
		}
		if s.Lines == nil {
			s.Lines = []string{nothing}
		}
		return s
	}
	return []WaveSection{
		section(l.waves.apart, l.waves.nothingApart, w.Apart),
		section(strings.NewReplacer("{first}", w.Before, "{last}", w.After).Replace(l.waves.changed), l.waves.nothingChanged, w.Changed),
	}
}

// WavesHeading returns the line that names the two waves.
func (l Language) WavesHeading(w Waves) string {
	return strings.NewReplacer("{first}", w.Before, "{last}", w.After).Replace(l.waves.heading)
}

// knownOfWaves returns what is to be known of two waves, the first time.
func (a *arranger) knownOfWaves() []Block {
	if a.content.Waves == nil || a.wavesSaid {
		return nil
	}
	a.wavesSaid = true
	return a.waveBlocks()
}

// tellsChange reports whether a block's text looks a number up in a table that
// compares waves.
func (a *arranger) tellsChange(b Block) bool {
	switch b := b.(type) {
	case heading:
		return a.looksAtChange(b.Text)
	case Paragraph:
		return a.looksAtChange(b.Text)
	case Quote:
		return slices.ContainsFunc(b.Blocks, a.tellsChange)
	case List:
		return slices.ContainsFunc(b.Items, func(item []Block) bool { return slices.ContainsFunc(item, a.tellsChange) })
	}
	return false
}

func (a *arranger) looksAtChange(text []Inline) bool {
	return slices.ContainsFunc(text, func(in Inline) bool {
		switch in := in.(type) {
		case lookup:
			d, ok := a.laid[in.names[0]]
			return ok && in.verb != "see" && d.table.Of.Comparison != nil
		case Emphasis:
			return a.looksAtChange(in.Text)
		case Link:
			return a.looksAtChange(in.Text)
		}
		return false
	})
}

// waveBlocks returns what is to be known of two waves as blocks.
func (a *arranger) waveBlocks() []Block {
	var out []Block
	for _, s := range a.WaveSections(*a.content.Waves) {
		out = append(out, Paragraph{Text: []Inline{Emphasis{Strong: true, Text: []Inline{Words{s.Heading}}}}})
		l := List{}
		for _, line := range s.Lines {
			l.Items = append(l.Items, []Block{Paragraph{Text: []Inline{Words{line}}}})
		}
		out = append(out, l)
	}
	return out
}
