package study

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

// Output is a file of a report.
type Output struct {
	File   string `json:"file"` // relative to the output folder, with slashes
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`

	content []byte
}

func newOutput(name string, content []byte) Output {
	sum := sha256.Sum256(content)
	return Output{File: name, Bytes: int64(len(content)), SHA256: hex.EncodeToString(sum[:]), content: content}
}

// write puts every output into dir, or none. They are written beside dir first
// and moved in when all of them are on disk; files of the same names are
// replaced, others are left alone.
func write(dir string, outputs []Output) error {
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	temporary, err := os.MkdirTemp(parent, ".stikprove-")
	if err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	defer os.RemoveAll(temporary)
	for _, o := range outputs {
		name := filepath.Join(temporary, filepath.FromSlash(o.File))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("writing %s: %w", o.File, err)
		}
		if err := os.WriteFile(name, o.content, 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", o.File, err)
		}
	}
	for _, o := range outputs {
		name := filepath.Join(dir, filepath.FromSlash(o.File))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return fmt.Errorf("writing %s: %w", o.File, err)
		}
		if err := os.Rename(filepath.Join(temporary, filepath.FromSlash(o.File)), name); err != nil {
			return fmt.Errorf("writing %s: %w", o.File, err)
		}
	}
	return nil
}
