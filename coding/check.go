package coding

import (
	"maps"
	"slices"
	"strings"
)

// check finds what is wrong across the lines of a scheme: names that nothing
// bears, names and terms that stand twice.
func (rd *schemeReader) check() {
	s := rd.scheme
	if len(s.Categories) == 0 {
		rd.problem(0, "the scheme has no categories")
		return
	}
	for _, p := range s.Precedence {
		if s.Category(p) == nil {
			rd.problem(0, "precedence: no category %q", p)
		}
	}
	if s.Language != "" && s.language().Code != s.Language {
		var codes []string
		for _, l := range languages {
			codes = append(codes, l.Code)
		}
		rd.problem(0, "language: got %q, want one of %s", s.Language, strings.Join(codes, ", "))
	}
	for _, record := range []struct {
		name       string
		categories []string
	}{{"together", s.Together}, {"placed", s.Placed}, {"parts", s.Parts}} {
		for _, name := range record.categories {
			if s.Category(name) == nil {
				rd.problem(0, "%s: no category %q", record.name, name)
			}
		}
	}
	for _, c := range s.Categories {
		if !slices.Contains(s.Precedence, c.Name) {
			rd.problem(0, "precedence: category %q is not in it", c.Name)
		}
	}
	names := rd.names()
	for _, g := range s.Groups {
		if s.Category(g.Category) == nil {
			rd.problem(0, "group %s: no category %q", g.Name, g.Category)
		}
	}
	for _, r := range s.Regions {
		for _, n := range r.Neighbours {
			rd.known(names, 0, "region:"+n, "region", n)
		}
	}
	rd.concepts(names)
	rd.exceptions(names)
	rd.codes()
	rd.terms()
}

// concepts holds every concept to the names it uses.
func (rd *schemeReader) concepts(names map[string]bool) {
	s := rd.scheme
	for _, c := range s.Concepts {
		if s.Category(c.Category) == nil {
			rd.problem(c.Line, "concept %s: no category %q", c.Name, c.Category)
		}
		if c.Region != "" {
			rd.known(names, c.Line, "region:"+c.Region, "region", c.Region)
		}
		for _, region := range slices.Sorted(maps.Keys(c.At)) {
			rd.known(names, c.Line, "region:"+region, "region", region)
			rd.known(names, c.Line, c.At[region], "concept", c.At[region])
		}
		for _, r := range c.Damages {
			rd.known(names, c.Line, "region:"+r, "region", r)
		}
		for _, o := range c.After {
			rd.known(names, c.Line, o, "concept or group", o)
		}
		for _, o := range c.Of {
			if o != "*" {
				rd.known(names, c.Line, o, "concept, group or category", o)
			}
		}
	}
}

// exceptions holds every exception to the names it uses.
func (rd *schemeReader) exceptions(names map[string]bool) {
	s := rd.scheme
	for _, e := range s.Exceptions {
		for _, m := range e.Mentions {
			if _, text := strings.CutPrefix(m, "="); text {
				continue
			}
			name, region, _ := strings.Cut(m, "@")
			rd.known(names, e.Line, name, "concept or group", name)
			if region != "" {
				rd.known(names, e.Line, "region:"+region, "region", region)
			}
		}
		if e.Group != "" {
			rd.known(names, e.Line, e.Group, "group", e.Group)
		}
		if e.Category != "" && s.Category(e.Category) == nil {
			rd.problem(e.Line, "exception: no category %q", e.Category)
		}
	}
}

// codes holds the codes of classifications, and what after-effects are, to the
// concepts they stand for.
func (rd *schemeReader) codes() {
	s := rd.scheme
	for _, code := range slices.Sorted(maps.Keys(s.Codes)) {
		if s.Concept(s.Codes[code]) == nil {
			rd.problem(0, "codes %s: no concept %q", strings.ToUpper(code), s.Codes[code])
		}
	}
	for _, code := range slices.Sorted(maps.Keys(s.Practice)) {
		if s.Concept(s.Practice[code]) == nil {
			rd.problem(0, "icpc %s: no concept %q", strings.ToUpper(code), s.Practice[code])
		}
	}
	if s.Sequela.Concept != "" && s.Concept(s.Sequela.Concept) == nil {
		rd.problem(0, "sequela: no concept %q", s.Sequela.Concept)
	}
}

// names collects what may be referred to; regions are told apart by a prefix.
func (rd *schemeReader) names() map[string]bool {
	s := rd.scheme
	names := make(map[string]bool, len(s.Concepts)+len(s.Groups))
	for _, c := range s.Categories {
		names[c.Name] = true
	}
	for _, g := range s.Groups {
		names[g.Name] = true
	}
	for _, r := range s.Regions {
		names["region:"+r.Name] = true
	}
	concepts := make(map[string]int, len(s.Concepts))
	for _, c := range s.Concepts {
		if first, taken := concepts[c.Name]; taken {
			rd.problem(c.Line, "concept %s stands on line %d already", c.Name, first)
		}
		concepts[c.Name] = c.Line
		names[c.Name] = true
	}
	return names
}

func (rd *schemeReader) known(names map[string]bool, line int, key, kind, name string) {
	if !names[key] {
		rd.problem(line, "no %s %q", kind, name)
	}
}

// terms reports terms that name two concepts: which is meant cannot be told.
func (rd *schemeReader) terms() {
	first := make(map[string]*Concept, 16*len(rd.scheme.Concepts))
	for i := range rd.scheme.Concepts {
		c := &rd.scheme.Concepts[i]
		for _, t := range c.Terms {
			key := t
			if !capitals(t) {
				key = strings.ToLower(t)
			}
			if o := first[key]; o != nil && o != c {
				rd.problem(c.Line, "term %q of %s is a term of %s on line %d already", t, c.Name, o.Name, o.Line)
			}
			first[key] = c
		}
	}
}

// capitals reports whether a term is an abbreviation met in capitals only.
func capitals(t string) bool {
	if len(t) < 2 || t[0] >= 'a' || t[len(t)-1] >= 'a' {
		return false // most terms, and seen at once
	}
	return strings.ToUpper(t) == t && strings.ToLower(t) != t
}
