package crosstab

import (
	"stikprove/sample/association"
	"stikprove/survey"
)

// Direction says what percentages are of.
type Direction string

// The directions. In a table without columns they are of the base whichever
// is asked for.
const (
	OfColumn Direction = "column" // each column sums to 1; the default
	OfRow    Direction = "row"    // each row sums to 1
	OfTotal  Direction = "total"  // the whole table sums to 1
)

// Spec says what a table shows. It names variables of one sample.
type Spec struct {
	ID    string
	Title survey.Text // what is measured, without number, base or source

	// Rows names the variable whose options are the rows. Items, instead, is a
	// battery: each variable is a row and their common options the columns
	// (percentages then run by row). Sum, instead, names a number variable
	// and gives its total over the units that have it.
	Rows  string
	Items []string
	Sum   string
	Mean  string // in place of rows: a number variable, whose mean is given by column

	Columns string    // variable whose options are the columns; empty for one column
	Percent Direction // what percentages are of

	Where          map[string][]string // only units whose variable has one of these option names
	DropDontKnow   bool                // leave options that are no substantive answer out of rows and base
	OfWhich        string              // two-option variable whose first option is counted in a row of its own
	OfWhichLabel   survey.Text         // that row's label
	Nets           []NetSpec           // rows that sum or unite others
	RowsLargest    int                 // keep so many of the rows by count, join the others; 0 for all
	ColumnsLargest int                 // the same for columns
	RowsJoined     survey.Text         // label of the joined rows; empty for the language's own word
	ColumnsJoined  survey.Text         // label of the joined columns
	Benchmark      *Benchmark          // a known distribution printed beside
	Answers        bool                // shares of several answers are of the answers given, not of the units
	Top, Bottom    int                 // keep so many rows of the highest and lowest share, with all that tie, and join the others; 0 for all

	Whole bool // percentages are made to add to 100, see [Whole]

	// Test names the test of the table, see [Methods]; [NoTest] for none, empty
	// for the one that the table's kind and design call for.
	Test string
	Seed uint64 // of Monte Carlo tests; 0 for 1
	// Letters asks for columns to be compared two by two, with this adjustment
	// for the pairs of a row; empty for not.
	Letters association.Adjustment

	Notes []survey.Text // further notes of the study's own
}

// NetSpec names rows to be taken together. For a single answer the net is
// their sum, for several answers the units that gave at least one of them.
type NetSpec struct {
	ID    string
	Label survey.Text
	Of    []string // option names
}

// Benchmark is a distribution known from elsewhere. It is not an estimate and
// has no base in the sample.
type Benchmark struct {
	Label  survey.Text
	Source survey.Text
	Shares map[string]float64 // option name to share, in [0, 1]
	// Difference says that the sample's shares less these are printed too.
	Difference bool
}
