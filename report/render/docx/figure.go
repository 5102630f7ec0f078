package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"stikprove/report"
)

// emu is how many of the unit of drawings a point is, and perTwip a twip.
const (
	emu     = 12700
	perTwip = 635
)

// figure writes a figure: caption, then the picture as vectors, with points
// for programs that know no vectors, or a chart.
func (f *writer) figure(b *report.Figure) error {
	f.caption(f.say.Figure, b.Number, b.Anchor, "figure/"+b.ID, b.Caption)
	if b.Figure == nil {
		return nil
	}
	if f.options.Charts {
		if c := f.chartOf(b); c != nil {
			return f.chart(b, c)
		}
	}
	svg, png, err := f.pictures(b)
	if err != nil {
		return fmt.Errorf("figure %s: %w", b.ID, err)
	}
	file := "media/stikprove-" + strings.Map(fileSafe, b.ID)
	vectors := f.relation(kindImage, f.parts.add(f.template.main, file+".svg", svg), false)
	points := f.relation(kindImage, f.parts.add(f.template.main, file+".png", png), false)
	wide, high := b.Figure.Width*emu, b.Figure.Height*emu
	scale := min(1, float64(f.section.text()*perTwip)/wide)
	if tall := float64((f.section.high - f.section.top - f.section.bottom - 1500) * perTwip); high*scale > tall {
		scale = tall / high
	}
	cx, cy := strconv.Itoa(int(wide*scale)), strconv.Itoa(int(high*scale))
	f.drawn++
	id := strconv.Itoa(f.drawn)
	f.paragraph(paragraph{style: roleFigure}, func() {
		f.control++
		f.put("<w:sdt><w:sdtPr>")
		f.val("tag", figureTag(b))
		f.val("id", strconv.Itoa(f.control))
		f.put(`<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`,
			`<wp:extent cx="`, cx, `" cy="`, cy, `"/><wp:docPr id="`, id, `" name="`, escape(f.say.FigureLabel(b.Number)), `" descr="`, escape(b.Figure.Alt), `"/>`,
			`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`,
			`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="`, id, `" name="`, escape(b.ID), `"/><pic:cNvPicPr/></pic:nvPicPr>`,
			`<pic:blipFill><a:blip r:embed="`, points, `"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="`, vectors, `"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
			`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, cx, `" cy="`, cy, `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`,
			"</wp:inline></w:drawing></w:r></w:sdtContent></w:sdt>")
	})
	return nil
}

// figureTag returns the tag of a figure's picture, with the hash of its
// alternative text.
func figureTag(b *report.Figure) string { return hashedTag("figure:", b.ID, b.Figure.Alt) }

// fileSafe keeps what the names of parts are made of.
func fileSafe(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
		return r
	}
	return '-'
}

// pictures returns a figure's two pictures.
func (f *writer) pictures(b *report.Figure) (svg, png []byte, err error) {
	return picturesOf(b, f.options)
}

func picturesOf(b *report.Figure, o Options) (svg, png []byte, err error) {
	if o.Pictures != nil {
		return o.Pictures(b)
	}
	var vectors, points bytes.Buffer
	if err := b.Figure.SVG(&vectors); err != nil {
		return nil, nil, err
	}
	if err := b.Figure.PNG(&points); err != nil {
		return nil, nil, err
	}
	return vectors.Bytes(), points.Bytes(), nil
}
