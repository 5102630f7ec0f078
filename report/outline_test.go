package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// problemsOf returns what is wrong with a text, a line each.
func problemsOf(t *testing.T, text string) []string {
	t.Helper()
	_, err := ParseOutline("report.md", []byte(text))
	require.Error(t, err)
	return strings.Split(err.Error(), "\n")
}

func TestParseOutline(t *testing.T) {
	o, err := ParseOutline("report.md", []byte("\ufeff# Sammenfatning {#kort .unnumbered}\r\n\r\n"+
		"Efter § 56 er *{{ pct \"size\" \"under_50\" }}* små.[^a]\n\n"+
		"- Et\n- To\n\n> Citat\n\n***\n\n{{ table »size« }}\n{{ figure “size” }}\n\n"+
		"Se [loven](https://www.retsinformation.dk/) &amp; {{ see „size” }}.\n\n[^a]: Note med {{ N \"size\" }}.\n"))
	require.NoError(t, err)
	require.Len(t, o.blocks, 8)
	assert.Equal(t, heading{Heading: Heading{Level: 1, ID: "kort", Text: []Inline{Words{"Sammenfatning"}}}, unnumbered: true, at: position{"report.md", 1, 1}}, o.blocks[0])
	assert.Equal(t, Paragraph{File: "report.md", Line: 3, Text: []Inline{
		Words{"Efter §\u00a056 er "},
		Emphasis{Text: []Inline{lookup{"pct", []string{"size", "under_50"}, position{"report.md", 3, 16}}}},
		Words{" små."}, NoteMark{1},
	}}, o.blocks[1])
	assert.Equal(t, placement{lookup{"table", []string{"size"}, position{"report.md", 12, 1}}}, o.blocks[5])
	assert.Equal(t, placement{lookup{"figure", []string{"size"}, position{"report.md", 13, 1}}}, o.blocks[6])
	assert.Equal(t, Paragraph{File: "report.md", Line: 15, Text: []Inline{
		Words{"Se "}, Link{"https://www.retsinformation.dk/", []Inline{Words{"loven"}}}, Words{" & "},
		lookup{"see", []string{"size"}, position{"report.md", 15, 51}}, Words{"."},
	}}, o.blocks[7])
	assert.Equal(t, [][]Inline{{Words{"Note med "}, lookup{"N", []string{"size"}, position{"report.md", 17, 16}}, Words{"."}}}, o.notes)
}

