package study

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"stikprove/survey"
	"stikprove/survey/form"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
	"stikprove/survey/whole"
)

// StartOptions say how a starter study is made of an export.
type StartOptions struct {
	File     FileOptions // Sheet, Password and Ask are heeded; Progress too
	Language string      // da or en; guessed from the export's words where empty
	Report   bool        // make the report too, in the study's folder out
	Now      time.Time   // for the report's manifest
}

// Look is a place in a new study that a person is to look at.
type Look struct {
	File  string // relative to the study, with slashes
	Line  int    // from 1; 0 for the whole file
	Cell  string // of a workbook, such as 'survey'!C12; empty otherwise
	Words string // in the study's language
}

// String returns the place and what there is to see, in one line.
func (l Look) String() string {
	at := l.File
	switch {
	case l.Cell != "":
		at += ": " + l.Cell
	case l.Line > 0:
		at += fmt.Sprintf(":%d", l.Line)
	}
	return survey.MaskCPR(at + ": " + l.Words)
}

// Started is a study that was made.
type Started struct {
	Language string
	Files    []string // in the order they are to be opened, relative to its folder, with slashes
	Looks    []Look   // what was guessed and is to be decided
	Summary  *Summary // of the report; nil where none was made
}

// Start makes a study in dir of an export, in one or more files: its
// questionnaire and its mapping as they can be told from the data, a table for
// each question, some figures and a text. It is tried before it is put in its
// place, and reads as it stands.
//
// How respondents were chosen no export tells. They are read as a simple random
// sample of a large population, which claims least, and the report's notice
// says that nobody has stated it.
//
// The error is [survey.Problems] where dir holds something or the export is to
// be mended; then nothing is written.
func Start(dir string, exports []string, o StartOptions) (*Started, error) {
	if err := free(dir); err != nil {
		return nil, err
	}
	o.File.Progress.say("reading")
	st := &starter{exports: exports, o: o, rosters: true, instrument: true}
	if err := st.read(); err != nil {
		return nil, err
	}
	st.language = cmp.Or(o.Language, st.guessLanguage())
	st.words = startWords[st.language]
	st.otherInLanguage()
	parent := filepath.Dir(filepath.Clean(dir))
	if err := whole.MakeAll(parent); err != nil {
		return nil, err
	}
	stage, remove, err := whole.Folder(parent)
	if err != nil {
		return nil, whole.Because(dir, err)
	}
	defer remove()
	if err := st.build(stage); err != nil {
		return nil, err
	}
	started := &Started{Language: st.language, Files: st.files, Looks: st.looks()}
	if o.Report {
		s, err := Load(stage)
		if err != nil {
			return nil, err
		}
		if started.Summary, err = s.Run(Options{Out: filepath.Join(stage, "out"), Progress: o.File.Progress, Now: o.Now}); err != nil {
			return nil, err
		}
	}
	return started, settle(stage, dir)
}

// free reports a folder that is not there to be filled.
func free(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return survey.Problem{File: dir, Message: "is no folder; want one that is empty or not there"}
	case len(entries) > 0:
		return survey.Problem{File: dir, Message: "the folder is not empty, and a study is put over nothing; want one that is empty or not there"}
	}
	return nil
}

// settle puts a folder that was filled beside its place there.
func settle(stage, dir string) error {
	if err := os.Chmod(stage, 0o755); err != nil {
		return err
	}
	return whole.Commit(func() error {
		if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
			return whole.Because(dir, err) // somebody filled it meanwhile
		}
		if err := os.Rename(stage, dir); err != nil {
			return whole.Because(dir, err)
		}
		return nil
	})
}

// starter makes a study of an export.
type starter struct {
	exports  []string
	o        StartOptions
	language string
	words    startText

	file    string            // base name of the export with the answers
	mapping platform.Mapping  // every decision about it
	guesses int               // how many of them the file does not settle
	data    *survey.Dataset   // its answers by the mapping, CPR numbers masked
	cpr     bool              // they were
	units   []*survey.Dataset // respondents, then cases, as the study reads them

	rosters, instrument bool   // blocks are cases; there is an instrument to read by
	why                 string // there is none
	blocks              []block
	without             map[string]string // tables that were given up: why
	yaml                page
	files               []string
}

