package survey

// Kind says what values a variable takes.
type Kind uint8

// The kinds of variable.
const (
	KindText     Kind = iota // free text
	KindInteger              // whole numbers
	KindDecimal              // numbers
	KindDate                 // days, as days since 1970-01-01
	KindSingle               // one of the options
	KindMultiple             // any number of the options
)

var kindNames = [...]string{"text", "integer", "decimal", "date", "single", "multiple"}

// String returns the kind's name as the machine formats write it.
func (k Kind) String() string { return kindNames[k] }

// Meaning says what choosing an option tells: something of substance, or one
// of the ways of not telling.
type Meaning uint8

// The meanings of an option.
const (
	Substantive Meaning = iota
	DontKnow
	Refused
	NotRelevant
	None     // "none of these" in a question with several answers
	NotCoded // words that were answered, which no scheme and nobody has coded yet
)

// Option is an allowed answer.
type Option struct {
	Name      string  // ASCII, stable across waves
	Code      string  // what stands for it in an export; Name where empty
	Label     Text    // for print
	Meaning   Meaning // substantive unless the instrument says otherwise
	Exclusive bool    // cannot be chosen together with others
}

// Role says what a variable is used for.
type Role uint8

// The roles of a variable.
const (
	RoleAnswer   Role = iota
	RoleID            // identifies the unit
	RoleWeight        // how many units the row stands for
	RoleCoded         // free text that a scheme codes; sensitive
	RolePersonal      // tells who somebody is; sensitive
)

// Variable describes a column.
type Variable struct {
	Name    string   // ASCII, stable across waves
	Label   Text     // for print
	Kind    Kind     // what values it takes
	Role    Role     // what it is used for
	Options []Option // in questionnaire order; at most 64 for KindMultiple
	Ordered bool     // options run from low to high and are not to be sorted
}

// Sensitive reports whether values may never appear in messages and logs.
func (v Variable) Sensitive() bool { return v.Role == RoleCoded || v.Role == RolePersonal }

// Option returns the index of the option called name, or -1.
func (v Variable) Option(name string) int {
	for i, o := range v.Options {
		if o.Name == name {
			return i
		}
	}
	return -1
}

// Missing says why a value is absent, or that it is present.
type Missing uint8

// The three absences.
const (
	Present     Missing = iota
	NotAnswered         // asked, and left blank
	NotAsked            // routed past
	NotReturned         // the unit, or the block, did not come back
)

var missingNames = [...]string{"present", "not_answered", "not_asked", "not_returned"}

// String returns the absence's name as the machine formats write it.
func (m Missing) String() string { return missingNames[m] }
