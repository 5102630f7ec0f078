package coding

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// TestDecisionsNeverLower decides on ever more of one half of the development
// set and looks at the other half: with what was remembered and learned it is
// never coded worse than by rules alone, nor with decisions worse than without.
func TestDecisionsNeverLower(t *testing.T) {
	s := load(t)
	f, err := os.Open(filepath.Join("..", "testdata", "coding", "conditions.tsv"))
	require.NoError(t, err)
	defer f.Close()
	set, err := ReadGold("conditions.tsv", f, s)
	require.NoError(t, err)
	decided, held := OfPart(set, PartTune), OfPart(set, PartTest)
	rules := 0
	c := NewCoder(s)
	for _, g := range held {
		if k := c.Code(g.Text); k.category() == g.Category {
			rules++
		}
	}
	before := rules
	for _, n := range []int{0, 200, len(decided)} {
		right := heldOut(t, s, decided, held, n)
		t.Logf("%d decisions: %d of %d right; by rules alone %d", n, right, len(held), rules)
		assert.GreaterOrEqual(t, right, before, "%d decisions", n)
		if n == 0 {
			before = right
		}
	}
}

// heldOut decides on the first n of decided and counts the rows of held that
// are coded right.
func heldOut(t *testing.T, s *Scheme, decided, held []Gold, n int) int {
	t.Helper()
	all := append(slices.Clone(decided), held...)
	texts, ids := make([]string, len(all)), make([]string, len(all))
	var decisions []Decision
	for i, g := range all {
		texts[i], ids[i] = g.Text, strconv.Itoa(i)
		if i < n {
			yes := g.Combination
			decisions = append(decisions, Decision{Unit: ids[i], Category: g.Category, Combination: &yes})
		}
	}
	ds, err := survey.NewDataset("cases", len(all), survey.Origin{},
		survey.NewText(survey.Variable{Name: "id"}, ids, nil), survey.NewText(survey.Variable{Name: "text"}, texts, nil))
	require.NoError(t, err)
	_, sum, err := Apply(ds, Options{Variable: "text", Prefix: "condition", ID: "id", Scheme: s, Decisions: decisions, Learn: true})
	require.NoError(t, err)
	right := 0
	for i, g := range held {
		k := sum.Codings[len(decided)+i]
		if k.category() == g.Category {
			right++
		}
		if k.DecidedBy == ByLearning {
			assert.True(t, k.Review, "what was guessed is looked at")
		}
	}
	return right
}

func TestLearner(t *testing.T) {
	s := load(t)
	l := NewLearner(s, []Example{{"zyxgruppen kvartal", Uncoded}, {"blabla", "no such category"}})
	assert.Equal(t, []string{"physical", "medical", "psychological", "other", Uncoded}, l.classes)
	category, p := l.Guess("ryggsmärtor")
	assert.Equal(t, "physical", category)
	assert.Greater(t, p, learnAt)
	category, _ = l.Guess("zyxgruppen kvartal")
	assert.Equal(t, Uncoded, category, "what people found empty is learned too")
	category, _ = l.Guess("☃☃☃")
	assert.Empty(t, category, "nothing known")

	again := NewLearner(s, []Example{{"zyxgruppen kvartal", Uncoded}, {"blabla", "no such category"}})
	assert.Equal(t, l.weights, again.weights)
}

// Learning is off unless asked for, and leaves alone what the rules read.
func TestApplyLearn(t *testing.T) {
	ds := cases(t, "ryggsmärtor", "ved ikke", "ingen smerter i ryggen", "diabetes")
	o := Options{Variable: "condition_text", Prefix: "condition", Scheme: load(t)}
	out, _, err := Apply(ds, o)
	require.NoError(t, err)
	assert.Equal(t, "rules", answers(out, "condition_decided")[0])
	o.Learn = true
	out, sum, err := Apply(ds, o)
	require.NoError(t, err)
	assert.Equal(t, []string{"physical", "uncoded", "not_coded", "medical"}, answers(out, "condition"), "what waits for a person is told from what says nothing")
	assert.Equal(t, []string{"learning", "rules", "rules", "rules"}, answers(out, "condition_decided"))
	assert.Equal(t, "yes", answers(out, "condition_review")[0])
	assert.Equal(t, map[string]int{ByLearning: 1, ByRules: 1}, sum.By)
	assert.Contains(t, sum.Codings[0].Reason.In("en"), "guessed from similar words")
}
