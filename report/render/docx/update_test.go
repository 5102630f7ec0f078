package docx

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
)

// edited returns a file with replacements made in its text, as a person makes
// them.
func edited(t *testing.T, content []byte, oldNew ...string) []byte {
	t.Helper()
	parts := partsOf(t, content)
	for i := 0; i < len(oldNew); i += 2 {
		require.Contains(t, parts["word/document.xml"], oldNew[i])
		parts["word/document.xml"] = strings.Replace(parts["word/document.xml"], oldNew[i], oldNew[i+1], 1)
	}
	return packed(t, parts)
}

func updated(t *testing.T, content []byte, d *report.Document) ([]byte, string) {
	t.Helper()
	u, err := Update("report.docx", content, d, Options{})
	require.NoError(t, err)
	var lines []string
	for _, c := range u.Changes {
		lines = append(lines, c.String())
	}
	return u.Content, strings.Join(lines, "\n")
}

func TestUpdateNothing(t *testing.T) {
	d := arranged(t, "da", 80)
	content := written(t, d, Options{})
	got, lines := updated(t, content, d)
	assert.True(t, bytes.Equal(content, got))
	assert.Empty(t, lines)
}

// What Write would write of the new data is what Update makes of the old file.
func TestUpdateIsAsWrittenAnew(t *testing.T) {
	for _, language := range report.LanguageTags() {
		before, after := arranged(t, language, 80), arranged(t, language, 60)
		got, lines := updated(t, written(t, before, Options{}), after)
		want := partsOf(t, written(t, after, Options{}))
		for name, part := range partsOf(t, got) {
			assert.Equal(t, want[name], part, name)
		}
		assert.Contains(t, lines, "redrawn  figure:size")
		assert.NotContains(t, lines, "figure:cross")
	}
}

// Everything but the numbers stays byte for byte, whatever people did to it.
func TestUpdateEditedFile(t *testing.T) {
	const value = `<w:tag w:val="size/N"/><w:id w:val="56002"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">195</w:t></w:r>`
	content := written(t, arranged(t, "da", 80), Options{})
	content = edited(t, content,
		">Af </w:t>", ">Skrevet om: </w:t>",
		`<w:gridCol w:w="5110"/>`, `<w:gridCol w:w="4110"/>`,
		// A run is split, and its second half set in bold.
		`<w:t xml:space="preserve">41`+nbsp+`%</w:t></w:r>`, `<w:t>4</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>1`+nbsp+`%</w:t></w:r>`,
		// Somebody typed over a number with tracked changes.
		`<w:tag w:val="cell:size/r1/n"/>`, `<w:tag w:val="cell:size/r1/n"/><w:lock w:val="sdtLocked"/>`,
	)
	body := partsOf(t, content)["word/document.xml"]
	require.Contains(t, body, value)
	got, lines := updated(t, content, arranged(t, "da", 60))
	now := partsOf(t, got)["word/document.xml"]
	assert.Contains(t, now, "Skrevet om: ")
	assert.Contains(t, now, `<w:gridCol w:w="4110"/>`)
	assert.Contains(t, now, `<w:t xml:space="preserve">31`+nbsp+`%</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr></w:r>`)
	assert.Contains(t, now, value, "a number that is the same")
	assert.Contains(t, lines, `changed  size/r1/pct: "41 %" -> "31 %"`)
	assert.Contains(t, lines, `changed  cell:size/r1/n: "80" -> "60"`)
	assert.Contains(t, lines, `changed  size/r1/words: "Godt fire ud af ti" -> "Godt tre ud af ti"`)
	assert.Equal(t, skeleton(t, body), skeleton(t, now), "only words within controls changed")
	for name, part := range partsOf(t, content) {
		if name != "word/document.xml" && name != "word/footnotes.xml" && !strings.HasPrefix(name, "word/media/") {
			assert.Equal(t, part, partsOf(t, got)[name], name)
		}
	}
}

// skeleton returns a text without what stands in controls, their tags and
// titles, and the size and words of pictures.
func skeleton(t *testing.T, body string) string {
	t.Helper()
	root, err := parseXML([]byte(body))
	require.NoError(t, err)
	var cut []edit
	root.walk(func(n *node) bool {
		if n.is("sdt") && n.child("sdtPr").child("tag") != nil {
			cut = append(cut, edit{n.from, n.to, "<control/>"})
			return false
		}
		return true
	})
	return string(apply([]byte(body), cut))
}

