package crosstab

import (
	"stikprove/sample"
	"stikprove/sample/estimate"
	"stikprove/survey"
)

// IDs of rows and columns that stand for no option.
const (
	TotalID     = "total"     // the row of the whole base
	AllID       = "all"       // the column of every unit
	JoinedID    = "joined"    // the row or column of small options together
	OfWhichID   = "of_which"  // the overlapping row
	SumID       = "sum"       // the row of a number's total
	MeanID      = "mean"      // the row of a number's mean
	ReferenceID = "reference" // the column of a benchmark
)

// SmallBase is the number of units under which a base is noted as small.
const SmallBase = 30

// Build makes the table that spec describes from s. level is the confidence
// level of the intervals, in (0, 1), or 0 for none.
//
// A single answer in the rows gives a Category row per option, a Net row per
// net, the Total row and, last, the OfWhich row. Several answers give Answer
// rows, Net rows of the units with at least one of the answers, and the Total
// row. A text gives a Category row per different text, however spaced and in
// whichever case, under its commonest spelling and in order of falling count;
// a whole number gives one per number, in order. A battery gives an Item row
// per variable, and a sum one Sum row.
//
// The columns are a Group per option of the column variable, All, and the
// Reference of a benchmark. The base is the units that have an answer to the
// row and to the column variable; the notes say how many have not. A share is
// of its column, of its row's All cell, or of the whole base; one that is 1 by
// construction has no interval.
//
// Options that nobody chose are printed, unless they are no substantive
// answer. The largest options, where Spec asks for them, are the substantive
// ones with the highest unweighted counts, ties in questionnaire order, an
// option named "other" apart; a rest of one option is printed as itself.
//
// The error is [survey.Problems], all of spec's at once.
func Build(s *sample.Sample, spec Spec, level float64) (*Table, error) {
	b := resolve(s, spec, level)
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return b.build(s), nil
}

// build fills in the table of a builder that has no problems; s is the sample
// before Where.
func (b *builder) build(s *sample.Sample) *Table {
	b.intervals = estimate.NewIntervals(b.level)
	b.setSampled(s)
	b.count()
	b.describe()
	b.finish()
	b.test()
	b.letters()
	return b.table
}

// count fills in rows, columns and cells, as the kind of table is.
func (b *builder) count() {
	switch {
	case len(b.spec.Items) > 0:
		b.battery()
	case b.spec.Sum != "":
		b.sum()
	case b.spec.Mean != "":
		b.meanTable()
	default:
		b.crosstab()
	}
}

// builder is a Spec bound to a sample, and the table it becomes.
type builder struct {
	s        *sample.Sample // the domain that Where leaves
	spec     Spec
	level    float64
	problems survey.Problems

	rows, columns axis             // nil variables where the spec has none
	items         []*survey.Column // of a battery
	number        *survey.Column   // of a sum
	mean          *survey.Column   // of a table of means
	ofWhich       *survey.Column

	table     *Table
	intervals *estimate.Intervals
	in        []bool // rows of data in the base
	tally     tally
	zero      bool // an interval rests on n
	ties      int  // rows kept only because they tie with one of the highest or lowest

	weightless int // rows of the whole sample whose weight is 0
}

// crosstab fills in a table of one variable by another.
func (b *builder) crosstab() {
	t := b.table
	b.admit()
	b.chooseRows()
	b.chooseColumns()
	kind := Category
	if b.rows.several() && !b.spec.Answers {
		kind, t.Several = Answer, true
	}
	for _, g := range b.rows.groups {
		t.Rows = append(t.Rows, g.row(kind))
	}
	for _, n := range b.spec.Nets {
		t.Rows = append(t.Rows, Row{ID: n.ID, Label: n.Label, Kind: Net, Of: n.Of})
	}
	t.Rows = append(t.Rows, Row{ID: TotalID, Kind: Total})
	if b.ofWhich != nil {
		t.Rows = append(t.Rows, Row{ID: OfWhichID, Label: b.spec.ofWhichLabel(b.ofWhich), Kind: OfWhich})
	}
	b.groupColumns()
	b.estimate(b.tableRows(), len(b.rows.groups)+len(b.spec.Nets))
	if b.spec.Answers {
		b.ofAnswers()
	}
}

// chooseRows settles the rows, unless they are another table's.
func (b *builder) chooseRows() {
	switch {
	case b.rows.groups != nil:
	case b.spec.Top > 0 || b.spec.Bottom > 0:
		b.chooseEnds()
	default:
		b.rows.choose(b.in, b.spec.RowsLargest, b.spec.RowsJoined)
	}
}

// chooseColumns settles the columns, unless they are another table's.
func (b *builder) chooseColumns() {
	if b.columns.groups == nil {
		b.columns.choose(b.in, b.spec.ColumnsLargest, b.spec.ColumnsJoined)
	}
}

// groupColumns appends the columns of the column variable, and All.
func (b *builder) groupColumns() {
	for _, g := range b.columns.groups {
		b.table.Columns = append(b.table.Columns, Column{ID: g.id, Label: g.label, Kind: Group, Meaning: g.meaning, Joined: g.joined})
	}
	b.table.Columns = append(b.table.Columns, Column{ID: AllID, Kind: All})
}

// tableRows returns the function that appends the table rows a row of data is
// in.
func (b *builder) tableRows() func(row int, into []int) []int {
	groups, nets := len(b.rows.groups), len(b.spec.Nets)
	masks := make([]optionSet, nets)
	for k, n := range b.spec.Nets {
		masks[k] = b.rows.named(n.Of)
	}
	return func(row int, into []int) []int {
		into = b.rows.in(row, into)
		for k := range masks {
			if b.rows.any(row, masks[k]) {
				into = append(into, groups+k)
			}
		}
		into = append(into, groups+nets)
		if b.ofWhich != nil && b.ofWhich.Index(row) == 0 {
			into = append(into, groups+nets+1)
		}
		return into
	}
}
