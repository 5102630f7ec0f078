package crosstab

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"stikprove/sample"
	"stikprove/survey"
)

// resolve binds spec to s: names to variables, options to sets, and everything
// that is wrong with either to problems.
func resolve(s *sample.Sample, spec Spec, level float64) *builder {
	b := &builder{s: s, spec: spec, level: level}
	if !(level >= 0 && level < 1) {
		b.problem("got confidence level %v, want a number from 0 to 1", level)
	}
	if spec.Percent == "" {
		spec.Percent = OfColumn
	}
	if !slices.Contains([]Direction{OfColumn, OfRow, OfTotal}, spec.Percent) {
		b.problem("percent: got %q, want one of %q, %q, %q", spec.Percent, OfColumn, OfRow, OfTotal)
	}
	b.shape()
	if spec.Columns == "" {
		spec.Percent = OfColumn
	}
	if len(spec.Items) > 0 {
		spec.Percent = OfRow
		b.resolveItems()
	}
	if c := b.column(spec.Rows); c != nil {
		b.rows = b.axis("rows", c)
	}
	if c := b.column(spec.Columns); c != nil && len(spec.Items) == 0 {
		if c.Kind == survey.KindMultiple {
			b.problem("columns: %q has several answers; columns must not overlap", c.Name)
		} else {
			b.columns = b.axis("columns", c)
		}
	}
	b.resolveOfWhich()
	b.resolveSum()
	b.resolveTest()
	b.resolveNets()
	b.resolveBenchmark()
	b.where()
	b.table = b.blank(spec.Percent)
	return b
}

// shape checks that spec asks for one thing, and for nothing that it cannot
// have.
func (b *builder) shape() {
	spec := b.spec
	asked := 0
	for _, has := range []bool{spec.Rows != "", len(spec.Items) > 0, spec.Sum != "", spec.Mean != ""} {
		if has {
			asked++
		}
	}
	if asked != 1 {
		b.problem("got %d of rows, items, sum and mean, want one", asked)
	}
	if spec.Rows != "" {
		return
	}
	what := "a sum"
	if spec.Mean != "" {
		what = "a mean"
	}
	if len(spec.Items) > 0 {
		what = "a battery of items"
		if spec.Columns != "" {
			b.problem("columns: %s has the items' options in its columns", what)
		}
		if spec.ColumnsLargest != 0 {
			b.problem("columns_largest: %s takes none", what)
		}
	}
	for _, extra := range []struct {
		name string
		has  bool
	}{
		{"of_which", spec.OfWhich != ""},
		{"nets", len(spec.Nets) > 0},
		{"rows_largest", spec.RowsLargest != 0},
		{"benchmark", spec.Benchmark != nil},
		{"top", spec.Top != 0},
		{"bottom", spec.Bottom != 0},
		{"base: answers", spec.Answers},
	} {
		if extra.has {
			b.problem("%s: %s takes none", extra.name, what)
		}
	}
}

// blank returns the table without rows, columns and cells.
func (b *builder) blank(percent Direction) *Table {
	design := b.s.Design
	t := &Table{ID: b.spec.ID, Title: b.spec.Title, Sample: design.Name, Percent: percent, Level: b.level,
		Whole: b.spec.Whole, Base: baseOf(design)}
	if design.Census || b.spec.Sum != "" {
		t.Level = 0
	}
	if b.rows.variable != nil {
		t.RowVariable = b.rows.variable.Label
	}
	if b.columns.variable != nil && len(b.items) == 0 {
		t.ColumnVariable = b.columns.variable.Label
	}
	if b.number != nil {
		t.RowVariable = b.number.Label
	}
	if b.mean != nil {
		t.RowVariable = b.mean.Label
	}
	return t
}

// baseOf returns what a design says about a base, without counts.
func baseOf(d sample.Design) Base {
	return Base{Unit: d.Label, Census: d.Census, Eligible: d.Eligible, PSUUnit: d.PSULabel, Source: d.SourceLabel}
}

// problem adds something wrong with the spec.
func (b *builder) problem(format string, args ...any) {
	b.problems = append(b.problems, survey.Problem{Variable: "table " + b.spec.ID, Message: fmt.Sprintf(format, args...)})
}

// column returns the variable called name, or nil for "" and where there is
// none, which is a problem.
func (b *builder) column(name string) *survey.Column {
	if name == "" {
		return nil
	}
	c := b.s.Data.Column(name)
	if c == nil {
		b.problem("%s", b.s.Data.NoVariable(name, "sample "+b.s.Design.Name))
	}
	return c
}

// axis returns c as rows or columns. What respondents wrote in a sensitive
// variable would be its labels, so such a variable is refused.
func (b *builder) axis(place string, c *survey.Column) axis {
	a, ok := newAxis(c)
	switch {
	case c.Sensitive() && c.Kind != survey.KindSingle && c.Kind != survey.KindMultiple:
		b.problem("%s: %q is sensitive and is never printed; tabulate what was coded or derived from it", place, c.Name)
	case !ok:
		b.problem("%s: %q is %s; put it in bands first", place, c.Name, c.Kind)
	}
	return a
}

