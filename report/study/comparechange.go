package study

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// changes notes what is not as it was behind a table: its sample, and the
// questions, codings and derived variables that it is of.
func (c *comparing) changes(t, there *crosstab.Table, spec, former table) {
	c.design(t, there)
	for _, v := range c.variables(spec) {
		c.variable(v, spec.Sample, former.Sample)
	}
}

func (c *comparing) change(kind report.WaveKind, name, before, after string) {
	c.changed = append(c.changed, report.WaveNote{Kind: kind, Name: name, Before: before, After: after})
}

// design notes that a census became a sample, and that a census has not all.
func (c *comparing) design(t, there *crosstab.Table) {
	if c.once("design " + t.Sample) {
		return
	}
	name := upper(t.Base.Unit.In(c.say.Tag))
	if name == "" {
		name = t.Sample
	}
	if t.Base.Census != there.Base.Census {
		c.change(report.WaveDesign, name, c.say.DesignKind(there.Base.Census), c.say.DesignKind(t.Base.Census))
	}
	answered := func(b crosstab.Base) string {
		return fmt.Sprintf("%s/%s", c.say.Number(b.Sampled), c.say.Number(b.Eligible))
	}
	part := func(b crosstab.Base) bool {
		return b.Eligible > b.Sampled && b.Sampled > 0 && b.Suppressed == crosstab.Shown
	}
	if t.Base.Census && there.Base.Census && (part(t.Base) || part(there.Base)) && t.Base.Eligible > 0 && there.Base.Eligible > 0 {
		c.change(report.WaveCensusPart, name, answered(there.Base), answered(t.Base))
	}
}

// once reports whether something was met before.
func (c *comparing) once(what string) bool {
	met := c.seen[what]
	c.seen[what] = true
	return met
}

