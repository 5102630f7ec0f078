package chart

import (
	"bytes"
	"strconv"
	"strings"
)

// markup is XML being written.
type markup struct{ bytes.Buffer }

func (m *markup) put(parts ...string) {
	for _, s := range parts {
		m.WriteString(s)
	}
}

// val writes an element that has a value and nothing else.
func (m *markup) val(name, value string) { m.put("<c:", name, ` val="`, value, `"/>`) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\t", " ")

// escape returns s as it may stand in an attribute or an element.
func escape(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff || r == 0xfffd {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// share returns a whole percentage as the fraction that programs count with.
func share(percent int) string {
	return strconv.FormatFloat(float64(percent)/100, 'f', -1, 64)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', 4, 64) }

func solid(colour string) string {
	return `<a:solidFill><a:srgbClr val="` + strings.ToUpper(colour) + `"/></a:solidFill>`
}

// line returns the properties of a line so many points thick.
func line(colour string, points float64) string {
	return `<a:ln w="` + strconv.Itoa(int(points*12700)) + `">` + solid(colour) + `</a:ln>`
}

const noLine = "<a:ln><a:noFill/></a:ln>"

// letters writes how words look, size in points.
func (m *markup) letters(colour string, size float64, lang string) {
	m.put(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="`, strconv.Itoa(int(size*100)), `" b="0">`, solid(colour),
		`<a:latin typeface="`, face, `"/><a:cs typeface="`, face, `"/></a:defRPr></a:pPr><a:endParaRPr lang="`, lang, `"/></a:p></c:txPr>`)
}

const (
	face  = "Arial"
	ink   = "1F2933"
	muted = "52606D"
	grid  = "E1E5EA"
	white = "FFFFFF"
)
