package platform

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Bounds of what is taken for options without anything that lists them.
const (
	mostOptions  = 30
	longestLabel = 120
	mostMultiple = 64 // options of a question with several answers
)

// inferChoice decides whether a column of text holds answers to choose from:
// several in a cell, or one of a few that repeat.
func (d *draft) inferChoice(v *MappedVariable, s *store, e evidence) {
	if !d.single || s == nil {
		return
	}
	if d.inferSeveral(v, s) {
		return
	}
	if e.problems > 0 || e.dates > 0 || e.distinct > 4*mostOptions || e.longest > longestLabel || e.filled < 4 {
		return
	}
	var labels []string
	different := map[string]bool{}
	s.each(func(c sheet.Cell, _ int) bool {
		labels = append(labels, oneLine(cellText(c)))
		different[key(labels[len(labels)-1])] = true
		return true
	})
	if len(different) > mostOptions || e.filled < 2*len(different) {
		return
	}
	labels = slices.DeleteFunc(labels, func(s string) bool { return d.isMissingWord(s) || isOneOf(v.Missing, s) })
	if len(labels) == 0 {
		return
	}
	v.Kind, v.Options = survey.KindSingle.String(), optionsOf(labels)
	d.guess("%s: %s answers that repeat are options", survey.Quote(v.Columns[0]), thousands(len(v.Options)))
}

func (d *draft) isMissingWord(s string) bool { return isOneOf(d.m.Missing, s) }

func isOneOf(codes []MissingCode, s string) bool {
	return slices.ContainsFunc(codes, func(c MissingCode) bool { return strings.EqualFold(c.Value, s) })
}

// optionsOf returns options with labels, each once, in order.
func optionsOf(labels []string) []MappedOption {
	slices.SortFunc(labels, func(a, b string) int { return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a, b)) })
	labels = slices.CompactFunc(labels, func(a, b string) bool { return key(a) == key(b) })
	InOrder(labels, func(s string) string { return s })
	options := make([]MappedOption, len(labels))
	for i, label := range labels {
		options[i] = MappedOption{Code: label, Label: label}
	}
	nameOptions(options)
	return options
}

// nameOptions gives options without a name one: their code where it can be a
// name, or else one made of the label. It says what the label means.
func nameOptions(options []MappedOption) {
	taken := map[string]bool{}
	for i := range options {
		o := &options[i]
		if o.Name == "" {
			o.Name = shortName(cmp.Or(o.Code, o.Label), i)
			if strings.HasPrefix(o.Name, "column_") {
				o.Name = "option_" + strconv.Itoa(i+1)
			}
		}
		for n, first := 2, o.Name; taken[o.Name]; n++ {
			o.Name = first + "_" + strconv.Itoa(n)
		}
		taken[o.Name] = true
		o.Label = cmp.Or(o.Label, o.Code)
		o.Meaning = cmp.Or(o.Meaning, meanings[strings.Trim(key(o.Label), ".")])
	}
}

// meanings of labels, in the languages that the platforms' users write.
var meanings = map[string]string{
	"ved ikke": "dont_know", "ved ej": "dont_know", "don't know": "dont_know", "do not know": "dont_know", "i don't know": "dont_know",
	"weiß nicht": "dont_know", "vet ikke": "dont_know", "vet ej": "dont_know",
	"ønsker ikke at svare": "refused", "vil ikke svare": "refused", "prefer not to say": "refused", "prefer not to answer": "refused", "refused": "refused",
	"ikke relevant": "not_relevant", "not relevant": "not_relevant", "not applicable": "not_relevant",
	"ingen af disse": "none", "ingen af ovenstående": "none", "none of these": "none", "none of the above": "none",
}

// otherWords open the label of an option that a text goes with.
// "-oth-" is LimeSurvey's code.
var otherWords = []string{"oth", "andet", "andre", "other", "autre", "sonstige", "anden", "annat", "annet"}

// isOther reports whether a label is that of the option "other".
func isOther(label string) bool {
	label = strings.TrimLeft(key(label), "-– ")
	for _, word := range otherWords {
		if rest, ok := strings.CutPrefix(label, word); ok && (rest == "" || strings.ContainsRune(" ,:;(-–.", rune(rest[0]))) {
			return true
		}
	}
	return false
}
