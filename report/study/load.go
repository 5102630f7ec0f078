package study

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/report"
	"stikprove/report/figure"
	"stikprove/report/render/docx"
	"stikprove/sample"
	"stikprove/sample/register"
	"stikprove/survey"
)

// Study is a study's folder as study.yaml describes it. It is immutable: each
// of its methods runs on a copy.
type Study struct {
	file     string // base name of the YAML file
	config   config
	problems survey.Problems // found so far; reported with those of the data
	inputs   inputs
	blamed   *blame             // of a run, once its sources are read
	only     string             // id of the one table to print; empty for all
	guesses  []survey.Problem   // of a run: what was decided about files
	fielding *survey.Instrument // of a run, once it is read
	outdated []survey.Problem   // of a run: forms of another instrument than that, each once
	language string             // of a run; the study's own where empty
	progress Progress           // of a run
	template *docx.Template     // of a run; ours where nil
	charts   bool               // of a run: figures of the Word file can be edited
	house    *figure.House      // our own look where nil
	numbers  *equalBands        // of a figure of a data file
	where    string             // the domain that the samples of a data file are held to

	pseudonyms *survey.Pseudonyms   // of a run
	weighings  map[string]*weighing // of a run: what became of the weights, by sample
	spells     *register.Counts     // of a run: the register, once it is read
}

// newStudy returns the study in the file at path, before anything is read.
func newStudy(path string) *Study {
	return &Study{file: filepath.Base(path), inputs: inputs{dir: filepath.Dir(path)}}
}

// afresh returns a copy of s to run on.
func (s *Study) afresh() *Study {
	run := *s
	run.problems = slices.Clone(s.problems)
	run.inputs.files = slices.Clone(s.inputs.files)
	run.pseudonyms = survey.NewPseudonyms()
	run.weighings, run.spells, run.outdated = nil, nil, nil
	return &run
}

// Load reads a study: a folder with study.yaml, or the file itself. What is
// wrong inside the file is kept and reported by [Study.Read] together with what
// is wrong in the data. The error is for a study that is not there or is no
// YAML at all.
func Load(path string) (*Study, error) {
	if stat, err := os.Stat(path); err == nil && stat.IsDir() {
		path = filepath.Join(path, "study.yaml")
	}
	s := newStudy(path)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, survey.Problem{File: path, Message: "no such study; want a folder with study.yaml, or the file itself"}
	}
	source, err := s.inputs.read(s.file)
	if err != nil {
		return nil, fmt.Errorf("reading the study: %w", err)
	}
	s.problems = decode(s.file, source, &s.config)
	if len(s.config.Sources) == 0 && len(s.problems) > 0 {
		return nil, s.problems.Err()
	}
	s.config.slashed()
	s.check()
	return s, nil
}

