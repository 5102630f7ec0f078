package weight

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"stikprove/survey"
)

// Margin is a number of units known for each category of a variable, or of
// several crossed.
type Margin struct {
	Variable   string   // as problems name it
	Categories []string // as problems name them
	Counts     []float64
	Of         []int32 // category of each row, from 0, or −1 where it has none
}

// Cell is one count of a margin: the values of its variables, one for each, and
// the number of units in the population.
type Cell struct {
	Values []string
	Count  float64
}

// NewMargin reads which category each row of ds is in. A single answer may stand
// in a cell by its name, code or label. Rows whose weight is 0 need none.
//
// Problems are all there are: variables ds does not have or that have no
// categories, counts that are not numbers from 0, cells that stand twice, and
// rows with weight that have no value or a value that no cell has.
func NewMargin(ds *survey.Dataset, variables []string, cells []Cell, weight []float64) (Margin, survey.Problems) {
	name := strings.Join(variables, ",")
	m := Margin{Variable: name, Of: make([]int32, ds.Rows())}
	var problems survey.Problems
	say := func(format string, args ...any) {
		problems = append(problems, survey.Problem{Variable: "margin of " + name, Message: fmt.Sprintf(format, args...)})
	}
	columns := make([]*survey.Column, len(variables))
	for k, v := range variables {
		c := ds.Column(v)
		switch {
		case c == nil:
			say("%s", ds.NoVariable(v, ds.Unit()))
		case c.Sensitive():
			say("variable %q is sensitive; weights would tell of it", v)
		case c.Kind == survey.KindMultiple:
			say("variable %q has several answers; want one with a category for each row", v)
		}
		columns[k] = c
	}
	if len(problems) > 0 {
		return m, problems
	}
	known := map[string]int32{}
	for _, cell := range cells {
		label := strings.Join(cell.Values, ", ")
		if len(cell.Values) != len(variables) {
			say("a cell has %d values, want %d", len(cell.Values), len(variables))
			continue
		}
		keys := make([]string, len(cell.Values))
		for k, v := range cell.Values {
			keys[k] = named(columns[k], v)
		}
		key := strings.Join(keys, "\x00")
		_, twice := known[key]
		switch {
		case twice:
			say("category %s stands twice", survey.Quote(label))
		case math.IsNaN(cell.Count) || math.IsInf(cell.Count, 0) || cell.Count < 0:
			say("category %s has a count of %s, want a number from 0", survey.Quote(label), plain(cell.Count))
		default:
			known[key] = int32(len(m.Categories))
			m.Categories = append(m.Categories, label)
			m.Counts = append(m.Counts, cell.Count)
		}
	}
	return m, append(problems, m.place(ds, columns, known, weight)...)
}

// place finds the category of each row.
func (m *Margin) place(ds *survey.Dataset, columns []*survey.Column, known map[string]int32, weight []float64) survey.Problems {
	var problems survey.Problems
	absent := map[string]int{} // problem of each category that is in no cell
	rows := map[string]int{}
	missing, firstMissing := 0, survey.Problem{}
	values := make([]string, len(columns))
	for i := range m.Of {
		m.Of[i] = -1
		blank := ""
		for k, c := range columns {
			values[k] = strings.Join(strings.Fields(c.Answer(i)), " ")
			if values[k] == "" {
				blank = c.Name
			}
		}
		at, ok := known[strings.Join(values, "\x00")]
		switch {
		case ok && blank == "":
			m.Of[i] = at
		case weight[i] == 0:
		case blank != "":
			if missing++; missing == 1 {
				firstMissing = ds.Cell(i, blank)
			}
		default:
			label := strings.Join(values, ", ")
			if rows[label]++; rows[label] == 1 {
				absent[label] = len(problems)
				problems = append(problems, ds.Cell(i, columns[0].Name))
			}
			problems[absent[label]].Message = fmt.Sprintf("category %s has %s in the data and no count in the margin%s",
				survey.Quote(label), counted(rows[label]), instead(label, m.Categories))
		}
	}
	if missing > 0 {
		firstMissing.Message = fmt.Sprintf("no value, here the first of %s with weight; a margin needs a category for each", counted(missing))
		problems = append(problems, firstMissing)
	}
	return problems
}

// instead suggests a category of a like name. Short names are like any other.
func instead(label string, categories []string) string {
	if len([]rune(label)) < 4 {
		return ""
	}
	return survey.DidYouMean(label, categories)
}

// named returns the value as the rows of c have it.
func named(c *survey.Column, written string) string {
	written = strings.Join(strings.Fields(written), " ")
	for _, same := range []func(o survey.Option) bool{
		func(o survey.Option) bool { return o.Name == written },
		func(o survey.Option) bool { return o.Code == written },
		func(o survey.Option) bool {
			for _, label := range o.Label {
				if label == written {
					return true
				}
			}
			return false
		},
	} {
		for _, o := range c.Options {
			if same(o) {
				return o.Name
			}
		}
	}
	if c.Kind == survey.KindInteger || c.Kind == survey.KindDecimal {
		if x, err := strconv.ParseFloat(written, 64); err == nil {
			return strconv.FormatFloat(x, 'f', -1, 64)
		}
	}
	return written
}

// sum returns the number of units of the margin.
func (m Margin) sum() float64 {
	total := 0.0
	for _, n := range m.Counts {
		total += n
	}
	return total
}

// sums returns the weight in each category. The error says that rows with
// weight have none, or which category with a count has no weight.
func (m Margin) sums(weight []float64) ([]float64, error) {
	sums := make([]float64, len(m.Counts))
	homeless := 0
	for i, g := range m.Of {
		switch {
		case g >= 0:
			sums[g] += weight[i]
		case weight[i] != 0:
			homeless++
		}
	}
	if homeless > 0 {
		return nil, fmt.Errorf("%s: %s with weight have no category of the margin", m.Variable, counted(homeless))
	}
	for g, sum := range sums {
		switch {
		case sum == 0 && m.Counts[g] > 0:
			return nil, fmt.Errorf("%s: category %s has a count of %s and no respondents with weight; join it with another category", m.Variable, survey.Quote(m.Categories[g]), plain(m.Counts[g]))
		case sum != 0 && m.Counts[g] == 0:
			return nil, fmt.Errorf("%s: category %s has a count of 0 and respondents with weight; want the count, or the rows left out", m.Variable, survey.Quote(m.Categories[g]))
		}
	}
	return sums, nil
}

// agree returns an error where margins do not sum to the same.
func agree(margins []Margin) error {
	for _, m := range margins {
		if len(m.Counts) == 0 {
			return fmt.Errorf("%s: the margin has no category", m.Variable)
		}
		first := margins[0]
		if a, b := first.sum(), m.sum(); math.Abs(a-b) > 1e-9*math.Max(a, b) {
			return fmt.Errorf("the margin of %s sums to %s and that of %s to %s; want the same total", first.Variable, plain(a), m.Variable, plain(b))
		}
	}
	return nil
}

var errNoWeight = errors.New("every weight is 0")

// plain writes a number without needless decimals.
func plain(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e15 {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

func counted(rows int) string {
	if rows == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", rows)
}