// upper returns s with a capital.
func upper(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// variable notes what is not as it was of a variable and of those behind it.
func (c *comparing) variable(name, sample, formerSample string) {
	if name == "" || c.once("variable "+sample+" "+name) {
		return
	}
	there := c.mapping.there(name)
	now, then := c.after.column(sample, name), c.before.column(formerSample, there)
	if now == nil || then == nil {
		return
	}
	c.matched(name, now, then)
	if c.coded(name, there, sample, formerSample) {
		return
	}
	if derived, is := c.after.derived(sample, name); is {
		former, was := c.before.derived(formerSample, there)
		if !was || c.definition(derived) != plainDefinition(former) {
			c.change(report.WaveDerived, c.label(now), "", "")
		}
		for _, v := range derived.behind() {
			c.variable(v, sample, formerSample)
		}
		return
	}
	c.question(name, there, now, then)
}

// column returns a variable of a sample, or nil.
func (w *wave) column(sample, name string) *survey.Column {
	if d := w.data.Datasets[sample]; d != nil {
		return d.Column(name)
	}
	return nil
}

// derived returns how a study derives a variable, and whether it does.
func (w *wave) derived(sample, name string) (variable, bool) {
	for _, v := range w.s.config.Variables[sample] {
		if v.Name == name {
			return v, true
		}
	}
	return variable{}, false
}

// behind returns the variables that v is derived from.
func (v variable) behind() []string {
	names := []string{v.From}
	for _, m := range v.First {
		names = append(names, sortedKeys(m.When)...)
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(s string) bool { return s == "" })
}

// plainDefinition says how a variable is derived, in one text.
func plainDefinition(v variable) string {
	return definitionOf(v, func(name string) string { return name })
}

// definition does with the earlier wave's names of variables.
func (c *comparing) definition(v variable) string { return definitionOf(v, c.mapping.there) }

func definitionOf(v variable, name func(string) string) string {
	var b strings.Builder
	number := func(x *float64) string {
		if x == nil {
			return "-"
		}
		return fmt.Sprint(*x)
	}
	fmt.Fprintf(&b, "%s %v %q", name(v.From), v.Year, v.Any)
	for _, k := range v.Bands {
		fmt.Fprintf(&b, "; %q %s %s", k.Name, number(k.From), number(k.To))
	}
	for _, k := range v.Join {
		fmt.Fprintf(&b, "; %q %q %q", k.Name, k.Of, k.Meaning)
	}
	for _, m := range v.First {
		fmt.Fprintf(&b, "; %q %q", m.Name, m.Meaning)
		for _, key := range sortedKeys(m.When) {
			fmt.Fprintf(&b, " %s %q", name(key), m.When[key])
		}
	}
	return b.String()
}

// label returns what a variable is called in print.
func (c *comparing) label(v *survey.Column) string {
	if s := v.Label.In(c.say.Tag); s != "" {
		return s
	}
	return v.Name
}

// matched notes the categories that the study holds for the same.
func (c *comparing) matched(name string, now, then *survey.Column) {
	if c.mapping == nil {
		return
	}
	for _, k := range c.mapping.Categories {
		if k.Variable == name {
			c.change(report.WaveMatched, c.label(now), c.quoted(then, k.Before), c.quoted(now, k.After))
		}
	}
}

// quoted returns the labels of options.
func (c *comparing) quoted(v *survey.Column, names []string) string {
	var labels []string
	for _, name := range names {
		label := name
		if at := v.Option(name); at >= 0 {
			label = c.option(v.Options[at])
		}
		labels = append(labels, c.say.Quoted(label))
	}
	return strings.Join(labels, ", ")
}

func (c *comparing) option(o survey.Option) string {
	if s := o.Label.In(c.say.Tag); s != "" {
		return s
	}
	return o.Name
}

// coded notes what changed in the coding that a variable comes from, and reports
// whether it comes from one.
func (c *comparing) coded(name, there, sample, formerSample string) bool {
	now, then := c.after.coding(sample, name), c.before.coding(formerSample, there)
	if now == nil || then == nil {
		return now != nil
	}
	if c.once("coding " + now.Name) {
		return true
	}
	label := now.Scheme.Label.In(c.say.Tag)
	if label == "" {
		label = now.Name
	}
	version := func(k *Coded) string { return k.Scheme.Name + " " + k.Scheme.Version }
	if version(now) != version(then) || now.Summary.Hash != then.Summary.Hash {
		before, after := version(then), version(now)
		if before == after { // a scheme of the study's own, changed without saying so
			before, after = before+" ("+hashed(then.Summary.Hash)+")", after+" ("+hashed(now.Summary.Hash)+")"
		}
		c.change(report.WaveScheme, label, before, after)
	}
	decided := func(k *Coded) string {
		return fmt.Sprintf("%s/%s", c.say.Number(k.Summary.Decided+k.Summary.Remembered), c.say.Number(k.Summary.Rows-k.Summary.Absent))
	}
	if decided(now) != decided(then) {
		c.change(report.WaveDecisions, label, decided(then), decided(now))
	}
	c.variable(now.Variable, sample, formerSample)
	return true
}

// hashed returns the first digits of a hash.
func hashed(hash string) string { return hash[:min(8, len(hash))] }

// coding returns the coding that a variable comes from, or nil.
func (w *wave) coding(sample, variable string) *Coded {
	for i, k := range w.data.Coded {
		if k.Source == sample && (variable == k.Name || strings.HasPrefix(variable, k.Name+"_")) {
			return &w.data.Coded[i]
		}
	}
	return nil
}

// question notes what is not as it was of a question as it was asked.
func (c *comparing) question(name, there string, now, then *survey.Column) {
	label := c.label(now)
	if was, is, changed := c.reworded(then.Label, now.Label); changed {
		c.change(report.WaveWording, label, was, is)
	}
	if now.Kind != then.Kind {
		c.change(report.WaveAnswerKind, label, c.say.AnswerKind(then.Kind), c.say.AnswerKind(now.Kind))
	}
	if q, p := c.after.asked(name), c.before.asked(there); q != nil && p != nil {
		if _, _, changed := c.reworded(p.Hint, q.Hint); changed {
			c.change(report.WaveHint, label, "", "")
		}
		if condition(q.Relevant) != condition(p.Relevant) {
			c.change(report.WaveRouting, label, "", "")
		}
	}
	if now.Kind == survey.KindText || then.Kind == survey.KindText {
		return
	}
	mapped := func(side func(sameCategory) []string, option string) bool {
		return c.mapping != nil && slices.ContainsFunc(c.mapping.Categories, func(k sameCategory) bool {
			return k.Variable == name && slices.Contains(side(k), option)
		})
	}
	for _, o := range now.Options {
		at := then.Option(o.Name)
		switch {
		case mapped(func(k sameCategory) []string { return k.After }, o.Name):
		case at < 0:
			c.changed = append(c.changed, report.WaveNote{Kind: report.WaveOptionNew, Name: label, Part: c.option(o)})
		default:
			if was, is, changed := c.reworded(then.Options[at].Label, o.Label); changed {
				c.change(report.WaveOptionWording, label, was, is)
			}
		}
	}
	for _, o := range then.Options {
		if now.Option(o.Name) < 0 && !mapped(func(k sameCategory) []string { return k.Before }, o.Name) {
			c.changed = append(c.changed, report.WaveNote{Kind: report.WaveOptionGone, Name: label, Part: c.option(o)})
		}
	}
}

// reworded returns how something read and reads, where that is not the same: in
// the language of print or, where it is the same in that, in another that both
// have, as respondents may have met that one.
func (c *comparing) reworded(then, now survey.Text) (was, is string, changed bool) {
	if was, is = then.In(c.say.Tag), now.In(c.say.Tag); was != is {
		return was, is, true
	}
	for _, language := range sortedKeys(languagesOf(then, now)) {
		if then[language] != "" && now[language] != "" && then[language] != now[language] {
			return then[language], now[language], true
		}
	}
	return "", "", false
}

// asked returns a question of the wave's instrument, or nil.
func (w *wave) asked(name string) *survey.Question {
	if w.data.Instrument == nil {
		return nil
	}
	return w.data.Instrument.Question(name)
}

// condition returns a routing rule as it is written.
func condition(r *survey.Rule) string {
	if r == nil {
		return ""
	}
	return r.Source
}
