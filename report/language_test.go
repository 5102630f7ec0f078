package report

import (
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Every word there is in one language is there in the other.
func TestLanguagesAreComplete(t *testing.T) {
	for _, tag := range LanguageTags() {
		l, ok := LanguageOf(tag)
		require.True(t, ok)
		v := reflect.ValueOf(l)
		for i := range v.NumField() {
			if v.Field(i).Kind() != reflect.Bool {
				assert.False(t, v.Field(i).IsZero(), "%s: %s", tag, v.Type().Field(i).Name)
			}
		}
		assert.Len(t, l.tests.methods, 18)
		assert.Len(t, l.tests.choices, 4)
		assert.Len(t, l.tests.whys, 7)
		assert.Len(t, l.notes, 28, "every kind but those that hold their own text")
		assert.Equal(t, keys(danish.shares.parts), keys(l.shares.parts))
		assert.Equal(t, keys(danish.altKinds), keys(l.altKinds))
		assert.Equal(t, keys(danish.waves.notes), keys(l.waves.notes))
		assert.Len(t, l.waves.notes, 26, "every kind of note")
		assert.Equal(t, keys(danish.waves.several), keys(l.waves.several))
		assert.Len(t, l.waves.verdicts, 6)
		assert.Len(t, l.waves.kinds, 6)
		assert.Len(t, l.waves.adjusted, 3)
		for _, k := range figure.Kinds() {
			assert.NotEmpty(t, l.altKinds[string(k)], k)
		}
		drawn := reflect.ValueOf(l.drawn)
		for i := range drawn.NumField() {
			assert.False(t, drawn.Field(i).IsZero(), "%s: %s", tag, drawn.Type().Field(i).Name)
		}
	}
	_, ok := LanguageOf("sv")
	assert.False(t, ok)
}

func keys[K comparable, V any](m map[K]V) map[K]bool {
	out := map[K]bool{}
	for k := range m {
		out[k] = true
	}
	return out
}

func TestDate(t *testing.T) {
	day := time.Date(2015, 11, 3, 0, 0, 0, 0, time.UTC)
	assert.Equal(t, "3. november 2015", danish.Date(day))
	assert.Equal(t, "3 November 2015", english.Date(day))
}

func TestSource(t *testing.T) {
	cases := survey.Text{"da": "sager", "en": "cases"}
	offices := survey.Text{"da": "jobcentre", "en": "job centres"}
	sample := crosstab.Base{N: 195, Unit: cases, PSUs: 65, PSUUnit: offices}
	census := crosstab.Base{N: 80, Answered: 84, Eligible: 92, Census: true, Unit: offices}
	assert.Equal(t, "Stikprøve med 195\u00a0sager i 65\u00a0jobcentre.", danish.SourceOf(sample))
	assert.Equal(t, "Sample of 195\u00a0cases in 65\u00a0job centres.", english.SourceOf(sample))
	assert.Equal(t, "84 af 92 jobcentre har svaret.", danish.SourceOf(census))
	assert.Equal(t, "84 of 92 job centres answered.", english.SourceOf(census))
	sample.Source = survey.Words("KMD's register")
	assert.Equal(t, "KMD's register.", danish.SourceOf(sample))
}
