package study

import (
	"cmp"
	"os"
	"slices"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// passwordVariable is the environment variable with the password of encrypted
// workbooks. It stands in no file of a study.
const passwordVariable = "STIKPROVE_PASSWORD"

// encodings are those that a source may be said to have.
var encodings = []string{"utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"}

// checkText reports what is said of delimited text and cannot be.
func (s *Study) checkText(path string, from source) {
	if from.Encoding != "" && !slices.Contains(encodings, from.Encoding) {
		s.add(from.place, path+".encoding", "got %s, want one of %s%s", survey.Quote(from.Encoding), survey.QuoteAll(encodings), survey.DidYouMean(from.Encoding, encodings))
	}
	if utf8.RuneCountInString(from.Separator) > 1 {
		s.add(from.place, path+".separator", `got %s, want one character such as ";" or "\t"`, survey.Quote(from.Separator))
	}
}

// workbook opens a source's file as the study and its mapping say; m may be
// nil.
func (s *Study) workbook(from source, m *platform.Mapping) (*sheet.Workbook, error) {
	o := sheet.Options{Encoding: from.Encoding, DecimalComma: from.DecimalComma, Password: os.Getenv(passwordVariable), Progress: s.progress.rows()}
	if !slices.Contains(encodings, o.Encoding) {
		o.Encoding = ""
	}
	separator := from.Separator
	if m != nil {
		o.Encoding, separator = cmp.Or(o.Encoding, m.Encoding), cmp.Or(separator, m.Separator)
	}
	if separator != "" {
		o.Separator, _ = utf8.DecodeRuneInString(separator)
	}
	return sheet.OpenWith(s.inputs.path(from.File), o)
}

// mapping reads the mapping of a source, nil where it has none. Its problems
// are an error.
func (s *Study) mapping(from source) (*platform.Mapping, error) {
	if from.Mapping == "" {
		return nil, nil
	}
	source, err := s.inputs.read(from.Mapping)
	if err != nil {
		return nil, err
	}
	m := &platform.Mapping{}
	if err := decode(from.Mapping, source, m).Err(); err != nil {
		return nil, err
	}
	m.Sheet = cmp.Or(from.Sheet, m.Sheet)
	return m, nil
}

// guessed keeps what was decided about a file that nobody has told of. Of files
// of one source, the same is said once: said may be nil.
func (s *Study) guessed(file string, l *platform.Layout, said map[string]bool) {
	for _, g := range l.Guesses() {
		if said[g] {
			continue
		}
		if said != nil {
			said[g] = true
		}
		s.guesses = append(s.guesses, survey.Problem{File: file, Sheet: l.Sheet, Message: g})
	}
}
