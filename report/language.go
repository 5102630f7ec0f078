package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// nbsp keeps a number and its sign, or a word and its number, on one line.
const nbsp = "\u00a0"

// Language holds every word a report prints that is not the study's own, and
// how numbers are written. The exported words are for those who write files;
// the sentences are put together by the methods.
type Language struct {
	Tag  string // such as "da"
	Name string // of the language, in itself

	Table     string // opens a table's caption: "Table 3"
	Figure    string // opens a figure's caption
	Note      string // opens the notes below, with its full stop or colon
	Source    string // opens the source, with its colon
	Contents  string // heading of the contents
	Tables    string // heading of a list of tables
	Figures   string // heading of a list of figures
	Footnotes string // heading of the footnotes
	Footnote  string // one of them, for those who listen
	Back      string // leads from a footnote back to the text
	Top       string // leads to the beginning
	Skip      string // leads past the contents
	Copy      string // copies a table
	Copied    string // says that it was copied
	Notice    string // heading of what a reader must know of the data first
	Method    string // heading of the colophon
	Section   string // opens a reference to a section that has a number
	Question  string // heading of questions side by side; opens one that is quoted
	Answer    string // heading of answers
	Review    string // heading of what an editor is to look at
	Finding   string // names a remark in the margin
	InMargin  string // one of them, and several: number
	InMargins string
	Category  string // heading of rows whose variable has no label
	Part      string // heading of the parts of a study in a table of response
	Columns   string // opens the question whose answers are the columns
	Wave      string // opens the wave's name
	Study     string
	Version   string // opens the program's version
	Value     string // a number in the text
	Cell      string // the cell it stands in
	Page      string

	continued string // table, of one that goes on

	All      string // heading or label of everybody
	Others   string // label of what was joined
	DontKnow string
	Yes, No  string
	Count    string // heading of counts
	Percent  string // heading of percentages
	Share    string // the unit as a word, to open a phrase
	Total    string // heading of totals of a number
	Base     string // sign of the whole base
	Group    string // sign of a group's base

	Hidden     string // sign of a hidden cell
	HiddenWord string // what the sign says, aloud
	NotShown   string // in running text in place of a hidden number
	Absent     string // sign of an estimate that does not exist
	NotKnown   string // in running text in place of such an estimate

	RestTables  string // heading of tables the text does not place
	RestFigures string // heading of figures the text does not place
	RestBoth    string

	Months [12]string

	decimal, thousands string
	percentSign        string // with the space before it, where there is one
	quoteOpen          string
	quoteClose         string
	anchorTable        string // opens the anchor of a table
	anchorFigure       string
	lowersNouns        bool // "Table 3" is "table 3" within a sentence

	abbreviations []string // that end in a full stop, in small letters
	dateForm      string   // day, month and year
	sourceSample  string   // units, PSUs
	sourceFlat    string   // units
	sourceCensus  string   // answered, eligible and unit
	sourceAll     string   // units
	sourceHidden  string   // unit
	notes         map[crosstab.NoteKind]string
	noteRounding  string
	noteHidden    string // without the minimum
	noteAnswers   string // without the units that gave them
	noteSmallest  string // share
	noteInterval  string // level
	level         string // level
	levelWide     string // level
	of            string // count, base and unit
	ofGroup       string // count, base and unit, group
	onePoint      string // one percentage point
	points        string // several
	against       string // two numbers that are compared
	weighted      string
	units         string // unit
	unitBoth      string
	unitResponse  string // units
	unitRow       string
	unitTotal     string
	unitSum       string
	summary       string // title, unit, number of rows, headings, base
	altKinds      map[string]string
	alt           string // kind, title, unit, base
	drawn         figureWords
	coded         codedWords
	drawnWords    drawnWords
	methodRound   string
	methodHidden  string
	methodLevel   string // level
	shares        shareWords
	tests         testWords
	waves         waveWords
	verdictWords  verdictWords
	typedWords    typedWords
	draft         draftWords
	appendix      appendixWords

	methodRule     string // count, base with unit
	methodRuleFew  string // base with unit, where the count is small and hidden
	methodRuleMost string // base with unit, where the count is nearly all and hidden
}

// LanguageOf returns the language of tag, "da" or "en", and whether there is
// one.
func LanguageOf(tag string) (Language, bool) {
	switch tag {
	case "da":
		return danish, true
	case "en":
		return english, true
	}
	return Language{}, false
}

