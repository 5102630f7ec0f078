package coding

import (
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"stikprove/coding/language"
	"stikprove/survey"
)

// ReadScheme reads a scheme file; name is what it is called in messages. The
// format is plain text, a record a line, fields between bars, "#" before
// comments:
//
//	scheme     | version | Danish label | English label
//	category   | name | Danish | English
//	precedence | name, name, ...
//	language   | of the texts: da or en
//	words      | sense, or "everyday" | word or phrase, ...
//	doubtful   | end of a word, ...
//	kinds      | end of a word, ...
//	together   | category, ...
//	placed     | category, ...
//	parts      | category, ...
//	region     | name | neighbours, or "general"
//	group      | name | category | Danish | English | "rest" or nothing
//	sequela    | concept | categories kept | regions that leave them
//	codes      | beginning of an ICD-10 code, ... | concept
//	icpc       | ICPC-2 code, ... | concept
//	calibration | score | share right, in [0, 1] | of how many
//	exception  | mention + mention | category= group= combination=yes or no | note
//
// Those from language to parts stand before the first group. A scheme that names
// no language is of Danish texts. Words say what words mean in
// these answers, before what the language's own lists say: a sense is one of
// [language.SenseNames], of which "filler" says nothing and "everyday" tells of
// daily life. An unread word that ends as doubtful says is doubted most; one that
// ends as kinds say calls a thing by its kind, so that what stands in brackets
// after it is its name. Two disorders of a category in together are no
// combination; complaints of one in placed are counted by where they are; one in
// parts gets a variable that says whether any mention is of it.
//
// Any other line is a concept of the group above it:
//
//	name | type and attributes | region | term, term, ... | note
//
// where attributes are "category=NAME", "of=NAME,NAME"
// (it is a sign or the general name of these), "at=REGION:CONCEPT" (what it is
// called there), "takes=WORD" (the preposition before its object), "sign" (a
// complaint that many diseases give), "damages=REGION,REGION" (where damage by it is
// a disorder beside it), "after=NAME,NAME" (what it is a late effect of, where that is past), "ambiguous" (trained
// coders disagree) and "contested" (the study disagrees with itself). A term
// all in capitals is met in capitals only. The error is a survey.Problems that
// names every line at fault.
func ReadScheme(name string, r io.Reader) (*Scheme, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading scheme %s: %w", name, err)
	}
	rd := &schemeReader{file: name, scheme: &Scheme{Name: name, Codes: map[string]string{}, Practice: map[string]string{}, Hash: fmt.Sprintf("%x", sha256.Sum256(text))}}
	for i, line := range strings.Split(string(text), "\n") {
		rd.line = i + 1
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rd.record(line)
		}
	}
	rd.check()
	if err := rd.problems.Err(); err != nil {
		return nil, err
	}
	return rd.scheme, nil
}

type schemeReader struct {
	file     string
	line     int
	scheme   *Scheme
	group    *Group
	problems survey.Problems
}

func (rd *schemeReader) problem(line int, format string, args ...any) {
	rd.problems = append(rd.problems, survey.Problem{File: rd.file, Row: line, Line: true, Message: fmt.Sprintf(format, args...)})
}

