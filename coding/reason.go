package coding

import (
	"strings"

	"stikprove/survey"
)

// reason says in words what a Coding rests on. It names concepts by their
// labels and never quotes the description.
func (c *Coder) reason(v *verdict) survey.Text {
	da, en := &strings.Builder{}, &strings.Builder{}
	say := func(d, e string) {
		if da.Len() > 0 {
			da.WriteString("; ")
			en.WriteString("; ")
		}
		da.WriteString(d)
		en.WriteString(e)
	}
	if v.decider < 0 {
		say("nævner intet, kodesystemet kender", "names nothing the scheme knows")
		if v.coding.Review {
			say("noget blev ikke forstået eller tæller ikke med", "something was not understood or does not count")
		}
		return survey.Text{"da": da.String(), "en": en.String()}
	}
	for _, pt := range v.parts {
		c.sayPart(say, pt)
	}
	d := v.parts[v.decider]
	if v.coding.RunnerUp != "" && v.exception == nil {
		say(c.categoryLabel(d.category, "da")+" går forud", c.categoryLabel(d.category, "en")+" goes first")
	}
	if v.exception != nil {
		say("undtagelse i kodesystemet", "an exception of the scheme")
	}
	if v.coding.Combination {
		say("kombination", "a combination")
	}
	if v.doubtful() {
		say("kodere er uenige om noget af det nævnte", "coders disagree on something named here")
	}
	switch d.how {
	case mistyped, misspelt, broken:
		say("læst på trods af stavefejl", "read in spite of a misspelling")
	case guessed:
		say("stavefejl, der kan læses på flere måder", "a misspelling that can be read in several ways")
	case begun:
		say("kun første led af ordet er kendt", "only the first part of the word is known")
	case headed:
		say("kun sidste led af ordet er kendt", "only the last part of the word is known")
	}
	if _, unread := c.coverage(v); unread > 0 {
		say("ikke alle ord er forstået", "not all words were understood")
	}
	return survey.Text{"da": da.String(), "en": en.String()}
}

// sayPart names one disorder, how it is meant and its category.
func (c *Coder) sayPart(say func(da, en string), pt part) {
	da, en := pt.concept.Label, strings.ReplaceAll(pt.concept.Name, "-", " ")
	switch pt.operator {
	case Late:
		da, en = "følger: "+da, "late effects: "+en
	case Past:
		da, en = "tidligere: "+da, "past: "+en
	case Suspected:
		da, en = "mistanke: "+da, "suspected: "+en
	case Plain, Treated, Negated, Elsewhere:
	}
	say(da+" ("+c.categoryLabel(pt.category, "da")+")", en+" ("+c.categoryLabel(pt.category, "en")+")")
}

func (c *Coder) categoryLabel(name, lang string) string {
	if k := c.scheme.Category(name); k != nil {
		return strings.ToLower(k.Label.In(lang))
	}
	return name
}
