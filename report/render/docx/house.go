package docx

import "strings"

// nameSpace is a prefix and what it stands for.
type nameSpace struct{ prefix, uri string }

// ourSpaces are the prefixes of what we write in the text.
var ourSpaces = []nameSpace{
	{"w", wordSpace}, {"r", relationSpace}, {"wp", inlineSpace}, {"a", drawingSpace},
	{"pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"},
	{"mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"},
	{"w15", "http://schemas.microsoft.com/office/word/2012/wordml"},
	{"asvg", vectorSpace},
}

func declare(spaces ...nameSpace) string {
	var b strings.Builder
	for _, s := range spaces {
		b.WriteString(` xmlns:` + s.prefix + `="` + s.uri + `"`)
	}
	return b.String()
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	typesSpace    = "http://schemas.openxmlformats.org/package/2006/content-types"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	typeOpening   = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	kindOpening   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	wordOnly      = ` xmlns:w="` + wordSpace + `"`
	typeCore      = "application/vnd.openxmlformats-package.core-properties+xml"
	typeExtended  = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	houseSettings = `<w:settings` + wordOnly + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
	houseStyles = `<w:styles` + wordOnly + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/>` +
		`<w:color w:val="` + ink + `"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults></w:styles>`
	// The page is A4 with the text 16 cm wide.
	houseSection = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="567" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>`
)

// house returns the template that reports are laid in where there is no other.
func house() *Template {
	parts := parcel{
		typesPart: []byte(xmlHead + `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + typeDocument + `"/>` +
			`<Override PartName="/word/styles.xml" ContentType="` + typeOpening + `styles+xml"/><Override PartName="/word/settings.xml" ContentType="` + typeOpening + `settings+xml"/></Types>`),
		"_rels/.rels": []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + kindOpening + kindDocument + `" Target="word/document.xml"/></Relationships>`),
		"word/_rels/document.xml.rels": []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `"><Relationship Id="rId1" Type="` + kindOpening + kindStyles + `" Target="styles.xml"/>` +
			`<Relationship Id="rId2" Type="` + kindOpening + kindSettings + `" Target="settings.xml"/></Relationships>`),
		"word/styles.xml":   []byte(xmlHead + houseStyles),
		"word/settings.xml": []byte(xmlHead + houseSettings),
		"word/document.xml": []byte(xmlHead + `<w:document` + wordOnly + `><w:body>` + houseSection + `</w:body></w:document>`),
	}
	t := &Template{house: true, parts: parts, main: "word/document.xml", styles: "word/styles.xml"}
	var errs [3]error
	t.document, errs[0] = parseXML(parts[t.main])
	t.known, errs[1] = parseXML(parts[t.styles])
	t.from, errs[2] = parts.relations(t.main)
	for _, err := range errs {
		if err != nil {
			panic(err) // constants above
		}
	}
	return t
}
