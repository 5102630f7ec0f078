package study

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/survey"
)

// checkDrawn looks for what cannot be meant of how one figure is drawn.
func (s *Study) checkDrawn(f figureSpec, path string) {
	kind := figure.Kind(f.Kind)
	if err := CheckKind(f.Kind); err != nil {
		s.add(f.place, path+".kind", "got %s, %v", survey.Quote(f.Kind), err)
	}
	if f.Ends < 0 {
		s.add(f.place, path+".ends", "got %d, want a count from 1", f.Ends)
	}
	for _, key := range []struct {
		name  string
		given bool
		kinds []figure.Kind
	}{
		{"column", f.Column != "", []figure.Kind{figure.Bar, figure.Dots, figure.Histogram, figure.Line}},
		{"columns", f.Columns != nil, []figure.Kind{figure.Grouped, figure.Dumbbell, figure.Line}},
		{"row", f.Row != "", []figure.Kind{figure.Dots, figure.Line}},
		{"ends", f.Ends > 0, []figure.Kind{figure.Dots}},
	} {
		if key.given && f.Kind != "" && slices.Contains(figure.Kinds(), kind) && !slices.Contains(key.kinds, kind) {
			s.add(f.place, path+"."+key.name, "is not for a figure of kind %s", f.Kind)
		}
	}
	if f.Column != "" && f.Columns != nil {
		s.add(f.place, path+".columns", "want either column or columns")
	}
}

// CheckKind says which kinds of figure there are, where kind is none of them;
// empty stands for the one that suits a table.
func CheckKind(kind string) error {
	if kind == "" || slices.Contains(figure.Kinds(), figure.Kind(kind)) {
		return nil
	}
	return errors.New("want " + figure.KindList())
}

// figureSpec is what the report draws of f.
func (s *Study) figureSpec(data *Data, f figureSpec) report.FigureSpec {
	sorting := figure.Usual
	switch {
	case f.Sort != nil && *f.Sort:
		sorting = figure.Falling
	case f.Sort != nil:
		sorting = figure.Given
	}
	return report.FigureSpec{
		Spec: figure.Spec{ID: f.ID, Kind: figure.Kind(f.Kind), Width: f.Width, Height: f.Height, Sort: sorting,
			Column: f.Column, Columns: f.Columns, Row: f.Row, Ends: f.Ends, Bounds: s.bounds(data, f.Table), House: s.house},
		Table: f.Table, Title: f.Title, At: survey.Problem{File: s.file, Row: f.place.Line, Column: f.place.Column},
	}
}

// bounds returns where the bands in the rows of a table begin and end, by row,
// or nil where its rows are no bands. A band ends where the next begins or, the
// last one, after its last whole number.
func (s *Study) bounds(data *Data, table string) map[string]figure.Bound {
	for _, t := range s.config.Tables {
		if t.ID != table || len(t.Rows) != 1 {
			continue
		}
		i := slices.IndexFunc(s.config.Variables[t.Sample], func(v variable) bool { return v.Name == t.Rows[0] })
		if i < 0 || len(s.config.Variables[t.Sample][i].Bands) == 0 {
			return nil
		}
		v := s.config.Variables[t.Sample][i]
		whole := v.Year
		if d := data.Datasets[t.Sample]; d != nil {
			if from := d.Column(v.From); from != nil {
				whole = whole || from.Kind == survey.KindInteger
			}
		}
		bands := bandsOf(v.Bands)
		bounds := map[string]figure.Bound{}
		for k, b := range bands {
			switch {
			case math.IsInf(b.To, 0):
			case k+1 < len(bands):
				b.To = bands[k+1].From
			case whole:
				b.To++
			}
			if b.To > b.From {
				bounds[b.Name] = figure.Bound{From: b.From, To: b.To}
			}
		}
		return bounds
	}
	return nil
}

// useHouse reads the house's colours and fonts, and says what is wrong with
// them: contrast and colour-blindness as much as a file that is no font.
func (s *Study) useHouse() {
	h := s.config.House
	if h == nil {
		return
	}
	fonts := map[string][]byte{}
	for _, part := range []struct{ key, file string }{{"font", h.Font}, {"bold", h.Bold}} {
		if part.file == "" {
			continue
		}
		content, err := s.inputs.read(part.file)
		if err != nil {
			s.add(h.place, "house."+part.key, "%s cannot be read, want a TrueType or OpenType font", survey.Quote(part.file))
			return
		}
		fonts[part.key] = content
	}
	made, problems := figure.NewHouse(h.Colours, fonts["font"], fonts["bold"])
	for _, p := range problems {
		s.add(h.place, "house."+p.At, "%s", p.Message)
	}
	s.house = made
}

// FigureIDs returns the ids of the study's figures in order.
func (s *Study) FigureIDs() []string {
	var ids []string
	for _, f := range s.config.Figures {
		ids = append(ids, f.ID)
	}
	return ids
}

// Figure makes one figure: of the study or, of a table's id, the one that
// suits that table, or is of the kind asked for. An empty language is the
// study's own.
func (s *Study) Figure(id, kind, language string, progress Progress) (*figure.Figure, error) {
	spec := figureSpec{ID: id, Table: id, Kind: kind}
	if i := slices.Index(s.FigureIDs(), id); i >= 0 {
		spec = s.config.Figures[i]
		if kind != "" {
			spec.Kind = kind
		}
	} else if known := s.TableIDs(); !slices.Contains(known, id) {
		known = append(s.FigureIDs(), known...)
		return nil, survey.Problem{File: s.file, Message: fmt.Sprintf("no figure or table %s%s", survey.Quote(id), survey.DidYouMean(id, known))}
	}
	s = s.afresh()
	s.config.Figures = []figureSpec{spec}
	s.config.untold()
	return s.drawn(language, progress)
}

// drawn makes the study's only figure.
func (s *Study) drawn(language string, progress Progress) (*figure.Figure, error) {
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	if len(document.Figures) != 1 {
		return nil, survey.Problem{File: s.file, Message: "the table was not made, so there is nothing to draw"}
	}
	return document.Figures[0].Figure, nil
}