func (rd *schemeReader) record(line string) {
	f := strings.Split(line, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	s := rd.scheme
	least := map[string]int{"scheme": 4, "category": 4, "precedence": 2, "language": 2, "words": 3, "doubtful": 2, "kinds": 2, "together": 2, "placed": 2, "parts": 2, "region": 3, "group": 5, "sequela": 4, "exception": 4, "codes": 3, "icpc": 3, "calibration": 4}
	want, keyword := least[f[0]]
	if rd.group != nil && slices.Contains(settings, f[0]) {
		want, keyword = 0, false
	}
	if !keyword {
		want = 4
	}
	if len(f) < want {
		rd.problem(rd.line, "got %d fields, want at least %d", len(f), want)
		return
	}
	if !keyword {
		rd.concept(f)
		return
	}
	switch f[0] {
	case "scheme":
		s.Version, s.Label = f[1], label(f[2], f[3])
	case "category":
		s.Categories = append(s.Categories, Category{Name: f[1], Label: label(f[2], f[3])})
	case "precedence":
		s.Precedence = list(f[1])
	case "language":
		s.Language = f[1]
	case "words":
		rd.words(f)
	case "doubtful":
		s.Doubtful = append(s.Doubtful, list(f[1])...)
	case "kinds":
		s.Kinds = append(s.Kinds, list(f[1])...)
	case "together":
		s.Together = list(f[1])
	case "placed":
		s.Placed = list(f[1])
	case "parts":
		s.Parts = list(f[1])
	case "region":
		s.Regions = append(s.Regions, Region{Name: f[1], Neighbours: without(list(f[2]), "general"), General: f[2] == "general"})
	case "group":
		s.Groups = append(s.Groups, Group{Name: f[1], Category: f[2], Label: label(f[3], f[4]), Rest: len(f) > 5 && f[5] == "rest"})
		rd.group = &s.Groups[len(s.Groups)-1]
	case "sequela":
		s.Sequela = Sequela{Concept: f[1], Keep: list(f[2]), Regions: list(f[3])}
	case "exception":
		rd.exception(f)
	case "codes":
		for _, code := range list(strings.ToLower(f[1])) {
			s.Codes[code] = f[2]
		}
	case "calibration":
		rd.calibration(f)
	case "icpc":
		for _, code := range list(strings.ToLower(f[1])) {
			s.Practice[code] = f[2]
		}
	}
}

// settings are records above the groups only. Below one they are concepts, which
// may well be called language or words.
var settings = []string{"language", "words", "doubtful", "kinds", "together", "placed", "parts"}

// words reads what words mean in the answers.
func (rd *schemeReader) words(f []string) {
	w := Words{Everyday: f[1] == everyday, Phrases: list(f[2])}
	var ok bool
	if w.Sense, ok = language.ParseSense(f[1]); !ok && !w.Everyday {
		rd.problem(rd.line, "words: got %q, want %s or one of %s", f[1], everyday, strings.Join(language.SenseNames(), ", "))
	}
	rd.scheme.Words = append(rd.scheme.Words, w)
}

// everyday is what a scheme file calls fillers that tell of daily life.
const everyday = "everyday"

func (rd *schemeReader) exception(f []string) {
	e := Exception{Note: f[3], Line: rd.line}
	for _, m := range strings.Split(f[1], "+") {
		e.Mentions = append(e.Mentions, strings.TrimSpace(m))
	}
	for _, a := range strings.Fields(f[2]) {
		key, value, _ := strings.Cut(a, "=")
		switch {
		case key == "category":
			e.Category = value
		case key == "group":
			e.Group = value
		case key == "combination" && (value == "yes" || value == "no"):
			yes := value == "yes"
			e.Combination = &yes
		default:
			rd.problem(rd.line, "got %q, want category=, group= or combination=yes or no", a)
		}
	}
	rd.scheme.Exceptions = append(rd.scheme.Exceptions, e)
}

func (rd *schemeReader) concept(f []string) {
	if rd.group == nil {
		rd.problem(rd.line, "concept %s stands under no group", f[0])
		return
	}
	c := Concept{Name: f[0], Group: rd.group.Name, Category: rd.group.Category, Region: f[2], Terms: list(f[3]), Line: rd.line}
	if len(f) > 4 {
		c.Note = f[4]
	}
	for i, a := range strings.Fields(f[1]) {
		key, value, _ := strings.Cut(a, "=")
		t := slices.Index(typeNames, a)
		switch {
		case i == 0 && t >= 0:
			c.Type = Type(t)
		case key == "category":
			c.Category = value
		case key == "at":
			c.At = make(map[string]string)
			for _, pair := range list(value) {
				region, concept, _ := strings.Cut(pair, ":")
				c.At[region] = concept
			}
		case key == "takes":
			c.Takes = value
		case key == "of":
			c.Of = list(value)
		case key == "damages":
			c.Damages = list(value)
		case key == "after":
			c.After = list(value)
		case a == "sign":
			c.Sign = true
		case a == "ambiguous":
			c.Ambiguous = true
		case a == "contested":
			c.Contested = true
		default:
			rd.problem(rd.line, "concept %s: got %q, want a type (%s), category=, of=, at=, takes=, damages=, after=, sign, ambiguous or contested", c.Name, a, strings.Join(typeNames, ", "))
		}
	}
	if len(c.Terms) == 0 {
		rd.problem(rd.line, "concept %s has no terms", c.Name)
		return
	}
	c.Label = c.Terms[0]
	rd.scheme.Concepts = append(rd.scheme.Concepts, c)
}

func label(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }

// list cuts s at commas; empty items fall away.
func list(s string) []string {
	var items []string
	for _, item := range strings.Split(s, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

func without(items []string, item string) []string {
	return slices.DeleteFunc(items, func(s string) bool { return s == item })
}
