package coding

import (
	"maps"
	"slices"

	"stikprove/survey"
)

// builder makes the variables of Apply.
type builder struct {
	scheme  *Scheme
	prefix  string
	label   survey.Text // of the text variable
	codings []*Coding   // nil where the text is absent
	text    *survey.Column
}

func (b *builder) columns(flags map[string][]string) []*survey.Column {
	cs := []*survey.Column{
		b.category(),
		b.yesNo("combination", tail("kombination", "combination"), func(k *Coding) bool { return k.Combination }),
		b.five(),
		b.group(),
	}
	for _, part := range b.scheme.Parts {
		of := b.scheme.Category(part).Label
		cs = append(cs, b.yesNo(part+"_part", tail("en del er: "+of.In("da"), "a part is: "+of.In("en")), func(k *Coding) bool { return k.names(part) }))
	}
	cs = append(cs,
		b.yesNo("review", tail("til gennemsyn", "for review"), func(k *Coding) bool { return k.Review }),
		b.decided())
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		cs = append(cs, b.yesNo(name, survey.Words(name), func(k *Coding) bool {
			return slices.ContainsFunc(flags[name], k.names)
		}))
	}
	return cs
}

// names reports whether a Coding has a mention, neither denied nor somebody
// else's nor past, of a concept, group or category.
func (k *Coding) names(name string) bool {
	if k.Category == "" {
		return false
	}
	if k.Category == name || k.Group == name {
		return true
	}
	return slices.ContainsFunc(k.Mentions, func(m Mention) bool {
		return m.Operator < Past && (m.Concept == name || m.Group == name || m.Category == name)
	})
}

func tail(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }

// variable names a new variable and labels it after the text's.
func (b *builder) variable(name string, label survey.Text, options []survey.Option) survey.Variable {
	v := survey.Variable{Name: b.prefix, Kind: survey.KindSingle, Options: options, Label: b.scheme.Label}
	if name != "" {
		v.Name += "_" + name
		v.Label = survey.Text{}
		for _, lang := range []string{"da", "en"} {
			v.Label[lang] = b.scheme.Label.In(lang) + ": " + label.In(lang)
		}
	}
	return v
}

// single makes a column of single answers; pick gives the option's name, empty
// for none.
func (b *builder) single(v survey.Variable, pick func(*Coding) string) *survey.Column {
	index := make([]int16, len(b.codings))
	missing := make([]survey.Missing, len(b.codings))
	at := make(map[string]int16, len(v.Options))
	for i, o := range v.Options {
		at[o.Name] = int16(i)
	}
	for i, k := range b.codings {
		if k == nil {
			index[i], missing[i] = -1, b.text.Missing(i)
			continue
		}
		var ok bool
		if index[i], ok = at[pick(k)]; !ok {
			index[i], missing[i] = -1, survey.NotAnswered
		}
	}
	return survey.NewSingle(v, index, missing)
}

// categories returns the options in print order, with what else occurs.
func (b *builder) categories(more ...survey.Option) []survey.Option {
	var options []survey.Option
	for _, c := range b.scheme.Categories {
		options = append(options, survey.Option{Name: c.Name, Label: c.Label})
	}
	options = append(options, more...)
	for _, o := range []survey.Option{
		{Name: NotCoded, Label: tail("Ikke kodet", "Not coded"), Meaning: survey.NotCoded},
		{Name: Uncoded, Label: tail("Uoplyst", "Not stated"), Meaning: survey.DontKnow},
	} {
		if slices.ContainsFunc(b.codings, func(k *Coding) bool { return k != nil && k.option() == o.Name }) {
			options = append(options, o)
		}
	}
	return options
}

func (k *Coding) category() string {
	if k.Category == "" {
		return Uncoded
	}
	return k.Category
}

// option is the option of the category's variable: what is not understood is told
// from an answer without content.
func (k *Coding) option() string {
	if k.Category == "" && k.Review {
		return NotCoded
	}
	return k.category()
}

func (b *builder) category() *survey.Column {
	return b.single(b.variable("", nil, b.categories()), (*Coding).option)
}

// five takes a combination as a category of its own, beside the others.
func (b *builder) five() *survey.Column {
	options := b.categories(survey.Option{Name: "combination", Label: tail("Kombination", "Combination")})
	label := tail("kombination for sig", "combination apart")
	return b.single(b.variable("five", label, options), func(k *Coding) string {
		if k.Combination && k.Category != "" {
			return "combination"
		}
		return k.option()
	})
}

func (b *builder) group() *survey.Column {
	var options []survey.Option
	for _, g := range b.scheme.Groups {
		options = append(options, survey.Option{Name: g.Name, Label: g.Label})
	}
	return b.single(b.variable("group", tail("gruppe", "group"), options), func(k *Coding) string { return k.Group })
}

func (b *builder) decided() *survey.Column {
	options := []survey.Option{
		{Name: ByRules, Label: tail("Regler", "Rules")}, {Name: ByMemory, Label: tail("Hukommelse", "Memory")},
		{Name: ByLearning, Label: tail("Læring", "Learning")}, {Name: ByDecision, Label: tail("Afgørelse", "Decision")},
	}
	return b.single(b.variable("decided", tail("kodet ved", "coded by"), options), func(k *Coding) string { return k.DecidedBy })
}

func (b *builder) yesNo(name string, label survey.Text, yes func(*Coding) bool) *survey.Column {
	options := []survey.Option{{Name: "yes", Label: tail("Ja", "Yes")}, {Name: "no", Label: tail("Nej", "No")}}
	return b.single(b.variable(name, label, options), func(k *Coding) string {
		if yes(k) {
			return "yes"
		}
		return "no"
	})
}
