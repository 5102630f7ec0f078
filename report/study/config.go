package study

import "stikprove/survey"

// config is study.yaml as written. Every key is optional unless said.
type config struct {
	Study      survey.Text            `yaml:"study"` // required
	Wave       string                 `yaml:"wave"`
	Language   string                 `yaml:"language"` // "da" where left out
	Title      survey.Text            `yaml:"title"`
	Subtitle   survey.Text            `yaml:"subtitle"`
	Notice     survey.Text            `yaml:"notice"` // what readers must know of the data first
	Method     []survey.Text          `yaml:"method"`
	Instrument string                 `yaml:"instrument"`
	Sources    map[string]source      `yaml:"sources"` // required
	Frame      *frame                 `yaml:"frame"`
	Designs    map[string]design      `yaml:"designs"` // one for every source that a table uses
	Coding     map[string]coder       `yaml:"coding"`
	Variables  map[string][]variable  `yaml:"variables"` // by source, in the order they are derived
	Rules      string                 `yaml:"rules"`     // file of edit rules, see [editRule]
	Privacy    privacyRule            `yaml:"privacy"`
	Disclosure disclosureRule         `yaml:"disclosure"`
	Register   *Register              `yaml:"register"`
	Interviews *interviews            `yaml:"interviews"`
	Appendices []appendix             `yaml:"appendices"`
	Level      float64                `yaml:"level"` // of the intervals, in (0, 1); 0.95 where left out
	Tables     []table                `yaml:"tables"`
	Figures    []figureSpec           `yaml:"figures"`
	Report     map[string]string      `yaml:"report"`  // language to file, and template to a Word file
	Compare    *earlierWave           `yaml:"compare"` // an earlier wave, that tables are held against
	Labels     map[string]survey.Text `yaml:"labels"`  // variable, or variable.option, to the words it is printed with
	House      *house                 `yaml:"house"`
	Charts     bool                   `yaml:"editable_charts"` // figures of report.docx are charts, where Word has their kind

	// Dispositions is a workbook in which people keep how contacts ended, see
	// [Study.Status].
	Dispositions string `yaml:"dispositions"`
}

// place is where in the file a node stands, counted from 1.
type place struct{ Line, Column int }

type source struct {
	place
	File  string `yaml:"file"`
	Sheet string `yaml:"sheet"`
	ID    string `yaml:"id"` // variable that identifies its rows; of cases, each within its respondent

	// Mapping is a file that the command read wrote: the source is read as it
	// says, without guessing.
	Mapping string `yaml:"mapping"`

	// How delimited text is written, where a guess is wrong.
	Encoding     string `yaml:"encoding"` // utf-8, utf-16le, utf-16be, windows-1252 or macintosh
	Separator    string `yaml:"separator"`
	DecimalComma *bool  `yaml:"decimal_comma"`

	// Repeats says which answer counts where a respondent, whom id or the
	// instrument identifies, answered twice: last_complete, first or refuse,
	// which is meant where nothing is said. Rows left out are noted. Of cases in
	// a folder it says which file counts where several are of one respondent:
	// the last with most cases, the first, none, or with keep all of them.
	Repeats string `yaml:"repeats"`

	// Respondents may answer in a file each, in a folder:
	//
	//	jobcentres: {folder: data/svar}
	//	jobcentres: {folder: data/svar, respondent: file name}
	//	jobcentres: {folder: data/svar, respondent: Forside!B2}

	// Cases stand in blocks side by side in the answers of their respondents,
	//
	//	cases: {from: jobcentres, roster: case}
	//
	// in a sheet or file by themselves, each with the variable that identifies
	// its respondent among those of the source that to names,
	//
	//	cases: {file: data/cases.xlsx, sheet: Sager, to: jobcentres, link: jobcentre}
	//
	// in one file for each respondent, where a column, the file's name or a cell
	// of it says who,
	//
	//	cases: {folder: data/sager, to: jobcentres, link: jobcentre}
	//	cases: {folder: data/sager, to: jobcentres, link: jobcentre, respondent: file name}
	//	cases: {folder: data/sager, to: jobcentres, link: jobcentre, respondent: Forside!B2}
	//
	// or in a repeat sheet whose parent column names an index column of the
	// respondents.
	//
	//	cases: {file: data/kobo.xlsx, sheet: case, to: jobcentres, parent: _parent_index, index: _index}
	//
	// All end in the same variables: ROSTER_id, ROSTER_number, the respondent's
	// and the case's.
	From   string `yaml:"from"`   // the source whose roster this unrolls
	Roster string `yaml:"roster"` // that roster; for other cases the instrument's only one or "case" where left out
	To     string `yaml:"to"`     // the source the cases' respondents are in
	Folder string `yaml:"folder"` // in place of file: every file in it, by name

	// A register of spells may stay in its database, see [registerDatabase].
	Database string `yaml:"database"` // address, or $NAME of an environment variable that holds it
	Table    string `yaml:"table"`
	Timeout  string `yaml:"timeout"` // of a query, such as 30m
	Link     string `yaml:"link"`    // the variable that identifies the respondent, there and here
	Parent   string `yaml:"parent"`  // in place of link: the variable here
	Index    string `yaml:"index"`   // and the one there
	// Respondent says where a file of a folder names its respondent, if not in
	// a column: "file name", or a cell such as B2 or Forside!B2.
	Respondent string `yaml:"respondent"`
	// Duplicates says what becomes of a case given twice: keep, first or
	// refuse, which is meant where nothing is said. The same case has the same
	// id or, where no id is named, the same answers.
	Duplicates string `yaml:"duplicates"`

	// Instrument says that the file holds answers to the instrument. It need
	// not be said of the only file, or of one that a roster is unrolled from.
	Instrument bool `yaml:"instrument"`
}

