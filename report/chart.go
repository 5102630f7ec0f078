package report

import (
	"math"
	"strings"

	"stikprove/report/figure"
	"stikprove/sample/crosstab"
)

// Chart is a figure as numbers, for an office program to draw: what is printed
// and no more. A hidden number is not in it; the category that lacks it carries
// the sign.
type Chart struct {
	Kind       figure.Kind // bar, grouped, stacked or line
	Title      string      // empty where the caption says the same
	Subtitle   string      // what is measured, unit and base
	Notes      []string    // below, each with its own opening word
	Categories []string
	Series     []ChartSeries
	Whole      bool // nothing is hidden, so that parts make up 100 %
}

// ChartSeries is one set of bars, segments or points.
type ChartSeries struct {
	Name    string
	Colour  string // as rrggbb
	Letters string // colour of what is written on Colour
	Rim     string // colour of the outline; empty where Colour is seen by itself
	Hatched bool
	Points  []ChartPoint // one for each category
}

// ChartPoint is a percentage as it is printed. Low and High are the ends of its
// interval, rounded likewise.
type ChartPoint struct {
	Shown     bool // false where it is hidden or does not exist
	Percent   int
	Interval  bool
	Low, High int
	Colour    string // where other than the series'; as rrggbb
}

// Chart returns a figure for an office program to draw, or nil for one that
// they have no kind of chart for and one of which all is hidden: those stay
// pictures.
func (f *Figure) Chart(language string) *Chart {
	l, ok := LanguageOf(language)
	if !ok || f.Figure == nil {
		return nil
	}
	drawn, ok := f.Figure.Plotted()
	if !ok {
		return nil
	}
	c := &Chart{Kind: f.Figure.Spec.Kind, Title: f.Figure.Title, Subtitle: drawn.Subtitle, Notes: drawn.Notes, Whole: true}
	if strings.HasPrefix(f.Caption, c.Title) {
		c.Title = ""
	}
	c.Categories = append(c.Categories, drawn.Lines...)
	shown := false
	lacking := make([][]string, len(drawn.Lines)) // series hidden in each category
	for _, s := range drawn.Series {
		one := ChartSeries{Name: s.Label, Colour: s.Colour, Letters: s.Letters, Rim: s.Rim, Hatched: s.Hatched}
		for i, cell := range s.Cells {
			p := l.ChartPoint(cell)
			if s.Colours != nil && s.Colours[i] != s.Colour {
				p.Colour = s.Colours[i]
			}
			if cell.Suppressed != crosstab.Shown {
				lacking[i] = append(lacking[i], s.Label)
			}
			c.Whole, shown = c.Whole && p.Shown, shown || p.Shown
			one.Points = append(one.Points, p)
		}
		c.Series = append(c.Series, one)
	}
	if !shown {
		return nil
	}
	for i, names := range lacking {
		switch {
		case len(names) == 0:
		case len(names) == len(c.Series):
			c.Categories[i] += " " + l.Hidden
		default:
			c.Categories[i] += " (" + strings.Join(names, ", ") + ":" + nbsp + l.Hidden + ")"
		}
	}
	return c
}

// ChartPoint rounds a cell as tables do.
func (l Language) ChartPoint(c crosstab.Cell) ChartPoint {
	n, ok := percentOf(c)
	if !ok {
		return ChartPoint{}
	}
	p := ChartPoint{Shown: true, Percent: n}
	if hasInterval(c) && !math.IsNaN(c.Low) {
		p.Interval, p.Low, p.High = true, min(n, percentOfFloat(c.Low)), max(n, percentOfFloat(c.High))
	}
	return p
}
