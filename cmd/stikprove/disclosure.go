package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

// disclosureFlags are the flags that say what may not be printed of a data file,
// beside --minimum, which stands with the design.
var disclosureFlags = []string{"width", "dominance", "p-percent", "zeros", "full", "cost", "round"}

// addDisclosureFlags adds the flags that say what may not be printed of a data
// file; they are the keys of disclosure in study.yaml.
func addDisclosureFlags(cmd *cobra.Command, o *study.FileDisclosure) {
	f := cmd.Flags()
	f.IntVar(&o.Width, "width", 0, "of a file: by how much at least the ends of the range differ that a hidden count can be narrowed to (default 1)")
	f.StringVar(&o.Dominance, "dominance", "", "of a file: N,PERCENT, hide totals of which the N largest parts make up more than PERCENT")
	f.Float64Var(&o.PPercent, "p-percent", 0, "of a file: hide totals from which the second largest unit could work out the largest to within so many percent")
	f.BoolVar(&o.Zeros, "zeros", false, "of a file: hide noughts too")
	f.BoolVar(&o.Full, "full", false, "of a file: hide cells that hold everybody of a column or row")
	f.StringVar(&o.Cost, "cost", "", "of a file: what is kept least of in hiding: counts or cells (default counts)")
	f.IntVar(&o.Round, "round", 0, "of a file: in place of hiding, round counts to whole multiples of this")
}

// checkDisclosureFlags refuses values of flags that no rule can have.
func checkDisclosureFlags(o study.FileDisclosure) error {
	if flag, err := o.Check(); err != nil {
		return usageError{fmt.Errorf("--%s %w", flag, err)}
	}
	return nil
}
