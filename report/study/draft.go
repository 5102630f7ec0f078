package study

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"stikprove/report"
	"stikprove/sample/crosstab"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// Draft returns a first text for the study's report, see [report.Draft], from
// its tables as they would be printed. It needs no text to be there. An empty
// language is the study's own. The error is [survey.Problems] where the input is
// to be mended.
func (s *Study) Draft(language string, progress Progress) (string, error) {
	s = s.afresh()
	language = cmp.Or(language, s.config.Language)
	s.language = language
	s.config.Report = nil
	data, err := s.read(progress)
	if err != nil {
		return "", err
	}
	progress.say("tabulating")
	tables, err := s.tables(data)
	if err != nil {
		return "", fmt.Errorf("tabulating: %w", err)
	}
	for i, t := range tables {
		if t.Whole {
			tables[i] = crosstab.Whole(t)
		}
	}
	compared, waves, err := s.compared(data, tables, language, progress)
	if err != nil {
		return "", fmt.Errorf("comparing: %w", err)
	}
	if err := s.problems.Err(); err != nil {
		return "", err
	}
	progress.say("drafting")
	content := s.content(data, append(tables, compared...), nil)
	content.Waves = waves
	text, err := report.Draft(content, language)
	if err != nil {
		return "", err
	}
	// What was drafted must arrange; where it does not, the bug is ours.
	if content.Outline, err = report.ParseOutline("draft", []byte(text)); err == nil {
		_, err = report.Arrange(content, language)
	}
	if err != nil {
		return "", fmt.Errorf("a bug, please report it: the draft does not arrange: %s", err)
	}
	return text, nil
}

// WriteDraft writes a draft to a file that is not there yet. One that is there
// is somebody's work: that is a [survey.Problem].
func WriteDraft(path, text string) error {
	if _, err := os.Lstat(path); err == nil {
		return survey.Problem{File: filepath.Base(path), Message: "the file is there already, and a draft is written over nothing; want another --out"}
	}
	return whole.WriteBytes(path, []byte(text))
}
