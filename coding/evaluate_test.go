package coding

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// developmentSet reads one part of the set in testdata/coding.
func developmentSet(t testing.TB, part string) []Gold {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "coding", "conditions.tsv"))
	require.NoError(t, err)
	defer f.Close()
	set, err := ReadGold("conditions.tsv", f, load(t))
	require.NoError(t, err)
	return OfPart(set, part)
}

// secondSet reads the set by an author who had not seen the scheme.
func secondSet(t testing.TB) []Gold { return goldSet(t, "second.tsv") }

func goldSet(t testing.TB, name string) []Gold {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "coding", name))
	require.NoError(t, err)
	defer f.Close()
	set, err := ReadGold(name, f, load(t))
	require.NoError(t, err)
	return set
}

// The set is of a size and kind that a score on it says something.
func TestDevelopmentSet(t *testing.T) {
	all := developmentSet(t, PartAll)
	assert.GreaterOrEqual(t, len(all), 500)
	tune, test := OfPart(all, PartTune), OfPart(all, PartTest)
	assert.Equal(t, len(all), len(tune)+len(test))
	assert.InDelta(t, 0.5, float64(len(test))/float64(len(all)), 0.1)
	seen := map[string]bool{}
	features := map[string]int{}
	for _, g := range all {
		assert.False(t, seen[g.Text], "line %d stands twice", g.Line)
		seen[g.Text] = true
		assert.Contains(t, []string{"easy", "medium", "hard"}, g.Difficulty, "line %d", g.Line)
		for _, f := range g.Features {
			features[f]++
		}
	}
	for _, f := range strings.Fields("plain compound inflection latin abbreviation typo no_aeoeaa broken_encoding nfd split negation history sequela treatment suspicion combination workplace no_content long") {
		assert.GreaterOrEqual(t, features[f], 9, f)
		delete(features, f)
	}
	assert.Empty(t, features, "features that README.md does not list")
}

// Wilson's interval as R's prop.test(k, n, correct = FALSE) gives it.
func TestNewRate(t *testing.T) {
	r := NewRate(81, 263)
	assert.InDelta(t, 0.2553, r.Low, 5e-4) // Newcombe (1998), Statistics in Medicine 17, table I
	assert.InDelta(t, 0.3662, r.High, 5e-4)
	assert.Equal(t, Rate{Low: 0, High: 1}, NewRate(0, 0))
	assert.Zero(t, NewRate(0, 20).Low)
	assert.InDelta(t, 0.1611, NewRate(0, 20).High, 5e-4) // the same table
}

// Fifty proposals read twice: both yes 20, both no 15, and 5 and 10 otherwise
// give an observed agreement of 0.7, 0.5 by chance and so a kappa of 0.4.
func TestKappa(t *testing.T) {
	tl := tally{names: []string{"yes", "no"}}
	for _, cell := range []struct {
		gold, coded string
		n           int
	}{{"yes", "yes", 20}, {"yes", "no", 5}, {"no", "yes", 10}, {"no", "no", 15}} {
		for range cell.n {
			tl.set = append(tl.set, Gold{Category: cell.gold})
			tl.codings = append(tl.codings, Coding{Category: cell.coded})
		}
	}
	var e Evaluation
	tl.categories(&e)
	assert.InDelta(t, 0.4, e.Kappa, 1e-12)
	assert.InDelta(t, 0.4, (e.KappaLow+e.KappaHigh)/2, 1e-12)
	assert.InDelta(t, 0.1, e.Categories[0].Bias, 1e-12)
	assert.InDelta(t, 0, e.Categories[0].Bias+e.Categories[1].Bias, 1e-12)
}

func TestEvaluate(t *testing.T) {
	set := []Gold{
		{Text: "dårlig ryg", Category: "physical", Difficulty: "easy"},
		{Text: "ryg og stress", Category: "psychological", Combination: true, Difficulty: "easy", Features: []string{"combination"}},
		{Text: "ved ikke", Category: Uncoded, Difficulty: "hard"},
		{Text: "migræne", Category: "physical", Difficulty: "hard"},
	}
	e := Evaluate(NewCoder(load(t)), set)
	assert.Equal(t, 3, e.All.Right.K)
	assert.Equal(t, Rate{K: 1, N: 1, Low: NewRate(1, 1).Low, High: 1}, e.Combination.Precision)
	require.Len(t, e.Wrong, 1)
	assert.Equal(t, 3, e.Wrong[0].Gold)
	right := 0
	for _, s := range e.Slices {
		if s.By == "difficulty" {
			right += s.Right.K
		}
	}
	assert.Equal(t, e.All.Right.K, right, "the slices of one kind are the whole")
	for i, row := range e.Confusion {
		sum := 0
		for _, n := range row {
			sum += n
		}
		assert.Equal(t, e.Categories[i].Gold, sum)
	}
}

func TestReadGoldProblems(t *testing.T) {
	s := load(t)
	for text, want := range map[string]string{
		"":                              "g.tsv:1: the file is empty, want a header with text and category",
		"text\n":                        `g.tsv:1: no column "category"`,
		"text\tcategory\n":              "g.tsv:1: the file has no descriptions",
		"text\tcategory\nryg\tbodily\n": `g.tsv:2: category: got "bodily", want one of physical, medical, psychological, other, uncoded`,
	} {
		_, err := ReadGold("g.tsv", strings.NewReader(text), s)
		assert.EqualError(t, err, want)
	}
}
