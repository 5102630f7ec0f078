package sheet

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stikprove/survey"
)

// Lying returns the path of the file that a name was written for. It is path
// itself but where nothing is there and a file lies beside it whose name looks
// the same: letters such as å are one character or, from a Mac, a letter and a
// mark.
func Lying(path string) string {
	if _, err := os.Lstat(path); err == nil {
		return path
	}
	dir, name := filepath.Split(path)
	if dir == path || name == "" {
		return path
	}
	dir = filepath.Clean(dir)
	if dir != "." && dir != path {
		dir = Lying(dir)
	}
	want := norm.NFC.String(name)
	for _, other := range beside(dir) {
		if norm.NFC.String(other) == want {
			return filepath.Join(dir, other)
		}
	}
	return filepath.Join(dir, name)
}

// NotThere says that no file is at path and, where one lies there that is
// likely meant, which: on Windows and macOS Data.xlsx is data.xlsx, too, and
// elsewhere it is not.
func NotThere(path string) string {
	path = Lying(path)
	dir, name := filepath.Split(path)
	dir = filepath.Clean(dir)
	if _, err := os.Stat(dir); err != nil && dir != "." {
		return "no such file; " + strings.Replace(NotThere(dir), "no such file", "there is no folder "+survey.Quote(filepath.Base(dir)), 1)
	}
	stem, ending := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	var stems []string
	others := map[string]string{} // by stem
	for _, other := range beside(dir) {
		if e := filepath.Ext(other); strings.EqualFold(e, ending) {
			stems = append(stems, strings.TrimSuffix(other, e))
			others[strings.TrimSuffix(other, e)] = other
		}
	}
	if near := survey.Nearest(norm.NFC.String(stem), stems); near != "" {
		return "no such file; did you mean " + survey.Quote(others[near]) + "?"
	}
	return "no such file"
}

// beside returns the names in a folder, but for hidden ones.
func beside(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			names = append(names, e.Name())
		}
	}
	return names
}
