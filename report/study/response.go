package study

import (
	"cmp"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/sample"
	outcomes "stikprove/sample/response"
	"stikprove/sample/weight"
	"stikprove/survey"
)

// ResponseOptions say what is asked of who answered. Either Disposition or Frame
// is given.
type ResponseOptions struct {
	Disposition string   // the variable with codes of how contacts ended
	Map         []string // CODE=LETTERS, see [outcomes.ParseMapping]
	Eligible    string   // the share of cases of unknown eligibility that is eligible; estimated where empty
	Frame       string   // file that lists everybody who was asked
	FrameSheet  string
	ID          string   // variable that names the unit, in both files
	By          []string // the groups, or the frame's variables that answers are held against
	Effect      []string // variables of the answers whose means are made before and after weighting
	Classes     int      // of the propensity; 0 for the cells of By where all are categories, and 5 otherwise
	Weights     string   // variable with the design weight, of the frame where there is one
	Sheet       string   // of the file
}

// Check returns what is wrong with the options, before anything is read.
func (o ResponseOptions) Check() error {
	if _, err := outcomes.ParseMapping(o.Map); err != nil {
		return fmt.Errorf("--map %w", err)
	}
	_, err := o.eligible()
	switch {
	case err != nil:
		return err
	case (o.Disposition == "") == (o.Frame == ""):
		return fmt.Errorf("want either --disposition, for rates, or --frame, for who answered")
	case o.Frame != "" && (o.ID == "" || len(o.By) == 0):
		return fmt.Errorf("--frame needs --id, the variable that names the unit in both files, and --by, the frame's variables")
	case o.Frame != "" && (len(o.Map) > 0 || o.Eligible != ""):
		return fmt.Errorf("--map and --e are of rates, with --disposition")
	case o.Frame == "" && (o.ID != "" || len(o.Effect) > 0 || o.Classes != 0):
		return fmt.Errorf("--id, --effect and --classes go with --frame")
	case o.Frame == "" && len(o.By) > 1:
		return fmt.Errorf("--by %s: rates are by one variable", strings.Join(o.By, ","))
	case o.Classes < 0 || o.Classes == 1:
		return fmt.Errorf("--classes %d: want 2 or more", o.Classes)
	}
	return nil
}

// eligible returns the share that is given, NaN where none is.
func (o ResponseOptions) eligible() (float64, error) {
	if o.Eligible == "" {
		return math.NaN(), nil
	}
	v, err := numberPair(o.Eligible + ",")
	if err != nil || !(v[0] >= 0 && v[0] <= 1) {
		return 0, fmt.Errorf("--e %s: want a share from 0 to 1", o.Eligible)
	}
	return v[0], nil
}

// Responded is rates, or answers held against a frame.
type Responded struct {
	Groups   []RespondedGroup // of rates; the whole is last where there are others
	Used     []outcomes.Used  // codes of the data
	Given    bool             // e was given
	Weighted bool

	Frame *FrameAnswered // nil of rates
}

// RespondedGroup is the rates of a group.
type RespondedGroup struct {
	outcomes.Tally
	Rates outcomes.Rates
}

// FrameAnswered is answers held against a frame.
type FrameAnswered struct {
	Units, Answered int
	Rate            float64 // by weight
	Balances        []outcomes.Balance
	Model           *outcomes.Model
	R               outcomes.Representativity
	Classes         string   // what the weighting classes are made by
	ClassNames      []string // and what they are
	Effects         []NamedChange
	Silent          weight.SilentClass // in which nobody answered, so that there is no effect; its zero value otherwise
}

// NamedChange is what weighting does to the mean of a variable.
type NamedChange struct {
	Variable string
	outcomes.Change
}

// Response tells who answered a survey, from a file of contacts or from a file
// of answers and the frame.
func Response(path string, o ResponseOptions, progress Progress) (*Responded, error) {
	s := newFileStudy(path, FileDesign{Sheet: o.Sheet}, "")
	s.check()
	s = s.afresh()
	data, err := s.read(progress)
	if err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	a := answers{study: s, o: o, data: data.Datasets[rowsName]}
	out := &Responded{Weighted: o.Weights != ""}
	if o.Frame == "" {
		a.rates(out)
	} else if err := a.against(out); err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	return out, nil
}

// answers is a run of the command.
type answers struct {
	study *Study
	o     ResponseOptions
	data  *survey.Dataset
}

func (a *answers) problem(format string, args ...any) {
	a.study.problems = append(a.study.problems, survey.Problem{Variable: "response", Message: fmt.Sprintf(format, args...)})
}

