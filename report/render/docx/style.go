package docx

import "strings"

// Roles that a style plays in a report. Headings are "heading 1" to "heading 6",
// entries of the contents "toc 1" to "toc 3".
const (
	roleNormal       = "normal"
	roleTitle        = "title"
	roleSubtitle     = "subtitle"
	roleCover        = "cover"
	roleNotice       = "notice"
	roleHeading      = "heading "
	roleContents     = "contents"
	roleEntry        = "toc "
	roleListed       = "listed" // an entry of a list of tables or figures
	roleBullet       = "bullet"
	roleNumbered     = "numbered"
	roleContinued    = "continued"
	roleQuote        = "quote"
	roleRule         = "rule"
	roleCaption      = "caption"
	roleTableText    = "table text"
	roleTableNumber  = "table number"
	roleTableHead    = "table head"
	roleTableNote    = "table note"
	roleTableSource  = "table source"
	roleTable        = "table"
	roleFigure       = "figure"
	roleFootnote     = "footnote"
	roleFootnoteMark = "footnote mark"
	roleLink         = "link"
	roleHeader       = "header"
	roleFooter       = "footer"
)

// The house colours.
const (
	ink    = "1F2933"
	muted  = "52606D"
	blue   = "14507F"
	hair   = "DBE1E7"
	pale   = "9DBFE0"
	cream  = "FDF6E3"
	orange = "C97A1E"
	white  = "FFFFFF"
)

// style is one of our styles. Its words may name another style by its role, in
// brackets.
type style struct {
	role string
	kind string // paragraph, character or table
	id   string
	name string // as Word stores it whatever language it speaks; for styles of our own in English
	// danish is the name of a style of our own in a Danish report; of Word's
	// own styles, what other programs and old templates call them.
	danish string
	own    bool // not one of Word's
	also   []string
	words  string // what follows the name, in the standard's order
}

// names returns every name that a template may have the style by, in small
// letters, the likeliest first.
func (s style) names() []string {
	out := []string{strings.ToLower(s.name), strings.ToLower(s.danish)}
	for _, n := range s.also {
		out = append(out, strings.ToLower(n))
	}
	return out
}

func spacing(before, after, line string) string {
	return `<w:spacing w:before="` + before + `" w:after="` + after + `" w:line="` + line + `" w:lineRule="auto"/>`
}

func look(colour, halfPoints string, bold bool) string {
	s := "<w:rPr>"
	if bold {
		s += "<w:b/><w:bCs/>"
	}
	return s + `<w:color w:val="` + colour + `"/><w:sz w:val="` + halfPoints + `"/><w:szCs w:val="` + halfPoints + `"/></w:rPr>`
}

func edge(side, weight, space, colour string) string {
	return "<w:" + side + ` w:val="single" w:sz="` + weight + `" w:space="` + space + `" w:color="` + colour + `"/>`
}

const (
	based  = `<w:basedOn w:val="[normal]"/>`
	onward = `<w:next w:val="[normal]"/>`
	quick  = `<w:qFormat/>`
	keep   = `<w:keepNext/><w:keepLines/>`
)

func prior(n string) string { return `<w:uiPriority w:val="` + n + `"/>` }

