package study

import (
	"fmt"
	"strconv"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
)

// FileDisclosure says what may not be printed of a data file beside counts below
// [FileDesign]'s Minimum, in the words of the command line. The zero
// FileDisclosure is what study.yaml's disclosure is where nothing is said.
type FileDisclosure struct {
	Width     int     // by how much at least the ends of a hidden count's range differ; 1 where 0
	Dominance string  // N,PERCENT: hide totals of which the N largest parts are more than PERCENT
	PPercent  float64 // hide totals from which the second largest unit could work out the largest to within so many percent
	Zeros     bool    // hide noughts
	Full      bool    // hide cells that hold everybody of a column or row
	Cost      string  // counts or cells; counts where empty
	Round     int     // in place of hiding: round counts to whole multiples of it
}

// Check returns the flag of the first value that no rule can have, and what is
// wrong with it.
func (o FileDisclosure) Check() (flag string, err error) {
	switch _, err := o.dominance(); {
	case o.Width < 0:
		return "width", fmt.Errorf("%d: want a count from 1", o.Width)
	case err != nil:
		return "dominance", err
	case !(o.PPercent >= 0 && o.PPercent < 1000):
		return "p-percent", fmt.Errorf("%v: want a percentage above 0", o.PPercent)
	case o.Cost != "" && o.Cost != string(disclosure.Counts) && o.Cost != string(disclosure.Cells):
		return "cost", fmt.Errorf("%s: want counts or cells", o.Cost)
	case o.Round < 0 || o.Round == 1:
		return "round", fmt.Errorf("%d: want a count from 2", o.Round)
	}
	return "", nil
}

// dominance reads N,PERCENT; nothing written is nil.
func (o FileDisclosure) dominance() (*dominance, error) {
	if o.Dominance == "" {
		return nil, nil
	}
	first, second, _ := strings.Cut(o.Dominance, ",")
	n, err := strconv.Atoi(strings.TrimSpace(first))
	percent, wrong := strconv.ParseFloat(strings.TrimSpace(second), 64)
	if err != nil || wrong != nil || n < 1 || n > crosstab.LargestKept || !(percent > 0 && percent < 100) {
		return nil, fmt.Errorf("%s: want N,PERCENT, such as 1,80, with N from 1 to %d", o.Dominance, crosstab.LargestKept)
	}
	return &dominance{N: n, Percent: percent}, nil
}

// rule returns what study.yaml would say, with a smallest count.
func (o FileDisclosure) rule(minimum int) disclosureRule {
	d, _ := o.dominance() // what is wrong was said by Check
	return disclosureRule{Minimum: minimum, Width: o.Width, Dominance: d, PPercent: o.PPercent, Zeros: o.Zeros, Full: o.Full, Cost: o.Cost, Round: o.Round}
}
