package crosstab

import (
	"stikprove/sample/association"
	"stikprove/survey"
)

// Table is a table of estimates, with its base, source and notes. Cells are
// unrounded; shares are in [0, 1]. A Table is compared through its canonical
// text, see [Table.String].
type Table struct {
	ID             string
	Title          survey.Text
	Sample         string      // name of the sample the estimates are from
	Base           Base        // what the whole table rests on
	Percent        Direction   // what shares are of
	Several        bool        // a unit may be in several rows
	RowVariable    survey.Text // label of the variable in the rows
	ColumnVariable survey.Text // label of the variable in the columns; empty without columns
	Rows           []Row
	Columns        []Column
	Cells          [][]Cell // by row, then column
	Notes          []Note
	Level          float64 // confidence level of the intervals, in (0, 1); 0 where there are none
	Whole          bool    // percentages are to be made to add to 100
	Tests          []Test
	Adjustment     association.Adjustment // of the letters; empty where columns are not compared
	Pairs          []Pair                 // the comparisons that the letters are from

	// Comparison is set in a table that holds two waves against each other, see
	// [Compare]; its two columns are the waves.
	Comparison *Comparison

	// Of a [Banner], the rows and the columns of each variable; nil of another
	// table.
	RowSections, ColumnSections []Section

	Counting             // what the cells count, in names of variables
	Largest  [][]float64 // of a table of totals or means: the largest parts of each column's total, falling, at most LargestKept; never printed

	influence *influence // how the cells move with the units; nil where it is not known
}

// LargestKept is how many of the largest parts of a total a table keeps for
// disclosure control.
const LargestKept = 5

// Counting says in names of variables what a table counts, so that two tables
// that count the same units are known to. A table without RowName is not known
// to count what another does.
//
// A Category, Answer or joined row counts the units of the base with its
// options of RowName, an Item row those with an answer to the variable it is
// called, the OfWhich row those with OfWhichOption of OfWhichName; a column
// those with its options of ColumnName, in a battery of the row's variable.
type Counting struct {
	RowName, ColumnName string
	// OfAnswers is set where the Total row counts the answers that the rows
	// above it do, and only Base counts units.
	OfAnswers     bool
	OfWhichName   string
	OfWhichOption string
	// Where says who is in the base: units that have one of the options of
	// each variable named or, where no options are, any answer to it. What
	// leaves nobody out is not in it.
	Where    map[string][]string
	Multiple []string // variables of Where that have several answers
}

// Base says what percentages are of and where the units come from.
type Base struct {
	N        int         // units counted
	Weighted float64     // their weights, summed
	Unit     survey.Text // what they are, in the plural
	Census   bool        // every eligible unit was asked
	Eligible int         // units in the population; 0 where unknown
	PSUs     int         // PSUs among the units counted; 0 where rows were drawn themselves
	PSUUnit  survey.Text // what PSUs are, in the plural
	Source   survey.Text // the study's own source line; empty for a generated one
	Answered int         // units with an answer to the row variable, don't-knows among them
	// Sampled and SampledPSUs are the units and PSUs that came back of the
	// whole sample, whichever part of it the table is of: what a source line
	// says. 0 in a table of totals.
	Sampled, SampledPSUs int
	// Suppressed says whether N, Weighted, PSUs and Answered were removed; all
	// are 0 then.
	Suppressed Suppressed
}

// RowKind says how a row relates to the others.
type RowKind string

// The kinds of row.
const (
	Category RowKind = "category" // categories partition the base and sum to 1
	Answer   RowKind = "answer"   // one of several answers a unit may give
	Item     RowKind = "item"     // one variable of a battery
	Net      RowKind = "net"      // the rows named in Of, taken together
	OfWhich  RowKind = "of_which" // overlaps the categories, never summed
	Mean     RowKind = "mean"     // a mean of a number; its cells have Mean, no share
	Sum      RowKind = "sum"      // a total of a number; its cells have N, no share
	Total    RowKind = "total"    // the whole base
)

// Section is the rows or the columns From to, but not with, To of a banner: those
// of one variable.
type Section struct {
	Name     string // the variable
	Label    survey.Text
	From, To int
}

// Row is a row of a table.
type Row struct {
	ID      string
	Label   survey.Text
	Kind    RowKind
	Meaning survey.Meaning // of the option it stands for
	Joined  bool           // several small options together, in no table of their own
	Of      []string       // ids of the rows a Net or a joined row takes together
	// Verbatim is set where id and label are respondents' own words, which may
	// tell who somebody is where the count is small.
	Verbatim bool
}

// ColumnKind says how a column relates to the others.
type ColumnKind string

// The kinds of column.
const (
	Group     ColumnKind = "group"     // one option of the column variable; groups partition the base
	All       ColumnKind = "all"       // every unit
	Reference ColumnKind = "reference" // a benchmark from elsewhere
)

