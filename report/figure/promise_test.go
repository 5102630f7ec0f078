package figure

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// written returns a picture as SVG, and the hash of it as PNG.
func written(t *testing.T, f *Figure) (vector, raster string) {
	var v, r bytes.Buffer
	require.NoError(t, f.SVG(&v))
	require.NoError(t, f.PNG(&r))
	return v.String(), hash(r.Bytes())
}

func hash(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }

func TestSameTableSameBytes(t *testing.T) {
	for _, p := range pictures() {
		f, g := p.figure(t), p.figure(t)
		v1, r1 := written(t, f)
		v2, r2 := written(t, g)
		assert.Equal(t, v1, v2, p.spec.ID)
		assert.Equal(t, r1, r2, "PNG of %s", p.spec.ID)
	}
}

// A table that still held what disclosure hides would be a mistake elsewhere;
// even then nothing of it reaches a figure.
func TestHiddenCellsLeaveNoTrace(t *testing.T) {
	hides := false
	for _, p := range pictures() {
		clean := p.figure(t)
		v1, r1 := written(t, clean)
		for i := range p.table.Cells {
			for j := range p.table.Cells[i] {
				c := &p.table.Cells[i][j]
				if c.Suppressed == crosstab.Shown {
					continue
				}
				hides = true
				*c = crosstab.Cell{N: 77771, Weighted: 77772, Base: 77773, P: 0.77774, SE: 0.77775, Low: 0.77776, High: 0.77777, Suppressed: c.Suppressed}
				tip := p.wording.Row(p.table.Rows[i]) + ": "
				if len(p.table.Columns) > 2 {
					tip = p.wording.Row(p.table.Rows[i]) + ", " + p.wording.Column(p.table.Columns[j]) + ": "
				}
				assert.NotContains(t, v1, "<title>"+tip, p.spec.ID)
			}
		}
		dirty := p.figure(t)
		v2, r2 := written(t, dirty)
		assert.Equal(t, v1, v2, p.spec.ID)
		assert.Equal(t, r1, r2, "PNG of %s", p.spec.ID)
		assert.Equal(t, clean.Alt, dirty.Alt)
		assert.NotContains(t, v2+dirty.Alt, "7777")
		assert.NotContains(t, dirty.Alt, "78")
	}
	assert.True(t, hides, "some picture hides a cell")
}

func TestTextStaysInside(t *testing.T) {
	for _, p := range pictures() {
		f := p.figure(t)
		for _, m := range f.scene.marks {
			m, ok := m.(text)
			if !ok {
				continue
			}
			left, width := m.x, m.style.width(m.words)
			switch m.anchor {
			case middle:
				left -= width / 2
			case end:
				left -= width
			}
			assert.GreaterOrEqual(t, left, -0.01, "%s: %s", p.spec.ID, m.words)
			assert.LessOrEqual(t, left+width, f.Width+0.01, "%s: %s", p.spec.ID, m.words)
			assert.Greater(t, m.y, 0.0)
			assert.Less(t, m.y, f.Height)
			assert.GreaterOrEqual(t, m.style.size, 8.0, "nothing smaller in print")
		}
	}
}

func TestPNGKnowsItsSize(t *testing.T) {
	f := sizePicture().figure(t)
	var b bytes.Buffer
	require.NoError(t, f.PNG(&b))
	// 11811 dots a metre are 300 an inch.
	assert.Equal(t, "pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", string(b.Bytes()[37:50]))
	img, err := png.Decode(&b)
	require.NoError(t, err)
	assert.IsType(t, &image.Paletted{}, img)
	assert.Equal(t, 1890, img.Bounds().Dx())
}

func TestAlternative(t *testing.T) {
	f := measuresPicture().figure(t)
	assert.Equal(t, strings.ReplaceAll("Søjlediagram. Andre fastholdelsestiltag drøftet eller iværksat. Procent af sagerne, N = 197. Flere svar mulige. "+
		"Delvis raskmelding: 36_%; Andre fastholdelsestiltag (ændret vagtplan, coach, nyt skrivebord o.l.): 17_%; Mentor/personlig assistent: 7_%; "+
		"Virksomhedspraktik: skjult; Ingen andre tiltag: 51_%; Ved ikke: 0_%.", "_", "\u00a0"), f.Alt)

	f = industryPicture().figure(t)
	assert.Equal(t, 4, strings.Count(f.Alt, ";")+1, "first, last, smallest and largest: %s", f.Alt)
}

