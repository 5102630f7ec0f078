package coding

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTextHash(t *testing.T) {
	assert.Len(t, TextHash("gigt"), 16)
	assert.Equal(t, TextHash("Slidgigt  i\tknæ. "), TextHash("slidgigt i knæ"))
	assert.Equal(t, TextHash("kn\u00e5"), TextHash("kna\u030a"), "composed and decomposed")
	assert.NotEqual(t, TextHash("slidgigt i knæ"), TextHash("slidgigt i knae"), "spelt otherwise is another text")
	assert.NotEqual(t, TextHash("slidgigt, knæ"), TextHash("slidgigt knæ"))
}

// remember applies decisions to five cases, the first four of one text.
func remember(t *testing.T, o Options) (categories, decided, review []string, sum *Summary) {
	t.Helper()
	ds := cases(t, "piskesmæld", "Piskesmæld", "piskesmæld.", "PISKESMÆLD", "diabetes")
	o.Variable, o.Prefix, o.ID, o.Scheme, o.Wave = "condition_text", "condition", "id", load(t), "2016"
	out, sum, err := Apply(ds, o)
	require.NoError(t, err)
	return answers(out, "condition"), answers(out, "condition_decided"), answers(out, "condition_review"), sum
}

func TestMemory(t *testing.T) {
	yes := true
	categories, decided, review, sum := remember(t, Options{Decisions: []Decision{{Unit: "a", Category: "medical", Combination: &yes}}})
	assert.Equal(t, []string{"medical", "medical", "medical", "medical", "medical"}, categories)
	assert.Equal(t, []string{"decision", "memory", "memory", "memory", "rules"}, decided)
	assert.Equal(t, []string{"no", "no", "no", "no", "no"}, review)
	assert.Equal(t, []int{1, 3}, []int{sum.Decided, sum.Remembered})
	assert.Equal(t, 4, sum.Combinations)
	assert.Contains(t, sum.Codings[1].Reason.In("da"), "husket")
	assert.Equal(t, map[string]int{ByDecision: 1, ByMemory: 3, ByRules: 1}, sum.By)
}

// Decisions that differ decide their own cases and nothing else.
func TestMemoryDiffers(t *testing.T) {
	_, decided, review, sum := remember(t, Options{Decisions: []Decision{{Unit: "a", Category: "medical"}, {Unit: "b", Category: "other"}}})
	assert.Equal(t, []string{"decision", "decision", "rules", "rules", "rules"}, decided)
	assert.Equal(t, []string{"no", "no", "yes", "yes", "no"}, review)
	assert.Contains(t, sum.Codings[2].Reason.In("en"), "decisions on the same text differ")
}

// Decisions of former waves are known by the hash of their text alone: the
// same id may be somebody else now.
func TestMemoryOfFormerWaves(t *testing.T) {
	hash := TextHash("piskesmæld")
	for _, o := range []Options{
		{Former: []Decision{{Unit: "e", Category: "medical", Hash: hash}}},
		{Decisions: []Decision{{Unit: "e", Category: "medical", Hash: hash, Wave: "2015"}}},
	} {
		_, decided, _, _ := remember(t, o)
		assert.Equal(t, []string{"memory", "memory", "memory", "memory", "rules"}, decided)
	}
	_, decided, _, _ := remember(t, Options{Former: []Decision{{Unit: "a", Category: "medical"}}})
	assert.NotContains(t, decided, "memory", "without a hash nothing is known of the text")
	_, decided, review, _ := remember(t, Options{
		Decisions: []Decision{{Unit: "a", Category: "other", Wave: "2016"}},
		Former:    []Decision{{Unit: "a", Category: "medical", Hash: hash}},
	})
	assert.Equal(t, "decision", decided[0])
	assert.Equal(t, "yes", review[1], "the waves differ")
}

// A decision on a text that was mended afterwards does not stand.
func TestDecisionOnChangedText(t *testing.T) {
	categories, decided, review, sum := remember(t, Options{Decisions: []Decision{{Unit: "e", Category: "other", Hash: TextHash("sukkersyge")}}})
	assert.Equal(t, "medical", categories[4])
	assert.Equal(t, "rules", decided[4])
	assert.Equal(t, "yes", review[4])
	assert.Equal(t, 1, sum.Changed)
	assert.Contains(t, sum.Codings[4].Reason.In("da"), "teksten er ændret")
}

func TestReadDecisionsOfWaves(t *testing.T) {
	read := func(source string) ([]Decision, error) {
		return ReadDecisions("d.csv", strings.NewReader(source), load(t))
	}
	decisions, err := read("id,category,wave,text_hash\n1,other,2015,00ff\n1,medical,2016,\n1,other,,\n")
	require.NoError(t, err)
	assert.Equal(t, "2015 00ff", decisions[0].Wave+" "+decisions[0].Hash)
	_, err = read("id,category,wave\n1,other,2015\n1,medical,2015\n")
	assert.EqualError(t, err, `d.csv:3: id: "1" is decided on line 2 already`)

	_, _, err = Apply(cases(t, "gigt"), Options{Variable: "condition_text", ID: "id", Scheme: load(t), Prefix: "condition", Wave: "2016",
		Decisions: []Decision{{Unit: "a", Category: "other", File: "d.csv", Line: 2}, {Unit: "a", Category: "other", Wave: "2016", File: "d.csv", Line: 3}}})
	assert.EqualError(t, err, `d.csv:3: id: unit "a" is decided on line 2 already`)
}
