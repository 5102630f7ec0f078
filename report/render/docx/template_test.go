package docx

import (
	"maps"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// danishTemplate is a house template as Danish Word saves one: ids in Danish,
// names of Word's own styles in English, a header of its own, a cover, and a
// place for the report whose words Word has split over runs.
func danishTemplate() map[string]string {
	style := func(kind, id, name, more string) string {
		return `<w:style w:type="` + kind + `" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + more + `</w:style>`
	}
	const numbered = `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>`
	return map[string]string{
		typesPart: `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="` + typeTemplate + `"/><Override PartName="/word/header1.xml" ContentType="` + typeOpening + `header+xml"/></Types>`,
		"_rels/.rels": `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + kindOpening + kindDocument + `" Target="/word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + kindOpening + kindStyles + `" Target="styles.xml"/>` +
			`<Relationship Id="rId2" Type="` + kindOpening + kindHeader + `" Target="header1.xml"/><Relationship Id="rId3" Type="` + kindOpening + kindNumbering + `" Target="numbering.xml"/>` +
			`<Relationship Id="rId4" Type="` + kindOpening + kindFootnotes + `" Target="footnotes.xml"/></Relationships>`,
		"word/header1.xml":   `<w:hdr` + wordOnly + `><w:p><w:r><w:t>Evalueringshuset</w:t></w:r></w:p></w:hdr>`,
		"word/numbering.xml": `<w:numbering` + wordOnly + `><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
		"word/footnotes.xml": `<w:footnotes` + wordOnly + `><w:footnote w:id="3"><w:p/></w:footnote></w:footnotes>`,
		"word/styles.xml": `<w:styles` + wordOnly + `><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>` +
			style("paragraph", "Normal", "Normal", "") + style("paragraph", "Overskrift1", "heading 1", numbered) + style("paragraph", "Overskrift2", "Overskrift 2", `<w:basedOn w:val="Overskrift1"/>`) +
			style("paragraph", "Billedtekst", "caption", "") + style("paragraph", "Tabeltekst", "tabeltekst", "") + style("paragraph", "Title", "Anden stil", "") +
			style("table", "Rapporttabel", "Rapporttabel", "") + style("character", "Citat", "Quote", "") + `</w:styles>`,
		"word/document.xml": `<w:document` + wordOnly + ` xmlns:r="` + relationSpace + `"><w:body><w:p><w:r><w:t>Forside</w:t></w:r></w:p><w:p><w:r><w:t>{{rap</w:t></w:r><w:r><w:t>port}} </w:t></w:r></w:p><w:p><w:r><w:t>Bagside</w:t></w:r></w:p>` +
			`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="2000" w:bottom="1000" w:left="2000"/></w:sectPr></w:body></w:document>`,
	}
}

func template(t *testing.T, parts map[string]string) *Template {
	t.Helper()
	got, err := OpenTemplate("hus.docx", packed(t, parts))
	require.NoError(t, err)
	return got
}

func TestTemplate(t *testing.T) {
	parts := danishTemplate()
	content := written(t, arranged(t, "da", 80), Options{Template: template(t, parts)})
	assert.Empty(t, Check(content))
	got := partsOf(t, content)
	assert.Equal(t, parts["word/header1.xml"], got["word/header1.xml"])
	assert.Contains(t, got[typesPart], typeDocument)
	body := got["word/document.xml"]
	assert.Less(t, strings.Index(body, "Forside"), strings.Index(body, "Resumé"))
	assert.Less(t, strings.Index(body, "Resumé"), strings.Index(body, "Bagside"))
	assert.NotContains(t, body, "{{rap")
	assert.Contains(t, body, `<w:pStyle w:val="Overskrift1"/>`)
	assert.Contains(t, body, `<w:pStyle w:val="Overskrift2"/>`)
	assert.Contains(t, body, `<w:pStyle w:val="Billedtekst"/>`)
	assert.Contains(t, body, `<w:pStyle w:val="Tabeltekst"/>`)
	assert.Contains(t, body, `<w:tblStyle w:val="Rapporttabel"/>`)
	assert.Contains(t, body, `<w:pStyle w:val="Title2"/>`, "the id is another style's")
	assert.NotContains(t, body, `w:fill="`+blue+`"`, "the template's table has its own colours")
	assert.Contains(t, got["word/styles.xml"], `<w:name w:val="Title"/>`)
	assert.Contains(t, got["word/styles.xml"], `w:customStyle="1" w:styleId="TableNote"><w:name w:val="Tabelnote"/>`)
	assert.Contains(t, got["word/styles.xml"], `w:type="paragraph" w:styleId="Quote"`, "a style of letters is none of paragraphs")
	assert.Contains(t, got["word/styles.xml"], `<w:lang w:val="da-DK"/>`)
	assert.NotContains(t, got["word/styles.xml"], `w:default="1"`)
	assert.Contains(t, body, `<w:footerReference w:type="default"`, "it has a header and no page numbers")
	assert.Contains(t, body, `<w:footnoteReference w:id="4"/>`, "after the template's own")
	assert.Contains(t, body, `<w:tblW w:w="7906" w:type="dxa"/>`, "as wide as the template's text")
	heading := body[strings.Index(body, `<w:pStyle w:val="Overskrift1"/>`):]
	assert.NotContains(t, heading[:strings.Index(heading, "</w:pPr>")], "numPr", "the template counts its headings")
}

// Without a place for it the report takes that of all the template says.
func TestTemplateWithoutPlace(t *testing.T) {
	parts := danishTemplate()
	parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], "port}}", "ide}}", 1)
	parts["word/styles.xml"] = strings.Replace(parts["word/styles.xml"], `<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>`, "", 1)
	content := written(t, arranged(t, "da", 80), Options{Template: template(t, parts)})
	assert.Empty(t, Check(content))
	body := partsOf(t, content)["word/document.xml"]
	assert.NotContains(t, body, "Forside<")
	assert.Contains(t, body, `<w:headerReference w:type="default" r:id="rId2"/>`)
	assert.Contains(t, body, `<w:pStyle w:val="Overskrift2"/><w:keepNext/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="8"/></w:numPr>`, "references name the numbers, so there must be some")
}

// What we wrote can itself be the template of the next report.
func TestTemplateOfOurs(t *testing.T) {
	first := written(t, arranged(t, "da", 80), Options{})
	house, err := OpenTemplate("report.docx", first)
	require.NoError(t, err)
	second := written(t, arranged(t, "en", 60), Options{Template: house})
	assert.Empty(t, Check(second))
	assert.Equal(t, strings.Count(partsOf(t, first)["word/styles.xml"], "<w:style "), strings.Count(partsOf(t, second)["word/styles.xml"], "<w:style "))
	assert.Equal(t, "en", Language(second))
	for name, part := range partsOf(t, second) {
		if name != "word/footer.xml" {
			assert.NotContains(t, part, "opdigtede", "%s: what the template said is gone", name)
		}
	}
	assert.Equal(t, strings.Count(partsOf(t, first)["word/footnotes.xml"], "<w:footnote "), strings.Count(partsOf(t, second)["word/footnotes.xml"], "<w:footnote "))
	assert.Len(t, partsOf(t, second), len(partsOf(t, first)))
}

func TestTemplateRefused(t *testing.T) {
	sound := danishTemplate()
	with := func(part, content string) []byte {
		parts := maps.Clone(sound)
		parts[part] = content
		return packed(t, parts)
	}
	for want, content := range map[string][]byte{
		"hus.docx: not a Word document; want a Word document or template (.docx, .dotx)": []byte("Kære alle"),
		"hus.docx: the template has no styles; open it in Word":                          with("word/styles.xml", "<w:styles"+wordOnly+"/>"),
		"hus.docx: not a Word document; want a Word":                                     with("word/document.xml", "<w:document"),
		"hus.docx: the template has no page to put a report on":                          with("word/document.xml", "<w:document"+wordOnly+"/>"),
		"hus.docx: a file with macros":                                                   with(typesPart, strings.Replace(sound[typesPart], typeTemplate, "application/vnd.ms-word.document.macroEnabled.main+xml", 1)),
		"hus.docx: saved as Strict Open XML":                                             with("_rels/.rels", strings.ReplaceAll(sound["_rels/.rels"], kindOpening, strictSpace+"officeDocument/relationships")),
		`hus.docx: the template gives "wp" a meaning of its own`:                         with("word/document.xml", strings.Replace(sound["word/document.xml"], "<w:document", `<w:document xmlns:wp="x"`, 1)),
		"hus.docx: a Word file of the old kind (.doc)":                                   []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	} {
		_, err := OpenTemplate("hus.docx", content)
		assert.ErrorContains(t, err, want)
	}
	lone := maps.Clone(sound)
	delete(lone, "word/styles.xml")
	_, err := OpenTemplate("hus.docx", packed(t, lone))
	assert.ErrorContains(t, err, "the template has no styles")
}

func FuzzParseXML(f *testing.F) {
	f.Add([]byte(`<a xmlns:w="x"><w:b w:c="d">e</w:b><f/></a>`))
	f.Add([]byte("<a></b>"))
	f.Fuzz(func(t *testing.T, source []byte) {
		root, err := parseXML(source)
		if err != nil {
			return
		}
		root.walk(func(n *node) bool {
			if n.from > n.inner || n.inner > n.end || n.end > n.to || n.to > len(source) {
				t.Errorf("%q stands at %d %d %d %d", n.name, n.from, n.inner, n.end, n.to)
			}
			return true
		})
	})
}
