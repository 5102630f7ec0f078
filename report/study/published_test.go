package study

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
)

var example = filepath.Join("..", "..", "testdata", "par56-2015")

// exampleTables are the worked example's tables before and after disclosure
// control, made once for all tests.
var exampleTables = sync.OnceValues(func() (map[string]*crosstab.Table, error) {
	s, err := Load(example)
	if err != nil {
		return nil, err
	}
	_, document, err := s.arrange("da", nil)
	if err != nil {
		return nil, err
	}
	tables := map[string]*crosstab.Table{}
	for _, t := range document.Tables {
		tables[t.ID] = t.Of
	}
	return tables, nil
})

// cell names a cell of the example's tables.
type cell struct{ table, row, column string }

// whereFigures says in which cell of the program's tables each figure of
// published.yaml is found.
var whereFigures = map[string]cell{
	"response.organisation_form": {"response", "organisation_form", "all"},
	"response.case_form":         {"response", "case_form", "all"},
	"response.cases":             {"condition", "total", "all"},

	"condition.physical":      {"condition", "physical", "all"},
	"condition.medical":       {"condition", "medical", "all"},
	"condition.psychological": {"condition", "psychological", "all"},
	"condition.other":         {"condition", "other", "all"},
	"condition.combination":   {"condition", "of_which", "all"},

	"combination_by_category.physical":      {"condition-by-combination", "physical", "yes"},
	"combination_by_category.medical":       {"condition-by-combination", "medical", "yes"},
	"combination_by_category.psychological": {"condition-by-combination", "psychological", "yes"},
	"combination_by_category.other":         {"condition-by-combination", "other", "yes"},

	"first_made_on_stress.2015": {"first-year-stress", "2015", "yes"},

	"firm_size.under_50":                   {"firm-size", "under_50", "all"},
	"firm_size.from_50_to_100":             {"firm-size", "from_50_to_100", "all"},
	"firm_size.over_100":                   {"firm-size", "over_100", "all"},
	"firm_size.dont_know":                  {"firm-size", "dont_know", "all"},
	"firm_size_national.under_50":          {"firm-size", "under_50", "reference"},
	"firm_size_national.from_50_to_99":     {"firm-size", "from_50_to_100", "reference"},
	"firm_size_national.from_100":          {"firm-size", "over_100", "reference"},
	"agreement.sick_pay_case":              {"sick-pay-case", "yes", "all"},
	"agreement.first_made_2015":            {"first-year", "2015", "all"},
	"agreement.first_made_2014":            {"first-year", "2014", "all"},
	"measures.partial_return":              {"measures", "partial_return", "all"},
	"measures.mentor":                      {"measures", "mentor", "all"},
	"measures.work_placement":              {"measures", "work_placement", "all"},
	"measures.other":                       {"measures", "other", "all"},
	"measures.any":                         {"measures", "any", "all"},
	"changes.tasks":                        {"changes", "tasks", "all"},
	"changes.hours":                        {"changes", "hours", "all"},
	"changes.location":                     {"changes", "location", "all"},
	"changes.any":                          {"changes", "any", "all"},
	"changes.in_a_sick_pay_case":           {"changes-by-sick-pay", "yes", "yes"},
	"refunds.pattern":                      {"pattern-by-flexjob", "yes", "all"},
	"organisation.has_consultants":         {"organisation", "has_consultants", "yes"},
	"organisation.one_to_four_consultants": {"consultants", "one_to_four", "all"},
	"organisation.caseworkers_reach_out":   {"organisation", "caseworkers_reach_out", "yes"},
	"organisation.neither":                 {"staff", "neither", "all"},
	"organisation.both":                    {"staff", "both", "all"},
	"organisation.early_contact":           {"organisation", "early_contact", "yes"},
	"organisation.contact_always":          {"contact-when", "always", "all"},
	"organisation.contact_when_relevant":   {"contact-when", "when_relevant", "all"},

	"refunds.pattern_where_flexjob_was_raised": {"pattern-by-flexjob", "yes", "yes"},
	"refunds.pattern_where_it_was_not":         {"pattern-by-flexjob", "yes", "no"},

	"agreements_total.municipalities_answering": {"agreements", "sum", "all"},
}

// elsewhere are figures that are no single cell; each has a test of its own
// below.
var elsewhere = map[string]bool{
	"industry.largest_first":                    true,
	"first_made_on_stress.earlier":              true,
	"refunds.at_most_three_requests":            true,
	"agreements_total.agreements":               true,
	"agreements_total.fewest_of_two_comparable": true,
	"agreements_total.most_of_two_comparable":   true,
}

type published struct {
	Bases       map[string]int            `yaml:"bases"`
	Figures     map[string]map[string]any `yaml:"figures"`
	CannotBeMet []struct {
		Figure, Here, Why string
	} `yaml:"cannot_be_met"`
}

func readPublished(t *testing.T) published {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(example, "published.yaml"))
	require.NoError(t, err)
	var p published
	require.NoError(t, yaml.Unmarshal(source, &p))
	return p
}

func TestExampleMeetsPublishedFigures(t *testing.T) {
	tables, err := exampleTables()
	require.NoError(t, err)
	p := readPublished(t)
	for section, figures := range p.Figures {
		for name, value := range figures {
			if name == "study" {
				continue
			}
			id := section + "." + name
			t.Run(id, func(t *testing.T) {
				at, ok := whereFigures[id]
				if !ok {
					require.True(t, elsewhere[id], "no test looks at this figure")
					return
				}
				checkFigure(t, p, tables[at.table], at, value.(map[string]any))
			})
		}
	}
}

