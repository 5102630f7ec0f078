package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// A design is told as it was used, from the counts of the sample's own tables.
func TestDesignText(t *testing.T) {
	base := crosstab.Base{N: 260, Sampled: 269, SampledPSUs: 21, Eligible: 336, Unit: survey.Words("workplaces"), PSUUnit: survey.Words("municipalities")}
	table := &crosstab.Table{ID: "t", Sample: "w", Base: base}
	a := &arranger{Language: english, content: Content{Tables: []*crosstab.Table{table}}}
	d := Drawn{Sample: "w", Clusters: true, TwoStages: true, Stratified: true, Strata: 3, FPC: true, SecondFPC: true, Weights: MadeWeights,
		Adjusted: []Adjusted{{How: ByRaking, By: []survey.Text{survey.Words("County"), survey.Words("Size")}}}, Lonely: "adjust"}
	told := tilde(a.designText(d))
	assert.Equal(t, "Workplaces: drawn in two stages, first 21 municipalities and then 269 workplaces in them, within 3 strata. "+
		"The weight is the inverse of the chance of being drawn, from how many there were to draw from. "+
		"Weights are raked to the counts of the population by county and size. Of 336, 269 answered (80%). "+
		"The adjustment makes up for those missing as far as what it goes by does. Variances are linearised (Taylor) by the way units were drawn. "+
		"They are corrected for a finite population in both stages. "+
		"In a stratum with one unit only in the first stage the deviation is from the mean of the whole sample. "+
		"Intervals rest on 18 degrees of freedom; a part of the sample has its own.", told)

	d.Adjusted, d.Replicates = nil, "bootstrap"
	told = a.designText(d)
	assert.Contains(t, told, "weights are not adjusted for them")
	assert.Contains(t, told, "replicate weights (bootstrap)")
	assert.NotContains(t, told, "linearised")

	assert.Contains(t, a.designText(Drawn{Sample: "w", Census: true}), "all 336 were asked, and 269 answered")
	assert.Empty(t, a.designText(Drawn{Sample: "other"}), "no table is of it")
	table.Base.Suppressed = crosstab.Primary
	assert.Empty(t, a.designText(d), "a base that is hidden is not told here")
}

// Every rule and way has words in both languages.
func TestDrawnWords(t *testing.T) {
	for _, rule := range []string{"fail", "remove", "certainty", "adjust", "average"} {
		assert.NotEmpty(t, danishDrawn.lonely[rule], rule)
		assert.NotEmpty(t, englishDrawn.lonely[rule], rule)
	}
	assert.Equal(t, keys(danishDrawn.adjusted), keys(englishDrawn.adjusted))
	assert.Len(t, danishDrawn.adjusted, 5)
}