// column returns the variable called name of ds, or nil.
func (a *answers) column(ds *survey.Dataset, name string, identity bool) *survey.Column {
	c := ds.Column(name)
	switch {
	case c == nil:
		a.problem("%s", ds.NoVariable(name, ds.Unit()))
		return nil
	case c.Sensitive() && !identity:
		a.problem("variable %q is sensitive, and nothing is told by it", name)
		return nil
	case c.Kind == survey.KindMultiple:
		a.problem("variable %q has several answers; want one", name)
		return nil
	}
	return c
}

// weights returns the design weights of ds, 1 where none are named.
func (a *answers) weights(ds *survey.Dataset) []float64 {
	bound, err := sample.Bind(ds, sample.Design{Name: ds.Unit(), Weights: a.o.Weights})
	if err != nil {
		a.study.problems.Add(a.study.file, err)
		return nil
	}
	return bound.Weight
}

// rates fills in the rates of groups.
func (a *answers) rates(out *Responded) {
	c := a.column(a.data, a.o.Disposition, false)
	weight := a.weights(a.data)
	if c == nil || weight == nil {
		return
	}
	m, _ := outcomes.ParseMapping(a.o.Map) // checked before, as is e
	e, _ := a.o.eligible()
	out.Given = !math.IsNaN(e)
	cell := func(row int) survey.Problem { return a.data.Cell(row, c.Name) }
	all, used, problems := outcomes.Count(c, cell, m, weight, nil, nil)
	if len(problems) > 0 {
		a.study.problems.Add(a.study.file, problems)
		return
	}
	out.Used = used
	tallies := all
	if len(a.o.By) == 1 {
		by := a.column(a.data, a.o.By[0], false)
		if by == nil {
			return
		}
		v := categoriesOf(by)
		groups, _, _ := outcomes.Count(c, cell, m, weight, v.Of, v.Categories)
		tallies = append(groups, all...)
	}
	for _, t := range tallies {
		out.Groups = append(out.Groups, RespondedGroup{t, outcomes.RatesOf(t.W, e)})
	}
}

// categoriesOf returns a column as categories: options in their order, or values
// in order.
func categoriesOf(c *survey.Column) outcomes.Variable {
	v := outcomes.Variable{Name: c.Name, Of: make([]int32, c.Rows())}
	if c.Kind == survey.KindSingle {
		for _, o := range c.Options {
			v.Categories = append(v.Categories, o.Name)
		}
		for i := range v.Of {
			v.Of[i] = int32(c.Index(i))
		}
		return v
	}
	type value struct {
		name string
		size float64
	}
	known := map[string]float64{}
	for i := range v.Of {
		name := strings.TrimSpace(c.Answer(i))
		if name == "" {
			continue
		}
		known[name] = math.NaN()
		if c.Kind != survey.KindText {
			known[name] = c.Number(i)
		}
	}
	var values []value
	for name, size := range known {
		values = append(values, value{name, size})
	}
	slices.SortFunc(values, func(a, b value) int {
		return cmp.Or(cmp.Compare(a.size, b.size), strings.Compare(a.name, b.name))
	})
	place := map[string]int32{}
	for k, x := range values {
		place[x.name] = int32(k)
		v.Categories = append(v.Categories, x.name)
	}
	for i := range v.Of {
		at, ok := place[strings.TrimSpace(c.Answer(i))]
		if v.Of[i] = at; !ok {
			v.Of[i] = -1
		}
	}
	return v
}

// mostLevels is how many values a number may have and still be categories.
const mostLevels = 12

// variableOf returns a variable of the frame: a number as such unless it has few
// values.
func variableOf(c *survey.Column) outcomes.Variable {
	if c.Kind == survey.KindInteger || c.Kind == survey.KindDecimal {
		values := map[float64]bool{}
		x := make([]float64, c.Rows())
		for i := range x {
			if x[i] = c.Number(i); !math.IsNaN(x[i]) && len(values) <= mostLevels {
				values[x[i]] = true
			}
		}
		if len(values) > mostLevels || c.Kind == survey.KindDecimal {
			return outcomes.Variable{Name: c.Name, X: x}
		}
	}
	return categoriesOf(c)
}

// frameFile reads the frame.
func (a *answers) frameFile() (*survey.Dataset, error) {
	f := newFileStudy(a.o.Frame, FileDesign{Sheet: a.o.FrameSheet}, "")
	f.check()
	data, err := f.read(nil)
	if err != nil {
		return nil, err
	}
	if err := f.problems.Err(); err != nil {
		return nil, err
	}
	return data.Datasets[rowsName].Named(filepath.Base(a.o.Frame)), nil
}
