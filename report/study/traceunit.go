package study

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// behind says which rows of data stand behind the cells of a table; see
// [crosstab.Members].
type behind interface {
	Counted(t *crosstab.Table, row, column int) []int
	Base(t *crosstab.Table, row, column int) []int
	Total() []int
}

// behindTable returns the rows behind a table, or nil where they are not of a
// sample of the study.
func (t *tracer) behindTable(id string) behind {
	if m, ok := t.members[id]; ok {
		return m
	}
	var m behind
	spec, ok := t.specs[id]
	bound := t.data.Samples[spec.Sample]
	switch {
	case !ok || bound == nil:
	case spec.banner():
		if members, err := crosstab.BannerMembersOf(bound, spec.bannerSpec(t.leastWords(t.data, spec))); err == nil {
			m = members
		}
	case len(spec.Response) > 0:
		m = t.answeredBy(spec, bound.Data)
	default:
		of := spec.crosstab()
		if spec.appendix != "" {
			of = t.foundSpec(t.data, spec)
		}
		if members, err := crosstab.MembersOf(bound, of); err == nil {
			m = members
		}
	}
	t.members[id] = m
	return m
}

// answerers are the respondents who answered each part of a study, by the
// row's id.
type answerers map[string][]int

// answeredBy returns who answered each part of a study.
func (t *tracer) answeredBy(spec table, d *survey.Dataset) answerers {
	found := answerers{}
	for _, r := range spec.Response {
		switch cases := t.data.Datasets[r.With]; {
		case r.Answered != "":
			c := d.Column(r.Answered)
			for row := range d.Rows() {
				if c != nil && c.Missing(row) == survey.Present {
					found[r.ID] = append(found[r.ID], row)
				}
			}
		case cases != nil:
			found[r.ID] = slices.Compact(slices.Sorted(slices.Values(cases.Respondents())))
		}
	}
	return found
}

// Counted returns who answered the row's part.
func (a answerers) Counted(t *crosstab.Table, row, _ int) []int { return a[t.Rows[row].ID] }

// Base returns nobody: shares are of all who were asked, and not all of them
// are in the data.
func (a answerers) Base(*crosstab.Table, int, int) []int { return nil }

