package crosstab_test

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// records returns the records of a reference file by heading.
func records(t *testing.T, file string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "reference", file))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, r := range all[1:] {
		record := map[string]string{}
		for k, name := range all[0] {
			record[name] = r[k]
		}
		out = append(out, record)
	}
	return out
}

// reference binds a data set of testdata/reference under a record's design.
func reference(t *testing.T, r map[string]string) *sample.Sample {
	t.Helper()
	file := filepath.Join("data", r["data"]+".csv")
	if r["data"] == "clusters" {
		file = "clusters.csv"
	}
	data := records(t, file)
	var columns []*survey.Column
	add := func(name string, texts []string) {
		numbers := make([]float64, len(texts))
		for i, s := range texts {
			numbers[i], _ = strconv.ParseFloat(s, 64)
		}
		if name == r["weights"] || strings.HasPrefix(name, "fpc") || name == "api00" {
			columns = append(columns, survey.NewNumber(survey.Variable{Name: name, Kind: survey.KindDecimal}, numbers, nil))
			return
		}
		columns = append(columns, survey.NewText(survey.Variable{Name: name}, texts, nil))
	}
	for name := range data[0] {
		texts := make([]string, len(data))
		for i := range data {
			texts[i] = data[i][name]
		}
		add(name, texts)
	}
	if data[0]["api00"] != "" {
		texts, bits := make([]string, len(data)), make([]int, len(data))
		for i := range data {
			v := number(t, data[i]["api00"])
			k := 0
			for _, cut := range []float64{600, 700, 800} {
				if v >= cut {
					k++
				}
			}
			texts[i] = strconv.Itoa(k)
			for j, item := range []string{"sch_wide", "awards1", "comp"} {
				if s := data[i][item]; s == "Yes" || s == "1" {
					bits[i] |= 1 << j
				}
			}
		}
		add("api_band", texts)
		columns = append(columns, multiple("items", bits...))
	}
	ds, err := survey.NewDataset("rows", len(data), survey.Origin{}, columns...)
	require.NoError(t, err)
	d := sample.Design{Name: "rows", Weights: r["weights"], Strata: r["strata"]}
	d.PSU, d.Second, _ = strings.Cut(r["psu"], ",")
	d.FPC, d.SecondFPC, _ = strings.Cut(r["fpc"], ",")
	s, err := sample.Bind(ds, d)
	require.NoError(t, err)
	return s
}

// TestLettersAgreeWithR compares differences of columns with svyby and
// svycontrast; see testdata/reference/table.R.
func TestLettersAgreeWithR(t *testing.T) {
	tables := map[string]*crosstab.Table{}
	compared := 0
	for _, r := range records(t, "table-letters.csv") {
		id := strings.Join([]string{r["data"], r["psu"], r["strata"], r["weights"], r["fpc"], r["rows"], r["columns"]}, "|")
		if tables[id] == nil {
			table, err := crosstab.Build(reference(t, r), crosstab.Spec{ID: "t", Rows: r["rows"], Columns: r["columns"], Letters: association.Holm}, 0.95)
			require.NoError(t, err)
			tables[id] = table
		}
		table := tables[id]
		row, err := table.Row(r["row"])
		require.NoError(t, err)
		first, err := table.Column(strings.ToLower(r["first"]))
		require.NoError(t, err)
		second, err := table.Column(strings.ToLower(r["second"]))
		require.NoError(t, err)
		sign := 1.0
		if first > second {
			first, second, sign = second, first, -1
		}
		k := slices.IndexFunc(table.Pairs, func(p crosstab.Pair) bool { return p.Row == row && p.First == first && p.Second == second })
		require.GreaterOrEqual(t, k, 0, id)
		p := table.Pairs[k]
		assert.InDelta(t, number(t, r["difference"]), sign*p.Difference, 1e-12, id)
		assert.InEpsilon(t, number(t, r["se"]), p.SE, 1e-9, id)
		assert.Equal(t, r["df"], strconv.Itoa(p.DF), id)
		assert.InEpsilon(t, number(t, r["p"]), p.P, 1e-8, id)
		compared++
	}
	assert.Equal(t, 80, compared)
}

