package study

import (
	"stikprove/report"
	"stikprove/sample/crosstab"
)

// hiddenCells says how many cells of the tables of a report were hidden, and
// why, and never which.
type hiddenCells struct {
	Cells     int `json:"cells"`     // in all tables
	Primary   int `json:"primary"`   // by a rule on the cell's own count: small, noughts, full and remainder
	Secondary int `json:"secondary"` // would give back a hidden cell of the same table
	Linked    int `json:"linked"`    // would give back a hidden cell of another table
	Dominance int `json:"dominance"` // totals and means of totals that a few units make up nearly all of

	Small     int `json:"small"`     // of primary: below the minimum
	Noughts   int `json:"noughts"`   // of primary: noughts
	Full      int `json:"full"`      // of primary: all of a group
	Remainder int `json:"remainder"` // of primary: of-which rows that leave few of their base

	Bases  int         `json:"bases"`  // bases of columns and tables, which are no cells
	Joined int         `json:"joined"` // groups taken together because they are small or many
	Rules  hiddenRules `json:"rules"`
}

// hiddenRules are the rules that hid them. Those left at nought were off.
type hiddenRules struct {
	Minimum   int      `json:"minimum"`
	Width     int      `json:"width,omitempty"`
	Dominance *nkRule  `json:"dominance,omitempty"`
	PPercent  float64  `json:"p_percent,omitempty"`
	Zeros     bool     `json:"zeros,omitempty"`
	Full      bool     `json:"full,omitempty"`
	Round     int      `json:"round,omitempty"`    // counts are rounded to whole multiples of it and not hidden
	Register  int      `json:"register,omitempty"` // minimum of the register's tables
	Open      []string `json:"open,omitempty"`     // samples printed whole
}

// nkRule is the dominance rule.
type nkRule struct {
	N       int     `json:"n"`
	Percent float64 `json:"percent"`
}

// hiddenRules returns the rules of the study.
func (s *Study) hiddenRules() hiddenRules {
	d := s.config.Disclosure
	r := hiddenRules{Minimum: d.Minimum, Width: d.Width, PPercent: d.PPercent, Zeros: d.Zeros, Full: d.Full, Round: d.Round, Open: d.Open}
	if d.Dominance != nil {
		r.Dominance = &nkRule{d.Dominance.N, d.Dominance.Percent}
	}
	if s.config.Register != nil {
		r.Register = d.Register
	}
	return r
}

// tablesOf returns the tables of a document.
func tablesOf(d *report.Document) []*crosstab.Table {
	var tables []*crosstab.Table
	for _, t := range d.Tables {
		tables = append(tables, t.Of)
	}
	return tables
}

// hiddenIn counts the cells that tables hide.
func hiddenIn(tables []*crosstab.Table) hiddenCells {
	var h hiddenCells
	for _, t := range tables {
		for _, row := range t.Cells {
			for _, c := range row {
				h.count(c.Suppressed)
			}
		}
		for _, c := range t.Columns {
			if c.Suppressed != crosstab.Shown {
				h.Bases++
			}
		}
		if t.Base.Suppressed != crosstab.Shown {
			h.Bases++
		}
		for _, n := range t.Notes {
			if n.Kind == crosstab.NoteJoined {
				h.Joined += n.N
			}
		}
	}
	h.Primary = h.Small + h.Noughts + h.Full + h.Remainder
	return h
}

// count counts one cell.
func (h *hiddenCells) count(why crosstab.Suppressed) {
	switch why {
	case crosstab.Shown:
		return
	case crosstab.Primary:
		h.Small++
	case crosstab.Nought:
		h.Noughts++
	case crosstab.Full:
		h.Full++
	case crosstab.Remainder:
		h.Remainder++
	case crosstab.Secondary:
		h.Secondary++
	case crosstab.Linked:
		h.Linked++
	case crosstab.Dominated:
		h.Dominance++
	}
	h.Cells++
}
