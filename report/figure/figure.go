package figure

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"stikprove/sample/crosstab"
)

const pointsPerCentimetre = 72 / 2.54

// SmallestLabelled is the smallest share, in [0, 1], that is printed inside a
// segment of a stacked bar. A figure with smaller ones owes its reader a note.
const SmallestLabelled = 0.04

// Kind says how a table is drawn.
type Kind string

// The kinds of figure.
const (
	Bar       Kind = "bar"       // horizontal bars of one column, with intervals where the table has them
	Grouped   Kind = "grouped"   // bars of several columns side by side in each row
	Stacked   Kind = "stacked"   // 100 % stacked bars, a bar per row (or per column where shares run by column)
	Dots      Kind = "dots"      // a ranking: a dot and its interval a line, held against everybody
	Dumbbell  Kind = "dumbbell"  // two columns, such as waves, as two dots a row, with the change
	Histogram Kind = "histogram" // upright bars of a number in bands
	Line      Kind = "line"      // shares over the times that the columns or rows are, a line a series
	Heat      Kind = "heat"      // the cross-table as cells coloured by share
)

// Kinds returns every kind of figure.
func Kinds() []Kind { return []Kind{Bar, Grouped, Stacked, Dots, Dumbbell, Histogram, Line, Heat} }

// Sorting says in which order lines are drawn.
type Sorting uint8

// The orders. Options that are no substantive answer come last in every one.
const (
	Usual   Sorting = iota // falling where answers overlap, lines are ranked or bars are a battery's items, else as in the table
	Falling                // by falling value; of a dumbbell by falling change
	Given                  // as in the table
)

// Spec says which table is drawn and how.
type Spec struct {
	ID     string
	Kind   Kind    // [Choose] where empty
	Width  float64 // in centimetres; 16 where 0
	Height float64 // in centimetres; as many as the rows need where 0
	Sort   Sorting
	// Ordered says that the segments of Stacked are steps of a scale, to be
	// coloured from one pole to the other. Those of a battery always are.
	Ordered bool
	Column  string // id of the column drawn by Bar, Dots and Histogram; the All column, or the only one, where empty
	// Columns are the ids of the columns that Grouped, Dumbbell and Line draw, in
	// order: of Dumbbell before and after. All groups where nil.
	Columns []string
	Row     string // id of the row whose columns Dots draws, in place of the rows of a column
	Ends    int    // of Dots: only so many of the highest and of the lowest, and those that tie with the last; all where 0
	// Bounds are the ends of Histogram's bands by row id, in the number's unit,
	// -Inf and +Inf for an open end; bands are drawn equally wide where nil.
	Bounds map[string]Bound
	House  *House // our own look where nil
}

// Bound is where a band begins and ends: numbers from From to under To.
type Bound struct{ From, To float64 }

// Wording says how a figure's numbers and labels are printed. Every field is
// needed.
type Wording struct {
	Title      string   // states the finding or, where there is none, what is shown
	Subtitle   string   // what is measured, unit and base
	Notes      []string // below the figure, each with its own opening word
	Row        func(crosstab.Row) string
	Column     func(crosstab.Column) string
	Share      func(crosstab.Cell) string // a shown cell's share, such as "41 %"
	Bare       func(crosstab.Cell) string // the same without unit, for inside a bar
	Axis       func(share float64) string // a label of the axis
	Count      func(n int) string
	Hidden     string                                   // sign for a hidden cell
	HiddenWord string                                   // what the sign means, for the alternative text
	Base       string                                   // heading of the column of bases, such as "n"
	Edge       func(v float64) string                   // a bound of a band of Histogram
	Between    func(n int) string                       // says that n lines of a ranking are not drawn
	Difference func(before, after crosstab.Cell) string // the change between two shown cells, with its sign
	Change     string                                   // heading of the changes
	Alt        string                                   // opening of the alternative text: kind, what is shown, base

	look *look
}

// Figure is a laid-out picture of a table.
type Figure struct {
	ID            string
	Width, Height float64 // in points
	Title         string
	Alt           string // alternative text: what is shown and the values
	Spec          Spec   // as it was drawn: with its kind, and the column of a ranking
	Table         *crosstab.Table

	scene   *scene
	plotted *Plotted
}

// New lays out table t as s says, with words from w.
//
// It refuses, in a sentence naming the figure and the table, what would
// mislead or could not be read: a figure without title, base or source; a stack
// of shares that do not make up a whole; more columns or segments than can be
// told apart; a height that the rows do not fit in.
func New(t *crosstab.Table, s Spec, w Wording) (*Figure, error) {
	if s.ID == "" {
		s.ID = t.ID
	}
	f, err := lay(t, s, w)
	if err != nil {
		return nil, fmt.Errorf("figure %s: table %s: %w", s.ID, t.ID, err)
	}
	return f, nil
}

func lay(t *crosstab.Table, s Spec, w Wording) (*Figure, error) {
	w.look = usual
	if s.House != nil {
		w.look = s.House.look
	}
	switch {
	case w.Title == "":
		return nil, errors.New("no title")
	case w.Subtitle == "":
		return nil, errors.New("no subtitle, which states the base")
	case w.noteless():
		return nil, errors.New("no notes, the last of which is the source")
	}
	s = Settle(t, s)
	p := newPage(s, w)
	draw, ok := drawers[s.Kind]
	if !ok {
		return nil, fmt.Errorf("kind %q; want %s", s.Kind, KindList())
	}
	if slices.ContainsFunc(t.Rows, func(r crosstab.Row) bool { return r.Kind == crosstab.Sum }) {
		return nil, errors.New("it holds totals, and figures are of shares and means")
	}
	if len(t.RowSections) > 1 || len(t.ColumnSections) > 1 && s.Column == "" && s.Columns == nil {
		return nil, errors.New("it has several variables in its rows or columns; draw a table of one in each")
	}
	if !anyCell(t) {
		return nil, errors.New("it has no rows and columns with numbers, so there is nothing to draw")
	}
	said, err := draw(p, t, s, w)
	if err != nil {
		return nil, err
	}
	return &Figure{
		ID: s.ID, Width: p.scene.width, Height: p.scene.height,
		Title: w.Title, Alt: alternative(w, said), Spec: s, Table: t, scene: p.scene, plotted: plottedOf(t, s, w),
	}, nil
}

// drawers draw a plot of each kind on a page, and return what it shows in words.
var drawers = map[Kind]func(*page, *crosstab.Table, Spec, Wording) ([]reading, error){
	Bar: drawBars, Grouped: drawGroups, Stacked: drawStacks, Dots: drawDots,
	Dumbbell: drawDumbbells, Histogram: drawHistogram, Line: drawLines, Heat: drawHeat,
}

// KindList returns the kinds as a message lists them.
func KindList() string {
	var names []string
	for _, k := range Kinds() {
		names = append(names, string(k))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// anyCell reports whether any cell of t has a number to draw, or one that is
// hidden and whose sign is drawn. What a table has for a base alone is none.
func anyCell(t *crosstab.Table) bool {
	for i, r := range t.Rows {
		for j, c := range t.Columns {
			if cell := t.Cells[i][j]; c.Kind != crosstab.Reference && r.Kind != crosstab.Total && (cell.Suppressed != crosstab.Shown || !math.IsNaN(amount(r, cell))) {
				return true
			}
		}
	}
	return false
}

// noteless reports whether nothing stands below the figure.
func (w Wording) noteless() bool {
	return !slices.ContainsFunc(w.Notes, func(n string) bool { return n != "" })
}
