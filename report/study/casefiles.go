package study

import (
	"cmp"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// fileName is the word of study.yaml for a file that is named for its
// respondent.
const fileName = "file name"

// cellAddress is a cell of study.yaml: a sheet and an exclamation mark, if any,
// column and row.
var cellAddress = regexp.MustCompile(`^(?:(.+)!)?([A-Z]{1,3})([1-9][0-9]{0,6})$`)

// caseRows reads the rows of cases that stand by themselves, before they are
// joined, from one file or from all of a folder: those that could be read, so
// that they are checked further in the same run. Where there are none it returns
// the variables without rows, or nil where not even those are known.
func (s *Study) caseRows(data *Data, name string, from source, in *survey.Instrument, respondents *survey.Dataset) (*survey.Dataset, error) {
	files := []string{from.File}
	if from.Folder != "" {
		var err error
		if files, err = s.filesOf(from.Folder); err != nil {
			return nil, err
		}
	}
	var parts []*survey.Dataset
	var blank *survey.Dataset
	for i, file := range files {
		s.inputs.record(file)
		f := caseFile{study: s, name: name, file: file, from: from, roster: s.questions(data, from), in: in, respondents: respondents}
		part, err := f.read()
		if i == 0 {
			for _, words := range f.unchecked {
				data.Notes = append(data.Notes, survey.Problem{File: path.Base(file), Message: words})
			}
		}
		if err := s.keep(file, err); err != nil {
			return nil, err
		}
		if part != nil {
			parts = append(parts, part)
		}
		if part == nil && f.sub != nil && blank == nil {
			if blank, err = f.blank(); err != nil {
				return nil, err
			}
		}
	}
	if parts == nil {
		return blank, nil
	}
	stacked, err := survey.Stacked(name, parts...)
	if err != nil {
		return nil, s.keep(s.file, err)
	}
	return s.private(stacked), nil
}

// filesOf returns the files of a folder by name, relative to the study. Those
// that programs leave there are passed over.
func (s *Study) filesOf(folder string) ([]string, error) {
	entries, err := os.ReadDir(s.inputs.path(folder))
	if err != nil {
		return nil, survey.Problem{File: folder, Message: "no such folder; the study names it"}
	}
	var files []string
	for _, e := range entries {
		left := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") || slices.Contains([]string{"Thumbs.db", "desktop.ini"}, e.Name())
		if !e.IsDir() && !left {
			files = append(files, path.Join(filepath.ToSlash(folder), e.Name()))
		}
	}
	if files == nil {
		return nil, survey.Problem{File: folder, Message: "the folder has no files, want one for each respondent"}
	}
	return files, nil
}

// caseFile is one file of cases while it is read.
type caseFile struct {
	study       *Study
	name, file  string
	from        source
	roster      string
	in          *survey.Instrument // nil for a file that is read as it is
	respondents *survey.Dataset    // nil where they could not be read

	sub       *survey.Instrument // of the roster's questions
	unchecked []string           // rules of them that are not
}

// read returns the file's rows, each with the respondent it belongs to; beside
// the problems of cells those that could be read.
func (f *caseFile) read() (*survey.Dataset, error) {
	workbook, err := sheet.OpenWith(f.study.inputs.path(f.file), sheet.Options{Progress: f.study.progress.rows()})
	if err != nil {
		return nil, err
	}
	layout, err := platform.Recognise(workbook, f.from.Sheet)
	if err != nil {
		return nil, err
	}
	beside := []string{f.from.parent(), f.from.ID}
	if f.from.Respondent != "" {
		beside = beside[1:]
	}
	if f.in != nil {
		headings, err := headingsOf(workbook, layout)
		if err != nil {
			return nil, err
		}
		f.sub, f.unchecked = f.in.RosterAlone(f.roster, headings, beside...)
	}
	d, cells := readLinked(workbook, layout, f.sub, f.name, beside)
	if d == nil || f.from.Respondent == "" {
		return d, cells
	}
	who, err := f.respondent(workbook, layout)
	if err == nil {
		d, err = f.with(d, who)
	}
	if err != nil {
		var all survey.Problems
		all.Add(f.file, cells)
		all.Add(f.file, err)
		return nil, all.Err()
	}
	return d, cells
}

// with adds the variable that says who the respondent is.
func (f *caseFile) with(d *survey.Dataset, who string) (*survey.Dataset, error) {
	v := survey.Variable{Name: f.from.parent(), Label: survey.Words(f.from.parent())}
	n, err := d.With(survey.NewText(v, slices.Repeat([]string{who}, d.Rows()), nil))
	if err != nil {
		return nil, survey.Problem{File: path.Base(f.file), Message: fmt.Sprintf("has a column for %s, and the study says that %s tells it", v.Name, f.from.Respondent)}
	}
	return n, nil
}

// blank returns the file's variables without rows.
func (f *caseFile) blank() (*survey.Dataset, error) {
	d, err := f.sub.Blank(f.name)
	if err != nil || f.from.Respondent == "" {
		return d, err
	}
	return f.with(d, "")
}

// respondent returns who the file is named for, or who stands in its cell. It
// is looked up here, so that the file is blamed once and not each row of it.
func (f *caseFile) respondent(workbook *sheet.Workbook, layout *platform.Layout) (string, error) {
	p := survey.Problem{File: path.Base(f.file), Variable: f.from.parent()}
	who, found := strings.TrimSuffix(p.File, path.Ext(p.File)), "the file name"
	if f.from.Respondent != fileName {
		parts := cellAddress.FindStringSubmatch(f.from.Respondent)
		if parts == nil {
			return "", nil // said when study.yaml was read
		}
		p.Sheet = cmp.Or(strings.Trim(parts[1], "'"), layout.Sheet)
		grid, err := workbook.Read(p.Sheet)
		if err != nil {
			return "", err
		}
		p.Row, _ = strconv.Atoi(parts[3]) // the pattern has digits only
		p.Column = columnOf(parts[2])
		if p.Row <= grid.Rows() && p.Column <= grid.Columns() {
			who = grid.Cell(p.Row, p.Column).Text
		} else {
			who = ""
		}
		found = ""
	}
	index := (*survey.Column)(nil)
	if f.respondents != nil && f.respondents.Rows() > 0 {
		index = f.respondents.Column(f.from.index())
	}
	if index == nil {
		return who, nil // nobody to look among
	}
	var known []string
	for i := range index.Rows() {
		known = append(known, survey.Same(index.Answer(i)))
	}
	switch id := survey.Same(who); {
	case slices.Contains(known, id) && id != "":
		return who, nil
	case id == "":
		p.Message = "got nothing, want the respondent that the file is of"
	case index.Sensitive():
		p.Message = "got a respondent (withheld) who is not in " + f.from.To
	default:
		p.Message = "got " + strings.TrimSpace(found+" "+survey.Quote(id)) + ", want a respondent of " + f.from.To + survey.DidYouMean(id, known)
	}
	return "", p
}

// columnOf returns the number of a column by its letters.
func columnOf(letters string) int {
	n := 0
	for _, r := range letters {
		n = 26*n + int(r-'A') + 1
	}
	return n
}

// headingsOf returns what stands in the row of headings.
func headingsOf(workbook *sheet.Workbook, layout *platform.Layout) ([]string, error) {
	grid, err := workbook.Read(layout.Sheet)
	if err != nil {
		return nil, err
	}
	var headings []string
	if layout.Heading <= grid.Rows() {
		for column := 1; column <= grid.Columns(); column++ {
			headings = append(headings, grid.Cell(layout.Heading, column).Text)
		}
	}
	return headings, nil
}