// TestAnswersAgreeWithR compares shares of answers with svyratio.
func TestAnswersAgreeWithR(t *testing.T) {
	for _, r := range records(t, "table-answers.csv") {
		table, err := crosstab.Build(reference(t, r), crosstab.Spec{ID: "t", Rows: "items", Answers: true}, 0.95)
		require.NoError(t, err)
		cell, err := table.Cell(map[string]string{"sch_wide": "a", "awards1": "b", "comp": "c"}[r["item"]], "")
		require.NoError(t, err)
		assert.InEpsilon(t, number(t, r["p"]), cell.P, 1e-12)
		assert.InEpsilon(t, number(t, r["se"]), cell.SE, 1e-9)
	}
}

// TestMeansAgreeWithR compares means by column with svymean over the column as
// a domain.
func TestMeansAgreeWithR(t *testing.T) {
	for _, r := range records(t, "table-means.csv") {
		table, err := crosstab.Build(reference(t, r), crosstab.Spec{ID: "t", Mean: "api00", Columns: "stype"}, 0.95)
		require.NoError(t, err)
		cell, err := table.Cell(crosstab.MeanID, strings.ToLower(r["column"]))
		require.NoError(t, err)
		assert.InEpsilon(t, number(t, r["mean"]), cell.Mean, 1e-12)
		assert.InEpsilon(t, number(t, r["se"]), cell.SE, 1e-9)
		assert.Equal(t, r["df"], strconv.Itoa(cell.DF))
		assert.InEpsilon(t, number(t, r["low"]), cell.Low, 1e-9)
		assert.InEpsilon(t, number(t, r["high"]), cell.High, 1e-9)
	}
}

// build makes a table of spec.
func build(t *testing.T, s *sample.Sample, spec crosstab.Spec) *crosstab.Table {
	t.Helper()
	spec.ID = "t"
	table, err := crosstab.Build(s, spec, 0.95)
	require.NoError(t, err)
	return table
}

func TestOneTestIsChosenByDesign(t *testing.T) {
	rows := strings.Repeat("pmppmmpmop", 12)
	columns := strings.Repeat("aabbaabbab", 12)
	condition, industry := single("condition", rows, "physical", "medical", "other"), single("industry", columns, "adm", "building")
	clustered := build(t, bound(t, condition, industry), crosstab.Spec{Rows: "condition", Columns: "industry"})
	require.Len(t, clustered.Tests, 1)
	assert.Equal(t, association.RaoScottF, clustered.Tests[0].Method)
	assert.Equal(t, crosstab.ByDesign, clustered.Tests[0].Choice)

	ds, err := survey.NewDataset("rows", 120, survey.Origin{}, condition, industry)
	require.NoError(t, err)
	for census, want := range map[bool]association.Method{true: "", false: association.Pearson} {
		s, err := sample.Bind(ds, sample.Design{Name: "rows", Census: census})
		require.NoError(t, err)
		table := build(t, s, crosstab.Spec{Rows: "condition", Columns: "industry"})
		if want == "" {
			assert.Empty(t, table.Tests, "a census needs none")
			continue
		}
		require.Len(t, table.Tests, 1)
		assert.Equal(t, want, table.Tests[0].Method)
		few := make([]bool, 120)
		for i := range 30 {
			few[i] = true
		}
		table = build(t, s.Domain(few), crosstab.Spec{Rows: "condition", Columns: "industry"})
		assert.Equal(t, association.Fisher, table.Tests[0].Method)
		assert.Equal(t, crosstab.Sparse, table.Tests[0].Choice)
		assert.Positive(t, table.Tests[0].Small)
		assert.Empty(t, build(t, s, crosstab.Spec{Rows: "condition", Columns: "industry", Test: crosstab.NoTest}).Tests)
		assert.Equal(t, association.Spearman, build(t, s, crosstab.Spec{Rows: "condition", Columns: "industry", Test: "spearman"}).Tests[0].Method)
	}
}

