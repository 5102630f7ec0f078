package coding

import (
	"cmp"
	"slices"
	"strings"

	"stikprove/coding/language"
)

// is reports whether a part is the mention an exception names: its concept or
// group, in the region stated.
func (pt part) is(mention string) bool {
	name, region, _ := strings.Cut(mention, "@")
	if pt.concept.Name != name && pt.group != name && pt.concept.Group != name {
		return false
	}
	return region == "" || slices.Contains(pt.regions, region)
}

// exception returns the first exception that is of this very text, or whose
// mentions are exactly its parts.
func (c *Coder) exception(parts []part, words []language.Word) *Exception {
	for i := range c.scheme.Exceptions {
		if e := &c.scheme.Exceptions[i]; e.covers(parts) || e.quotes(c.language, words) {
			return e
		}
	}
	return nil
}

// quotes reports whether words are the text that e is of.
func (e *Exception) quotes(l *language.Language, words []language.Word) bool {
	text, ok := strings.CutPrefix(e.Mentions[0], "=")
	if !ok || len(e.Mentions) > 1 {
		return false
	}
	want := l.Read(text)
	return slices.EqualFunc(want, words, func(a, b language.Word) bool { return a.Key == b.Key })
}

// covers reports whether each mention of e is one part and no part is left.
func (e *Exception) covers(parts []part) bool {
	if len(e.Mentions) != len(parts) {
		return false
	}
	used := make([]bool, len(parts))
	for _, m := range e.Mentions {
		found := false
		for k := range parts {
			if !used[k] && parts[k].is(m) {
				used[k], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// except applies the exception found.
func (c *Coder) except(v *verdict) {
	e := v.exception
	if e.Category != "" && e.Category != v.coding.Category {
		v.coding.RunnerUp, v.coding.Category = v.coding.Category, e.Category
		v.coding.Group = cmp.Or(e.Group, c.groupFor(e.Category, v.coding.Group, v.parts))
	}
	if e.Combination != nil {
		v.coding.Combination = *e.Combination
	}
}

// groupFor returns a group of category: a part's own, or the category's rest
// group, or group as it was where there is none.
func (c *Coder) groupFor(category, group string, parts []part) string {
	for _, pt := range parts {
		if g := c.scheme.Group(pt.group); g != nil && g.Category == category {
			return pt.group
		}
	}
	for _, g := range c.scheme.Groups {
		if g.Category == category && g.Rest {
			return g.Name
		}
	}
	return group
}
