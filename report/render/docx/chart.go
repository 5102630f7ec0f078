package docx

import (
	"path"
	"strconv"
	"strings"

	"stikprove/report"
	"stikprove/report/render/chart"
)

const (
	typeChart   = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	typeBook    = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	kindChart   = "/chart"
	kindPackage = "/package"
)

// chartOf returns what Word is to draw of a figure, or nil for one that stays a
// picture.
func (f *writer) chartOf(b *report.Figure) *chart.Drawn {
	c := b.Chart(f.doc.Language)
	if c == nil {
		return nil
	}
	return chart.New(c, chart.LanguageOf(f.doc.Language, tagOf(f.doc.Language)), float64(f.section.text())/20)
}

// chart writes a figure as a chart that can be edited. What a picture has in it
// stands around it as text: title, base, notes and source.
func (f *writer) chart(b *report.Figure, c *chart.Drawn) error {
	book, err := c.Workbook()
	if err != nil {
		return err
	}
	name := "stikprove-" + strings.Map(fileSafe, b.ID)
	embedded := f.parts.add(f.template.main, "embeddings/"+name+".xlsx", book)
	part := f.parts.add(f.template.main, "charts/"+name+".xml", c.XML("rId1"))
	f.parts[relsOf(part)] = []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + kindOpening + kindPackage +
		`" Target="../embeddings/` + path.Base(embedded) + `"/></Relationships>`)
	f.added = append(f.added, typed{part, typeChart}, typed{embedded, typeBook})
	link := f.relation(kindChart, part, false)
	if c.Title != "" {
		f.paragraph(paragraph{style: roleTableText, keepNext: true}, func() { f.line("figure/"+b.ID+"/title", c.Title, face{bold: true, size: 22}) })
	}
	f.paragraph(paragraph{style: roleTableText, keepNext: true}, func() { f.line("figure/"+b.ID+"/subtitle", c.Subtitle, face{colour: muted}) })
	cx, cy := strconv.Itoa(int(c.Width*emu)), strconv.Itoa(int(c.Height*emu))
	f.drawn++
	f.paragraph(paragraph{style: roleFigure, keepNext: true, tight: true}, func() {
		f.control++
		f.put("<w:sdt><w:sdtPr>")
		f.val("tag", figureTag(b))
		f.val("id", strconv.Itoa(f.control))
		f.put(`<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">`,
			`<wp:extent cx="`, cx, `" cy="`, cy, `"/><wp:docPr id="`, strconv.Itoa(f.drawn), `" name="`, escape(f.say.FigureLabel(b.Number)), `" descr="`, escape(b.Figure.Alt), `"/>`,
			`<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="`, chart.Space, `"><c:chart xmlns:c="`, chart.Space, `" r:id="`, link, `"/></a:graphicData></a:graphic>`,
			"</wp:inline></w:drawing></w:r></w:sdtContent></w:sdt>")
	})
	for i, note := range c.Notes {
		role := roleTableNote
		if i == len(c.Notes)-1 {
			role = roleTableSource
		}
		f.paragraph(paragraph{style: role, keepNext: role == roleTableNote}, func() { f.line(chartNote(b, i), note, face{}) })
	}
	return nil
}

// chartNote names a line below a chart.
func chartNote(b *report.Figure, i int) string {
	return "figure/" + b.ID + "/note/" + strconv.Itoa(i+1)
}

// chartLines lists the lines around a chart.
func (e *expectation) chartLines(b *report.Figure, language string) {
	c := b.Chart(language)
	if c == nil {
		return
	}
	e.line("figure/"+b.ID+"/title", c.Title, "")
	e.line("figure/"+b.ID+"/subtitle", c.Subtitle, "")
	for i, note := range c.Notes {
		e.line(chartNote(b, i), note, "")
	}
}

// beside reports whether a tag is that of a line around a figure's chart, which
// a picture has in it, and of which figure.
func besideChart(tag string) (figure string, ok bool) {
	rest, ok := strings.CutPrefix(tag, "text:figure/")
	if !ok {
		return "", false
	}
	figure, line, _ := strings.Cut(rest, "/")
	return figure, line == "title" || line == "subtitle" || strings.HasPrefix(line, "note/")
}
