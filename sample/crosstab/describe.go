package crosstab

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"stikprove/survey"
)

// describe says in names of variables what the table counts.
func (b *builder) describe() {
	d := Counting{Where: make(map[string][]string)}
	for name, options := range b.spec.Where {
		options = slices.Clone(options)
		if c := b.s.Data.Column(name); c != nil && c.Kind == survey.KindText {
			for i, s := range options {
				options[i] = strings.ToLower(spaced(s))
			}
		}
		slices.Sort(options)
		d.Where[name] = slices.Compact(options)
		if c := b.s.Data.Column(name); c != nil && c.Kind == survey.KindMultiple {
			d.Multiple = append(d.Multiple, name)
		}
	}
	slices.Sort(d.Multiple)
	if b.rows.variable != nil {
		d.RowName = b.rows.variable.Name
		d.answered(d.RowName, b.anyMissing(b.rows.missing))
	}
	if b.columns.variable != nil && len(b.items) == 0 {
		d.ColumnName = b.columns.variable.Name
		d.answered(d.ColumnName, b.anyMissing(b.columns.missing))
	}
	for _, number := range []*survey.Column{b.number, b.mean} {
		if number != nil {
			d.RowName = number.Name
			d.answered(d.RowName, b.anyMissing(number.Missing))
		}
	}
	for r, c := range b.items {
		d.answered(c.Name, b.anyMissing(func(row int) survey.Missing {
			if b.item(r, row) < 0 {
				return survey.NotAnswered
			}
			return survey.Present
		}))
	}
	if b.ofWhich != nil {
		d.OfWhichName, d.OfWhichOption = b.ofWhich.Name, b.ofWhich.Options[0].Name
	}
	if b.spec.DropDontKnow && b.tally.dontKnow > 0 && b.rows.variable != nil {
		d.substantive(b.rows)
	}
	d.OfAnswers = b.spec.Answers
	b.table.Counting = d
}

// answered notes that only units with an answer to a variable are in the base,
// where some have none and it is not said already.
func (d *Counting) answered(name string, someMissing bool) {
	if _, said := d.Where[name]; !said && someMissing {
		d.Where[name] = nil
	}
}

// substantive notes that only units with a substantive answer are in the base.
func (d *Counting) substantive(a axis) {
	before := d.Where[a.variable.Name]
	var options []string
	for _, o := range a.options {
		if o.substantive() && (len(before) == 0 || slices.Contains(before, o.name)) {
			options = append(options, o.name)
		}
	}
	slices.Sort(options)
	d.Where[a.variable.Name] = options
	if a.several() && !slices.Contains(d.Multiple, a.variable.Name) {
		d.Multiple = append(d.Multiple, a.variable.Name)
	}
}

// anyMissing reports whether missing gives a reason for a unit of the domain.
func (b *builder) anyMissing(missing func(row int) survey.Missing) bool {
	for row, w := range b.s.Weight {
		if w != 0 && missing(row) != survey.Present {
			return true
		}
	}
	return false
}

// keepLargest keeps the largest parts of each column's total of a number.
func (b *builder) keepLargest(number *survey.Column) {
	parts := make([][]float64, len(b.table.Columns))
	var in []int
	for row, ok := range b.in {
		if !ok {
			continue
		}
		in = append(b.columns.in(row, in[:0]), len(parts)-1)
		for _, c := range in {
			parts[c] = append(parts[c], math.Abs(b.s.Weight[row]*number.Number(row)))
		}
	}
	for c := range parts {
		slices.SortFunc(parts[c], func(x, y float64) int { return cmp.Compare(y, x) })
		parts[c] = slices.Clone(parts[c][:min(len(parts[c]), LargestKept)])
	}
	b.table.Largest = parts
}
