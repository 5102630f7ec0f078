package whole

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// forgotten is how old a thing on its way is when no run can be at it any more:
// between making it and bringing it to its place none takes more than minutes.
const forgotten = 24 * time.Hour

// sweep removes what runs that were killed left in dir on its way: what is
// called as we call it, with digits behind name, and has lain for a day. Other
// programs' files begin otherwise. What cannot be removed is left.
func sweep(dir, name string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		digits, ours := strings.CutPrefix(e.Name(), onItsWay+name)
		if !ours || digits == "" || strings.Trim(digits, "0123456789") != "" {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > forgotten {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
