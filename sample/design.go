package sample

import "stikprove/survey"

// Design says how units came to be in a dataset.
//
// Units are drawn in one stage or two: first-stage units (PSUs) within strata
// and, within each PSU, second-stage units within strata of its own. A variable
// that is not named is left out of the design; where no PSU is named each row
// is drawn itself, in one stage.
type Design struct {
	Name         string      // the sample's name in study.yaml, such as "cases"
	Label        survey.Text // what the units are, in the plural, for print
	Census       bool        // every eligible unit was asked; nothing was drawn
	Eligible     int         // units of the population, at least 0; 0 where unknown
	PSU          string      // variable that names the first-stage unit; empty where rows are drawn themselves
	PSULabel     survey.Text // what PSUs are, in the plural, for print
	Second       string      // variable that names the second-stage unit, within its PSU; empty where there is none or rows are it
	Strata       string      // variable that names the stratum; empty for one stratum
	Nest         bool        // units are named within their stratum: 1 of one and 1 of another are two
	SecondStrata string      // variable that names the stratum of the second stage, within the PSU; empty for one
	Draw         int         // units drawn in each PSU, fewer where fewer came back; 0 where it varies or does not apply
	Open         bool        // units are public bodies, whose answers need no disclosure control
	SourceLabel  survey.Text // replaces the generated source line where the study must word it

	// FPC is the variable with the PSUs of the population in each stratum, and
	// SecondFPC that with the second-stage units of the population in each PSU
	// (and stratum of it). A column in which nothing is above 1 is of sampling
	// fractions in (0, 1]. Empty where units count as drawn with replacement;
	// then what was drawn within a PSU needs no stage of its own. With
	// SecondFPC and no Second, rows are the second-stage units.
	FPC, SecondFPC string

	// PPS says that units were drawn with unequal probabilities: FPC and
	// SecondFPC are then the probability of each unit of the stage.
	PPS PPS

	// Weights is the variable with the weight. Where it is empty and the FPC is
	// known, the weight is the product of the inverse sampling fractions of the
	// stages, unless Equal says that rows weigh the same; otherwise it is 1.
	Weights string
	Equal   bool

	Lonely     Lonely      // what is done where a stratum has one PSU
	Replicates Replication // how replicate weights are made; none for linearised variances
}

// stages returns how many stages the design has.
func (d Design) stages() int {
	if d.PSU != "" && (d.Second != "" || d.SecondFPC != "") {
		return 2
	}
	return 1
}

// Weighted reports whether rows may weigh differently.
func (d Design) Weighted() bool { return d.Weights != "" || d.derived() }

// derived reports whether weights follow from the sampling fractions.
func (d Design) derived() bool { return d.Weights == "" && d.FPC != "" && !d.Equal }
