package crosstab

import (
	"stikprove/sample/association"
	"stikprove/survey"
)

// Comparison is a table of two waves of a study side by side: what [Compare]
// found. Its table has the two waves in its columns, the earlier first, and a
// Change for each of its rows.
type Comparison struct {
	Waves      [2]Wave                // the earlier and the later, with the tables compared
	Column     [2]string              // id of the column compared in each of them
	Level      float64                // of the intervals, in (0, 1)
	Adjustment association.Adjustment // of the p values of the rows together
	Tests      int                    // that the p values are raised for
	Census     bool                   // everybody was asked and answered in both waves: differences have no sampling error
	Incomplete bool                   // a wave is a census that not all answered: they count as drawn at random of all
	Shared     int                    // PSUs that are in both waves; 0 where they were drawn apart
	Of         [2]int                 // PSUs of each wave, of the whole sample
	Changes    []Change               // by row of the table
}

// Wave is one round of a study, with a table of it as it may be printed.
type Wave struct {
	Name  string // such as "2015"
	Table *Table
}

// IDs of the columns of a comparison.
const (
	BeforeID = "before" // the earlier wave
	AfterID  = "after"  // the later wave
)

// Change is what happened to one row from the earlier wave to the later. What
// does not exist is NaN; of a row that is hidden or cannot be compared all
// numbers are.
type Change struct {
	Difference float64 // later less earlier: of shares in [−1, 1], of means and totals in their unit
	SE         float64 // of that, with the covariance of PSUs that both waves have
	DF         float64 // degrees of freedom
	Low, High  float64 // interval at the comparison's level, for this row by itself
	P          float64 // of no difference, by Student's t
	Adjusted   float64 // P raised for the rows of the table
	Verdict    Verdict
	Why        Apart       // of a row that cannot be compared or tested
	Reason     survey.Text // the study's own, why it cannot
	In         [2]bool     // the waves that have the row
	Parts      [2][]string // ids of the rows that were joined for it, where there are several
}

// Verdict is what may be said of a change, and the most that may.
type Verdict string

// The verdicts. That nothing was shown is not that nothing happened.
const (
	Higher    Verdict = "higher"
	Lower     Verdict = "lower"
	NotShown  Verdict = "no_change_shown"
	Untested  Verdict = "not_tested"   // its sampling error is not known
	Unalike   Verdict = "not_compared" // the waves do not measure the same
	Concealed Verdict = "hidden"       // hidden in one of the waves
	NoVerdict Verdict = ""             // of a row that is the base itself
)

// Apart says why a row cannot be compared or tested.
type Apart string

// The reasons.
const (
	Together   Apart = ""
	Stated     Apart = "stated"        // the study says so
	OneWave    Apart = "one_wave"      // one wave has no such row
	OtherParts Apart = "other_parts"   // it takes other rows together
	SeveralOf  Apart = "several_of"    // of several answers, rows cannot be added up
	NoSE       Apart = "no_se"         // a wave has no sampling error for it: one PSU, totals, rounded counts
	NoneToGoBy Apart = "none_to_go_by" // too few units or PSUs
)
