package docx

import (
	"fmt"
	"strconv"
	"strings"
)

const (
	listStep = 425 // twips that a list is set in by
	deepest  = 8   // level of a list
)

// numbering is the lists of a report: the headings', the bullets', and one for
// each ordered list, so that each begins at one.
type numbering struct {
	template *Template
	chosen   chosen
	first    int    // id of our first definition
	next     int    // id of the next list
	lists    markup // those that were begun
	own      bool   // headings are numbered by us
	styled   bool   // and through their styles
}

// The definitions, after the first's id.
const (
	ofHeadings = iota
	ofBullets
	ofOrdered
)

// newNumbering looks for ids that the template has not used. Headings that the
// template numbers are left to it.
func newNumbering(t *Template, c chosen) numbering {
	n := numbering{template: t, chosen: c, first: 1, next: 1}
	if root, err := parseXML(t.parts[related(t.from, kindNumbering)]); err == nil {
		for _, d := range root.children {
			if id, err := strconv.Atoi(d.attr("abstractNumId")); d.is("abstractNum") && err == nil {
				n.first = max(n.first, id+1)
			}
			if id, err := strconv.Atoi(d.attr("numId")); d.is("num") && err == nil {
				n.next = max(n.next, id+1)
			}
		}
	}
	one := roleHeading + "1"
	n.styled = c.ours[one]
	n.own = n.styled || !c.numbers[one]
	n.list(ofHeadings, false)
	n.list(ofBullets, false)
	return n
}

// list begins a list of a definition and returns its id.
func (n *numbering) list(of int, again bool) string {
	id := strconv.Itoa(n.next)
	n.next++
	n.lists.put(`<w:num w:numId="`, id, `">`)
	n.lists.val("abstractNumId", strconv.Itoa(n.first+of))
	if again {
		for level := range deepest + 1 {
			n.lists.put(`<w:lvlOverride w:ilvl="`, strconv.Itoa(level), `"><w:startOverride w:val="1"/></w:lvlOverride>`)
		}
	}
	n.lists.put("</w:num>")
	return id
}

// id returns the id of the list of headings or bullets.
func (n *numbering) id(of int) string {
	begun := strings.Count(n.lists.String(), "<w:num ")
	return strconv.Itoa(n.next - begun + of)
}

// heading returns the list and level that a heading's paragraph names itself;
// an empty list leaves it to its style.
func (n *numbering) heading(level int, numbered bool) (list string, of int) {
	switch {
	case !numbered:
		return "0", 0
	case n.own && !n.styled:
		return n.id(ofHeadings), level - 1
	}
	return "", 0
}

// bullets returns the list that a bullet names itself. A style of the template
// that has bullets keeps its own.
func (n *numbering) bullets(depth int) string {
	if depth == 0 && n.chosen.numbers[roleBullet] {
		return ""
	}
	return n.id(ofBullets)
}

// ordered begins an ordered list.
func (n *numbering) ordered() string { return n.list(ofOrdered, true) }

// inStyles puts the headings' numbers into their styles where these are ours.
func (n *numbering) inStyles(css []byte) []byte {
	if !n.styled {
		return css
	}
	s := string(css)
	for level := 1; level <= 6; level++ {
		role := roleHeading + strconv.Itoa(level)
		at := strings.Index(s, `w:styleId="`+escape(n.chosen.ids[role])+`"`)
		if !n.chosen.ours[role] || at < 0 {
			continue
		}
		at += strings.Index(s[at:], keep) + len(keep)
		s = s[:at] + fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr>`, level-1, n.id(ofHeadings)) + s[at:]
	}
	return []byte(s)
}

// definitions returns how our lists are set.
func (n *numbering) definitions() string {
	var m markup
	definition := func(of int, kind string) {
		m.put(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(n.first+of), `">`)
		m.val("multiLevelType", kind)
	}
	level := func(i int, format, style, text string, left, hanging int, face string) {
		m.put(`<w:lvl w:ilvl="`, strconv.Itoa(i), `">`)
		m.val("start", "1")
		m.val("numFmt", format)
		if style != "" {
			m.val("pStyle", style)
		}
		m.val("lvlText", text)
		m.val("lvlJc", "left")
		m.put(fmt.Sprintf(`<w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr>`, left, hanging), face, "</w:lvl>")
	}
	definition(ofHeadings, "multilevel")
	text := ""
	for i := range deepest + 1 {
		text += "%" + strconv.Itoa(i+1)
		style, width := "", []int{624, 737, 851, 992, 1134, 1276, 1418, 1560, 1701}[i]
		if role := roleHeading + strconv.Itoa(i+1); n.styled && n.chosen.ours[role] {
			style = n.chosen.ids[role]
		}
		level(i, "decimal", style, text, width, width, "")
		text += "."
	}
	m.put("</w:abstractNum>")
	definition(ofBullets, "hybridMultilevel")
	for i := range deepest + 1 {
		level(i, "bullet", "", []string{"•", "–"}[i%2], (i+1)*listStep, 283, `<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr>`)
	}
	m.put("</w:abstractNum>")
	definition(ofOrdered, "hybridMultilevel")
	for i := range deepest + 1 {
		level(i, []string{"decimal", "lowerLetter", "lowerRoman"}[i%3], "", "%"+strconv.Itoa(i+1)+".", (i+1)*listStep, 340, "")
	}
	m.put("</w:abstractNum>")
	return m.String()
}

// numbers puts our lists among the template's, definitions before lists as the
// standard has it.
func (f *writer) numbers() error {
	n := &f.lists
	part := related(f.template.from, kindNumbering)
	source, ok := f.template.parts[part]
	if !ok {
		name := f.parts.add(f.template.main, "numbering.xml", []byte(xmlHead+"<w:numbering"+wordOnly+">"+n.definitions()+n.lists.String()+"</w:numbering>"))
		f.added = append(f.added, typed{name, typeOpening + "numbering+xml"})
		f.relation(kindNumbering, name, false)
		return nil
	}
	root, err := parseXML(source)
	if err != nil {
		return fmt.Errorf("the template's numbering cannot be read: %w", err)
	}
	words := strings.NewReplacer("<w:", "<"+root.prefix, "</w:", "</"+root.prefix, " w:", " "+attrPrefix(root))
	if len(root.children) == 0 {
		f.parts[part] = apply(source, []edit{root.last(source, words.Replace(n.definitions()+n.lists.String()))})
		return nil
	}
	before, after := root.end, root.end
	for _, c := range root.children {
		if c.is("num") {
			before = min(before, c.from)
		}
		if c.is("numIdMacAtCleanup") {
			after = c.from
		}
	}
	before = min(before, after)
	f.parts[part] = apply(source, []edit{{before, before, words.Replace(n.definitions())}, {after, after, words.Replace(n.lists.String())}})
	return nil
}

// attrPrefix returns the prefix that attributes of the word namespace have in a
// part; an element may do without, an attribute may not.
func attrPrefix(root *node) string {
	for _, a := range root.attrs {
		if a.Name.Space == "xmlns" && a.Value == wordSpace {
			return a.Name.Local + ":"
		}
	}
	return "w:"
}
