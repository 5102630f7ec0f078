package study

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"stikprove/sample/association"
	"stikprove/survey"
)

// earlierWave says which study this one is compared with, and what is called
// otherwise there.
//
//	compare:
//	  study: ../par56-2015                     # the folder of the earlier wave
//	  adjust: holm                             # of the rows of a table: holm, bonferroni or none
//	  tables: {kind: condition}                # a table here: the table there
//	  variables: {kind: condition}             # a variable here: the variable there
//	  categories:                              # answers that stand for each other, by the variable's name here
//	    - {variable: kind, before: mental, after: psychological}
//	    - {variable: kind, before: physical, after: [back, joints]}        # split
//	    - {variable: kind, before: [skin, eyes], after: other, label: {da: Andet, en: Other}}  # joined
//	  not_comparable:
//	    - {table: reasons, reason: {da: "...", en: "..."}}
//	    - {variable: kind, category: unclear, reason: {da: "...", en: "..."}}
//
// What it does not name goes by the same name in both.
type earlierWave struct {
	place
	Study      string            `yaml:"study"` // required
	Adjust     string            `yaml:"adjust"`
	Tables     map[string]string `yaml:"tables"`
	Variables  map[string]string `yaml:"variables"`
	Categories []sameCategory    `yaml:"categories"`
	Apart      []notComparable   `yaml:"not_comparable"`
}

// sameCategory holds categories of two waves for the same.
type sameCategory struct {
	place
	Variable string      `yaml:"variable"`
	Before   []string    `yaml:"before"`
	After    []string    `yaml:"after"`
	Label    survey.Text `yaml:"label"`
}

// notComparable says that a table, a variable or a category of one is not
// measured alike in both waves.
type notComparable struct {
	place
	Table    string      `yaml:"table"`
	Variable string      `yaml:"variable"`
	Category string      `yaml:"category"`
	Reason   survey.Text `yaml:"reason"` // required
}

// checkCompare checks what the study says of an earlier wave, as far as that can
// be seen in its own file.
func (s *Study) checkCompare() {
	c := s.config.Compare
	if c == nil {
		return
	}
	if c.Study == "" {
		s.add(c.place, "compare", "want study, the folder of the earlier wave")
	}
	switch association.Adjustment(c.Adjust) {
	case "", association.Holm, association.Bonferroni, association.Unadjusted:
	default:
		s.add(c.place, "compare.adjust", "got %s, want holm, bonferroni or none", survey.Quote(c.Adjust))
		c.Adjust = ""
	}
	ids := s.TableIDs()
	for _, id := range slices.Sorted(maps.Keys(c.Tables)) {
		if !slices.Contains(ids, id) {
			s.add(c.place, "compare.tables", "no table %s%s", survey.Quote(id), survey.DidYouMean(id, ids))
		}
	}
	named := map[string]map[string]bool{} // categories, by variable and side
	for i, k := range c.Categories {
		path := fmt.Sprintf("compare.categories[%d]", i+1)
		if k.Variable == "" || len(k.Before) == 0 || len(k.After) == 0 {
			s.add(k.place, path, "want variable, before and after")
		}
		for _, at := range []struct {
			side  string
			names []string
		}{{"before", k.Before}, {"after", k.After}} {
			side := at.side
			key := side + " " + k.Variable
			if named[key] == nil {
				named[key] = map[string]bool{}
			}
			for _, name := range at.names {
				if named[key][name] {
					s.add(k.place, path, "%s is named twice in %s of %q; a category stands for one", survey.Quote(name), side, k.Variable)
				}
				named[key][name] = true
			}
		}
	}
	for i, a := range c.Apart {
		path := fmt.Sprintf("compare.not_comparable[%d]", i+1)
		switch {
		case (a.Table == "") == (a.Variable == ""):
			s.add(a.place, path, "want either table or variable")
		case len(a.Reason) == 0:
			s.add(a.place, path, "want a reason, in words for readers")
		case a.Category != "" && a.Variable == "":
			s.add(a.place, path, "want the variable that the category is of")
		}
		if a.Table != "" && !slices.Contains(ids, a.Table) && !slices.Contains(slices.Collect(maps.Values(c.Tables)), a.Table) {
			s.add(a.place, path+".table", "no table %s%s", survey.Quote(a.Table), survey.DidYouMean(a.Table, ids))
		}
	}
}

// checkCompared checks a table that holds another against the earlier wave.
func (s *Study) checkCompared(t table, path string, ids []string) {
	if s.config.Compare == nil {
		s.add(t.place, path, "compare: the study names no earlier wave; want compare: {study: FOLDER}")
	}
	at := slices.IndexFunc(s.config.Tables, func(other table) bool { return other.ID == t.Compare })
	switch {
	case at < 0 && !slices.Contains(s.config.Register.tableIDs(), t.Compare):
		s.add(t.place, path+".compare", "no table %s%s", survey.Quote(t.Compare), survey.DidYouMean(t.Compare, ids))
	case at >= 0 && s.config.Tables[at].Compare != "":
		s.add(t.place, path+".compare", "%s is itself a comparison", survey.Quote(t.Compare))
	}
	var extra []string
	for key, has := range map[string]bool{
		"rows": len(t.Rows) > 0, "columns": len(t.Columns) > 0, "items": len(t.Items) > 0, "sum": t.Sum != "", "mean": t.Mean != "",
		"where": len(t.Where) > 0, "layers": t.Layers != "", "sample": t.Sample != "", "response": len(t.Response) > 0,
	} {
		if has {
			extra = append(extra, key)
		}
	}
	if slices.Sort(extra); len(extra) > 0 {
		s.add(t.place, path, "%s: a comparison takes what the table %s says", strings.Join(extra, ", "), survey.Quote(t.Compare))
	}
}

// there returns the earlier wave's name of a variable.
func (c *earlierWave) there(variable string) string {
	if c != nil && c.Variables[variable] != "" {
		return c.Variables[variable]
	}
	return variable
}

// tableThere returns the earlier wave's id of a table. A layer of a table goes
// with the same layer of its table.
func (c *earlierWave) tableThere(id, layered string) string {
	if c == nil {
		return id
	}
	if there := c.Tables[id]; there != "" {
		return there
	}
	if there := c.Tables[layered]; there != "" && layered != id {
		return there + strings.TrimPrefix(id, layered)
	}
	return id
}
