package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"stikprove/sample/crosstab"
)

// stated is what the tables say in numbers: where a typed one could be looked
// up, and which stand in labels and are names.
type stated struct {
	lookups map[int]string
	labels  map[string]bool
}

// stated gathers the shown counts of the tables, the first look-up of each.
func (a *arranger) stated() stated {
	s := stated{map[int]string{}, map[string]bool{}}
	add := func(n int, lookup string) {
		if _, ok := s.lookups[n]; !ok && n > 9 {
			s.lookups[n] = "{{ " + lookup + " }}"
		}
	}
	label := func(words string) {
		for _, n := range digits.FindAllString(words, -1) {
			s.labels[n] = true
		}
	}
	for _, t := range a.content.Tables {
		label(a.label(t.Title))
		if !baseHidden(t) {
			add(t.Base.N, fmt.Sprintf("N %q", t.ID))
		}
		if t.Base.Suppressed == crosstab.Shown {
			add(t.Base.Eligible, fmt.Sprintf("eligible %q", t.ID))
			add(t.Base.Answered, fmt.Sprintf("answered %q", t.ID))
			add(t.Base.PSUs, fmt.Sprintf("psus %q", t.ID))
		}
	}
	for _, t := range a.content.Tables {
		for _, c := range t.Columns {
			label(a.ColumnLabel(c))
		}
		column, usual := usualColumn(t)
		for i, r := range t.Rows {
			label(a.RowLabel(r))
			if usual && t.Cells[i][column].Suppressed == crosstab.Shown {
				add(t.Cells[i][column].N, fmt.Sprintf("n %q %q", t.ID, r.ID))
			}
		}
	}
	return s
}

var (
	digits      = regexp.MustCompile(`\d+(?:[.,]\d+)*`)
	justDigits  = regexp.MustCompile(`^\d+(?:[.,]\d+)*$`)
	aYear       = regexp.MustCompile(`^(?:19|20)\d\d$`)
	touches     = regexp.MustCompile(`^[-–/]`)
	touched     = regexp.MustCompile(`(?:[-–/+]|§§?[\s\x{a0}]*)$`)
	ordinal     = regexp.MustCompile(`^\.[\s\x{a0}]+\p{Ll}`)
	namesSeries = regexp.MustCompile(`^(?:,|[\s\x{a0}]*(?:-|–|,|og|and|to|til|eller|or)[\s\x{a0}]*)$`)
)

// typed returns the numbers of a sentence that are typed by hand and could go
// out of date: counts in digits, and shares and large numbers in words. Years,
// dates, ages, prices, limits, numbers of sections and laws, numbers below ten
// and what stands in a table's labels are left alone.
func (a *arranger) typed(p passage, tokens []token, s stated) []remark {
	words := p.words.String()
	var out []remark
	named := false // the number before is a name
	for i, t := range tokens {
		if !justDigits.MatchString(t.text) {
			continue
		}
		before, after := "", ""
		if i > 0 {
			before = tokens[i-1].text
			named = named && justDigits.MatchString(before) && namesSeries.MatchString(words[tokens[i-1].to:t.from]) ||
				named && i > 1 && justDigits.MatchString(tokens[i-2].text) && namesSeries.MatchString(words[tokens[i-2].to:t.from])
		}
		if i+1 < len(tokens) {
			after = tokens[i+1].text
		}
		rest := words[t.to:]
		w := a.typedWords
		named = named || w.before.MatchString(before) || touched.MatchString(words[:t.from])
		switch {
		case named, aYear.MatchString(t.text), w.after.MatchString(after), touches.MatchString(rest), ordinal.MatchString(rest),
			strings.HasPrefix(strings.TrimLeft(rest, " "+nbsp), "%"), s.labels[t.text]:
			continue
		}
		n, whole := a.parse(t.text)
		if whole && n < 10 {
			continue
		}
		out = append(out, remark{t.from, typedMessage(words[t.from:t.to], s.lookups[n])})
	}
	l := newLine(tokens)
	for _, m := range l.find(a.typedWords.numbers) {
		if strings.HasPrefix(tokens[m.from].text, "hver") || a.Tag == "en" {
			if m.to+1 < len(tokens) && a.typedWords.recurring.MatchString(tokens[m.to+1].text) {
				continue
			}
		}
		if half := tokens[m.from].text; half == "first" || half == "second" || half == "other" || half == "latter" {
			continue
		}
		if m.to+1 < len(tokens) && a.typedWords.after.MatchString(tokens[m.to+1].text) && !strings.Contains(tokens[m.to].text, "procent") {
			continue
		}
		out = append(out, remark{tokens[m.from].from, typedMessage(words[tokens[m.from].from:tokens[m.to].to], "")})
	}
	return out
}

func typedMessage(got, lookup string) string {
	if lookup != "" {
		lookup = ": " + lookup
	}
	return fmt.Sprintf(`got "%s", typed by hand; want a number that is looked up%s, {{ given "%[1]s" }} for one from elsewhere, or {{ fine "why" }} in the sentence`,
		strings.ReplaceAll(got, nbsp, " "), lookup)
}

// parse returns a number as it is written in the language, and whether it is a
// whole one.
func (l Language) parse(written string) (int, bool) {
	n, err := strconv.Atoi(strings.ReplaceAll(written, l.thousands, ""))
	return n, err == nil
}