func TestUpdateTrackedChanges(t *testing.T) {
	const run = `<w:r><w:t xml:space="preserve">41` + nbsp + `%</w:t></w:r>`
	const track = ` w:id="9" w:author="A" w:date="2016-01-01T00:00:00Z">`
	content := written(t, arranged(t, "da", 80), Options{})
	retyped := edited(t, content, run, "<w:del"+track+strings.NewReplacer("<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(run)+"</w:del><w:ins"+track+"<w:r><w:t>40"+nbsp+"%</w:t></w:r></w:ins>")
	got, lines := updated(t, retyped, arranged(t, "da", 60))
	assert.Contains(t, lines, `changed  size/r1/pct: "40 %" -> "31 %"`)
	body := partsOf(t, got)["word/document.xml"]
	assert.Contains(t, body, `<w:delText xml:space="preserve">41`+nbsp+`%</w:delText>`, "what was deleted stays")
	assert.Contains(t, body, `<w:ins`+track+`<w:r><w:t xml:space="preserve">31`)

	struck := edited(t, content, run, "<w:del"+track+strings.NewReplacer("<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(run)+"</w:del>")
	_, lines = updated(t, struck, arranged(t, "da", 60))
	assert.Contains(t, lines, "deleted  size/r1/pct: deleted in the file, with its place left; not filled in")
}

func TestUpdateSaysWhatIsMissing(t *testing.T) {
	parts := partsOf(t, written(t, arranged(t, "da", 80), Options{}))
	root := tree(t, packed(t, parts), "word/document.xml")
	var cut []edit
	root.walk(func(n *node) bool {
		c := controlOf(n)
		if n.is("sdt") && (c.tag == "size/r1/words" || strings.HasPrefix(c.tag, "text:figure/size")) || n.is("tbl") && len(cut) < 3 {
			cut = append(cut, edit{n.from, n.to, ""})
			return false
		}
		return true
	})
	parts["word/document.xml"] = string(apply([]byte(parts["word/document.xml"]), cut))
	_, lines := updated(t, packed(t, parts), arranged(t, "da", 80))
	assert.Equal(t, []string{
		"missing  size/r1/words: not in the file", "missing  text:figure/size/caption: not in the file", "missing  table:size: not in the file",
	}, strings.Split(lines, "\n"))
}

// A line that somebody rewrote is theirs.
func TestUpdateKeepsRewrittenLines(t *testing.T) {
	content := edited(t, written(t, arranged(t, "da", 80), Options{}), "Stikprøve med 195", "Vores egen stikprøve med 195")
	after := arranged(t, "da", 80)
	after.Tables[0].Source = "Stikprøve med 180 sager."
	got, lines := updated(t, content, after)
	assert.Contains(t, lines, `kept     text:size/source: somebody rewrote it; it would now be "Stikprøve med 180 sager."`)
	assert.True(t, bytes.Equal(content, got))

	got, lines = updated(t, written(t, arranged(t, "da", 80), Options{}), after)
	assert.Contains(t, lines, `changed  text:size/source: "Stikprøve med 195 sager i 65 jobcentre." -> "Stikprøve med 180 sager."`)
	again, lines := updated(t, got, after)
	assert.Empty(t, lines, "what was updated is up to date")
	assert.True(t, bytes.Equal(got, again))
}

// Columns that are chosen by size are others when the data are.
func TestUpdateRebuildsTables(t *testing.T) {
	text, err := report.ParseOutline("report.md", []byte(outline))
	require.NoError(t, err)
	size := single("size", 80, "Under 50 ansatte", "50 eller flere")
	before := arrangedOf(t, "da", text, size, crossed("cross", "Bygge og anlæg", "Social og sundhed", "Landbrug"))
	text, err = report.ParseOutline("report.md", []byte(strings.Replace(outline, `{{ n "cross" "r1" "landbrug" }}`, "", 1)))
	require.NoError(t, err)
	after := arrangedOf(t, "da", text, size, crossed("cross", "Bygge og anlæg", "Handel", "Transport", "Industri"))
	got, lines := updated(t, written(t, before, Options{}), after)
	assert.Contains(t, lines, "rebuilt  table:cross: other rows or columns; its widths are set anew")
	assert.Contains(t, lines, `unknown  cross/r1/landbrug/n: the study has no such number; the file goes on saying "et tal, der ikke kan vises"`)
	assert.NotContains(t, lines, "missing")
	assert.Empty(t, Check(got))
	now := tagged(t, got)
	assert.Equal(t, "•", now["cell:cross/r1/industri/pct"])
	assert.NotContains(t, slices.Collect(maps.Keys(now)), "cell:cross/r1/landbrug/pct")
	heads := func(content []byte) int {
		return strings.Count(partsOf(t, content)["word/document.xml"], `<w:color w:val="`+white+`"/>`)
	}
	assert.Equal(t, heads(written(t, after, Options{})), heads(got), "letters are white where their ground is dark")
}

// A number that must not be shown any more is not told by the list either.
func TestUpdateHides(t *testing.T) {
	before, after := arranged(t, "da", 80), arranged(t, "da", 80)
	after.Tables[0].Rows[0].Cells[0].Text, after.Tables[0].Rows[0].Cells[0].Hidden = "•", true
	_, lines := updated(t, written(t, before, Options{}), after)
	assert.Equal(t, `changed  cell:size/r1/n: -> "•"`, lines)
}

// A number that somebody put in by its tag is found though the text has it not.
func TestUpdateFindsOtherNumbers(t *testing.T) {
	content := edited(t, written(t, arranged(t, "da", 80), Options{}), `<w:tag w:val="size/r1/words"/>`, `<w:tag w:val="size/r2/n"/>`)
	got, lines := updated(t, content, arranged(t, "da", 80))
	assert.Contains(t, lines, `changed  size/r2/n: "Godt fire ud af ti" -> "115"`)
	assert.Equal(t, "115", tagged(t, got)["size/r2/n"])
}

func TestUpdateRefuses(t *testing.T) {
	d := arranged(t, "da", 80)
	parts := partsOf(t, written(t, d, Options{}))
	untagged := maps.Clone(parts)
	for _, name := range []string{"word/document.xml", "word/footnotes.xml"} {
		untagged[name] = strings.ReplaceAll(untagged[name], "<w:tag ", "<w:lost ")
	}
	broken := maps.Clone(parts)
	broken["word/footnotes.xml"] = "<w:footnotes><w:sdtContent>"
	unstyled := maps.Clone(parts)
	delete(unstyled, "word/styles.xml")
	for want, content := range map[string][]byte{
		"report.docx: the file has lost its styles; open it in Word":         packed(t, unstyled),
		"report.docx: not a Word document; want a report that was written":   []byte("PK\x03\x04 nothing"),
		"report.docx: a Word file of the old kind (.doc), or one with a pas": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		"report.docx: no number in it is tagged: it is not a report of ours": packed(t, untagged),
		"report.docx: its part word/footnotes.xml cannot be read":            packed(t, broken),
	} {
		_, err := Update("report.docx", content, d, Options{})
		assert.ErrorContains(t, err, want)
	}
}

// A picture that somebody scaled keeps its width.
func TestUpdateScaledPicture(t *testing.T) {
	content := written(t, arranged(t, "da", 80), Options{})
	var wide string
	tree(t, content, "word/document.xml").walk(func(n *node) bool {
		if n.space == inlineSpace && n.name == "extent" && wide == "" {
			wide = n.attr("cx")
		}
		return true
	})
	content = edited(t, content, `<wp:extent cx="`+wide+`"`, `<wp:extent cx="2000000"`, `descr="`, `descr="Egne ord. `)
	got, lines := updated(t, content, arranged(t, "da", 60))
	body := partsOf(t, got)["word/document.xml"]
	assert.Contains(t, body, `<wp:extent cx="2000000" cy="`)
	assert.Contains(t, body, `descr="Egne ord. `)
	assert.Contains(t, lines, "redrawn  figure:size")
	assert.Contains(t, lines, "kept     figure:size (alternative text)")
	assert.Empty(t, Check(got))
}

// A table grows and shrinks by a row, and what is in the rest of the file stays.
func TestUpdateRowsComeAndGo(t *testing.T) {
	of := func(labels ...string) *report.Document {
		text, err := report.ParseOutline("report.md", []byte(outline))
		require.NoError(t, err)
		return arrangedOf(t, "da", text, single("size", 80, labels...), crossed("cross", "Bygge og anlæg", "Social og sundhed", "Landbrug"))
	}
	short, long := of("Under 50 ansatte", "50 eller flere"), of("Under 50 ansatte", "50 eller flere", "Ved ikke")
	for name, c := range map[string]struct{ before, after *report.Document }{"grows": {short, long}, "shrinks": {long, short}} {
		t.Run(name, func(t *testing.T) {
			content := edited(t, written(t, c.before, Options{}), ">Af </w:t>", ">Skrevet om: </w:t>")
			got, lines := updated(t, content, c.after)
			assert.Contains(t, lines, "rebuilt  table:size")
			assert.NotContains(t, lines, "table:cross")
			assert.Empty(t, Check(got))
			assert.Contains(t, partsOf(t, got)["word/document.xml"], "Skrevet om: ")
			assert.Equal(t, tagged(t, written(t, c.after, Options{})), tagged(t, got))
			again, lines := updated(t, got, c.after)
			assert.Empty(t, lines)
			assert.Equal(t, got, again)
		})
	}
}

// A number that is hidden in the new data goes, and one that is shown comes.
func TestUpdateHiddenAndShown(t *testing.T) {
	text, err := report.ParseOutline("report.md", []byte(outline))
	require.NoError(t, err)
	of := func(hide bool) *report.Document {
		size := single("size", 80, "Under 50 ansatte", "50 eller flere", "Ved ikke")
		if hide {
			size.Cells[1][0], size.Cells[2][0] = suppressed(), suppressed()
		}
		return arrangedOf(t, "da", text, size, crossed("cross", "Bygge og anlæg", "Social og sundhed", "Landbrug"))
	}
	open, hidden := of(false), of(true)
	got, lines := updated(t, written(t, open, Options{}), hidden)
	assert.Contains(t, lines, `changed  cell:size/r2/n: -> "•"`)
	assert.NotContains(t, lines, `"57"`, "(195-80)/2 stood there, and the list does not say so")
	assert.Equal(t, tagged(t, written(t, hidden, Options{})), tagged(t, got))
	back, lines := updated(t, got, open)
	assert.Contains(t, lines, `changed  cell:size/r2/n: "•" -> "57"`)
	assert.Equal(t, tagged(t, written(t, open, Options{})), tagged(t, back))
}

// A row that somebody deleted stays out, and what a table is of is said anew to
// those who do not see it.
func TestUpdateDeletedRowAndDescription(t *testing.T) {
	text, err := report.ParseOutline("report.md", []byte(outline))
	require.NoError(t, err)
	of := func(n int, columns ...string) *report.Document {
		size := single("size", 80, "Under 50 ansatte", "50 eller flere")
		size.Base.N = n
		return arrangedOf(t, "da", text, size, crossed("cross", columns...))
	}
	before := of(195, "Bygge og anlæg", "Social og sundhed", "Landbrug")
	content := written(t, before, Options{})
	var cut []edit
	tree(t, content, "word/document.xml").walk(func(n *node) bool {
		if n.is("tr") {
			n.walk(func(m *node) bool {
				if m.is("sdt") && controlOf(m).tag == "cell:size/r2/n" {
					cut = append(cut, edit{n.from, n.to, ""})
				}
				return true
			})
		}
		return true
	})
	require.Len(t, cut, 1)
	parts := partsOf(t, content)
	parts["word/document.xml"] = string(apply([]byte(parts["word/document.xml"]), cut))
	content = packed(t, parts)
	got, lines := updated(t, content, of(196, "Bygge og anlæg", "Social og sundhed", "Landbrug"))
	assert.NotContains(t, lines, "rebuilt")
	assert.Contains(t, lines, "missing  cell:size/r2/n: not in the file")
	assert.Contains(t, lines, `changed  table:size (alternative text): -> "`)
	assert.Contains(t, partsOf(t, got)["word/document.xml"], "N"+nbsp+"="+nbsp+"196")
	assert.Empty(t, Check(got))

	// A column more is no column that somebody deleted.
	_, lines = updated(t, written(t, before, Options{}), of(195, "Bygge og anlæg", "Social og sundhed", "Handel", "Landbrug"))
	assert.Contains(t, lines, "rebuilt  table:cross")
	assert.NotContains(t, lines, "rebuilt  table:size")
}
