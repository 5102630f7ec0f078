package coding

import (
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"stikprove/survey"
)

// Gold is a description with the verdict that people have settled on.
type Gold struct {
	Text        string
	Category    string // of the scheme, or [Uncoded]
	Combination bool
	Difficulty  string   // easy, medium, hard; empty where the file does not say
	Features    []string // what is special about the text; may be empty
	Line        int      // in the file
}

// The parts a set is split into.
const (
	PartTune = "tune" // to mend the rules by
	PartTest = "test" // to be scored only
	PartAll  = "all"
)

// Part returns the part of the set that g belongs to, by a hash of its text:
// the same for ever, whatever stands around it.
func (g Gold) Part() string {
	h := fnv.New32a()
	_, _ = io.WriteString(h, g.Text) // a hash does not fail
	if h.Sum32()%2 == 0 {
		return PartTune
	}
	return PartTest
}

// OfPart returns the descriptions of one part, or all of them.
func OfPart(set []Gold, part string) []Gold {
	if part == PartAll {
		return set
	}
	var of []Gold
	for _, g := range set {
		if g.Part() == part {
			of = append(of, g)
		}
	}
	return of
}

// ReadGold reads a set of settled descriptions: fields between tabs, with a
// header of which text and category are needed, and combination (0 or 1),
// difficulty and features (separated by commas) are read where they stand.
// Lines that begin with "#" are comments. The error is a survey.Problems that
// names every line at fault and quotes no text.
func ReadGold(file string, r io.Reader, s *Scheme) ([]Gold, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	rd := goldReader{file: file, scheme: s}
	for i, line := range strings.Split(strings.TrimPrefix(string(text), "\uFEFF"), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line != "" && line[0] != '#' {
			rd.record(strings.Split(line, "\t"), i+1)
		}
	}
	if rd.columns == nil && len(rd.problems) == 0 {
		rd.problem(1, "", "the file is empty, want a header with text and category")
	}
	if len(rd.set) == 0 && len(rd.problems) == 0 {
		rd.problem(1, "", "the file has no descriptions")
	}
	if err := rd.problems.Err(); err != nil {
		return nil, err
	}
	return rd.set, nil
}

type goldReader struct {
	file     string
	scheme   *Scheme
	columns  map[string]int
	set      []Gold
	problems survey.Problems
}

func (rd *goldReader) problem(line int, variable, message string) {
	rd.problems = append(rd.problems, survey.Problem{File: rd.file, Row: line, Line: true, Variable: variable, Message: message})
}

func (rd *goldReader) record(f []string, line int) {
	if rd.columns == nil {
		rd.columns = make(map[string]int, len(f))
		for i, name := range f {
			rd.columns[strings.ToLower(strings.TrimSpace(name))] = i
		}
		for _, name := range []string{"text", "category"} {
			if _, ok := rd.columns[name]; !ok {
				rd.problem(line, "", "no column "+survey.Quote(name))
			}
		}
		return
	}
	field := func(name string) string {
		if i, ok := rd.columns[name]; ok && i < len(f) {
			return strings.TrimSpace(f[i])
		}
		return ""
	}
	g := Gold{Category: field("category"), Difficulty: field("difficulty"), Features: list(field("features")), Line: line}
	if i, ok := rd.columns["text"]; ok && i < len(f) {
		g.Text = f[i] // as it is: space is part of what people type
	}
	if g.Category == "" {
		g.Category = Uncoded
	}
	if g.Category != Uncoded && rd.scheme.Category(g.Category) == nil {
		rd.problem(line, "category", fmt.Sprintf("got %q, want one of %s", g.Category, strings.Join(rd.scheme.categoryNames(), ", ")))
	}
	switch mark := strings.ToLower(field("combination")); {
	case slices.Contains([]string{"1", "yes", "ja"}, mark):
		g.Combination = true
	case !slices.Contains([]string{"", "0", "no", "nej"}, mark):
		rd.problem(line, "combination", fmt.Sprintf("got %q, want 0 or 1", mark))
	}
	rd.set = append(rd.set, g)
}
