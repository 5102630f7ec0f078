package study

import (
	"errors"
	"io/fs"
	"maps"
	"slices"

	"stikprove/coding"
	"stikprove/sample"
	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// Data is what a study's sources hold once read, coded and bound.
type Data struct {
	Instrument *survey.Instrument // nil where the study has none
	Datasets   map[string]*survey.Dataset
	Samples    map[string]*sample.Sample
	Coded      []Coded          // by name
	Notes      []survey.Problem // what was seen and does not stop the run
}

// Coded is a text variable that was coded.
type Coded struct {
	Name      string // prefix of the variables it gave
	Source    string // the dataset
	Variable  string
	Scheme    *coding.Scheme
	Summary   *coding.Summary
	Decisions int // decisions in the study's file
}

// Read reads, codes and derives everything the study names and binds it to its
// designs. Where anything is wrong it goes on as far as it can without values,
// so that every problem is found in one run, and returns them all.
func (s *Study) Read(progress Progress) (*Data, error) {
	data, err := s.read(progress)
	if err != nil {
		return nil, err
	}
	return data, s.problems.Err()
}

// read is Read, with the problems kept.
func (s *Study) read(progress Progress) (*Data, error) {
	data := &Data{Datasets: map[string]*survey.Dataset{}, Samples: map[string]*sample.Sample{}}
	progress.say("reading")
	if name := s.config.Instrument; name != "" {
		s.inputs.record(name)
		instrument, notes, err := form.Read(s.inputs.path(name))
		if err := s.keep(name, err); err != nil {
			return nil, err
		}
		data.Instrument = instrument
		for _, n := range notes {
			data.Notes = append(data.Notes, survey.Problem{Message: n})
		}
	}
	for _, name := range s.sources() {
		from := s.config.Sources[name]
		if from.File == "" {
			if err := s.unroll(data, name, from); err != nil {
				return nil, err
			}
			continue
		}
		d, err := s.open(name, from, data.Instrument)
		if err != nil {
			return nil, err
		}
		if d != nil {
			data.Datasets[name] = d
			data.Notes = append(data.Notes, d.Notes()...)
		}
	}
	if err := s.checkFrame(data); err != nil {
		return nil, err
	}
	progress.say("coding")
	if err := s.code(data); err != nil {
		return nil, err
	}
	for _, name := range s.sources() {
		if d := data.Datasets[name]; d != nil {
			data.Datasets[name] = s.derive(name, s.label(d))
		}
	}
	return data, s.bind(data)
}

// sources returns the sources' names so that a source stands after the one it
// is unrolled from.
func (s *Study) sources() []string {
	all := slices.Sorted(maps.Keys(s.config.Sources))
	var read, unrolled []string
	for _, name := range all {
		if s.config.Sources[name].File != "" {
			read = append(read, name)
		} else {
			unrolled = append(unrolled, name)
		}
	}
	return append(read, unrolled...)
}

// open reads one source. Where its data have problems it returns a dataset
// without rows, so that whatever names its variables can still be checked, or
// nil where not even those are known.
func (s *Study) open(name string, from source, instrument *survey.Instrument) (*survey.Dataset, error) {
	s.inputs.record(from.File)
	d, err := s.grid(name, from, instrument)
	if err == nil {
		return d, nil
	}
	if err := s.keep(from.File, err); err != nil {
		return nil, err
	}
	if instrument == nil || !s.answers(name) {
		return nil, nil
	}
	return instrument.Blank(name)
}

func (s *Study) grid(name string, from source, instrument *survey.Instrument) (*survey.Dataset, error) {
	workbook, err := sheet.Open(s.inputs.path(from.File))
	if err != nil {
		return nil, err
	}
	layout, err := platform.Recognise(workbook, from.Sheet)
	if err != nil {
		return nil, err
	}
	if !s.answers(name) {
		instrument = nil
	}
	return platform.Read(workbook, layout, instrument, name)
}

// answers reports whether a source holds answers to the instrument: whether
// another is unrolled from it or it is the only file there is. Other files,
// such as lists of municipalities, are read as they are.
func (s *Study) answers(name string) bool {
	files := 0
	for _, from := range s.config.Sources {
		if from.From == name {
			return true
		}
		if from.File != "" {
			files++
		}
	}
	return files == 1 || s.config.Sources[name].Instrument
}

func (s *Study) unroll(data *Data, name string, from source) error {
	parent := data.Datasets[from.From]
	if parent == nil {
		return nil
	}
	cases, err := parent.Reshape(from.Roster)
	if err != nil {
		s.add(from.place, "sources."+name, "%v", err)
		return nil
	}
	data.Datasets[name] = cases.Named(name)
	return nil
}

// code codes the free texts.
func (s *Study) code(data *Data) error {
	for _, name := range slices.Sorted(maps.Keys(s.config.Coding)) {
		c := s.config.Coding[name]
		scheme, err := coding.Load(c.Scheme)
		if err != nil {
			s.add(c.place, "coding."+name+".scheme", "%v", err)
			continue
		}
		var decisions []coding.Decision
		if c.Decisions != "" {
			if decisions, err = s.decisions(c.Decisions, scheme); err != nil {
				return err
			}
		}
		d := data.Datasets[c.Sample]
		if d == nil {
			continue
		}
		if d.Rows() == 0 {
			decisions = nil // they would all be of units that are not there
		}
		options := coding.Options{
			Variable: c.Variable, Prefix: name, ID: s.caseID(c.Sample), Scheme: scheme, Decisions: decisions, Flags: c.Flags,
		}
		coded, summary, err := coding.Apply(d, options)
		if err != nil && len(decisions) > 0 {
			// Without the decisions the variables are there, for what names them.
			options.Decisions = nil
			if again, _, err := coding.Apply(d, options); err == nil {
				coded = again
			}
		}
		if err := s.keep("coding."+name, err); err != nil {
			return err
		}
		if coded != nil {
			data.Datasets[c.Sample] = coded
			data.Coded = append(data.Coded, Coded{
				Name: name, Source: c.Sample, Variable: c.Variable, Scheme: scheme, Summary: summary, Decisions: len(decisions),
			})
		}
	}
	return nil
}

func (s *Study) decisions(file string, scheme *coding.Scheme) ([]coding.Decision, error) {
	source, err := s.inputs.open(file)
	if err != nil {
		return nil, s.keep(file, err)
	}
	decisions, err := coding.ReadDecisions(file, source, scheme)
	return decisions, s.keep(file, err)
}

// caseID names the variable that identifies a source's rows.
func (s *Study) caseID(name string) string {
	if from := s.config.Sources[name]; from.Roster != "" {
		return from.Roster + "_id"
	}
	return s.config.Sources[name].ID
}

// bind joins the datasets to their designs.
func (s *Study) bind(data *Data) error {
	for _, name := range slices.Sorted(maps.Keys(s.config.Designs)) {
		d := data.Datasets[name]
		if d == nil {
			continue
		}
		bound, err := sample.Bind(d, s.design(name))
		if err := s.keep(s.file, err); err != nil {
			return err
		}
		if bound != nil {
			data.Samples[name] = bound
		}
	}
	return nil
}

func (s *Study) design(name string) sample.Design {
	d := s.config.Designs[name]
	weights := d.Weights
	if weights == "equal" {
		weights = ""
	}
	return sample.Design{
		Name: name, Label: d.Label, Census: d.Census, Eligible: d.Eligible, PSU: d.PSU, PSULabel: d.PSULabel,
		Strata: d.Strata, Draw: d.Draw, Weights: weights, SourceLabel: d.Source,
		Open: slices.Contains(s.config.Disclosure.Open, name),
	}
}

// checkFrame reports units that answered and are not on the list.
func (s *Study) checkFrame(data *Data) error {
	f := s.config.Frame
	if f == nil {
		return nil
	}
	s.inputs.record(f.File)
	list, err := s.grid("frame", source{File: f.File, Sheet: f.Sheet}, nil)
	if err != nil {
		return s.keep(f.File, err)
	}
	answered := data.Datasets[f.For]
	if answered == nil || answered.Rows() == 0 {
		return nil
	}
	frame, err := sample.NewFrame(list, f.ID)
	if err != nil {
		return s.keep(s.file, err)
	}
	return s.keep(s.file, frame.Missing(answered, f.ID).Err())
}

// label gives variables and options the words the study prints them with.
func (s *Study) label(d *survey.Dataset) *survey.Dataset {
	labelled, err := d.Labelled(s.config.Labels)
	if err != nil {
		s.add(place{}, "labels", "%v", err)
	}
	return labelled
}

// keep adds err to the study's problems where it is of that kind; other errors
// are the system's and are returned.
func (s *Study) keep(file string, err error) error {
	var many survey.Problems
	var one survey.Problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, &many), errors.As(err, &one):
		s.problems.Add(file, err)
		return nil
	case errors.Is(err, fs.ErrNotExist):
		s.problems = append(s.problems, survey.Problem{File: file, Message: "no such file; the study names it"})
		return nil
	}
	return err
}
