package study

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
)

// Files returns the paths of the files that a run on the study reads: the study
// itself and those that it names, whether they are there or not, but for the
// files of folders.
func (s *Study) Files() []string {
	c := s.config
	named := []string{s.file, c.Instrument, c.Rules}
	for _, name := range slices.Sorted(maps.Keys(c.Sources)) {
		named = append(named, c.Sources[name].File, c.Sources[name].Mapping)
	}
	if c.Frame != nil {
		named = append(named, c.Frame.File)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Coding)) {
		k := c.Coding[name]
		named = append(append(named, k.Decisions...), k.Agreement, k.Scheme)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Designs)) {
		if k := c.Designs[name].Calibrate; k != nil {
			named = append(named, k.Cells, k.Margins)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(c.Report)) {
		named = append(named, c.Report[key])
	}
	for _, a := range c.Appendices {
		named = append(named, slices.Sorted(maps.Values(a.Text))...)
	}
	if c.Interviews != nil {
		named = append(named, c.Interviews.File)
		if p := c.Interviews.Participants; p != nil {
			named = append(named, p.File)
		}
	}
	if c.House != nil {
		named = append(named, c.House.Font, c.House.Bold)
	}
	if r := c.Register; r != nil {
		named = append(named, r.from.File, r.Begun, r.Key)
	}
	for _, e := range s.inputs.files {
		named = append(named, e.File)
	}
	var files []string
	for _, name := range distinct(named) {
		files = append(files, s.inputs.path(name))
	}
	return files
}

// slashed writes the paths that the study names with slashes, which all systems
// read, where they are written with backslashes as on Windows.
func (c *config) slashed() {
	slash := func(paths ...*string) {
		for _, p := range paths {
			*p = strings.ReplaceAll(*p, `\`, "/")
		}
	}
	slash(&c.Instrument, &c.Rules)
	for name, from := range c.Sources {
		slash(&from.File, &from.Folder, &from.Mapping)
		c.Sources[name] = from
	}
	if c.Frame != nil {
		slash(&c.Frame.File)
	}
	if c.Interviews != nil {
		slash(&c.Interviews.File)
		if p := c.Interviews.Participants; p != nil {
			slash(&p.File)
		}
	}
	for _, a := range c.Appendices {
		for tag, file := range a.Text {
			slash(&file)
			a.Text[tag] = file
		}
	}
	if c.House != nil {
		slash(&c.House.Font, &c.House.Bold)
	}
	if c.Compare != nil {
		slash(&c.Compare.Study)
	}
	for name, k := range c.Coding {
		slash(&k.Agreement, &k.Scheme)
		for i := range k.Decisions {
			slash(&k.Decisions[i])
		}
		c.Coding[name] = k
	}
	for _, d := range c.Designs {
		if d.Calibrate != nil {
			slash(&d.Calibrate.Cells, &d.Calibrate.Margins)
		}
	}
	for key, file := range c.Report {
		slash(&file)
		c.Report[key] = file
	}
	if c.Register != nil {
		slash(&c.Register.Begun, &c.Register.Key)
	}
}

// keepInputs returns a [survey.Problem] where an output would be written over
// a file that the study reads, or among the answers of a folder, which the next
// run would take it for.
func (s *Study) keepInputs(dir string, outputs []output) error {
	var folders []string
	for _, name := range slices.Sorted(maps.Keys(s.config.Sources)) {
		if folder := s.config.Sources[name].Folder; folder != "" {
			folders = append(folders, s.inputs.path(folder))
		}
	}
	files := s.Files()
	for _, o := range outputs {
		path := o.path(dir)
		if slices.ContainsFunc(files, func(file string) bool { return same(file, path) }) {
			return survey.Problem{File: o.File, Message: "the study reads this file, and would be written over; want another --out"}
		}
		if slices.ContainsFunc(folders, func(folder string) bool { return same(folder, filepath.Dir(path)) }) {
			return survey.Problem{File: o.File, Message: "the study takes every file of this folder for answers; want another --out"}
		}
	}
	return nil
}

// same reports whether two paths lead to the same, which is there.
func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}
