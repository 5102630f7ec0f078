package audit

import (
	"strings"

	"stikprove/survey"
)

// Kind says what a claim is, and so how it is checked.
type Kind string

// The kinds of claim; [Kinds] says what each needs.
const (
	Percentage Kind = "percentage"
	Count      Kind = "count"
	Words      Kind = "words"
	Base       Kind = "base"
	Sum        Kind = "sum"
	Product    Kind = "product"
	Whole      Kind = "whole"
	Parts      Kind = "parts"
	Shares     Kind = "shares"
	Mean       Kind = "mean"
	Union      Kind = "union"
	Same       Kind = "same"
	Bands      Kind = "bands"
	Ranking    Kind = "ranking"
	Placed     Kind = "placed"
	Breakdown  Kind = "breakdown"
	Times      Kind = "times"
	Caption    Kind = "caption"
	Styles     Kind = "styles"
)

// Kinds are the kinds of claim in the order of explaining them, each with what
// its row holds and what is checked.
var Kinds = []struct {
	Kind Kind
	Says string
}{
	{Percentage, "value; base, count where printed: some count of the base gives it, and the count does"},
	{Count, "value, unit: a number of units; small ones of people may disclose"},
	{Words, `value such as "a quarter"; of: the claim it words. The share is near the word`},
	{Base, "value, empty where the report never says it; of: bases it may be, as label = n. Shares of one base allow one"},
	{Sum, "value; of: what it adds up"},
	{Product, "value; of: what is multiplied"},
	{Whole, "of: the parts; value: what they add to, 100 % where empty and they are percentages; note: yes where a rounding note is printed"},
	{Parts, "of: parts of one whole that the report lists; value: the whole, where they are counts. Is the rest told?"},
	{Shares, "of: a whole of counts, then a whole of percentages: each share is its count's, and what base they allow"},
	{Mean, "value, or count and base; of: bands with their percentages. The mean lies within what the bands allow"},
	{Union, "value; of: the answers of which units have at least one"},
	{Same, "of: claims of the same fact, or rankings or bands to be compared"},
	{Bands, "of: the labels in order; least: the smallest that can occur. Bands neither touch nor leave holes"},
	{Ranking, "of: label = value in printed order; value: what it is called. Order and cut follow from the numbers"},
	{Placed, "value such as top three, second most, lowest; of: the names told, then every row as label = value. Each name stands where its number puts it"},
	{Breakdown, "value: the total; of: kinds as label = n, and labels alone of those with few; each: how many those have, as 1-2; parts: how many such kinds"},
	{Times, "value such as three times; of: the two numbers, which give it, or the claim whose cases it rests on"},
	{Caption, "value: a table's or figure's number as printed, as Table 2"},
	{Styles, "of: how a percentage is written = how often"},
}

// Claim is one thing a report says in numbers. Everything is as printed.
type Claim struct {
	ID      string   // short and without blanks; what others call it by
	Where   string   // place in the report
	Kind    Kind     // what it is
	What    string   // what the number is of
	Value   string   // as printed: "39 %", "15.759", "just under half"
	Base    string   // what a share is of: a number, or the id of a claim
	Count   string   // units of a share: a number, or the id of a claim
	Of      []string // claims it is made of: an id, id:label for a part of a claim, or label = value
	Unit    string   // what is counted, in the plural: agreements, persons
	Time    string   // the time it is of
	Worded  string   // what the report calls the base: "all jobcentres"
	Note    string   // of a whole: yes where a rounding note is printed
	Parts   string   // of a breakdown: how many kinds have few, 16 or 16-17
	Each    string   // of a breakdown: how many units those have, 1-2
	Least   string   // of bands: the smallest that can occur
	Table   string   // of a study: table.row.column
	At      survey.Problem
	columns map[string]int // of a sheet: where each field stands
	Drawn   bool           // found in a text and not confirmed
}

// field is one column of a sheet of claims.
type field struct {
	name string
	at   func(*Claim) *string
}

// fields are the columns of a sheet of claims in order; of is apart.
var fields = []field{
	{"id", func(c *Claim) *string { return &c.ID }},
	{"where", func(c *Claim) *string { return &c.Where }},
	{"kind", func(c *Claim) *string { return (*string)(&c.Kind) }},
	{"what", func(c *Claim) *string { return &c.What }},
	{"value", func(c *Claim) *string { return &c.Value }},
	{"base", func(c *Claim) *string { return &c.Base }},
	{"count", func(c *Claim) *string { return &c.Count }},
	{"of", nil},
	{"unit", func(c *Claim) *string { return &c.Unit }},
	{"time", func(c *Claim) *string { return &c.Time }},
	{"worded", func(c *Claim) *string { return &c.Worded }},
	{"note", func(c *Claim) *string { return &c.Note }},
	{"parts", func(c *Claim) *string { return &c.Parts }},
	{"each", func(c *Claim) *string { return &c.Each }},
	{"least", func(c *Claim) *string { return &c.Least }},
	{"table", func(c *Claim) *string { return &c.Table }},
}

// item is one entry of a claim's Of.
type item struct {
	label string
	value string // empty where the entry is a name only
}

// items reads the entries of Of as labels with values.
func (c *Claim) items() []item {
	out := make([]item, 0, len(c.Of))
	for _, s := range c.Of {
		label, value := s, ""
		if i := strings.LastIndex(s, "="); i >= 0 {
			label, value = s[:i], s[i+1:]
		}
		out = append(out, item{strings.TrimSpace(label), strings.TrimSpace(value)})
	}
	return out
}

// place names the claim for a reader.
func (c *Claim) place() string {
	switch {
	case c.Where == "" && c.What != "":
		return c.What
	case c.Where == "":
		return c.ID
	case c.What == "":
		return c.Where
	}
	return c.Where + ", " + c.What
}

// ColumnWords are the columns of a sheet of claims and what stands in each.
func ColumnWords() [][2]string {
	return [][2]string{
		{"id", "one word; what other claims call it by"},
		{"where", "place in the report: page, table, section"},
		{"kind", "what it is, see below"},
		{"what", "what the number is of, in your own words"},
		{"value", `as it is printed: 39 %, 15.759, "just under half", ca. 21.000`},
		{"base", "what a share is of: a number, or the id of the claim that gives it"},
		{"count", "how many units the share is: a number, or an id"},
		{"of", "other claims, with ; between: id, id:label for a part of one, or label = value"},
		{"unit", "what is counted, in the plural: agreements, persons"},
		{"time", "the time it is of"},
		{"worded", `what the report calls the base: "all jobcentres"`},
		{"note", "of a whole: yes where a note says that shares do not add to 100"},
		{"parts", "of a breakdown: how many kinds have few, 16 or 16-17"},
		{"each", "of a breakdown: how many units each of those has, 1-2"},
		{"least", "of bands: the smallest that can occur"},
		{"table", "with --against: table.row or table.row.column of the study"},
	}
}
