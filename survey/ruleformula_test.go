package survey_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"stikprove/survey"
)

// formulaQuestions stand in B1 to B4, and the boxes of several answers in B5 and
// B6.
var formulaQuestions = map[string]*survey.Question{
	"n":    {Variable: survey.Variable{Name: "n", Kind: survey.KindInteger}},
	"day":  {Variable: survey.Variable{Name: "day", Kind: survey.KindDate}},
	"text": {Variable: survey.Variable{Name: "text", Kind: survey.KindText}},
	"pick": {Variable: survey.Variable{Name: "pick", Kind: survey.KindSingle, Options: []survey.Option{{Name: "1", Label: survey.Words(`Ja, "helt"`)}, {Name: "two", Label: survey.Words("2")}}}},
	"some": {Variable: survey.Variable{Name: "some", Kind: survey.KindMultiple, Options: []survey.Option{{Name: "a"}, {Name: "b"}}}},
}

var formulaSheet = survey.FormulaSheet{
	Question: func(name string) *survey.Question {
		if name == "." {
			name = "n"
		}
		return formulaQuestions[name]
	},
	Cell: func(name string, option int) string {
		switch {
		case name == "some" && option >= 0:
			return fmt.Sprintf("$B$%d", 5+option)
		case name == "some":
			return "$B$5:$B$6"
		}
		return map[string]string{".": "$B$1", "n": "$B$1", "day": "$B$2", "text": "$B$3", "pick": "$B$4"}[name]
	},
	Shown: func(name string, option int) string { return formulaQuestions[name].Options[option].Label.In("da") },
}

// answered is what cells B1 to B6 hold, and the same as rules see it.
type answered struct {
	cells   []any
	answers map[string]string
}

// A formula is true of the cells where the rule holds of the answers. The
// program that computes the formula is excelize, which is none of ours.
func TestFormulaHoldsAsTheRule(t *testing.T) {
	rows := []answered{
		{[]any{nil, nil, nil, nil, nil, nil}, map[string]string{}},
		{[]any{0, 42094, "x", `Ja, "helt"`, "x", nil}, map[string]string{"n": "0", "day": "2015-03-31", "text": "x", "pick": "1", "some": "a"}},
		{[]any{7, 36526, "X", "2", "x", "x"}, map[string]string{"n": "7", "day": "2000-01-01", "text": "X", "pick": "two", "some": "a b"}},
	}
	for _, source := range []string{
		". >= 0 and . <= 5", "${n} = 0", "${n} != 0", "${n} < 3", "${n} = ''", "${pick} = '1'", "${pick} = 1", "${pick} != 'two'", "${pick} = 'none'",
		"selected(${pick}, 'two')", "selected(${some}, 'b')", "${some} = 'a'", "count-selected(${some}) > 1", "not(selected(${some}, 'a') and count-selected(${some}) > 1)",
		"${text} = 'x'", "${text} != ''", "${day} >= '2015-01-01'", "${day} - '2015-03-01' <= 30", "(${n} > 3 or ${pick} = '1') and ${text} != ''", "true()",
	} {
		rule, err := survey.ParseRule(source)
		require.NoError(t, err, source)
		formula, whole := rule.Formula(formulaSheet)
		require.True(t, whole, source)
		for i, row := range rows {
			f := excelize.NewFile()
			for k, v := range row.cells {
				if v != nil {
					require.NoError(t, f.SetCellValue("Sheet1", fmt.Sprintf("B%d", k+1), v))
				}
			}
			require.NoError(t, f.SetCellFormula("Sheet1", "A1", "IF("+formula+",\"yes\",\"no\")"))
			got, err := f.CalcCellValue("Sheet1", "A1")
			require.NoError(t, err, formula)
			holds := rule.Holds(func(name string) string {
				if name == "." {
					name = "n"
				}
				return row.answers[name]
			})
			assert.Equal(t, map[bool]string{true: "yes", false: "no"}[holds], got, "%s of row %d: %s", source, i, formula)
		}
	}
}

// Parts without a formula are left out, and said.
func TestFormulaInPart(t *testing.T) {
	rule, err := survey.ParsePart("${n} > 3 and string-length(${text}) > 2", nil)
	require.ErrorIs(t, err, survey.ErrUnsupported)
	formula, whole := rule.Formula(formulaSheet)
	assert.Equal(t, "IF(ISNUMBER($B$1),$B$1>3,FALSE)", formula)
	assert.False(t, whole)

	formulaQuestions["long"] = &survey.Question{Variable: survey.Variable{Name: "long", Kind: survey.KindText}}
	defer delete(formulaQuestions, "long") // no cell
	for _, source := range []string{"${nowhere} = 'x'", "${long} = 'x'", "${text} > 3", "${n} = true()"} {
		rule, err := survey.ParseRule(source)
		require.NoError(t, err)
		formula, whole := rule.Formula(formulaSheet)
		assert.Empty(t, formula, source)
		assert.False(t, whole, source)
	}
}

func TestRange(t *testing.T) {
	for source, want := range map[string]string{
		". >= 0 and . <= 100": "0 100", ". >= -2.5": "-2.5 +Inf", ". <= '2015-03-31'": "-Inf 16525", // days from 1970-01-01
		". > 0": "", ". >= 0 and ${n} = 1": "", "${n} >= 3": "", "not(. >= 3)": "",
	} {
		rule, err := survey.ParseRule(source)
		require.NoError(t, err)
		b, ok := rule.Range()
		got := ""
		if ok {
			got = fmt.Sprint(b.From, " ", b.To)
		}
		assert.Equal(t, want, got, source)
	}
}