func TestFitLeavesDontKnowOut(t *testing.T) {
	s := bound(t, single("size", strings.Repeat("ssmld", 30), "small", "medium", "large", "dont_know"))
	table := build(t, s, crosstab.Spec{Rows: "size", Benchmark: &crosstab.Benchmark{Shares: map[string]float64{"small": .54, "medium": .13, "large": .34}}})
	require.Len(t, table.Tests, 1)
	r := table.Tests[0]
	assert.Equal(t, association.FitDesign, r.Method)
	assert.Equal(t, 30, r.Outside, "those who do not know")
	assert.Equal(t, 120, r.N)
	assert.InDelta(t, 1.01, r.KnownSum, 1e-12)
}

// Of several answers a named test is of each answer.
func TestSeveralAnswersAreTestedEach(t *testing.T) {
	var bits []int
	for i := range 90 {
		bits = append(bits, 1+i%7)
	}
	s := bound(t, multiple("measures", bits...), single("industry", strings.Repeat("aababb", 15), "adm", "building"))
	assert.Empty(t, build(t, s, crosstab.Spec{Rows: "measures", Columns: "industry"}).Tests)
	table := build(t, s, crosstab.Spec{Rows: "measures", Columns: "industry", Test: "rao_scott"})
	require.Len(t, table.Tests, 3)
	for _, r := range table.Tests {
		assert.Equal(t, 3, r.Tests)
		assert.NotEmpty(t, r.Row)
	}
}

func TestTopAndBottomKeepTies(t *testing.T) {
	s := bound(t, single("kind", "aaaabbbcccddefgh"+"ae", "a", "b", "c", "d", "e", "f", "g", "h"))
	table := build(t, s, crosstab.Spec{Rows: "kind", Top: 2, Bottom: 1})
	var ids []string
	for _, r := range table.Rows {
		ids = append(ids, r.ID)
	}
	// a 5, b and c 3 tie for second; d and e 2; f, g and h tie for last.
	assert.Equal(t, []string{"a", "b", "c", "f", "g", "h", "joined", "total"}, ids)
	assert.Contains(t, table.Notes, crosstab.Note{Kind: crosstab.NoteTies, N: 3})
}

func TestWholePercentagesAddTo100(t *testing.T) {
	s := bound(t, single("kind", strings.Repeat("abc", 20), "a", "b", "c"), single("group", strings.Repeat("xyxyyx", 10), "x", "y"))
	for _, percent := range []crosstab.Direction{crosstab.OfColumn, crosstab.OfRow, crosstab.OfTotal} {
		table := crosstab.Whole(build(t, s, crosstab.Spec{Rows: "kind", Columns: "group", Percent: percent, Whole: true}))
		sums := map[int]int{}
		for r, row := range table.Rows {
			for c, column := range table.Columns {
				if row.Kind != crosstab.Category || column.Kind != crosstab.Group {
					continue
				}
				require.True(t, table.Cells[r][c].Percent.Set)
				at := map[crosstab.Direction]int{crosstab.OfColumn: c, crosstab.OfRow: r, crosstab.OfTotal: 0}[percent]
				sums[at] += table.Cells[r][c].Percent.Value
				assert.Less(t, math.Abs(float64(table.Cells[r][c].Percent.Value)-100*table.Cells[r][c].P), 1.0)
			}
		}
		for _, sum := range sums {
			assert.Equal(t, 100, sum, percent)
		}
	}
	thirds := crosstab.Whole(build(t, s, crosstab.Spec{Rows: "kind", Whole: true}))
	assert.Equal(t, []int{34, 33, 33}, []int{thirds.Cells[0][0].Percent.Value, thirds.Cells[1][0].Percent.Value, thirds.Cells[2][0].Percent.Value})
	assert.Contains(t, thirds.Notes, crosstab.Note{Kind: crosstab.NoteWhole, N: 1})
}

