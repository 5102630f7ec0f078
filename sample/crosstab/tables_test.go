package crosstab_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// multiple returns a column of several answers: options a, b, c and d, by the
// bits of each number, -1 for not answered.
func multiple(name string, bits ...int) *survey.Column {
	v := survey.Variable{Name: name}
	for _, o := range []string{"a", "b", "c", "d"} {
		v.Options = append(v.Options, survey.Option{Name: o})
	}
	v.Options[3].Meaning = survey.DontKnow
	chosen, missing := make([]uint64, len(bits)), make([]survey.Missing, len(bits))
	for i, b := range bits {
		if b < 0 {
			missing[i] = survey.NotAnswered
			continue
		}
		chosen[i] = uint64(b)
	}
	return survey.NewMultiple(v, chosen, missing)
}

// census returns the columns as a census of offices, without intervals, which
// makes tables short.
func census(t *testing.T, columns ...*survey.Column) *sample.Sample {
	t.Helper()
	ds, err := survey.NewDataset("offices", columns[0].Rows(), survey.Origin{}, columns...)
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "offices", Census: true, Eligible: max(12, columns[0].Rows())})
	require.NoError(t, err)
	return s
}

func TestBuildSeveralAnswers(t *testing.T) {
	s := census(t, multiple("measures", 1, 3, 2, 0, 8, -1, 3, 1, 1, 1))
	spec := crosstab.Spec{ID: "measures", Rows: "measures", Nets: []crosstab.NetSpec{{ID: "any", Of: []string{"a", "b", "c"}}}}
	assert.Equal(t, `
table measures, sample offices, percent column, level 0
base 9, eligible 12, census
               all
       n       9
a      answer  6 0.6667
b      answer  3 0.3333
c      answer  0 0.0000
d      answer  1 0.1111
any    net     7 0.7778
total  total   9 1.0000
any = a + b + c
note dont_know_in 1
note not_answered 1
note several
`, text(t, s, spec))
	spec.RowsLargest, spec.DropDontKnow = 1, true
	assert.Equal(t, `
table measures, sample offices, percent column, level 0
base 8, answered 9, eligible 12, census
                 all
         n       8
a        answer  6 0.7500
joined+  answer  3 0.3750
any      net     7 0.8750
total    total   8 1.0000
joined = b + c
any = a + b + c
note dont_know_out 1
note not_answered 1
note several
`, text(t, s, spec))
}

func TestBuildLargest(t *testing.T) {
	s := census(t, single("industry", "ooooocccbbbttd", "trade", "building", "care", "other", "dont_know"),
		single("firm", "ssllssllssllsl", "small", "large"))
	assert.Equal(t, `
table industry, sample offices, percent column, level 0
base 14, eligible 14, census
                    small     large     all
          n         7         7         14
building  category  2 0.2857  1 0.1429  3 0.2143
care      category  1 0.1429  2 0.2857  3 0.2143
joined+   category  4 0.5714  4 0.5714  8 0.5714
total     total     7 1.0000  7 1.0000  14 1.0000
joined = trade + other + dont_know
note dont_know_in 1
note joined 3
`, text(t, s, crosstab.Spec{ID: "industry", Rows: "industry", Columns: "firm", RowsLargest: 2}))
}

func TestBuildWords(t *testing.T) {
	titles := survey.NewText(survey.Variable{Name: "job"},
		[]string{"Nurse", "nurse", " nurse ", "Mason", "mason", "social  worker", "", "ward  nurse"}, nil)
	table, err := crosstab.Build(census(t, titles), crosstab.Spec{ID: "job", Rows: "job"}, 0.95)
	require.NoError(t, err)
	var labels []string
	for _, r := range table.Rows[:len(table.Rows)-1] {
		labels = append(labels, r.Label.In("da"))
		assert.True(t, r.Verbatim)
	}
	assert.Equal(t, []string{"nurse", "Mason", "social worker", "ward nurse"}, labels)
	assert.Contains(t, table.Notes, crosstab.Note{Kind: crosstab.NoteNotAnswered, N: 1})
}

