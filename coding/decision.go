package coding

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"stikprove/survey"
)

// Decision is a person's word on one unit. It overrides the rules.
type Decision struct {
	Unit        string // id of the unit
	Category    string // of the scheme; empty to leave it to the rules
	Combination *bool  // nil to leave it to the rules
	Coder       string // who decided
	Date        string // as written, ISO 8601 preferred
	Reason      string
	Wave        string // of the study, empty where the file does not say
	Hash        string // of the text decided on, see [TextHash]; empty where the file does not say
	File        string // where it stands
	Line        int
}

// DecisionColumns is the header of a decisions file. The last two came later and
// may be left out.
var DecisionColumns = []string{"id", "category", "combination", "coder", "date", "reason", "wave", "text_hash"}

// ReadDecisions reads a decisions file: delimited by semicolon or comma, with
// the header id, category, combination, coder, date, reason, wave, text_hash, of
// which id and category are needed; combination is yes, no, 1, 0 or empty. file
// is what it is called in messages. The error is a survey.Problems that names
// every line at fault: an unknown category, an id that stands twice in a wave, a
// decision that decides nothing.
func ReadDecisions(file string, r io.Reader, s *Scheme) ([]Decision, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", file, err)
	}
	body := strings.TrimPrefix(string(text), "\uFEFF")
	cr := csv.NewReader(strings.NewReader(body))
	first, _, _ := strings.Cut(body, "\n")
	if strings.Count(first, ";") > strings.Count(first, ",") {
		cr.Comma = ';'
	}
	cr.FieldsPerRecord = -1
	cr.TrimLeadingSpace = true
	rd := &decisionReader{file: file, scheme: s, first: map[[2]string]int{}}
	for {
		record, err := cr.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				rd.problem(pe.Line, "", pe.Err.Error())
			} else {
				rd.problem(0, "", err.Error())
			}
			break
		}
		line, _ := cr.FieldPos(0)
		rd.record(record, line)
	}
	if rd.columns == nil && len(rd.problems) == 0 {
		rd.problem(1, "", "the file is empty, want the header "+strings.Join(DecisionColumns, ","))
	}
	if err := rd.problems.Err(); err != nil {
		return nil, err
	}
	return rd.decisions, nil
}

type decisionReader struct {
	file      string
	scheme    *Scheme
	columns   map[string]int
	first     map[[2]string]int // line on which an id of a wave stands first
	decisions []Decision
	problems  survey.Problems
}

func (rd *decisionReader) problem(line int, variable, message string) {
	rd.problems = append(rd.problems, survey.Problem{File: rd.file, Row: line, Line: true, Variable: variable, Message: message})
}

func (rd *decisionReader) record(f []string, line int) {
	if rd.columns == nil {
		rd.header(f, line)
		return
	}
	field := func(name string) string {
		if i, ok := rd.columns[name]; ok && i < len(f) {
			return strings.TrimSpace(f[i])
		}
		return ""
	}
	d := Decision{Unit: field("id"), Category: field("category"), Coder: field("coder"), Date: field("date"), Reason: field("reason"), Wave: field("wave"), Hash: field("text_hash"), File: rd.file, Line: line}
	if d.Unit == "" {
		if strings.TrimSpace(strings.Join(f, "")) != "" {
			rd.problem(line, "id", "empty, want the id of a unit")
		}
		return
	}
	key := [2]string{d.Wave, d.Unit}
	if before, twice := rd.first[key]; twice {
		rd.problem(line, "id", fmt.Sprintf("%q is decided on line %d already", d.Unit, before))
		return
	}
	rd.first[key] = line
	if d.Category != "" && d.Category != Uncoded && rd.scheme.Category(d.Category) == nil {
		rd.problem(line, "category", fmt.Sprintf("got %q, want one of %s", d.Category, strings.Join(rd.scheme.categoryNames(), ", ")))
	}
	combination := strings.ToLower(field("combination"))
	yes := slices.Contains([]string{"yes", "1", "true", "ja"}, combination)
	switch {
	case yes || slices.Contains([]string{"no", "0", "false", "nej"}, combination):
		d.Combination = &yes
	case combination != "":
		rd.problem(line, "combination", fmt.Sprintf("got %q, want yes, no or nothing", combination))
	case d.Category == "":
		rd.problem(line, "category", "neither category nor combination is decided")
	}
	rd.decisions = append(rd.decisions, d)
}

func (rd *decisionReader) header(f []string, line int) {
	rd.columns = make(map[string]int, len(f))
	for i, name := range f {
		name = strings.ToLower(strings.TrimSpace(name))
		if !slices.Contains(DecisionColumns, name) {
			rd.problem(line, "", fmt.Sprintf("unknown column %q, want %s", name, strings.Join(DecisionColumns, ", ")))
		}
		rd.columns[name] = i
	}
	for _, name := range []string{"id", "category"} {
		if _, ok := rd.columns[name]; !ok {
			rd.problem(line, "", fmt.Sprintf("no column %q", name))
		}
	}
}

// Uncoded is the name of the option for answers without content. As the
// category of a decision it says that a person found none.
const Uncoded = "uncoded"

// NotCoded is the name of the option for answers whose category is not known: the
// scheme knows none of their words and nobody has decided.
const NotCoded = "not_coded"

func (s *Scheme) categoryNames() []string {
	names := make([]string, 0, len(s.Categories)+1)
	for _, c := range s.Categories {
		names = append(names, c.Name)
	}
	return append(names, Uncoded)
}
