package language

import "slices"

// Sense is what a word of the language does to what is named around it.
type Sense uint8

// The senses.
const (
	Filler    Sense = iota // says nothing about what is named
	And                    // joins what stands on either side
	But                    // begins something new
	In                     // a place follows
	With                   // what follows goes with what precedes
	Cause                  // what follows is the cause of what precedes
	After                  // what precedes came after what follows
	Copula                 // what follows describes what precedes
	Begins                 // a verb that after "and" begins a new clause
	Negation               // what follows is denied
	Denied                 // what precedes is denied
	Vain                   // makes a negation before it deny itself only: "without effect"
	Cannot                 // with "not": says what one cannot do, denies nothing named
	History                // what follows is past
	Past                   // what precedes is past
	Now                    // ends what is past
	Suspicion              // what follows is suspected
	Suspect                // what precedes is suspected
	Sequela                // late effects of what follows
	Focus                  // what follows is what the answer is about
	Person                 // what follows is somebody else's
	Workplace              // what follows is where or what one works
)

var senseNames = []string{"filler", "and", "but", "in", "with", "cause", "after", "copula", "begins", "negation", "denied", "vain", "cannot", "history", "past", "now", "suspicion", "suspect", "sequela", "focus", "person", "workplace"}

// String returns the sense's name as a scheme file writes it.
func (s Sense) String() string { return senseNames[s] }

// SenseNames lists the names of all senses.
func SenseNames() []string { return slices.Clone(senseNames) }

// ParseSense returns the sense called name.
func ParseSense(name string) (s Sense, ok bool) {
	i := slices.Index(senseNames, name)
	return Sense(max(i, 0)), i >= 0
}

// Phrases are the words and phrases of one sense, as they are written.
type Phrases struct {
	Sense   Sense
	Phrases string // separated by commas
}