// resolveItems finds the variables of a battery, whose substantive options must
// be alike. Options such as don't know may be some items' only; they stand last.
func (b *builder) resolveItems() {
	for _, name := range b.spec.Items {
		c := b.column(name)
		switch {
		case c == nil:
		case c.Kind != survey.KindSingle:
			b.problem("items: %q is %s, want a single answer", name, c.Kind)
		case len(b.items) > 0 && !slices.Equal(substance(b.items[0]), substance(c)):
			b.problem("items: %q and %q have other options; the items of a battery share theirs", b.items[0].Name, name)
		default:
			b.items = append(b.items, c)
		}
	}
	if len(b.items) == 0 {
		return
	}
	b.columns = axis{variable: b.items[0], options: optionsOf(b.items[0])}
	for _, c := range b.items[1:] {
		for _, o := range optionsOf(c) {
			if b.columns.option(o.name) < 0 {
				b.columns.options = append(b.columns.options, o)
			}
		}
	}
}

// substance returns the names of c's substantive options.
func substance(c *survey.Column) []string {
	var names []string
	for _, o := range optionsOf(c) {
		if o.substantive() {
			names = append(names, o.name)
		}
	}
	return names
}

// resolveOfWhich finds the overlapping row's variable.
func (b *builder) resolveOfWhich() {
	c := b.column(b.spec.OfWhich)
	if c != nil && (c.Kind != survey.KindSingle || len(c.Options) != 2) {
		b.problem("of_which: %q is no variable of two options", c.Name)
		return
	}
	b.ofWhich = c
}

// ofWhichLabel returns the label of the overlapping row.
func (spec Spec) ofWhichLabel(c *survey.Column) survey.Text {
	if len(spec.OfWhichLabel) > 0 {
		return spec.OfWhichLabel
	}
	return c.Options[0].Label
}

// resolveSum finds the number whose total is asked for.
func (b *builder) resolveSum() {
	c := b.column(b.spec.Sum)
	if c != nil && c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal {
		b.problem("sum: %q is %s, want a number%s", c.Name, c.Kind, b.firstWord(c))
		return
	}
	b.number = c
	if c = b.column(b.spec.Mean); c != nil && c.Kind != survey.KindInteger && c.Kind != survey.KindDecimal {
		b.problem("mean: %q is %s, want a number%s", c.Name, c.Kind, b.firstWord(c))
		return
	}
	b.mean = c
}

// firstWord returns where the first value of a text stands that is no number:
// one word makes text of a column that nothing declares.
func (b *builder) firstWord(c *survey.Column) string {
	if c.Kind != survey.KindText || c.Sensitive() {
		return ""
	}
	for row := range c.Rows() {
		if _, err := strconv.ParseFloat(c.Text(row), 64); err != nil && c.Missing(row) == survey.Present {
			p := b.s.Data.Cell(row, c.Name)
			p.Variable = ""
			return "; the first that is none is " + p.String()
		}
	}
	return ""
}

// resolveNets checks that nets name options and have ids of their own.
func (b *builder) resolveNets() {
	taken := []string{TotalID, JoinedID, OfWhichID}
	for _, n := range b.spec.Nets {
		if n.ID == "" || slices.Contains(taken, n.ID) || b.rows.option(n.ID) >= 0 {
			b.problem("nets: got id %q, want one that no other row has", n.ID)
		}
		taken = append(taken, n.ID)
		if len(n.Of) == 0 {
			b.problem("nets: %q names no rows", n.ID)
		}
		b.known("nets", b.rows, n.Of)
	}
}

// resolveBenchmark checks that shares are shares of options.
func (b *builder) resolveBenchmark() {
	if b.spec.Benchmark == nil {
		return
	}
	names := slices.Sorted(maps.Keys(b.spec.Benchmark.Shares))
	b.known("benchmark", b.rows, names)
	for _, name := range names {
		if p := b.spec.Benchmark.Shares[name]; !(p >= 0 && p <= 1) {
			b.problem("benchmark: %q: got %s, want a share from 0 to 1", name, strconv.FormatFloat(p, 'g', -1, 64))
		}
	}
}

// known adds a problem for each name that is no option of a.
func (b *builder) known(place string, a axis, names []string) {
	if a.variable == nil {
		return
	}
	var options []string
	for _, o := range a.options {
		options = append(options, o.name)
	}
	if a.variable.Sensitive() && a.variable.Kind == survey.KindText {
		options = nil
		names = nil
	}
	for _, name := range names {
		if a.option(name) < 0 {
			b.problem("%s: no option %q in %q%s", place, name, a.variable.Name, survey.DidYouMean(name, options))
		}
	}
}
