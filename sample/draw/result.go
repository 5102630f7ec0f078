package draw

// Result is a drawn sample.
type Result struct {
	Spec         Spec
	Frame        *Frame
	Drawn        []Pick // by stratum, then in the order drawn
	Replacements []Pick // by stratum or PSU, then in the order they are to be used
	Strata       []Stratum
	Changes      []Change
}

// Pick is a unit of a sample.
type Pick struct {
	ID          string
	Row         int // of the frame's dataset, from 0
	Number      int // of the unit within the row, from 1; 0 where the row is the unit
	Stratum     string
	PSU         string
	Order       int     // from 1 among the drawn, or among the replacements of its stratum or PSU
	Probability float64 // of being drawn, over all stages; 0 for a replacement
	Weight      float64 // 1/Probability; 0 for a replacement
	FPC, FPC2   int     // units of the population at each stage; 0 where there is no such stage, or they were drawn in proportion to size
}

// Stratum is what a stratum had and got.
type Stratum struct {
	Name     string
	Units    int     // in the frame
	PSUs     int     // in the frame; 0 where no variable names them
	N        int     // units drawn, or PSUs
	Taken    int     // units drawn in all stages
	Certain  int     // of N, those large enough to be certain
	Start    float64 // of a systematic draw, in (0, 1): the share of the interval at which it begins
	Interval float64 // of a systematic draw, in units or in the unit of size
	Trials   int     // of a draw by rejection
	Least    float64 // smallest inclusion probability of those drawn from, all stages
	Most     float64 // largest
	Sum      float64 // of the inclusion probabilities of the units, or PSUs, at the first stage
}

// ChangeKind is why a draw is not quite what was asked for.
type ChangeKind uint8

// The kinds of change.
const (
	RaisedToMinimum ChangeKind = iota // the stratum got its minimum in place of a smaller share
	HeldToSize                        // the stratum has fewer units than its share
	TookAll                           // the PSU has no more units than are taken in each
	MadeCertain                       // units so large that they are certain
	NothingDrawn                      // a stratum of which nothing is drawn, so that the sample says nothing of it
	FewReplacements                   // fewer units are left than replacements were asked for
)

// Change is something a draw did that was not asked for.
type Change struct {
	Kind    ChangeKind
	Stratum string
	PSU     string
	Wanted  float64 // units, before rounding
	Got     int
}

// Summary is what the drawn units' inclusion probabilities range over, and what
// their design weights add to.
type Summary struct{ Least, Most, WeightSum float64 }

// Summary returns the summary of the drawn units.
func (r *Result) Summary() Summary {
	s := Summary{Least: 1}
	for _, p := range r.Drawn {
		s.Least, s.Most = min(s.Least, p.Probability), max(s.Most, p.Probability)
		s.WeightSum += p.Weight
	}
	return s
}