// styles are the house's. Fonts are left to the document: in a template they
// are the template's.
var styles = append(append([]style{
	{role: roleNormal, kind: "paragraph", id: "Normal", name: "Normal", words: quick},
	{role: roleTitle, kind: "paragraph", id: "Title", name: "Title", danish: "Titel",
		words: based + `<w:next w:val="[subtitle]"/>` + prior("10") + quick + "<w:pPr>" + keep + spacing("2600", "160", "240") + "</w:pPr>" + look(blue, "60", true)},
	{role: roleSubtitle, kind: "paragraph", id: "Subtitle", name: "Subtitle", danish: "Undertitel",
		words: based + onward + prior("11") + quick + "<w:pPr>" + spacing("0", "480", "276") + "</w:pPr>" + look(muted, "28", false)},
	{role: roleCover, kind: "paragraph", id: "CoverLine", name: "Cover Line", danish: "Forsidelinje", own: true,
		words: based + quick + "<w:pPr>" + spacing("0", "120", "276") + "</w:pPr>" + look(muted, "22", true)},
	{role: roleNotice, kind: "paragraph", id: "Notice", name: "Notice", danish: "Forbehold", own: true,
		words: based + quick + "<w:pPr><w:keepLines/><w:pBdr>" + edge("left", "36", "10", orange) + "</w:pBdr>" +
			`<w:shd w:val="clear" w:color="auto" w:fill="` + cream + `"/>` + spacing("120", "120", "276") + `<w:ind w:left="284" w:right="284"/></w:pPr>` + look(ink, "20", false)},
	{role: roleContents, kind: "paragraph", id: "TOCHeading", name: "TOC Heading", danish: "Overskrift til indholdsfortegnelse", also: []string{"indholdsoverskrift"},
		words: based + onward + prior("39") + quick + "<w:pPr>" + keep + spacing("360", "200", "240") + "</w:pPr>" + look(blue, "36", true)},
	{role: roleListed, kind: "paragraph", id: "TableofFigures", name: "table of figures", danish: "Liste over figurer", also: []string{"figuroversigt"},
		words: based + onward + prior("99") + `<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>` + spacing("0", "20", "240") + `<w:ind w:left="964" w:hanging="964"/></w:pPr>` + look(ink, "19", false)},
	{role: roleBullet, kind: "paragraph", id: "ListBullet", name: "List Bullet", danish: "Opstilling - punkttegn", also: []string{"punktopstilling"},
		words: based + prior("99") + quick + "<w:pPr>" + spacing("0", "100", "288") + "</w:pPr>"},
	{role: roleNumbered, kind: "paragraph", id: "ListNumber", name: "List Number", danish: "Opstilling - talopstilling", also: []string{"nummereret liste"},
		words: based + prior("99") + quick + "<w:pPr>" + spacing("0", "100", "288") + "</w:pPr>"},
	{role: roleContinued, kind: "paragraph", id: "ListContinue", name: "List Continue", danish: "Opstilling - forts.",
		words: based + prior("99") + "<w:pPr>" + spacing("0", "100", "288") + `<w:ind w:left="425"/></w:pPr>`},
	{role: roleQuote, kind: "paragraph", id: "Quote", name: "Quote", danish: "Citat",
		words: based + onward + prior("29") + quick + "<w:pPr><w:pBdr>" + edge("left", "18", "10", pale) + "</w:pBdr>" + spacing("120", "120", "288") + `<w:ind w:left="454" w:right="454"/></w:pPr>`},
	{role: roleRule, kind: "paragraph", id: "Divider", name: "Divider", danish: "Skillelinje", own: true,
		words: based + onward + "<w:pPr><w:pBdr>" + edge("bottom", "6", "1", hair) + "</w:pBdr>" + spacing("120", "240", "240") + "</w:pPr>"},
	{role: roleCaption, kind: "paragraph", id: "Caption", name: "caption", danish: "Billedtekst",
		words: based + onward + prior("35") + quick + "<w:pPr>" + keep + spacing("280", "100", "252") + "</w:pPr>" + look(blue, "19", true)},
	{role: roleTableText, kind: "paragraph", id: "TableText", name: "Table Text", danish: "Tabeltekst", own: true,
		words: based + quick + "<w:pPr>" + spacing("30", "30", "240") + "</w:pPr>" + look(ink, "18", false)},
	{role: roleTableNumber, kind: "paragraph", id: "TableNumber", name: "Table Number", danish: "Tabeltal", own: true,
		words: `<w:basedOn w:val="[table text]"/>` + quick + `<w:pPr><w:jc w:val="right"/></w:pPr>`},
	{role: roleTableHead, kind: "paragraph", id: "TableHead", name: "Table Head", danish: "Tabelhoved", own: true,
		words: based + quick + "<w:pPr><w:keepNext/>" + spacing("30", "30", "240") + `</w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>`},
	{role: roleTableNote, kind: "paragraph", id: "TableNote", name: "Table Note", danish: "Tabelnote", own: true, also: []string{"anmærkning", "note til tabel"},
		words: based + quick + "<w:pPr><w:keepNext/><w:keepLines/>" + spacing("60", "0", "252") + "</w:pPr>" + look(muted, "16", false)},
	{role: roleTableSource, kind: "paragraph", id: "TableSource", name: "Table Source", danish: "Tabelkilde", own: true, also: []string{"kilde", "source"},
		words: based + onward + quick + "<w:pPr><w:keepLines/>" + spacing("40", "280", "252") + "</w:pPr>" + look(muted, "16", false)},
	{role: roleFigure, kind: "paragraph", id: "Figure", name: "Figure", danish: "Figur", own: true,
		words: based + onward + quick + "<w:pPr><w:keepLines/>" + spacing("0", "280", "240") + "</w:pPr>"},
	{role: roleFootnote, kind: "paragraph", id: "FootnoteText", name: "footnote text", danish: "Fodnotetekst",
		words: based + prior("99") + "<w:pPr>" + spacing("0", "40", "240") + "</w:pPr>" + `<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>`},
	{role: roleFootnoteMark, kind: "character", id: "FootnoteReference", name: "footnote reference", danish: "Fodnotehenvisning",
		words: prior("99") + `<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>`},
	{role: roleLink, kind: "character", id: "Hyperlink", name: "Hyperlink", danish: "Link", also: []string{"internet link", "internetlink"},
		words: prior("99") + `<w:rPr><w:color w:val="` + blue + `"/><w:u w:val="single"/></w:rPr>`},
	{role: roleHeader, kind: "paragraph", id: "Header", name: "header", danish: "Sidehoved",
		words: based + prior("99") + "<w:pPr>" + spacing("0", "0", "240") + "</w:pPr>" + look(muted, "16", false)},
	{role: roleFooter, kind: "paragraph", id: "Footer", name: "footer", danish: "Sidefod",
		words: based + prior("99") + `<w:pPr><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>` + spacing("0", "0", "240") + "</w:pPr>" + look(muted, "16", false)},
	{role: roleTable, kind: "table", id: "ReportTable", name: "Report Table", danish: "Rapporttabel", own: true,
		words: prior("59") + `<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>` +
			`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>` + edge("top", "8", "0", blue) + edge("bottom", "8", "0", blue) + edge("insideH", "4", "0", hair) +
			`</w:tblBorders><w:tblCellMar><w:top w:w="15" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
			`<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="` + white + `"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="` + blue + `"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>`},
}, headingStyles()...), entryStyles()...)

// headingStyles are those of the headings of six levels.
func headingStyles() []style {
	var out []style
	for i, h := range []struct{ before, after, size, colour string }{
		{"480", "160", "36", blue}, {"320", "100", "26", blue}, {"240", "80", "22", ink}, {"200", "60", "21", ink}, {"200", "60", "21", muted}, {"200", "60", "21", muted},
	} {
		n := string(rune('1' + i))
		out = append(out, style{role: roleHeading + n, kind: "paragraph", id: "Heading" + n, name: "heading " + n, danish: "Overskrift " + n,
			words: based + onward + prior("9") + quick + "<w:pPr>" + keep + spacing(h.before, h.after, "252") +
				`<w:outlineLvl w:val="` + string(rune('0'+i)) + `"/></w:pPr>` + look(h.colour, h.size, true)})
	}
	return out
}

// entryStyles are those of the contents' entries.
func entryStyles() []style {
	var out []style
	for i, e := range []struct{ before, left, hanging, weight string }{
		{"100", "567", "567", "<w:rPr><w:b/><w:bCs/></w:rPr>"}, {"0", "1247", "680", ""}, {"0", "2041", "794", ""},
	} {
		n := string(rune('1' + i))
		out = append(out, style{role: roleEntry + n, kind: "paragraph", id: "TOC" + n, name: "toc " + n, danish: "Indholdsfortegnelse " + n, also: []string{"indhold " + n},
			words: based + onward + prior("39") + `<w:pPr><w:tabs><w:tab w:val="left" w:pos="` + e.left + `"/><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs>` +
				spacing(e.before, "60", "259") + `<w:ind w:left="` + e.left + `" w:hanging="` + e.hanging + `"/></w:pPr>` + e.weight})
	}
	return out
}
