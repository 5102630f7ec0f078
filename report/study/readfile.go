package study

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// FileOptions say how files are read outside a study.
type FileOptions struct {
	Sheet      string // of a workbook with answers; the platform's own where empty
	Instrument string // path of an XLSForm; empty for none
	Unit       string // what a row is, or the roster wanted; "respondents" where empty
	MaskCPR    bool   // mask CPR numbers and go on
	Password   string // of encrypted workbooks
	Progress   Progress
	// Ask asks for the password of a file where Password does not give it; nil
	// where nobody can be asked. An empty answer is none.
	Ask func(file string) (string, error)
}

// FileReading is what files turned out to be.
type FileReading struct {
	Platform   string             // as [platform.Layout] names it; empty where not even that is known
	Files      []string           // base names
	Sheet      string             // the sheet that was read
	Instrument *survey.Instrument // that was asked for, or that the file is
	Form       bool               // the file is an instrument
	Units      []*survey.Dataset  // respondents, then the cases of each roster; none where there are problems
	Problems   survey.Problems    // what keeps the data from being used
	Guesses    []string           // what was decided and not told, a sentence each
	Notes      []string           // what was seen and does not stop anybody

	layout *platform.Layout
}

// ReadFile reads an export, in one or more files, or an instrument, and says
// what it is. What is wrong with the input is in the reading's Problems, all of
// it; the error is for the system's faults. No message holds a CPR number.
func ReadFile(paths []string, o FileOptions) (*FileReading, error) {
	r := &FileReading{}
	for _, path := range paths {
		r.Files = append(r.Files, filepath.Base(path))
	}
	err := r.read(paths, o)
	var many survey.Problems
	var one survey.Problem
	if err != nil && !errors.As(err, &many) && !errors.As(err, &one) {
		return nil, err
	}
	r.Problems.Add("", err)
	r.Problems = r.Problems.Sorted()
	r.withoutCPR()
	return r, nil
}

// withoutCPR masks personal numbers in everything that is said of the files,
// their names among it.
func (r *FileReading) withoutCPR() {
	r.Sheet = survey.MaskCPR(r.Sheet)
	for i := range r.Problems {
		p := &r.Problems[i]
		p.File, p.Sheet, p.Variable, p.Message = survey.MaskCPR(p.File), survey.MaskCPR(p.Sheet), survey.MaskCPR(p.Variable), survey.MaskCPR(p.Message)
	}
	if r.Instrument != nil {
		r.Instrument = r.Instrument.Masked()
	}
	for _, said := range [][]string{r.Files, r.Guesses, r.Notes} {
		for i := range said {
			said[i] = survey.MaskCPR(said[i])
		}
	}
}

func (r *FileReading) read(paths []string, o FileOptions) error {
	if o.Instrument != "" {
		var err error
		if err = r.form(o.Instrument, o.MaskCPR); err != nil {
			return err
		}
	}
	var workbooks []*sheet.Workbook
	var closed survey.Problems
	for _, path := range paths {
		w, err := openFile(path, &o)
		if p := (survey.Problem{}); err != nil && !errors.As(err, &p) {
			return err
		}
		workbooks = append(workbooks, w)
		closed.Add("", err)
	}
	if err := closed.Err(); err != nil {
		return err
	}
	if len(paths) == 1 && o.Instrument == "" && o.Sheet == "" && form.IsForm(workbooks[0]) {
		r.Form, r.Platform, r.Sheet = true, "xlsform", "survey"
		return r.form(paths[0], o.MaskCPR)
	}
	if book := readCleanBook(workbooks); book != nil && o.Instrument == "" && o.Sheet == "" {
		return r.readClean(book, o)
	}
	return r.answers(workbooks, o)
}

// openFile opens one file, asking for its password where it needs one.
func openFile(path string, o *FileOptions) (*sheet.Workbook, error) {
	w, err := sheet.OpenWith(path, sheet.Options{Password: o.Password, Progress: o.Progress.rows()})
	// The message of a workbook that wants a password says where to put it.
	if err == nil || o.Ask == nil || !strings.Contains(err.Error(), "STIKPROVE_PASSWORD") {
		return w, err
	}
	password, wrong := o.Ask(filepath.Base(path))
	if wrong != nil || password == "" {
		return nil, err
	}
	o.Password = password
	return sheet.OpenWith(path, sheet.Options{Password: password, Progress: o.Progress.rows()})
}

// form reads an instrument.
func (r *FileReading) form(path string, mask bool) error {
	in, warnings, err := form.Read(path)
	if !mask {
		r.Problems = append(r.Problems, formCPR(path)...)
	}
	r.Instrument, r.Notes = in, append(r.Notes, warnings...)
	return err
}

// answers reads what people answered.
func (r *FileReading) answers(workbooks []*sheet.Workbook, o FileOptions) error {
	layout, err := platform.Recognise(workbooks[0], o.Sheet, workbooks[1:]...)
	if err != nil {
		return err
	}
	r.layout, r.Platform, r.Sheet = layout, layout.Platform, layout.Sheet
	roster := r.Instrument != nil && hasRoster(r.Instrument, o.Unit)
	unit := o.Unit
	if unit == "" || roster {
		unit = "respondents"
	}
	d, err := platform.Read(workbooks[0], layout, r.Instrument, unit)
	r.Guesses = slices.Clone(layout.Guesses())
	if err != nil {
		if untested := platform.Untested(r.Platform); untested != "" {
			r.Notes = append(r.Notes, untested) // one of the dataset's notes otherwise
		}
		return err
	}
	d = r.said(d, o)
	if len(d.Rosters()) > 0 {
		d = d.Identified()
	}
	if !roster {
		r.Units = append(r.Units, d)
	}
	for _, name := range d.Rosters() {
		if roster && name != o.Unit {
			continue
		}
		cases, err := d.Cases(name)
		if err != nil {
			return err
		}
		r.Units = append(r.Units, cases)
	}
	return nil
}

// said keeps what is to be said of d and returns it without personal numbers:
// options may have been numbers in the data.
func (r *FileReading) said(d *survey.Dataset, o FileOptions) *survey.Dataset {
	notes := d.Notes()
	if found := survey.CPRProblems(d); len(found) > 0 {
		d = d.Masked() // options may have been numbers in the data
		if o.MaskCPR {
			notes = d.Notes()
		} else {
			r.Problems = append(r.Problems, found...)
		}
	}
	for _, n := range notes {
		r.Notes = append(r.Notes, n.String())
	}
	return d
}

func hasRoster(in *survey.Instrument, name string) bool {
	for _, r := range in.Rosters {
		if r.Name == name {
			return true
		}
	}
	return false
}

// Write writes the reading to path: a form as a form, answers as [WriteClean]
// does. It returns the names of the files.
func (r *FileReading) Write(path string, o CleanOptions) ([]string, error) {
	if !r.Form {
		return WriteClean(path, r.Units, o)
	}
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return nil, survey.Problem{File: filepath.Base(path), Message: "an instrument is written as a workbook; want a name that ends in .xlsx"}
	}
	return []string{filepath.Base(path)}, form.Write(path, r.Instrument)
}
