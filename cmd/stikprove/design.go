package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

// designFlags are the flags that say how the rows of a data file were drawn.
var designFlags = append([]string{"sheet", "psu", "strata", "nest", "fpc", "pps", "weights", "lonely-psu", "replicates", "seed", "mse", "where", "census", "level", "minimum"}, weighFlags...)

// addDesignFlags adds the flags that say how the rows of a data file were
// drawn, the same for every command that makes numbers of one.
func addDesignFlags(cmd *cobra.Command, o *study.FileDesign) {
	f := cmd.Flags()
	f.StringVar(&o.Sheet, "sheet", "", "of a file: the sheet (default the first)")
	f.StringVar(&o.PSU, "psu", "", "of a file: PSU[,SECOND], the variables that name the units of each stage (default rows)")
	f.StringVar(&o.Strata, "strata", "", "of a file: STRATA[,SECOND], the variables that name the strata of each stage")
	f.BoolVar(&o.Nest, "nest", false, "of a file: units are named within their stratum, so that a name may stand in two")
	f.StringVar(&o.FPC, "fpc", "", "of a file: FPC[,SECOND], the variables with the population's number of units of each stage, or the shares drawn")
	f.StringVar(&o.PPS, "pps", "", "of a file: brewer, overton or hr[:MEAN], where --fpc holds each unit's own probability of inclusion")
	f.StringVar(&o.Weights, "weights", "", "of a file: the variable with the weight, or equal (default from --fpc, else equal)")
	f.StringVar(&o.LonelyPSU, "lonely-psu", "", "of a file: what a stratum with one unit does: fail, remove, certainty, adjust or average (default fail)")
	f.StringVar(&o.Replicates, "replicates", "", "of a file: jk1, jkn, brr, fay[:RHO], bootstrap[:N], canty[:N] or given:PREFIX[:SCALE], the file's own (default linearised variances)")
	f.Uint64Var(&o.Seed, "seed", 1, "of a file: seed of the bootstrap")
	f.BoolVar(&o.MSE, "mse", false, "of a file: replicates deviate from the full estimate, not from their mean")
	f.StringVar(&o.Where, "where", "", "of a file: the domain, such as \"age >= 18 and region = 'north'\"; the design stays that of all rows")
	f.BoolVar(&o.Census, "census", false, "of a file: every unit is there; nothing was drawn")
	f.Float64Var(&o.Level, "level", 0.95, "of a file: confidence level of the intervals")
	f.IntVar(&o.Minimum, "minimum", 3, "of a file: smallest count that may be printed")
	addWeighFlags(cmd, &o.Weighing)
}

// checkDesignFlags refuses values of flags that no design can have.
func checkDesignFlags(o study.FileDesign) error {
	switch {
	case !(o.Level > 0 && o.Level < 1):
		return usageError{fmt.Errorf("--level %v: want a share between 0 and 1", o.Level)}
	case o.Minimum < 1:
		return usageError{fmt.Errorf("--minimum %d: want a count from 1", o.Minimum)}
	}
	if flag, err := o.Check(); err != nil {
		if strings.Contains(err.Error(), ": want ") { // it begins with the value
			return usageError{fmt.Errorf("--%s %w", flag, err)}
		}
		return usageError{fmt.Errorf("--%s: %w", flag, err)}
	}
	return nil
}
