package survey

import "fmt"

// Regroup is a new option and the options it joins.
type Regroup struct {
	Option
	Of []string // names of the options joined, at least one
}

// Regrouped returns the variable v from c's answers, with options joined under
// new ones and the others as they are. A new option stands where the last of
// those it joins stood, so that what is joined as "other" comes late. Where it
// is substantive it takes the meaning its options share, and it is exclusive
// where all of them are.
// Absences are carried. The error says that a group is empty, that an option
// is not c's or is in two groups, or that two options of v have one name.
func (c *Column) Regrouped(v Variable, groups []Regroup) (*Column, error) {
	group := make([]int, len(c.Options)) // per option its group from 1, or 0
	last := make([]int, len(groups))     // per group its last option
	for g, r := range groups {
		if len(r.Of) == 0 {
			return nil, fmt.Errorf("%s: group %s joins no options", v.Name, r.Name)
		}
		if _, err := c.mask(v.Name, r.Of); err != nil {
			return nil, err
		}
		for _, name := range r.Of {
			k := c.Option(name)
			if group[k] != 0 {
				return nil, fmt.Errorf("%s: option %s is in two groups", v.Name, name)
			}
			group[k] = g + 1
			last[g] = max(last[g], k)
		}
	}

	v.Options, v.Ordered = nil, c.Ordered
	position := make([]int, len(groups))  // of each group in v.Options
	become := make([]int, len(c.Options)) // of each option in v.Options
	for k, o := range c.Options {
		switch g := group[k] - 1; {
		case g < 0:
			become[k] = len(v.Options)
			v.Options = append(v.Options, o)
		case last[g] == k:
			position[g] = len(v.Options)
			v.Options = append(v.Options, groups[g].option(c.Variable))
		}
	}
	for k, g := range group {
		if g > 0 {
			become[k] = position[g-1]
		}
	}
	for k, o := range v.Options {
		if v.Option(o.Name) != k {
			return nil, fmt.Errorf("%s: two options are called %s", v.Name, o.Name)
		}
	}
	return c.replaced(v, become), nil
}

// option returns the option that r makes of v's.
func (r Regroup) option(v Variable) Option {
	o, shared, exclusive := r.Option, v.Options[v.Option(r.Of[0])].Meaning, true
	for _, name := range r.Of {
		joined := v.Options[v.Option(name)]
		if joined.Meaning != shared {
			shared = Substantive
		}
		exclusive = exclusive && joined.Exclusive
	}
	if o.Meaning == Substantive {
		o.Meaning = shared
	}
	o.Exclusive = o.Exclusive || exclusive
	return o
}

// replaced returns c's answers as the variable v, where option k has become
// option become[k].
func (c *Column) replaced(v Variable, become []int) *Column {
	if c.Kind == KindSingle {
		index := absent(c.Rows())
		for i := range index {
			if k := c.Index(i); k >= 0 {
				index[i] = int16(become[k])
			}
		}
		return NewSingle(v, index, c.missing)
	}
	joined := make([]uint64, c.Rows())
	for i := range joined {
		for k := range c.Options {
			if c.Bits(i)&(1<<k) != 0 {
				joined[i] |= 1 << become[k]
			}
		}
	}
	return NewMultiple(v, joined, c.missing)
}
