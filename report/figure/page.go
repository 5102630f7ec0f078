package figure

import "fmt"

// page is what surrounds a plot: title and subtitle above, notes below.
type page struct {
	scene    *scene
	title    []string
	subtitle []string
	notes    [][]string
	height   float64 // asked for, in points; 0 for what is needed
}

const (
	topMargin  = 3.0
	headGap    = 9.0 // between subtitle and plot
	footGap    = 7.0 // between plot and notes
	lowMargin  = 2.5
	labelShare = 0.38 // of the width, at most, for labels at the left
	labelGap   = 7.0  // between labels and plot
)

func newPage(s Spec, w Wording) *page {
	width := s.Width
	if width == 0 {
		width = 16
	}
	p := &page{scene: &scene{width: width * pointsPerCentimetre, look: w.look}, height: s.Height * pointsPerCentimetre}
	p.title = wrap(w.Title, w.look.title, p.scene.width)
	p.subtitle = wrap(w.Subtitle, w.look.subtitle, p.scene.width)
	for _, n := range w.Notes {
		if n != "" {
			p.notes = append(p.notes, wrap(n, w.look.note, p.scene.width))
		}
	}
	return p
}

// top returns where the plot begins.
func (p *page) top() float64 {
	return topMargin + float64(len(p.title))*titleLeading + float64(len(p.subtitle))*subtitleLeading + headGap
}

// foot returns the height of what follows the plot.
func (p *page) foot() float64 {
	h := footGap + lowMargin
	for _, n := range p.notes {
		h += float64(len(n)) * noteLeading
	}
	return h
}

// stretch makes rows taller so that the page becomes as high as was asked for,
// when it would be plot high without. Nothing is squeezed: text would meet.
func (p *page) stretch(rows []float64, plot float64) error {
	need := p.top() + plot + p.foot()
	if p.height == 0 || len(rows) == 0 {
		return nil
	}
	if p.height < need-0.5 {
		return fmt.Errorf("its %d rows, title and notes need a height of %.1f cm, want at most %.1f",
			len(rows), need/pointsPerCentimetre, p.height/pointsPerCentimetre)
	}
	for i := range rows {
		rows[i] += max(0, p.height-need) / float64(len(rows))
	}
	return nil
}

// finish adds title, subtitle and notes around a plot that ends at bottom.
func (p *page) finish(bottom float64) {
	s := p.scene
	y := s.lines(p.title, 0, topMargin+0.9*s.look.title.size, titleLeading, s.look.title, ink, start)
	// The title's last leading is measured for its own size.
	s.lines(p.subtitle, 0, y-1.2, subtitleLeading, s.look.subtitle, muted, start)
	y = bottom + footGap + 0.8*s.look.note.size
	for _, n := range p.notes {
		y = s.lines(n, 0, y, noteLeading, s.look.note, muted, start)
	}
	s.height = bottom + p.foot()
}
