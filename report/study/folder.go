package study

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// files returns a source's files: its only one, or all of its folder.
func (s *Study) files(from source) ([]string, error) {
	if from.Folder == "" {
		return []string{from.File}, nil
	}
	return s.filesOf(from.Folder)
}

// filesOf returns the files of a folder, relative to the study, by name as
// people count: 2 before 10, and a name before the same with more to it. Those
// that programs leave there are passed over.
func (s *Study) filesOf(folder string) ([]string, error) {
	entries, err := os.ReadDir(s.inputs.path(folder))
	if err != nil {
		return nil, survey.Problem{File: folder, Message: strings.Replace(sheet.NotThere(s.inputs.path(folder)), "no such file", "no such folder; the study names it", 1)}
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
	slices.SortFunc(files, func(a, b string) int {
		return cmp.Or(compareNames(stem(a), stem(b)), cmp.Compare(a, b))
	})
	return files, nil
}

// stem returns a file's name without its folder and ending.
func stem(file string) string {
	return strings.TrimSuffix(path.Base(file), path.Ext(file))
}

// compareNames compares names with the numbers in them as numbers.
func compareNames(a, b string) int {
	for a != "" && b != "" {
		m, n := digitsOf(a), digitsOf(b)
		if m == "" || n == "" {
			if c := cmp.Compare(a[0], b[0]); c != 0 {
				return c
			}
			a, b = a[1:], b[1:]
			continue
		}
		x, y := strings.TrimLeft(m, "0"), strings.TrimLeft(n, "0")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y)); c != 0 {
			return c
		}
		a, b = a[len(m):], b[len(n):]
	}
	return cmp.Compare(len(a), len(b))
}

// digitsOf returns the digits that s begins with.
func digitsOf(s string) string {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return s[:n]
}

// whole puts the parts of a source below each other, and notes the files that
// hold no row: of parts as long as files, nil where nothing could be read.
func (s *Study) whole(name string, from source, files []string, parts []*survey.Dataset) (*survey.Dataset, error) {
	var read []*survey.Dataset
	var empty []survey.Problem
	for i, part := range parts {
		if part == nil {
			continue
		}
		read = append(read, part)
		if from.Folder != "" && part.Rows() == 0 {
			empty = append(empty, survey.Problem{File: path.Base(files[i])})
		}
	}
	if read == nil {
		return nil, nil
	}
	stacked, err := survey.Stacked(name, read...)
	if err != nil || len(empty) == 0 {
		return stacked, err
	}
	return stacked.Noted(survey.Problem{File: from.Folder, Message: "files without any row: " + survey.Addresses(empty, 10)}), nil
}