// checkFigure compares a published figure with the program's cell. The percent
// is rounded here in whole numbers, apart from the report's own rounding.
func checkFigure(t *testing.T, p published, table *crosstab.Table, at cell, want map[string]any) {
	t.Helper()
	require.NotNil(t, table, "table %s", at.table)
	got := cellOf(t, table, at)
	require.Equal(t, crosstab.Shown, got.Suppressed, "the published figure is printed")
	if count, ok := want["count"]; ok {
		assert.EqualValues(t, count, got.N, "count")
	}
	percent, ok := want["percent"]
	if here, other := want["here"]; other {
		percent = here
	}
	if !ok {
		return
	}
	if base, ok := want["base"]; ok {
		n, base := got.N, p.Bases[base.(string)]
		assert.EqualValues(t, percent, (200*n+base)/(2*base), "percent of %d", base)
		assert.InDelta(t, float64(n)/float64(base), got.P, 1e-12)
		return
	}
	assert.Equal(t, fmt.Sprint(percent), fmt.Sprintf("%.0f", 100*got.P))
}

func cellOf(t *testing.T, table *crosstab.Table, at cell) crosstab.Cell {
	t.Helper()
	require.NotNil(t, table)
	c, err := table.Cell(at.row, at.column)
	require.NoError(t, err, "\n%s", table)
	return c
}

func TestExampleIndustryOrder(t *testing.T) {
	tables, err := exampleTables()
	require.NoError(t, err)
	var order []string
	last := 1 << 30
	for _, want := range readPublished(t).Figures["industry"]["largest_first"].([]any) {
		n := cellOf(t, tables["industry"], cell{"industry", want.(string), "all"}).N
		assert.Less(t, n, last)
		last = n
		order = append(order, want.(string))
	}
	var columns []string
	for _, c := range tables["condition-by-industry"].Columns[:4] {
		columns = append(columns, c.ID)
	}
	assert.Equal(t, order, columns, "the four largest stand in the cross-table")
	for _, row := range tables["industry"].Rows {
		if row.Kind == crosstab.Category && row.ID != order[0] && row.ID != order[1] && row.ID != order[2] && row.ID != order[3] {
			assert.Less(t, cellOf(t, tables["industry"], cell{"industry", row.ID, "all"}).N, last, row.ID)
		}
	}
}

func TestExampleStressIsRecent(t *testing.T) {
	tables, err := exampleTables()
	require.NoError(t, err)
	for _, year := range []string{"2014", "before_2014"} {
		assert.Zero(t, cellOf(t, tables["first-year-stress"], cell{"", year, "yes"}).N, year)
	}
}

// The study says that a pattern is three times as frequent where a flexjob was
// raised, and that most cases have very few refunds.
func TestExampleRefunds(t *testing.T) {
	tables, err := exampleTables()
	require.NoError(t, err)
	raised := cellOf(t, tables["pattern-by-flexjob"], cell{"", "yes", "yes"})
	not := cellOf(t, tables["pattern-by-flexjob"], cell{"", "yes", "no"})
	assert.InDelta(t, 3, raised.P/not.P, 1e-12)
	few := cellOf(t, tables["refunds"], cell{"", "none", "all"}).N + cellOf(t, tables["refunds"], cell{"", "one_to_three", "all"}).N
	assert.EqualValues(t, readPublished(t).Figures["refunds"]["at_most_three_requests"].(map[string]any)["count"], few)
}

func TestExampleAgreements(t *testing.T) {
	tables, err := exampleTables()
	require.NoError(t, err)
	want := readPublished(t).Figures["agreements_total"]
	count := func(name string) any { return want[name].(map[string]any)["count"] }
	assert.EqualValues(t, count("agreements"), cellOf(t, tables["agreements"], cell{"", "sum", "all"}).Weighted)
	s, err := Load(example)
	require.NoError(t, err)
	data, err := s.Read(nil)
	require.NoError(t, err)
	column := data.Datasets["municipalities"].Column("agreements")
	seen := map[float64]int{}
	for i := range column.Rows() {
		seen[column.Number(i)]++
	}
	assert.Equal(t, 1, seen[float64(count("fewest_of_two_comparable").(uint64))])
	assert.Equal(t, 1, seen[float64(count("most_of_two_comparable").(uint64))])
}

// The list of what cannot be met is as much a promise as the figures: where one
// of the arithmetic ones could be met after all, this fails.
func TestExampleCannotBeMet(t *testing.T) {
	p := readPublished(t)
	require.Len(t, p.CannotBeMet, 17)
	for _, c := range p.CannotBeMet {
		assert.NotEmpty(t, c.Why, c.Figure)
		assert.NotEmpty(t, c.Here, c.Figure)
	}
	rounds := func(n, of, percent int) bool { return (200*n+of)/(2*of) == percent }
	for invited := 65; invited < 200; invited++ {
		assert.False(t, rounds(84, invited, 91) && rounds(65, invited, 70), "%d jobcentres give both rates", invited)
	}
	tables, err := exampleTables()
	require.NoError(t, err)
	part := cellOf(t, tables["combination-psychological"], cell{"", "yes", "all"})
	assert.Equal(t, 6, part.N)
	assert.InDelta(t, 0.3, part.P, 1e-12)
}
