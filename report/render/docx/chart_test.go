package docx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"stikprove/report"
)

const chartPart = "word/charts/stikprove-size.xml"

func TestCharts(t *testing.T) {
	for _, language := range report.LanguageTags() {
		d := arranged(t, language, 80)
		content := written(t, d, Options{Charts: true})
		assert.Empty(t, Check(content))
		assert.Equal(t, content, written(t, arranged(t, language, 80), Options{Charts: true}), "the same document gives the same bytes")
		parts := partsOf(t, content)
		assert.Contains(t, parts[chartPart], "<c:v>0.41</c:v>")
		assert.NotContains(t, parts, "word/charts/stikprove-cross.xml", "a heat map stays a picture")
		assert.Contains(t, parts, "word/media/stikprove-cross.png")
		assert.NotContains(t, parts, "word/media/stikprove-size.png")
		for name, part := range parts {
			assert.NotContains(t, part, "8675309", name)
		}
		got := tagged(t, content)
		assert.Contains(t, got[hashedTag("text:", "figure/size/subtitle", d.Figures[0].Chart(language).Subtitle)], "195")
	}
}

// What Write would write of the new data is what Update makes of the old file.
func TestUpdateCharts(t *testing.T) {
	before, after := arranged(t, "da", 80), arranged(t, "da", 60)
	content := written(t, before, Options{Charts: true})
	same, lines := updated(t, content, before)
	assert.Equal(t, content, same)
	assert.Empty(t, lines, "lines around charts are not missed where figures are pictures, nor here")

	got, lines := updated(t, content, after)
	want := partsOf(t, written(t, after, Options{Charts: true}))
	for name, part := range partsOf(t, got) {
		assert.Equal(t, want[name], part, name)
	}
	assert.Contains(t, lines, "redrawn  figure:size")
	assert.Empty(t, Check(got))
}

// A chart whose colours and numbers somebody changed keeps the colours.
func TestUpdateKeepsALooks(t *testing.T) {
	content := written(t, arranged(t, "da", 80), Options{Charts: true})
	parts := partsOf(t, content)
	parts[chartPart] = strings.NewReplacer("1D5A93", "AA0000", "1d5a93", "AA0000", "<c:v>0.41</c:v>", "<c:v>0.99</c:v>").Replace(parts[chartPart])
	got, lines := updated(t, packed(t, parts), arranged(t, "da", 80))
	now := partsOf(t, got)[chartPart]
	assert.Contains(t, now, "AA0000")
	assert.Contains(t, now, "<c:v>0.41</c:v>")
	assert.NotContains(t, now, "0.99")
	assert.Equal(t, "redrawn  figure:size", lines)

	// Of one whose bars are others now nothing can be kept.
	parts[chartPart] = strings.Replace(parts[chartPart], `<c:ptCount val="2"/>`, `<c:ptCount val="3"/>`, 1)
	got, _ = updated(t, packed(t, parts), arranged(t, "da", 80))
	assert.Equal(t, partsOf(t, content)[chartPart], partsOf(t, got)[chartPart])
}

func TestCheckFindsFaultsOfCharts(t *testing.T) {
	sound := partsOf(t, written(t, arranged(t, "da", 80), Options{Charts: true}))
	for want, c := range map[string][2]string{
		"order stands after tx in ser":  {`<c:idx val="0"/><c:order val="0"/><c:tx>`, `<c:idx val="0"/><c:tx/><c:order val="0"/><c:tx>`},
		"numbers stand outside a stack": {`val="clustered"`, `val="percentStacked"`},
		"colour stands in dLbls":        {`<c:showBubbleSize val="0"/><c:extLst>`, `<c:colour/><c:extLst>`},
	} {
		parts := map[string]string{}
		for k, v := range sound {
			parts[k] = v
		}
		assert.Contains(t, parts[chartPart], c[0])
		parts[chartPart] = strings.Replace(parts[chartPart], c[0], c[1], 1)
		assert.Contains(t, strings.Join(Check(packed(t, parts)), "\n"), want)
	}
}
