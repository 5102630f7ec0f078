package figure

import (
	"errors"
	"fmt"

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
	Bar     Kind = "bar"     // horizontal bars of one column, with intervals where the table has them
	Stacked Kind = "stacked" // 100 % stacked bars, a bar per row (or per column where shares run by column)
	Heat    Kind = "heat"    // the cross-table as cells coloured by share
)

// Spec says which table is drawn and how.
type Spec struct {
	ID     string
	Kind   Kind
	Width  float64 // in centimetres; 16 where 0
	Height float64 // in centimetres; as many as the rows need where 0
	Sort   bool    // bars by falling value; options that are no substantive answer stay last
	// Ordered says that the segments of Stacked are steps of a scale, to be
	// coloured from one pole to the other. Those of a battery always are.
	Ordered bool
	House   *House // our own look where nil
	Column  string // id of the column drawn by Bar; the All column, or the only one, where empty
}

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
	Hidden     string // sign for a hidden cell
	HiddenWord string // what the sign means, for the alternative text
	Base       string // heading of the column of bases, such as "n"
	Alt        string // opening of the alternative text: kind, what is shown, base

	look *look
}

// Figure is a laid-out picture of a table.
type Figure struct {
	ID            string
	Width, Height float64 // in points
	Title         string
	Alt           string // alternative text: what is shown and the values
	Table         *crosstab.Table

	scene *scene
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
	p := newPage(s, w)
	switch {
	case w.Title == "":
		return nil, errors.New("no title")
	case w.Subtitle == "":
		return nil, errors.New("no subtitle, which states the base")
	case len(p.notes) == 0:
		return nil, errors.New("no notes, the last of which is the source")
	}
	var said []reading
	var err error
	switch s.Kind {
	case Bar:
		said, err = drawBars(p, t, s, w)
	case Stacked:
		said, err = drawStacks(p, t, s, w)
	case Heat:
		said, err = drawHeat(p, t, w)
	default:
		err = fmt.Errorf("kind %q; want bar, stacked or heat", s.Kind)
	}
	if err != nil {
		return nil, err
	}
	return &Figure{
		ID: s.ID, Width: p.scene.width, Height: p.scene.height,
		Title: w.Title, Alt: alternative(w, said), Table: t, scene: p.scene,
	}, nil
}
