package report

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// review reads the text again with its numbers known, and returns what an
// editor is to look at: verdicts beside numbers that no test carries, and
// numbers typed by hand. A {{ fine "why" }} in a sentence says that what is
// found of it is meant.
//
// It is a list of words, not a reader: it knows the common ways to say that one
// number is above another, sentence by sentence, and no more.
func (a *arranger) review() survey.Problems {
	var found survey.Problems
	stated := a.stated()
	for _, p := range slices.Concat(a.passages(), a.titles) {
		for _, s := range p.sentences(a.Language) {
			in := p.in(s)
			if slices.ContainsFunc(in, func(l looked) bool { return l.verb == "fine" }) {
				continue
			}
			if p.title && strings.HasSuffix(strings.TrimSpace(p.words.String()[s.from:s.to]), "?") {
				continue // as the questionnaire asks it, which claims nothing
			}
			tokens := p.tokens(s)
			typed := a.typed(p, tokens, stated)
			for _, h := range typed {
				found = append(found, a.problemAt(p.at(h.from), h.words))
			}
			numbers := slices.DeleteFunc(slices.Clone(in), func(l looked) bool { return l.places() || l.verb == "see" })
			if len(numbers) == 0 && len(typed) == 0 && !p.title {
				continue
			}
			if at, words := a.verdicts(tokens, numbers); words != "" {
				found = append(found, a.problemAt(p.at(at), words))
			}
		}
	}
	if a.content.Outline == nil {
		return found // nothing could be placed
	}
	return append(found, a.unplaced()...)
}

// passages returns the passages of the report's text and of its appendices'.
func (a *arranger) passages() []passage {
	var out []passage
	if a.content.Outline != nil {
		out = a.content.Outline.passages
	}
	for _, of := range a.content.Appendices {
		if of.Text != nil {
			out = append(slices.Clip(out), of.Text.passages...)
		}
	}
	return out
}

// remark is what is said of a place in a passage.
type remark struct {
	from  int
	words string
}

// verdicts returns where the first verdict of a sentence stands that its
// numbers do not carry, and what to say of it; the words are empty for none.
func (a *arranger) verdicts(tokens []token, numbers []looked) (at int, words string) {
	l := newLine(tokens)
	cells := a.cellsOf(numbers)
	spoken := a.spoken(l, tokens)
	slices.SortStableFunc(spoken, func(x, y said) int { return x.from - y.from })
	for _, v := range spoken {
		why := a.carried(v, tokens, cells)
		if why == "" {
			continue
		}
		if words == "" {
			at = tokens[v.from].from
			if v.denied {
				words = fmt.Sprintf(`got a denial of "%s", which no test carries: %s; want that no difference could be shown, where a test was made, or {{ fine "why" }} in the sentence`, v.words, why)
				continue
			}
			words = fmt.Sprintf(`got "%s", which no test carries: %s; want other words, or {{ fine "why" }} in the sentence`, v.words, why)
		}
	}
	return at, words
}

// said is a verdict as it stands in a sentence: its first and last token.
type said struct {
	way
	span
	words  string
	denied bool // that there is such a difference
}

// spoken finds the verdicts of a sentence.
func (a *arranger) spoken(l line, tokens []token) []said {
	w := a.verdictWords
	harmless := l.find(w.harmless)
	var out []said
	for _, v := range w.verdicts {
		for _, m := range l.find(v.pattern) {
			inside := func(h span) bool { return h.from <= m.from && m.from <= h.to || h.from <= m.to && m.to <= h.to }
			if slices.ContainsFunc(harmless, inside) || a.threshold(tokens, m) {
				continue
			}
			denied := a.taken(tokens, m)
			if denied && (v.way == strongly || v.way == most || v.way == least) {
				continue // it may still be so, only less
			}
			words := make([]string, 0, m.to-m.from+1)
			for _, t := range tokens[m.from : m.to+1] {
				words = append(words, strings.ReplaceAll(t.text, lookedUp, "…"))
			}
			out = append(out, said{v.way, m, strings.Join(words, " "), denied})
		}
	}
	return out
}

// threshold reports whether a comparison is with a number, as in "more than
// 100": that is a limit, not a verdict.
func (a *arranger) threshold(tokens []token, m span) bool {
	if tokens[m.to].text != a.verdictWords.than {
		return false
	}
	after := tokens[m.to+1:]
	if len(after) > 0 && slices.Contains(a.verdictWords.articles, after[0].text) {
		after = after[1:]
	}
	if len(after) == 0 {
		return false
	}
	next := after[0].text
	return next == lookedUp || next[0] >= '0' && next[0] <= '9' || a.verdictWords.number.MatchString(next)
}

// taken reports whether a word before the verdict denies it.
func (a *arranger) taken(tokens []token, m span) bool {
	const near = 3
	before := newLine(tokens[max(0, m.from-near):m.from])
	return len(before.find(a.verdictWords.negated)) > 0
}
