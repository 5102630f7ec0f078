package platform

import "slices"

// Mapping is every decision taken about a file: where its answers are and
// what stands for what. A study keeps it, and the next wave is read by it
// without guessing; see [ReadMapped]. Columns are named by their headings; of
// headings that stand twice the later ones have their number behind them, as
// in "Navn (2)", and a column without heading is named by its letters, as in
// "column X".
type Mapping struct {
	Platform string // as in Layout
	Sheet    string // the sheet with the answers; empty for delimited text
	Heading  int    // the first row of headings, from 1
	Headings int    // rows of headings; the answers begin below

	Encoding  string // of delimited text
	Separator string // of delimited text

	ID      string        // the column that identifies the respondent, or empty
	Keys    []string      // columns that with ID make a row's identity: event, repeat
	Status  MappedStatus  // how far each respondent came
	Missing []MissingCode // in every column where it is no option's code
	// ZeroWhenBlank says that the platform writes 0 in the columns of options
	// for people who were never asked. Zeros then mean "not chosen" only of
	// respondents who completed.
	ZeroWhenBlank bool

	Variables []MappedVariable // in the order of the file
	Ignored   []string         // columns that are left out
}

// MappedStatus says which columns tell how far a respondent came.
type MappedStatus struct {
	Rules     []StatusRule
	Exclusive bool // one rule at most may hold of a row, and one must
}

// StatusRule says what a column tells. Statuses are new, distributed, partial,
// completed, rejected, preview and test. Where several rules hold of a row,
// test and preview count before the others, and then what is least complete.
type StatusRule struct {
	Column string
	Values map[string]string // value, without regard to case: status
	Filled string            // status of a row with any other value; empty for none
	Blank  string            // status of a row without a value; empty for none
}

// MissingCode is a value that stands for an absence.
type MissingCode struct {
	Value string // as written, without regard to case
	Means string // not_asked, not_answered or not_returned
}

// MappedVariable is a question and the columns it is read from.
type MappedVariable struct {
	Name  string
	Label string
	Kind  string // as survey.Kind writes it
	Role  string // answer, id, personal or time; time is a column of the platform's own

	Columns []string // one, or one per option
	Options []MappedOption
	// Separator stands between answers that share a cell: ", ", ";", " ", "/"
	// or a line break. Empty where there is a column per option.
	Separator string

	Missing      []MissingCode
	DecimalComma bool   // numbers written as text have a decimal comma
	DateOrder    string // of dates written as text: ymd, dmy or mdy

	// OtherOf names the question whose "other, please specify" this is, and
	// OtherOption the option that goes with it. Remainder says that the text
	// stands in the question's own column, in place of an option or beside
	// options.
	OtherOf     string
	OtherOption string
	Remainder   bool
}

// MappedOption is an option and what stands for it.
type MappedOption struct {
	Name    string
	Code    string // in the file; the label also counts
	Label   string
	Meaning string // dont_know, refused, not_relevant, none; empty for substantive
	Column  string // its own column, where there is one per option
	Chosen  string // what its column holds where it was chosen; empty for 1, Yes and the label
	Filled  bool   // chosen where its column holds anything: the text of an "other"
}

// find returns the variable called name, or nil.
func (m *Mapping) find(name string) *MappedVariable {
	for i := range m.Variables {
		if m.Variables[i].Name == name {
			return &m.Variables[i]
		}
	}
	return nil
}

// reads returns the variable that is read from columns and from no others, or
// nil.
func (m *Mapping) reads(columns ...string) *MappedVariable {
	for i := range m.Variables {
		if v := &m.Variables[i]; slices.Equal(v.Columns, columns) && !v.Remainder {
			return v
		}
	}
	return nil
}

// Roles of a mapped variable.
const (
	roleAnswer   = "answer"
	roleID       = "id"
	rolePersonal = "personal"
	roleTime     = "time"
)

// Absences that a code can stand for.
const (
	notAsked    = "not_asked"
	notAnswered = "not_answered"
	notReturned = "not_returned"
)
