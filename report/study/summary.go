package study

import (
	"fmt"
	"math"
	"strings"

	"stikprove/coding"
	"stikprove/report"
	"stikprove/survey"
)

// Summary says in figures what a run did. It holds no answers.
type Summary struct {
	Read   []Count // rows of each source
	Coded  []Coded
	Tables int
	Hidden int // cells removed before printing, over all tables
	Files  []string
	Notes  []survey.Problem
	Found  []Found         // what edit rules found that does not stop the run
	Text   survey.Problems // what an editor is to look at in the report's text

	language string // of the rules' texts
}

// Count is a number of rows.
type Count struct {
	Name string
	N    int
}

func (s *Study) summary(data *Data, d *report.Document, outputs []output) *Summary {
	sum := &Summary{Coded: data.Coded, Tables: len(d.Tables), Notes: data.Notes, Found: data.Found, Text: d.Findings, language: d.Language}
	for _, name := range s.sources() {
		sum.Read = append(sum.Read, Count{name, data.Datasets[name].Rows()})
	}
	sum.Hidden = hiddenIn(tablesOf(d)).Cells
	if data.Spells.Name != "" {
		sum.Read = append(sum.Read, data.Spells)
	}
	for _, o := range outputs {
		sum.Files = append(sum.Files, o.File)
	}
	return sum
}

// fewCells is how many cells of each edit rule a summary lists.
const fewCells = 3

// String returns the summary in a few lines.
func (s *Summary) String() string { return s.lines(fewCells) }

// Full returns the summary with every cell that an edit rule found.
func (s *Summary) Full() string { return s.lines(math.MaxInt) }

func (s *Summary) lines(cells int) string {
	var b strings.Builder
	var parts []string
	for _, c := range s.Read {
		parts = append(parts, fmt.Sprintf("%d %s", c.N, c.Name))
	}
	fmt.Fprintf(&b, "read    %s\n", strings.Join(parts, ", "))
	for _, c := range s.Coded {
		fmt.Fprintf(&b, "coded   %s: %s, %d without content, %d not coded, %d to look at (%s %s)\n",
			c.Name, c.ways(), c.Summary.Uncoded, c.Summary.NotCoded, c.Summary.Review, c.Scheme.Name, c.Scheme.Version)
	}
	fmt.Fprintf(&b, "hidden  %d cells in %d tables\n", s.Hidden, s.Tables)
	for _, n := range s.Notes {
		fmt.Fprintf(&b, "note    %s\n", n)
	}
	for _, f := range s.Found {
		b.WriteString(f.line(s.language, cells))
	}
	for _, f := range s.Text {
		fmt.Fprintf(&b, "warning %s\n", f)
	}
	if len(s.Files) > 0 {
		fmt.Fprintf(&b, "wrote   %d files\n", len(s.Files))
	}
	return survey.MaskCPR(b.String())
}

// line says what a rule found, with so many cells at most, or nothing where it
// found no row.
func (f Found) line(language string, cells int) string {
	if len(f.Rows) == 0 {
		return ""
	}
	word := "warning"
	if f.Severity == survey.SeverityNote {
		word = "note   "
	}
	return fmt.Sprintf("%s rule %s: %d of %d %s: %s (%s)\n", word, f.ID, len(f.Rows), f.Held, f.Source,
		strings.TrimRight(f.Text.In(language), "."), survey.Addresses(f.Cells, cells))
}

// ways says who coded how many.
func (c Coded) ways() string {
	s := fmt.Sprintf("%d by rules, %d by decision", c.Summary.By[coding.ByRules], c.Summary.By[coding.ByDecision])
	for _, way := range []struct{ by, words string }{{coding.ByMemory, "from memory"}, {coding.ByLearning, "by learning"}} {
		if n := c.Summary.By[way.by]; n > 0 {
			s += fmt.Sprintf(", %d %s", n, way.words)
		}
	}
	return s
}
