package report

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

// Draft returns a first text of a report in a language: a heading, a sentence
// or two and the figures for each table, under a heading for each sample, a
// summary before and an account of method after them. It is Markdown that
// [ParseOutline] takes, and every number in it is looked up.
//
// It says no more than the tables do. Groups are said to differ only where the
// table's test, or its letters, find that they do, and no hidden cell is looked
// up or counted among the largest. The error says that there is no such
// language.
func Draft(c Content, language string) (string, error) {
	l, ok := LanguageOf(language)
	if !ok {
		return "", noLanguage(language)
	}
	w := &drafter{Language: l, say: l.draft, content: c}
	var sections strings.Builder
	var lead, points []string
	for _, part := range w.parts() {
		fmt.Fprintf(&sections, "# %s\n\n", w.heading(part.title))
		for _, t := range part.tables {
			s := w.table(t)
			for _, point := range s.leads {
				lead = append(lead, "- "+point)
			}
			if s.lead != "" && len(points) < mostLeads && (w.drawn(t.ID) || !w.anyDrawn()) {
				title := w.heading(w.label(t.Title))
				if !strings.ContainsAny(title[max(0, len(title)-1):], "?!.:") {
					title += ":"
				}
				points = append(points, fmt.Sprintf("- **%s** %s", title, s.lead))
			}
			fmt.Fprintf(&sections, "## %s\n\n%s\n\n", w.heading(w.label(t.Title)), strings.Join(s.all, " "))
			for _, f := range c.Figures {
				if id := orElse(f.ID, f.Table); f.Table == t.ID {
					fmt.Fprintf(&sections, "{{ figure %q }}\n\n", id)
				}
			}
			fmt.Fprintf(&sections, "{{ table %q }}\n\n", t.ID)
		}
	}
	w.themes(&sections)
	var out strings.Builder
	if lead = append(lead, points...); len(lead) > 0 {
		fmt.Fprintf(&out, "# %s\n\n%s\n\n", w.say.summary, strings.Join(lead, "\n"))
	}
	out.WriteString(sections.String())
	if method := w.method(); method != "" {
		fmt.Fprintf(&out, "# %s {.unnumbered}\n\n%s\n", w.say.method, method)
	}
	return strings.TrimRight(out.String(), "\n") + "\n", nil
}

// mostLeads is how many points a summary has beside those on response.
const mostLeads = 6

// drafter makes a draft.
type drafter struct {
	Language
	say     draftWords
	content Content
}

// interviewSample is the sample of the table of who took part in interviews.
const interviewSample = "interviews"

// themes adds who took part in interviews, and a heading for the quotations on
// each theme.
func (w *drafter) themes(out *strings.Builder) {
	i := slices.IndexFunc(w.content.Tables, func(t *crosstab.Table) bool { return t.Sample == interviewSample })
	themes := (&arranger{content: w.content}).themes()
	if i < 0 && len(themes) == 0 {
		return
	}
	fmt.Fprintf(out, "# %s\n\n", w.say.interviews)
	if i >= 0 {
		t := w.content.Tables[i]
		fmt.Fprintf(out, "%s\n\n{{ table %q }}\n\n", w.fill(t, w.say.interviewed), t.ID)
	}
	for _, theme := range themes {
		if lookable(theme) {
			fmt.Fprintf(out, "## %s\n\n{{ quotes %q }}\n\n", w.heading(upperFirst(theme)), theme)
		}
	}
}

// drawn reports whether a figure shows a table: those are what the study finds
// worth a look, and the summary is of them.
func (w *drafter) drawn(table string) bool {
	return slices.ContainsFunc(w.content.Figures, func(f FigureSpec) bool { return f.Table == table })
}

func (w *drafter) anyDrawn() bool {
	return slices.ContainsFunc(w.content.Tables, func(t *crosstab.Table) bool { return w.drawn(t.ID) })
}

// part is the tables of one sample under one heading.
type part struct {
	sample, title string
	tables        []*crosstab.Table
}