// check fills in what may be left out and looks for what can be wrong within
// the file itself. What a later stage would report again is put right.
func (s *Study) check() {
	c := &s.config
	if c.Language == "" {
		c.Language = "da"
	}
	if _, ok := report.LanguageOf(c.Language); !ok {
		s.add(place{}, "language", "got %s, want %s", survey.Quote(c.Language), strings.Join(report.LanguageTags(), " or "))
		c.Language = "da"
	}
	if c.Level == 0 {
		c.Level = 0.95
	}
	if !(c.Level > 0 && c.Level < 1) {
		s.add(place{}, "level", "got %v, want a share between 0 and 1", c.Level)
		c.Level = 0.95
	}
	switch c.Privacy.CPR {
	case "", refuseCPR, maskCPR:
	default:
		s.add(place{}, "privacy.cpr", "got %s, want refuse or mask", survey.Quote(c.Privacy.CPR))
	}
	if c.Disclosure.Minimum == 0 {
		c.Disclosure.Minimum = 3
	}
	if c.Disclosure.Minimum < 0 {
		s.add(place{}, "disclosure.minimum", "got %d, want a count from 1", c.Disclosure.Minimum)
	}
	s.checkDisclosure()
	if len(c.Sources) == 0 {
		s.add(place{}, "sources", "the study names no source")
	}
	s.takeRegister()
	s.checkHeld()
	for _, name := range slices.Sorted(maps.Keys(c.Sources)) {
		s.checkSource(name, c.Sources[name])
	}
	for _, name := range slices.Sorted(maps.Keys(c.Designs)) {
		s.checkDesign(name, c.Designs[name])
	}
	for _, name := range slices.Sorted(maps.Keys(c.Variables)) {
		at := place{}
		if len(c.Variables[name]) > 0 {
			at = c.Variables[name][0].place
		}
		s.known(at, "variables", name)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Coding)) {
		k := c.Coding[name]
		s.known(k.place, "coding."+name+".sample", k.Sample)
		if e := k.Review.Error; !(e >= 0 && e < 1) {
			s.add(k.Review.place, "coding."+name+".review.error", "got %v, want the share that may be wrong, such as 0.02", e)
		}
	}
	for _, name := range c.Disclosure.Open {
		s.known(place{}, "disclosure.open", name)
	}
	if c.Frame != nil {
		s.known(c.Frame.place, "frame.for", c.Frame.For)
	}
	s.checkAppendices()
	s.addAppendix()
	s.checkTables()
	s.checkCompare()
}

func (s *Study) checkSource(name string, from source) {
	path := "sources." + name
	switch {
	case from.isCases() && (from.From == "" || from.To != "" || from.Folder != ""):
		s.checkLinked(path, from)
	case from.File == "" && from.From == "" && from.Folder == "":
		s.add(from.place, path, "want either file, folder or from")
	case from.File != "" && from.Folder != "":
		s.add(from.place, path, "has both file and folder, want one of them")
	case from.File != "" && from.From != "":
		s.add(from.place, path, "has both file and from, want one of them")
	case from.From != "" && from.Roster == "":
		s.add(from.place, path, "want the roster that is unrolled")
	case from.From != "":
		s.known(from.place, path+".from", from.From)
		if s.config.Sources[from.From].isCases() {
			s.add(from.place, path+".from", "%q is itself unrolled from another source", from.From)
		}
	}
	s.checkChoices(path, from)
	s.checkText(path, from)
}

func (s *Study) checkDesign(name string, d design) {
	s.known(d.place, "designs", name)
	for _, count := range []struct {
		key string
		n   int
	}{{"eligible", d.Eligible}, {"draw", d.Draw}} {
		if count.n < 0 {
			s.add(d.place, "designs."+name+"."+count.key, "got %d, want a number of units", count.n)
		}
	}
	if _, err := sample.ParseLonely(d.LonelyPSU); err != nil {
		s.add(d.place, "designs."+name+".lonely_psu", "%v", err)
	}
	if _, err := sample.ParsePPS(d.PPS); err != nil {
		s.add(d.place, "designs."+name+".pps", "%v", err)
	}
	if d.Calibrate != nil {
		if key, err := d.Calibrate.check(); err != nil {
			s.add(d.Calibrate.place, "designs."+name+".calibrate."+key, "%v", err)
			d.Calibrate = nil
			s.config.Designs[name] = d
		}
	}
	if _, err := sample.ParseReplication(d.Replicates); err != nil {
		s.add(d.place, "designs."+name+".replicates", "%v", err)
	}
}

