package study

import (
	"cmp"
	"errors"
	"maps"
	"slices"

	"stikprove/sample"
	"stikprove/survey"
	"stikprove/survey/form"
)

// Data is what a study's sources hold once read, coded and bound.
type Data struct {
	Instrument *survey.Instrument // nil where the study has none
	Datasets   map[string]*survey.Dataset
	Samples    map[string]*sample.Sample
	Coded      []Coded // by name
	Found      []Found // what edit rules found, in their order
	Spells     Count   // rows of the register
	Interviews interviewed
	Database   *database        // that holds it; nil for a file
	Notes      []survey.Problem // what was seen and does not stop the run
}

// Read reads, codes and derives everything the study names and binds it to its
// designs. Where anything is wrong it goes on as far as it can without values,
// so that every problem is found in one run, and returns them all.
func (s *Study) Read(progress Progress) (*Data, error) {
	s = s.afresh()
	data, err := s.read(progress)
	if err == nil {
		err = s.problems.Err()
	}
	if err != nil {
		return nil, err
	}
	return data, nil
}

// readInstrument reads the questionnaire where the study names one.
func (s *Study) readInstrument(data *Data) error {
	name := s.config.Instrument
	if name == "" {
		return nil
	}
	s.inputs.record(name)
	instrument, warnings, err := form.Read(s.inputs.path(name))
	data.Instrument, s.fielding = instrument, instrument
	if s.config.Privacy.CPR != maskCPR {
		s.problems = append(s.problems, formCPR(s.inputs.path(name))...)
	}
	for _, w := range warnings {
		data.Notes = append(data.Notes, survey.Problem{Message: w})
	}
	return s.keep(name, err)
}

// readSources reads the sources that are files and unrolls the others.
func (s *Study) readSources(data *Data) error {
	for _, name := range s.sources() {
		from := s.config.Sources[name]
		if from.isCases() {
			if err := s.readCases(data, name, from); err != nil {
				return err
			}
			continue
		}
		if (from.File == "") == (from.Folder == "") {
			continue // said when study.yaml was read
		}
		if s.config.Instrument != "" && data.Instrument == nil && s.fielded(name) {
			continue // answers to a questionnaire that could not be read tell nothing more
		}
		d, err := s.open(name, from, data.Instrument)
		if err != nil {
			return err
		}
		if d != nil {
			data.Datasets[name] = d
			data.Notes = append(data.Notes, d.Notes()...)
		}
	}
	if len(s.outdated) > 0 {
		p := survey.Problem{File: s.config.Instrument, Message: "has changed since these forms were made, so that they may ask otherwise: " + survey.Addresses(s.outdated, 10)}
		if len(s.problems) > 0 {
			s.problems = append(s.problems, p) // it may be why
		}
		data.Notes = append(data.Notes, p)
	}
	s.blamed = newBlame(s.problems)
	return nil
}

// sources returns the sources' names so that a source stands after the one it
// is unrolled from or linked to.
func (s *Study) sources() []string {
	all := slices.Sorted(maps.Keys(s.config.Sources))
	var read, unrolled []string
	for _, name := range all {
		if !s.config.Sources[name].isCases() {
			read = append(read, name)
		} else {
			unrolled = append(unrolled, name)
		}
	}
	return append(read, unrolled...)
}

// open reads one source. Where its data have problems it returns what could be
// read all the same, so that the rows can be checked further, or a dataset
// without rows, so that whatever names its variables can be, or nil where not
// even those are known.
func (s *Study) open(name string, from source, instrument *survey.Instrument) (*survey.Dataset, error) {
	if !s.fielded(name) {
		instrument = nil
	}
	if instrument != nil {
		instrument = s.withoutLinked(name, instrument)
	}
	d, err := s.respondents(name, from, instrument)
	if err := s.keep(cmp.Or(from.File, s.file), err); err != nil {
		return nil, err
	}
	if d != nil {
		return s.private(d, s.identities(name)...), nil
	}
	if instrument == nil {
		return nil, nil
	}
	return instrument.Blank(name)
}

// dataset reads a file as it is.
func (s *Study) dataset(name string, from source) (*survey.Dataset, error) {
	o, err := s.opened(from, nil)
	if err != nil {
		return nil, err
	}
	s.guessed(from.File, o.layout, nil)
	return o.read(nil, name, nil)
}

// fielded reports whether a source holds answers to the instrument: whether the
// study says so, another source is unrolled from it, or it is the only file
// there is. Other files, such as lists of municipalities, are read as they are.
func (s *Study) fielded(name string) bool {
	files := 0
	known := slices.Collect(maps.Keys(s.config.Sources))
	for _, from := range s.config.Sources {
		if from.From == name || from.To == name || from.From != "" && !slices.Contains(known, from.From) && survey.Nearest(from.From, known) == name {
			return true // a name that is spelt wrong is a mistake of its own
		}
		if (from.File != "" || from.Folder != "") && !from.isCases() {
			files++
		}
	}
	return files == 1 || s.config.Sources[name].Instrument
}

// bind joins the datasets to their designs.
func (s *Study) bind(data *Data) error {
	if s.calibratesToRegister() {
		if _, err := s.registerTables(data); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.config.Designs)) {
		d := data.Datasets[name]
		if d == nil {
			continue
		}
		bound, err := sample.Bind(d, s.design(name))
		if err := s.keep(s.file, err); err != nil {
			return err
		}
		if bound == nil {
			continue
		}
		bound, err = s.weighed(name, bound)
		if err != nil {
			return err
		}
		if bound == nil {
			continue
		}
		bound, err = s.domain(bound)
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
	lonely, _ := sample.ParseLonely(d.LonelyPSU) // what is wrong was said when study.yaml was read
	replicates, _ := sample.ParseReplication(d.Replicates)
	replicates.Seed, replicates.MSE = d.Seed, d.MSE
	pps, _ := sample.ParsePPS(d.PPS)
	label, psuLabel := d.Label, d.PSULabel
	if len(label) == 0 {
		label = s.unnamed(name)
	}
	if len(psuLabel) == 0 && d.PSU != "" {
		psuLabel = survey.Text{"da": "klynger", "en": "clusters"}
	}
	return sample.Design{
		Name: name, Label: label, Census: d.Census, Eligible: d.Eligible,
		PSU: d.PSU, Second: d.Second, PSULabel: psuLabel, Strata: d.Strata, SecondStrata: d.SecondStrata, Nest: d.Nest,
		FPC: d.FPC, SecondFPC: d.SecondFPC, PPS: pps, Draw: d.Draw, Weights: weights, Equal: d.Weights == "equal",
		Lonely: lonely, Replicates: replicates, SourceLabel: d.Source,
		Open: slices.Contains(s.config.Disclosure.Open, name),
	}
}

// unnamed returns the word for the units of a source whose design has no label.
func (s *Study) unnamed(source string) survey.Text {
	if src := s.config.Sources[source]; src.From != "" || src.To != "" {
		return survey.Text{"da": "sager", "en": "cases"}
	}
	return survey.Text{"da": "deltagere", "en": "respondents"}
}

// checkFrame reports units that answered and are not on the list.
func (s *Study) checkFrame(data *Data) error {
	f := s.config.Frame
	if f == nil {
		return nil
	}
	s.inputs.record(f.File)
	list, err := s.dataset("frame", source{File: f.File, Sheet: f.Sheet})
	if err != nil {
		return s.keep(f.File, err)
	}
	list = s.private(list, f.ID)
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
	}
	return err
}