type frame struct {
	place
	File  string `yaml:"file"`
	Sheet string `yaml:"sheet"`
	ID    string `yaml:"id"`  // variable that names the unit, in the frame and in the source
	For   string `yaml:"for"` // the source whose units it lists

	// Disposition is a variable of the frame with how the contact ended.
	Disposition string `yaml:"disposition"`
}

// design says how the rows of a source were drawn. Every variable is one of the
// source's.
//
//	cases:
//	  psu: jobcentre              # first-stage unit
//	  second: case                # second-stage unit; rows where left out
//	  strata: region              # of the first stage
//	  second_strata: kind         # of the second, within the first-stage unit
//	  nest: true                  # units are named within their stratum, so that a name may stand in two
//	  fpc: jobcentres             # first-stage units in the population, or the share of them drawn
//	  second_fpc: agreements      # second-stage units in the population of the first-stage unit
//	  pps: brewer                 # fpc is each unit's own probability: brewer, overton or hr
//	  weights: equal              # or a variable; from fpc and second_fpc where left out
//	  lonely_psu: adjust          # fail, remove, certainty, adjust or average; fail where left out
//	  replicates: bootstrap:500   # jk1, jkn, brr, fay:0.3, bootstrap:N, canty:N or given:PREFIX; linearised where left out
//	  seed: 20150630              # of a bootstrap
//	  calibrate: {margins: margins.csv}  # weights adjusted to the population, see [calibration]
type design struct {
	place
	Census       bool         `yaml:"census"`
	Eligible     int          `yaml:"eligible"` // units of the population
	PSU          string       `yaml:"psu"`
	Second       string       `yaml:"second"`
	Strata       string       `yaml:"strata"`
	SecondStrata string       `yaml:"second_strata"`
	Nest         bool         `yaml:"nest"` // units are named within their stratum
	FPC          string       `yaml:"fpc"`
	SecondFPC    string       `yaml:"second_fpc"`
	PPS          string       `yaml:"pps"`
	Draw         int          `yaml:"draw"`    // units in each PSU
	Weights      string       `yaml:"weights"` // "equal" or a variable
	LonelyPSU    string       `yaml:"lonely_psu"`
	Replicates   string       `yaml:"replicates"`
	Seed         uint64       `yaml:"seed"`
	MSE          bool         `yaml:"mse"` // replicates deviate from the full estimate, not from their mean
	Calibrate    *calibration `yaml:"calibrate"`
	Label        survey.Text  `yaml:"label"`
	PSULabel     survey.Text  `yaml:"psu_label"`
	Source       survey.Text  `yaml:"source"`
}

