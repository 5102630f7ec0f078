package study

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
)

// schemeSuffix tells the file of a scheme from the name of an embedded one.
const schemeSuffix = ".scheme"

// OpenScheme returns the embedded scheme of a name, or reads the file where the
// name ends in ".scheme".
func OpenScheme(name string) (*coding.Scheme, error) {
	if !strings.HasSuffix(name, schemeSuffix) {
		scheme, err := coding.Load(name)
		if err != nil {
			return nil, survey.Problem{Variable: "scheme", Message: err.Error()}
		}
		return scheme, nil
	}
	source, err := readGiven(name)
	if err != nil {
		return nil, err
	}
	return coding.ReadScheme(name, bytes.NewReader(source))
}

// readGiven returns the bytes of a file named on the command line.
func readGiven(path string) ([]byte, error) {
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, survey.Problem{File: path, Message: "no such file"}
	}
	if stat, e := os.Stat(path); err != nil && e == nil && stat.IsDir() {
		return nil, survey.Problem{File: path, Message: "this is a folder, want a file"}
	}
	return source, err
}
