package sample

import (
	"fmt"
	"slices"
	"strings"
)

// Lonely says what a stratum with one unit of a stage, of several in the
// population, adds to the variance. The names are those of R survey's option
// survey.lonely.psu.
type Lonely uint8

// The rules.
const (
	LonelyFail      Lonely = iota // no variance exists
	LonelyRemove                  // nothing
	LonelyCertainty               // nothing: the unit was certain to be drawn
	LonelyAdjust                  // the square of its total, which is centred at 0 in place of the stratum's mean
	LonelyAverage                 // the average of the strata with more units
)

var lonelyNames = []string{"fail", "remove", "certainty", "adjust", "average"}

// String returns the rule's name.
func (l Lonely) String() string { return lonelyNames[l] }

// ParseLonely returns the rule called name; an empty name is fail.
func ParseLonely(name string) (Lonely, error) {
	if name == "" {
		return LonelyFail, nil
	}
	at := slices.Index(lonelyNames, name)
	if at < 0 {
		return LonelyFail, fmt.Errorf("%q: want %s or average", name, strings.Join(lonelyNames[:4], ", "))
	}
	return Lonely(at), nil
}
