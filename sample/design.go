package sample

import "stikprove/survey"

// Design says how units came to be in a dataset.
type Design struct {
	Name        string      // the sample's name in study.yaml, such as "cases"
	Label       survey.Text // what the units are, in the plural, for print
	Census      bool        // every eligible unit was asked; nothing was drawn
	Eligible    int         // units of the population, at least 0; 0 where unknown
	PSU         string      // variable that names the first-stage unit; empty where rows are drawn themselves
	PSULabel    survey.Text // what PSUs are, in the plural, for print
	Strata      string      // variable that names the stratum; empty for one stratum
	Draw        int         // units drawn in each PSU, fewer where fewer came back; 0 where it varies or does not apply
	Weights     string      // variable with the weight; empty for equal weights
	Open        bool        // units are public bodies, whose answers need no disclosure control
	SourceLabel survey.Text // replaces the generated source line where the study must word it
}