// Total returns everybody who answered any part.
func (a answerers) Total() []int {
	var all []int
	for _, id := range sortedKeys(a) {
		all = append(all, a[id]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// units returns the rows of data behind a number that is shown, or why there
// are none.
func (t *tracer) units(at traced) ([]Unit, string) {
	of := at.table.Of
	switch {
	case at.what == "eligible":
		return nil, "the number of units in the population is the design's, in " + t.file
	case at.column >= 0 && of.Columns[at.column].Kind == crosstab.Reference:
		return nil, "known from elsewhere: " + t.file + " has it, under benchmark"
	}
	m := t.behindTable(of.ID)
	if of.Comparison != nil {
		return nil, "compared with another wave; trace the table it compares, in the study of each wave, for the rows"
	}
	if m == nil {
		return nil, "counted in the register; its rows are not listed one by one"
	}
	counted, base := t.rowsBehind(m, at)
	in := map[int]bool{}
	var units []Unit
	for _, row := range counted {
		in[row] = true
		units = append(units, t.unit(of, row, true))
	}
	for _, row := range base {
		if !in[row] {
			units = append(units, t.unit(of, row, false))
		}
	}
	return units, ""
}

// rowsBehind returns the rows of data counted in a number, and those its share
// is of; none for a count.
func (t *tracer) rowsBehind(m behind, at traced) (counted, base []int) {
	of := at.table.Of
	total := slices.IndexFunc(of.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Total })
	switch {
	case at.row < 0 && at.column >= 0 && total >= 0:
		return m.Counted(of, total, at.column), nil
	case at.row < 0:
		return m.Total(), nil
	case at.what == "N":
		return m.Base(of, at.row, at.column), nil
	}
	counted = m.Counted(of, at.row, at.column)
	if kind := of.Rows[at.row].Kind; at.what == "n" || kind == crosstab.Sum || kind == crosstab.Mean {
		return counted, nil
	}
	return counted, m.Base(of, at.row, at.column)
}

// unit describes a row of data of a table's sample.
func (t *tracer) unit(of *crosstab.Table, row int, counted bool) Unit {
	bound := t.data.Samples[of.Sample]
	d := bound.Data
	u := Unit{ID: identity(d, row), Counted: counted, Weight: bound.Weight[row]}
	for _, name := range t.variables(of) {
		p := d.Cell(row, name)
		a := Address{File: p.File, Sheet: p.Sheet, Variable: name}
		if p.Row > 0 && p.Column > 0 {
			a.Cell = survey.CellName(p.Row, p.Column)
		}
		u.Cells = append(u.Cells, a)
		if c := d.Column(name); t.options.Texts && c.Kind == survey.KindText && c.Sensitive() && c.Missing(row) == survey.Present {
			u.Texts = append(u.Texts, survey.MaskCPR(c.Text(row)))
		}
	}
	return u
}

// identity returns what identifies a row, or its number in the data.
func identity(d *survey.Dataset, row int) string {
	for _, c := range d.Columns() {
		if c.Role == survey.RoleID {
			return survey.MaskCPR(c.Answer(row))
		}
	}
	return strconv.Itoa(row + 1)
}

// variables returns the variables of the sources that a table rests on, each
// once, in the order the table names them.
func (t *tracer) variables(of *crosstab.Table) []string {
	spec := t.specs[of.ID]
	names := slices.Concat(spec.Rows, spec.Columns, spec.Items, []string{spec.Sum, spec.Mean, spec.OfWhich}, sortedKeys(spec.Where))
	for _, r := range spec.Response {
		names = append(names, r.Answered)
	}
	var found []string
	for _, name := range names {
		for _, read := range t.readFrom(of.Sample, name, 0) {
			if !slices.Contains(found, read) {
				found = append(found, read)
			}
		}
	}
	return found
}

// readFrom returns the variables with cells of their own that the one called
// name is made of: itself where it was read, and otherwise what it was derived
// or coded from.
func (t *tracer) readFrom(source, name string, deep int) []string {
	d := t.data.Datasets[source]
	const deepest = 20 // derivations of derivations
	if d == nil || d.Column(name) == nil || deep > deepest {
		return nil
	}
	if d.Rows() > 0 && d.Cell(0, name).Column > 0 {
		return []string{name}
	}
	var found []string
	for _, at := range sortedKeys(t.config.Variables) {
		for _, v := range t.config.Variables[at] {
			if v.Name != name {
				continue
			}
			from := []string{v.From}
			for _, m := range v.First {
				from = append(from, sortedKeys(m.When)...)
			}
			for _, input := range from {
				if input != name {
					found = append(found, t.readFrom(source, input, deep+1)...)
				}
			}
		}
	}
	for _, coded := range sortedKeys(t.config.Coding) {
		if c := t.config.Coding[coded]; found == nil && (name == coded || strings.HasPrefix(name, coded+"_")) {
			found = t.readFrom(source, c.Variable, deep+1)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// weightsOf says where a design's weights come from.
func weightsOf(d sample.Design) string {
	switch {
	case d.Weights != "":
		return "the variable " + d.Weights
	case d.Weighted():
		return "inverse sampling fractions of " + strings.Join(slices.DeleteFunc([]string{d.FPC, d.SecondFPC}, func(s string) bool { return s == "" }), " and ")
	}
	return "equal"
}

// designOf says how a sample was drawn and its variances are estimated.
func designOf(s *sample.Sample) string {
	d := s.Design
	if d.Census {
		if d.Eligible > 0 {
			return "census of " + strconv.Itoa(d.Eligible)
		}
		return "census"
	}
	parts := []string{"simple random sample of " + strconv.Itoa(s.Rows())}
	if d.PSU != "" {
		parts[0] = strconv.Itoa(s.PSUs) + " clusters (" + d.PSU + ")"
	}
	if d.Second != "" {
		parts = append(parts, "within them "+d.Second)
	}
	if d.Strata != "" {
		parts = append(parts, strconv.Itoa(s.Strata)+" strata ("+d.Strata+")")
	}
	how := "linearised variance"
	if d.Replicates.Method != sample.NoReplicates {
		how = "replicate weights (" + d.Replicates.Method.String() + ")"
	}
	if d.FPC == "" {
		how += ", drawn as with replacement"
	}
	return strings.Join(append(parts, how), ", ")
}
