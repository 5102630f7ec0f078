package coding

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed scheme
var schemes embed.FS

// Load returns the embedded scheme called name, such as "danish/condition".
// The error names the schemes there are.
func Load(name string) (*Scheme, error) {
	file := "scheme/" + name + ".scheme"
	text, err := schemes.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("no scheme %q; there is %s", name, strings.Join(embedded(), ", "))
	}
	return ReadScheme(name, bytes.NewReader(text))
}

// embedded lists the names of the embedded schemes.
func embedded() []string {
	var names []string
	_ = fs.WalkDir(schemes, "scheme", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".scheme") {
			names = append(names, strings.TrimSuffix(strings.TrimPrefix(path, "scheme/"), ".scheme"))
		}
		return err
	})
	slices.Sort(names)
	return names
}
