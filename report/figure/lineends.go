package figure

import (
	"math"
	"strings"

	"stikprove/sample/crosstab"
)

// lineLabels are the labels at one end of the lines of a figure.
type lineLabels struct {
	labels        [][]string // by line; nil for none
	anchored      []int      // moment that each belongs to
	from          anchor
	width, height float64
	style         style
}

// firstLabels returns the number that each line begins with.
func firstLabels(lines []series, w Wording) lineLabels {
	l := lineLabels{from: end, style: w.look.value, labels: make([][]string, len(lines)), anchored: make([]int, len(lines))}
	for n, s := range lines {
		if len(lines) > 1 && !math.IsNaN(s.items[0].value) {
			l.labels[n] = []string{s.items[0].shown(w)}
		}
	}
	l.measure()
	return l
}

// lastLabels returns the name of each line, and the number it ends with.
func lastLabels(lines []series, width float64, w Wording) lineLabels {
	l := lineLabels{from: start, style: w.look.value, labels: make([][]string, len(lines)), anchored: make([]int, len(lines))}
	for n, s := range lines {
		last := len(s.items) - 1
		words := strings.TrimSpace(s.words + " " + s.items[last].shown(w))
		switch { // one line has its numbers at its dots
		case len(lines) == 1 && s.all:
			continue
		case len(lines) == 1:
			words = s.words
		}
		l.labels[n] = balance(words, l.style, endShare*width)
		for last > 0 && math.IsNaN(s.items[last].value) {
			last--
		}
		l.anchored[n] = last
	}
	l.measure()
	return l
}

func (l *lineLabels) measure() {
	for _, lines := range l.labels {
		l.width = max(l.width, widest(lines, l.style))
		l.height += l.tall(lines)
	}
}

// tall returns the height of a label, with the room it needs to the next.
func (l *lineLabels) tall(lines []string) float64 {
	if lines == nil {
		return 0
	}
	return float64(len(lines))*labelLeading + 1.5
}

// draw paints the labels as near to their lines' ends as they fit, those that
// had to move with a thin line to where they belong.
func (l *lineLabels) draw(sc *scene, a axis, moments []moment, lines []series, top, bottom float64) {
	var which []int
	var wanted, heights []float64
	for n, label := range l.labels {
		if label == nil {
			continue
		}
		y := bottom
		if v := lines[n].items[l.anchored[n]].value; !math.IsNaN(v) {
			y = a.up(v, top, bottom)
		}
		which, wanted, heights = append(which, n), append(wanted, y), append(heights, l.tall(label))
	}
	at := spread(wanted, heights, top-labelLeading/2, bottom+labelLeading/2)
	for k, n := range which {
		s := lines[n]
		i := s.items[l.anchored[n]]
		x := moments[0].x - 7
		fill := readable(s.fill)
		if l.from == start {
			end := moments[len(moments)-1].x
			x = end + endGap - 2
			from := moments[l.anchored[n]].x
			if !math.IsNaN(i.value) && math.Abs(at[k]-wanted[k]) > 3 && from == end {
				sc.add(path{points: []point{{from + markRadius + 1.5, wanted[k]}, {x - 2, at[k]}}, weight: leaderWeight, fill: s.fill})
			}
			if i.cell.Suppressed != crosstab.Shown {
				fill = muted
			}
		}
		sc.centred(l.labels[n], x, at[k], labelLeading, l.style, fill, l.from)
	}
}
