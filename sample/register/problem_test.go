package register

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// troubled has every kind of problem; the lines are numbered from 1 with the
// remark and the headings.
const troubled = `# a remark
cpr;start;slut;kommune;sagsart;køn;født;herkomst
0101801111;2014-01-01;2014-01-03;Odense;14;K;1980;Dansk
0101801111;2014-01-01;2014-01-03;Odense;14;K;1980;Dansk
0101801111;2014-01-03;2014-01-05;Vejle;14;K;1980;Dansk
;2014-01-03;2014-01-05;Vejle;14;K;1980;Dansk
0201801111;i går;2014-01-05;Vejle;14;K;1980;Dansk
0201801111;2014-01-03;snart;Vejle;14;K;1980;Dansk
0201801111;1914-01-03;2014-01-05;Vejle;14;K;1980;Dansk
0201801111;2014-01-05;2014-01-03;Vejle;14;K;1980;Dansk
0201801111;2014-02-05;;Vejle;14;K;1980;Dansk

0201801111;2014-03-05;2014-03-05;;14;X;2080;Marsboer
"0201801111;2014-03-05;2014-03-05;Vejle
0201801111;2014-03-05
`

func TestProblems(t *testing.T) {
	path := file(t, "spells.csv", []byte(troubled))
	c, err := Count(Source{Path: path}, Options{Stop: []Kind{}})
	require.NoError(t, err)
	var got []string
	for _, p := range c.Problems {
		got = append(got, fmt.Sprint(p.Kind, " ", p.N, " ", p.Rows))
	}
	assert.Equal(t, strings.Join([]string{
		"too_few_fields 1 [15]", "bad_quotes 1 [14]", "no_person 1 [6]", "bad_start 1 [7]", "bad_end 1 [8]", "far_date 1 [9]",
		"end_before_start 1 [10]", "no_end 1 [11]", "no_municipality 1 [13]", "bad_birth 1 [13]", "bad_sex 1 [13]", "bad_origin 1 [13]",
		"twice 1 []", "overlap 1 []", "two_municipalities 1 []",
	}, "\n"), strings.Join(got, "\n"))
	assert.Equal(t, 12, c.Rows)
}

// TestProblemsStop holds the run to stopping at what the study says, and at
// rows that cannot be split where it says nothing.
func TestProblemsStop(t *testing.T) {
	path := file(t, "spells.csv", []byte(troubled))
	_, err := Count(Source{Path: path}, Options{})
	var problems survey.Problems
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 2)
	_, err = Count(Source{Path: path}, Options{Stop: []Kind{EndBeforeStart}})
	assert.EqualError(t, err, "spells.csv: end_before_start: 1 of the rows that end before they start; left out (row 10)")
}

// TestNoIDIsShown holds every message to holding nothing of who.
func TestNoIDIsShown(t *testing.T) {
	c, err := Count(Source{Path: file(t, "spells.csv", []byte(troubled))}, Options{Stop: []Kind{}})
	require.NoError(t, err)
	for _, p := range c.Problems {
		assert.NotContains(t, p.Said("spells.csv").String(), "1801111")
	}
}

// TestFirstRows holds the rows named to being the first of the file, in which
// block and goroutine they may be.
func TestFirstRows(t *testing.T) {
	var b strings.Builder
	b.WriteString("person;start;slut\n")
	for i := range 200_000 {
		if i >= 70_000 && i%10_000 == 0 {
			b.WriteString("1;2014-01-02;2014-01-01\n")
			continue
		}
		fmt.Fprintf(&b, "%d;2014-01-01;2014-01-01\n", i)
	}
	for workers := 1; workers <= 3; workers++ {
		c, err := Count(Source{Path: file(t, "spells.csv", []byte(b.String()))}, Options{Workers: workers})
		require.NoError(t, err)
		assert.Equal(t, []Problem{{Kind: EndBeforeStart, N: 13, Rows: []int{70_002, 80_002, 90_002}}}, c.Problems)
	}
}

func TestNoRegister(t *testing.T) {
	for content, want := range map[string]string{
		"":                           "spells.csv: the file is empty; want a row of headings and a row for each spell",
		"a;b\n1;2\n":                 `person: no column called person, personid, cpr; the columns are "a", "b": name it in study.yaml`,
		"person;fra\n1;2\n":          "",
		"\x1f\x8b\x08 no more of it": "the compressed file is damaged or breaks off",
		strings.Repeat("x", 3<<20):   "no column called",
		"person;start\n1;" + strings.Repeat("2", 3<<20): "a line of more than 65536 characters",
	} {
		_, err := Count(Source{Path: file(t, "spells.csv", []byte(content))}, Options{})
		if want == "" {
			assert.NoError(t, err)
			continue
		}
		assert.ErrorContains(t, err, want)
	}
	_, err := Count(Source{Path: "nowhere.csv"}, Options{})
	assert.EqualError(t, err, "nowhere.csv: no such file")
	_, err = Count(Source{Path: file(t, "spells.csv", []byte("person;start\n")), Columns: Columns{End: "stat"}}, Options{})
	assert.EqualError(t, err, `spells.csv: end: no column "stat"; did you mean "start"?`)
	_, err = Count(Source{}, Options{Definitions: Definitions{Join: "overlap"}})
	assert.ErrorContains(t, err, `join: got "overlap", want one of`)
}
