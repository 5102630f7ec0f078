package coding

import (
	"slices"

	"stikprove/coding/danish"
	"stikprove/coding/english"
	"stikprove/coding/language"
	"stikprove/survey"
)

// Scheme is a category system for one open question: categories, groups,
// concepts and the terms that name them. It is immutable once read.
type Scheme struct {
	Name       string      // where it was loaded from, "danish/condition"
	Version    string      // as the file states it
	Hash       string      // SHA-256 of the file, hexadecimal
	Label      survey.Text // what is coded
	Categories []Category  // in print order
	Precedence []string    // category names, the one that decides first
	Groups     []Group     // in print order
	Regions    []Region
	Concepts   []Concept
	Exceptions []Exception
	Sequela    Sequela
	Language   string            // of the texts, "da" or "en"
	Words      []Words           // what words mean in these answers, before the language's own
	Doubtful   []string          // ends of words that terms of the subject have, as they are written
	Kinds      []string          // ends of words that call a thing by its kind: "disease"
	Together   []string          // categories whose disorders are one: two of them are no combination
	Placed     []string          // categories whose complaints count by place: three places are two disorders
	Parts      []string          // categories that get a variable for whether some mention is of them
	Codes      map[string]string // beginnings of ICD-10 codes, lower case, and the concept each is
	// Calibration says how many of the scores that the rules give come out right.
	// It is empty in a scheme nobody has tried on settled descriptions.
	Calibration []Calibrated
	Practice    map[string]string // ICPC-2 codes, lower case, and the concept each is
}

// Category is one of the values a description is coded to.
type Category struct {
	Name  string
	Label survey.Text
}

// Group is what a report's appendix lists: back, cancer, stress. It belongs to
// one category; a concept may leave it for another category.
type Group struct {
	Name     string
	Label    survey.Text
	Category string
	Rest     bool // takes decided cases whose own group is of another category
}

// Region is a part of the body. Complaints in neighbouring regions are one
// complaint (convention 6).
type Region struct {
	Name       string
	Neighbours []string
	General    bool // joints, muscles: goes with every region and counts as none
}

// Type says what a concept is in a description.
type Type uint8

// The types of concept.
const (
	Disorder  Type = iota // a disease or injury: has a category of its own
	Site                  // a part of the body
	Symptom               // pain, infection: the site gives the category
	Treatment             // an operation, a course: the site or disorder gives it
	Generic               // "disease", "problems": says nothing alone
	Ignore                // names, jobs and idioms that look like conditions
)

var typeNames = []string{"disorder", "site", "symptom", "treatment", "generic", "ignore"}

// String returns the type's name as the scheme file writes it.
func (t Type) String() string { return typeNames[t] }

// Concept is one thing a description may name, whatever words it uses.
type Concept struct {
	Name      string // English, hyphenated; its words are the English label
	Label     string // the first term
	Group     string
	Category  string // the group's unless the concept states its own
	Region    string // where in the body; empty for none
	Type      Type
	Of        []string          // concepts, groups, categories or "*" this is a part or sign of
	At        map[string]string // regions in which it is another concept: a clot in the brain
	Sign      bool              // a complaint that many diseases give, as tiredness is
	Damages   []string          // regions whose damage by it is a disorder beside it
	After     []string          // concepts or groups that it is a late effect of, where they are past
	Takes     string            // the preposition after which its object comes: "angst for kræft" is no cancer
	Ambiguous bool              // trained coders disagree on its category
	Contested bool              // the study itself has it under two categories
	Terms     []string
	Note      string
	Line      int // in the scheme file
}

// Exception is a verdict the precedence does not give. It applies where the
// counted mentions are exactly those it names.
type Exception struct {
	Mentions    []string // each a concept or group, or either with "@region"; or one text after "="
	Category    string   // empty to leave it
	Group       string   // empty for one of the category's
	Combination *bool    // nil to leave it
	Note        string
	Line        int
}

// Words are words and phrases of one sense that the scheme adds to those of its
// language.
type Words struct {
	Sense    language.Sense
	Everyday bool // of Filler: words of daily life, that tell something
	Phrases  []string
}

// languages are those a scheme may be of.
var languages = []*language.Language{danish.Language, english.Language}

// language returns the language of s, Danish where it names none.
func (s *Scheme) language() *language.Language {
	for _, l := range languages {
		if l.Code == s.Language {
			return l
		}
	}
	return danish.Language
}

// Sequela says how late effects are coded (convention 8).
type Sequela struct {
	Concept string   // what "late effects" alone means
	Keep    []string // categories whose late effects stay where they are
	Regions []string // injuries of these regions leave them all the same
}

// Category returns the category called name, or nil.
func (s *Scheme) Category(name string) *Category {
	for i := range s.Categories {
		if s.Categories[i].Name == name {
			return &s.Categories[i]
		}
	}
	return nil
}

// Group returns the group called name, or nil.
func (s *Scheme) Group(name string) *Group {
	for i := range s.Groups {
		if s.Groups[i].Name == name {
			return &s.Groups[i]
		}
	}
	return nil
}

// Concept returns the concept called name, or nil.
func (s *Scheme) Concept(name string) *Concept {
	for i := range s.Concepts {
		if s.Concepts[i].Name == name {
			return &s.Concepts[i]
		}
	}
	return nil
}

// rank returns how early category stands in the precedence, 0 first.
func (s *Scheme) rank(category string) int {
	if i := slices.Index(s.Precedence, category); i >= 0 {
		return i
	}
	return len(s.Precedence)
}