func TestRefusals(t *testing.T) {
	size := sizePicture()
	cross := conditions("cross", crosstab.OfColumn).table()
	total := conditions("total", crosstab.OfTotal).table()
	many := shape{id: "many", kind: crosstab.Category, percent: crosstab.OfRow, rows: []string{"a"}, columns: strings.Split("abcdefghi", ""), n: [][]int{{1, 1, 1, 1, 1, 1, 1, 1, 1}}}.table()
	sum := size.table
	for name, c := range map[string]struct {
		table *crosstab.Table
		spec  Spec
		edit  func(*Wording)
		want  string
	}{
		"kind":     {sum, Spec{Kind: "pie"}, nil, `figure size: table size: kind "pie"; want bar, grouped, stacked, dots, dumbbell, histogram, line or heat`},
		"title":    {sum, Spec{Kind: Bar}, func(w *Wording) { w.Title = "" }, "no title"},
		"base":     {sum, Spec{Kind: Bar}, func(w *Wording) { w.Subtitle = "" }, "states the base"},
		"source":   {sum, Spec{Kind: Bar}, func(w *Wording) { w.Notes = []string{""} }, "is the source"},
		"column":   {sum, Spec{Kind: Bar, Column: "x"}, nil, `no column "x"`},
		"columns":  {cross, Spec{Kind: Bar}, nil, "say which one"},
		"height":   {sum, Spec{Kind: Bar, Height: 3}, nil, "need a height of"},
		"several":  {measuresPicture().table, Spec{Kind: Stacked}, nil, "cannot be stacked"},
		"total":    {total, Spec{Kind: Stacked}, nil, "let percent run by row or column"},
		"segments": {many, Spec{Kind: Stacked}, nil, "9 segments in a bar, at most 8"},
		"wide":     {heatWidePicture().table, Spec{Kind: Heat, Width: 8}, nil, "too many for the width"},
		"empty":    {&crosstab.Table{ID: "none", Columns: size.table.Columns}, Spec{Kind: Bar}, nil, "nothing to draw"},
		"series":   {heatWidePicture().table, Spec{Kind: Grouped}, nil, "more than 4 columns"},
		"one":      {sum, Spec{Kind: Grouped}, nil, "two columns or more"},
		"pair":     {cross, Spec{Kind: Dumbbell}, nil, "a dumbbell is of two columns"},
		"twice":    {cross, Spec{Kind: Dumbbell, Columns: []string{"c1", "c1"}}, nil, `column "c1" is named twice`},
		"absent":   {cross, Spec{Kind: Grouped, Columns: []string{"c1", "x"}}, nil, `no column "x"`},
		"row":      {cross, Spec{Kind: Dots, Row: "x"}, nil, `no row "x"`},
		"long":     {longRanking(), Spec{Kind: Dots, Column: "c1"}, nil, "are more than a page holds; say ends: 10"},
		"times":    {sum, Spec{Kind: Line, Row: "x"}, nil, "a line needs two times"},
		"answers":  {measuresPicture().table, Spec{Kind: Histogram}, nil, "no bands of a number"},
		"nothing":  {&crosstab.Table{ID: "none"}, Spec{Kind: Heat}, nil, "nothing to draw"},
	} {
		t.Run(name, func(t *testing.T) {
			w := size.wording
			if c.edit != nil {
				c.edit(&w)
			}
			_, err := New(c.table, c.spec, w)
			assert.ErrorContains(t, err, c.want)
		})
	}
	assert.Error(t, (&Figure{}).SVG(io.Discard))
	assert.Error(t, (&Figure{}).PNG(io.Discard))
}

// hiddenThroughout is a table of which disclosure left nothing.
func hiddenThroughout() *crosstab.Table {
	t := conditions("gone", crosstab.OfColumn).table()
	for i := range t.Cells {
		for j := range t.Cells[i] {
			t.Cells[i][j] = crosstab.Cell{Suppressed: crosstab.Primary}
		}
	}
	return t
}

