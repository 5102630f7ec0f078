package study

import (
	"math"
	"slices"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// interviewTable is the id of the table of those who took part.
const interviewTable = "interviews"

// The words of that table, and of a speaker nothing may be said of.
var (
	interviewTitle = survey.Text{"da": "Interview og deltagere", "en": "Interviews and participants"}
	interviewKind  = survey.Text{"da": "Form", "en": "Kind"}
	interviewUnit  = survey.Text{"da": "deltagere", "en": "participants"}
	interviewHeld  = survey.Text{"da": "Interview", "en": "Interviews"}
	interviewPlace = survey.Text{"da": "Steder", "en": "Places"}
	interviewTotal = survey.Text{"da": "I alt", "en": "Total"}
	interviewFrom  = survey.Text{"da": "Interview i undersøgelsen", "en": "Interviews of the study"}
	people         = survey.Text{"da": "Deltagere", "en": "Participants"}
	speaker        = survey.Text{"da": "Deltager i interview", "en": "Participant in an interview"}
	speakerIn      = survey.Text{"da": "Deltager", "en": "Participant"} // before a kind of interview
)

// tables returns the table of those who took part, or none. It counts
// fieldwork, not answers, and is printed whole. A study that has a table of the
// same id has its own.
func (i interviewed) tables(s *Study) []*crosstab.Table {
	own := slices.ContainsFunc(s.config.Tables, func(t table) bool { return t.ID == interviewTable })
	if len(i.groups) == 0 || own || s.only != "" {
		return nil
	}
	c := s.config.Interviews.Participants
	t := &crosstab.Table{ID: interviewTable, Title: interviewTitle, Sample: interviewTable, Percent: crosstab.OfTotal, RowVariable: interviewKind, Base: crosstab.Base{
		Unit: interviewUnit, Census: true, Source: interviewFrom}}
	if len(c.Source) > 0 {
		t.Base.Source = c.Source
	}
	for _, n := range c.Notes {
		t.Notes = append(t.Notes, crosstab.Note{Kind: crosstab.NoteText, Text: n})
	}
	var counts []func(partaking) int
	add := func(heading, id string, label survey.Text, of func(partaking) int) {
		if heading != "" {
			t.Columns = append(t.Columns, crosstab.Column{ID: id, Label: label, Kind: crosstab.Group})
			counts = append(counts, of)
		}
	}
	place := interviewPlace
	if len(c.Columns.PlaceLabel) > 0 {
		place = c.Columns.PlaceLabel
	}
	add(c.Columns.Interviews, "interviews", interviewHeld, func(p partaking) int { return p.interviews })
	add(c.Columns.Places, "places", place, func(p partaking) int { return p.places })
	add(c.Columns.People, "people", people, func(p partaking) int { return p.people })
	for _, g := range i.groups {
		id := first(g.kind)
		at := slices.IndexFunc(t.Rows, func(r crosstab.Row) bool { return r.ID == id })
		if at < 0 {
			at = len(t.Rows)
			t.Rows = append(t.Rows, crosstab.Row{ID: id, Label: g.kind, Kind: crosstab.Sum})
			t.Cells = append(t.Cells, make([]crosstab.Cell, len(counts)))
		}
		for j, of := range counts {
			t.Cells[at][j].Weighted += float64(of(g))
		}
		t.Base.N += g.people
	}
	t.Base.Answered, t.Base.Sampled, t.Base.Weighted = t.Base.N, t.Base.N, float64(t.Base.N)
	t.Rows = append(t.Rows, crosstab.Row{ID: crosstab.TotalID, Label: interviewTotal, Kind: crosstab.Sum})
	total := make([]crosstab.Cell, len(counts))
	for _, row := range t.Cells {
		for j := range row {
			total[j].Weighted += row[j].Weighted
		}
	}
	t.Cells = append(t.Cells, total)
	for r := range t.Cells {
		for j := range t.Cells[r] {
			cell := &t.Cells[r][j]
			cell.N, cell.Base = int(cell.Weighted), int(total[j].Weighted)
			cell.P, cell.SE, cell.Low, cell.High = math.NaN(), math.NaN(), math.NaN(), math.NaN()
			t.Columns[j].N, t.Columns[j].Weighted = int(total[j].Weighted), total[j].Weighted
		}
	}
	return []*crosstab.Table{t}
}
