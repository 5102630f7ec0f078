package crosstab_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// single returns a column of single answers, one letter per row: the option
// that begins with it, "." for not answered, "-" for not asked.
func single(name, answers string, options ...string) *survey.Column {
	v := survey.Variable{Name: name, Label: survey.Words(name)}
	for _, o := range options {
		meaning := survey.Substantive
		if o == "dont_know" {
			meaning = survey.DontKnow
		}
		v.Options = append(v.Options, survey.Option{Name: o, Label: survey.Words(o), Meaning: meaning})
	}
	index, missing := make([]int16, len(answers)), make([]survey.Missing, len(answers))
	for i, a := range answers {
		index[i] = -1
		switch a {
		case '.':
			missing[i] = survey.NotAnswered
		case '-':
			missing[i] = survey.NotAsked
		default:
			for k, o := range options {
				if rune(o[0]) == a {
					index[i] = int16(k)
				}
			}
		}
	}
	return survey.NewSingle(v, index, missing)
}

// psus returns a column that puts size rows in each PSU.
func psus(rows, size int) *survey.Column {
	numbers := make([]float64, rows)
	for i := range numbers {
		numbers[i] = float64(i / size)
	}
	return survey.NewNumber(survey.Variable{Name: "office", Kind: survey.KindInteger}, numbers, nil)
}

// bound returns the columns as a sample of cases, three in each office.
func bound(t *testing.T, columns ...*survey.Column) *sample.Sample {
	t.Helper()
	rows := columns[0].Rows()
	ds, err := survey.NewDataset("cases", rows, survey.Origin{}, append(columns, psus(rows, 3))...)
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "office", Draw: 3})
	require.NoError(t, err)
	return s
}

// text builds spec and returns its table as canonical text.
func text(t *testing.T, s *sample.Sample, spec crosstab.Spec) string {
	t.Helper()
	table, err := crosstab.Build(s, spec, 0.95)
	require.NoError(t, err)
	return "\n" + table.String()
}

func TestBuildSingleByGroup(t *testing.T) {
	s := bound(t,
		single("condition", "pppmmopdpm.-", "physical", "medical", "other", "none", "dont_know"),
		single("industry", "abababababab", "adm", "building"),
		single("combination", "ynnynn..nnnn", "yes", "no"))
	assert.Equal(t, `
table condition, sample cases, percent column, level 0.95
base 10, psus 4
                     adm                       building                  all
           n         5                         5                         10
physical   category  4 0.8000 (0.0231 1.0000)  1 0.2000 (0.0002 0.8743)  5 0.5000 (0.0104 0.9896)
medical    category  1 0.2000 (0.0000 0.9769)  2 0.4000 (0.0485 0.8616)  3 0.3000 (0.0021 0.9282)
other      category  0 0.0000 (0.0000 0.8300)  1 0.2000 (0.0043 0.7289)  1 0.1000 (0.0001 0.6277)
none       category  0 0.0000 (0.0000 0.8300)  0 0.0000 (0.0000 0.6207)  0 0.0000 (0.0000 0.5181)
dont_know  category  0 0.0000 (0.0000 0.8300)  1 0.2000 (0.0002 0.8743)  1 0.1000 (0.0001 0.6277)
ill        net       5 1.0000 (0.1700 1.0000)  3 0.6000 (0.1384 0.9515)  8 0.8000 (0.4075 0.9813)
total      total     5 1.0000                  5 1.0000                  10 1.0000
of_which   of_which  1 0.2000 (0.0001 0.9047)  1 0.2000 (0.0043 0.7289)  2 0.2000 (0.0187 0.5925)
ill = physical + medical
note dont_know_in 1
note not_answered 1
note not_asked 1
note overlap
note small_base 30
note interval_zero
`, text(t, s, crosstab.Spec{ID: "condition", Rows: "condition", Columns: "industry", OfWhich: "combination",
		Nets: []crosstab.NetSpec{{ID: "ill", Of: []string{"physical", "medical"}}}}))
}

func TestBuildNamesEveryProblem(t *testing.T) {
	s := bound(t, single("condition", "pm", "physical", "medical"), single("industry", "ab", "adm", "building"))
	_, err := crosstab.Build(s, crosstab.Spec{ID: "x", Rows: "conditon", Columns: "branche",
		Where: map[string][]string{"industry": {"bulding"}}}, 0.95)
	assert.EqualError(t, err, `table x: no variable "branche" in sample cases
table x: no variable "conditon" in sample cases; did you mean "condition"?
table x: where: no option "bulding" in "industry"; did you mean "building"?`)
}
