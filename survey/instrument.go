package survey

// Instrument is a questionnaire as fielded, in every language it has.
type Instrument struct {
	Title     Text
	ID        string
	Version   string
	Language  string     // the default language's tag
	Languages []string   // every language's tag, the default first
	Questions []Question // in order, those of rosters among them
	Rosters   []Roster
	Asides    []Aside // in order
}

// Question is an item of the questionnaire.
type Question struct {
	Variable
	Hint              Text
	Section           Text   // label of the group it stands in
	Roster            string // name of the roster it is repeated in; empty for none
	Required          bool   // the form asks for an answer; a blank is NotAnswered all the same
	Relevant          *Rule  // asked only where it holds; nil for always
	Constraint        *Rule  // a value must satisfy it; nil for none
	ConstraintMessage Text
	// Computed is the formula of a value that the form computes and the export
	// holds, as it is written. It is not evaluated: the value is read as text.
	Computed string
	// Export is the name of its column in an export: "{code}" stands for an
	// option's code and, in a roster, "{i}" for the block's number from 1.
	Export string
}

// Roster is a block of questions repeated per sub-unit.
type Roster struct {
	Name   string
	Label  Text
	Count  int    // blocks, at least 1
	Prefix string // export prefix with "{i}" for the block's number
}

// Question returns the question called name, or nil.
func (in *Instrument) Question(name string) *Question {
	for i := range in.Questions {
		if in.Questions[i].Name == name {
			return &in.Questions[i]
		}
	}
	return nil
}