// LanguageTags returns the tags LanguageOf knows, the usual one first.
func LanguageTags() []string { return []string{"da", "en"} }

// Date returns a day in words.
func (l Language) Date(t time.Time) string {
	return strings.NewReplacer("{day}", strconv.Itoa(t.Day()), "{month}", l.Months[t.Month()-1], "{year}",
		strconv.Itoa(t.Year())).Replace(l.dateForm)
}

// TableLabel returns the word and number that open a table's caption.
func (l Language) TableLabel(number int) string { return l.Table + nbsp + strconv.Itoa(number) }

// Continued returns the heading of a table's further parts.
func (l Language) Continued(number int) string { return fmt.Sprintf(l.continued, l.TableLabel(number)) }

// FigureLabel returns the word and number that open a figure's caption.
func (l Language) FigureLabel(number int) string { return l.Figure + nbsp + strconv.Itoa(number) }

// Units returns a count and what is counted.
func (l Language) Units(n int, unit survey.Text) string {
	return strings.TrimSpace(l.Number(n) + nbsp + unit.In(l.Tag))
}

// BaseOf returns a base as it stands in a subtitle: "N = 195 cases".
func (l Language) BaseOf(b crosstab.Base) string {
	if b.Suppressed != crosstab.Shown {
		return l.Base + nbsp + "=" + nbsp + l.Hidden
	}
	return l.Base + nbsp + "=" + nbsp + strings.TrimSpace(l.Number(b.N)+" "+b.Unit.In(l.Tag))
}

// SourceOf returns the study's own source line or, where it has none, one that
// says who answered.
func (l Language) SourceOf(b crosstab.Base) string {
	if own := b.Source.In(l.Tag); own != "" {
		return sentence(tie(own))
	}
	unit := b.Unit.In(l.Tag)
	sampled, psus := b.Sampled, b.SampledPSUs
	if sampled == 0 {
		sampled, psus = cmp.Or(b.Answered, b.N), b.PSUs
	}
	switch {
	case b.Suppressed != crosstab.Shown && b.Census:
		return fmt.Sprintf(l.sourceAll, unit)
	case b.Suppressed != crosstab.Shown:
		return fmt.Sprintf(l.sourceHidden, unit)
	case b.Census && b.Eligible > 0:
		return fmt.Sprintf(l.sourceCensus, l.Number(sampled), l.Number(b.Eligible), unit)
	case b.Census:
		return fmt.Sprintf(l.sourceAll, l.Units(sampled, b.Unit))
	case psus > 0:
		return fmt.Sprintf(l.sourceSample, l.Units(sampled, b.Unit), l.Units(psus, b.PSUUnit))
	default:
		return fmt.Sprintf(l.sourceFlat, l.Units(sampled, b.Unit))
	}
}

// Level returns the name of an interval at a confidence level in (0, 1), in
// full.
func (l Language) Level(level float64) string {
	return fmt.Sprintf(l.level, l.Percentage(level))
}

// Quoted returns s in the language's quotation marks.
func (l Language) Quoted(s string) string { return l.quoteOpen + s + l.quoteClose }

// label returns words for print with their numbers tied to their signs.
func (l Language) label(t survey.Text) string { return tie(strings.TrimSpace(t.In(l.Tag))) }

// RowLabel returns a row's label; a row without one gets the language's word
// for what it is.
func (l Language) RowLabel(r crosstab.Row) string {
	return l.labelOr(r.Label, r.ID, r.Kind == crosstab.Total, r.Joined)
}

// ColumnLabel returns a column's label, as RowLabel does a row's.
func (l Language) ColumnLabel(c crosstab.Column) string {
	return l.labelOr(c.Label, c.ID, c.Kind == crosstab.All, c.Joined)
}

// noLanguage says that a language has no words.
func noLanguage(tag string) error {
	return survey.Problem{Variable: "language", Message: fmt.Sprintf("got %q, want one of %s", survey.Clip(tag), strings.Join(LanguageTags(), ", "))}
}

func (l Language) labelOr(t survey.Text, id string, all, joined bool) string {
	switch s := l.label(t); {
	case s != "":
		return s
	case all:
		return l.All
	case joined:
		return l.Others
	default:
		return id
	}
}

// lowerFirst returns s as it stands within a sentence.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// upperFirst returns s as it begins a sentence.
func upperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// sentence returns s with a full stop, unless it ends a sentence already.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
