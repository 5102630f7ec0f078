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
	name   string
	danish string
	at     func(*Claim) *string
}

// fields are the columns of a sheet of claims in order; of is apart.
var fields = []field{
	{"id", "id", func(c *Claim) *string { return &c.ID }},
	{"where", "sted", func(c *Claim) *string { return &c.Where }},
	{"kind", "slags", func(c *Claim) *string { return (*string)(&c.Kind) }},
	{"what", "hvad", func(c *Claim) *string { return &c.What }},
	{"value", "værdi", func(c *Claim) *string { return &c.Value }},
	{"base", "basis", func(c *Claim) *string { return &c.Base }},
	{"count", "antal", func(c *Claim) *string { return &c.Count }},
	{"of", "af", nil},
	{"unit", "enhed", func(c *Claim) *string { return &c.Unit }},
	{"time", "tid", func(c *Claim) *string { return &c.Time }},
	{"worded", "kaldt", func(c *Claim) *string { return &c.Worded }},
	{"note", "note", func(c *Claim) *string { return &c.Note }},
	{"parts", "dele", func(c *Claim) *string { return &c.Parts }},
	{"each", "hver", func(c *Claim) *string { return &c.Each }},
	{"least", "mindste", func(c *Claim) *string { return &c.Least }},
	{"table", "tabel", func(c *Claim) *string { return &c.Table }},
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