func TestBuildRefusesSensitive(t *testing.T) {
	condition := survey.NewText(survey.Variable{Name: "condition_text", Role: survey.RoleCoded}, []string{"gigt", "gigt", "stress"}, nil)
	s := census(t, condition, single("firm", "ssl", "small", "large"))
	for _, spec := range []crosstab.Spec{{Rows: "condition_text"}, {Rows: "firm", Columns: "condition_text"}} {
		_, err := crosstab.Build(s, spec, 0.95)
		assert.ErrorContains(t, err, `"condition_text" is sensitive and is never printed`)
	}
}

func TestBuildBattery(t *testing.T) {
	s := census(t, single("consultants", "yyyn.", "yes", "no"), single("contact", "ynnd.", "yes", "no", "dont_know"))
	spec := crosstab.Spec{ID: "effort", Items: []string{"consultants", "contact"}}
	assert.Equal(t, `
table effort, sample offices, percent row, level 0
base 4, eligible 12, census
                   yes            no             dont_know      all
             n     0              0              0              4
consultants  item  3 0.7500 of 4  1 0.2500 of 4  0 0.0000 of 4  4 1.0000
contact      item  1 0.2500 of 4  2 0.5000 of 4  1 0.2500 of 4  4 1.0000
note dont_know_in 1
note not_answered 1
`, text(t, s, spec))
	spec.DropDontKnow = true
	assert.Equal(t, `
table effort, sample offices, percent row, level 0
base 4, eligible 12, census
                   yes            no             all
             n     0              0              4
consultants  item  3 0.7500 of 4  1 0.2500 of 4  4 1.0000
contact      item  1 0.3333 of 3  2 0.6667 of 3  3 1.0000 of 3
note dont_know_out 1
note not_answered 1
`, text(t, s, spec))
}

func TestBuildSum(t *testing.T) {
	agreements := survey.NewNumber(survey.Variable{Name: "agreements", Kind: survey.KindInteger},
		[]float64{75, 764, 20, 0}, []survey.Missing{0, 0, 0, survey.NotAnswered})
	s := census(t, agreements, single("region", "eeww", "east", "west"))
	assert.Equal(t, `
table agreements, sample offices, percent column, level 0
base 3, eligible 12, census
          east   west  all
     n    2      1     3
sum  sum  2/839  1/20  3/859
note not_answered 1
`, text(t, s, crosstab.Spec{ID: "agreements", Sum: "agreements", Columns: "region"}))
}

func TestBuildBenchmark(t *testing.T) {
	s := census(t, single("firm", "sslld", "small", "large", "dont_know"))
	table, err := crosstab.Build(s, crosstab.Spec{ID: "firm", Rows: "firm", Benchmark: &crosstab.Benchmark{
		Source: survey.Words("register"), Shares: map[string]float64{"small": 0.6, "large": 0.4}}}, 0.95)
	require.NoError(t, err)
	cell, err := table.Cell("small", "reference")
	require.NoError(t, err)
	assert.InDelta(t, 0.6, cell.P, 0)
	cell, err = table.Cell("dont_know", "reference")
	require.NoError(t, err)
	assert.True(t, math.IsNaN(cell.P))
	assert.Equal(t, crosstab.Note{Kind: crosstab.NoteBenchmark, Text: survey.Words("register")}, table.Notes[len(table.Notes)-1])
}

func TestLookupNamesTheNearest(t *testing.T) {
	s := census(t, single("condition", "pm", "physical", "medical"))
	table, err := crosstab.Build(s, crosstab.Spec{ID: "condition", Rows: "condition"}, 0.95)
	require.NoError(t, err)
	_, err = table.Cell("phisical", "")
	assert.EqualError(t, err, `no row "phisical" in table condition; did you mean "physical"?`)
	_, err = table.Cell("physical", "alll")
	assert.EqualError(t, err, `no column "alll" in table condition; did you mean "all"?`)
}

func TestResponse(t *testing.T) {
	// seeds: organisation form 84 and case form 65 of 92 invited jobcentres.
	table := crosstab.Response("response", nil, sample.Design{Name: "jobcentres", Census: true, Eligible: 92},
		[]crosstab.ResponseRow{{ID: "organisation", Answered: 84}, {ID: "cases", Answered: 65}})
	assert.Equal(t, `table response, sample jobcentres, percent column, level 0
base 92, answered 84, eligible 92, census
                      all
              n       92
organisation  answer  84 0.9130
cases         answer  65 0.7065
`, table.String())
}

