package study

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/sample"
	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/whole"
)

// FormOptions say which forms a study's respondents are to fill in.
type FormOptions struct {
	Out      string // folder
	Language string // the study's own where empty
	Kind     string // "survey", "cases" or "both"; both where empty and the instrument has cases
	Blank    bool   // one form that names nobody, in place of one for each respondent
	Drawn    string // file with the cases that were drawn, as the command draw writes it; empty for as many as the instrument repeats
	Label    string // its column that the respondent knows a case by; empty for none
	Sheet    string // of Drawn; the first where empty
	Password string // of an encrypted Drawn
}

// Forms is what was written.
type Forms struct {
	Folder  string
	Files   []string // names, in order
	Remarks []string // what the forms do not check by themselves
	Way     string   // how study.yaml reads them back
	Notes   []survey.Problem
}

// Forms writes workbooks to fill in for the respondents of the study's frame.
// A file that stands there may have been filled in, and is never written over.
func (s *Study) Forms(o FormOptions) (*Forms, error) {
	s = s.afresh()
	data := &Data{}
	if s.config.Instrument == "" {
		s.add(place{}, "instrument", "the study has no instrument to make forms of")
		return nil, s.problems.Err()
	}
	if err := s.readInstrument(data); err != nil {
		return nil, err
	}
	if data.Instrument == nil {
		return nil, s.problems.Err()
	}
	m := formMaker{study: s, in: data.Instrument, o: o, language: cmp.Or(o.Language, s.config.Language)}
	if err := m.prepare(); err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	out, err := m.write()
	if out != nil {
		out.Notes = data.Notes
	}
	return out, err
}

// Form writes the study's instrument as an XLSForm at path.
func (s *Study) Form(path string) ([]survey.Problem, error) {
	s = s.afresh()
	data := &Data{}
	if s.config.Instrument == "" {
		s.add(place{}, "instrument", "the study has no instrument to write")
	}
	if err := s.readInstrument(data); err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	return data.Notes, form.Write(path, data.Instrument)
}

// formMaker is the making of a study's forms.
type formMaker struct {
	study    *Study
	in       *survey.Instrument
	o        FormOptions
	language string

	id          string   // what names the respondent
	respondents []string // of the frame, in its order; nil where there is none
	cases       map[string][]form.FillInCase
}

// prepare reads who is to answer and which cases were drawn.
func (m *formMaker) prepare() error {
	s, f := m.study, m.study.config.Frame
	if m.o.Kind == "" {
		if m.o.Kind = "both"; len(m.in.Rosters) == 0 {
			m.o.Kind = "survey"
		}
	}
	m.id = identityOf(m.in)
	if f != nil {
		m.id = cmp.Or(m.id, f.ID)
	}
	if m.o.Kind == "cases" && len(m.in.Rosters) == 0 {
		s.add(place{}, "instrument", "the instrument repeats no questions, want a repeat for cases; forms of the survey alone take --kind survey")
		return nil
	}
	if f != nil && !m.o.Blank {
		s.inputs.record(f.File)
		list, err := s.dataset("frame", source{File: f.File, Sheet: f.Sheet})
		if err := s.keep(f.File, err); err != nil || list == nil {
			return err
		}
		list = s.private(list, f.ID)
		if _, err := sample.NewFrame(list, f.ID); err != nil {
			return s.keep(f.File, err)
		}
		for row := range list.Rows() {
			m.respondents = append(m.respondents, strings.TrimSpace(list.Column(f.ID).Answer(row)))
		}
	}
	if m.o.Drawn != "" {
		if err := m.drawn(); err != nil {
			return err
		}
	}
	if m.respondents == nil && !m.o.Blank {
		s.add(place{}, "frame", "the study has no frame that lists the respondents; name its file in study.yaml, or take one form for all with --blank")
	}
	return nil
}

// write writes the forms, once none would stand on another's place.
func (m *formMaker) write() (*Forms, error) {
	out := &Forms{Folder: m.o.Out, Way: m.way()}
	forms := []form.FillIn{m.of("")}
	out.Files = []string{map[string]string{"da": "skema.xlsx"}[m.language]}
	out.Files[0] = cmp.Or(out.Files[0], "form.xlsx")
	if !m.o.Blank {
		forms, out.Files = nil, nil
		taken := map[string]bool{}
		for _, who := range m.respondents {
			if m.o.Kind == "cases" && m.cases != nil && len(m.cases[who]) == 0 {
				continue
			}
			forms = append(forms, m.of(who))
			out.Files = append(out.Files, fileNamed(who, taken)+".xlsx")
		}
	}
	if len(forms) == 0 {
		return nil, survey.Problem{File: m.study.file, Message: "no respondent has anything to fill in"}
	}
	if err := whole.MakeAll(m.o.Out); err != nil {
		return nil, err
	}
	var there survey.Problems
	for _, name := range out.Files {
		if _, err := os.Lstat(filepath.Join(m.o.Out, name)); err == nil {
			there = append(there, survey.Problem{File: name, Message: "stands in the folder already and may have been filled in; want another --out, or move it"})
		}
	}
	if err := there.Err(); err != nil {
		return nil, err
	}
	// All forms are made before any is put in its place: those of a run that was
	// cancelled would be in the way of the next.
	stage, remove, err := whole.Folder(m.o.Out)
	if err != nil {
		return nil, whole.Because(out.Files[0], err)
	}
	defer remove()
	for i, f := range forms {
		if err := form.WriteFillIn(filepath.Join(stage, out.Files[i]), f); err != nil {
			return nil, err
		}
		for _, r := range f.Remarks() {
			if !slices.Contains(out.Remarks, r) {
				out.Remarks = append(out.Remarks, r)
			}
		}
	}
	return out, whole.Commit(func() error {
		for _, name := range out.Files {
			if err := os.Rename(filepath.Join(stage, name), filepath.Join(m.o.Out, name)); err != nil {
				return whole.Because(name, err)
			}
		}
		return nil
	})
}

// of returns the form of a respondent, or of anybody.
func (m *formMaker) of(who string) form.FillIn {
	f := form.FillIn{Instrument: m.in, Language: m.language, Survey: m.o.Kind != "cases", Rosters: m.o.Kind != "survey", ID: m.id, Respondent: who}
	if m.cases != nil {
		if f.Cases = m.cases[who]; f.Cases == nil {
			f.Cases = []form.FillInCase{}
		}
	}
	return f
}

// way says how study.yaml reads the forms back.
func (m *formMaker) way() string {
	folder := filepath.ToSlash(m.o.Out)
	switch {
	case m.o.Kind == "cases":
		return fmt.Sprintf("cases: {folder: %s, to: RESPONDENTS, link: %s}", folder, m.id)
	case m.o.Kind == "both" && len(m.in.Rosters) > 0:
		return fmt.Sprintf("respondents: {folder: %s}; cases: {from: respondents, roster: %s}", folder, m.in.Rosters[0].Name)
	}
	return fmt.Sprintf("respondents: {folder: %s, instrument: true}", folder)
}

// fileNamed returns a name that files can have on every system, for who, and
// that no other has.
func fileNamed(who string, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, survey.MaskCPR(who))
	name = strings.Trim(name, " .")
	runes := []rune(name)
	name = cmp.Or(strings.TrimSpace(string(runes[:min(len(runes), 80)])), "_")
	if slices.Contains([]string{"con", "prn", "aux", "nul"}, strings.ToLower(name)) {
		name = "_" + name // Windows keeps these for itself
	}
	base := name
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	taken[strings.ToLower(name)] = true
	return name
}