// A hidden cell has no letters, and a test tells a bound of p only.
func TestGuardedTellsNothingOfHiddenCells(t *testing.T) {
	s := bound(t, single("kind", strings.Repeat("aaaaab", 30), "a", "b"), single("group", strings.Repeat("xxxxxy", 29)+"yyyyyy", "x", "y"))
	table := build(t, s, crosstab.Spec{Rows: "kind", Columns: "group", Letters: association.Holm})
	require.NotEmpty(t, table.Cells[0][0].Letters)
	assert.Same(t, table, crosstab.Guarded(table), "nothing is hidden")
	hidden := *table
	hidden.Cells = slices.Clone(table.Cells)
	hidden.Cells[0] = slices.Clone(table.Cells[0])
	hidden.Cells[0][1] = crosstab.Cell{Suppressed: crosstab.Primary}
	guarded := crosstab.Guarded(&hidden)
	assert.Empty(t, guarded.Cells[0][0].Letters, "the column they name is hidden")
	assert.Nil(t, guarded.Pairs)
	r := guarded.Tests[0]
	assert.Equal(t, 0.01, r.P)
	assert.True(t, r.Rounded)
	for _, x := range []float64{r.Statistic, r.DF1, r.DF2, r.X2, r.Deff, r.Effect.CramersV, r.Effect.W, r.Least} {
		assert.True(t, math.IsNaN(x))
	}
}

// Merging two columns adds their counts.
func TestMergedColumnsAddCounts(t *testing.T) {
	kinds := strings.Repeat("abcab", 12)
	s := bound(t, single("kind", kinds, "a", "b", "c"), single("group", strings.Repeat("xyzxzy", 10), "x", "y", "z"),
		single("merged", strings.Repeat("xyyxyy", 10), "x", "y"))
	three := build(t, s, crosstab.Spec{Rows: "kind", Columns: "group"})
	two := build(t, s, crosstab.Spec{Rows: "kind", Columns: "merged"})
	for r := range three.Rows {
		assert.Equal(t, three.Cells[r][1].N+three.Cells[r][2].N, two.Cells[r][1].N)
	}
}

func TestTablesThatCannotBeTested(t *testing.T) {
	s := bound(t, single("kind", strings.Repeat("a", 60), "a", "b"), single("group", strings.Repeat("xy", 30), "x", "y"))
	table := build(t, s, crosstab.Spec{Rows: "kind", Columns: "group", Letters: association.Holm})
	require.Len(t, table.Tests, 1)
	assert.Equal(t, association.OneCategory, table.Tests[0].Why)
	for _, spec := range []struct {
		spec crosstab.Spec
		want string
	}{
		{crosstab.Spec{Rows: "kind", Columns: "group", Test: "pearsons"}, `did you mean "pearson"?`},
		{crosstab.Spec{Rows: "kind", Test: "pearson"}, `test: "pearson" is of rows by columns; the table has no columns`},
		{crosstab.Spec{Rows: "kind", Letters: "holm"}, "letters: they compare columns; the table has none"},
		{crosstab.Spec{Rows: "kind", Columns: "group", Percent: crosstab.OfRow, Letters: "holm"}, `letters: they compare shares of columns, and percent is "row"`},
		{crosstab.Spec{Rows: "kind", Answers: true}, `base: "kind" has one answer from each unit; its base of answers is that of units`},
		{crosstab.Spec{Rows: "kind", Top: -1}, "top: got -1, want a number of rows"},
		{crosstab.Spec{Mean: "kind"}, `mean: "kind" is single, want a number`},
	} {
		_, err := crosstab.Build(s, spec.spec, 0.95)
		assert.ErrorContains(t, err, spec.want)
	}
}