// A stratum with one PSU has no variance: shares without intervals, and a note
// that names it.
func TestBuildWithALonelyPSU(t *testing.T) {
	region := survey.NewText(survey.Variable{Name: "region"}, []string{"e", "e", "e", "e", "e", "e", "n", "n", "n"}, nil)
	ds, err := survey.NewDataset("cases", 9, survey.Origin{}, single("condition", "pmpmpmpmp", "physical", "medical"), region, psus(9, 3))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "office", Strata: "region"})
	require.NoError(t, err)
	table, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "condition"}, 0.95)
	require.NoError(t, err)
	assert.InDelta(t, 5.0/9, table.Cells[0][0].P, 1e-15)
	assert.True(t, math.IsNaN(table.Cells[0][0].SE))
	assert.True(t, math.IsNaN(table.Cells[0][0].High))
	assert.Contains(t, table.Notes, crosstab.Note{Kind: crosstab.NoteLonelyPSU, N: 1, Text: survey.Words("n")})
}

func TestBuildWithoutUnits(t *testing.T) {
	s := bound(t, single("condition", "pm", "physical", "medical", "other"))
	table, err := crosstab.Build(s, crosstab.Spec{ID: "none", Rows: "condition", Where: map[string][]string{"condition": {"other"}}}, 0.95)
	require.NoError(t, err)
	assert.Zero(t, table.Base.N)
	assert.True(t, math.IsNaN(table.Cells[0][0].P))
	assert.True(t, math.IsNaN(table.Cells[0][0].Low))
}

func TestBuildRefusesWhatCannotBe(t *testing.T) {
	s := bound(t, single("condition", "pm", "physical", "medical"), multiple("measures", 1, 2),
		survey.NewNumber(survey.Variable{Name: "hours", Kind: survey.KindDecimal}, []float64{1.5, 2}, nil))
	for want, spec := range map[string]crosstab.Spec{
		`table x: got 0 of rows, items, sum and mean, want one`:                                            {},
		`table x: columns: "measures" has several answers; columns must not overlap`:                       {Rows: "condition", Columns: "measures"},
		`table x: rows: "hours" is decimal; put it in bands first`:                                         {Rows: "hours"},
		`table x: sum: "condition" is single, want a number`:                                               {Sum: "condition"},
		`table x: nets: no option "medicl" in "condition"; did you mean "medical"?`:                        {Rows: "condition", Nets: []crosstab.NetSpec{{ID: "n", Of: []string{"medicl"}}}},
		`table x: benchmark: "medical": got 54, want a share from 0 to 1`:                                  {Rows: "condition", Benchmark: &crosstab.Benchmark{Shares: map[string]float64{"medical": 54}}},
		`table x: of_which: "hours" is no variable of two options`:                                         {Rows: "condition", OfWhich: "hours"},
		`table x: percent: got "rows", want one of "column", "row", "total"`:                               {Rows: "condition", Percent: "rows"},
		`table x: items: "measures" is multiple, want a single answer`:                                     {Items: []string{"condition", "measures"}},
		"table x: nets: a sum takes none\ntable x: of_which: a sum takes none":                             {Sum: "hours", OfWhich: "condition", Nets: []crosstab.NetSpec{{ID: "n", Of: []string{"a"}}}},
		`table x: where: no option "physcal" in "condition"; did you mean "physical"?`:                     {Rows: "condition", Where: map[string][]string{"condition": {"physcal"}}},
		`table x: items: "condition" and "region" have other options; the items of a battery share theirs`: {Items: []string{"condition", "region"}},
	} {
		spec.ID = "x"
		with := s
		if len(spec.Items) > 0 {
			with = bound(t, single("condition", "pm", "physical", "medical"), multiple("measures", 1, 2), single("region", "ew", "east", "west"))
		}
		_, err := crosstab.Build(with, spec, 0.95)
		assert.EqualError(t, err, want)
	}
}

