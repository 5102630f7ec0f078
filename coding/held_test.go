package coding

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The part of the development set that nobody reads the errors of, held to the
// goals of the coding guide, section 8. Only scores are printed.
func TestHeldOutScores(t *testing.T) {
	e := Evaluate(NewCoder(load(t)), developmentSet(t, PartTest))
	least := func(name string, got, floor float64) {
		t.Helper()
		assert.GreaterOrEqual(t, got, floor, name)
	}
	least("all", e.All.Right.Value(), 0.94)
	least("rest", e.All.Rest.Value(), 0.96)
	assert.LessOrEqual(t, e.Codable.Value(), 0.17, "sent to review")
	difficulty := map[string]float64{"easy": 0.98, "medium": 0.96, "hard": 0.85}
	features := map[string]float64{"negation": 0.8, "history": 0.8, "sequela": 0.8, "workplace": 0.75}
	for _, s := range e.Slices {
		switch s.By {
		case "difficulty":
			least(s.Name, s.Right.Value(), difficulty[s.Name])
		case "feature":
			floor, ok := features[s.Name]
			if !ok {
				floor = 0.85
			}
			least(s.Name, s.Right.Value(), floor)
		}
	}
	least("kappa", e.Kappa, 0.91)
	least("macro-F1", e.MacroF1, 0.90)
	least("combination precision", e.Combination.Precision.Value(), 0.8)
	least("combination recall", e.Combination.Recall.Value(), 0.85)
	least("combination F1", e.Combination.F1, 0.85)
	least("wrong ones sent to review", e.Caught.Value(), 0.6)
	assert.LessOrEqual(t, e.ECE, 0.05, "calibration")
	for _, c := range e.Categories {
		if c.Name != Uncoded {
			assert.InDelta(t, 0, c.Bias, 0.02, "share bias of %s", c.Name)
		}
	}
}

// The second set has been mended by, so its floors lie near its scores: what
// falls below them was broken.
func TestSecondSetScores(t *testing.T) {
	e := Evaluate(NewCoder(load(t)), secondSet(t))
	least := func(name string, got, floor float64) {
		t.Helper()
		assert.GreaterOrEqual(t, got, floor, name)
	}
	least("all", e.All.Right.Value(), 0.985)
	least("rest", e.All.Rest.Value(), 0.985)
	assert.LessOrEqual(t, e.Codable.Value(), 0.15, "sent to review")
	least("kappa", e.Kappa, 0.97)
	least("combination precision", e.Combination.Precision.Value(), 0.95)
	least("combination recall", e.Combination.Recall.Value(), 0.95)
	least("coded unseen at an error of 2 %", e.Production[0].Share.Value(), 0.9)
	assert.Zero(t, e.Empty.K, "answers without content coded unseen")
	for _, s := range e.Slices {
		if s.By == "feature" {
			least(s.Name, s.Right.Value(), 0.9)
		}
	}
}

// The third set, of which nobody reads the errors, is held to the goals of the
// coding guide, section 8. Review catches fewer errors than the goal of 60 %,
// see scores.md.
func TestThirdSetScores(t *testing.T) {
	e := Evaluate(NewCoder(load(t)), goldSet(t, "third.tsv"))
	least := func(name string, got, floor float64) {
		t.Helper()
		assert.GreaterOrEqual(t, got, floor, name)
	}
	least("all", e.All.Right.Value(), 0.95)
	least("rest", e.All.Rest.Value(), 0.96)
	assert.LessOrEqual(t, e.Codable.Value(), 0.18, "sent to review")
	floors := map[string]float64{"easy": 0.98, "medium": 0.93, "hard": 0.88, "negation": 0.8, "history": 0.8, "sequela": 0.8}
	for _, s := range e.Slices {
		if floor, ok := floors[s.Name]; ok {
			least(s.Name, s.Right.Value(), floor)
		} else if s.By == "feature" {
			least(s.Name, s.Right.Value(), 0.85)
		}
	}
	least("kappa", e.Kappa, 0.93)
	least("macro-F1", e.MacroF1, 0.90)
	least("combination precision", e.Combination.Precision.Value(), 0.8)
	least("combination recall", e.Combination.Recall.Value(), 0.8)
	least("combination F1", e.Combination.F1, 0.85)
	least("wrong ones sent to review", e.Caught.Value(), 0.5)
	least("coded unseen at an error of 2 %", e.Production[0].Share.Value(), 0.7)
	assert.LessOrEqual(t, e.Empty.K, 1, "answers without content coded unseen")
	assert.LessOrEqual(t, e.ECE, 0.05, "calibration")
	for _, c := range e.Categories {
		if c.Name != Uncoded {
			assert.InDelta(t, 0, c.Bias, 0.02, "share bias of %s", c.Name)
		}
	}
}