func TestOutlineProblems(t *testing.T) {
	for text, want := range map[string]string{
		"# T\n\nHer {{ pkt \"a\" \"b\" }}":    `report.md:3:5: no look-up "pkt"; did you mean "pct"?`,
		"Her {{ pct \"a\" }}":                 `report.md:1:5: got 1 names, want {{ pct "table" "row" ["column"] }}`,
		"Her {{ pct size \"b\" }}":            `report.md:1:5: got size, want a name in quotation marks: {{ pct "table" "row" ["column"] }}`,
		"Her {{ pct \"a\" \"b }}":             `report.md:1:5: the name "b" has no closing quotation mark`,
		"Her {{ pct \"a\" \"b\" og så videre": `report.md:1:5: {{ is not closed by }} on its line`,
		"Hele 39 % af dem":                    `report.md:1:6: got "39 %"; a percentage is looked up, not typed: {{ pct "table" "row" }}, or {{ given "39 %" }} for one from elsewhere`,
		"Hele **39**\npct. af dem":            `report.md:1:8: got "39 pct"; a percentage is looked up, not typed: {{ pct "table" "row" }}, or {{ given "39 %" }} for one from elsewhere`,
		"39&nbsp;procent":                     "report.md:1:1: got \"39 procent\"; a percentage is looked up, not typed: {{ pct \"table\" \"row\" }}, or {{ given \"39 %\" }} for one from elsewhere",
		"Ja {{ pct \"a\" \"b\" }} %":          `report.md:1:4: a percent sign after a look-up; pct, ci and total print what belongs to the number`,
		"Tekst[^x] her":                       `report.md:1:6: no footnote [^x]; want a line that begins with [^x]:`,
		"Tekst\n\n[^x]: Note":                 `report.md:3:1: no mark leads to the footnote [^x]`,
		"En <b>fed</b> tekst":                 `report.md:1:4: HTML is not part of a report; write it as text`,
		"<script>alert(1)</script>":           `report.md:1:1: HTML is not part of a report; write it as text`,
		"![x](y.png)":                         `report.md:1:1: a picture is placed, not linked: {{ figure "id" }}`,
		"[x](javascript:alert(1))":            `report.md:1:1: link to javascript:alert(1); want an address that begins with https://, http:// or mailto:`,
		"[x](#y)":                             `report.md:1:1: a link within the report is a reference: {{ see "id" }}`,
		"| a | b |\n|---|---|\n| 1 | 2 |":     `report.md:1:1: a table is placed, not typed: {{ table "id" }}`,
		"    indrykket":                       `report.md:1:5: a line indented by four spaces is program text, which is not part of a report; begin it further left`,
		"```\nx\n```":                         `report.md:1:1: program text is not part of a report; leave the fence out`,
		"# Et\n\n### Tre":                     `report.md:3:1: heading of level 3 after one of level 1; want at most level 2`,
		"# Et {.stor}":                        `report.md:1:1: heading of class stor; want {.unnumbered} or none`,
		"Se {{ table \"a\" }} her":            `report.md:1:4: a table stands among words, in a list or in a quotation; want it on a line of its own with blank lines around`,
		"- {{ figure \"a\" }}":                `report.md:1:3: a figure stands among words, in a list or in a quotation; want it on a line of its own with blank lines around`,
		"\xff\xfe":                            `report.md: not UTF-8 text; save it again with that encoding`,
	} {
		got := problemsOf(t, text)
		assert.Equal(t, want, got[0], "%s", text)
	}
}

func TestOutlineReportsAllProblemsInOrder(t *testing.T) {
	got := problemsOf(t, "Et 39 % og {{ pkt \"a\" \"b\" }}\n\n<hr>\n")
	assert.Len(t, got, 3)
	assert.Contains(t, got[0], "report.md:1:4: ")
	assert.Contains(t, got[1], "report.md:1:12: ")
	assert.Contains(t, got[2], "report.md:3:1: ")
}

func TestOutlineAllows(t *testing.T) {
	for _, text := range []string{
		"Et 95 %-konfidensinterval efter § 56 i 2015, i alt tre, 92 jobcentre.",
		"A 95% confidence interval.",
		`Loven siger {{ given "50 %" }}.`,
		"# Tal {{ n \"a\" \"b\" }}",
		"Et `{{ kodet }}` tegn og \\{{ her",
		"",
	} {
		_, err := ParseOutline("report.md", []byte(text))
		assert.NoError(t, err, text)
	}
}

func FuzzParseOutline(f *testing.F) {
	for _, seed := range []string{
		"# T {.unnumbered}\n\n{{ pct \"a\" \"b\" }} af[^1]\n\n[^1]: x\n", "> - {{ table »a« }}\n", "{{", "{{ }}", "\t{{ n \"a\" \"b\" }}\n",
		"*{{ pct \"a_b\" \"c*d\" }}*\n\n| a |\n|---|\n", "39 %\n<b>", "[x](http://a b)", "![^a]\n\n[^a]:\n\n    - x\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, err := ParseOutline("report.md", []byte(text))
		if (o == nil) == (err == nil) {
			t.Fatal("want either an outline or problems")
		}
		if err != nil {
			return
		}
		if d, err := Arrange(content(o), "da"); (d == nil) == (err == nil) {
			t.Fatal("want either a document or problems")
		}
	})
}
