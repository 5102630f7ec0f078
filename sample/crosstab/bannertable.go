package crosstab

import (
	"math"
	"reflect"
	"slices"

	"stikprove/survey"
)

// Banner sets the tables that [Parts] made of spec, protected since, as one:
// the columns of each column variable side by side and then everybody once, the
// rows of each row variable under each other with a total of their own. The ids
// of rows and columns are VARIABLE.OPTION where there are several variables.
//
// The column of everybody is that of the row variable by itself: units without
// an answer to a column variable are in it. A hidden cell stays hidden, and a
// row that a part does not have is hidden in its columns. Tests are the parts',
// each with the variables it is of; notes that hold for some parts only say for
// which.
func Banner(spec BannerSpec, parts []*Table) *Table {
	blocks := blocksOf(spec, parts)
	if len(blocks) == 0 {
		return nil
	}
	first := blocks[0].parts
	t := &Table{ID: spec.ID, Title: spec.Title, Sample: first[0].Sample, Base: first[0].Base, Percent: first[len(first)-1].Percent}
	several := false
	for _, b := range blocks {
		if b.parts[0].Base.N > t.Base.N {
			t.Base = b.parts[0].Base
		}
		for _, part := range b.parts {
			t.Level = max(t.Level, part.Level)
			several = several || part.Several
			if part.Adjustment != "" {
				t.Adjustment = part.Adjustment
			}
		}
	}
	t.Several = several
	t.bannerColumns(blocks[0])
	if len(t.ColumnSections) == 1 {
		t.ColumnVariable = t.ColumnSections[0].Label
	}
	for _, b := range blocks {
		t.bannerRows(b, len(blocks) > 1)
	}
	if len(t.ColumnSections) > 1 {
		for _, section := range t.ColumnSections {
			for c := section.From; c < section.To; c++ {
				t.Columns[c].ID = section.Name + "." + t.Columns[c].ID
			}
		}
	}
	if len(t.RowSections) == 1 {
		t.RowVariable = t.RowSections[0].Label
	}
	t.bannerTests(blocks)
	t.bannerNotes(blocks)
	return t
}

// block is the parts of one row variable, the one without columns first.
type block struct {
	name    string
	label   survey.Text
	columns []string // the column variables' names
	parts   []*Table
}

// blocksOf returns the parts by row variable.
func blocksOf(spec BannerSpec, parts []*Table) []block {
	width := 1 + len(spec.ColumnVariables)
	var out []block
	for i := 0; i+width <= len(parts); i += width {
		b := block{name: spec.Mean, label: parts[i].RowVariable, columns: spec.ColumnVariables, parts: parts[i : i+width]}
		if k := i / width; k < len(spec.RowVariables) {
			b.name = spec.RowVariables[k]
		}
		out = append(out, b)
	}
	return out
}

// of returns the variables of a part of a block as a test names them.
func (b block) of(k int) []Section {
	of := []Section{{Name: b.name, Label: named(b.label, b.name)}}
	if k > 0 {
		of = append(of, Section{Name: b.columns[k-1], Label: named(b.parts[k].ColumnVariable, b.columns[k-1])})
	}
	return of
}

// named returns a variable's label, or its name where it has none.
func named(label survey.Text, name string) survey.Text {
	if len(label) == 0 {
		return survey.Words(name)
	}
	return label
}

// bannerColumns appends the columns of the parts of one block, and everybody.
func (t *Table) bannerColumns(b block) {
	for k, part := range b.parts[1:] {
		from := len(t.Columns)
		for _, c := range part.Columns {
			if c.Kind == Group {
				t.Columns = append(t.Columns, c)
			}
		}
		t.ColumnSections = append(t.ColumnSections, Section{Name: b.columns[k], Label: named(part.ColumnVariable, b.columns[k]), From: from, To: len(t.Columns)})
	}
	alone := b.parts[0]
	t.Columns = append(t.Columns, alone.Columns[len(alone.Columns)-1])
}

