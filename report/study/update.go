package study

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"stikprove/report/render/docx"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// Update brings the numbers, tables and pictures of a report up to date, in a
// Word file that people have edited since it was written. It touches nothing
// else, and not the file either where nothing changed or something is wrong. An
// empty language is the one the file is in.
func (s *Study) Update(file, language string, progress Progress) (*docx.Updated, error) {
	content, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, survey.Problem{File: file, Message: "no such file; want a report that was written as a Word document (.docx)"}
	}
	if err != nil {
		return nil, err
	}
	s = s.afresh()
	_, document, err := s.arrange(cmp.Or(language, docx.Language(content)), progress)
	if err != nil {
		return nil, err
	}
	progress.say("updating")
	updated, err := docx.Update(filepath.Base(file), content, document, docx.Options{Pictures: newPictures(document.Figures).both})
	if err != nil {
		return nil, err
	}
	updated.Barriers = docx.Inaccessible(updated.Content)
	if string(updated.Content) == string(content) {
		return updated, nil
	}
	return updated, inWord(file, whole.WriteBytes(file, updated.Content))
}

// inWord says of a Word file that could not be replaced what most often keeps
// it: Windows does not let a file be replaced that Word has open.
func inWord(file string, err error) error {
	if err != nil && strings.HasSuffix(file, ".docx") && (runtime.GOOS == "windows" || errors.Is(err, fs.ErrPermission)) {
		return survey.Problem{File: filepath.Base(file), Message: "cannot be replaced; close it in Word, or see who may write in its folder"}
	}
	return err
}

// useTemplate reads the template that a report is laid in: the one asked for
// or, where none is, the study's own.
func (s *Study) useTemplate(asked string) error {
	var content []byte
	var err error
	file := asked
	switch {
	case asked != "":
		content, err = os.ReadFile(asked)
		if errors.Is(err, fs.ErrNotExist) {
			err = survey.Problem{File: asked, Message: "no such file; want a Word document or template (.docx, .dotx)"}
		}
	case s.config.Report[templateKey] != "":
		file = s.config.Report[templateKey]
		content, err = s.inputs.read(file)
	default:
		return nil
	}
	if err == nil {
		s.template, err = docx.OpenTemplate(file, content)
	}
	if err != nil {
		return fmt.Errorf("reading the template: %w", err)
	}
	return nil
}

// templateKey stands beside the languages under report.
const templateKey = "template"
