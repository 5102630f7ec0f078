package study

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/whole"
)

// The files of a starter study.
const (
	startStudy      = "study.yaml"
	startReport     = "report.md"
	startInstrument = "instrument.xlsx"
	startMapping    = "mapping.yaml"
)

// attempt writes the study as far as its data and reads them. A problem says
// that they do not read so, or otherwise than the export did.
func (st *starter) attempt(stage string) error {
	m := st.mapping
	m.Variables = slices.Clone(m.Variables)
	for i := range m.Variables {
		if v := &m.Variables[i]; !st.instrument && v.Role == "answer" && v.Kind == survey.KindText.String() && !v.Remainder {
			v.Role = "personal" // what people wrote is nobody's to print
		}
	}
	source, err := mappingYAML(m)
	if err != nil {
		return err
	}
	if err := whole.WriteBytes(filepath.Join(stage, startMapping), source); err != nil {
		return err
	}
	in := st.drafted()
	st.rosters = st.rosters && len(in.Rosters) > 0
	if err := form.Write(filepath.Join(stage, startInstrument), in); err != nil && (st.instrument || !isProblem(err)) {
		return err
	}
	if err := st.write(stage, nil); err != nil {
		return err
	}
	s, err := Load(stage)
	if err != nil {
		return err
	}
	data, err := s.Read(st.o.File.Progress)
	if err != nil {
		return err
	}
	respondents := data.Datasets[respondentsName]
	if st.instrument {
		if err := st.same(in, respondents); err != nil {
			return err
		}
	}
	st.units = []*survey.Dataset{respondents}
	if st.rosters {
		for at := range in.Rosters {
			cases := data.Datasets[caseSource(at)]
			if cases == nil || cases.Rows() == 0 {
				return survey.Problem{File: st.file, Message: "no cases"}
			}
			st.units = append(st.units, cases)
		}
	}
	return nil
}

// caseSource names the source of the cases of a roster, by its place.
func caseSource(at int) string {
	if at == 0 {
		return casesName
	}
	return fmt.Sprintf("%s_%d", casesName, at+1)
}

// same reports a question that has other answers by the questionnaire than by
// the mapping.
func (st *starter) same(in *survey.Instrument, d *survey.Dataset) error {
	for _, q := range in.Questions {
		was, is := st.data.Column(q.Name), d.Column(q.Name)
		if q.Roster == "" && was != nil && (is == nil || presentIn(was) != presentIn(is)) {
			return survey.Problem{File: startInstrument, Variable: q.Name, Message: "reads otherwise than the export"}
		}
	}
	return nil
}

func presentIn(c *survey.Column) int {
	n := 0
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present {
			n++
		}
	}
	return n
}

// draft chooses the tables and writes the text. A table that cannot be made is
// given up.
func (st *starter) draft(stage string) error {
	st.without = map[string]string{}
	for {
		t := st.tabulated()
		if err := st.write(stage, t); err != nil {
			return err
		}
		s, err := Load(stage)
		if err != nil {
			return err
		}
		text, err := s.Draft(st.language, st.o.File.Progress)
		if err == nil {
			if strings.TrimSpace(text) == "" {
				text = st.words.noTables + "\n"
			}
			err = whole.WriteBytes(filepath.Join(stage, startReport), []byte(text))
			if err == nil && !st.o.Report {
				if s, err = Load(stage); err == nil {
					_, err = s.Check(st.language, st.o.File.Progress)
				}
			}
			return err
		}
		if !isProblem(err) || !st.giveUp(t, err) {
			return err
		}
	}
}

// giveUp leaves the tables out that err names, and reports whether it named
// any.
func (st *starter) giveUp(t *tabulator, err error) bool {
	var all survey.Problems
	all.Add("", err)
	found := false
	for _, p := range all {
		for _, table := range t.tables {
			if p.Variable == "table "+table.id || strings.HasPrefix(p.Message, "table "+table.id+":") {
				st.without[table.id], found = p.Message, true
			}
		}
	}
	return found
}

// tabulated chooses the tables of all that was read.
func (st *starter) tabulated() *tabulator {
	t := &tabulator{starter: st, taken: map[string]bool{}, names: map[string]bool{}}
	for at, d := range st.units {
		t.source = respondentsName
		if at > 0 {
			t.source = caseSource(at - 1)
		}
		var columns []*survey.Column
		for _, c := range d.Columns() {
			if t.names[c.Name] && at > 0 || at > 0 && strings.HasPrefix(c.Name, rosterName(at-1)+"_") && t.own(c.Name) {
				continue // the respondent's, or what a case is known by
			}
			t.names[c.Name] = true
			if t.asked(c.Name) || at > 0 {
				columns = append(columns, c)
			}
		}
		t.tabulate(columns)
	}
	kept := t.tables[:0]
	for _, table := range t.tables {
		if why, given := st.without[table.id]; given {
			t.left = append(t.left, startLeft{table.id, fmt.Sprintf(st.words.leftFailed, why)})
			continue
		}
		kept = append(kept, table)
	}
	t.tables = kept
	return t
}

// own reports whether a variable of cases is made, not asked.
func (t *tabulator) own(name string) bool {
	return strings.HasSuffix(name, "_id") || strings.HasSuffix(name, "_number")
}

// asked reports whether a variable of the respondents is a question, and not
// the platform's own.
func (t *tabulator) asked(name string) bool {
	i := slices.IndexFunc(t.mapping.Variables, func(v platform.MappedVariable) bool { return v.Name == name })
	return i >= 0 && t.mapping.Variables[i].Role != "time" && t.mapping.Variables[i].Role != "id"
}

// looks returns what is to be looked at, by file and line.
func (st *starter) looks() []Look {
	looks := slices.Clone(st.yaml.looks)
	if st.instrument {
		looks = append(looks, Look{File: startInstrument, Words: st.words.lookInstrument})
	} else {
		looks = append(looks, Look{File: startInstrument, Words: fmt.Sprintf(st.words.lookNoInstrument, st.why)})
	}
	looks = append(looks, Look{File: startMapping, Words: fmt.Sprintf(st.words.lookMapping, st.guesses)})
	return append(looks, Look{File: startReport, Line: 1, Words: st.words.lookReport})
}
