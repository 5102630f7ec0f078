package study

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"stikprove/coding"
	"stikprove/coding/review"
	"stikprove/survey"
)

// writeDecisions writes the decisions file of that name, unless somebody
// changed it after the run read it: what they decided would be lost.
func (in *inputs) writeDecisions(name string, decisions []coding.Decision) error {
	path := in.path(name)
	now, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	was, gone := entry{}, errors.Is(err, fs.ErrNotExist)
	if at := slices.IndexFunc(in.files, func(e entry) bool { return e.File == survey.MaskCPR(filepath.ToSlash(name)) }); at >= 0 {
		was = in.files[at]
	}
	if gone != (was.File == "") || !gone && newEntry("", now).SHA256 != was.SHA256 {
		return survey.Problem{File: name, Message: "was changed by somebody else while this ran; nothing was written, so run it again"}
	}
	return review.WriteDecisions(path, decisions)
}
