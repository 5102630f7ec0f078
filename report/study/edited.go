package study

import (
	"encoding/json"
	"os"
	"path/filepath"

	"stikprove/survey"
)

// edited returns a [survey.Problem] where somebody has worked in the Word file
// in dir since it was written there: writing it again would throw that away.
// The receipt beside it tells.
func edited(dir string) error {
	const file = "report.docx"
	receipt, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		return nil
	}
	var m manifest
	content, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil || json.Unmarshal(receipt, &m) != nil {
		return nil
	}
	for _, o := range m.Outputs {
		if o.File == file && o.SHA256 != newEntry(file, content).SHA256 {
			return survey.Problem{File: filepath.Join(dir, file), Message: "somebody has worked in it since it was written; bring it up to date with --update, or move it away first"}
		}
	}
	return nil
}