// read reads the export as it is.
func (st *starter) read() error {
	var workbooks []*sheet.Workbook
	var closed survey.Problems
	for _, path := range st.exports {
		w, err := openFile(path, &st.o.File)
		if p := (survey.Problem{}); err != nil && !errors.As(err, &p) {
			return err
		}
		workbooks = append(workbooks, w)
		closed.Add("", err)
	}
	if err := closed.Err(); err != nil {
		return err
	}
	if len(workbooks) == 1 && st.o.File.Sheet == "" && form.IsForm(workbooks[0]) {
		return survey.Problem{File: filepath.Base(st.exports[0]), Message: "is a questionnaire (XLSForm), want an export with answers"}
	}
	layout, err := platform.Recognise(workbooks[0], st.o.File.Sheet, workbooks[1:]...)
	if err != nil {
		return err
	}
	d, err := platform.Read(workbooks[0], layout, nil, respondentsName)
	if err != nil {
		return err
	}
	if d.Rows() == 0 {
		return survey.Problem{File: filepath.Base(st.exports[0]), Sheet: layout.Sheet, Message: "holds no answers, want rows below the headings"}
	}
	st.file, st.mapping, st.guesses = d.Origin().File, layout.Mapping(), len(layout.Guesses())
	chosen := st.choices(d)
	if st.named() || chosen {
		if d, err = st.again(workbooks); err != nil {
			return err
		}
	}
	if st.cpr = len(survey.CPRProblems(d)) > 0; st.cpr {
		d = d.Masked()
	}
	st.data = d
	st.blocks = findBlocks(st.mapping.Variables, d)
	if len(st.blocks) > 0 && st.identify() {
		st.data, err = st.again(workbooks)
	}
	return err
}

// identify makes the first column that is different for every respondent what
// identifies them, where the platform has none: cases are of somebody. It
// reports whether there is one.
func (st *starter) identify() bool {
	const longest = 60
	if slices.ContainsFunc(st.mapping.Variables, func(v platform.MappedVariable) bool { return v.Role == "id" }) {
		return false
	}
	for i, v := range st.mapping.Variables {
		c := st.data.Column(v.Name)
		if v.Role != "answer" || c == nil || c.Kind != survey.KindText && c.Kind != survey.KindInteger || slices.ContainsFunc(st.blocks, func(b block) bool { return b.holds(v.Name) }) {
			continue
		}
		different := map[string]bool{}
		for row := range c.Rows() {
			if c.Missing(row) == survey.Present && len(c.Answer(row)) <= longest {
				different[survey.Same(c.Answer(row))] = true
			}
		}
		if len(different) == c.Rows() {
			v.Role, v.Kind = "id", survey.KindText.String()
			st.mapping.Variables[i], st.mapping.ID = v, v.Columns[0]
			return true
		}
	}
	return false
}

// again reads the export by the mapping.
func (st *starter) again(workbooks []*sheet.Workbook) (*survey.Dataset, error) {
	w := workbooks[max(0, slices.IndexFunc(workbooks, func(w *sheet.Workbook) bool { return w.File() == st.file }))]
	return platform.ReadMapped(w, st.mapping, nil, respondentsName)
}

// respondentsName and casesName are what a starter study calls its sources.
const (
	respondentsName = "respondents"
	casesName       = "cases"
)

// build fills the folder stage with a study that reads.
func (st *starter) build(stage string) error {
	st.rosters = len(st.blocks) > 0
	if err := st.copyExports(filepath.Join(stage, "data")); err != nil {
		return err
	}
	for {
		err := st.attempt(stage)
		switch {
		case err == nil:
			return st.draft(stage)
		case !isProblem(err):
			return err
		case st.rosters:
			st.rosters = false
		case st.instrument:
			st.instrument, st.why = false, placeOf(err)
		default:
			return err
		}
	}
}

// placeOf returns where the first problem is, and nothing of what stands there.
func placeOf(err error) string {
	var all survey.Problems
	if all.Add("", err); len(all) == 0 {
		return ""
	}
	p := all[0]
	p.Message = ""
	return strings.TrimRight(p.String(), ": ")
}

// copyExports copies the files as they are.
func (st *starter) copyExports(folder string) error {
	if err := whole.MakeAll(folder); err != nil {
		return err
	}
	st.files = []string{"study.yaml", "report.md"}
	for _, path := range st.exports {
		name := "data/" + survey.MaskCPR(filepath.Base(path))
		if slices.Contains(st.files, name) {
			return survey.Problem{File: filepath.Base(path), Message: "two files have this name, want different ones"}
		}
		st.files = append(st.files, name)
		if err := copyFile(path, filepath.Join(folder, filepath.Base(name))); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) error {
	source, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return whole.WriteBytes(to, source)
}

// Heading stands above the places to look at.
func (s *Started) Heading() string {
	if s.Language == "da" {
		return "Se på:"
	}
	return "Look at:"
}