// longRanking is longer than two panels on a page.
func longRanking() *crosstab.Table {
	t := ranking()
	more := ranking()
	t.Rows, t.Cells = append(t.Rows, more.Rows...), append(t.Cells, more.Cells...)
	return t
}

func TestHeight(t *testing.T) {
	p := sizePicture()
	p.spec.Height = 9
	assert.InDelta(t, 9*pointsPerCentimetre, p.figure(t).Height, 0.01)
}

func TestOrder(t *testing.T) {
	p := industryPicture()
	bars := barsOf(p.table, 0, 1, true, p.wording)
	var ids []string
	for _, b := range bars {
		ids = append(ids, b.row.ID)
	}
	assert.Equal(t, "r1 r2 r3 r4 r5 r6 r7 r11 r8 r10 r9 r12 public night", strings.Join(ids, " "),
		"falling; hidden, then don't know, then what overlaps")
	assert.Equal(t, survey.DontKnow, bars[11].row.Meaning)
}

func TestOddLabelsDoNotPanic(t *testing.T) {
	for _, words := range []string{"", " ", "\xff\xfe", "a\x00b", strings.Repeat("x", 400), strings.Repeat("/", 99), "§", "§ §", "\u00a0", "𝕏-å/\xc3", "<b>&\"'"} {
		p := sizePicture()
		p.wording.Title = "t" + words
		p.table.Rows[0].Label = survey.Words(words)
		p.table.Rows[0].ID = words
		p.spec.ID = words
		for _, kind := range Kinds() {
			p.spec.Kind = kind
			f, err := New(p.table, p.spec, p.wording)
			if err != nil { // two columns or times that this table does not have, or names that do not fit
				assert.Contains(t, []Kind{Grouped, Dumbbell, Histogram, Line}, kind)
				continue
			}
			v, _ := written(t, f)
			assert.NotContains(t, v, "<b>")
		}
	}
}

// extent is the box of a text as it is set.
type extent struct{ left, right, top, bottom float64 }

func (m text) extent() extent {
	left, width := m.x, m.style.width(m.words)
	switch m.anchor {
	case middle:
		left -= width / 2
	case end:
		left -= width
	}
	// From the height of capitals to the depth of a comma.
	return extent{left, left + width, m.y - 0.73*m.style.size, m.y + 0.12*m.style.size}
}

// A table of which disclosure left nothing is drawn in every kind that it has
// the columns for: the signs, and no number but those of the axis.
func TestHiddenThroughout(t *testing.T) {
	for kind, spec := range map[Kind]Spec{
		Bar: {Column: "c1"}, Grouped: {Columns: []string{"c1", "c2", "c3"}}, Stacked: {}, Dots: {Column: "c1"}, Heat: {},
		Dumbbell: {Columns: []string{"c1", "c2"}}, Histogram: {Column: "c1"}, Line: {},
	} {
		table := hiddenThroughout()
		if kind == Line {
			for j := range table.Columns {
				table.Columns[j].Label = survey.Words(fmt.Sprint(2010 + j))
			}
		}
		spec.Kind = kind
		p := picture{spec, table, wording("Intet kan vises", "Procent af sagerne", "Anm.: • Skjult.")}
		f := p.figure(t)
		signs := 0
		for _, m := range f.scene.marks {
			if m, ok := m.(text); ok && strings.Contains(m.words, sign) && !strings.HasPrefix(m.words, "Anm") {
				signs++
			}
			if m, ok := m.(box); ok {
				assert.Empty(t, m.tip, kind)
			}
		}
		assert.GreaterOrEqual(t, signs, 4, kind)
		assert.NotContains(t, f.Alt, "%", kind)
		noCollision(t, string(kind), f)
	}
}

func TestTextsNeverCollide(t *testing.T) {
	for _, p := range pictures() {
		noCollision(t, p.spec.ID, p.figure(t))
	}
}

func noCollision(t *testing.T, id string, f *Figure) {
	var texts []text
	for _, m := range f.scene.marks {
		if m, ok := m.(text); ok && m.words != "" {
			texts = append(texts, m)
		}
	}
	assert.Greater(t, len(texts), 4, id)
	for i, m := range texts {
		for _, n := range texts[:i] {
			a, b := m.extent(), n.extent()
			apart := a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
			assert.True(t, apart, "%s: %q and %q", id, m.words, n.words)
		}
	}
}