func (s *Study) checkTables() {
	tables := map[string]bool{}
	var ids []string
	for i, t := range s.config.Tables {
		path := fmt.Sprintf("tables[%d]", i+1)
		switch {
		case t.ID == "":
			s.add(t.place, path, "want an id")
		case tables[t.ID]:
			s.add(t.place, path, "two tables are called %q", t.ID)
		}
		if t.Compare != "" {
			s.checkCompared(t, path, s.TableIDs())
		} else if t.Sample == "" {
			s.add(t.place, path, "want the sample that the table is of")
		} else {
			s.known(t.place, path+".sample", t.Sample)
		}
		switch t.Percent {
		case "", "column", "row", "total":
		default:
			s.add(t.place, path+".percent", "got %s, want column, row or total", survey.Quote(t.Percent))
			s.config.Tables[i].Percent = ""
		}
		switch t.Base {
		case "", "respondents", "answers":
		default:
			s.add(t.place, path+".base", "got %s, want respondents or answers", survey.Quote(t.Base))
		}
		if t.Letters == "true" {
			s.config.Tables[i].Letters = "holm"
		}
		if t.Test == "auto" {
			s.config.Tables[i].Test = ""
		}
		if t.Benchmark != nil {
			for _, option := range slices.Sorted(maps.Keys(t.Benchmark.Shares)) {
				if share := t.Benchmark.Shares[option]; math.IsNaN(share) || share < 0 || share > 1 {
					s.add(t.Benchmark.place, path+".benchmark", "%s: got %v, want a share from 0 to 1", option, share)
					s.config.Tables[i].Benchmark = nil
				}
			}
		}
		tables[t.ID] = true
		ids = append(ids, t.ID)
	}
	for _, id := range s.config.Register.tableIDs() {
		if tables[id] {
			s.add(s.config.Register.place, "register.tables", "another table is called %q", id)
		}
		ids = append(ids, id)
	}
	s.checkFigures(ids)
	s.useHouse()
}

// The smallest and largest sizes that a figure may be given, in centimetres.
const (
	leastFigure = 5
	mostFigure  = 60
)

func (s *Study) checkFigures(tables []string) {
	figures, folded := map[string]bool{}, map[string]bool{}
	for i, f := range s.config.Figures {
		path := fmt.Sprintf("figures[%d]", i+1)
		switch {
		case f.ID == "" || figures[f.ID]:
			s.add(f.place, path, "want an id that no other figure has")
		case !canBeFile(f.ID):
			s.add(f.place, path, "got the id %s, want one that a file can be called on every system", survey.Quote(f.ID))
		case folded[strings.ToLower(f.ID)]:
			s.add(f.place, path, "got the id %s, which differs from another figure's in case only; Windows and macOS would keep one file of the two", survey.Quote(f.ID))
		}
		if !slices.Contains(tables, f.Table) {
			s.add(f.place, path, "no table %s%s", survey.Quote(f.Table), survey.DidYouMean(f.Table, tables))
		}
		for _, size := range []float64{f.Width, f.Height} {
			if size != 0 && !(size >= leastFigure && size <= mostFigure) {
				s.add(f.place, path, "got a size of %v cm, want %d to %d", size, leastFigure, mostFigure)
			}
		}
		s.checkDrawn(f, path)
		figures[f.ID], folded[strings.ToLower(f.ID)] = true, true
	}
}

// known reports a name that is no source of the study.
func (s *Study) known(at place, path, name string) {
	if _, ok := s.config.Sources[name]; !ok {
		s.add(at, path, "no source %s%s", survey.Quote(name), survey.DidYouMean(name, slices.Sorted(maps.Keys(s.config.Sources))))
	}
}

func (s *Study) add(at place, path, format string, args ...any) {
	s.addIn(s.file, at, path, format, args...)
}

// addIn adds a problem in a file that the study names.
func (s *Study) addIn(file string, at place, path, format string, args ...any) {
	s.problems = append(s.problems, survey.Problem{
		File: file, Line: at.Line > 0, Row: at.Line, Column: at.Column, Variable: path, Message: fmt.Sprintf(format, args...),
	})
}

// TableIDs returns the ids of the study's tables in order.
func (s *Study) TableIDs() []string {
	var ids []string
	for _, t := range s.config.Tables {
		ids = append(ids, t.ID)
	}
	return append(ids, s.config.Register.tableIDs()...)
}

// Language returns the language the study is printed in unless another is
// asked for.
func (s *Study) Language() string { return s.config.Language }
