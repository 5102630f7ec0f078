package crosstab

import (
	"slices"

	"stikprove/sample"
	"stikprove/survey"
)

// BannerSpec asks for several row variables by several column variables in one
// table. Rows and Columns of its Spec are not used.
//
// What Spec says holds for every row variable and every column variable, but
// for nets, which are the row variables' that have their options, the of-which
// row, which is the first row variable's, and a base of answers, which is that
// of row variables with several answers.
type BannerSpec struct {
	Spec
	RowVariables    []string // none with Mean
	ColumnVariables []string // none for one column
	// Words is how many units of every part must have written the same words
	// for them to be a row of their own; 0 for all words. See [Row.Verbatim].
	Words int
}

// Parts builds the tables that a banner is set from: for each row variable, or
// the mean, its table without columns and then a table by each column variable.
// They are protected like any tables, and then [Banner] sets them as one.
//
// Every part of a row variable has the same rows, those that its table without
// columns calls for, and every part of a column variable the same columns. Each
// has the base that it would have by itself, a test of its own where Spec calls
// for one, and letters of its own columns only.
//
// The error is [survey.Problems], all of spec's at once.
func Parts(s *sample.Sample, spec BannerSpec, level float64) ([]*Table, error) {
	p := &banner{s: s, spec: spec, level: level}
	p.check()
	p.axes()
	var out []*Table
	for i, name := range spec.rowNames() {
		out = append(out, p.block(i, name)...)
	}
	if err := p.problems.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

// rowNames returns the row variables, one without a name for a mean.
func (s BannerSpec) rowNames() []string {
	if len(s.RowVariables) == 0 {
		return []string{""}
	}
	return s.RowVariables
}

// axes chooses the columns of every column variable.
func (p *banner) axes() {
	for _, name := range p.spec.ColumnVariables {
		p.columns = append(p.columns, p.columnAxis(name))
	}
}

// banner is a BannerSpec on its way to its parts.
type banner struct {
	s        *sample.Sample
	spec     BannerSpec
	level    float64
	columns  []axis
	problems survey.Problems
}

// add keeps problems that have not been said of another part.
func (p *banner) add(problems survey.Problems) {
	for _, q := range problems {
		if !slices.ContainsFunc(p.problems, func(said survey.Problem) bool { return said.Error() == q.Error() }) {
			p.problems = append(p.problems, q)
		}
	}
}

// check refuses what a banner cannot have.
func (p *banner) check() {
	b := &builder{spec: p.spec.Spec}
	for _, names := range [][]string{p.spec.RowVariables, p.spec.ColumnVariables} {
		for i, name := range names {
			if slices.Contains(names[:i], name) {
				b.problem("%q is named twice in rows or columns", name)
			}
		}
	}
	for _, extra := range []struct {
		name string
		has  bool
	}{
		{"items", len(p.spec.Items) > 0},
		{"sum", p.spec.Sum != ""},
		{"benchmark", p.spec.Benchmark != nil},
	} {
		if extra.has {
			b.problem("%s: a table of several row or column variables takes none", extra.name)
		}
	}
	if len(p.spec.ColumnVariables) == 0 && p.spec.Test != NoTest && p.spec.Test != "" {
		b.problem("test: %q is of rows by columns; the table has no columns", p.spec.Test)
	}
	p.add(b.problems)
}

// columnAxis returns a column variable with its columns: those of all units of
// the domain that have an answer to it.
func (p *banner) columnAxis(name string) axis {
	b := resolve(p.s, Spec{ID: p.spec.ID, Rows: name, Where: p.spec.Where, Test: NoTest}, p.level)
	if len(b.problems) > 0 {
		return axis{} // are said of the part
	}
	b.admit()
	b.rows.choose(b.in, p.spec.ColumnsLargest, p.spec.ColumnsJoined)
	return b.rows
}

// block builds the parts of the i-th row variable.
func (p *banner) block(i int, name string) []*Table {
	var out []*Table
	for k, b := range p.builders(i, name) {
		t := b.build(p.s)
		t.ID += "/" + name
		if k > 0 {
			t.ID += "/" + p.spec.ColumnVariables[k-1]
		}
		out = append(out, t)
	}
	return out
}

// builders returns what builds the parts of the i-th row variable, none where
// there are problems.
func (p *banner) builders(i int, name string) []*builder {
	spec := p.spec.Spec
	spec.Rows, spec.Columns = name, ""
	spec.Nets = p.nets(i)
	if c := p.s.Data.Column(name); c != nil && c.Kind != survey.KindMultiple && p.anySeveral() {
		spec.Answers = false
	}
	if i > 0 {
		spec.OfWhich, spec.OfWhichLabel = "", nil
	}
	alone := spec
	alone.Test, alone.Letters = NoTest, ""
	builders := []*builder{resolve(p.s, alone, p.level)}
	for _, column := range p.spec.ColumnVariables {
		spec.Columns = column
		builders = append(builders, resolve(p.s, spec, p.level))
	}
	for _, b := range builders {
		p.add(b.problems)
	}
	if len(p.problems) > 0 {
		return nil
	}
	p.settle(builders)
	return builders
}

// settle gives the builders of a block the rows of the first, and each the
// columns of its variable.
func (p *banner) settle(builders []*builder) {
	first := builders[0]
	for k, b := range builders[1:] {
		b.columns.groups, b.columns.place = p.columns[k].groups, p.columns[k].place
	}
	if first.rows.variable == nil {
		return
	}
	// The bases, to count in; building makes them anew.
	bases := make([][]bool, len(builders))
	for k, b := range builders {
		trial := *b
		t := *b.table
		trial.table = &t
		trial.admit()
		bases[k] = trial.in
		if k == 0 {
			trial.chooseRows()
			first.rows, first.ties = trial.rows, trial.ties
		}
	}
	first.rows.joinWords(bases, p.spec.Words)
	for _, b := range builders[1:] {
		b.rows.groups, b.rows.place, b.ties = first.rows.groups, first.rows.place, first.ties
	}
}

// joinWords joins the words of respondents' own that fewer than least units of
// some base wrote.
func (a *axis) joinWords(bases [][]bool, least int) {
	fewest := make([]int, len(a.options))
	total := a.counts(bases[0])
	for k := range fewest {
		fewest[k] = total[k]
	}
	for _, in := range bases[1:] {
		for k, n := range a.counts(in) {
			fewest[k] = min(fewest[k], n)
		}
	}
	var small []int
	for k, g := range a.place {
		if g >= 0 && a.options[k].verbatim && (a.groups[g].joined || fewest[k] < least) {
			small = append(small, k)
		}
	}
	if !slices.ContainsFunc(small, func(k int) bool { return !a.groups[a.place[k]].joined }) {
		return
	}
	groups, place := a.groups, a.place
	label := survey.Text(nil)
	a.groups, a.place = nil, slices.Repeat([]int{-1}, len(a.options))
	for g, former := range groups {
		if former.joined {
			label = former.label
			continue
		}
		k := slices.Index(place, g)
		if !slices.Contains(small, k) {
			a.print(k)
		}
	}
	a.join(small, total, label)
}

// nets returns the nets of the i-th row variable: each net is those variables'
// that have all its options, or else the one's that has most of them.
func (p *banner) nets(i int) []NetSpec {
	var out []NetSpec
	for _, n := range p.spec.Nets {
		best, most := 0, -1
		var has []bool
		for k, name := range p.spec.RowVariables {
			known := 0
			if c := p.s.Data.Column(name); c != nil {
				if a, ok := newAxis(c); ok {
					for _, option := range n.Of {
						if a.option(option) >= 0 {
							known++
						}
					}
				}
			}
			if has = append(has, known == len(n.Of)); known > most {
				best, most = k, known
			}
		}
		if len(has) == 0 || has[i] || !slices.Contains(has, true) && i == best {
			out = append(out, n)
		}
	}
	return out
}

// anySeveral reports whether some row variable has several answers.
func (p *banner) anySeveral() bool {
	return slices.ContainsFunc(p.spec.RowVariables, func(name string) bool {
		c := p.s.Data.Column(name)
		return c != nil && c.Kind == survey.KindMultiple
	})
}