// made returns a random sample of cases in clusters with unequal weights: rows
// of ten options and columns of five.
func made(t testing.TB, rows, psus int, seed uint64) *sample.Sample {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 0))
	variable := func(name string, options int) *survey.Column {
		v := survey.Variable{Name: name}
		for k := range options {
			v.Options = append(v.Options, survey.Option{Name: fmt.Sprintf("%s%d", name[:1], k)})
		}
		index := make([]int16, rows)
		for i := range index {
			index[i] = int16(rng.IntN(options))
		}
		return survey.NewSingle(v, index, nil)
	}
	weight, psu := make([]float64, rows), make([]float64, rows)
	for i := range weight {
		weight[i], psu[i] = 0.5+rng.Float64(), float64(rng.IntN(psus))
	}
	ds, err := survey.NewDataset("cases", rows, survey.Origin{}, variable("kind", 10), variable("group", 5), variable("mark", 2),
		survey.NewNumber(survey.Variable{Name: "weight", Kind: survey.KindDecimal}, weight, nil),
		survey.NewNumber(survey.Variable{Name: "psu", Kind: survey.KindInteger}, psu, nil))
	require.NoError(t, err)
	s, err := sample.Bind(ds, sample.Design{Name: "cases", PSU: "psu", Weights: "weight"})
	require.NoError(t, err)
	return s
}

// Category rows sum to 1 and a net equals its rows, whichever way shares run.
func TestCategoriesSumToOne(t *testing.T) {
	s := made(t, 400, 40, 1)
	table, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group", OfWhich: "mark",
		Nets: []crosstab.NetSpec{{ID: "net", Of: []string{"k1", "k2", "k3"}}}}, 0.95)
	require.NoError(t, err)
	for c := range table.Columns {
		sum, net, n := 0.0, 0.0, 0
		for r, row := range table.Rows {
			cell := table.Cells[r][c]
			switch {
			case row.Kind == crosstab.Category:
				sum, n = sum+cell.P, n+cell.N
				if row.ID == "k1" || row.ID == "k2" || row.ID == "k3" {
					net += cell.P
				}
			case row.Kind == crosstab.Net:
				assert.InDelta(t, net, cell.P, 1e-14)
			}
		}
		assert.InDelta(t, 1, sum, 1e-14)
		assert.Equal(t, table.Columns[c].N, n)
	}
	for _, percent := range []crosstab.Direction{crosstab.OfRow, crosstab.OfTotal} {
		table, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group", Percent: percent}, 0.95)
		require.NoError(t, err)
		total := 0.0
		for r := range 10 {
			row := 0.0
			for c := range 5 {
				row += table.Cells[r][c].P
			}
			if total += row; percent == crosstab.OfRow {
				assert.InDelta(t, 1, row, 1e-14)
			}
		}
		if percent == crosstab.OfTotal {
			assert.InDelta(t, 1, total, 1e-14)
		}
	}
}

// Merging two columns adds their counts.
func TestJoinedColumnsAddCounts(t *testing.T) {
	s := made(t, 300, 30, 2)
	whole, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group"}, 0.95)
	require.NoError(t, err)
	joined, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group", ColumnsLargest: 2}, 0.95)
	require.NoError(t, err)
	c, err := joined.Column(crosstab.JoinedID)
	require.NoError(t, err)
	for r := range whole.Rows {
		sum := whole.Cells[r][5].N
		for _, kept := range joined.Columns[:2] {
			k, err := whole.Column(kept.ID)
			require.NoError(t, err)
			sum -= whole.Cells[r][k].N
		}
		assert.Equal(t, sum, joined.Cells[r][c].N)
	}
}

func BenchmarkBuild(b *testing.B) {
	s := made(b, 100_000, 2000, 3)
	for b.Loop() {
		if _, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group"}, 0.95); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuildSmall is a table of the study's size.
func BenchmarkBuildSmall(b *testing.B) {
	s := made(b, 195, 65, 3)
	for b.Loop() {
		if _, err := crosstab.Build(s, crosstab.Spec{ID: "t", Rows: "kind", Columns: "group"}, 0.95); err != nil {
			b.Fatal(err)
		}
	}
}
