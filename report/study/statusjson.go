package study

import (
	"encoding/json"
	"io"

	outcomes "stikprove/sample/response"
)

// The status in the machine format; it is stable.
type (
	statusJSON struct {
		Parts       []statusPartJSON       `json:"parts"`
		Groups      []statusGroupJSON      `json:"groups"`
		Days        []statusDayJSON        `json:"days"`
		Precision   *statusPrecisionJSON   `json:"precision,omitempty"`
		Respondents []statusRespondentJSON `json:"respondents"`
	}
	statusPartJSON struct {
		Source   string `json:"source"`
		Each     int    `json:"each,omitempty"`
		Complete int    `json:"complete"`
		Partial  int    `json:"partial"`
		None     int    `json:"none"`
	}
	statusGroupJSON struct {
		Group    string              `json:"group,omitempty"` // left out of all respondents
		Complete int                 `json:"complete"`
		Partial  int                 `json:"partial"`
		None     int                 `json:"none"`
		Counts   map[string]int      `json:"counts"`
		Rates    map[string]*float64 `json:"rates"`
	}
	statusDayJSON struct {
		Day     string `json:"day"`
		Answers int    `json:"answers"`
		All     int    `json:"all"`
	}
	statusPrecisionJSON struct {
		Margin     float64  `json:"margin"`
		Proportion float64  `json:"proportion"`
		Level      float64  `json:"level"`
		Population int      `json:"population"`
		Have       int      `json:"have"`
		Now        *float64 `json:"now,omitempty"`
		Needed     int      `json:"needed"`
		Further    int      `json:"further"`
		Remind     int      `json:"remind"`
		Share      *float64 `json:"share,omitempty"`
		Best       *float64 `json:"best,omitempty"`
	}
	statusRespondentJSON struct {
		ID          string             `json:"id"`
		State       string             `json:"state"`
		Disposition string             `json:"disposition"`
		Day         string             `json:"day,omitempty"`
		Remind      bool               `json:"remind"`
		Parts       []statusAnswerJSON `json:"parts"`
	}
	statusAnswerJSON struct {
		Source  string   `json:"source"`
		State   string   `json:"state"`
		Missing []string `json:"missing,omitempty"`
		Cases   int      `json:"cases,omitempty"`
		Begun   int      `json:"begun,omitempty"`
	}
)

// JSON writes the status for programs.
func (st *Status) JSON(w io.Writer) error {
	out := statusJSON{Days: []statusDayJSON{}, Respondents: []statusRespondentJSON{}}
	for i, p := range st.Parts {
		n := st.states(i)
		out.Parts = append(out.Parts, statusPartJSON{p.Source, p.Wanted, n[StateComplete], n[StatePartial], n[StateNone]})
	}
	for _, g := range st.Groups {
		j := statusGroupJSON{Group: g.Group, Complete: g.States[StateComplete], Partial: g.States[StatePartial], None: g.States[StateNone],
			Counts: map[string]int{}, Rates: map[string]*float64{}}
		for d := range outcomes.Disposition(outcomes.Dispositions) {
			j.Counts[d.String()] = g.N[d]
		}
		for _, r := range g.Rates.All() {
			j.Rates[r.Name] = existing(r.Value)
		}
		out.Groups = append(out.Groups, j)
	}
	for _, d := range st.Days {
		out.Days = append(out.Days, statusDayJSON(d))
	}
	if p := st.Precision; p != nil {
		out.Precision = &statusPrecisionJSON{p.Margin, p.Proportion, p.Level, p.Population, p.Have, existing(p.Now), p.Needed, p.Further, p.Remind, existing(p.Share), existing(p.Best)}
	}
	for _, r := range st.Respondents {
		j := statusRespondentJSON{ID: r.ID, State: r.State.String(), Disposition: r.Disposition.String(), Day: r.Day, Remind: r.Remind}
		for i, a := range r.Parts {
			j.Parts = append(j.Parts, statusAnswerJSON{st.Parts[i].Source, a.State.String(), a.Missing, a.Cases, a.Begun})
		}
		out.Respondents = append(out.Respondents, j)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(out)
}