// Column is a column of a table.
type Column struct {
	ID       string
	Label    survey.Text
	Kind     ColumnKind
	Meaning  survey.Meaning
	Joined   bool
	N        int         // units in the column: the base of its shares where they run by column
	Weighted float64     // their weights, summed
	Source   survey.Text // of a Reference column
	// Difference says of a Reference column that what the sample's shares differ
	// from it by is printed beside it, see [Table.Difference].
	Difference bool
	Letter     string // that names it in Cell.Letters; empty where columns are not compared
	// Suppressed says whether N and Weighted were removed; both are 0 then.
	Suppressed Suppressed
}

// Suppressed says whether and why a cell's numbers were removed.
type Suppressed uint8

// The reasons.
const (
	Shown     Suppressed = iota
	Primary              // the count is below the minimum
	Secondary            // it would give a hidden cell of the same table back
	Linked               // it would give a hidden cell of another table back
	Dominated            // a few units make up nearly all of a total
	Nought               // a rule hides noughts
	Full                 // a rule hides cells that hold all of a group
	Remainder            // an of-which row leaves fewer of its base than the minimum
)

// Cell is one estimate. Where Suppressed is not Shown every number is 0. An
// estimate that does not exist is NaN: a share of a base of nought, an interval
// without degrees of freedom, a standard error in a census.
type Cell struct {
	N          int     // units, unweighted
	Weighted   float64 // their weights, summed; of a Sum row the total
	Base       int     // units P is a share of
	P          float64 // share, in [0, 1]
	SE         float64 // design-based standard error of P
	Low, High  float64 // interval at the table's level
	Mean       float64 // of a Mean row, in the number's unit; SE and the interval are of it then
	DF         int     // degrees of freedom of the interval
	Suppressed Suppressed
	Letters    []string   // of the columns whose number is smaller beyond chance
	Percent    Percentage // where whole percentages are made to add up, see [Whole]
}

// Percentage is a share in whole per cent, where one is set.
type Percentage struct {
	Set   bool
	Value int
}

// NoteKind names a note that the report words in its language.
type NoteKind string

// The notes.
const (
	NoteText          NoteKind = "text"           // the study's own words
	NoteDontKnowIn    NoteKind = "dont_know_in"   // don't-knows are in the base
	NoteDontKnowOut   NoteKind = "dont_know_out"  // N units without a substantive answer were left out of the base
	NoteNotCoded      NoteKind = "not_coded"      // a row is of words that nobody has coded yet
	NoteSeveral       NoteKind = "several"        // several answers; shares do not sum to 100
	NoteSmallBase     NoteKind = "small_base"     // some columns rest on fewer than N units
	NoteNotAnswered   NoteKind = "not_answered"   // N units did not answer and are not in the base
	NoteNotAsked      NoteKind = "not_asked"      // N units were routed past and are not in the base
	NoteHidden        NoteKind = "hidden"         // cells are hidden; N is the minimum
	NoteRounded       NoteKind = "rounded"        // counts are rounded to whole N, and shares are of rounded counts
	NoteOverlap       NoteKind = "overlap"        // a row overlaps the others
	NoteBenchmark     NoteKind = "benchmark"      // a column comes from elsewhere; Text is its source
	NoteIntervalZero  NoteKind = "interval_zero"  // an interval at 0 or 1 rests on the number of units, not on the design
	NoteWeighted      NoteKind = "weighted"       // shares are weighted, counts are not
	NoteAdjusted      NoteKind = "adjusted"       // weights were adjusted, and linearised variances take account of it
	NoteReadjusted    NoteKind = "readjusted"     // weights were adjusted, and replicate weights each in the same way
	NoteTrimmed       NoteKind = "trimmed"        // weights were trimmed, too, and linearised variances take no account of that
	NoteEmpty         NoteKind = "empty"          // no unit with weight and an answer is in the base
	NoteZeroWeight    NoteKind = "zero_weight"    // N units have weight 0 and do not count
	NoteJoined        NoteKind = "joined"         // N small groups were joined
	NoteLetters       NoteKind = "letters"        // letters name columns with a smaller number
	NoteLettersLinear NoteKind = "letters_linear" // letters are linearised though the design has replicate weights
	NoteLettersLeft   NoteKind = "letters_left"   // N columns of a small base have no letters
	NoteAnswers       NoteKind = "answers"        // shares are of answers, which N units gave
	NoteAnswersLinear NoteKind = "answers_linear" // intervals of shares of answers are linearised though the design has replicate weights
	NoteWhole         NoteKind = "whole"          // percentages are made to add to 100; N were changed
	NoteTies          NoteKind = "ties"           // rows of the highest and lowest were chosen; N more tie with the last
	NoteLonelyPSU     NoteKind = "lonely_psu"     // N strata have one PSU, so there is no sampling error; Text names them
	NoteWithin        NoteKind = "within"         // letters compare the columns of one variable only
	NoteTests         NoteKind = "tests"          // N tests were made, each by itself
)

// Note is something the reader of a table must know.
type Note struct {
	Kind NoteKind
	N    int
	Text survey.Text
	// Of is set in a banner where the note is of one row variable, or of one
	// by one column variable: their labels. It is empty of the whole table.
	Of []survey.Text
}