type coder struct {
	place
	Sample    string              `yaml:"sample"`    // the source
	Variable  string              `yaml:"variable"`  // the text
	Scheme    string              `yaml:"scheme"`    // such as danish/condition
	Decisions []string            `yaml:"decisions"` // files of what people decided: this study's own, then former waves', which are remembered by their texts
	Learn     bool                `yaml:"learn"`     // guess what the rules cannot read, for review
	Agreement string              `yaml:"agreement"` // file that agree --format json wrote, for the account of the method
	Flags     map[string][]string `yaml:"flags"`     // yes/no variables: groups or concepts of the scheme
	Review    reviewBand          `yaml:"review"`    // what a person should look at

	undecided bool // the study's own file is still to be written
}

// reviewBand says what goes to review.
type reviewBand struct {
	place
	Error float64 `yaml:"error"` // share in [0, 1) of what nobody looks at that may be wrong; 0 for the ordinary band
}

// variable derives one variable from another in one of the ways below.
type variable struct {
	place
	Name  string      `yaml:"name"`
	Label survey.Text `yaml:"label"`
	From  string      `yaml:"from"`
	Year  bool        `yaml:"year"`  // the calendar year of a date, before bands
	Bands []band      `yaml:"bands"` // numbers to options
	Any   []string    `yaml:"any"`   // yes where one of these options was given
	Join  []join      `yaml:"join"`  // options to fewer
	First []match     `yaml:"first"` // the first option whose conditions hold
}

type band struct {
	place
	Name  string      `yaml:"name"`
	Label survey.Text `yaml:"label"`
	From  *float64    `yaml:"from"`
	To    *float64    `yaml:"to"`
}

type join struct {
	place
	Name    string      `yaml:"name"`
	Label   survey.Text `yaml:"label"`
	Of      []string    `yaml:"of"`
	Meaning string      `yaml:"meaning"`
}

type match struct {
	place
	Name    string              `yaml:"name"`
	Label   survey.Text         `yaml:"label"`
	When    map[string][]string `yaml:"when"`
	Meaning string              `yaml:"meaning"`
}

type privacyRule struct {
	CPR string `yaml:"cpr"` // refuse or mask; refuse where left out
}

// disclosureRule says what may not be printed of a sample. All tables of the
// study are protected together, so that none gives back what another hides.
type disclosureRule struct {
	Minimum int `yaml:"minimum"` // smallest count that may be printed of a sample; 3 where left out, 1 to print all
	Width   int `yaml:"width"`   // by how much at least the ends of the range differ that readers can narrow a small count to; 1 where left out

	// Dominance hides a total of which so many of the largest parts make up
	// more than so many percent, and p_percent one from which the unit with the
	// second largest part could work out the largest to within so many percent:
	//
	//	disclosure: {dominance: {n: 1, percent: 80}, p_percent: 10}
	//
	// Neither is held where it is left out.
	Dominance *dominance `yaml:"dominance"`
	PPercent  float64    `yaml:"p_percent"`
	Zeros     bool       `yaml:"zeros"` // hide noughts too
	Full      bool       `yaml:"full"`  // hide cells that hold everybody of a column or row
	Cost      string     `yaml:"cost"`  // what is kept least of in hiding: counts, which is meant where nothing is said, or cells
	Round     int        `yaml:"round"` // in place of hiding counts: round them to whole multiples of it; means and totals are hidden still

	Register int      `yaml:"register"` // smallest count of a register; 5 where left out
	Open     []string `yaml:"open"`     // samples of public bodies, printed whole
}

type dominance struct {
	place
	N       int     `yaml:"n"`
	Percent float64 `yaml:"percent"`
}

