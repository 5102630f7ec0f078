package docx

import (
	"bytes"
	"hash/fnv"
	"strconv"
	"strings"
	"unicode/utf8"
)

// markup is XML being written.
type markup struct{ bytes.Buffer }

// put writes markup as it is.
func (m *markup) put(parts ...string) {
	for _, s := range parts {
		m.WriteString(s)
	}
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")

// escape returns s as it may stand in an attribute or an element.
func escape(s string) string { return escapes.Replace(sanitize(strings.ToValidUTF8(s, ""))) }

// val writes an element that has a value and nothing else.
func (m *markup) val(name, value string) {
	m.put("<w:", name, ` w:val="`, escape(value), `"/>`)
}

// face is how a run of text looks, beyond its paragraph's style.
type face struct {
	style        string // id of a character style
	bold, italic bool
	colour       string
	size         int // in half points
}

// properties writes a run's properties in the standard's order.
func (m *markup) properties(f face) {
	if f == (face{}) {
		return
	}
	m.put("<w:rPr>")
	if f.style != "" {
		m.val("rStyle", f.style)
	}
	if f.bold {
		m.put("<w:b/><w:bCs/>")
	}
	if f.italic {
		m.put("<w:i/><w:iCs/>")
	}
	if f.colour != "" {
		m.val("color", f.colour)
	}
	if f.size > 0 {
		m.val("sz", strconv.Itoa(f.size))
		m.val("szCs", strconv.Itoa(f.size))
	}
	m.put("</w:rPr>")
}

// run writes a run of words. Line breaks and tabs are Word's own.
func (m *markup) run(words string, f face) {
	if words == "" {
		return
	}
	m.put("<w:r>")
	m.properties(f)
	m.words(words)
	m.put("</w:r>")
}

// words writes what a run says.
func (m *markup) words(words string) {
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			m.put("<w:br/>")
		}
		for j, part := range strings.Split(line, "\t") {
			if j > 0 {
				m.put("<w:tab/>")
			}
			if part != "" {
				m.put(`<w:t xml:space="preserve">`, escape(part), "</w:t>")
			}
		}
	}
}

// field writes a field that Word can bring up to date, with what it says now.
func (m *markup) field(code string, f face, result func()) {
	part := func(kind string) {
		m.put("<w:r>")
		m.properties(f)
		m.put(`<w:fldChar w:fldCharType="`, kind, `"/></w:r>`)
	}
	part("begin")
	m.put("<w:r>")
	m.properties(f)
	m.put(`<w:instrText xml:space="preserve"> `, escape(code), " </w:instrText></w:r>")
	part("separate")
	result()
	part("end")
}

// mostTag is how many characters Word allows a tag or a title.
const mostTag = 64

// fitTag returns a tag that Word allows: one too long is cut and told from
// others by a hash.
func fitTag(tag string) string {
	if len(utf16(tag)) <= mostTag {
		return tag
	}
	const tail = 9
	return clip(tag, mostTag-tail) + "~" + hash(tag)
}

// clip returns the first characters of s that fit in so many of Word's.
func clip(s string, most int) string {
	n := 0
	for i, r := range s {
		if n++; r > 0xffff {
			n++
		}
		if n > most {
			return s[:i]
		}
	}
	return s
}

// utf16 returns s as the characters that Word counts.
func utf16(s string) []rune {
	var out []rune
	for _, r := range s {
		out = append(out, r)
		if r > 0xffff {
			out = append(out, r)
		}
	}
	return out
}

// hash returns eight digits that tell one text from another.
func hash(s string) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s)) // never goes wrong
	digits := strconv.FormatUint(uint64(h.Sum32()), 16)
	return strings.Repeat("0", 8-len(digits)) + digits
}

// fitTitle returns words as the title of a control, within what Word allows.
func fitTitle(words string) string {
	if utf8.RuneCountInString(words) <= mostTag {
		return clip(words, mostTag)
	}
	return clip(words, mostTag-1) + "…"
}