// parts gathers the tables by what they are of; who answered comes first, what
// has changed since an earlier wave after the wave itself, and the register last.
func (w *drafter) parts() []part {
	var responses, samples, waves, registers []part
	into := func(parts *[]part, sample, title string, t *crosstab.Table) {
		i := slices.IndexFunc(*parts, func(p part) bool { return p.sample == sample })
		if i < 0 {
			i = len(*parts)
			*parts = append(*parts, part{sample: sample, title: title})
		}
		(*parts)[i].tables = append((*parts)[i].tables, t)
	}
	for _, t := range w.content.Tables {
		switch {
		case !lookable(t.ID), t.Sample == interviewSample:
		case w.isResponse(t):
			into(&responses, "", w.say.study, t)
		case t.Comparison != nil:
			into(&waves, "", w.sinceEarlier(t), t)
		case t.Sample == "register":
			into(&registers, t.Sample, w.say.register, t)
		default:
			into(&samples, t.Sample, upperFirst(w.label(t.Base.Unit)), t)
		}
	}
	out := slices.Concat(responses, samples, waves, registers)
	for i := range out {
		out[i].title = orElse(out[i].title, w.Tables)
	}
	return out
}

// isResponse reports whether a table says who answered.
func (w *drafter) isResponse(t *crosstab.Table) bool {
	y := &layout{Language: w.Language, of: t}
	for _, c := range t.Columns {
		if c.Kind != crosstab.Reference {
			y.estimates = append(y.estimates, 0)
		}
	}
	y.single = len(y.estimates) == 1
	return y.response()
}

// method says for each sample how its units came to be in the data.
func (w *drafter) method() string {
	var out []string
	hidden := false
	for _, t := range w.content.Tables {
		hidden = hidden || anyHidden(t)
	}
	for _, p := range w.parts() {
		if p.sample == "" {
			continue
		}
		t := slices.MaxFunc(p.tables, func(a, b *crosstab.Table) int { return a.Base.N - b.Base.N })
		b, words := t.Base, ""
		switch {
		case p.sample == "register":
			words = w.say.ofRegister
		case b.Census && b.Eligible > 0 && b.Answered > 0 && b.Suppressed == crosstab.Shown:
			words = w.say.censusRate
		case b.Census:
			words = w.say.census
		case b.Sampled != 0 && b.N != b.Sampled || baseHidden(t):
			continue // a part of the sample only
		case b.PSUs > 0:
			words = w.say.clusters
		default:
			words = w.say.sampled
		}
		out = append(out, "**"+w.heading(p.title)+".** "+w.fill(t, words))
	}
	if hidden {
		out = append(out, w.say.hidden)
	}
	return strings.Join(out, "\n\n")
}

// fill puts what is of the whole table in a sentence; pairs are further words
// for its braces.
func (w *drafter) fill(t *crosstab.Table, words string, pairs ...string) string {
	see := fmt.Sprintf("{{ see \"table\" %q }}", t.ID)
	return strings.NewReplacer(append(pairs,
		"{see}", see, "{N}", fmt.Sprintf("{{ N %q }}", t.ID), "{eligible}", fmt.Sprintf("{{ eligible %q }}", t.ID),
		"{answered}", fmt.Sprintf("{{ answered %q }}", t.ID), "{psus}", fmt.Sprintf("{{ psus %q }}", t.ID),
		"{unit}", w.heading(w.label(t.Base.Unit)), "{psuUnit}", w.heading(w.label(t.Base.PSUUnit)), "{level}", w.Level(t.Level),
	)...).Replace(words)
}

// quote returns a label as the text has it: in quotation marks, with nothing in
// it that Markdown takes for its own. One with a percentage is given as it is,
// which no other text may.
func (w *drafter) quote(label string) string { return w.quoteOpen + w.heading(label) + w.quoteClose }

// heading returns words of the study's as Markdown has them.
func (w *drafter) heading(words string) string {
	if typedPercent.MatchString(words) {
		words = strings.Map(func(r rune) rune {
			if strings.ContainsRune(quotes+"{}", r) {
				return -1
			}
			return r
		}, words)
		return fmt.Sprintf("{{ given \"%s\" }}", strings.Join(strings.Fields(words), " "))
	}
	return marks.Replace(strings.Join(strings.Fields(words), " "))
}

// marks are Markdown's, as they stand for themselves. Braces would open a
// look-up or what belongs to a heading.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`,
	"{", "(", "}", ")")

// lookable reports whether a name can stand in a look-up.
func lookable(id string) bool {
	return id != "" && id == strings.TrimSpace(id) && !strings.ContainsAny(id, quotes+"\\\n\r{}")
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