type table struct {
	place
	ID             string              `yaml:"id"`
	Title          survey.Text         `yaml:"title"`
	Sample         string              `yaml:"sample"`
	Rows           names               `yaml:"rows"` // several stand under each other, see [table.banner]
	Items          []string            `yaml:"items"`
	Sum            string              `yaml:"sum"`
	Columns        names               `yaml:"columns"` // several stand side by side
	Percent        string              `yaml:"percent"`
	Verbatim       bool                `yaml:"verbatim"` // rows or columns may be answers to an open question, as they were written
	Where          map[string][]string `yaml:"where"`
	DropDontKnow   bool                `yaml:"drop_dont_know"`
	OfWhich        string              `yaml:"of_which"`
	OfWhichLabel   survey.Text         `yaml:"of_which_label"`
	Nets           []net               `yaml:"nets"`
	RowsLargest    int                 `yaml:"rows_largest"`
	ColumnsLargest int                 `yaml:"columns_largest"`
	RowsJoined     survey.Text         `yaml:"rows_joined"`
	ColumnsJoined  survey.Text         `yaml:"columns_joined"`
	Benchmark      *benchmark          `yaml:"benchmark"`
	Response       []response          `yaml:"response"`
	Notes          []survey.Text       `yaml:"notes"`
	Mean           string              `yaml:"mean"`          // in place of rows: a number, whose mean is given by column
	Base           string              `yaml:"base"`          // respondents or, of several answers, answers
	Top            int                 `yaml:"top"`           // so many rows of the highest share, and those that tie
	Bottom         int                 `yaml:"bottom"`        // so many of the lowest
	WholePercent   bool                `yaml:"whole_percent"` // whole percentages that add to 100
	Test           string              `yaml:"test"`          // see [crosstab.Methods]; none; chosen by the design where left out
	Seed           uint64              `yaml:"seed"`          // of a Monte Carlo test
	Letters        string              `yaml:"letters"`       // holm, bonferroni or none: compares columns; not where left out
	Layers         string              `yaml:"layers"`        // variable: a table for each of its options, ID-OPTION

	Compare string `yaml:"compare"` // id of the table that is held against the earlier wave's, in place of all this
	Column  string `yaml:"column"`  // of a comparison: the column compared; everybody where left out

	appendix string // the coding that the table lists what was found by; the study does not write this one
}

// names are variables; one may be written without a list.
type names []string

// first returns the first, or "" where there is none.
func (n names) first() string {
	if len(n) == 0 {
		return ""
	}
	return n[0]
}

type net struct {
	place
	ID    string      `yaml:"id"`
	Label survey.Text `yaml:"label"`
	Of    []string    `yaml:"of"`
}

type benchmark struct {
	place
	Label  survey.Text        `yaml:"label"`
	Source survey.Text        `yaml:"source"`
	Shares map[string]float64 `yaml:"shares"`
	// Difference prints the sample's shares less the known ones.
	Difference bool `yaml:"difference"`

	// In place of shares: those of a table of the register, see [fromRegister].
	Register string              `yaml:"register"`
	Options  map[string][]string `yaml:"options"`
}

// response counts who answered: units with an answer to a variable, or units
// with at least one row in another source.
type response struct {
	place
	ID       string      `yaml:"id"`
	Label    survey.Text `yaml:"label"`
	Answered string      `yaml:"answered"`
	With     string      `yaml:"with"`
}

// figureSpec is one figure.
//
//	figures:
//	  - {id: size, table: firm-size}                          # the kind that suits the table
//	  - {id: rank, table: municipality, kind: dots, column: own, ends: 10}
//	  - {id: waves, table: condition-by-wave, kind: dumbbell, columns: ["2015", "2026"]}
type figureSpec struct {
	place
	ID      string      `yaml:"id"`
	Table   string      `yaml:"table"`
	Kind    string      `yaml:"kind"` // one of [figure.Kinds]; see [figure.Choose] where left out
	Title   survey.Text `yaml:"title"`
	Width   float64     `yaml:"width"` // in centimetres, as Height
	Height  float64     `yaml:"height"`
	Sort    *bool       `yaml:"sort"`    // by falling value, or as in the table; as suits the kind where left out
	Column  string      `yaml:"column"`  // drawn by bar, dots, histogram and line
	Columns []string    `yaml:"columns"` // drawn by grouped, dumbbell and line
	Row     string      `yaml:"row"`     // of dots: ranks the columns by their share in this row
	Ends    int         `yaml:"ends"`    // of dots: only so many of the highest and of the lowest
}

// house is what an organisation's figures look like.
//
//	house: {colours: ["#14507f", "#c97a1e"], font: fonts/House.ttf, bold: fonts/House-Bold.ttf}
type house struct {
	place
	Colours []string `yaml:"colours"` // the first for bars, the second for what they are held against, all for series
	Font    string   `yaml:"font"`    // TrueType or OpenType file
	Bold    string   `yaml:"bold"`    // the same font in bold
}
