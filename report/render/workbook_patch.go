package render

import (
	"bytes"
	"fmt"
	"strings"
)

// Pieces of a chart as excelize writes them.
const (
	chartInvert = `<invertIfNegative val="0"></invertIfNegative>`
	chartSmooth = `<smooth val="0"></smooth>`
	seriesEnd   = `</a:solidFill></spPr><dLbls>` // end of a series' own colour
	seriesRim   = `</a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"></a:srgbClr></a:solidFill></a:ln></spPr>`
	greyPoint   = `<dPt><idx val="%d"></idx>` + chartInvert + `<bubble3D val="0"></bubble3D><spPr><a:solidFill><a:srgbClr val="` + otherColour + `"></a:srgbClr></a:solidFill></spPr></dPt>`
)

// patchChart puts right what excelize cannot be told of a chart: its language,
// a rim between the parts of a stack, the colour of single bars (grey, by
// their place in the first series), and the order of elements within a series,
// which the standard fixes.
func (b *book) patchChart(number int, grey []int) {
	path := fmt.Sprintf("xl/charts/chart%d.xml", number)
	content, _ := b.Pkg.Load(path)
	part, ok := content.([]byte)
	if !ok {
		return
	}
	language := map[string]string{"da": "da-DK", "en": "en-GB"}[b.doc.Language]
	part = bytes.ReplaceAll(part, []byte(`"en-US"`), []byte(`"`+language+`"`))
	if !bytes.Contains(part, []byte("<lineChart>")) { // bars have no such element; lines without it are smoothed
		part = bytes.ReplaceAll(part, []byte(chartSmooth), nil)
	}
	part = bytes.ReplaceAll(part, []byte(chartInvert), nil)
	var points strings.Builder
	for _, i := range grey {
		fmt.Fprintf(&points, greyPoint, i)
	}
	part = bytes.Replace(part, []byte(seriesEnd), []byte(seriesRim+chartInvert+points.String()+"<dLbls>"), 1)
	part = bytes.ReplaceAll(part, []byte(seriesEnd), []byte(seriesRim+chartInvert+"<dLbls>"))
	b.Pkg.Store(path, part)
}