// bannerRows appends the rows of a block, whose ids are told apart where several
// is set.
func (t *Table) bannerRows(b block, several bool) {
	id := func(id string) string {
		if several {
			return b.name + "." + id
		}
		return id
	}
	from := len(t.Rows)
	alone := b.parts[0]
	for r, row := range alone.Rows {
		cells := make([]Cell, 0, len(t.Columns))
		for k, part := range b.parts[1:] {
			at, _ := part.Row(row.ID)
			for _, c := range t.Columns[t.ColumnSections[k].From:t.ColumnSections[k].To] {
				column, _ := part.Column(c.ID)
				cell := Cell{Suppressed: Secondary}
				if at >= 0 && column >= 0 {
					cell = part.Cells[at][column]
				}
				cells = append(cells, cell)
			}
		}
		cells = append(cells, alone.Cells[r][len(alone.Columns)-1])
		row.ID = id(row.ID)
		if row.Of = slices.Clone(row.Of); row.Kind == Net {
			for i, of := range row.Of {
				row.Of[i] = id(of)
			}
		}
		t.Rows, t.Cells = append(t.Rows, row), append(t.Cells, cells)
	}
	t.RowSections = append(t.RowSections, Section{Name: b.name, Label: named(b.label, b.name), From: from, To: len(t.Rows)})
}

// bannerTests appends the tests of the parts.
func (t *Table) bannerTests(blocks []block) {
	for _, b := range blocks {
		for k, part := range b.parts {
			for _, r := range part.Tests {
				r.Of = b.of(k)
				if r.Row != "" && len(blocks) > 1 {
					r.Row = b.name + "." + r.Row
				}
				t.Tests = append(t.Tests, r)
			}
		}
	}
}

// counting are the notes that tell a number of the part they are of.
var counting = []NoteKind{NoteDontKnowOut, NoteNotAnswered, NoteNotAsked, NoteJoined, NoteLettersLeft, NoteAnswers, NoteTies}

// bannerNotes appends the notes of the parts, each once. Those that tell a
// number say what they are of, unless every part has the same.
func (t *Table) bannerNotes(blocks []block) {
	all, changed := 0, 0
	for _, b := range blocks {
		all += len(b.parts)
		for _, part := range b.parts {
			for _, n := range part.Notes {
				if n.Kind == NoteWhole {
					changed += n.N
				}
			}
		}
	}
	has := func(n Note) (times int) {
		for _, b := range blocks {
			for _, part := range b.parts {
				if containsNote(part.Notes, n) {
					times++
				}
			}
		}
		return times
	}
	for _, b := range blocks {
		for k, part := range b.parts {
			for _, n := range part.Notes {
				switch counts := slices.Contains(counting, n.Kind); {
				case !counts:
					if n.Kind == NoteDontKnowIn || n.Kind == NoteOverlap {
						n.N = 0 // is not told, and differs
					}
					if n.Kind == NoteWhole {
						n.N = changed
					}
				case has(n) == all:
				case k > 0 && containsNote(b.parts[0].Notes, n):
					continue // is said of the row variable
				default:
					for _, of := range b.of(k) {
						n.Of = append(n.Of, of.Label)
					}
					if k == 0 && len(blocks) == 1 {
						n.Of = nil
					}
				}
				if !containsNote(t.Notes, n) {
					t.Notes = append(t.Notes, n)
				}
			}
		}
	}
	if t.Adjustment != "" && len(t.ColumnSections) > 1 {
		t.Notes = append(t.Notes, Note{Kind: NoteWithin})
	}
	made := 0
	for _, r := range t.Tests {
		if !math.IsNaN(r.P) {
			made++
		}
	}
	if made > 1 {
		t.Notes = append(t.Notes, Note{Kind: NoteTests, N: made})
	}
}

func containsNote(notes []Note, n Note) bool {
	return slices.ContainsFunc(notes, func(o Note) bool { return reflect.DeepEqual(o, n) })
}
