package survey

// Aside is a row of the questionnaire that nobody answers: a note that is
// shown, or a value that the form computes and the export does not hold.
type Aside struct {
	Name     string
	Label    Text // what is shown
	Hint     Text
	Computed string // the formula as it is written, which is never evaluated; empty for a note
	Section  Text   // label of the group it stands in
	Roster   string // name of the roster it is repeated in; empty for none
	Relevant *Rule  // shown or computed only where it holds; nil for always
	Before   int    // the place in Questions of the question it stands before; their number where none follows
}
